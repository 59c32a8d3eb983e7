"""Values to JSON bytes and back, through the types of the model: what is read equals what was written."""

import unicodedata
from collections.abc import Hashable
from threading import Lock
from typing import Any, TypeVar, cast

import msgspec

from memcon.model.document import Document

T = TypeVar("T")

pack = msgspec.json.Encoder(order="deterministic").encode


_DECODERS: dict[Hashable, msgspec.json.Decoder[Any]] = {}
_MAKING = Lock()


def _decoder(kind: Hashable) -> msgspec.json.Decoder[Any]:
    """The decoder of a type. One is made at a time: msgspec shares what it learns of a type before it has learned all, and a thread that
    comes upon that ends the process."""
    if kind not in _DECODERS:
        with _MAKING:
            _DECODERS.setdefault(kind, msgspec.json.Decoder(kind))
    return _DECODERS[kind]


def unpack(body: bytes, kind: type[T]) -> T:
    """The value of that type that the bytes hold."""
    value: T = _decoder(cast(Hashable, kind)).decode(body)
    return value


def pack_document(document: Document) -> bytes:
    """The document without its text, which has a column of its own, and its sources, which have a table."""
    fields = msgspec.to_builtins(document)
    for kept_elsewhere in ("text", "source", "also_at"):
        del fields[kept_elsewhere]
    return pack(fields)


def unpack_document(body: bytes, text: str, source: str, also_at: tuple[str, ...] = ()) -> Document:
    _decoder(Document)
    fields = msgspec.json.decode(body)
    return msgspec.convert({**fields, "text": text, "source": source, "also_at": also_at}, Document)


def folded(name: str) -> str:
    """A name as it is compared: lower case, without accents, between spaces (" wang yi ")."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    words = "".join(c if c.isalnum() else " " for c in plain.casefold()).split()
    return f" {' '.join(words)} "

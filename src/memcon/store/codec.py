"""Values to JSON bytes and back, through the types of the model: what is read equals what was written."""

import unicodedata
from collections.abc import Hashable
from functools import cache
from typing import Any, TypeVar, cast

import msgspec

from memcon.model.document import Document

T = TypeVar("T")

pack = msgspec.json.Encoder(order="deterministic").encode


@cache
def _decoder(kind: Hashable) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(kind)


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
    fields = msgspec.json.decode(body)
    return msgspec.convert({**fields, "text": text, "source": source, "also_at": also_at}, Document)


def folded(name: str) -> str:
    """A name as it is compared: lower case, without accents, between spaces (" wang yi ")."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    words = "".join(c if c.isalnum() else " " for c in plain.casefold()).split()
    return f" {' '.join(words)} "

"""Ids that come from content: the same input gives the same id on every machine."""

import hashlib
import json
from collections.abc import Sequence

from memcon.model.document import RawItem

Part = str | int | None | Sequence[str]


def content_id(kind: str, *parts: Part) -> str:
    """An id such as `engagement-3f9a0c21b7d4`: 48 bits of the SHA-256 of the kind and the parts, kept apart as JSON."""
    digest = hashlib.sha256(json.dumps([kind, *parts], ensure_ascii=False).encode()).hexdigest()
    return f"{kind}-{digest[:12]}"


def address_of(item: RawItem) -> str | None:
    """The web address of an item: the one that is given, or the one that it was got from."""
    return item.given.url or (item.source if "://" in item.source else None)


def document_id(item: RawItem) -> str:
    """The id of the document that an item holds, known before it is read; no file, folder or machine is in it.

    From the address and the bytes, so that the versions of a page stay apart; without an address from the bytes, the outlet, the
    day and the supplier's own id, as they are given.
    """
    if address := address_of(item):
        return content_id("document", "address", address, item.sha256)
    given = item.given
    return content_id("document", "content", item.sha256, given.outlet, given.published, given.id)


def sha256_of(body: bytes) -> str:
    """The SHA-256 of some bytes, in hexadecimal."""
    return hashlib.sha256(body).hexdigest()

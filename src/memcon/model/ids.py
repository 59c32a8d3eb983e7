"""Ids that come from content: the same input gives the same id on every machine."""

import hashlib
import json
from collections.abc import Sequence

Part = str | int | None | Sequence[str]


def content_id(kind: str, *parts: Part) -> str:
    """An id such as `engagement-3f9a0c21b7d4`: 48 bits of the SHA-256 of the kind and the parts, kept apart as JSON."""
    digest = hashlib.sha256(json.dumps([kind, *parts], ensure_ascii=False).encode()).hexdigest()
    return f"{kind}-{digest[:12]}"


def sha256_of(body: bytes) -> str:
    """The SHA-256 of some bytes, in hexadecimal."""
    return hashlib.sha256(body).hexdigest()

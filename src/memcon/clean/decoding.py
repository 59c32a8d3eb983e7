"""Bytes -> text. What is valid UTF-8 stays as it is; other encodings are decoded and noted; what is no text is refused.

Offsets count in `open(path, encoding="utf-8", newline="").read()`, so a valid UTF-8 file is never changed, not even where
it holds another encoding's garbling ("â€œ" for a quotation mark): that is noted.
"""

import codecs
import re
from dataclasses import dataclass

from memcon.model.errors import BadInput

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_GARBLED = re.compile(r"â€[\x80-\x9f™œ˜“”¦\"]|Ã[\x80-\xbf©¨]|Â[\xa0-\xbf]")
_GARBLED_STARTS = ("â€", "Ã", "Â")
_CONTROL = bytes([*range(0x01, 0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F])
_ACCENTED = re.compile(r"[\x80-\xff]")
FEW = 3  # NUL bytes that may have slipped into a short text


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and what was out of the ordinary in reading it."""

    text: str
    notes: tuple[str, ...] = ()


def decode(body: bytes) -> Decoded:
    """The text that some bytes hold; raises BadInput where they hold none."""
    for bom, encoding in _BOMS:
        if body.startswith(bom):
            return _checked(_strict(body, encoding), f"decoded from {encoding.upper()}")
    if b"\0" in body:
        return _without_mark(body)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        return _not_utf8(body)
    return _checked(text)


def _checked(text: str, *notes: str) -> Decoded:
    raw = text.encode(errors="replace")
    if len(raw) - len(raw.translate(None, _CONTROL)) > 0.01 * len(raw):
        raise BadInput("binary file", "it is full of control characters; give memcon the text of the report")
    garbled = _GARBLED.findall(text) if any(start in text for start in _GARBLED_STARTS) else []
    if garbled:
        notes = (*notes, f"garbled in {len(garbled)} places ({garbled[0]!r}), by an earlier wrong decoding; kept as it is")
    return Decoded(text, notes)


def _strict(body: bytes, encoding: str) -> str:
    try:
        return body.decode(encoding)
    except UnicodeDecodeError as problem:
        raise BadInput(
            "wrong encoding", f"it says {encoding.upper()} and is not ({problem}); save it as UTF-8"
        ) from problem


def _without_mark(body: bytes) -> Decoded:
    """Bytes with NULs: UTF-16 without its mark where nearly every other byte is one, else no text."""
    for encoding, zeros in (("utf-16-le", body[1::2]), ("utf-16-be", body[0::2])):
        if len(body) % 2 == 0 and zeros.count(0) > 0.8 * len(zeros):
            return _checked(_strict(body, encoding), f"decoded from {encoding.upper()}, which it does not say")
    count, first = body.count(0), body.index(0)
    if count > max(FEW, 0.001 * len(body)):
        raise BadInput("binary file", f"{count:,} NUL bytes, the first at byte {first}; give memcon the text of the report")
    raise BadInput("NUL bytes", f"{count} in it, the first at byte {first}; take them out: tr -d '\\000' < FILE")


def _not_utf8(body: bytes) -> Decoded:
    """Mostly UTF-8 with some damage, or Windows-1252; other encodings cannot be told apart and are refused."""
    mended = body.decode("utf-8", errors="replace")
    damage = mended.count("\ufffd")
    if len(_ACCENTED.findall(mended)) + sum(c > "\xff" for c in mended) - damage > damage:
        return _checked(mended, f"{damage} damaged bytes, shown as U+FFFD")
    try:
        text = body.decode("cp1252")
    except UnicodeDecodeError as problem:
        raise BadInput("wrong encoding", f"neither UTF-8 nor Windows-1252 ({problem}); save it as UTF-8") from problem
    letters = sum(c.isalpha() for c in text)
    if letters < 0.4 * len(text) or sum(c > "\x7f" for c in text) > 0.2 * len(text):
        raise BadInput("wrong encoding", "neither UTF-8 nor a Western encoding; save it as UTF-8")
    return _checked(text, "decoded from Windows-1252")

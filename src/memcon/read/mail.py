"""Saved mail -> one RawItem a message: a single message (.eml), or a mailbox (mbox).

Comes in: an open stream. Goes out: a `RawItem` for each message with words, plain before HTML, its subject as title; a `Reject`
("path#number") for each that has none of its own, is too large, or holds attachments alone. Attachments are passed over. What a reply
quotes of older mail is left out: it is a message of its own, and would be read twice; what is forwarded is kept, for it is what the
message is about.
"""

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr
from typing import BinaryIO

from memcon.model.document import PLAIN, Given, RawItem
from memcon.model.ids import sha256_of
from memcon.model.record import Reject
from memcon.read.feed import day_of
from memcon.read.items import MAX_ITEM, TOO_LONG, markup_of, under_title
from memcon.read.options import ReadOptions
from memcon.read.reader import Items
from memcon.registers.outlets import outlet_of

POLICY = policy.default
SHORT = 400  # characters of a plain part that only says that the message is HTML
HEAD = re.compile(rb"(?:[!-9;-~]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)+", re.DOTALL)
SURE = re.compile(
    rb"^(?:Received|Return-Path|Message-ID|MIME-Version|Delivered-To|DKIM-Signature):", re.IGNORECASE | re.MULTILINE
)
_FROM = re.compile(rb"^(?:From|Subject|Date):", re.IGNORECASE | re.MULTILINE)
# Where older mail begins below a reply: RFC 3676 quotes lines with ">"; the lines above it are those of the common programs.
_OLDER = re.compile(
    r"^(?:-{2,}\s*Original Message\s*-{2,}|_{10,}\s*$|On\b.{5,200}\bwrote:\s*$|From:.{1,200}\n(?:Sent|Date):.{1,200}\n)",
    re.IGNORECASE | re.MULTILINE,
)
_FORWARDED = re.compile(r"^\s*(?:fwd?|fw|wg|tr)\s*:", re.IGNORECASE)
_BEGIN_FORWARDED = re.compile(r"^-{2,}\s*Forwarded message\s*-{2,}|^Begin forwarded message:", re.IGNORECASE | re.MULTILINE)


def looks_like_mail(head: bytes) -> bool:
    """Does it begin with the headers of a message?"""
    headers = HEAD.match(head)
    return bool(headers and SURE.search(headers[0]) and len(_FROM.findall(headers[0])) > 1)


def looks_like_mailbox(head: bytes) -> bool:
    """Does it begin with the line that parts the messages of a mailbox, and then headers?"""
    first, _, rest = head.partition(b"\n")
    return first.startswith(b"From ") and bool(HEAD.match(rest))


def read_mail(source: str, name: str, stream: BinaryIO, given: Given, options: ReadOptions) -> Items:
    """The one item of a saved message."""
    body = stream.read(MOST_MAIL + 1)
    yield _item(source, body, given)


def read_mailbox(source: str, name: str, stream: BinaryIO, given: Given, options: ReadOptions) -> Items:
    """The messages of a mailbox, one after another."""
    for number, message in enumerate(_messages(stream), 1):
        yield _item(f"{source}#{number}", message, given)


MOST_MAIL = 5 * MAX_ITEM  # bytes of a message with its attachments; the rest of a longer one is passed over


def _messages(stream: BinaryIO) -> Iterator[bytes]:
    """The bytes of each message. A line that begins with "From " behind an empty one begins the next (RFC 4155)."""
    lines: list[bytes] = []
    held, begun, empty = 0, False, True
    while line := stream.readline(1 << 20):
        if empty and line.startswith(b"From "):
            if begun:
                yield b"".join(lines)
            lines, held, begun = [], 0, True
        elif held <= MOST_MAIL:
            lines.append(line.removeprefix(b">") if line.startswith(b">From ") else line)
            held += len(line)
        empty = not line.strip()
    if begun or lines:
        yield b"".join(lines)


def _item(place: str, body: bytes, given: Given) -> RawItem | Reject:
    if len(body) > MOST_MAIL:
        return Reject(place, "too large", f"a message of over {MOST_MAIL:,} bytes; save its text")
    message = message_from_bytes(body, policy=POLICY)
    subject = _header(message, "Subject")
    text = _words(message)
    if text is None:
        names = [part.get_filename() or part.get_content_type() for part in message.walk() if not part.is_multipart()]
        return Reject(
            place, "no text in a message", f"it holds {', '.join(names[:5]) or 'nothing'}; save what you want read"
        )
    if markup_of(text) == PLAIN and not _FORWARDED.match(subject or ""):
        text = without_older(text)
        if not text.strip():
            return Reject(place, "nothing of its own in a message", "it only quotes older mail; give memcon that")
    media_type = markup_of(text)
    written = under_title(
        text, re.sub(r"^(?:\s*(?:re|aw|fwd?|fw)\s*:)+\s*", "", subject or "", flags=re.IGNORECASE), media_type
    ).encode("utf-8", "replace")
    if len(written) > MAX_ITEM:
        return Reject(place, "too large", TOO_LONG)
    day = day_of(_header(message, "Date"))
    said = Given(
        published=day.isoformat() if day else given.published,
        published_basis="mail header Date" if day else given.published_basis,
        outlet=given.outlet or _sender(message),
        title=subject or given.title,
        id=(_header(message, "Message-ID") or "").strip("<> ") or None,
    )
    return RawItem(said.id or place, written, media_type, sha256_of(written), said)


def without_older(text: str) -> str:
    """A message without the older mail that it quotes."""
    text = text.replace("\r\n", "\n")
    forwarded = _BEGIN_FORWARDED.search(text)
    older = _OLDER.search(text)
    if older and not forwarded:
        text = text[: older.start()]
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith(">"))


def _words(message: EmailMessage) -> str | None:
    """The text of a message, plain before HTML; a plain part that says next to nothing gives way to a long one in HTML."""
    plain, page = (_content(message.get_body((kind,))) for kind in ("plain", "html"))  # type: ignore[arg-type]
    if plain and plain.strip() and not (page and len(plain) < SHORT and len(page) > 10 * len(plain)):
        return plain
    return page if page and page.strip() else plain if plain and plain.strip() else None


def _content(part: "EmailMessage | None") -> str | None:
    """The words of a part, in the encoding that it names or, where there is none such, in one that holds them."""
    if part is None:
        return None
    try:
        return str(part.get_content())
    except (LookupError, UnicodeError, ValueError, AssertionError):
        body = part.get_payload(decode=True)
        if not isinstance(body, bytes):
            return None
        try:
            return body.decode()
        except UnicodeDecodeError:
            return body.decode("cp1252", "replace")


def _header(message: EmailMessage, name: str) -> str | None:
    """A header's words; headers that break the rules of mail raise what they like."""
    try:
        value = message[name]
        return " ".join(str(value).split()) if value is not None else None
    except Exception:
        return None


def _sender(message: EmailMessage) -> str | None:
    """Who sent it: the name beside the address, else what the address's domain is known as."""
    name, address = parseaddr(_header(message, "From") or "")
    domain = address.rpartition("@")[2]
    return name.strip() or (outlet_of(domain) if domain else None)

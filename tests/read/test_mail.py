"""A saved message is a report: its own words, not those that it quotes, whatever its encoding."""

from pathlib import Path

import pytest

from memcon.model.document import RawItem
from memcon.model.record import Reject
from memcon.read.read import read_paths

HEADERS = (
    "Message-ID: <a1@mfa.example>\nMIME-Version: 1.0\nFrom: Press Office <press@mfa.example>\nTo: list@desk.example\n"
    "Subject: Re: Visit of Minister Holm\nDate: Tue, 12 Mar 2024 21:15:00 -0500\n"
)
PLAIN = HEADERS + "Content-Type: text/plain; charset=utf-8\n\n"
BODY = "Minister Karen Holm met Ana Reyes of Chile in Lima on Tuesday.\n"


def read(tmp_path: Path, words: str | bytes, name: str = "saved.eml") -> tuple[list[RawItem], list[Reject]]:
    path = tmp_path / name
    path.write_bytes(words.encode() if isinstance(words, str) else words)
    found = list(read_paths([path]))
    return [i for i in found if isinstance(i, RawItem)], [i for i in found if isinstance(i, Reject)]


def body_of(item: RawItem) -> str:
    return item.body.decode()


@pytest.mark.parametrize("name", ["saved.eml", "saved"])
def test_a_message_is_a_report_with_its_sender_its_day_and_its_subject(name: str, tmp_path: Path) -> None:
    (item,), rejects = read(tmp_path, PLAIN + BODY, name)
    assert not rejects
    assert item.reader == "mail"
    given = item.given
    assert (given.outlet, given.published, given.id) == ("Press Office", "2024-03-12", "a1@mfa.example")
    assert body_of(item).startswith("Visit of Minister Holm\n\nMinister Karen Holm met")


@pytest.mark.parametrize(
    "older",
    [
        "\nOn Mon, 11 Mar 2024 at 10:00, Desk <desk@desk.example> wrote:\n> Will she meet Ms. Reyes?\n> Thanks\n",
        "\n-----Original Message-----\nFrom: Desk\nWill she meet Ms. Reyes?\n",
        "\nFrom: Desk <desk@desk.example>\nSent: Monday, 11 March 2024 10:00\nTo: Press\n\nWill she meet Ms. Reyes?\n",
        "> Will she meet Ms. Reyes?\n",
    ],
)
def test_what_a_reply_quotes_is_not_read_again(older: str, tmp_path: Path) -> None:
    (item,), _ = read(tmp_path, PLAIN + BODY + older)
    assert "met Ana Reyes of Chile" in body_of(item)
    assert "Will she" not in body_of(item)


def test_what_is_forwarded_is_what_the_message_is_about(tmp_path: Path) -> None:
    forwarded = (
        "FYI\n\n---------- Forwarded message ---------\nFrom: W <w@w.example>\nDate: Mon, 11 Mar 2024\nSubject: Talks\n\n"
        + BODY
    )
    (item,), _ = read(tmp_path, PLAIN.replace("Re: Visit", "Fwd: Visit") + forwarded)
    assert "met Ana Reyes" in body_of(item)


def test_a_reply_that_says_nothing_itself_is_set_aside(tmp_path: Path) -> None:
    items, rejects = read(tmp_path, PLAIN + "> Will she meet Ms. Reyes?\n")
    assert not items
    assert [r.reason for r in rejects] == ["nothing of its own in a message"]


def test_a_newsletter_whose_plain_part_says_nothing_is_read_from_its_page(tmp_path: Path) -> None:
    page = "<p>Karen Holm met Ana Reyes in Lima.</p>" * 30
    parts = (
        'Content-Type: multipart/alternative; boundary="b"\n\n--b\nContent-Type: text/plain\n\nView this in your browser.\n'
        f"--b\nContent-Type: text/html\n\n<html><body>{page}</body></html>\n--b--\n"
    )
    (item,), _ = read(tmp_path, HEADERS + parts)
    assert "met Ana Reyes in Lima" in body_of(item)
    assert item.media_type == "text/html"


@pytest.mark.parametrize("charset", ["x-unknown", "utf-8", "us-ascii"])
def test_a_message_whose_encoding_is_not_the_one_it_names_keeps_its_words(charset: str, tmp_path: Path) -> None:
    raw = (
        HEADERS + f"Content-Type: text/plain; charset={charset}\n\n"
    ).encode() + "Inés Ñahui met Ms. Holm in Lima.\n".encode("cp1252")
    (item,), _ = read(tmp_path, raw)
    assert "met Ms. Holm in Lima" in body_of(item)


def test_a_message_of_attachments_alone_names_them(tmp_path: Path) -> None:
    attached = 'Content-Type: application/pdf\nContent-Disposition: attachment; filename="readout.pdf"\n\nJVBERg==\n'
    items, (reject,) = read(tmp_path, HEADERS + attached)
    assert not items
    assert reject.reason == "no text in a message" and "readout.pdf" in reject.detail


def test_a_mailbox_gives_its_messages_and_what_is_wrong_with_each_that_gives_none(tmp_path: Path) -> None:
    second = PLAIN.replace("a1@", "a2@") + "\n"
    third = PLAIN.replace("a1@", "a3@") + "They met again.\n>From what was said, it went well.\n"
    box = "".join(f"From press@mfa.example Tue Mar 12 21:15:00 2024\n{m}\n" for m in (PLAIN + BODY, second, third))
    items, (reject,) = read(tmp_path, box, "archive")
    assert [i.source for i in items] == ["a1@mfa.example", "a3@mfa.example"]
    assert "From what was said" in body_of(items[1])
    assert reject.source.endswith("#2")


def test_a_report_that_begins_with_a_line_like_a_header_is_no_mail(tmp_path: Path) -> None:
    (item,), _ = read(tmp_path, "From: the desk\nSubject: nothing\n\nMinister Holm met Ms. Reyes.\n", "report")
    assert item.reader == "text"

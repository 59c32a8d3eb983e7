"""Each entry of a feed is a report, with its full words, its day and its address; a damaged or hostile feed is told."""

from pathlib import Path

import pytest

from memcon.model.document import RawItem
from memcon.model.record import Reject
from memcon.read.read import read_paths
from memcon.read.readers import READERS

pytestmark = pytest.mark.skipif(not READERS["feed"].needs.installed, reason="needs feedparser: memcon[feeds]")  # type: ignore[union-attr]

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour Post</title>
<item><title>Holm &amp;amp; Reyes to meet</title><link>https://post.example/1</link><guid>post-1</guid>
<pubDate>Mon, 11 Mar 2024 23:30:00 -0300</pubDate><description>Two ministers meet.</description>
<content:encoded><![CDATA[<p>Karen Holm,
the Danish foreign minister, will meet Ana Reyes of Chile in Lima on Tuesday.</p>]]></content:encoded></item>
<item><title>No words</title><link>https://post.example/2</link></item>
<item><title>From tomorrow</title><link>https://post.example/3</link><pubDate>Sat, 01 Jan 2950 00:00:00 GMT</pubDate>
<description>The envoys met in Oslo.</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title><entry><title>Talks</title><id>tag:wire,2024:9</id>
<link href="https://wire.example/9"/><published>2024-03-12T09:00:00+09:00</published><updated>2024-03-14T09:00:00Z</updated>
<summary>Short.</summary><content type="html">&lt;p&gt;The two envoys spoke in Busan for an hour.&lt;/p&gt;</content></entry></feed>"""


def read(tmp_path: Path, words: str | bytes, name: str = "saved.xml") -> tuple[list[RawItem], list[Reject]]:
    path = tmp_path / name
    path.write_bytes(words.encode() if isinstance(words, str) else words)
    found = list(read_paths([path]))
    return [i for i in found if isinstance(i, RawItem)], [i for i in found if isinstance(i, Reject)]


def test_an_entry_is_a_report_with_its_full_words_its_own_day_and_its_address(tmp_path: Path) -> None:
    (first, third), rejects = read(tmp_path, RSS)
    assert (first.source, first.given.url, first.given.id) == ("https://post.example/1",) * 2 + ("post-1",)
    assert first.given.published == "2024-03-11"  # where it was published; it was the 12th in London
    assert first.given.title == "Holm & Reyes to meet"
    assert b"will meet Ana Reyes" in first.body and first.reader == "feed"
    assert third.given.published is None  # that day has not come
    assert [(r.source.rpartition("#")[2], r.reason) for r in rejects] == [("2", "no text in a feed entry")]


def test_an_atom_entry_keeps_the_day_of_its_first_version(tmp_path: Path) -> None:
    (entry,), rejects = read(tmp_path, ATOM, "no-suffix")
    assert not rejects
    assert (entry.given.published, entry.given.id) == ("2024-03-12", "tag:wire,2024:9")
    assert b"spoke in Busan" in entry.body and b"Short" not in entry.body


def test_a_corrected_entry_is_another_version_under_the_same_address(tmp_path: Path) -> None:
    (first, _), _ = read(tmp_path, RSS)
    (second, _), _ = read(tmp_path, RSS.replace("on Tuesday", "on Wednesday"))
    assert first.given.url == second.given.url
    assert first.sha256 != second.sha256


def test_a_feed_that_is_cut_off_is_read_as_far_as_it_goes_and_said_to_be_damaged(tmp_path: Path) -> None:
    items, rejects = read(tmp_path, RSS[: RSS.index("<item><title>No words")])
    assert [i.given.id for i in items] == ["post-1"]
    assert [r.reason for r in rejects] == ["damaged feed"]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ('<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><channel><title>&b;</title></channel></rss>',
         "feed with entities of its own"),
        ('<rss version="2.0"><channel><title>Nothing yet</title></channel></rss>', "feed without entries"),
    ],
)  # fmt: skip
def test_a_feed_of_which_nothing_can_be_had_says_why(words: str, reason: str, tmp_path: Path) -> None:
    items, rejects = read(tmp_path, words)
    assert not items
    assert [r.reason for r in rejects] == [reason]


def test_a_page_about_feeds_is_no_feed(tmp_path: Path) -> None:
    items, rejects = read(tmp_path, "<html><body><p>Our feeds: rss, atom.</p></body></html>", "page.rss")
    assert not items
    assert [r.reason for r in rejects] == ["no feed"]


def test_ten_thousand_entries_are_read_one_by_one(tmp_path: Path) -> None:
    entry = RSS[RSS.index("<item>") : RSS.index("<item><title>No words")]
    many = "".join(entry.replace("post-1", f"post-{n}").replace("example/1", f"example/{n}") for n in range(10_000))
    items, rejects = read(tmp_path, RSS[: RSS.index("<item>")] + many + "</channel></rss>")
    assert len({i.source for i in items}) == 10_000
    assert not rejects

"""A feed of changes, read back by an XML parser and by feedparser."""

from io import BytesIO
from xml.etree import ElementTree

import pytest

from chosen_samples import BAERBOCK, of_hand, of_record, told
from memcon.annotate.parser import Parser
from memcon.export import atom
from memcon.export.atom import write_atom
from memcon.export.chosen import Chosen
from memcon.model.record import HistoryStep
from memcon.model.status import Status
from record_samples import CALLED_OFF, PREVIEW, REPORT, VISIT_PLANNED, VISIT_PUT_OFF, Library
from records import UNKNOWN_DATE, actor, day, document, engagement, span

NS = "{http://www.w3.org/2005/Atom}"


def written(chosen: Chosen) -> bytes:
    out = BytesIO()
    write_atom(chosen, out)
    return out.getvalue()


def entries(chosen: Chosen) -> dict[str, tuple[str, str]]:
    """Of each entry by its id: when it was told, and its title."""
    root = ElementTree.fromstring(written(chosen))
    found = {_text(e, "id"): (_text(e, "updated"), _text(e, "title")) for e in root.iter(f"{NS}entry")}
    assert len(found) == len(list(root.iter(f"{NS}entry"))), "no id twice"
    return found


def _text(element: ElementTree.Element, name: str) -> str:
    return str(element.findtext(f"{NS}{name}"))


def test_each_turn_of_a_life_is_an_entry_of_the_day_of_its_report_the_newest_first(parser: Parser) -> None:
    found = list(entries(of_record(Library(parser).record(PREVIEW, CALLED_OFF), "2018-07-14")).values())
    assert [(when, title.partition(":")[0]) for when, title in found] == [
        ("2018-07-14T00:00:00Z", "Cancelled"),
        ("2018-07-05T00:00:00Z", "Planned"),
    ]


def test_an_entry_keeps_its_id_and_time_when_other_reports_are_added(parser: Parser) -> None:
    few = entries(of_record(Library(parser).record(PREVIEW), "2018-07-05"))
    many = entries(of_record(Library(parser).record(PREVIEW, CALLED_OFF, VISIT_PLANNED, VISIT_PUT_OFF), "2018-07-14"))
    assert few.keys() < many.keys()
    assert all(many[i][0] == when for i, (when, _) in few.items())


def test_a_plan_whose_day_passed_in_silence_is_an_entry_of_the_day_after(parser: Parser) -> None:
    found = entries(of_record(Library(parser).record(PREVIEW), "2018-07-20"))
    assert ("2018-07-17T00:00:00Z", "Unconfirmed") in [(when, title.partition(":")[0]) for when, title in found.values()]


def test_what_a_report_without_a_day_tells_is_no_news() -> None:
    plan = told("plan", day("2022-03-01"), "planned")
    assert not entries(of_hand(told("plan", day("2022-03-01"), "planned", history=(undated(plan.history[0]),))))


def undated(step: HistoryStep) -> HistoryStep:
    return HistoryStep(step.status, UNKNOWN_DATE, step.evidence)


def test_hostile_words_stay_words() -> None:
    text = "They met.</content></entry><entry>&amp;\x00\x1b ]]> <script>alert(1)</script>" + document().text
    paper = document(text, source='http://x.example/"><evil a="', published="2021-12-11", outlet="<b>X</b>")
    evil = actor('<b>Evil</b> & "Co"', "POL")
    step = HistoryStep(Status.PLANNED, day("2022-02-20"), (paper.cite(span(text, text[:70])),))
    met = engagement(
        paper, "evil", evil, BAERBOCK, date=day("2022-03-01"), status=Status.PLANNED, accounts=(), history=(step,)
    )
    chosen = Chosen((met,), {evil.id: evil, BAERBOCK.id: BAERBOCK}, {paper.id: paper}, None, "<CHN>")
    ((_, title),) = entries(chosen).values()
    assert "<b>Evil</b>" in title, "as words"
    assert b"<b>" not in written(chosen) and b"<script>" not in written(chosen)


def test_a_feed_holds_the_newest_and_says_how_many_there_are(monkeypatch: pytest.MonkeyPatch, parser: Parser) -> None:
    monkeypatch.setattr(atom, "MOST", 1)
    chosen = of_record(Library(parser).record(PREVIEW, REPORT), "2018-07-16")
    assert [title.partition(":")[0] for _, title in entries(chosen).values()] == ["Held"]
    assert b"<subtitle>The newest 1 of 2 changes</subtitle>" in written(chosen)


def test_another_program_reads_the_feed(parser: Parser) -> None:
    feedparser = pytest.importorskip("feedparser", reason="feedparser is not installed: pip install 'memcon[feeds]'")
    read = feedparser.parse(written(of_record(Library(parser).record(PREVIEW, CALLED_OFF), "2018-07-14", about="RUS")))
    assert not read.bozo and read.version == "atom10"
    assert read.feed.title == "Diplomacy: RUS: changes" and len(read.entries) == 2
    assert "called off a meeting" in read.entries[0].content[0].value

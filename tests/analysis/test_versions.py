"""A report that was changed under its address is shown with its versions, what was changed, and which values that moved."""

from pathlib import Path

import pytest

import memcon
from memcon.annotate.parser import Parser
from memcon.flow.run import read_into
from memcon.model.document import Given, RawItem
from memcon.model.ids import sha256_of
from memcon.store.store import Store

URL = "https://post.example/world/a-visit-to-lima"
TEXT = (
    "LIMA (Harbour Post) - Denmark's foreign minister, Karen Holm, will meet her Chilean counterpart, Ana Reyes, in Lima on March 14, her "
    "office said on Sunday. “We shall speak of fish,” Ms. Holm told reporters in Copenhagen. She will fly home in the evening.\n\n"
    "The two ministers have known each other for years, and both once studied the law of the sea. Their countries fish for the same stocks "
    "in the South Pacific, where ships of many flags have come closer to the coast each summer, and where the catch of jack mackerel has "
    "fallen by a third since the turn of the century. A commission of both sides has looked into the licences of forty trawlers and found "
    "that a quarter of them carried no observer. Fishermen of the south have asked for a longer closed season, which the owners of "
    "the larger ships oppose, for they would have to lie in port from the first storms of autumn until the end of the winter.\n\n"
    "In the Danish parliament the journey has been called too short for so long a flight. The ministry answers that the talks were "
    "prepared by video for weeks, that the papers lie ready, and that a minister who travels with four officials costs less than a "
    "delegation of twenty that comes home without a signature."
)


def item(text: str, captured: str | None, url: str | None = URL) -> RawItem:
    given = Given("2024-03-10", "given", "Harbour Post", url=url, captured=captured)
    return RawItem(url or text[:9], text.encode(), "text/plain", sha256_of(text.encode()), given)


@pytest.fixture
def record(tmp_path: Path, parser: Parser) -> memcon.OpenRecord:
    later = TEXT.replace("March 14", "March 15").replace("speak of fish", "speak of fish and ports")
    with Store(tmp_path / "record.db") as store:
        read_into(store, [item(later, "2024-03-11T08:00:00+00:00"), item(TEXT, "2024-03-10T21:00:00+00:00")], parser)
    return memcon.open_record(tmp_path / "record.db")


def shown(record: memcon.OpenRecord, captured: str) -> memcon.Shown:
    (document,) = (d for f in record.families() for d in f.documents if record.show(d).item.captured == captured)  # type: ignore[union-attr]
    return record.show(document)


def test_the_later_version_is_shown_with_what_it_moved(record: memcon.OpenRecord) -> None:
    found = shown(record, "2024-03-11T08:00:00+00:00")
    assert [d.captured for d in found.versions] == ["2024-03-10T21:00:00+00:00", "2024-03-11T08:00:00+00:00"]
    days = [(m.before, m.after) for m in found.moved if m.what == "day" and m.engagement and m.engagement.kind == "meeting"]
    assert days == [("2024-03-14", "2024-03-15")]
    said = [m.after for m in found.moved if m.what == "said otherwise" and "ports" in m.after]
    assert len(said) == 1


def test_the_first_version_moved_nothing(record: memcon.OpenRecord) -> None:
    found = shown(record, "2024-03-10T21:00:00+00:00")
    assert len(found.versions) == 2
    assert found.moved == []


def test_versions_are_one_family_and_one_origin(record: memcon.OpenRecord) -> None:
    (family,) = record.families()
    assert [copy.relation for copy in family.members] == ["update"]
    (meeting,) = (e for e in record.engagements() if e.kind == "meeting")
    assert meeting.origins == 1


@pytest.mark.parametrize("url", [URL, None], ids=["at one address", "without one"])
def test_versions_of_a_few_words_are_one_origin_because_of_their_address(
    url: str | None, tmp_path: Path, parser: Parser
) -> None:
    first = (
        "LIMA - Denmark's foreign minister, Karen Holm, will meet Ana Reyes of Chile in Lima on March 14, officials said."
    )
    later = first.replace("March 14", "March 15") + " No reason was given."
    with Store(tmp_path / "record.db") as store:
        read_into(store, [item(first, "2024-03-10T21:00:00+00:00", url)], parser)
        read_into(store, [item(later, "2024-03-11T08:00:00+00:00", url)], parser)
    with memcon.open_record(tmp_path / "record.db") as record:
        meetings = [e for e in record.engagements() if e.kind == "meeting"]
        assert sum(e.origins for e in meetings) == (1 if url else 2)
        assert [copy.relation for f in record.families() for copy in f.members] == (["update"] if url else [])


def test_a_report_without_an_address_has_no_versions(tmp_path: Path, parser: Parser) -> None:
    with Store(tmp_path / "record.db") as store:
        read_into(store, [item(TEXT, None, None), item(TEXT.replace("14", "15"), None, None)], parser)
        (first, *_) = store.documents()
    with memcon.open_record(tmp_path / "record.db") as record:
        assert record.show(first.id).versions == []

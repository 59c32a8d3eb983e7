"""Documents that come to a joined record make it what a join of all would, to the byte, whatever the order and the batches."""

import random
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from pathlib import Path

import pytest

from memcon.annotate.parser import Parser
from memcon.export.record_json import json_lines
from memcon.flow import join as joining
from memcon.flow.adding import add
from memcon.flow.adding.new import TouchesMuch
from memcon.flow.plan import freeze, read_documents
from memcon.model.document import Document, Given, RawItem
from memcon.model.findings import Findings
from memcon.model.ids import sha256_of
from memcon.model.record import PERSON, Decision
from memcon.store.store import Store

REPORTS = (
    ("2018-06-10", "President Moon Jae-in will meet Prime Minister Shinzo Abe in Seoul on Friday, his office said."),
    ("2018-06-13", "The meeting of President Moon and Mr. Abe in Seoul on Friday was postponed, a spokesman said."),
    ("2018-06-16", "Emmanuel Macron, the French president, met Angela Merkel in Meseberg on Tuesday."),
    ("2018-06-20", "Macron and Chancellor Angela Merkel met in Meseberg on Tuesday. “We open a new chapter in the history "
     "of the euro together,” Ms. Merkel said."),
    ("2018-06-21", "Chancellor Merkel said: “We open a new chapter in the history of the euro together with France.”"),
    ("2018-07-16", "President Vladimir Putin met Donald Trump in Helsinki on Monday. Mr. Putin denied any meddling."),
    ("2018-07-17", "Mr. Trump called Prime Minister Abe on Tuesday, the White House said, to tell him of his talks with "
     "Putin in Helsinki."),
    ("2018-07-19", "Trump will invite President Putin to Washington in the autumn, the White House said on Thursday."),
    ("2018-07-25", "Washington put off the visit of Mr. Putin until next year, the national security adviser, John Bolton, "
     "said on Wednesday."),
    ("2018-09-18", "Moon Jae-in met Kim Jong-un in Pyongyang on Tuesday. The two leaders agreed to meet again in Seoul."),
    ("2018-09-19", "South Korea's president, Moon Jae In, and Kim signed a declaration in Pyongyang on Wednesday."),
    ("2018-09-25", "Abe met Mr. Moon in New York on Tuesday, on the sidelines of the General Assembly."),
    ("2018-10-09", "Brunstrom said on Tuesday that talks with Sweden's foreign minister, Margot Wallstrom, went well."),
    ("2018-10-10", "Foreign Minister Margot Wallstroem of Sweden met Ri Yong Ho in Stockholm on Wednesday."),
    ("2018-10-25", "Prime Minister Erna Solberg of Norway has postponed a visit to Tokyo on October 30, her office said."),
    ("2018-11-29", "The Norwegian prime minister, Erna Solberg, will visit Japan from December 4 to December 6."),
    ("2018-12-06", "Prime Minister Shinzo Abe of Japan met Erna Solberg, the Norwegian prime minister, on December 5."),
    (None, "The foreign ministers of Norway and Denmark will speak by telephone, an official said."),
)  # fmt: skip


@pytest.fixture(scope="module")
def read(parser: Parser) -> list[tuple[Document, Findings]]:
    items = []
    for n, (day, text) in enumerate(REPORTS):
        body = text.encode()
        given = Given(published=day, published_basis="given" if day else None)
        items.append(RawItem(f"{n:02}.txt", body, "text/plain", sha256_of(body), given))
    documents = [freeze(item) for item in items]
    return list(zip(documents, read_documents(documents, parser), strict=True))


@pytest.fixture
def how(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Of each join after the first, whether it was done in part, or why not."""
    seen: list[str] = []
    whole = add._add

    def spy(*args: object) -> None:
        try:
            whole(*args)  # type: ignore[arg-type]
        except TouchesMuch as reason:
            seen.append(str(reason))
            raise
        seen.append("in part")

    monkeypatch.setattr(add, "_add", spy)
    yield seen


@pytest.fixture
def make(tmp_path: Path) -> Callable[[str], Store]:
    return lambda name: Store(tmp_path / f"{name}.db")


def put(store: Store, some: Sequence[tuple[Document, Findings]], parser: Parser) -> None:
    for document, findings in some:
        store.add(document, findings, f"key of {document.id}")
    joining.join(store, parser)


def exported(store: Store) -> bytes:
    out = BytesIO()
    with store.record() as record:
        out.writelines(json_lines(record))
    return out.getvalue()


@pytest.mark.parametrize("seed", range(8))
def test_adding_in_any_order_and_in_any_batches_makes_the_record_of_a_full_join(
    seed: int, make: Callable[[str], Store], read: list[tuple[Document, Findings]], parser: Parser, how: list[str]
) -> None:
    chance = random.Random(seed)
    order = chance.sample(read, len(read))
    store, at = make("grown"), chance.randint(1, 5)
    put(store, order[:at], parser)
    how.clear()
    while at < len(order):
        size = chance.choice((1, 1, 1, 2, 4))
        put(store, order[at : at + size], parser)
        at += size
        whole = make(f"whole-{at}")
        put(whole, order[:at], parser)
        assert exported(store) == exported(whole)
        how.pop()  # that of the whole
    assert "in part" in how


def test_what_people_decided_is_left_to_the_full_join(
    make: Callable[[str], Store], read: list[tuple[Document, Findings]], parser: Parser, how: list[str]
) -> None:
    store = make("decided")
    put(store, read[:5], parser)
    place = f"{read[0][0].id}@0"
    store.decide([Decision(place, "", "rejected", PERSON, "not one", "2024-05-01T10:00:00", "engagement")])
    put(store, (), parser)
    put(store, read[5:6], parser)
    assert how[1:] == ["more changed than a few documents that came", "people decided something"]


def test_a_copy_is_left_to_the_full_join(
    make: Callable[[str], Store], read: list[tuple[Document, Findings]], parser: Parser, how: list[str]
) -> None:
    document, _ = read[3]
    body = document.text.encode()
    copy = freeze(RawItem("copy.txt", body, "text/plain", document.sha256, Given(published="2018-06-21")))
    (said,) = read_documents([copy], parser)
    store = make("copied")
    put(store, read[:5], parser)
    put(store, [(copy, said)], parser)
    assert how[-1] == "a family of copies changes"


def test_a_document_that_is_read_again_is_left_to_the_full_join(
    make: Callable[[str], Store], read: list[tuple[Document, Findings]], parser: Parser, how: list[str]
) -> None:
    store = make("again")
    put(store, read[:5], parser)
    store.add(*read[0], "another key")
    joining.join(store, parser)
    assert how[-1] == "what was joined changed"

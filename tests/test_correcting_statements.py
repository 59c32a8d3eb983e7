"""Statements set right by hand: who said it, or that it is none; it outlives reading again, holds for copies, and can be taken back."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

import memcon
from memcon.annotate.parser import Parser
from memcon.export.record_json import to_json
from memcon.flow.join import join
from memcon.flow.run import read_into
from memcon.model.errors import StoreError
from memcon.model.findings import Statement
from memcon.read.read import ReadOptions, read_paths
from memcon.store.store import Store

FIRST = (
    "OSLO, May 14, 2019 — Foreign Minister Heiko Maas met Foreign Minister Jean-Yves Le Drian in Oslo on Tuesday. "
    "“The road to a settlement of the border dispute is long and it is open,” Maas said after the talks. "
    "Le Drian said that the next round would be held in Paris before the end of the summer."
)
MORE = (
    "The two ministers spoke for three hours in the old customs house above the fjord, first alone and then with their experts. "
    "Neither side would tell what had been written down, and the papers that were laid on the table went back into their folders. "
    "Outside some two hundred fishermen waited for a word on the grounds in which both countries cast their nets."
)
LATER = (
    "PARIS, May 16, 2019 — Foreign Minister Jean-Yves Le Drian said on Thursday that France would host the talks. "
    "Foreign Minister Heiko Maas welcomed the offer."
)


def write(folder: Path, **texts: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text)
    return folder


def read(db: Path, *places: Path, parser: Parser) -> None:
    with Store(db) as store:
        read_into(store, read_paths(list(places), ReadOptions()), parser)


@pytest.fixture
def db(tmp_path: Path, parser: Parser) -> Path:
    read(tmp_path / "record.db", write(tmp_path / "first", first=FIRST), parser=parser)
    return tmp_path / "record.db"


def said(db: Path, words: str, copies: bool = False) -> list[tuple[Statement, str | None]]:
    """The statements that hold some words, each with the name of the speaker."""
    with memcon.open_record(db) as record:
        found = record.statements(copies=copies)
        texts = record.documents_by_id({s.document for s in found})
        actors = record.actors_by_id(s.speaker for s in found if s.speaker)
    return [
        (s, actors[s.speaker].name if s.speaker in actors else None)
        for s in found
        if words in s.span.of(texts[s.document].text)
    ]


def one(db: Path, words: str) -> tuple[Statement, str | None]:
    (found,) = said(db, words)
    return found


def exported(db: Path) -> str:
    with Store(db, read_only=True) as store, store.record() as record:
        return to_json(record)


def test_what_was_given_to_one_speaker_is_given_to_another_and_taken_back(db: Path) -> None:
    before = exported(db)
    s, name = one(db, "The road")
    assert name == "Heiko Maas"
    memcon.corrections(db).correct(s.id, "speaker", "Jean-Yves Le Drian", "the transcript")
    assert one(db, "The road")[1] == "Jean-Yves Le Drian"
    with memcon.open_record(db) as record:
        assert s.id in [x.id for x in record.statements(person="Le Drian")]
        assert s.id not in [x.id for x in record.statements(person="Maas")]
    memcon.corrections(db).undo()
    assert exported(db) == before


def test_a_speaker_is_meant_by_a_name_an_id_or_the_place_of_a_mention(db: Path) -> None:
    s, _ = one(db, "The road")
    with memcon.open_record(db) as record:
        (le_drian,) = record.actors(person="Le Drian")
    at = f"{s.document}@{FIRST.index('Le Drian said')}"
    for meant in ("Le Drian", le_drian.id, at):
        made = memcon.corrections(db).correct(s.id, "speaker", meant, "the transcript")
        assert made.what == "statement: speaker is Jean-Yves Le Drian, not Heiko Maas"
        assert made.items == (s.id, le_drian.id)
        memcon.corrections(db).undo()


def test_a_statement_can_be_nobodys(db: Path) -> None:
    s, _ = one(db, "The road")
    memcon.corrections(db).correct(s.id, "speaker", "", "the paper does not tell")
    after, name = one(db, "The road")
    assert (after.speaker, after.speaker_text, name) == (None, None, None)


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("Nobody Known", "nobody in the record has the id or the name"),
        ("document-00000000@3", "nobody of the record is mentioned there"),
    ],
)
def test_who_cannot_be_meant_is_told(db: Path, value: str, why: str) -> None:
    s, _ = one(db, "The road")
    with pytest.raises(StoreError, match=why):
        memcon.corrections(db).correct(s.id, "speaker", value, "a slip")


def test_of_two_with_one_name_neither_is_chosen(db: Path, tmp_path: Path, parser: Parser) -> None:
    more = "LIMA, May 20, 2019 — Foreign Minister Ana Soto met Defence Minister Raúl Soto in Lima on Monday."
    read(db, write(tmp_path / "lima", lima=more), parser=parser)
    s, _ = one(db, "The road")
    with pytest.raises(StoreError, match=r"'Soto' can be Ana Soto \(actor-\w+\), Raúl Soto"):
        memcon.corrections(db).correct(s.id, "speaker", "Soto", "a slip")


def test_what_is_no_statement_is_gone_and_comes_back_when_that_is_disputed(db: Path) -> None:
    s, _ = one(db, "The road")
    made = memcon.corrections(db).reject(s.id, "a headline of the paper")
    assert said(db, "The road") == []
    assert made.items == ()
    memcon.corrections(db).dispute(made.number, "he did say it", "Bo")
    assert one(db, "The road")[0].id == s.id


@pytest.mark.parametrize("decide", ["speaker", "none"])
def test_added_reports_and_a_new_join_of_all_give_the_same_bytes(
    db: Path, tmp_path: Path, parser: Parser, decide: str
) -> None:
    s, _ = one(db, "The road")
    if decide == "speaker":
        memcon.corrections(db).correct(s.id, "speaker", "Le Drian", "the transcript")
    else:
        memcon.corrections(db).reject(s.id, "none")
    read(db, write(tmp_path / "more", later=LATER), parser=parser)
    added = exported(db)
    with Store(db) as store:
        with store.writing() as connection:
            from memcon.store import reading

            reading.set_joined(connection, "nothing")
        assert join(store, parser)
    assert exported(db) == added
    assert [name for _, name in said(db, "The road")] == (["Jean-Yves Le Drian"] if decide == "speaker" else [])


def test_what_is_decided_of_a_statement_holds_for_the_copies_that_retell_it(
    db: Path, tmp_path: Path, parser: Parser
) -> None:
    wire = f"{FIRST} {MORE}"
    copies = write(tmp_path / "copies", wire=wire, paper=f"{wire} Our own reporter adds that it rained in the harbour.")
    db = tmp_path / "copies.db"
    read(db, copies, parser=parser)
    (told, _), (again, _) = sorted(said(db, "The road", copies=True), key=lambda pair: pair[0].retells is not None)
    assert again.retells == told.id
    memcon.corrections(db).correct(told.id, "speaker", "Le Drian", "the transcript")
    both = said(db, "The road", copies=True)
    assert [name for _, name in both] == ["Jean-Yves Le Drian"] * 2
    assert [s.retells for s, _ in both if s.id == again.id] == [told.id]
    memcon.corrections(db).reject(told.id, "none at all")
    assert said(db, "The road", copies=True) == []


def test_a_speaker_who_is_named_in_another_report_is_followed_when_he_becomes_another(
    db: Path, tmp_path: Path, parser: Parser
) -> None:
    more = "LIMA, May 20, 2019 — Foreign Minister Néstor Popolizio said on Monday that Peru was ready."
    read(db, write(tmp_path / "lima", lima=more), parser=parser)
    s, _ = one(db, "The road")
    corrections = memcon.corrections(db)
    corrections.correct(s.id, "speaker", "Popolizio", "the recording")
    assert one(db, "The road")[1] == "Néstor Popolizio"
    with memcon.open_record(db) as record:
        (popolizio,), (maas,) = record.actors(person="Popolizio"), record.actors(person="Maas")
    corrections.merge([popolizio.id, maas.id], "a test of absurdity")
    with memcon.open_record(db) as record:
        (both,) = record.actors(person="Popolizio")
    assert one(db, "The road")[0].speaker == both.id


def test_the_speaker_that_people_agree_on_is_the_same_wherever_he_is_mentioned(db: Path) -> None:
    s, _ = one(db, "The road")
    corrections = memcon.corrections(db)
    corrections.correct(s.id, "speaker", f"{s.document}@{FIRST.index('Jean-Yves')}", "the transcript", "Ada")
    corrections.correct(s.id, "speaker", f"{s.document}@{FIRST.index('Le Drian said')}", "I was there", "Bo")
    found = corrections.agreement()
    assert [(f.about, f.field, f.items, f.agreed) for f in found.fields] == [
        ("statement", "exists", 1, 1),
        ("statement", "speaker", 1, 1),
    ]
    corrections.correct(s.id, "speaker", "Heiko Maas", "no, the other", "Bo")
    (differing,) = corrections.agreement().differing
    assert differing.said == (("Ada", "Jean-Yves Le Drian"), ("Bo", "Heiko Maas"))


def test_the_gold_of_a_speaker_has_the_words_of_the_statement_and_those_that_name_him(db: Path) -> None:
    s, _ = one(db, "The road")
    memcon.corrections(db).correct(s.id, "speaker", "Le Drian", "the transcript", "Ada")
    line = json.loads(memcon.corrections(db).gold())
    assert (line["about"], line["field"], line["judgement"]) == ("statement", "speaker", "edited")
    assert (line["value"], line["before"]) == ("Jean-Yves Le Drian", "Heiko Maas")
    assert line["at"]["quote"].startswith("The road")
    assert line["named"]["quote"].startswith("Le Drian said") or line["named"]["quote"].startswith("Jean-Yves")


def test_an_accepted_speaker_is_kept_as_a_judgement_and_sets_nothing(db: Path) -> None:
    s, _ = one(db, "The road")
    memcon.corrections(db).accept(s.id, "as told", judge="Ada")
    after, _ = one(db, "The road")
    assert after == s
    (opinion,) = memcon.corrections(db).opinions()
    assert (opinion.about, opinion.field, opinion.ruled, opinion.value) == (
        "statement",
        "speaker",
        "accepted",
        "Heiko Maas",
    )


def test_statements_can_be_neither_merged_nor_split(db: Path) -> None:
    s, _ = one(db, "The road")
    other, _ = one(db, "the next round")
    corrections = memcon.corrections(db)
    with pytest.raises(StoreError, match="can be merged"):
        corrections.merge([s.id, other.id], "a slip")
    with pytest.raises(StoreError, match="stands in one document"):
        corrections.split(s.id, [s.document], "a slip")


def test_a_speaker_set_by_hand_is_certain(db: Path) -> None:
    s, _ = one(db, "The road")
    memcon.corrections(db).correct(s.id, "speaker", "Le Drian", "the transcript")

    def sure(of: Sequence[dict[str, float | str]]) -> list[float | str]:
        return [x["confidence"] for x in of if x["id"] == s.id]

    assert sure(json.loads(exported(db))["statements"]) == [1.0]

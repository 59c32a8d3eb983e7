"""The frozen sentences can be read: every entry loads, its words are in its text, its id is its own."""

from collections import Counter
from pathlib import Path

import pytest
from clause_samples import Sample, SampleError, load

HERE = Path(__file__).parent
FILES = ("clauses.toml", "held_clauses.toml")
ENTRY = '[[clause]]\nid = "past-01"\ntext = "They met in Suva."\npublished = 2024-03-14\nword = "met"\nstatus = "held"\n'


@pytest.fixture(scope="module")
def samples() -> list[Sample]:
    return [sample for name in FILES for sample in load(HERE / name)]


def test_every_entry_loads(samples: list[Sample]) -> None:
    assert len(samples) >= 450


def test_ids_are_unique(samples: list[Sample]) -> None:
    assert [name for name, count in Counter(sample.id for sample in samples).items() if count > 1] == []


def test_no_predicate_is_told_twice(samples: list[Sample]) -> None:
    told = Counter((sample.text, sample.word) for sample in samples)
    assert [text for text, count in told.items() if count > 1] == []


def test_no_text_is_in_both_files() -> None:
    development, held = ({sample.text for sample in load(HERE / name)} for name in FILES)
    assert development & held == set()


def test_each_word_is_in_the_text(samples: list[Sample]) -> None:
    for sample in samples:
        start, end = sample.span
        assert sample.text[start:end] == sample.word.partition("@")[0], sample.id


def test_agents_patients_and_holders_are_in_the_text(samples: list[Sample]) -> None:
    for sample in samples:
        for phrase in (*(sample.agents or ()), *(sample.patients or ()), sample.holder or ""):
            assert phrase in sample.text, (sample.id, phrase)


def test_a_plan_may_be_called_announced(tmp_path: Path) -> None:
    path = tmp_path / "some.toml"
    path.write_text(ENTRY.replace('"held"', '"planned"'), encoding="utf-8")
    assert load(path)[0].statuses == {"planned", "announced"}


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ('colour = "red"', r"some\.toml: past-01: unknown key 'colour'"),
        ('tense = "pluperfect"', r"some\.toml: past-01: tense = 'pluperfect'"),
        ('accept_status = ["done"]', r"some\.toml: past-01: accept_status"),
        ('agents = "they"', r"some\.toml: past-01: agents"),
        ('headline = "yes"', r"some\.toml: past-01: headline"),
        ("earliest = 2024-03-14", r"some\.toml: past-01: earliest and latest go together"),
        ("earliest = 2024-03-14\nlatest = 2024-03-13", r"some\.toml: past-01: earliest is after latest"),
    ],
)
def test_what_cannot_be_read_is_refused_with_file_and_id(tmp_path: Path, line: str, complaint: str) -> None:
    path = tmp_path / "some.toml"
    path.write_text(f"{ENTRY}{line}\n", encoding="utf-8")
    with pytest.raises(SampleError, match=complaint):
        load(path)


def test_an_entry_without_a_status_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "some.toml"
    path.write_text(ENTRY.replace('status = "held"\n', ""), encoding="utf-8")
    with pytest.raises(SampleError, match=r"some\.toml: past-01: status missing"):
        load(path)

"""The record depends on what was said, by whom and when: not on folders, names of files, their order or their form."""

import csv
import json
from collections.abc import Sequence
from pathlib import Path
from random import Random

import msgspec
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from memcon.annotate.parser import Parser
from memcon.export.record_json import to_json
from memcon.flow.plan import record_of
from memcon.flow.run import read_into
from memcon.model.document import RawItem
from memcon.read.read import read_paths
from memcon.store.store import Store

# Ties on purpose: two reports of one day, one without a day that another dates, one that stands in two places.
REPORTS = (
    ("2018-06-10", "Post", "President Moon Jae-in will meet Prime Minister Shinzo Abe in Seoul on Friday, his office said."),
    ("2018-06-13", "Post", "The meeting of President Moon and Mr. Abe in Seoul on Friday was postponed, a spokesman said."),
    ("2018-06-13", "Gazette", "Mr. Abe will meet Moon Jae-in in Busan on Monday instead, an aide said in Tokyo."),
    ("2018-07-16", "Gazette", "President Vladimir Putin met Donald Trump in Helsinki on Monday, an aide to Trump said."),
    ("2018-07-16", "Post", "Donald Trump met Mr. Putin of Russia in Turku on Monday, and an envoy spoke of a second meeting."),
    (None, None, "Vladimir Putin met Donald Trump in Helsinki on Monday. The two had never met before, a minister said."),
    ("2018-07-16", "Post", "Donald Trump met Mr. Putin of Russia in Turku on Monday, and an envoy spoke of a second meeting."),
)  # fmt: skip


def as_files(folder: Path, order: Sequence[int], names: str) -> list[RawItem]:
    """The reports as files with a manifest, one folder below another, named in this order."""
    folder.mkdir(parents=True)
    with (folder / "manifest.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("source", "published", "outlet"))
        for n, report in enumerate(order):
            day, outlet, text = REPORTS[report]
            name = f"{names}{n:02}.txt"
            (folder / name).write_bytes(text.encode())
            rows.writerow((name, day, outlet))
    return read(folder)


def as_lines(folder: Path, order: Sequence[int]) -> list[RawItem]:
    """The reports as JSON Lines with the same given."""
    folder.mkdir(parents=True)
    lines = [dict(zip(("published", "outlet", "text"), REPORTS[n], strict=True)) for n in order]
    (folder / "all.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return read(folder)


def read(folder: Path) -> list[RawItem]:
    items = list(read_paths([folder]))
    assert all(isinstance(item, RawItem) for item in items)
    return items  # type: ignore[return-value]


def told(record: str) -> object:
    """A record without its sources, of which one is where a day was given ("manifest", "JSON line")."""
    fields = msgspec.json.decode(record.replace("JSON line", "manifest"))
    for document in fields["documents"]:
        del document["source"], document["also_at"]
    return fields


@pytest.fixture(scope="module")
def plain(parser: Parser, tmp_path_factory: pytest.TempPathFactory) -> object:
    items = as_files(tmp_path_factory.mktemp("plain") / "reports", range(len(REPORTS)), "report-")
    record = record_of(items, parser)
    assert len(record.documents) == len(REPORTS) - 1 and record.engagements
    assert [len(d.also_at) for d in record.documents].count(1) == 1
    assert [str(d.published.basis.kind) for d in record.documents].count("inferred") == 1, "a day that another report gives"
    return told(to_json(record))


@settings(
    max_examples=4, deadline=None, phases=[Phase.generate], suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.permutations(range(len(REPORTS))), st.text("abxyz", min_size=1, max_size=6), st.booleans(), st.integers())
def test_the_same_reports_from_elsewhere_under_other_names_in_another_order_or_form_make_the_same_record(
    parser: Parser,
    plain: object,
    tmp_path_factory: pytest.TempPathFactory,
    order: list[int],
    name: str,
    lines: bool,
    seed: int,
) -> None:
    folder = tmp_path_factory.mktemp(name) / name / "deep"
    items = as_lines(folder, order) if lines else as_files(folder, order, name)
    Random(seed).shuffle(items)
    assert told(to_json(record_of(items, parser))) == plain


def test_a_run_into_a_database_makes_that_record_too_file_by_file(parser: Parser, plain: object, tmp_path: Path) -> None:
    with Store(tmp_path / "record.db") as store:
        for item in reversed(as_files(tmp_path / "elsewhere", range(len(REPORTS)), "z")):
            read_into(store, [item], parser)
        with store.record() as record:
            assert told(to_json(record)) == plain

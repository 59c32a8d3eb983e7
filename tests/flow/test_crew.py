"""A join gives the same record whoever scores its pairs, and whether or not they fit in memory."""

import os
import signal
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

import memcon
from memcon.annotate.parser import Parser
from memcon.coreference.occasions.clusters import scored
from memcon.flow import join
from memcon.flow.joining import scoring
from memcon.flow.joining.crew import Crew, Piece
from memcon.flow.joining.pieces import alike, done
from memcon.flow.joining.scoring import pieces_of, scoring_by
from memcon.flow.joining.spilling import Spill
from memcon.flow.pool import Joiners, Pool
from memcon.flow.run import read_into
from memcon.model.cluster import Cluster
from memcon.model.dates import DateRange
from memcon.model.document import Given, RawItem
from memcon.model.ids import sha256_of
from memcon.store import reading
from memcon.store.store import Store

WORDS = """Foreign Minister {who} of Norway met Finnish Foreign Minister Pekka Haavisto in {where} on {day} May 2021 to speak about
the Arctic. The two ministers will meet again in {next} next month, an official said.
"""
spills = pytest.mark.skipif(
    find_spec("duckdb") is None or find_spec("pyarrow") is None, reason="needs DuckDB and pyarrow: memcon[analysis]"
)


def items() -> Iterator[RawItem]:
    for n in range(18):
        who, where = ("Ine Soreide", "Anniken Huitfeldt")[n % 2], ("Oslo", "Turku", "Tromso")[n % 3]
        body = (WORDS.format(who=who, where=where, day=3 + n % 5, next=where) + f"Report {n}.").encode()
        yield RawItem(f"{n}.txt", body, "text/plain", sha256_of(body), Given("2021-05-09", "given", "Post"))


@pytest.fixture(scope="module")
def store(parser: Parser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store(tmp_path_factory.mktemp("crew") / "record.db") as store:
        read_into(store, items(), parser)
        yield store


@pytest.fixture(scope="module")
def singles(store: Store, parser: Parser) -> dict[int, Cluster]:
    """The local engagements that a join of all of them compares."""
    asked = Asked(None)
    joined_anew(store, parser, asked)
    return asked.clusters


class Asked:
    """A way of scoring that notes what is asked for, and scores as its crew does."""

    def __init__(self, crew: Crew | None) -> None:
        self._crew = crew
        self.clusters: dict[int, Cluster] = {}

    def __call__(self, clusters: dict[int, Cluster]) -> object:
        self.clusters = dict(clusters)
        return scoring_by(self._crew)(clusters)


def joined_anew(store: Store, parser: Parser, asked: Asked | None = None, crew: Crew | None = None) -> bytes:
    """The record, joined as if its rules had changed."""
    with store.writing() as db:
        reading.set_joined(db, "0 by other rules")
    with pytest.MonkeyPatch.context() as patch:
        if asked is not None:
            patch.setattr("memcon.flow.joining.met.scoring_by", lambda crew: asked)
        assert join.join(store, parser, crew=crew)
    with memcon.open_record(store.place) as record:
        out = Path(str(store.place) + ".json")
        with out.open("wb") as file:
            record.export(file)
    return out.read_bytes()


class Here:
    """A crew of this process."""

    def __init__(self) -> None:
        self.pieces = 0

    def work(self, pieces: Iterable[Piece]) -> Iterator[bytes]:
        for piece in pieces:
            self.pieces += 1
            yield done(piece)


def test_pairs_come_to_the_same_wherever_they_are_scored(
    singles: dict[int, Cluster], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scoring, "PIECE", 7)
    expected = scored(singles)
    assert len(expected) > 50
    monkeypatch.setattr(scoring, "FEW", 0)
    assert sorted(scoring_by(Joiners(2))(singles)) == sorted(expected)


def test_a_few_pairs_are_scored_without_a_crew(singles: dict[int, Cluster]) -> None:
    crew = Here()
    assert sorted(scoring_by(crew)(singles)) == sorted(scored(singles))
    assert not crew.pieces


def test_a_piece_whose_worker_is_killed_is_done_by_another(
    singles: dict[int, Cluster], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scoring, "PIECE", 7)
    pairs = [(i, j) for *_, i, j in scored(singles)]
    with Pool(2, joins=True) as pool:
        answers = []
        for answer in pool.work(pieces_of(singles, pairs)):
            answers += alike(answer)
            if len(answers) == 7:
                os.kill(pool._workers[0].process.pid, signal.SIGKILL)
    assert sorted(answers) == sorted(scored(singles))


@spills
def test_blocks_on_disk_give_the_pairs_of_blocks_in_memory(
    singles: dict[int, Cluster], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("memcon.flow.joining.spilling.TOGETHER", 4)
    monkeypatch.setattr("memcon.flow.joining.spilling.AT_HAND", 2)
    monkeypatch.setattr("memcon.flow.joining.spilling.PIECE", 10)
    found = scoring_by(None, many=1)({n + 5: c for n, c in enumerate(singles.values())})
    assert sorted((turn, anchor, i - 5, j - 5) for turn, anchor, i, j in found) == sorted(scored(singles))
    with Spill(tmp_path) as spill:
        for single in singles.values():
            spill.put(single)
        assert sum(len(alike(done(piece))) for piece in spill.pieces()) == len(found)
        assert any(tmp_path.iterdir())
    assert not any(tmp_path.iterdir())  # nothing stays on disk


@spills
def test_engagements_without_a_block_and_none_at_all_can_be_spilled() -> None:
    with Spill() as spill:
        assert list(spill.pieces()) == []


def test_the_record_is_the_same_with_a_crew(store: Store, parser: Parser, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = joined_anew(store, parser)
    monkeypatch.setattr(scoring, "FEW", 0)
    monkeypatch.setattr(scoring, "PIECE", 11)
    crew = Here()
    assert joined_anew(store, parser, crew=crew) == alone
    assert crew.pieces > 1


@pytest.mark.ray
@pytest.mark.skipif(find_spec("ray") is None, reason="needs Ray: memcon[ray]")
def test_the_actors_that_read_do_pieces_of_the_join_also_when_one_is_killed(
    singles: dict[int, Cluster], monkeypatch: pytest.MonkeyPatch
) -> None:
    from memcon.flow.ray_engine import RayEngine

    monkeypatch.setattr(scoring, "PIECE", 7)
    pairs = [(i, j) for *_, i, j in scored(singles)]
    with RayEngine(2) as engine:
        answers = []
        for answer in engine.work(pieces_of(singles, pairs)):
            answers += alike(answer)
            if len(answers) == 7 and engine._busy:
                engine._ray.kill(next(iter(engine._busy.values()))[0])
    assert sorted(answers) == sorted(scored(singles))


def test_dates_survive_the_way_to_a_worker(singles: dict[int, Cluster]) -> None:
    assert any(isinstance(d, DateRange) and d.exact for c in singles.values() for d in c.dates)

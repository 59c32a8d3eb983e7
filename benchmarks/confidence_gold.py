"""What of a record is right, by gold: in, a record and its gold; out, a `Judged` for each value that gold can tell of.

Three kinds of gold: annotated reports (as `score_record.py` of a folder of scorers reads them), short papers (as `score_world.py` does)
and official posts (as `score_readouts.py` does). Those scorers' own matching decides what is what; of short papers, whose scorer is a
script, the same matching is made here.

    status   an engagement is wrong where gold has no such occasion, or gives it another status. Of papers and posts only what lists show
             is judged, since their gold tells of nothing else
    place    of engagements that gold has, with a place that it tells
    link     of two engagements that gold has: is the one a part of the other, or was it put off to it? Gold of papers has no links: there
             one is taken for right where, by gold, somebody is in both and their days can be the same, or the whole is of many; and of
             what was put off, where gold says that it was
    speaker  a statement is wrong where gold has no such statement, or gives it to somebody else

What gold calls optional is left out.
"""

import json
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from memcon.export.record_json import to_json
from memcon.model.findings import Statement
from memcon.model.record import Actor, Engagement, Record
from memcon.wording.listing import tells

Json = dict[str, Any]
WEEK, MONTHS = 7, 40  # days by which a row may be wider than gold; bounds that tell no day


@dataclass(frozen=True, slots=True)
class Judged:
    """One value of a record, by what it is of, and whether gold bears it out."""

    of: str  # status, place, part_of, rescheduled_as, speaker
    item: Engagement | Statement
    right: bool
    text: str  # the document or the corpus, to keep halves apart


def scorers(folder: Path) -> None:
    """Let the scorers of a folder be imported."""
    sys.path.insert(0, str(folder))


def of_reports(record: Record, gold_folder: Path, texts: Path) -> Iterator[Judged]:
    """Annotated reports."""
    import score_record
    from record_reading import Gold, bounds, is_optional

    gold = Gold(gold_folder, texts)
    run = score_record.Run(json.loads(to_json(record)), gold, {})
    score_record.score_statements(run)
    score_record.score_mentions(run)
    yield from _speakers(run, record)
    own = {e.id: e for e in record.engagements}
    docs = gold.having("engagements")
    wanted = [e for e in gold.engagements.values() if not e["documents"] or docs.keys() & set(e["documents"])]
    aligned = score_record.align(run, wanted, run.engagements)
    last: dict[str, str] = defaultdict(str)
    for d, doc in gold.docs.items():
        last[gold.corpus(d)] = max(last[gold.corpus(d)], bounds(doc["meta"]["publication_date"])[1] or "")
    gold_of = {s["id"]: g for g, s in aligned}
    spare = {i for item in run.mentions.ignored for i in run.cluster(item)}
    spare -= {i for item in (*(s for _, s in run.mentions.pairs), *run.mentions.invented) for i in run.cluster(item)}
    for said in run.engagements:
        e, g = own[said["id"].partition("@")[0]], gold_of.get(said["id"])
        if said["status"] != e.status or (g is None and said["id"] in spare) or (g is not None and is_optional(g)):
            continue
        text = str(said.get("corpus") or gold_folder)
        yield Judged("status", e, g is not None and said["status"] in _allowed(run, g, last), text)
        if g is not None and e.place is not None and (right := _place_of_report(g, said)) is not None:
            yield Judged("place", e, right, text)
    yield from _links(run, aligned, own)


def _speakers(run: Any, record: Record) -> Iterator[Judged]:
    import score_record

    own = {s.id: s for s in record.statements}
    told: dict[str, list[bool]] = defaultdict(list)
    docs: dict[str, str] = {}
    for g, s in run.statements.pairs:
        told[s.data["id"]].append(score_record.speaker_right(run, s.data, g.data))
        docs[s.data["id"]] = g.doc
    for s in run.statements.invented:
        told[s.data["id"]].append(False)
        docs[s.data["id"]] = s.doc
    for i, rights in told.items():
        yield Judged("speaker", own[i], any(rights), docs[i])


def _allowed(run: Any, g: Json, last: Mapping[str, str]) -> set[str]:
    """The statuses that gold takes for right, as `score_record.score_life` does."""
    import score_record
    from record_reading import bounds
    from record_tables import STILL_OPEN

    finals = score_record.statuses(re.split(r"[ (]", g["status_at_end_of_corpus"])[0], g)
    allowed = {name for x in finals for name in score_record.accepted(x)}
    if allowed & STILL_OPEN and (bounds(g["date"])[1] or "9999") < last[score_record.corpus_of(run, g)]:
        allowed.add("unconfirmed")
    return allowed


def _place_of_report(g: Json, said: Json) -> bool | None:
    from record_names import place_words
    from record_tables import NO_PLACE

    where = place_words(g["place"])
    if not where or where & NO_PLACE:
        return None
    words = place_words((said.get("place") or {}).get("name"))
    return any(words & there for there in (where, *map(place_words, g.get("alt_places", []))))


LINKS = {
    "part_of": ("part_of", False), "has_part": ("part_of", True), "rescheduled_as": ("rescheduled_as", False),
    "reschedules": ("rescheduled_as", True),
}  # fmt: skip


def _links(run: Any, aligned: Sequence[tuple[Json, Json]], own: Mapping[str, Engagement]) -> Iterator[Judged]:
    """As `score_record.score_links` does; a part of a part that hangs on the whole is left out."""
    from record_reading import aslist

    gold_of = {s["id"]: g["id"] for g, s in aligned}
    wanted = set()
    for g, _ in aligned:
        for r in (r for r in g["relations"] if r["rel"] in LINKS):
            name, turned = LINKS[r["rel"]]
            wanted.add((name, r["to"], g["id"]) if turned else (name, g["id"], r["to"]))
    far = {(r, a, d) for r, a, b in wanted for q, c, d in wanted if r == q == "part_of" and b == c} - wanted
    for g, s in aligned:
        for name in ("part_of", "rescheduled_as"):
            for t in aslist(s.get(name)):
                link = (name, g["id"], gold_of.get(t))
                if t in gold_of and link not in far:
                    yield Judged(name, own[s["id"].partition("@")[0]], link in wanted, g["documents"][0])


# --- short papers ------------------------------------------------------------------------------------------------------

CLASS = {
    "meeting": "m", "talks": "m", "summit": "m", "dinner": "m", "conference": "m", "visit": "v", "call": "c", "briefing": "b",
    "press_conference": "b", "hearing": "h", "speech": "s", "ceremony": "y",
}  # fmt: skip
SAME = (
    {"announced", "planned", "agreed"}, {"held", "ongoing"}, {"postponed"}, {"cancelled"}, {"declined", "ruled_out"}, {"invited"},
    {"considered"}, {"unconfirmed", "planned", "announced", "agreed"},
)  # fmt: skip
TITLES = frozenset(
    (
        "president", "prime", "minister", "king", "queen", "secretary", "dr", "mr", "mrs", "ms", "sir", "he", "shri", "sheikh", "prince",
        "princess", "crown", "ambassador", "general", "his", "her", "excellency", "majesty", "highness", "the", "of", "and",
    )
)  # fmt: skip


def of_papers(record: Record, files: Iterable[Path]) -> Iterator[Judged]:
    """Short papers: the status and the place of what lists show; links by what gold has of both ends."""
    actors = {a.id: a for a in record.actors}
    names = {d.id: d.source.split("#")[0].rsplit("/", 1)[-1] for d in record.documents}
    rows: dict[str, list[Engagement]] = defaultdict(list)
    for e in record.engagements:
        for d in e.reports if tells(e, actors) else ():
            rows[names[d]].append(e)
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.strip():
                gold = json.loads(line)
                yield from _of_paper(gold, rows.get(gold["id"], []), actors)


def _of_paper(gold: Json, rows: Sequence[Engagement], actors: Mapping[str, Actor]) -> Iterator[Judged]:
    pairs = _paired(gold["engagements"], rows, actors)
    by_id = {rows[j].id: gold["engagements"][i] for j, i in pairs.items()}
    for e in rows:
        for name in ("part_of", "rescheduled_as"):
            if e.id in by_id and getattr(e, name) in by_id:
                yield _link_of_paper(e, name, by_id, gold["id"])
    for j, e in enumerate(rows):
        if j not in pairs:
            yield Judged("status", e, False, gold["id"])
            continue
        q = gold["engagements"][pairs[j]]
        ok = {q["status"], *q.get("accept_status", [])}
        right = any(e.status in s and ok & s for s in SAME)
        if q.get("optional"):
            continue
        yield Judged("status", e, right, gold["id"])
        if q.get("place") and e.place is not None:
            here = e.place.country and e.place.country == q["place"].get("country")
            yield Judged(
                "place", e, bool(here or set(words(e.place.name)) & set(words(q["place"].get("name")))), gold["id"]
            )


def _link_of_paper(e: Engagement, name: str, golds: Mapping[str, Json], text: str) -> Judged:
    one, other = golds[e.id], golds[getattr(e, name)]
    shared = any(
        {p[key] for p in one["participants"]} & {p[key] for p in other["participants"]} - {None}
        for key in ("name", "state")
    )
    if name == "rescheduled_as":
        return Judged(name, e, shared and one["status"] in ("postponed", "cancelled"), text)
    meet = (one.get("earliest") or "") <= (other.get("latest") or "9999") and (other.get("earliest") or "") <= (
        one.get("latest") or "9999"
    )
    return Judged(name, e, meet and (shared or other["kind"] in ("summit", "conference")), text)


def _paired(golds: Sequence[Json], rows: Sequence[Engagement], actors: Mapping[str, Actor]) -> dict[int, int]:
    """Row -> gold, one to one, the best first."""
    found = []
    for i, q in enumerate(golds):
        for j, e in enumerate(rows):
            same_kind = CLASS.get(e.kind) in {CLASS.get(x) for x in (q["kind"], *q.get("accept_kind", []))}
            there = [a for p in e.participants if (a := actors.get(p.actor))]
            hit = sum(any(_fits(p, a) for a in there) for p in q["participants"])
            first, last = (d.isoformat() if d else "" for d in (e.date.earliest, e.date.latest))
            day = (q.get("earliest") or "") <= (last or "9999") and first <= (q.get("latest") or "9999")
            alone = (not q["participants"] or not e.participants) and same_kind
            if day and (hit or alone) and (same_kind or hit > 1):
                found.append((2 * same_kind + hit + (_width(first, last) < WEEK + 1), -j, i, j))
    pairs: dict[int, int] = {}
    for _, _, i, j in sorted(found, reverse=True):
        if j not in pairs and i not in pairs.values():
            pairs[j] = i
    return pairs


def _fits(g: Json, a: Actor) -> bool:
    names = [a.name, *a.aliases]
    if g["kind"] == "person":
        return a.kind == "person" and any(_same_person(g["name"], n) for n in names)
    if g["kind"] == "body":
        return any(set(words(g["name"])) & set(words(n)) for n in names)
    return g["state"] is not None and a.state == g["state"]


def _same_person(one: str, other: str) -> bool:
    short, long = sorted((words(one), words(other)), key=len)
    if not short:
        return False
    return set(short) <= set(long) if len(short) > 1 else short[0] in (long[0], long[-1]) and len(short[0]) > len("of")


def _width(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days if first and last else 9999


def words(name: str | None) -> list[str]:
    plain = unicodedata.normalize("NFKD", name or "").encode("ascii", "ignore").decode().casefold()
    return [w for w in re.findall(r"[a-z]+", plain.replace("'", "").replace("-", "")) if w not in TITLES and len(w) > 1]


# --- official posts ----------------------------------------------------------------------------------------------------


def of_posts(record: Record, folder: Path) -> Iterator[Judged]:
    """Official posts: those that gold has as held, and what the record has on posts that tell of no engagement."""
    import score_readouts as scorer

    own, actors = {e.id: e for e in record.engagements}, {a.id: a for a in record.actors}
    shown = {e.id for e in record.engagements if tells(e, actors)}
    rec = scorer.Record(json.loads(to_json(record)))
    golds: dict[str, list[Json]] = defaultdict(list)
    for g in scorer.read_lines(folder / "gold_engagements.jsonl"):
        golds[scorer.post_key(g["report"])].append(g)
    seen = set[str]()
    for post, gs in golds.items():
        said = [e for e in rec.by_post.get(post, []) if e.id in shown and e.id not in seen]
        pairs = scorer.match(gs, said)
        taken = {e.id for _, e in pairs}
        for g, e in pairs:
            yield Judged("status", own[e.id], e.status in scorer.HELD, post)
            if g.get("place") and e.country():
                yield Judged("place", own[e.id], e.country() == g["place"]["country"], post)
        for e in said:
            if e.id not in taken and scorer.claimed(e, gs):
                yield Judged("status", own[e.id], False, post)
                taken.add(e.id)
        seen |= taken
    for n in scorer.read_lines(folder / "gold_negatives.jsonl"):
        for e in rec.by_post.get(scorer.post_key(n["report"]), []):
            if e.id in shown and e.id not in seen and e.diplomatic() and e.kind not in scorer.NOT_DIPLOMACY:
                yield Judged("status", own[e.id], False, scorer.post_key(n["report"]))


def inputs(file: Path) -> Iterator[str]:
    """What memcon reads of a file of short papers, line by line."""
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.strip():
            g = json.loads(line)
            told = {name: g.get(name) for name in ("text", "title", "published", "outlet")}
            yield json.dumps({"url": f"https://world.example/{g['id']}", **told}, ensure_ascii=False) + "\n"

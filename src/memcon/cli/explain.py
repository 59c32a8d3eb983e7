"""memcon explain: what was read at some words of a report, room by room."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from memcon.cli.options import Map, Reader
from memcon.cli.output import note, out
from memcon.confidence.scorer import speaker
from memcon.model.clauses import Aspect, Clause, Condition, Modality, Polarity, Relation
from memcon.model.dates import DateRange
from memcon.model.resolved import ActorMention, LocalActor
from memcon.model.text import Span
from memcon.wording import words as said

if TYPE_CHECKING:
    from memcon.explaining import Explanation, Occurrence

AROUND = 40  # characters on each side of words that stand in several places
LISTED = 20  # places that are listed
INDENT = "  "


def explain(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A report: text, saved page, JSON Lines; - for standard input.")
    ],
    words: Annotated[
        str, typer.Argument(metavar="WORDS", help='Words as they stand in it, in quotation marks: "met in Oslo".')
    ],
    nth: Annotated[int | None, typer.Option(min=1, help="Which place, where the words stand in several.")] = None,
    published: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="The day of publication, if the report does not say it itself."),
    ] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published it, if it does not say so itself.")] = None,
    reader: Reader = None,
    fields: Map = None,
) -> None:
    """Show what was read at some words of a report, and by which rules: zone, tokens, clauses, names, times, places, findings.

    For whoever mends a rule. Reads the file alone; no database is asked.
    """
    from memcon.explaining import explained, occurrences

    day = published.date().isoformat() if published else None
    found = occurrences(file, words, published=day, outlet=outlet, reader=reader, fields=fields or ())
    if nth is None and len(found) > 1:
        print_places(found)
        raise typer.Exit(2)
    if nth and nth > len(found):
        raise typer.BadParameter(f"the words stand there {len(found)} times", param_hint="--nth")
    print_page(explained(found[(nth or 1) - 1]))


def print_places(found: list["Occurrence"]) -> None:
    """The places at which the words stand, to choose from."""
    note(f"these words stand in {len(found)} places; choose one with --nth:")
    several = len({place.document.id for place in found}) > 1
    for place in found[:LISTED]:
        text, span = place.document.text, place.span
        before = " ".join(text[max(0, span.start - AROUND) : span.start].split())
        after = " ".join(text[span.end : span.end + AROUND].split())
        where = f"{place.document.source}:" if several else ""
        note(
            f"{place.nth:4}  ... {before} [{' '.join(span.of(text).split())}] {after} ...  ({where}{span.start}-{span.end})"
        )
    if len(found) > LISTED:
        note(f"      and {len(found) - LISTED:,} more")


def print_page(e: "Explanation") -> None:
    """Everything, room by room."""
    console = out()
    d = e.document
    published = d.published
    console.print(Text(f"{d.source}:{e.found.span.start}-{e.found.span.end}", "bold"))
    console.print(Text.assemble("published    ", said.day(published), (f"  [{basis(published)}]", "dim")))
    if d.outlet:
        console.print(f"outlet       {d.outlet}", markup=False)
    console.print(Text.assemble("zone         ", e.zone, (f"  [{e.zone_rule}]" if e.zone_rule else "", "dim")))
    if not e.sentences:
        console.print(
            "This part of the page is not read: what follows is read in the zones title, heading, body and credits."
        )
        return
    for number, paragraph in e.paragraphs:
        console.print(f"paragraph    {number}, of {len(e.resolved.annotated.paragraphs)} that are read", markup=False)
        for swap in paragraph.swaps:
            read, stands = swap.read.of(paragraph.text), swap.source.of(d.text)
            if read.strip() != stands.strip():
                console.print(f"             {stands!r} is read as {read!r} ({swap.rule})", markup=False)
    console.print()
    console.print(Padding(Text(" ".join(e.span.of(d.text).split())), (0, 0, 0, 2), expand=False))
    for heading, body in sections(e):
        console.print()
        console.print(Text(heading, "bold"))
        if isinstance(body, Table):
            console.print(Padding(body, (0, 0, 0, 2), expand=False))
        else:
            print_lines(console, body)


def sections(e: "Explanation") -> Iterator[tuple[str, Table | Iterable[Text]]]:
    """The rooms, in the order of the walk."""
    yield "Tokens", tokens(e)
    yield "Clauses", (clause_line(e, c) for c in e.clauses)
    yield "Names", name_lines(e)
    yield "Times", (time_line(e, t.span, t.date, t.tense) for t in e.times)
    yield "Places", (Text(f"“{_of(e, p.span)}”: {said.where(p.place)}") for p in e.places)
    yield "Statements", statement_lines(e)
    yield "Engagements", engagement_lines(e)
    yield "Events", event_lines(e)


def print_lines(console: Console, found: Iterable[Text]) -> None:
    """One under another, what is longer than a line farther in; a dash where there is none."""
    for line in list(found) or [Text("–", "dim")]:
        for n, piece in enumerate(line.wrap(console, console.width - len(INDENT) * 2)):
            piece.rstrip()
            console.print(Text(INDENT * min(n + 1, 2)).append(piece))


def tokens(e: "Explanation") -> Table:
    """The words with their grammar; those that were asked for are marked."""
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", pad_edge=False)
    for heading in ("", "word", "lemma", "tag", "label", "head", "name"):
        table.add_column(heading)
    all_tokens = e.resolved.annotated.tokens
    for t in e.tokens:
        asked = Span(t.start, max(t.end, t.start + 1)).overlaps(e.found.span)
        head = all_tokens[t.head].text if t.head != t.i else "–"
        table.add_row("*" if asked else "", t.text, t.lemma, t.tag, t.dep, head, t.entity, style="bold" if asked else "")
    return table


def clause_line(e: "Explanation", c: Clause) -> Text:
    """“met”: happened; past, finite; who “Rau”; whom “Baerbock”; “in Warsaw”; in “said”; by the rule form: past."""
    form = [c.tense, c.form, "passive" if c.passive else ""]
    form += [part for part, none in _marked(c) if part != none]
    parts = [f"{c.factuality}", ", ".join(part for part in form if part and part != "none")]
    for label, heads in (("who", c.agents), ("whom", c.patients), ("to", c.recipients)):
        if heads:
            parts.append(f"{label} {', '.join(_phrase(e, h) for h in heads)}")
    parts += [f"{p.word} {', '.join(_phrase(e, o) for o in p.objects)}" for p in c.prepositional if p.objects]
    if c.parent is not None and c.relation is not Relation.MAIN:
        parts.append(f"{c.relation} of {_word(e, e.resolved.clauses.all[c.parent].predicate)}")
    if c.governor is not None:
        parts.append(f"decided by {_word(e, c.governor)}")
    if c.holder is not None:
        parts.append(f"as told by {_phrase(e, c.holder)}")
    return _ruled(f"{_word(e, c.predicate)}: {'; '.join(parts)}", c.rule)


def _marked(c: Clause) -> list[tuple[str, str]]:
    return [
        (c.aspect, Aspect.NONE),
        (c.modality, Modality.NONE),
        ("negated" if c.polarity is Polarity.NEGATIVE else "", ""),
        (c.condition, Condition.NONE),
    ]


def name_lines(e: "Explanation") -> Iterator[Text]:
    """Each name with whom it means; under the first of a person, what tells the state that he serves."""
    told: set[str] = set()
    for mention, actor in e.names:
        yield name_line(e, mention, actor)
        if actor and actor.kind == "person" and actor.key not in told:
            told.add(actor.key)
            yield from state_lines(actor)


def state_lines(actor: LocalActor) -> Iterator[Text]:
    """The evidence for and against the states that somebody may serve, the heaviest first, and why none is taken."""
    for found in sorted(actor.evidence, key=lambda f: -abs(f.weight)):
        yield Text(
            f"{INDENT}{found.weight:+g} for {found.state}: {found.feature.replace('_', ' ')}, “{found.words}”", "dim"
        )
    if actor.gap:
        yield Text(f"{INDENT}no state: {actor.gap.replace('_', ' ')}", "dim")


def name_line(e: "Explanation", m: ActorMention, actor: LocalActor | None) -> Text:
    """“Mr. Rau” (name): Zbigniew Rau, person of POL; Foreign Minister."""
    head = f"“{_of(e, m.span)}” ({m.how}): "
    if actor is None:
        return _ruled(head + _open(e, m), m.reason)
    what = actor.kind + (f" of {actor.state}" if actor.state and actor.key != actor.state else "")
    roles = "".join(f"; {'former ' if r.past else ''}{r.title}" for r in actor.roles)
    place = "; named as a place" if m.place_use else ""
    return _ruled(f"{head}{actor.name}, {what}{roles}{place}", m.reason)


def _open(e: "Explanation", m: ActorMention) -> str:
    """Whom a name may mean that is left open."""
    known = [e.resolved.actors[c].name for c in m.candidates if c in e.resolved.actors]
    if m.together:
        return ", ".join(known)
    return f"nobody; one of {', '.join(known)} or another" if known else "nobody"


def time_line(e: "Explanation", span: Span, date: DateRange, tense: str | None) -> Text:
    """“on Friday”: 4 Feb 2022; basis; TIMEX3 value."""
    day = said.day(date) if date.known else "no day"
    told = f"“{_of(e, span)}”: {day}; TIMEX3 {date.value or 'none'}" + (f"; {tense}" if tense else "")
    return _ruled(told, basis(date))


def statement_lines(e: "Explanation") -> Iterator[Text]:
    for s in e.statements:
        by = e.actor(s.speaker)
        who = by.name if by else f"{s.speaker_text or 'nobody'}, whom memcon does not know"
        to = e.actor(s.addressee)
        told = f"{who} {s.polarity}{f', to {to.name}' if to else ''}: “{_of(e, s.span)}” ({s.kind}, {speaker(s):.2f})"
        yield _ruled(told, s.why)


def engagement_lines(e: "Explanation") -> Iterator[Text]:
    for occasion, m in e.engagements:
        people = [actor.name for p in m.participants or occasion.participants if (actor := e.actor(p.actor))]
        told = f"“{_of(e, m.span)}”: {said.kind(m.kind)}, {m.status}; with {', '.join(people) or 'nobody who is known'}"
        date, place = m.date or occasion.date, m.place or occasion.place
        told += f"; {said.day(date)}" + (f"; {said.where(place)}" if place else "")
        others = len(occasion.mentions) - 1
        told += f"; one of {others + 1} mentions of the occasion {occasion.key}" if others else ""
        told += "; a habit or series" if occasion.generic else ""
        yield _ruled(told, "; ".join(part for part in (m.rule, m.why) if part))


def event_lines(e: "Explanation") -> Iterator[Text]:
    for event in e.events:
        doers, done_to = (", ".join(a.name for k in keys if (a := e.actor(k))) for keys in (event.actors, event.recipients))
        mode = f" {event.mode}" if event.mode else ""
        negated = ", negated" if event.negated else ""
        told = f"“{_of(e, event.span)}”: {event.type}{mode}, {event.tense}{negated}; {doers} → {done_to}"
        yield _ruled(f"{told}; {said.day(event.date)}", event.why)


def basis(date: DateRange) -> str:
    return str(date.basis)


def _ruled(told: str, rule: str) -> Text:
    """A line, with the rule or reason behind it."""
    return Text(told).append(f"  [{rule}]" if rule else "", "dim")


def _of(e: "Explanation", span: Span) -> str:
    return said.words(e.document, span)


def _word(e: "Explanation", token: int) -> str:
    return f"“{e.resolved.annotated.tokens[token].text}”"


def _phrase(e: "Explanation", token: int) -> str:
    """The name that a token heads, or the token."""
    mention = e.resolved.mention_at(token)
    return f"“{_of(e, mention.span)}”" if mention else _word(e, token)

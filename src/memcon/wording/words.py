"""Values of the record in words for people: days, persons with their office, places. Comes in: the types of the model. Goes out: text
without markup, the same on the command line, on pages and in what desks are sent."""

from calendar import monthrange
from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta

from memcon.model.dates import DateRange
from memcon.model.document import Document
from memcon.model.kinds import TWO_SIDED, EngagementKind
from memcon.model.record import Actor, Engagement, Tenure
from memcon.model.resolved import Place
from memcon.model.status import DONE, Status
from memcon.model.text import Evidence, Span
from memcon.registers.body_members import members_of
from memcon.registers.offices import bodies, role_nouns
from memcon.registers.phrases import split
from memcon.registers.places import special_places
from memcon.registers.states import State, states


def day(when: DateRange | None) -> str:
    """12 Jun 2018; Jun 2018; 11-17 Jun 2018; in the week to 18 Jun 2018, of what is told as news without a day; by 18 Jun 2018; 10 May
    2018 or later; "date unknown"."""
    if when is None or not when.known:
        return "date unknown"
    first, last = when.earliest, when.latest
    if first is None or last is None:
        return f"by {one_day(last)}" if last else f"{one_day(first)} or later"
    if not when.told:
        return (
            f"in the week to {one_day(last)}" if last - first >= WEEK else f"{one_day(first)} to {one_day(last)}, as news"
        )
    if first == last:
        return one_day(first)
    if (first.month, first.year) == (last.month, last.year):
        whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
        return f"{first:%b} {first.year}" if whole else f"{first.day}-{one_day(last)}"
    if (first.year, first.month, first.day, last.month, last.day) == (last.year, 1, 1, 12, 31):
        return str(first.year)
    return f"{first.day} {first:%b} - {one_day(last)}" if first.year == last.year else f"{one_day(first)} - {one_day(last)}"


def when(engagement: Engagement) -> str:
    """The day of an engagement. What was held lies before the first report of that, however open its words leave the day."""
    first = engagement.date.earliest
    if engagement.status not in DONE or first is None or engagement.date.latest is not None:
        return day(engagement.date)
    told = [step.said_on.latest for step in engagement.history if step.status in DONE and step.said_on.latest]
    last = min(told, default=None)
    return day(DateRange(first, last)) if last and last >= first else f"not before {one_day(first)}"


def account(field: str, value: str) -> str:
    """A value that reports tell of an engagement; days of which one bound is open as a list has them."""
    first, parted, last = value.partition("/")
    if field != "date" or not parted or (first and last):
        return value
    return day(DateRange(date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None))


def one_day(when: date | None, weekday: bool = False) -> str:
    """12 Jun 2018; Tuesday, 12 Jun 2018."""
    if when is None:
        return ""
    return f"{when:%A}, " * weekday + f"{when.day} {when:%b} {when.year}"


LONG_SOURCE = 48  # characters
YEAR = timedelta(days=366)
WEEK = timedelta(days=7)


def state_name(code: str) -> str:
    state = states().get(code)
    return state.name if state else code


STATUS_STYLE = {
    "held": "green", "ongoing": "green", "announced": "cyan", "planned": "cyan", "agreed": "cyan", "invited": "cyan",
    "postponed": "yellow", "unconfirmed": "yellow", "cancelled": "red", "declined": "red", "ruled_out": "red",
}  # fmt: skip


def actor(who: Actor | None, at: Engagement | None = None) -> str:
    """Wang Yi (Chinese foreign minister); Antony Blinken (United States); China. `at`: with the office held then."""
    if who is None:
        return "somebody"
    if who.kind == "state":
        return who.name
    role = office(who, at)
    if not who.named and who.kind == "person":
        return who.name
    return f"{who.name} ({role})" if role else who.name


def office(who: Actor, at: Engagement | None = None) -> str:
    """The office that somebody holds, or held at an engagement, with the state's adjective; or the state alone."""
    state = states().get(who.state) if who.state else None
    told = frozenset(at.reports) if at else frozenset()
    day = at.date if at else None
    roles = [r for r in who.roles if not _to_come(r, day) and not _relative(r)]
    if at and _recalled_late(at):  # whoever told of it named the office of his own day
        roles = [r for r in roles if r.until is not None]
    # First what the reports of the engagement call him, then the office that most words support; a past one comes last.
    role = min(
        roles,
        key=lambda r: (_past(r, day), -_told_in(r, told), -len(r.evidence), r.title),
        default=None,
    )
    if role is None:
        return state.name if state and who.kind == "person" else ""
    title = f"former {role.title}" if _past(role, day) else role.title
    of_state = (state.name, *state.names) if state else ()
    if role.organisation and role.organisation not in of_state and not _says(title, role.organisation):
        title = f"{title}, {role.organisation}"
    return title if state is None or _names(title, state) else f"{state.adjective} {title}"


COUNTED = 20  # words that support an office, from which their documents are counted once and kept
KEPT = 5_000  # offices
_COUNTS: dict[int, tuple[tuple[Evidence, ...], Counter[str]]] = {}


def _told_in(role: Tenure, documents: frozenset[str]) -> int:
    """How many words of some documents support an office. Of a president thousands of reports do, and a list asks a hundred times."""
    if not documents or len(role.evidence) < COUNTED:
        return sum(e.document in documents for e in role.evidence)
    known = _COUNTS.get(id(role.evidence))  # the evidence is kept with it, so that no other has its place in memory
    if known is None:
        if len(_COUNTS) >= KEPT:
            _COUNTS.clear()
        known = _COUNTS[id(role.evidence)] = role.evidence, Counter(e.document for e in role.evidence)
    counts = known[1]
    few, many = (documents, counts) if len(documents) < len(counts) else (counts, documents)
    return sum(counts[document] for document in few if document in many)


def _relative(role: Tenure) -> bool:
    """Does it say whose office it is like ("counterpart"), not what it is?"""
    noun = role_nouns().get(role.title.lower())
    return noun is not None and noun.rank == "counterpart"


def _recalled_late(engagement: Engagement) -> bool:
    """Was it more than a year past when it was first told?"""
    told = [step.said_on.earliest for step in engagement.history if step.said_on.earliest]
    day = engagement.date.latest
    return bool(told and day and min(told) - day > YEAR)


def _names(title: str, state: State) -> bool:
    """Does a title say its state: "the South's unification minister", "White House chief of staff"?"""
    if state.name in title or state.adjective in title or f"the {state.name.split()[0]}'s" in title.replace("’", "'"):
        return True
    tokens = split(title)
    named = (bodies().at(tokens, at) for at in range(len(tokens)))
    return any(body and body[1].state == state.alpha3 for body in named)


def _says(title: str, organisation: str) -> bool:
    """Does the title name its body already, as "Secretary of State" does the State Department?"""
    stems = {word.casefold()[:6] for word in title.split() if len(word) > 3}
    return any(word.casefold()[:6] in stems for word in organisation.split() if len(word) > 3)


def tenure(role: Tenure) -> str:
    """foreign minister, Ministry of Foreign Affairs (until Jan 2023)"""
    named = f"{role.title}, {role.organisation}" if role.organisation else role.title
    bounds = [
        f"{word} {day(bound)}" for word, bound in (("from", role.since), ("until", role.until)) if bound and bound.known
    ]
    bounds = [bound.replace("until by", "over by") for bound in bounds]
    return f"{named} ({', '.join(bounds)})" if bounds else named


def _past(role: Tenure, day: DateRange | None = None) -> bool:
    """Is it over, or was it on that day?"""
    if role.until is None:
        return False
    end, since = role.until.latest, day.latest if day else None
    return end is None or since is None or end < since


def _to_come(role: Tenure, day: DateRange | None) -> bool:
    """Had it not begun on that day?"""
    return bool(day and day.latest and role.since and role.since.earliest and role.since.earliest > day.latest)


def who(engagement: Engagement, actors: Mapping[str, Actor]) -> list[str]:
    """The participants with their offices, persons first; a state or body is left out where a person of its state is there, a state
    where its delegation is, and "officials" where it is told whose."""
    return list(dict.fromkeys(actor(a, engagement) for a in _shown(engagement, actors)))


def names(engagement: Engagement, actors: Mapping[str, Actor]) -> list[str]:
    """As `who`, by their names alone; of a visit those who travel."""
    return list(dict.fromkeys(a.name for a in _travelling(engagement, actors)))


def travellers(engagement: Engagement, actors: Mapping[str, Actor]) -> list[str]:
    """As `sides`; of a visit those who travel."""
    if engagement.kind != EngagementKind.VISIT:
        return sides(engagement, actors)
    return list(dict.fromkeys(actor(a, engagement) for a in _travelling(engagement, actors))) or ["unknown"]


def _travelling(engagement: Engagement, actors: Mapping[str, Actor]) -> list[Actor]:
    """Those who are shown, without whoever receives a visit and the state to which it leads, where others are left."""
    shown = _shown(engagement, actors)
    if engagement.kind != EngagementKind.VISIT:
        return shown
    hosts = {p.actor for p in engagement.participants if p.part == "host"}
    country = engagement.place.country if engagement.place else None
    guests = [a for a in shown if a.id not in hosts and not (a.kind == "state" and country and a.state == country)]
    return guests or shown


def _shown(engagement: Engagement, actors: Mapping[str, Actor]) -> list[Actor]:
    known = [actors[p.actor] for p in engagement.participants if p.actor in actors]
    spoken_for = {a.state for a in known if a.kind == "person" and a.state}
    shown = [a for a in known if a.kind == "person"]
    others = [a for a in known if a.kind != "person" and not (a.state and a.state in spoken_for)]
    sent = {a.state for a in others if a.state and not a.named}
    others = [a for a in others if not (a.kind == "state" and a.state in sent)]
    shown += [a for a in others if a.named or not any(b.name.endswith(f" {a.name}") for b in others)]
    return shown


def sides(engagement: Engagement, actors: Mapping[str, Actor]) -> list[str]:
    """As `who`; "unknown" for the other side of what nobody holds alone, or for all."""
    shown = who(engagement, actors)
    alone = len(shown) == 1 and engagement.kind in TWO_SIDED
    return [*shown, "unknown"] if alone or not shown else shown


def status_line(engagement: Engagement) -> str:
    """planned; unconfirmed: no report says whether it took place; cancelled, set right by hand."""
    said = kind(engagement.status)
    if engagement.status == Status.UNCONFIRMED:
        said += ": no report says whether it took place"
    return said + (", set right by hand" if "status" in engagement.corrected else "")


def members(who: Actor | None, at: Engagement) -> str:
    """Canada, France: the states that made up a body on the day of an engagement; nothing where no table has them."""
    if who is None or who.kind != "organisation":
        return ""
    return ", ".join(state_name(code) for code in members_of(who.name, at.date.earliest, at.date.latest))


def where(place: Place | None) -> str:
    """Singapore; New York (United States)."""
    if place is None:
        return ""
    country = state_name(place.country) if place.country else ""
    return place.name if not country or country == place.name else f"{place.name} ({country})"


def occasion(engagement: Engagement) -> str:
    """talks; visit to Pyongyang (North Korea); meeting at Mar-a-Lago (United States)."""
    place = engagement.place
    if place is None:
        return kind(engagement.kind)
    venue = any(known.kind == "venue" for known in special_places().get(place.name, ()))
    preposition = "to" if engagement.kind == "visit" else "at" if venue else "in"
    article = "the " if place.name.startswith("United ") else ""
    return f"{kind(engagement.kind)} {preposition} {article}{where(place)}"


def kind(name: str) -> str:
    return name.replace("_", " ")


def support(engagement: Engagement) -> str:
    """1 report; 3 reports, 2 origins."""
    reports = len(engagement.reports)
    told = f"{reports} report" + "s" * (reports != 1)
    return (
        told if reports == engagement.origins else f"{told}, {engagement.origins} origin" + "s" * (engagement.origins != 1)
    )


def words(document: Document | None, span: Span) -> str:
    """The words of a span on one line."""
    return " ".join(span.of(document.text).split()) if document else ""


def title(document: Document | None) -> str:
    """What a document is called: its title, or its source."""
    if document is None:
        return "?"
    return document.title or document.source


def cited(document: Document | None, start: int, end: int) -> str:
    """Where words stand: source:start-end."""
    return f"{document.source if document else '?'}:{start}-{end}"


def cited_in_short(document: Document | None, start: int, end: int) -> str:
    """Where words stand; by the document's id where its source, an address say, would fill the line."""
    if document is None or len(document.source) <= LONG_SOURCE:
        return cited(document, start, end)
    return f"{short(document.id)}:{start}-{end}"


def short(item: str) -> str:
    """The shortest form of an id that a person wants to type: 3f9a0c2 of engagement-3f9a0c21b7d4."""
    return item.rsplit("-", 1)[-1][:7]

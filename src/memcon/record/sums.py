"""What all documents say of one actor, added up; the actor is read off the sum.

Comes in: local actors, each with its document. Goes out: an `ActorSum`, from which the record's `Actor` is made. To add a report
to a sum of thousands costs that one report, and the order in which reports are added does not matter.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby

from memcon.model.dates import Basis, BasisKind, DateRange
from memcon.model.kept import KeptActor
from memcon.model.record import Actor, Tenure
from memcon.model.resolved import ActorKind, LocalActor, RoleClaim, StateGap
from memcon.model.text import Evidence, Span
from memcon.record.publicity import is_official_paper, is_public
from memcon.registers.evidence import weighing

OFTEN = 4  # reports that make a full name usual


@dataclass(slots=True)
class TenureSum:
    """Claims of one office in the same time: one tenure with several witnesses. Mutable."""

    titles: dict[str, int] = field(default_factory=dict)
    ended: date | None = None  # the first day on which a report calls it past
    evidence: list[Evidence] = field(default_factory=list)

    def add(self, local: KeptActor, role: RoleClaim) -> None:
        self.titles[role.title] = self.titles.get(role.title, 0) + 1
        self.evidence.append(local.cite(role.span))
        day = local.published.latest
        if role.past and day:
            self.ended = min(self.ended, day) if self.ended else day

    def tenure(self, organisation: str | None, past: bool) -> Tenure:
        self.evidence.sort()  # nearly sorted where one report was added: then it takes one look at each
        evidence = tuple(one for one, _ in groupby(self.evidence))
        until = DateRange(latest=self.ended, basis=Basis(BasisKind.PUBLISHED, evidence[0].quote)) if past else None
        return Tenure(min(self.titles, key=lambda t: (-self.titles[t], t)), organisation, None, until, evidence)


@dataclass(slots=True)
class ActorSum:
    """One actor, by all that is said of it. `first`: the document and the place in it that say whether it is named. Mutable."""

    first: tuple[str, int]
    kind: ActorKind
    named: bool
    forms: dict[str, int] = field(default_factory=dict)
    aliases: set[str] = field(default_factory=set)
    states: dict[str, int] = field(default_factory=dict)
    tenures: dict[str, TenureSum] = field(default_factory=dict)
    presumed: dict[str, int] = field(default_factory=dict)  # reports of which only the setting gives the state
    gaps: dict[StateGap, int] = field(default_factory=dict)  # why reports give no state
    official: bool = False  # named in what a government or a body of states publishes
    grounds: dict[str, tuple[bool, float, Evidence]] = field(
        default_factory=dict
    )  # of each state the words that tell it best

    def add(self, local: KeptActor) -> None:
        """Add what one document says of its actor."""
        a, at = local.actor, (local.document, local.number)
        if at < self.first:
            self.first, self.kind, self.named = at, a.kind, a.named
        self.forms[a.name] = self.forms.get(a.name, 0) + 1
        self.aliases.update((a.name, *a.aliases))
        self.official |= is_official_paper(local.outlet)
        for state in _served(a):
            self.states[state] = self.states.get(state, 0) + 1
            if features := {e.feature for e in a.evidence if e.state == state and e.weight > 0}:
                self.presumed[state] = self.presumed.get(state, 0) + features.isdisjoint(weighing().said)
        if a.gap is not None:
            self.gaps[a.gap] = self.gaps.get(a.gap, 0) + 1
        for told in a.evidence:
            if told.span is not None and told.weight > 0:
                one = (told.words.split()[-1:] == a.name.split()[-1:], -told.weight, local.cite(told.span))
                self.grounds[told.state] = min(self.grounds.get(told.state, one), one)
        for role in a.roles:
            office = "\t".join((role.title.lower(), role.organisation or "", "past" if role.past else ""))
            self.tenures.setdefault(office, TenureSum()).add(local, role)

    def actor(self, i: str) -> Actor:
        """The record's actor."""
        name = _fullest(self.forms) if self.kind == "person" else min(self.forms, key=lambda n: (-self.forms[n], len(n), n))
        state = self._state()
        offices = sorted((tuple(office.split("\t")), held) for office, held in self.tenures.items())
        tenures = tuple(held.tenure(organisation or None, bool(past)) for (_, organisation, past), held in offices)
        aliases = tuple(sorted(self.aliases - {name}))
        grounds = (self.grounds[state][2],) if state in self.grounds else ()
        gaps = sorted(self.gaps, key=lambda g: (-self.gaps[g], g)) if state is None else []
        told = Actor(i, self.kind, name, aliases, state, None, tenures, self.named, grounds, gaps[0] if gaps else None)
        return replace(told, public=is_public(told, self.official))

    def _state(self) -> str | None:
        """The state that most reports give; none where more of them say that it serves a body of several, or some do, and the
        state is in no report's words: "Secretary General Falk" in a government's own paper, "the secretary general of ASEAN" in another."""
        state = min(self.states, key=lambda s: (-self.states[s], s), default=None)
        abroad = self.gaps.get("international", 0)
        if state is None or self.states[state] < abroad:
            return None
        return None if abroad and self.presumed.get(state, 0) == self.states[state] else state


def cited(a: LocalActor) -> list[Span]:
    """The places of a document whose words are kept of an actor: they tell its offices and its state."""
    told = [e.span for e in a.evidence if e.span is not None and e.weight > 0]
    return sorted({*(role.span for role in a.roles), *told})


def _served(a: LocalActor) -> set[str]:
    """The states that one report makes it serve: those of its offices, or else its own."""
    if a.state is None:
        return set()
    return {r.state for r in a.roles if r.state and not r.past} or {a.state}


def _fullest(forms: Mapping[str, int]) -> str:
    """The longest form; one that a single report has, beside a full name that several have, is its slip."""
    usual = max((n for form, n in forms.items() if " " in form), default=0)
    if usual >= OFTEN:
        forms = {form: n for form, n in forms.items() if n > 1}
    return min(forms, key=lambda n: (-len(n.split()), -forms[n], n))

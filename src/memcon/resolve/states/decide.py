"""Whom somebody serves: all evidence of a person in, a state or the reason for none out.

The weights that speak for each state are added up, one of a kind. The best is taken where it has enough and leads by enough; the
thresholds stand with the weights. Whoever holds only private or international offices serves none.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from memcon.model.resolved import StateEvidence, StateFeature, StateGap
from memcon.registers.evidence import weighing
from memcon.resolve.states.setting import INSTITUTIONS, NAMED, Setting
from memcon.resolve.titles.titles import Title

MOST_REPEATS = 5
GOVERNING = frozenset(["head", "minister"])
# What counts though all that a person does is private or international: the words are of the office that once was, or of the person.
OFFICIAL: frozenset[StateFeature] = frozenset(["past_title", "party", "union_state"])


@dataclass(frozen=True, slots=True)
class Ruling:
    """The state, or None with the reason."""

    state: str | None
    gap: StateGap | None = None


def decide(evidence: Sequence[StateEvidence], held: Sequence[Title], abroad: bool = False) -> Ruling:
    """The state that the evidence gives; `abroad`: he is named as somebody of an international body."""
    gap = barred(held) or ("international" if abroad and not any(t.states for t in held) else None)
    if gap:
        evidence = [e for e in evidence if e.feature in OFFICIAL]
    totals = sorted(((total, state) for state, total in totals_of(evidence).items()), key=lambda t: (-t[0], t[1]))
    if not totals:
        return Ruling(None, gap or "no_evidence")
    best, state = totals[0]
    next_best = totals[1][0] if len(totals) > 1 else 0.0
    if best < weighing().least:
        return Ruling(None, gap or "too_little")
    if len(totals) > 1 and best - next_best < weighing().margin:
        return Ruling(None, gap or "contradiction")
    return Ruling(state)


def totals_of(evidence: Collection[StateEvidence]) -> dict[str, float]:
    """State -> what its evidence weighs together."""
    kinds: dict[tuple[str, StateFeature], int] = defaultdict(int)
    for e in evidence:
        kinds[e.state, e.feature] += 1
    said: dict[str, float] = defaultdict(float)
    shown: dict[str, float] = defaultdict(float)
    for (state, feature), n in kinds.items():
        part = said if feature in weighing().said else shown
        part[state] += weighing().weights[feature] + weighing().repeats[feature] * min(n - 1, MOST_REPEATS)
    return {state: said[state] + max(0.0, shown[state]) for state in {*said, *shown}}


def state_of_body(kind: str, habit: str | None, setting: Setting) -> str | None:
    """The state of a body told without its nation: that of the paper, of the report's institutions, or the one that reports mean."""
    if kind not in INSTITUTIONS:
        return None
    weights, totals = weighing().weights, dict[str, float]()
    publisher = setting.publisher
    paper = {"government": "own_paper", "agency": "agency"}.get(publisher.kind or "") if publisher.state else None
    told: list[tuple[StateFeature, str | None]] = [("home", setting.home), ("habit", habit)]
    if paper is not None:
        told.append(("own_paper" if paper == "own_paper" else "agency", publisher.state))
    if habit is not None:
        told += [("press", publisher.state if publisher.kind == "press" else None)]
        told += [("named", habit if setting.named[habit] >= NAMED else None)]
    for feature, state in told:
        if state is not None:
            totals[state] = totals.get(state, 0.0) + weights[feature]
    best = sorted(totals.items(), key=lambda t: (-t[1], t[0]))
    if not best or best[0][1] < weighing().least or (len(best) > 1 and best[0][1] - best[1][1] < weighing().margin):
        return None
    return best[0][0]


def barred(held: Sequence[Title]) -> StateGap | None:
    """Why somebody can serve no state, whatever nation is told of him: "an American pastor", "the Portuguese UN envoy"."""
    public = [t for t in held if t.noun.serves != "none"]
    if held and not public:
        return "serves_none"
    abroad = {t.noun.word for t in public if t.international}
    if abroad and not any(_is_of_state(t, abroad) for t in public):
        return "international"
    return None


def _is_of_state(title: Title, abroad: Collection[str]) -> bool:
    """An office that names a nation, or that only states have beside one of a body: "President Okello, chairman of the EAC"."""
    governs = title.noun.serves == "state" and title.noun.rank in GOVERNING and not title.international
    return not title.past and bool(title.states or (governs and title.noun.word not in abroad))

"""Where the journeys of a report go: a page in, the nation that a journey leads to out.

Refuses reports that tell of a gathering, where whom a traveller meets need not be at home.
"""

from memcon.registers.meeting import meeting_words
from memcon.registers.offices import who_words
from memcon.resolve.page import Hit, Page

NAMED = 2  # times that the report names the nation


def goal_of(page: Page, own: str | None) -> tuple[str, int, int] | None:
    """The one state besides the paper's own that journeys go to, and the words that say so."""
    if meeting_words().gatherings & set(page.lowers):
        return None
    going = _going(page)
    goals = {h.state: h for h in reversed(page.hits) if h.state != own and h.first in going}
    if len(goals) != 1:
        return None
    ((state, hit),) = goals.items()
    named = sum(h.state == state for h in page.hits)
    return (state, max(hit.first - 2, 0), hit.last) if state and named >= NAMED else None


def _going(page: Page) -> set[int]:
    """Where the goals begin, and the further ones: "a trip to Austria and Hungary"."""
    found: set[int] = set()
    for hit in page.hits:
        before = page.hit_at.get(hit.first - 2)
        linked = page.lowers[hit.first - 1 : hit.first] in (("and",), (",",))
        further = linked and before is not None and before.kind == hit.kind and before.first in found
        if _is_told(page, hit) if is_goal(page, hit) else further:
            found.add(hit.first)
    return found


def _is_told(page: Page, hit: Hit) -> bool:
    """Does the verb of the journey say that it is made, rather than ask for it?"""
    i = hit.first - 2 if page.lowers[hit.first - 1] == "the" else hit.first - 1
    over = page.tokens[page.tokens[i].head]
    return over.pos != "VERB" or over.tag in ("VBD", "VBN", "VBG") or over.lemma in who_words().reaching


def is_goal(page: Page, hit: Hit) -> bool:
    """Does a journey go there: "a visit to the Republic of Bulgaria", "will visit Bulgaria"?"""
    if hit.kind not in ("state", "capital") or not hit.state:
        return False
    i = hit.first - 1
    i = i - 1 if page.lowers[i] == "the" else i
    if i < 1:
        return False
    over = page.tokens[page.tokens[i].head]
    to = page.lowers[i] == "to" and (
        page.lowers[i - 1] in who_words().journeys or over.lemma in who_words().journeys | who_words().moving
    )
    to = to or (page.lowers[i] == "for" and over.lemma in who_words().leaving)  # "leaves for Sofia"
    return to or page.tokens[i].lemma in who_words().reaching - who_words().leaving

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
    goals = {h.state: h for h in reversed(page.hits) if h.state != own and _goes_on(page, h)}
    if len(goals) != 1:
        return None
    ((state, hit),) = goals.items()
    named = sum(h.state == state for h in page.hits)
    return (state, max(hit.first - 2, 0), hit.last) if state and named >= NAMED else None


def _goes_on(page: Page, hit: Hit) -> bool:
    """Is it a goal, or a further one: "a trip to Austria and Hungary"?"""
    if is_goal(page, hit):
        i = hit.first - 2 if page.lowers[hit.first - 1] == "the" else hit.first - 1
        over = page.tokens[page.tokens[i].head]
        return over.pos != "VERB" or over.tag in ("VBD", "VBN", "VBG") or over.lemma in who_words().reaching

    before = page.hit_at.get(hit.first - 2)
    linked = page.lowers[hit.first - 1 : hit.first] in (("and",), (",",))
    return linked and before is not None and before.kind == hit.kind and _goes_on(page, before)


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

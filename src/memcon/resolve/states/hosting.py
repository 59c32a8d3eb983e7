"""Who is called the host: a name and the cast in, evidence for the state in which he receives out.

"Host Prime Minister Lund", "his host Tamm", "Ernesto Funes, the host". Refuses those whose nation is told, and places that disagree.
"""

from collections.abc import Iterator

from memcon.model.resolved import StateEvidence
from memcon.registers.offices import who_words
from memcon.resolve.names.name import Name
from memcon.resolve.states.across import place_told
from memcon.resolve.states.cast import Cast
from memcon.resolve.states.setting import has_office
from memcon.resolve.states.subject import of_tokens
from memcon.resolve.states.ties import left_of

BEHIND = 4  # tokens of ", the host" behind a name


def hosting(cast: Cast, p: int, name: Name) -> Iterator[StateEvidence]:
    """The state of the place where he is called the host."""
    page = cast.page
    left = left_of(cast, p, name)
    before = page.lowers[max(left - 2, 0) : name.first]
    behind = page.lowers[name.last : min(name.last + BEHIND, len(page.words))]
    called = who_words().hosts & set(before) or (behind[:1] == (",",) and who_words().hosts & set(behind[1:3]))
    titles = [cast.titles[h.title] for h in cast.persons[p].holdings if not h.past]
    if not called or any(t.states or t.international for t in titles):
        return
    place = place_told(cast, name.first)
    publisher = cast.setting.publisher
    if place is None and publisher.place and publisher.capital and not cast.setting.several_places:
        place = publisher.place, name.first, name.last
    if place is not None and all(has_office(place[0], t) for t in titles):
        yield of_tokens(page, "place", place[0], min(place[1], name.first), max(place[2], name.last))

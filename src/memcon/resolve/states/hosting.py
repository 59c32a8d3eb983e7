"""Who is called the host: a name and the cast in, evidence for the state in which he receives out.

"Host Prime Minister Lund", "his host Tamm", "Ernesto Funes, the host". Refuses those whose nation is told, places that disagree,
and hosts of shows.
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
BROADCAST = 7  # tokens of ", the host of the morning show"
SHOWN = frozenset(["show", "television", "tv", "podcast", "radio", "cup", "programme", "program", "game", "news"])


def hosting(cast: Cast, p: int, name: Name) -> Iterator[StateEvidence]:
    """The state of the place where he is called the host."""
    page = cast.page
    left = left_of(cast, p, name)
    behind = page.lowers[name.last : min(name.last + BEHIND, len(page.words))]
    at = next((i for i in range(max(left - 2, 0), name.first) if page.lowers[i] in who_words().hosts), None)
    if at is not None and SHOWN & set(page.lowers[max(at - 2, 0) : at]):  # "talk show host Funes", "the show's host"
        return
    if behind[:1] == (",",) and SHOWN & set(page.lowers[name.last : name.last + BROADCAST]):  # ", host of the morning show"
        return
    called = at is not None or (behind[:1] == (",",) and who_words().hosts & set(behind[1:3]))
    titles = [cast.titles[h.title] for h in cast.persons[p].holdings if not h.past]
    if not called or any(t.states or t.international for t in titles):
        return
    place = place_told(cast, name.first)
    publisher = cast.setting.publisher
    if place is None and publisher.place and publisher.capital and not cast.setting.several_places:
        place = publisher.place, name.first, name.last
    if place is not None and all(has_office(place[0], t) for t in titles):
        yield of_tokens(page, "place", place[0], min(place[1], name.first), max(place[2], name.last))

"""Words that a translation exchanges without telling anything else, and words that name nobody.

Comes in: the tables of states, numbers, offices, roles and honorifics. Goes out: `same_words()`, a word in small letters -> the word
that stands for it ("kenyan" -> "kenya", "nineteen" -> "19", "3rd" -> "3"), and `office_words()`, which stand with names and are none.
"""

from functools import cache

from memcon.registers.names import honorifics
from memcon.registers.offices import OFFICES, ROLE_NOUNS
from memcon.registers.states import State, states
from memcon.registers.times import Value, time_words

LAST_DAY = 31
PRONOUN = "one"
ENDINGS = ("th", "st", "nd", "rd")


@cache
def same_words() -> dict[str, str]:
    """Numbers as digits, days with an ending without it, and of a state its adjective and people as its name.

    A state of several words ("United Kingdom") stands under the last one of its name: adjectives have one word.
    """
    numbers = {word: str(value) for word, value in time_words()["number"].items() if len(word) > 2 and word != PRONOUN}
    days = {f"{day}{ending}": str(day) for day in range(1, LAST_DAY + 1) for ending in ENDINGS}
    of_states = {
        word.lower(): _last(state)
        for state in reversed(states().values())
        for word in (*state.adjectives, *state.people)
        if word.isalpha()
    }
    exchanged = (of_states | days | numbers | _months()).items()
    return {word: same for word, same in exchanged if word != same and word.isalnum() and same.isalnum()}


def _months() -> dict[str, str]:
    """ "nov" -> "november", as its longest form."""
    forms: dict[Value, list[str]] = {}
    for form, month in time_words()["month"].items():
        forms.setdefault(month, []).append(form.strip(".").lower())
    return {form: max(some, key=len) for some in forms.values() for form in some}


def _last(state: State) -> str:
    return state.name.split()[-1].lower()


@cache
def state_words() -> frozenset[str]:
    """The last word of the name of each state, in small letters."""
    return frozenset(_last(state) for state in states().values() if _last(state).isalpha())


@cache
def office_words() -> frozenset[str]:
    """The single words of offices, roles and honorifics, in small letters."""
    roles = (word for row in ROLE_NOUNS.rows for form in (row.word, row.plural) if form for word in form.split())
    titles = (word for row in OFFICES.rows for word in row.words)
    words = (word.strip(".").lower() for some in (roles, titles, honorifics()) for word in some)
    return frozenset(word for word in words if word.isalpha())

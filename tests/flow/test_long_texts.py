"""A text of twice the words takes about twice the time, whatever it repeats; and no row or chain breaks the recursion."""

import gc
from collections.abc import Callable, Iterator
from random import Random
from time import process_time

import pytest

from memcon.coding.code import code
from memcon.grammar.clauses import clauses_of
from memcon.model.annotated import Annotated
from memcon.resolve.resolve import resolve

WORDS = 2_000
SLACK = 3.2  # times the seconds for twice the words: what grows as the square takes four; the rest is for a busy machine
ROUNDS = 2
SYLLABLES = ("ran", "lin", "mor", "tek", "vas", "dun", "sor", "bel", "nik", "tov", "gar", "pil")
STATES = ("Norway", "Sweden", "Peru", "Chile", "Kenya", "Japan", "India", "Brazil")


def names() -> Iterator[str]:
    """Full names of nobody, most of them different."""
    chance = Random(3)
    while True:
        yield " ".join("".join(chance.choices(SYLLABLES, k=2)).title() for _ in range(2))


def listed(words: int) -> str:
    people = names()
    return f"The meeting was attended by {', '.join(next(people) for _ in range(words // 2))} and Peter Miller."


def ministers(words: int) -> str:
    people = names()
    rows = (f"Foreign Minister {next(people)} of {STATES[n % len(STATES)]}" for n in range(words // 6))
    return f"The meeting was attended by {'; '.join(rows)} and Peter Miller."


def live_blog(words: int) -> str:
    people, chance = names(), Random(5)
    circle = [next(people) for _ in range(30)]
    entry = (
        "{} GMT\n\nMinister {} of {} met {} in {} on Monday. He said they would go on. “We are ready,” {} told reporters."
    )
    return "\n\n".join(
        entry.format(
            f"{n // 60 % 24:02}:{n % 60:02}",
            *(chance.choice(circle if k != 1 and k != 3 else STATES) for k in range(5)),
        )
        for n in range(words // 22)
    )


TEXTS: dict[str, Callable[[int], str]] = {
    "engagements of one kind": lambda n: "The minister met his counterpart in Oslo on Monday. " * (n // 9),
    "pronouns": lambda n: "Peter Miller told her that he would visit them, and it said its army left. " * (n // 15),
    "plans without a side": lambda n: "They will meet on Monday, 3 May. " * (n // 7),
    "one sentence": lambda n: f"She said {' and '.join(['the president would visit Paris'] * (n // 6))}.",
    "one sentence of relative clauses": lambda n: f"She met envoys, {', '.join(['who discussed trade'] * (n // 3))}.",
    "names": listed,
    "ministers with their states": ministers,
    "states": lambda n: f"He will visit {', '.join(STATES * (n // 8))}.",
    "unbalanced marks": lambda n: "“no he said " * (n // 3),
    "marks without a side": lambda n: 'he said "no and " went " on ' * (n // 6),
    "a live blog": live_blog,
    "lines of a diary": lambda n: "\n".join(f"10:{i % 60:02} Meeting with the envoy of Peru" for i in range(n // 7)),
}


def seconds(annotated: Annotated) -> float:
    """What the rooms behind the parse take of the processor, at their best. The search for rings of objects is left out: it looks through
    all that the tests before have in memory."""

    def once() -> float:
        begun = process_time()
        code(resolve(annotated, clauses_of(annotated)))
        return process_time() - begun

    gc.collect()
    gc.disable()
    try:
        return min(once() for _ in range(ROUNDS))
    finally:
        gc.enable()


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_the_time_to_read_grows_with_the_text_and_no_faster(
    text: Callable[[int], str], annotate_text: Callable[..., Annotated]
) -> None:
    short, long = (annotate_text(text(n), "2024-05-02") for n in (WORDS, 2 * WORDS))
    seconds(annotate_text("The minister met her.", "2024-05-02"))  # so that the registers are in memory
    assert seconds(long) < SLACK * seconds(short) + 0.05


@pytest.mark.parametrize("row", ["Peru", "his friend, the envoy", "a visit for talks on"])
def test_a_row_of_thousands_is_read(row: str, annotate_text: Callable[..., Annotated]) -> None:
    annotated = annotate_text(f"The minister will visit {', '.join([row] * 2_000)} and Chile.", "2024-05-02")
    assert code(resolve(annotated, clauses_of(annotated))).document == annotated.document.id

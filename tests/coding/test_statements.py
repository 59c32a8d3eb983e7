"""Who said what: every frame, every place a cue can stand, and what is not a statement."""

from collections.abc import Callable
from random import Random
from time import process_time

import pytest

from memcon.coding.statements import find_statements
from memcon.model.findings import Statement
from memcon.model.resolved import Resolved

Read = Callable[[str], list[tuple[str, str, str | None]]]


@pytest.fixture(scope="session")
def statements(resolve_text: Callable[..., Resolved]) -> Callable[[str], list[Statement]]:
    def run(text: str) -> list[Statement]:
        return list(find_statements(resolve_text(text)))

    return run


@pytest.fixture(scope="session")
def read(statements: Callable[[str], list[Statement]]) -> Read:
    """Kind, words and speaker's words of each statement."""

    def run(text: str) -> list[tuple[str, str, str | None]]:
        return [(s.kind, s.span.of(text), s.speaker_text) for s in statements(text)]

    return run


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“The border is open,” said Helga Pedersen.", ("direct", "The border is open,", "Helga Pedersen")),
        ("“The border is open,” Helga Pedersen said.", ("direct", "The border is open,", "Helga Pedersen")),
        ("Helga Pedersen said: “The border is open.”", ("direct", "The border is open.", "Helga Pedersen")),
        ("“Is the border open?” Helga Pedersen asked.", ("direct", "Is the border open?", "Helga Pedersen")),
        (
            "“The border is open,” Helga Pedersen, the Norwegian minister, told reporters on Friday.",
            ("direct", "The border is open,", "Helga Pedersen"),
        ),
        (
            "Pedersen said the border was “wide open” to trade.",
            ("mixed", "the border was “wide open” to trade", "Pedersen"),
        ),
        ("Pedersen told reporters that the border was open.", ("indirect", "the border was open", "Pedersen")),
        ("The border was open, Pedersen said on Monday.", ("indirect", "The border was open", "Pedersen")),
        ("The border, Pedersen said, was open.", ("indirect", "The border, Pedersen said, was open", "Pedersen")),
        ("According to Pedersen, the border was open.", ("indirect", "the border was open", "Pedersen")),
        ("The border was open, according to Pedersen.", ("indirect", "The border was open", "Pedersen")),
        (
            "Pedersen said in a statement on Monday that the border was open.",
            ("indirect", "the border was open", "Pedersen"),
        ),
        (
            "Pedersen described the treaty as “a bridge between neighbours.”",
            ("mixed", "the treaty as “a bridge between neighbours.", "Pedersen"),
        ),
        ("Oslo accused Moscow of closing the border.", ("indirect", "Moscow of closing the border", "Oslo")),
        ("Oslo urged Moscow to open the border.", ("indirect", "to open the border", "Oslo")),
        ("Oslo warned Moscow not to close the border.", ("indirect", "not to close the border", "Oslo")),
        ("Oslo vowed to keep the border open.", ("indirect", "to keep the border open", "Oslo")),
        (
            "Pedersen expressed confidence that the border would open.",
            ("indirect", "the border would open", "Pedersen"),
        ),
        (
            "The ministry issued a statement saying the border was open.",
            ("indirect", "the border was open", "The ministry"),
        ),
        ("TASS quoted Pedersen as saying the border was open.", ("indirect", "the border was open", "Pedersen")),
    ],
)
def test_a_statement_is_found_wherever_its_cue_stands(read: Read, text: str, found: tuple[str, str, str]) -> None:
    kind, words, speaker = found
    assert [(k, w.lower(), s) for k, w, s in read(text)] == [(kind, words.lower(), speaker)]


def test_an_interrupted_quotation_is_one_statement_with_two_quotes(statements: Callable[[str], list[Statement]]) -> None:
    text = "“The border is open,” Pedersen said, “and it will stay so.”"
    (statement,) = statements(text)
    assert [q.of(text) for q in statement.quotes] == ["The border is open,", "and it will stay so."]
    assert statement.span.start == statement.quotes[0].start
    assert statement.span.end == statement.quotes[1].end


def test_a_quotation_over_two_paragraphs_keeps_its_speaker(statements: Callable[[str], list[Statement]]) -> None:
    text = "Pedersen said: “The border is open.\n“It will stay open all winter.”"
    first, second = statements(text)
    assert (first.speaker_text, second.speaker_text) == ("Pedersen", "Pedersen")
    assert second.why == "quote alone: continued"


def test_a_quotation_that_follows_belongs_to_the_speaker_before(read: Read) -> None:
    text = "Pedersen said the border was open.\n“The border is open,” said Aaltonen. He left early. “We have checked it twice.”"
    assert read(text)[-1] == ("direct", "We have checked it twice.", "Aaltonen")


def test_what_a_speaker_adds_is_a_second_statement(read: Read) -> None:
    text = "Pedersen said the border was open, adding that the guards had gone home."
    assert read(text) == [
        ("indirect", "the border was open", "Pedersen"),
        ("indirect", "the guards had gone home", "Pedersen"),
    ]


def test_a_second_verb_of_the_speaker_ends_the_first_statement(read: Read) -> None:
    text = "Pedersen said the border will open and accused Moscow of delay."
    assert [words for _, words, _ in read(text)] == ["the border will open", "Moscow of delay"]


def test_a_relative_clause_speaks_for_its_antecedent(read: Read) -> None:
    text = "Pedersen, who said the border was open, is a lawyer."
    assert read(text) == [("indirect", "the border was open", "Pedersen")]


def test_a_denial_is_no_assertion(statements: Callable[[str], list[Statement]]) -> None:
    assert [s.polarity for s in statements("Pedersen denied that the border was shut.")] == ["denies"]


def test_declining_to_comment_is_recorded_as_declining(statements: Callable[[str], list[Statement]]) -> None:
    assert [s.polarity for s in statements("Pedersen declined to comment on the border.")] == ["declines"]


def test_whom_it_is_said_to_is_the_addressee(statements: Callable[[str], list[Statement]]) -> None:
    (statement,) = statements("Norway told Russia that the border was open.")
    assert (statement.speaker, statement.addressee) == ("NOR", "RUS")


@pytest.mark.parametrize(
    "text",
    [
        "Pedersen will say that the border is open.",
        "Pedersen may tell Moscow that the border is open.",
        "Pedersen is expected to accuse Moscow of delay.",
        "If Pedersen says that the border is open, trucks will roll.",
        "Pedersen hopes that the border will open.",
        "Pedersen believes the border is open.",
        "The rise in trade suggests that the border is open.",
        "The so-called “green line” runs north of the river.",
        "The group known as “the Seven” met in Bergen.",
        "Pedersen told the programme “Politisk kvarter” about her childhood.",
        "The ministers’ talks ran over the envoys’ dinner.",
        "Pedersen did not say that the border was open.",
    ],
)
def test_what_nobody_has_said_is_no_statement(read: Read, text: str) -> None:
    assert read(text) == []


def test_a_belief_in_quotation_marks_was_said(read: Read) -> None:
    text = "Pedersen sees the treaty as “a bridge between neighbours.”"
    assert [kind for kind, _, _ in read(text)] == ["mixed"]


def test_a_headline_can_end_with_its_speaker(read: Read) -> None:
    assert read("Finland to reopen border, ministry says") == [("indirect", "Finland to reopen border", "ministry")]


def test_every_quote_lies_in_its_statement(statements: Callable[[str], list[Statement]]) -> None:
    text = "Pedersen said the border was “wide open” and that “nobody” would close it. “Never,” she said. “Not in winter.”"
    for statement in statements(text):
        assert all(statement.span.covers(quote) for quote in statement.quotes)


def test_the_text_without_a_closing_mark_is_still_read(read: Read) -> None:
    assert read("Pedersen said: “The border is open.")[0][:2] == ("direct", "The border is open.")


def test_a_signed_post_is_its_writer_s_statement(read: Read) -> None:
    text = "The border is open. Drive carefully! — Helga Pedersen (@hpedersen) May 4, 2031"
    assert read(text) == [("direct", "The border is open. Drive carefully!", "Helga Pedersen")]


def test_a_quotation_can_be_signed_behind_a_dash(read: Read) -> None:
    text = "“The border is open.” — Helga Pedersen"
    assert read(text) == [("direct", "The border is open.", "Helga Pedersen")]


def test_a_paragraph_that_is_one_quotation_belongs_to_whom_the_colon_announces(read: Read) -> None:
    text = "Pedersen wrote on Friday:\n“The border is open.”"
    assert read(text) == [("direct", "The border is open.", "Pedersen")]


def test_a_sentence_between_two_quotations_can_bring_another_speaker(read: Read) -> None:
    text = "“The border is open,” said Pedersen. Aaltonen shook her head. “We have seen nothing of it.”"
    assert [speaker for _, _, speaker in read(text)] == ["Pedersen", "Aaltonen"]


def test_three_thousand_words_of_unbalanced_marks_are_attributed_within_a_second(
    resolve_text: Callable[..., Resolved],
) -> None:
    chance = Random(7)
    words = chance.choices(["minister", "said", "the", "talks", "that", "told", "reporters", "border"], k=6_000)
    text = " ".join(chance.choice('“”"«»‘') + word for word in words)
    spent = []
    for count in (3_000, 6_000):
        resolved = resolve_text(" ".join(text.split()[:count]))
        begun = process_time()
        find_statements(resolved)
        spent.append(process_time() - begun)
    assert spent[0] < 1.0
    assert spent[1] < 2 * 3 * spent[0] + 0.1  # twice the words; three for what a busy machine adds


@pytest.mark.parametrize(
    "words", ["the king said that the queen said that", "the king who told the queen who believed the plan"]
)
def test_an_endless_sentence_takes_no_square_of_its_length(words: str, resolve_text: Callable[..., Resolved]) -> None:
    spent = []
    for count in (1_500, 3_000):
        resolved = resolve_text(" ".join((words.split() * count)[:count]))
        begun = process_time()
        find_statements(resolved, thought=True)
        spent.append(process_time() - begun)
    assert spent[1] < 1.0
    assert spent[1] < 2 * 2 * spent[0] + 0.1  # twice the words; two for what a busy machine adds


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Pedersen said the border would open, echoing a memo of her staff.", "the border would open"),
        ("Pedersen said the border would open, although no day has been set.", "the border would open"),
        ("Pedersen said the border would open while the army said it would stay.", "the border would open"),
        ("Pedersen said the border would open but did not say when.", "the border would open"),
        ("Pedersen said the border would open, without giving a day.", "the border would open"),
        ("Pedersen said the border would open, a claim that few believe.", "the border would open"),
        ("Oslo accused Moscow of spying, a charge that Moscow denies.", "Moscow of spying"),
        ("Pedersen said the border would open – a promise that she has made before.", "the border would open"),
        ("Pedersen said guards had fired on a boat, killing ten people.", "guards had fired on a boat, killing ten people"),
        ("Pedersen said in a message to reporters that the border was open.", "the border was open"),
        ("Pedersen called for the king to resign.", "the king to resign"),
        ("Pedersen called the treaty “a bridge” between neighbours.", "the treaty “a bridge” between neighbours"),
        ("Pedersen says there is a “long road ahead” but the border will open.", "there is a “long road ahead” but the border will open"),
        ("Pedersen warned in a recent speech that “old pillars are crumbling”.", "old pillars are crumbling"),
        ("Pedersen thanked Oslo for its patience.", "Oslo for its patience"),
        ("Pedersen rejected the report as a rumour.", "the report as a rumour"),
        ("Governor Calls For Calm - Jutland Herald News\n\nIt rained.", "Calm"),
        ("Governor Calls For Calm | Jutland Herald\n\nIt rained.", "Calm"),
    ],
)  # fmt: skip
def test_a_content_ends_where_the_reporter_goes_on_and_not_before(read: Read, text: str, words: str) -> None:
    assert read(text)[0][1] == words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Pedersen: Border to open\n\nHelga Pedersen spoke on Monday.", ("indirect", "Border to open", "Pedersen")),
        ("Pedersen: “The border is open”\n\nHelga Pedersen spoke.", ("direct", "The border is open", "Pedersen")),
    ],
)
def test_a_headline_can_begin_with_its_speaker(read: Read, text: str, found: tuple[str, str, str]) -> None:
    assert read(text) == [found]


@pytest.mark.parametrize("text", ["Analysis: Why the border shut", "Oslo: A city of ferries and its trade with Denmark"])
def test_a_label_or_a_place_before_a_colon_says_nothing(read: Read, text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "parts", "speaker"),
    [
        ("The border is expected to open on Monday.", ["The border", "to open on Monday"], None),
        ("The treaty was seen by some as a mistake.", ["The treaty", "as a mistake"], "some"),
        ("The minister seems to like the draft.", ["The minister", "to like the draft"], None),
        ("Asked whether the border was open, Pedersen left.", ["whether the border was open"], None),
        ("Pedersen was told that the border was shut.", ["the border was shut"], None),
        ("The crew has reportedly left the port.", ["The crew has", "left the port"], None),
        ("Pedersen made no mention of the letter.", ["the letter"], "Pedersen"),
    ],
)
def test_what_nobody_named_thinks_is_read_when_beliefs_are_asked_for(
    text: str, parts: list[str], speaker: str | None, resolve_text: Callable[..., Resolved]
) -> None:
    resolved = resolve_text(text)
    found = list(find_statements(resolved, thought=True))
    assert ([p.of(text).strip() for p in found[0].parts], found[0].speaker_text) == (parts, speaker)
    assert not any(s.parts == found[0].parts for s in find_statements(resolved))


def test_a_passive_tells_of_whom_the_words_are_said(statements: Callable[[str], list[Statement]]) -> None:
    text = "The minister was accused by the union of theft."
    (found,) = statements(text)
    assert [part.of(text).strip() for part in found.parts] == ["The minister", "of theft"]
    assert found.speaker_text == "the union"


def test_the_words_that_attribute_are_no_part_of_an_interrupted_content(
    statements: Callable[[str], list[Statement]],
) -> None:
    text = "The border, Pedersen said, was open."
    assert [part.of(text) for part in statements(text)[0].parts] == ["The border, ", ", was open"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“The border is open again,” beamed Helga Pedersen.", ("direct", "The border is open again,", "Helga Pedersen")),
        ("“The border is shut,” she sighed.", ("direct", "The border is shut,", "she")),
        (
            "Pedersen left the table with a plain message: “Open the border at once.”",
            ("direct", "Open the border at once.", "Pedersen"),
        ),
        (
            "Pedersen: The border stays open.\n\nHelga Pedersen met nobody.",
            ("indirect", "The border stays open", "Pedersen"),
        ),
    ],
)
def test_marks_and_place_attribute_where_no_verb_of_the_table_does(
    read: Read, text: str, found: tuple[str, str, str]
) -> None:
    assert read(text) == [found]


def test_a_short_quotation_behind_its_cue_goes_on(statements: Callable[[str], list[Statement]]) -> None:
    text = "“The border is open again,” Pedersen said. “Wide open.”"
    assert [part.of(text) for part in statements(text)[0].parts] == ["The border is open again,", "Wide open."]


def test_a_name_in_quotation_marks_behind_which_a_verb_stands_is_no_statement(read: Read) -> None:
    assert read("At a dinner billed as “Bridges,” Pedersen sang.") == []

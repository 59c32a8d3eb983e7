"""Names that end in a word like a pronoun are whole, and a sentence begins at no such word."""

from memcon.annotate.cut_names import cut_names
from memcon.annotate.kept import ParsedToken

WITH, LIU, HE = "with", "Liu", "He"


def word(text: str, dep: str, head: int, pos: str = "PROPN", entity: str = "", starts: bool = False) -> ParsedToken:
    return ParsedToken(text, 0, text.lower(), pos, "NNP", dep, head, entity, bool(entity), starts, True)


def cut(mark: bool = False, last: str = HE) -> list[ParsedToken]:
    """ "Met with Premier Liu. He", as a parser cuts it."""
    words = [
        word("met", "ROOT", 0, "VERB", starts=True),
        word(WITH, "prep", 0, "ADP"),
        word("Premier", "compound", 3),
        word(LIU, "punct", 0, entity="PERSON"),
    ]
    words += [word(".", "punct", 0, "PUNCT")] if mark else []
    return [*words, word(last, "ROOT", len(words), starts=True)]


def test_a_name_that_ends_in_a_pronoun_is_whole_and_the_object_of_its_preposition() -> None:
    read = cut_names(cut())
    assert [(w.text, w.dep, w.head) for w in read[2:]] == [
        ("Premier", "compound", 4),
        (LIU, "compound", 4),
        (HE, "pobj", 1),
    ]
    assert not read[4].sentence_start


def test_a_pronoun_behind_a_full_stop_begins_its_sentence() -> None:
    assert cut_names(cut(mark=True)) == cut(mark=True)


def test_any_other_word_begins_the_sentence_that_it_begins() -> None:
    assert cut_names(cut(last="Traders")) == cut(last="Traders")

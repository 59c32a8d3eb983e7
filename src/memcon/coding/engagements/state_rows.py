"""Rows of states that tell who took part, read by the words alone, since the parse breaks on their commas.

Comes in: a resolved document and a token. Goes out: the tokens and keys of the states (bodies, too) of "the leaders of A, B and C",
"the four countries (A, B, C and D)", "We, the foreign ministers of A, B and C". A row has two at least; a number ("leaders of 21
economies") is none.
"""

from memcon.coding.engagements.joined import is_people
from memcon.model.annotated import Sentence, Token
from memcon.model.resolved import ActorMention, Resolved
from memcon.registers.engagements import words

Row = list[tuple[int, str]]  # token and key of each

BETWEEN = frozenset((",", ";", "and", "&", "the", "as", "well", "both"))
SET_OUT = frozenset(("—", "–", "-", "(", ":", "--"))  # what a row stands behind in the middle of a sentence
NAMED = ("state", "organisation")
NAME = 5  # tokens of a state's name
OPENING = 8  # tokens of "the ministers responsible for foreign affairs and trade of", "the members of the Arctic Security Initiative"


def row_at(r: Resolved, i: int, last: int) -> Row:
    """The states of a row that begins at a token; none where it names fewer than two."""
    found: dict[str, int] = {}
    while i < last:
        mention = _named_at(r, i, last)
        if mention is not None and mention.actor is not None:
            found.setdefault(mention.actor, mention.head)
            i = mention.last
        elif r.annotated.tokens[i].lower in BETWEEN:
            i += 1
        else:
            break
    return [(token, key) for key, token in found.items()] if len(found) > 1 else []


def _named_at(r: Resolved, i: int, last: int) -> ActorMention | None:
    """The state or body whose name begins at a token, also inside the mention of a group."""
    for j in range(i, min(i + NAME, last)):
        mention, actor = r.mention_at(j), r.actor_at(j)
        if mention is not None and mention.first == i and actor is not None and actor.named and actor.kind in NAMED:
            return mention
    return None


def _is_people(t: Token) -> bool:
    """Also "Ministers", whose tag is that of a name."""
    return is_people(t) or t.lower.removesuffix("s") in words("people") or t.lemma.lower() in words("sides")


def row_of_people(r: Resolved, i: int, last: int) -> Row:
    """The row at a token, or that of the people named there: "the foreign ministers of A, B and C", "delegations from A and B"."""
    if row := row_at(r, i, last):
        return row
    tokens = r.annotated.tokens
    for t in tokens[i : min(i + OPENING, last)]:
        if t.pos in ("VERB", "AUX") or t.text in (".", ":"):
            return []
        if t.lower in ("of", "from") and any(map(_is_people, tokens[i : t.i])) and (row := row_at(r, t.i + 1, last)):
            return row  # "the heads of state of A and B"
    return []


def row_set_out(r: Resolved, i: int) -> Row:
    """The row between dashes or in brackets behind a noun of people and what is said of them: "the members of the pact (A, B and C)"."""
    last = r.annotated.sentence_of(i).last
    for t in r.annotated.tokens[i + 1 : min(i + 1 + OPENING, last)]:
        if t.pos in ("VERB", "AUX"):
            return []
        if t.text in SET_OUT:
            return row_at(r, t.i + 1, last)
    return []


def we_who(r: Resolved, i: int) -> Row:
    """Those who speak in a joint statement: "We, the leaders of A, B and C, met"."""
    tokens, last = r.annotated.tokens, r.annotated.sentence_of(i).last
    if tokens[i].lower != "we" or i + 1 >= last or tokens[i + 1].text != ",":
        return []
    return row_of_people(r, i + 2, last)


def row_present(r: Resolved, sentence: Sentence) -> tuple[int, Row] | None:
    """The states that a sentence tells as present, and the token before them: "Participants: A and B", "attended by the ministers of A
    and B", "brought together envoys of A and B", "with the participation of A and B"."""
    opened: Token | None = None
    for t in r.annotated.tokens[sentence.first : sentence.last]:
        if t.dep == "neg":
            return None
        if opened is not None and _leads_on(r, opened, t) and (row := row_of_people(r, t.i + 1, sentence.last)):
            return t.i, row
        opens = t.lemma.lower() in words("taking_part") or t.lower in words("in_attendance")
        opened = t if opens else opened
    return None


def _leads_on(r: Resolved, opened: Token, t: Token) -> bool:
    """Does a token lead from the word that tells of being there to those who were?"""
    noun = opened.pos == "NOUN" and t.i == opened.i + 1 and t.lower == "of"
    attended = opened.pos == "VERB" and t.i == opened.i + 1 and t.lower in ("by", "together")
    with_them = noun and any(x.lower in ("with", "in") for x in r.annotated.tokens[max(opened.i - 2, 0) : opened.i])
    return (
        t.text == ":"
        or with_them
        or attended
        or (t.lemma == "be" and opened.i < t.i and opened.lower in words("in_attendance"))
    )

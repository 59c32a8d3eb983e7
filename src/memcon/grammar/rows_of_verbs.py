"""A row of verbs that hang on one "to" or "will": "is to arrive on Tuesday, call on the king, lunch with the premier and tour the port".

Comes in: the tokens of a document, one that may be of such a row, and its sentence. Goes out: the tokens, with that one joined to the
infinitive in front of it. The parser takes a middle verb for a noun ("lunch with"), for a part of one ("address parliament"), or for a
verb of the main clause ("is to meet X, call on Y": nobody called); behind "to have met" it takes each further one for what was done.
Refuses a verb that has a subject, and a noun of no row.
"""

from dataclasses import replace

from memcon.grammar.lexicon import participles, verb_lemmas
from memcon.model.annotated import Sentence, Token
from memcon.registers.engagements import verbs

TAKEN_WITH = frozenset(["DT", "IN", "NNP", "PRP$", "TO"])  # what a verb has behind it: "lunch with", "visit the port"
PARTS = frozenset(["compound", "nmod", "amod"])
SUBJECTS = frozenset(["nsubj", "nsubjpass", "expl", "csubj"])
JOINING = frozenset([",", "and", "or"])
LOOSE = frozenset(["conj", "dep", "advcl", "ccomp", "parataxis", "acl"])
LEADS = frozenset(["MD", "TO"])


def noun_in_a_row(tokens: list[Token], i: int, sentence: Sentence) -> None:
    """Make the noun at i a verb of the row: the last behind "and", or one between two others."""
    noun = tokens[i]
    if noun.lower not in verb_lemmas() or i + 1 >= sentence.last:
        return
    part = noun.dep in PARTS and noun.head == i + 1 and noun.lower in verbs()
    if not part and (tokens[i + 1].tag not in TAKEN_WITH or tokens[i + 1].lower == "of"):
        return  # "will meet the king, host of the summit, and visit the port"
    behind = tokens[i - 1].lower in ("and", "or") and noun.dep == "conj" and noun.lower in verbs()
    first = tokens[noun.head] if behind else _before_the_last(tokens, i, sentence)
    if first is None or first.tag != "VB" or first.i >= i:
        return
    tokens[i] = replace(noun, tag="VB", pos="VERB", dep="conj", head=first.i)
    if part:
        whole = tokens[i + 1]
        tokens[whole.i] = replace(whole, dep="dobj", head=i)
    for t in tokens[i + 1 : sentence.last]:
        if t.head == first.i and t.dep in ("dobj", "prep", "npadvmod"):
            tokens[t.i] = replace(t, head=i)
        elif t.dep == "conj" and t.head == first.i:
            break


def _before_the_last(tokens: list[Token], i: int, sentence: Sentence) -> Token | None:
    """The infinitive in front of token i to which "and" joins another one behind it."""
    for t in tokens[i + 1 : sentence.last]:
        if t.tag == "VB" and t.dep == "conj" and t.head < i and tokens[t.head].tag == "VB" and tokens[t.i - 1].dep == "cc":
            return tokens[t.head]
    return None


def verb_in_a_row(tokens: list[Token], i: int, sentence: Sentence) -> None:
    """Join the verb at i, which the parse takes for one of a main clause, to the infinitive before it."""
    verb = tokens[i]
    if verb.dep not in LOOSE or not _is_joined(tokens, i, sentence) or _has_own(tokens, i, sentence):
        return
    first = _led_by(tokens, i, sentence)
    if first is None or (verb.tag == "VBP") == _is_perfect(tokens, first, sentence) or _hangs_on(tokens, first, i):
        return  # "and, to meet the king, call on the minister": the infinitive is the verb's own
    if verb.tag == "VBP":
        tokens[i] = replace(verb, tag="VB", dep="conj", head=first.i)
    elif verb.lower in participles():
        tokens[i] = replace(verb, tag="VBN", dep="conj", head=first.i)


def _is_joined(tokens: list[Token], i: int, sentence: Sentence) -> bool:
    """Does a comma or "and" stand in front of it, or of the day between: "and on Friday open a school"?"""
    at = i - 1
    while at > sentence.first and (tokens[at].head == i and tokens[at].dep in ("prep", "npadvmod", "advmod", "pobj")):
        at -= 1
    while at > sentence.first and tokens[at].dep == "pobj" and tokens[tokens[at].head].head == i:
        at = tokens[at].head - 1
    return tokens[at].lower in JOINING


def _has_own(tokens: list[Token], i: int, sentence: Sentence) -> bool:
    """Has it a subject, or a helper or a word that opens its clause?"""
    own = [t for t in tokens[sentence.first : sentence.last] if t.head == i]
    return any(t.dep in SUBJECTS or t.dep in ("aux", "auxpass", "mark") for t in own)


def _led_by(tokens: list[Token], i: int, sentence: Sentence) -> Token | None:
    """The last verb in front of token i that "to" or "will" leads; none where a clause with a verb of its own stands between."""
    led = {t.head for t in tokens[sentence.first : i] if t.dep == "aux" and t.tag in LEADS and t.i < t.head}
    for t in reversed(tokens[sentence.first : i]):
        if t.tag in ("VBD", "VBZ", "VBP") and t.dep in ("relcl", "advcl", "ccomp"):
            return None  # "to meet the king, who lives there, and"
        if t.pos == "VERB" and t.i in led:
            return t
    return None


def _is_perfect(tokens: list[Token], verb: Token, sentence: Sentence) -> bool:
    """ "To have met"."""
    own = (t for t in tokens[sentence.first : verb.i] if t.head == verb.i and t.dep == "aux")
    return verb.tag == "VBN" and any(t.lemma == "have" for t in own)


def _hangs_on(tokens: list[Token], verb: Token, top: int) -> bool:
    while verb.head not in (verb.i, top):
        verb = tokens[verb.head]
    return verb.head == top

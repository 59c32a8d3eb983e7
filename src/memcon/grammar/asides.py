"""A participle that the parse takes for the verb of its sentence: "The visit, planned for May, has been put off", "A call set
for May is off", "Scheduled for Friday is a call", "The visit stands postponed".

Comes in: the tokens of a sentence and a past tense. Goes out: the tokens; where the verb behind it has no subject of its own, it is the
sentence's verb with the subject of the first, which only says something of that. Without commas the second must be one that a first
verb cannot govern: finite, and with nothing that opens its clause.
"""

from dataclasses import replace

from memcon.grammar.drafts import NOUNS
from memcon.grammar.lexicon import participles, third_persons
from memcon.model.annotated import Sentence, Token
from memcon.registers.engagements import words
from memcon.registers.governors import Frame, governor_of

SUBJECTS = frozenset(["nsubj", "nsubjpass"])
BELOW = frozenset(["ccomp", "conj", "advcl", "dep", "parataxis"])
OPENERS = frozenset(["mark", "cc", "advmod", "prep"])
AUXILIARY = frozenset(["aux", "auxpass"])


def participle_aside(tokens: list[Token], i: int, sentence: Sentence) -> None:
    """Make the verb behind the aside the one that the subject is of."""
    first, commas = tokens[i], tokens[i - 1].text == ","
    if i < 2 or first.lower not in participles() or not (commas or first.dep in ("ROOT", "ccomp")):
        return
    subject = next((t for t in tokens[sentence.first : i - 1] if t.head == i and t.dep in SUBJECTS), None)
    if subject is None:
        return
    for verb in tokens[i + 1 : sentence.last]:
        below = verb.head == i and verb.dep in BELOW
        over = first.head == verb.i and first.dep in BELOW
        if (below or over) and _takes_the_subject(tokens, verb, i, commas):
            break
    else:
        return
    helped = any(t.head == verb.i and t.dep == "auxpass" for t in tokens[i : verb.i])
    if verb.head == i:
        at = verb.i if first.head == i else first.head
        tokens[verb.i] = replace(verb, head=at, dep="ccomp" if first.dep == "advcl" else first.dep)
    tokens[subject.i] = replace(subject, head=verb.i, dep="nsubjpass" if helped else "nsubj")
    tokens[i] = replace(first, head=subject.i, dep="acl", tag="VBN")


def _takes_the_subject(tokens: list[Token], verb: Token, i: int, commas: bool) -> bool:
    """Has it no subject, and does it begin with its auxiliaries, behind a comma where the participle has one in front?"""
    own = [t for t in tokens[i + 1 : verb.i] if t.head == verb.i]
    start = min((t.i for t in own if t.dep in AUXILIARY), default=verb.i)
    plural = commas and verb.tag == "VB" and not own  # "talks, set for Friday, look doomed"
    finite = plural or verb.tag in ("VBD", "VBZ", "VBP") or any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in own)
    if not finite or any(t.dep in SUBJECTS for t in own):
        return False
    if commas:
        return tokens[start - 1].text == ","
    opened = any(t.dep in OPENERS for t in own) or tokens[start - 1].tag in ("CC", "TO", "IN", ",", ":", "``", "''", "RB")
    return verb.dep != "conj" and verb.pos in ("VERB", "AUX") and not opened


def set_in_front(tokens: list[Token], i: int, sentence: Sentence) -> None:
    """ "Scheduled for Friday is a meeting": what stands behind the copula is what was set."""
    copula = next(
        (t for t in tokens[i + 1 : sentence.last] if t.lemma == "be" and t.head == i and t.dep == "auxpass"), None
    )
    if copula is None or any(t.head == i and t.dep in SUBJECTS for t in tokens[i : sentence.last]):
        return
    what = next((t for t in tokens[copula.i : sentence.last] if t.head == copula.i and t.dep in ("attr", "nsubj")), None)
    if what is not None and tokens[copula.i - 1].pos != "VERB":
        tokens[what.i] = replace(what, dep="nsubjpass", head=i)


def stands_done(tokens: list[Token], i: int) -> None:
    """ "The visit stands postponed": a copula that was taken for a noun."""
    copula = tokens[i - 1]
    lemma = third_persons().get(copula.lower, copula.lower)
    subject = (
        tokens[copula.head]
        if copula.dep == "dobj"
        else next((t for t in tokens[:i] if t.head == i - 1 and t.pos in NOUNS), None)
    )
    if lemma not in words("copulas") or copula.dep != "nsubj" or copula.head != i or subject is None:
        return
    if (rule := governor_of(Frame.OBJECT, tokens[i].lemma)) is None or rule.factuality is None:
        return
    tokens[i - 1] = replace(copula, tag="VBZ", pos="AUX", dep="auxpass", lemma="be")
    tokens[i] = replace(tokens[i], tag="VBN")
    tokens[subject.i] = replace(subject, dep="nsubjpass", head=i)

"""Where what a cue verb reports ends and the reporter goes on in his own voice.

Comes in: an annotated document, the cue verb, the tokens [first, last) that the parse gives it behind the verb. Goes out: where the
content ends, at `last` or before. Refuses to end it inside quotation marks, and where the content plainly goes on ("..., and that").
"""

from collections.abc import Callable

from memcon.coding.statements.grammar import LONGEST
from memcon.model.annotated import Annotated, Token
from memcon.registers.cues import attribution, cues

DASHES = frozenset(["-", "–", "—", "--"])
MARKS = frozenset(['"', "”", "''", "’"])
LEAST = 2  # words behind a dash that are an addition
LONGEST_SITE = 6  # words of a site's name behind a headline


def end_of_content(annotated: Annotated, verb: int, first: int, last: int) -> int:
    """The first token that the reporter adds, or `last`."""
    start = max(first + 1, _taken_up(annotated, first, last))
    for i in range(start, min(last, start + LONGEST)):
        if annotated.quotation_at(i) is None and _begins(annotated, verb, i, last):
            return i
    return last


def _taken_up(annotated: Annotated, first: int, last: int) -> int:
    """Where "and that ..." takes the content up for the last time."""
    tokens = annotated.tokens
    found = (
        i for i in range(min(last - 2, first + LONGEST), first, -1)
        if tokens[i].dep == "cc" and tokens[i + 1].lower == "that" and tokens[i + 1].dep == "mark"
    )  # fmt: skip
    return next(found, first)


def _begins(annotated: Annotated, verb: int, i: int, last: int) -> bool:
    """Does the reporter's own part begin with token i?"""
    token, before = annotated.tokens[i], annotated.tokens[i - 1]
    if (token.lower in DASHES or token.text == "|") and token.spaced and before.spaced:
        return _site_name(annotated, i, last) or _last_dash(annotated, i, last)
    if _without(annotated, token):
        return True
    if before.lower == ",":
        return any(rule(annotated, token, last) for rule in BEHIND_COMMA)
    if before.lower in MARKS:
        return _participle(annotated, token, last)
    return _did_not(annotated, verb, token) or _other_speaks(annotated, token, verb)


def _site_name(annotated: Annotated, i: int, last: int) -> bool:
    """Premier Calls For Calm | Jutland Gazette: at the end of a headline, capitals without a verb."""
    paragraph = annotated.sentence_of(i).paragraph
    rest = annotated.tokens[i + 1 : last]
    headline = paragraph == 0 or annotated.zone(i) in ("title", "heading")
    ends = last == len(annotated.tokens) or annotated.sentence_of(last).paragraph != paragraph
    named = 0 < len(rest) <= LONGEST_SITE and all(t.text[0].isupper() or t.pos in ("ADP", "DET", "PUNCT") for t in rest)
    return headline and ends and named and not any(t.pos in ("VERB", "AUX") for t in rest)


def _last_dash(annotated: Annotated, i: int, last: int) -> bool:
    """The border was shut – a step that surprised nobody. Not one of a pair of dashes."""
    rest = annotated.tokens[i + 1 : last]
    if len(rest) < LEAST or any(t.lower in DASHES and t.spaced for t in rest):
        return False
    return (
        rest[0].tag in ("DT", "CD", "VBN")
        or rest[0].lower in ("though", "although")
        or _participle(annotated, rest[0], last)
    )


def _participle(annotated: Annotated, token: Token, last: int) -> bool:
    return token.tag == "VBG" and token.lemma in attribution().commenting and _closes(annotated, token, last)


def _named(annotated: Annotated, token: Token, last: int) -> bool:
    """..., a charge that it denies; ..., in a veiled reference to the strait."""
    tokens = annotated.tokens
    start = token.i + 1 if token.lower == "in" and token.i + 1 < last else token.i
    if tokens[start].lower not in ("a", "an", "the", "another", "one") and start == token.i:
        return False
    head = next(
        (t for t in tokens[start + 1 : min(last, start + 5)] if t.pos == "NOUN" and t.lemma in attribution().comments), None
    )
    return head is not None and tokens[start].head == head.i and _reaches(annotated, head, last)


def _contrast(annotated: Annotated, token: Token, last: int) -> bool:
    """..., although no day has been set; ..., compared with four in ten. Not "while also raising it", which the speaker does."""
    if token.lower not in attribution().contrasting:
        return False
    if token.tag == "VBN" or token.lower in ("despite", "versus"):
        return _closes(annotated, token, last)
    mark = token.i + 1 if token.dep == "advmod" and token.i + 1 < last else token.i
    clause = annotated.head(mark)
    finite = annotated.child(clause.i, "nsubj", "nsubjpass", "expl") is not None and clause.tag != "VBG"
    opens = annotated.tokens[mark].dep == "mark" and clause.dep in ("advcl", "ccomp") and clause.i > mark
    return (
        opens and finite and annotated.tokens[mark].lower in attribution().contrasting and _closes(annotated, clause, last)
    )


def _explanation(annotated: Annotated, token: Token, last: int) -> bool:
    if token.lower not in attribution().explaining:
        return False
    over = next((t for t in annotated.ancestors(token.i) if t.dep == "relcl"), None)
    if over is not None and token.lower != "which" and annotated.head(over.i).pos != "PROPN":
        return False
    return over is not None and annotated.edges(over.i)[0] >= token.i - 1 and _closes(annotated, over, last)


def _with_cue(annotated: Annotated, token: Token, last: int) -> bool:
    """..., with the envoy adding that it was late."""
    if token.lower != "with":
        return False
    return any(t.tag == "VBG" and t.lemma in cues() for t in annotated.tokens[token.i + 1 : min(last, token.i + 8)])


BEHIND_COMMA: tuple[Callable[[Annotated, Token, int], bool], ...] = (
    _participle, _named, _contrast, _explanation, _with_cue,
)  # fmt: skip


def _did_not(annotated: Annotated, verb: int, token: Token) -> bool:
    """He said he would stay | but did not say for how long."""
    if token.dep != "cc" or annotated.tokens[token.head].i > token.i:
        return False
    second = next((t for t in annotated.children(token.head) if t.dep == "conj" and t.i > token.i), None)
    if second is None or second.lemma not in cues() or annotated.child(second.i, "nsubj", "nsubjpass"):
        return False
    helpers = [c.lower for c in annotated.children(second.i) if c.dep == "aux"]
    return helpers == ["did"] and annotated.tokens[verb].tag == "VBD"


def _without(annotated: Annotated, token: Token) -> bool:
    inner = annotated.child(token.i, "pcomp") if token.lower == "without" else None
    return inner is not None and inner.lemma in attribution().unsaid


def _other_speaks(annotated: Annotated, token: Token, verb: int) -> bool:
    """... | while the army said that it would stay."""
    over = annotated.tokens[token.head]
    return token.lower in ("while", "whereas") and token.dep == "mark" and over.lemma in cues() and over.i != verb


def _closes(annotated: Annotated, token: Token, last: int) -> bool:
    return annotated.edges(token.i)[1] >= last - 1


def _reaches(annotated: Annotated, token: Token, last: int) -> bool:
    """Does the phrase end the content, with what hangs on it, wherever the parse puts that?"""
    end = annotated.edges(token.i)[1]
    return end >= last - 1 or all(t.dep in ("punct", "prep", "pobj", "relcl", "acl") for t in annotated.tokens[end:last])

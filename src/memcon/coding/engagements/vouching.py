"""Whether a clause is vouched for: what is denied, doubted, asked or only supposed has not been held.

Comes in: a document's grammar and the token of a verb. Goes out: the reason why nobody vouches for what it tells, or None.
"""

from memcon.model.annotated import Annotated, Token
from memcon.registers.engagements import words

CONDITIONS = frozenset(("if", "unless", "whether", "lest", "suppose", "supposing"))
INVERTED = frozenset(("had", "were", "should"))
CLAUSES = frozenset(("ccomp", "xcomp", "acl", "relcl", "pcomp", "csubj", "csubjpass", "advcl", "conj", "parataxis"))
CLIMB = 4  # clauses; what stands further out does not reach in


def unvouched(a: Annotated, i: int) -> str | None:
    """Why what the clause of verb i tells may not have happened; None where the text vouches for it."""
    if reason := _by_form(a, i):
        return reason
    at = i
    for _ in range(CLIMB):
        token, governor = a.tokens[at], a.head(at)
        if token.head == at or token.dep not in CLAUSES:
            return None
        if token.dep not in ("conj", "advcl") and (reason := _by_governor(a, governor)):
            return reason
        if token.dep == "conj" and _conditional(a, governor.i):
            return "a condition"
        at = governor.i
    return None


def _by_form(a: Annotated, i: int) -> str | None:
    if _conditional(a, i):
        return "a condition or an open question"
    subject = a.child(i, "nsubj", "nsubjpass")
    inverted = next((t for t in a.children(i) if t.dep in ("aux", "auxpass") and subject and t.i < subject.i), None)
    if inverted is not None and a.tokens[i].dep == "advcl" and inverted.lower in INVERTED:
        return "a condition"
    last = a.sentence_of(i).last - 1
    quoted = a.quotation_at(i) is not None
    if a.tokens[last].text == "?" or (quoted and a.tokens[last - 1].text == "?"):
        return "a question"
    if any(t.lower in ("wrongly", "falsely") for t in (*a.children(i), *a.children(a.tokens[i].head)) if t.dep == "advmod"):
        return "wrongly told"
    return None


def _conditional(a: Annotated, i: int) -> bool:
    return any(t.lower in CONDITIONS for t in a.children(i) if t.dep in ("mark", "advmod", "preconj", "cc"))


def _by_governor(a: Annotated, governor: Token) -> str | None:
    """By the word that the clause hangs on."""
    if governor.pos in ("VERB", "AUX"):
        return _by_verb(a, governor)
    if governor.lower in words("doubtful_adjectives"):
        return f"{governor.lower} that"
    if governor.lower in words("sure_adjectives") and _no(a, governor.head):
        return f"not {governor.lower} that"
    return _by_noun(a, governor) if governor.pos == "NOUN" else None


def _by_verb(a: Annotated, verb: Token) -> str | None:
    if verb.lemma in words("doubting"):
        return f"{verb.lemma} that"
    if _no(a, verb.i):
        return f"not {verb.lemma} that"
    if verb.dep == "xcomp" and a.head(verb.i).lemma in ("refuse", "decline", "fail"):
        return f"{a.head(verb.i).lemma} to {verb.lemma} that"
    for t in a.children(verb.i):  # "it is unclear whether", "it is not true that"
        if t.dep in ("acomp", "oprd") and t.lower in words("doubtful_adjectives"):
            return f"{t.lower} that"
    return None


def _no(a: Annotated, i: int) -> bool:
    return any(t.dep == "neg" or t.lower in words("not_quite") for t in a.children(i))


def _by_noun(a: Annotated, noun: Token) -> str | None:
    """ "Rumours that", "no evidence that", "denied reports that", "claims that ... are false"."""
    if noun.lemma in words("doubtful_nouns"):
        return f"{noun.lemma} that"
    if noun.lemma not in words("telling_nouns"):
        return None
    if any(t.lower in ("no", "false") for t in a.children(noun.i)):
        return f"no {noun.lemma} that"
    verb = a.head(noun.i)
    if noun.dep in ("dobj", "nsubjpass") and verb.lemma in words("doubting"):
        return f"{verb.lemma} {noun.lemma} that"
    predicate = {t.lower for t in a.children(verb.i) if t.dep in ("acomp", "attr")} if noun.dep == "nsubj" else set()
    return f"{noun.lemma} that is false" if predicate & words("doubtful_adjectives") else None

"""Which word decides what becomes of a predicate: the verb, noun, adjective, preposition or participle that governs it.

Comes in: a `Draft`. Goes out: `Governed`s, a rule of the table with the token that it was found at and the clause of that token.
"""

from dataclasses import dataclass

from memcon.grammar.drafts import NOUNS, OBJECTS, Draft, Syntax
from memcon.grammar.relations import noun_head
from memcon.model.annotated import Token
from memcon.model.clauses import Form, Relation
from memcon.registers.engagements import words
from memcon.registers.governors import Frame, Governor, governor_of

VERBAL = frozenset(["VERB", "AUX"])
BEHIND_COPULA = ("acomp", "attr", "oprd", "advmod", "prep", "prt", "advcl")
MODIFIERS = frozenset(["amod", "compound", "nmod", "advmod", "acl", "poss"])
PASSED = 4  # nouns to pass in "the eve of the second round of talks"


@dataclass(frozen=True, slots=True)
class Governed:
    """A rule, the word that it stands at, and the clause in which that word is (None: the word stands alone)."""

    rule: Governor
    token: Token
    over: Draft | None


def over_verb(syntax: Syntax, draft: Draft) -> Governed | None:
    """What governs a verb that is a complement."""
    top = draft.top
    head = syntax.head(top)
    if head is top:
        return None
    parent = draft.parent
    if top.dep == "pcomp":
        return _over_gerund(syntax, draft, head)
    if head.pos in NOUNS and top.dep in ("acl", "ccomp", "relcl", "xcomp"):
        rule = governor_of(Frame.NOUN, head.lemma.lower()) if draft.relation is Relation.COMPLEMENT else None
        return Governed(rule, head, parent) if rule else None
    if draft.relation not in (Relation.COMPLEMENT, Relation.ADVERBIAL):
        return None
    frame = _frame(draft)
    for word in (head, *_behind_copula(syntax, head, top)):
        if rule := _rule(syntax, frame, word):
            if draft.relation is Relation.ADVERBIAL and (frame is not Frame.TO or word.pos in VERBAL):
                continue
            return Governed(rule, word, syntax.drafts.get(word.i) or parent)
    return None


def _frame(draft: Draft) -> Frame:
    if draft.form is Form.INFINITIVE:
        return Frame.TO
    return Frame.THAT if draft.form is Form.FINITE else Frame.ING


def _behind_copula(syntax: Syntax, head: Token, but: Token) -> list[Token]:
    """What a copula says of its subject: "is [due] to meet", "it is [unclear] whether"."""
    if head.pos not in VERBAL:
        return []
    return [t for t in syntax.children[head.i] if t.dep in ("acomp", "oprd", "attr") and t is not but]


def _rule(syntax: Syntax, frame: Frame, word: Token) -> Governor | None:
    with_it = syntax.particles(word.i)
    found = governor_of(frame, word.lemma.lower(), with_it) or governor_of(frame, word.lower, with_it)
    if found is None and word.pos in NOUNS:
        return governor_of(Frame.NOUN, word.lemma.lower())
    return found


def _over_gerund(syntax: Syntax, draft: Draft, preposition: Token) -> Governed | None:
    """ "Without meeting", "accused of meeting", "plans for meeting", "ruled out meeting"."""
    over = syntax.head(preposition)
    word = preposition.lower
    if over.pos in NOUNS:
        rule = governor_of(Frame.NOUN, over.lemma.lower())
        if rule is not None:
            return Governed(rule, over, draft.parent)
    for frame in (Frame.ING, Frame.TO):
        rule = governor_of(frame, over.lemma.lower(), frozenset([word])) or governor_of(
            frame, over.lower, frozenset([word])
        )
        if rule is not None and (rule.particle == word or over.pos == "ADJ"):
            return Governed(rule, over, syntax.drafts.get(over.i) or draft.parent)
    rule = governor_of(Frame.PREPOSITION, word)
    return Governed(rule, preposition, draft.parent) if rule else None


def by_modifier(syntax: Syntax, draft: Draft) -> Governed | None:
    """ "A planned visit", "the recent talks", "talks due on Friday"."""
    i = draft.token.i
    for token in syntax.children[i]:
        if token.dep not in MODIFIERS:
            continue
        if rule := governor_of(Frame.MODIFIER, _hyphenated(syntax, token)):
            return Governed(rule, token, None)
    return None


def _hyphenated(syntax: Syntax, token: Token) -> str:
    first, last = syntax.annotated.whole_word(token.i)
    return token.lower if last - first == 1 else syntax.annotated.read(first, last).lower()


def by_participle(syntax: Syntax, draft: Draft) -> Governed | None:
    """A participle or relative clause behind a noun: "talks scheduled for May", "a summit that never took place"."""
    for token in syntax.children[draft.token.i]:
        if token.dep in ("acl", "relcl") and (clause := syntax.drafts.get(token.i)) is not None:
            return _as_argument(syntax, draft, clause)
    return None


def _as_argument(syntax: Syntax, draft: Draft, clause: Draft) -> Governed | None:
    """As the subject or object of a clause, or of what the clause goes on to: "talks that failed to take place"."""
    heads = (draft.token.i, noun_head(syntax, draft.token).i)
    for _ in range(PASSED):
        token = clause.token
        with_it = syntax.particles(token.i)
        undergoes = any(h in clause.patients for h in heads)
        if undergoes or (token.tag == "VBN" and any(h in clause.subjects for h in heads)):
            for frame in (Frame.OBJECT, Frame.LIGHT):
                if rule := governor_of(frame, token.lemma, with_it):
                    return Governed(rule, token, clause)
        elif rule := governor_of(Frame.SUBJECT, token.lemma, with_it):
            return Governed(rule, token, clause)
        if found := _behind(syntax, clause):
            return found
        further = next((c for c in clause.below if c.relation is Relation.COMPLEMENT and c.form is Form.INFINITIVE), None)
        if further is None:
            return None
        clause = further
    return None


def _behind(syntax: Syntax, clause: Draft) -> Governed | None:
    """ "The visit is off", "talks remain possible", "was under way"."""
    if clause.token.pos not in VERBAL:
        return None
    for token in syntax.children[clause.token.i]:
        if token.dep in BEHIND_COPULA and token.i > clause.token.i:
            with_it = syntax.particles(token.i) | {t.lower for t in syntax.children[token.i] if t.dep == "pobj"}
            if any(t.dep == "xcomp" for t in syntax.children[token.i]):
                continue  # "talks are due to start": what they are due to counts
            if rule := governor_of(Frame.PREDICATE, token.lower, with_it):
                return Governed(rule, token, clause)
    return None


def over_noun(syntax: Syntax, draft: Draft) -> Governed | None:
    """What governs a noun by the place that it has in its clause."""
    token = noun_head(syntax, draft.token)
    for _ in range(PASSED):
        head = syntax.head(token)
        if head is token:
            return None
        dep = token.dep
        if dep in OBJECTS or dep in ("nsubjpass", "oprd", "npadvmod", "dative"):
            return _as_object(syntax, head, draft)
        if dep == "nsubj":
            clause = syntax.drafts.get(head.i)
            return _of_subject(syntax, token, clause) if clause else None
        if dep != "pobj" or head.pos not in ("ADP", "PART", "SCONJ", "VERB"):
            return None
        found = _after_preposition(syntax, draft, head)
        if found is not None:
            return found
        over = syntax.head(head)
        if over.pos not in NOUNS or over.lemma.lower() not in words("containers") or over is head:
            return None
        token = noun_head(syntax, over)
    return None


def _of_subject(syntax: Syntax, token: Token, clause: Draft) -> Governed | None:
    stand_in = Draft(token, token, nominal=True)
    return _as_argument(syntax, stand_in, clause)


def _as_object(syntax: Syntax, verb: Token, draft: Draft) -> Governed | None:
    clause = syntax.drafts.get(verb.i)
    if clause is None:
        return None
    with_it = syntax.particles(verb.i) - {draft.token.lower}
    for frame in (Frame.OBJECT, Frame.LIGHT):
        if rule := governor_of(frame, verb.lemma, with_it):
            return Governed(rule, verb, clause)
    if clause.passive:
        return _of_subject(syntax, draft.token, clause)
    return None


def _after_preposition(syntax: Syntax, draft: Draft, preposition: Token) -> Governed | None:
    """ "Plans for a visit", "took part in talks", "amid talks", "pulled out of the summit", "ahead of the visit"."""
    over, word = syntax.head(preposition), preposition.lower
    if over.pos in NOUNS:
        rule = governor_of(Frame.NOUN, over.lemma.lower())
        if rule is not None:
            return Governed(rule, over, syntax.draft_over(over.i))
    elif over is not preposition:
        clause = syntax.drafts.get(over.i) or draft.parent
        for frame in (Frame.OBJECT, Frame.LIGHT):
            for lemma in (over.lemma, over.lower):
                rule = governor_of(frame, lemma, frozenset([word, *syntax.particles(over.i)]))
                if rule is not None and rule.particle:
                    return Governed(rule, over, clause)
        if over.pos in ("ADV", "ADP") and (rule := governor_of(Frame.PREPOSITION, f"{over.lower} {word}")):
            return Governed(rule, over, draft.parent)
    if over.pos in NOUNS and word in ("of", "for", "on", "with"):
        return None
    rule = governor_of(Frame.PREPOSITION, word)
    return Governed(rule, preposition, draft.parent) if rule else None

"""What governs a noun that names an event: the verb whose subject or object it is, a preposition, the noun before "of".

Comes in: the syntax of a document and a draft of a nominal clause. Goes out: `Governed`, as for verbs in `governing`.
"""

from memcon.grammar.drafts import NOUNS, OBJECTS, Draft, Syntax
from memcon.grammar.governing import PASSED, Governed, as_argument, behind, judges
from memcon.grammar.relations import noun_head
from memcon.model.annotated import Token
from memcon.model.clauses import Factuality, Modality, Tense
from memcon.registers.engagements import words
from memcon.registers.governors import Frame, Governor, governor_of, noun_rule

BESIDE = frozenset(["at", "during", "in", "on", "after", "before"])


def over_noun(syntax: Syntax, draft: Draft) -> Governed | None:
    """What governs a noun by the place that it has in its clause."""
    token = noun_head(syntax, draft.token)
    for _ in range(PASSED):
        head, dep = syntax.head(token), token.dep
        if head is token:
            return None
        clause = syntax.drafts.get(head.i)
        joined = dep == "conj" and clause is not None and not clause.nominal  # "had a walk together and a dinner"
        if joined or dep in OBJECTS or dep in ("nsubjpass", "oprd", "npadvmod", "dative"):
            return _as_object(syntax, head, token, clause) if clause else None
        if dep == "nsubj":
            if clause is not None and clause.passive and (found := behind(syntax, clause)) is not None:
                return found  # "the meal left untouched"
            return as_argument(syntax, token, clause) if clause else None
        if dep == "attr":
            if clause is not None and (found := behind(syntax, clause)):
                return found  # "on the programme are talks"
            told = clause is not None and clause.tense is not Tense.PRESENT
            rule = governor_of(Frame.LIGHT, head.lemma) if told else None
            return Governed(rule, head, clause) if rule else None
        if dep != "pobj" or head.pos not in ("ADP", "PART", "SCONJ", "VERB"):
            return None
        found = _after_preposition(syntax, draft, head)
        if found is not None:
            return found
        over = syntax.head(head)
        if (found := _within(syntax, over)) is not None:
            return found
        if over.pos not in NOUNS or over.lemma.lower() not in words("containers") or over is head:
            return None
        token = noun_head(syntax, over)
    return None


def _as_object(syntax: Syntax, verb: Token, noun: Token, clause: Draft) -> Governed | None:
    with_it = syntax.particles(verb.i) - {noun.lower}
    towards = frozenset(t.lower for t in syntax.children[noun.i] if t.dep == "prep")
    moved = governor_of(Frame.OBJECT, verb.lemma, towards)
    if moved is not None and moved.particle and moved.modality is Modality.WILL:
        return Governed(moved, verb, clause)  # "moved the talks to Oslo", where "to Oslo" is hung on the talks
    if clause.passive and (found := behind(syntax, clause)) is not None and found.token.dep == "oprd":
        return found  # "was left uneaten"
    said_of = [t for t in syntax.children[verb.i] if t.dep == "oprd"]
    said_of += [x for t in syntax.children[verb.i] if t.lower == "as" for x in syntax.children[t.i]]
    if verb.lemma in words("calling_so"):  # "called reports of a meeting on Friday baseless": the parse hangs it on the day
        said_of += [t for t in syntax.tokens[noun.i + 1 : syntax.annotated.sentence_of(noun.i).last] if t.tag == "JJ"]
    for called in said_of:
        rule = governor_of(Frame.PREDICATE, called.lower)
        if rule is not None and rule.factuality is Factuality.DENIED:
            return Governed(rule, called, clause)  # "termed the reports baseless", "described as invented the story that"
    for frame in (Frame.OBJECT, Frame.LIGHT):
        if (rule := governor_of(frame, verb.lemma, with_it)) and not judges(syntax, noun, clause):
            return Governed(rule, verb, clause)
    return as_argument(syntax, noun, clause) if clause.passive else None


def _after_preposition(syntax: Syntax, draft: Draft, preposition: Token) -> Governed | None:
    """ "Plans for a visit", "took part in talks", "amid talks", "pulled out of the summit", "ahead of the visit"."""
    over, word = syntax.head(preposition), preposition.lower
    if over.pos in NOUNS:
        if rule := governor_of(Frame.PREPOSITION, f"{over.lower} {word}"):
            return Governed(rule, over, None)  # "in spite of the talks"
        if (later := _rule_of_later(word)) is not None and syntax.draft_over(over.i) is not None:
            return Governed(later, preposition, syntax.draft_over(over.i))  # "did not reach a deal after the talks"
        if rule := noun_rule(over):
            return Governed(rule, over, syntax.draft_over(over.i), syntax.drafts.get(over.i))
        if (event := syntax.drafts.get(over.i)) is not None and event.nominal and word in BESIDE:
            rule = governor_of(Frame.PREPOSITION, word)
            return Governed(rule, preposition, event) if rule else None  # "a meeting on the sidelines of the summit"
        if word == "on" and over.pos == "PROPN" and draft.token.lemma.lower() in words("travels"):
            rule = governor_of(Frame.PREPOSITION, word)  # "the envoy, on a visit to Oslo, met the king"
            return Governed(rule, preposition, syntax.draft_over(over.i)) if rule else None
        if word in ("of", "for", "on", "with"):
            return None
    elif rule := governor_of(Frame.PREPOSITION, f"{over.lower} {word}"):
        return Governed(rule, over, draft.parent)
    elif preposition.i and (rule := governor_of(Frame.PREPOSITION, f"{syntax.tokens[preposition.i - 1].lower} {word}")):
        return Governed(rule, preposition, draft.parent)
    elif over is not preposition and (
        found := _beside_noun(syntax, preposition) or _with_particle(syntax, draft, over, word)
    ):
        return found
    if word == "on" and over is preposition and any(t.lower == "the" for t in syntax.children[draft.token.i]):
        return None  # "Firstly, on the visit of the envoy": what the speaker turns to
    rule = governor_of(Frame.PREPOSITION, word)
    return Governed(rule, preposition, draft.parent) if rule else None


def _rule_of_later(word: str) -> Governor | None:
    """The rule of "after" and its like: what stands behind it is over, whatever else the clause tells or denies."""
    rule = governor_of(Frame.PREPOSITION, word)
    return rule if rule is not None and rule.negated is Factuality.HAPPENED else None


def _within(syntax: Syntax, noun: Token) -> Governed | None:
    """ "As part of his visit", "in the framework of the talks": the preposition and its noun are one word for "during"."""
    before = syntax.head(noun)
    if noun.pos not in NOUNS or noun.dep != "pobj" or before.pos not in ("ADP", "SCONJ"):
        return None
    rule = governor_of(Frame.PREPOSITION, f"{before.lower} {noun.lower}")
    return Governed(rule, before, syntax.draft_over(before.i)) if rule else None


def _beside_noun(syntax: Syntax, preposition: Token) -> Governed | None:
    """ "Gave his consent to a meeting": the parse hangs on the verb what belongs to its object."""
    noun = syntax.tokens[preposition.i - 1] if preposition.i else preposition
    if noun.dep not in OBJECTS or noun.head != preposition.head or _rule_of_later(preposition.lower) is not None:
        return None
    rule = noun_rule(noun)
    return Governed(rule, noun, syntax.drafts.get(noun.head), syntax.drafts.get(noun.i)) if rule else None


def _with_particle(syntax: Syntax, draft: Draft, over: Token, word: str) -> Governed | None:
    """ "Called for talks", "agreed to a visit", "stayed away from the summit"."""
    parts = {word, *(t.lower for t in syntax.children[over.i] if t.dep in ("prt", "advmod", "intj", *OBJECTS))}
    while over.pos in ("ADP", "ADV", "PART") and over.head != over.i:  # "out of", "away from"
        parts.add(over.lower)
        over = syntax.head(over)
    clause = syntax.drafts.get(over.i) or draft.parent
    with_it = frozenset(parts)
    for frame in (Frame.OBJECT, Frame.LIGHT):
        for lemma in (over.lemma, over.lower):
            rule = governor_of(frame, lemma, with_it)
            if rule is not None and rule.particle and not (_has_its_own(clause, over) and rule.particle != word):
                return Governed(rule, over, clause)
    return None


def _has_its_own(clause: Draft | None, over: Token) -> bool:
    """ "The deadline was pushed back to this round of talks": what was pushed back is the subject."""
    return clause is not None and clause.token is over and clause.passive

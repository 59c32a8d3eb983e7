"""Which word decides what becomes of a predicate: the verb, noun, adjective, preposition or participle that governs it.

Comes in: a `Draft`. Goes out: `Governed`s, a rule of the table with the token that it was found at and the clause of that token.
"""

from dataclasses import dataclass

from memcon.grammar.drafts import NOUNS, OBJECTS, Draft, Syntax
from memcon.grammar.relations import noun_head
from memcon.model.annotated import Token
from memcon.model.clauses import Factuality, Form, Modality, Relation
from memcon.registers.engagements import nouns, words
from memcon.registers.governors import Frame, Governor, governor_of, noun_rule

VERBAL = frozenset(["VERB", "AUX"])
SAID_OF = frozenset(["acomp", "attr", "oprd"])
BEHIND_COPULA = frozenset(["acomp", "attr", "oprd", "advmod", "prep", "prt", "advcl"])
MODIFIERS = frozenset(["amod", "compound", "nmod", "advmod", "acl", "poss"])
UNANSWERED = "unanswered"
PASSED = 4  # nouns to pass in "the eve of the second round of talks"


@dataclass(frozen=True, slots=True)
class Governed:
    """A rule, the word that it stands at, the clause in which that word is (None: the word stands alone), and, where the
    word is a noun ("plans to meet"), that noun as a predicate, whose fate counts."""

    rule: Governor
    token: Token
    over: Draft | None
    fate: Draft | None = None


def over_verb(syntax: Syntax, draft: Draft) -> Governed | None:
    """What governs a verb that is a complement."""
    top = draft.top
    head = syntax.head(top)
    if head is top:
        return None
    if top.dep == "pcomp" or (head.pos == "ADP" and top.dep in ("pobj", "advcl", "xcomp", "prep")):
        return _over_gerund(syntax, draft, head)
    if head.pos in NOUNS and top.dep in ("acl", "ccomp", "relcl", "xcomp"):
        return _over_noun_clause(syntax, draft, head)
    if draft.marker == "than" and (rule := governor_of(Frame.PREPOSITION, "rather than")):
        return Governed(rule, top, draft.parent)
    if draft.relation not in (Relation.COMPLEMENT, Relation.ADVERBIAL):
        return None
    frame = _frame(draft)
    marks = frozenset(t.lower for t in syntax.children[draft.token.i] if t.dep == "mark") | _of_nobody(syntax, head)
    for word in (head, *_behind_copula(syntax, head, top)):
        rule = _rule(syntax, frame, word, marks)
        if rule is not None and word.pos in NOUNS and frame is Frame.TO:
            return Governed(rule, word, draft.parent, syntax.drafts.get(word.i))  # "there are no plans for them to meet"
        if rule is not None and (draft.relation is Relation.COMPLEMENT or frame is Frame.TO):
            return Governed(rule, word, syntax.drafts.get(word.i) or draft.parent)
    return _told_apart(syntax, draft, head, marks)


def _told_apart(syntax: Syntax, draft: Draft, head: Token, marks: frozenset[str]) -> Governed | None:
    """ "Rumours are rife that they met": the clause of a noun, behind what is said of the noun."""
    if draft.relation is not Relation.COMPLEMENT or draft.form is not Form.FINITE or "that" not in marks:
        return None
    copula = head if head.pos in VERBAL else syntax.head(head)
    noun = syntax.child(copula.i, "nsubj", "nsubjpass")
    if noun is None or noun.pos not in NOUNS or noun.i > draft.token.i:
        return None
    rule = noun_rule(noun)
    told = rule is not None and rule.modality is Modality.NONE
    return Governed(rule, noun, draft.parent, syntax.drafts.get(noun.i)) if rule is not None and told else None


def _of_nobody(syntax: Syntax, verb: Token) -> frozenset[str]:
    """ "It" of "it is claimed that": nobody stands up for it."""
    return frozenset(t.lower for t in syntax.children[verb.i] if t.dep == "nsubjpass" and t.lower == "it")


def _over_noun_clause(syntax: Syntax, draft: Draft, noun: Token) -> Governed | None:
    """ "Plans to meet", "rumours that they met"; "imagines the king calling", which the parse takes for a participle."""
    fate = syntax.drafts.get(noun.i)
    if draft.relation is Relation.COMPLEMENT:
        rule = noun_rule(noun)
        if rule is not None:
            return Governed(rule, noun, draft.parent, fate)
        verb = syntax.head(noun)
        rule = governor_of(Frame.TO, verb.lemma) if noun.dep in OBJECTS and draft.form is Form.INFINITIVE else None
        return Governed(rule, verb, syntax.drafts.get(verb.i)) if rule else None
    if draft.tag == "VBG" and noun.dep in OBJECTS:
        told = noun_rule(noun)
        if told is not None and told.modality is Modality.NONE and governor_of(Frame.THAT, draft.token.lemma):
            return Governed(told, noun, draft.parent, fate)  # "rejected reports saying that they met"
        verb = syntax.head(noun)
        rule = governor_of(Frame.ING, verb.lemma)
        return Governed(rule, verb, syntax.drafts.get(verb.i)) if rule and not rule.particle else None
    return None


def _frame(draft: Draft) -> Frame:
    if draft.form is Form.INFINITIVE and draft.top is draft.token:
        return Frame.TO
    return Frame.THAT if draft.form in (Form.FINITE, Form.INFINITIVE) else Frame.ING


def _behind_copula(syntax: Syntax, head: Token, but: Token) -> list[Token]:
    """What a copula says of its subject: "is [due] to meet", "it is [unclear] whether"."""
    if head.pos not in VERBAL:
        return []
    return [t for t in syntax.children[head.i] if t.dep in ("acomp", "oprd", "attr") and t is not but]


def _rule(syntax: Syntax, frame: Frame, word: Token, marks: frozenset[str]) -> Governor | None:
    if word.pos in NOUNS:
        return noun_rule(word)
    with_it = syntax.particles(word.i) | marks
    if frame is Frame.TO:  # "has got to meet" is not "got to meet"
        with_it |= {f"{t.lemma} {word.lower}" for t in syntax.children[word.i] if t.dep in ("aux", "auxpass")}
    forms = [word.lemma.lower(), word.lower]
    if word.dep in ("acomp", "oprd"):
        forms.reverse()  # "is prepared to" is not "is preparing to"
    return governor_of(frame, forms[0], with_it) or governor_of(frame, forms[1], with_it)


def _over_gerund(syntax: Syntax, draft: Draft, preposition: Token) -> Governed | None:
    """ "Without meeting", "accused of meeting", "plans for meeting", "instead of meeting"."""
    over = syntax.head(preposition)
    word = preposition.lower
    before = syntax.tokens[preposition.i - 1].lower if preposition.i else ""
    if rule := governor_of(Frame.PREPOSITION, f"{before} {word}") or governor_of(Frame.PREPOSITION, f"{over.lower} {word}"):
        return Governed(rule, preposition, draft.parent)
    rule = noun_rule(over) if over.pos in NOUNS else None
    if rule is not None and rule.modality is not Modality.SHOULD:  # "reasons for cancelling" are of what was done
        return Governed(rule, over, draft.parent, syntax.drafts.get(over.i))
    if over.pos in NOUNS and over.dep in OBJECTS:
        over = syntax.head(over)  # "accused him of meeting"
    with_it = syntax.particles(over.i) | {word}
    for frame in (Frame.ING, Frame.TO):
        for lemma in (over.lemma.lower(), over.lower):
            rule = governor_of(frame, lemma, with_it)
            if rule is not None and (rule.particle or over.pos == "ADJ"):
                return Governed(rule, over, syntax.drafts.get(over.i) or draft.parent)
    rule = governor_of(Frame.PREPOSITION, word)
    return Governed(rule, preposition, draft.parent) if rule else None


def by_modifier(syntax: Syntax, draft: Draft) -> Governed | None:
    """ "A planned visit", "the recent talks", "the now-cancelled trip"."""
    for token in syntax.children[draft.token.i]:
        if token.dep not in MODIFIERS or (token.dep == "acl" and token.i > draft.token.i):
            continue
        if rule := governor_of(Frame.MODIFIER, token.lower) or _hyphenated(syntax, token):
            return Governed(rule, token, None)
    return None


def _hyphenated(syntax: Syntax, token: Token) -> Governor | None:
    """ "A follow-up meeting", "the now-cancelled trip": by the whole word, or its last part."""
    if not syntax.hyphenated(token.i) and (token.i == 0 or syntax.tokens[token.i - 1].text != "-"):
        return None
    first, last = syntax.annotated.whole_word(token.i)
    whole = syntax.annotated.read(first, last).lower()
    return governor_of(Frame.MODIFIER, whole) or governor_of(Frame.MODIFIER, syntax.tokens[last - 1].lower)


def by_participle(syntax: Syntax, draft: Draft) -> Governed | None:
    """A participle or relative clause behind a noun: "talks scheduled for May", "a summit that never took place"."""
    for token in syntax.children[draft.token.i]:
        if (
            token.dep in ("acl", "relcl", "parataxis")
            and (clause := syntax.drafts.get(token.i)) is not None
            and not clause.nominal
        ):
            found = as_argument(syntax, draft.token, clause)
            if found is not None:
                return found
        elif (
            token.dep in ("amod", "acomp")
            and token.i > draft.token.i
            and (rule := governor_of(Frame.PREDICATE, token.lower))
        ):
            return Governed(rule, token, None)  # "talks due on Friday"
    return None


def as_argument(syntax: Syntax, noun: Token, clause: Draft) -> Governed | None:
    """As the subject or object of a clause, or of what the clause goes on to: "talks that failed to take place"."""
    heads = (noun.i, noun_head(syntax, noun).i)
    for _ in range(PASSED):
        token = clause.token
        with_it = syntax.particles(token.i)
        undergoes = any(h in clause.patients for h in heads)
        if undergoes or (clause.passive and any(h in clause.subjects for h in heads)):
            for frame in (Frame.OBJECT, Frame.LIGHT):
                if (rule := governor_of(frame, token.lemma, with_it)) and not judges(syntax, noun, clause):
                    return Governed(rule, token, clause)
        elif token.lemma != "be" and (rule := _subject_rule(syntax, clause, with_it)):
            if rule.particle == UNANSWERED and not _is_phoned(syntax, noun):
                return None
            told = behind(syntax, clause)  # "reports of it proved false"
            return told if told is not None and told.token.dep in SAID_OF else Governed(rule, token, clause)
        if found := behind(syntax, clause):
            return found
        further = next((c for c in clause.below if c.relation is Relation.COMPLEMENT and c.form is Form.INFINITIVE), None)
        if further is None:
            rule = governor_of(Frame.SUBJECT, token.lemma) if token.lemma == "be" else None
            return Governed(rule, token, clause) if rule else None
        clause = further
    return None


def _is_phoned(syntax: Syntax, noun: Token) -> bool:
    """ "His call to the king went unanswered"; not "his calls for talks", "the call to reopen the road", "the invitation"."""
    row, below = nouns().get(noun.lemma.lower()), syntax.children[noun.i]
    asks = any(t.dep in ("acl", "relcl") or (t.dep == "prep" and t.lower in ("for", "against")) for t in below)
    return row is not None and row.kind == "call" and not asks


def judges(syntax: Syntax, noun: Token, clause: Draft) -> bool:
    """ "He sees the summit as a test", "markets watch the talks": of what is only looked at nothing is told. "The week saw a summit",
    "the envoy watched a ceremony": it was held."""
    if clause.token.lemma not in words("beholding"):
        return False
    tokens, children = syntax.tokens, syntax.children
    beside = (*children[clause.token.i], *children[noun.i])
    taken_as = any(t.i > noun.i and t.dep == "prep" and t.lower == "as" for t in beside)
    somebody = any(tokens[i].pos == "PRON" and tokens[i].lower not in words("no_persons") for i in clause.subjects)
    return clause.key == "present" or taken_as or (somebody and clause.token.lemma in words("judging"))


def _inverted(clause: Draft) -> bool:
    """ "On the programme are talks"."""
    return clause.token.lemma == "be" and (not clause.subjects or clause.subjects[0] > clause.token.i)


def _subject_rule(syntax: Syntax, clause: Draft, with_it: frozenset[str]) -> Governor | None:
    """ "The visit opened"; not "may open a new era", which opens nothing of the visit."""
    rule = governor_of(Frame.SUBJECT, clause.token.lemma, with_it)
    if rule is not None and rule.particle and rule.factuality is Factuality.UNDER_WAY:
        links = [t for t in syntax.children[clause.token.i] if t.dep == "prep" and t.lower == rule.particle]
        if links and all(syntax.child(t.i, "pobj") for t in links):
            rule = governor_of(Frame.SUBJECT, clause.token.lemma, with_it - {rule.particle})  # "how they go on Sunday"
    if rule is not None and rule.factuality is Factuality.UNDER_WAY and not rule.particle and clause.patients:
        return None  # "the meeting will advance peace"
    if rule is not None and not rule.particle and _goes_on(clause):
        return None  # "the talks failed to take place": what they failed to do counts
    if rule is None or rule.particle or rule.negated is not None or not clause.patients:
        return rule
    return None


def _goes_on(clause: Draft) -> bool:
    """Does a verb that undoes its infinitive have one?"""
    below = any(c.relation is Relation.COMPLEMENT and c.form is Form.INFINITIVE for c in clause.below)
    rule = governor_of(Frame.TO, clause.token.lemma) if below else None
    return rule is not None and rule.factuality is Factuality.UNDONE


def behind(syntax: Syntax, clause: Draft) -> Governed | None:
    """ "The visit is off", "talks remain possible", "was under way"."""
    for token in syntax.children[clause.token.i]:
        if token.dep in BEHIND_COPULA and (token.i > clause.token.i or _inverted(clause)):
            if any(t.dep == "xcomp" for t in syntax.children[token.i]):
                continue  # "talks are due to start": what they are due to counts
            if token.dep in ("prt", "prep") and clause.token.lemma not in words("copulas"):
                continue  # "the talks are carrying on" are not "on"
            with_it = syntax.particles(token.i) | {t.lower for t in syntax.children[token.i] if t.dep == "pobj"}
            rule = governor_of(Frame.PREDICATE, token.lower, with_it)
            if rule is not None and (token.dep != "prep" or rule.particle or not syntax.children[token.i]):
                return Governed(rule, token, clause)
    return None

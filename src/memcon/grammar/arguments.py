"""Who does it, whom it is done to, and the phrases around it, with conjuncts, passives, relatives and control undone.

Comes in: a `Draft`, its parent read before. Goes out: its fields subjects, agents, patients, recipients and prepositional.
"""

from memcon.grammar.drafts import NOUNS, OBJECTS, Draft, Syntax
from memcon.grammar.predicates import inverted_subject, own_children
from memcon.model.annotated import Token
from memcon.model.clauses import Form, Modality, Prepositional, Relation, Tense
from memcon.registers.cues import attribution
from memcon.registers.governors import Frame, governor_of

RELATIVES = frozenset(["who", "which", "that", "whom", "whose"])
EMPTY = frozenset(["there"])
COUNTING = frozenset(["first", "last", "only", "latest", "second", "third", "next"])
MEASURES = frozenset(["DATE", "TIME", "QUANTITY", "PERCENT", "MONEY", "CARDINAL"])
PLACES = frozenset(["GPE", "LOC", "FAC"])
DATIVE = frozenset(["dative", "iobj"])


def read_arguments(syntax: Syntax, draft: Draft) -> None:
    """Set who takes part in what a verb tells."""
    children = own_children(syntax, draft)
    if draft.top is not draft.token:
        draft.inverted = inverted_subject(syntax, draft.top, draft.token)
    draft.subjects = _subjects(syntax, draft, children)
    objects = _objects(syntax, draft, children)
    if draft.key == "past" and not objects and _suffered(syntax, draft):
        draft.passive, draft.form, draft.tense = True, Form.PARTICIPLE, Tense.NONE
        draft.base = governor_of(Frame.FORM, "past participle")
    draft.prepositional = _prepositional(syntax, children)
    draft.recipients = tuple(i for t in children if t.dep in DATIVE for i in _dative(syntax, t))
    if draft.passive:
        draft.patients = draft.subjects
        draft.agents = _by(syntax, children)
    else:
        draft.agents, draft.patients = draft.subjects, objects


def _suffered(syntax: Syntax, draft: Draft) -> bool:
    """ "Their meeting, rescheduled for May, will ...", "Summit planned for Tbilisi": a participle that the tagger took for a past."""
    named = [syntax.drafts[i] for i in draft.subjects if i in syntax.drafts and syntax.drafts[i].nominal]
    with_it = syntax.particles(draft.token.i)
    sentence = syntax.annotated.sentence_of(draft.token.i)
    if draft.token.dep == "ROOT" and syntax.tokens[sentence.last - 1].text == ".":
        return False  # a full sentence has a verb that is its own
    complex_verb = any(t.dep in ("xcomp", "ccomp") for t in syntax.children[draft.token.i])
    if (
        not named
        or draft.helpers
        or complex_verb
        or draft.token.lemma in ("have", "be")
        or governor_of(Frame.SUBJECT, draft.token.lemma, with_it) is not None
    ):
        return False
    return any(governor_of(frame, draft.token.lemma, with_it) for frame in (Frame.OBJECT, Frame.LIGHT))


def _dative(syntax: Syntax, token: Token) -> tuple[int, ...]:
    if token.pos in ("ADP", "PART"):
        noun = syntax.child(token.i, "pobj")
        return syntax.conjuncts(noun.i) if noun else ()
    return syntax.conjuncts(token.i)


def _by(syntax: Syntax, children: list[Token]) -> tuple[int, ...]:
    for token in children:
        if (
            token.dep == "agent"
            and (noun := syntax.child(token.i, "pobj"))
            and noun.entity not in MEASURES
            and not _manner(syntax, noun)
        ):
            return syntax.conjuncts(noun.i)
    return ()


def _manner(syntax: Syntax, noun: Token) -> bool:
    """ "By rotation", "by consensus", "by phone": a bare common noun that means nobody."""
    if noun.tag != "NN" or noun.entity or noun.lemma.lower() in attribution().people:
        return False
    return not syntax.children[noun.i]


def _objects(syntax: Syntax, draft: Draft, children: list[Token]) -> tuple[int, ...]:
    found: list[int] = []
    for token in children:
        if token.dep in OBJECTS and token.pos != "VERB" and not syntax.hyphenated(token.i):
            if token.lower in RELATIVES:
                found += [i for i in _antecedent(syntax, draft, token) if i != token.i]
            else:
                found += syntax.conjuncts(token.i)
    return tuple(found) or _left_out(syntax, draft, children)


def _left_out(syntax: Syntax, draft: Draft, children: list[Token]) -> tuple[int, ...]:
    """ "The meeting he had with", "the visit they cancelled": the noun that its clause hangs on, with no pronoun between."""
    subject = next((t for t in children if t.dep == "nsubj" and t.lower not in RELATIVES), None)
    if draft.top.dep != "relcl" or draft.top is not draft.token or subject is None or draft.passive:
        return ()
    open_end = any(t.tag in ("WRB", "WDT", "WP") or (t.dep == "prep" and not syntax.children[t.i]) for t in children)
    known = any(governor_of(frame, draft.token.lemma) for frame in (Frame.LIGHT, Frame.OBJECT))
    return syntax.conjuncts(draft.top.head) if known and not open_end else ()


def _prepositional(syntax: Syntax, children: list[Token]) -> tuple[Prepositional, ...]:
    found = []
    for token in children:
        if token.dep in ("prep", "agent"):
            nouns = tuple(i for t in syntax.children[token.i] if t.dep == "pobj" for i in syntax.conjuncts(t.i))
            found.append(Prepositional(token.i, token.lower, nouns))
    return tuple(found)


def _subjects(syntax: Syntax, draft: Draft, children: list[Token]) -> tuple[int, ...]:
    for token in reversed(children):
        if token.dep in ("nsubj", "nsubjpass") or token is draft.inverted:
            before = [t.i for t in children if t.dep == token.dep and t.i < token.i]
            if before and any(t.lower == "and" for t in syntax.tokens[before[-1] : token.i]):
                return (*before, *syntax.conjuncts(token.i))
            if before and token.entity in PLACES and syntax.tokens[before[-1]].entity not in PLACES:
                return syntax.conjuncts(before[-1])  # "Obama on Monday at the White House, Washington, received"
            if token.lower in RELATIVES and draft.relation is not Relation.COMPLEMENT:
                return _antecedent(syntax, draft, token)
            if token.lower in EMPTY:
                return ()
            return syntax.conjuncts(token.i)
        if token.dep == "expl":
            return ()
    return _understood(syntax, draft)


def _antecedent(syntax: Syntax, draft: Draft, pronoun: Token) -> tuple[int, ...]:
    """The noun that a relative pronoun stands for: the head of the nearest relative clause."""
    over: Draft | None = draft
    while over is not None:
        if over.top.dep == "relcl" and over.top.head != over.top.i:
            return syntax.conjuncts(over.top.head)
        over = over.parent
    return (pronoun.i,)


def _understood(syntax: Syntax, draft: Draft) -> tuple[int, ...]:
    """The subject that the clause leaves to another."""
    parent, relation = draft.parent, draft.relation
    top, head = draft.top, syntax.head(draft.top)
    if top.dep in ("acl", "relcl") and head.pos in NOUNS and draft.form is Form.INFINITIVE and draft.passive:
        return syntax.conjuncts(head.i)  # "the summit to be hosted by Peru"
    if top.dep == "acl" and head.pos in NOUNS:
        if draft.form is Form.INFINITIVE:
            draft.counted = _counted(syntax, head)
            return _of_noun(syntax, head)
        return syntax.conjuncts(head.i)
    if top.dep == "relcl" and (head.pos in NOUNS or head.lower in COUNTING) and draft.form is Form.INFINITIVE:
        draft.counted = _counted(syntax, head)
        return _of_noun(syntax, head)
    if parent is None or parent.nominal or draft.form is Form.IMPERATIVE:
        return ()
    if top.dep == "pcomp" and syntax.head(head).pos in NOUNS and syntax.head(head).i not in parent.patients:
        return _of_noun(syntax, syntax.head(head))  # "the cost of hosting", "his intention of visiting"
    if relation is Relation.CONJUNCT:
        return parent.subjects
    if relation is Relation.COMPLEMENT and draft.form is not Form.FINITE:
        return _controlled(syntax, parent, head)
    if relation is Relation.ADVERBIAL and draft.form in (Form.GERUND, Form.PARTICIPLE, Form.INFINITIVE):
        behind = draft.form is Form.INFINITIVE and parent.patients and parent.patients[0] < draft.token.i
        asked = governor_of(Frame.TO, parent.token.lemma) if behind else None
        if asked is not None and asked.modality in (Modality.ASK, Modality.ORDER):
            return _controlled(syntax, parent, head)  # "directed their envoys to resume talks", taken for what for
        rule = governor_of(Frame.ING, parent.token.lemma, frozenset([head.lower])) if top.dep == "pcomp" else None
        object_does = (rule and rule.particle) or (top.dep == "pcomp" and head.lower == "as")
        return parent.patients if object_does and parent.patients else parent.subjects
    return ()


def _controlled(syntax: Syntax, parent: Draft, head: Token) -> tuple[int, ...]:
    """Who is to do it: whom somebody is asked, told or seen to do it, else whoever plans it himself."""
    if head.pos == "ADP" and head.dep != "prep":
        return parent.subjects
    if head.pos in NOUNS and head.i != parent.token.i:
        return _of_noun(syntax, head)
    if not parent.passive and parent.token.lemma != "promise":
        asked = parent.recipients or parent.patients
        if asked and not governor_of(Frame.LIGHT, parent.token.lemma):
            return asked
        for phrase in parent.prepositional:
            rule = governor_of(Frame.TO, parent.token.lemma, frozenset([phrase.word]))
            if rule is not None and rule.particle == phrase.word and phrase.objects:
                return phrase.objects  # "called on Norway to host"
    return parent.subjects


def _counted(syntax: Syntax, noun: Token) -> bool:
    """ "The first leader to visit", "the first to visit"."""
    return noun.lower in COUNTING or any(t.lower in COUNTING for t in syntax.children[noun.i])


def _of_noun(syntax: Syntax, noun: Token) -> tuple[int, ...]:
    """Who is to do what a noun governs: "his plan to go"; "they have plans to go"; "the first leader to go"."""
    if governor_of(Frame.NOUN, noun.lemma.lower()) is None:
        named = noun.entity or noun.pos in ("PROPN", "PRON") or noun.lemma.lower() in attribution().people
        if named or _counted(syntax, noun):
            return syntax.conjuncts(noun.i)
    rule = governor_of(Frame.NOUN, noun.lemma.lower())
    if rule is not None and rule.modality in (Modality.ASK, Modality.ORDER):
        to = next((t for t in syntax.children[noun.i] if t.lower in ("to", "for") and t.dep == "prep"), None)
        if to is not None and (asked := syntax.child(to.i, "pobj")):
            return syntax.conjuncts(asked.i)  # "his invitation to the king to visit"
    owner = syntax.child(noun.i, "poss")
    if owner is not None:
        return syntax.conjuncts(owner.i)
    by = next((t for t in syntax.children[noun.i] if t.lower == "by" and t.dep in ("prep", "agent")), None)
    if by is not None and (agent := syntax.child(by.i, "pobj")):
        return syntax.conjuncts(agent.i)
    over = syntax.draft_over(noun.i)
    return tuple(i for i in over.subjects if i != noun.i) if over is not None else ()

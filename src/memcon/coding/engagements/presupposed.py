"""What the words around a noun take for granted of the engagement that it names: that it goes on, is over, or is still to come.

Comes in: a resolved document and the noun's clause. Goes out: a status, or whether the noun stands in such a place: "progress in
the talks" has only what goes on, "ahead of the meeting" was said before it, "may make concessions in the talks" does not doubt
the talks.
"""

from memcon.coding.engagements.naming import in_rounds
from memcon.coding.engagements.particles import particles
from memcon.coding.engagements.set_clauses import set_behind
from memcon.coding.engagements.sittings import at_its_edge
from memcon.model.annotated import Annotated, Token
from memcon.model.clauses import Aspect, Clause, Condition, Factuality, Form, Relation, Tense
from memcon.model.kinds import EngagementKind
from memcon.model.resolved import Resolved
from memcon.model.status import Status
from memcon.registers.engagements import Frame, cue_of, nouns, words

LOOKING_BACK = frozenset(("after", "at", "during", "from", "in", "of", "since"))
OF_MODIFIED: tuple[Frame, ...] = ("modifier", "object")


def of_a_process(a: Annotated, clause: Clause) -> bool:
    """ "Progress in the talks", "the fate of the negotiations": what only what goes on can have."""
    token = a.tokens[clause.predicate]
    link = a.head(token.i)
    if (
        clause.form is not Form.NOMINAL
        or token.tag != "NNS"
        or token.dep != "pobj"
        or link.lower not in ("in", "of", "over")
    ):
        return False
    return a.head(link.i).lemma in words("of_a_process")


def failed_before(r: Resolved, clause: Clause) -> bool:
    """ "Talks scheduled for Monday collapsed": before they were held."""
    if clause.form is not Form.NOMINAL or clause.governor is None:
        return False
    if r.annotated.tokens[clause.governor].lemma not in words("breaking_down"):
        return False
    beside = (t for t in r.annotated.subtree(clause.predicate) if t.dep in ("acl", "amod", "relcl"))
    cues = (cue_of(frame, word) for t in beside for frame in OF_MODIFIED for word in (t.lower, t.lemma))
    return any(cue is not None and isinstance(cue.status, Status) and cue.status.ahead for cue in cues)


def over_before(r: Resolved, clause: Clause) -> bool:
    """ "Was part of the team at previous rounds of talks", "past meetings were short": the words before it say that it is over."""
    if clause.form is not Form.NOMINAL or clause.condition is not Condition.NONE:
        return False
    a, i = r.annotated, clause.predicate
    of, noun = a.head(i), nouns().get(a.tokens[i].lemma.lower())
    counted = a.tokens[i].dep == "pobj" and of.lower == "of" and in_rounds(r, i)
    if noun is not None and noun.kind == EngagementKind.TALKS and not in_rounds(r, i):
        return False  # "earlier talks" can be those that go on
    whole = a.head(of.i).i if counted else i
    top = a.tokens[whole]
    if top.dep not in ("nsubj", "nsubjpass") and not (top.dep == "pobj" and a.head(whole).lower in LOOKING_BACK):
        return False  # "asked for an earlier meeting"
    return any(t.lower in words("over_before") for n in (i, whole) for t in a.children(n) if t.i < n)


def told_to_go_on(r: Resolved, clause: Clause) -> bool:
    """ "Left for the summit, which is taking place in Lima", "to the session being held there": its own clause says that it goes on."""
    a, i = r.annotated, clause.predicate
    if clause.form is not Form.NOMINAL:
        return False
    behind = [*(t for t in a.children(i) if t.dep in ("relcl", "acl")), *set_behind(r, i)]
    for verb in behind:
        own, beside = r.clauses.at(verb.i), particles(a, verb.i)
        progressive = own is not None and (
            own.aspect is Aspect.UNDER_WAY or any(t.lower == "being" for t in a.children(verb.i))
        )
        tells = cue_of("subject", verb.lemma, beside) or cue_of("light", verb.lemma, beside)
        if own is not None and progressive and tells is not None and own.factuality is Factuality.UNDER_WAY:
            return own.condition is Condition.NONE
    return False


def on_a_condition(a: Annotated, clause: Clause) -> bool:
    """ "If the talks yield little": what is open is what they do, not whether there are any."""
    subject = clause.form is Form.NOMINAL and a.tokens[clause.predicate].dep == "nsubj"
    return (
        subject
        and clause.condition is Condition.IF
        and clause.governor is None
        and clause.factuality is Factuality.POSSIBLE
    )


def end_of(r: Resolved, clause: Clause) -> Status | None:
    """ "The abrupt end of the summit was a blow": it was held; "may break off the talks", "returns on Friday from a trip": they go on."""
    a, token = r.annotated, r.annotated.tokens[clause.predicate]
    if clause.form is not Form.NOMINAL:
        return None
    if _as_it_ended(r, token):
        return Status.HELD
    noun = a.head(a.head(token.i).i)
    over = r.clauses.around(a.head(noun.i).i)
    told = over is not None and over.factuality is Factuality.HAPPENED and over.tense is Tense.PAST
    if token.dep == "pobj" and noun.lemma in words("ends") and noun.dep == "nsubj" and told:
        return Status.HELD
    governor = a.tokens[clause.governor] if clause.governor is not None else None
    verb = r.clauses.parent(clause)
    if _comes_home(r, clause):
        return Status.ONGOING
    ended = verb is not None and a.tokens[verb.predicate].lemma in words("ending") and token.i in verb.patients
    if token.tag == "NNS" and ended and governor is not None and clause.factuality is Factuality.POSSIBLE:
        return Status.ONGOING
    return None


def _as_it_ended(r: Resolved, token: Token) -> bool:
    """ "They agreed on Thursday to free the boats, at the end of talks": the parse hangs the end on what is to be done."""
    a = r.annotated
    edge, first = at_its_edge(a, token.i), a.sentence_of(token.i).first
    link = a.head(edge.i) if edge is not None else None
    if link is None or link.i == first or a.tokens[link.i - 1].text != ",":
        return False
    root = next((t for t in (token, *a.ancestors(token.i)) if t.dep == "ROOT"), None)
    told = r.clauses.at(root.i) if root is not None else None
    return told is not None and told.factuality is Factuality.HAPPENED and told.tense is Tense.PAST


def _comes_home(r: Resolved, clause: Clause) -> bool:
    """ "Is to return on Friday from a trip": whoever comes from it is still on it."""
    a, token, link = r.annotated, r.annotated.tokens[clause.predicate], r.annotated.head(clause.predicate)
    verb = r.clauses.at(a.head(link.i).i)
    if verb is None or token.dep != "pobj" or link.lower != "from" or verb.condition is not Condition.NONE:
        return False
    return a.tokens[verb.predicate].lemma in words("coming_from") and verb.factuality is Factuality.SCHEDULED


def before_it(a: Annotated, clause: Clause) -> bool:
    link = a.head(clause.predicate)
    word = a.head(link.i) if link.lower in ("of", "to") else link
    return a.tokens[clause.predicate].dep == "pobj" and word.lower in words("before_it")


def circumstance(a: Annotated, clause: Clause) -> bool:
    """Does it stand only as that in which, or at which, something else may be done?"""
    link = a.head(clause.predicate)
    return (
        clause.form is Form.NOMINAL and a.tokens[clause.predicate].dep == "pobj" and link.lower in words("happening_there")
    )


def long_ago(r: Resolved, clause: Clause) -> bool:
    """ "Tension had delayed the trip for months": before what the report tells; not "said that he had cancelled it"."""
    over = r.clauses.parent(clause) if clause.form is Form.NOMINAL else None
    before = over is not None and over.tense is Tense.PAST and over.aspect is Aspect.COMPLETED
    return before and over is not None and over.relation is not Relation.COMPLEMENT


def put_off_after(r: Resolved, clause: Clause) -> bool:
    """ "Had meant to visit in May, but postponed": does the sentence go on to say that it was put off?"""
    a = r.annotated
    verbs = (t for t in a.tokens[clause.predicate + 1 : a.sentence_of(clause.predicate).last] if t.pos == "VERB")
    cues = (cue_of("object", t.lemma, particles(a, t.i)) for t in verbs)
    return any(cue is not None and cue.status == Status.POSTPONED for cue in cues)


def had_in_clause(r: Resolved, clause: Clause) -> bool:
    """ "The meeting that he had with her was useful": what is said of it besides does not doubt it."""
    a = r.annotated
    clauses = (r.clauses.at(t.i) for t in a.children(clause.predicate) if t.dep == "relcl" and cue_of("light", t.lemma))
    return any(
        c is not None and c.factuality is Factuality.HAPPENED and clause.predicate in c.patients and not c.passive
        for c in clauses
    )


def how_it_went(r: Resolved, clause: Clause, over: Clause | None) -> bool:
    """ "The meeting was brief": only what was held is that; of talks, which go on, it is said between two rounds."""
    a = r.annotated
    if over is None or over.tense is not Tense.PAST or a.tokens[clause.predicate].tag not in ("NN", "NNP"):
        return False
    behind = [t for t in a.children(over.predicate) if t.dep in ("acomp", "attr")]
    return any(
        x.lower in words("told_of_what_was")
        for t in behind
        for x in (t, *a.children(t.i))
        if x.dep in ("acomp", "attr", "conj")
    )


def end_told(r: Resolved, clause: Clause) -> bool:
    """ "Talks that ended at dawn", "the talks were at an end": that they are over is what the words tell of them."""
    if clause.governor is None:
        return False
    a, told = r.annotated, r.annotated.tokens[clause.governor]
    verb = told if told.pos in ("VERB", "AUX") else a.head(told.i)
    over = r.clauses.at(verb.i)
    ends = (told.lemma, *(t.lemma for t in a.children(told.i) if t.dep == "pobj"))
    past = over is not None and over.form is Form.FINITE and over.tense is Tense.PAST
    return past and over is not None and clause.predicate in over.subjects and not words("over_then").isdisjoint(ends)


def ended_by(r: Resolved, clause: Clause) -> bool:
    """ "The talks broke off", "collapsed", "ended in Oslo": the verb of which it is the subject ends it."""
    over = r.clauses.at(clause.governor) if clause.governor is not None and clause.form is Form.NOMINAL else None
    ends = words("over_then") | words("breaking_down") | words("breaking_off")
    return over is not None and clause.predicate in over.subjects and r.annotated.tokens[over.predicate].lemma in ends


def to_end(r: Resolved, clause: Clause) -> bool:
    """ "The round is to last two days", "will end on Friday": its end is to come; whether it has begun, the words do not say."""
    a, token = r.annotated, r.annotated.tokens[clause.predicate]
    verb = a.head(token.i)
    verb = next((t for t in a.children(verb.i) if t.dep == "xcomp"), verb) if verb.lemma == "be" else verb
    ahead = clause.factuality is Factuality.SCHEDULED and token.dep == "nsubj"
    return ahead and verb.lemma in words("lasting_on")


def on_the_programme(r: Resolved, clause: Clause, over: Clause) -> bool:
    """ "The programme includes a meeting with": of a visit to come, or under way."""
    tokens = r.annotated.tokens
    told = tokens[over.predicate].lemma in words("including") and over.tense in (Tense.PRESENT, Tense.FUTURE)
    listed = clause.predicate in over.patients and over.aspect is not Aspect.COMPLETED
    return told and listed and any(tokens[i].lemma in words("programmes") for i in over.subjects)

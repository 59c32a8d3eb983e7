"""The words of a document that show a PLOVER event, with the words for who does it to whom.

Comes in: Annotated and its clauses. Goes out: `Coded`s in the order of the text, still in words: tokens, not actors. What somebody
only agrees to, refuses, asks for or threatens is not coded a second time as done.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from memcon.coding.events.agents import Told, agent_of, alleged_in, antecedent
from memcon.coding.events.recipients import bears_name, meant, name_after, reach, slot
from memcon.coding.events.telling import Telling, hearsay, spoken_aim, telling
from memcon.model.annotated import Annotated, Token
from memcon.model.clauses import Clauses, Polarity
from memcon.model.findings import Tense
from memcon.registers.cues import attribution
from memcon.registers.plover import EventPattern, patterns, types, words

GOVERNING = frozenset(("AGREE", "REJECT", "THREATEN", "REQUEST"))
CLAUSES = frozenset(("xcomp", "ccomp", "pcomp", "advcl"))
COOPERATION, MATERIAL_CONFLICT = (1, 2), 4  # PLOVER's quads
MUTUAL = frozenset(("AGREE", "CONSULT", "COOPERATE"))
REQUIRED = frozenset(("clause", "xcomp", "dative", "asked"))
PARTICLES = frozenset(("prt", "advmod", "prep", "acomp", "oprd", "ccomp", "aux"))
KINDS = {"VERB": "verb", "NOUN": "noun", "ADJ": "adj"}  # of patterns, by the part of speech
ATTRIBUTES = frozenset(("amod", "compound"))  # "the Norway-backed rebels", "shelling victims": no event is told


@dataclass(frozen=True, slots=True)
class Coded:
    """One event in words: the token that shows it, and the heads of the phrases for its actor and recipient.

    `pronoun` is the pronoun that stands for the actor where grammar alone says who it is; `direct` the phrase in the recipient's
    place where that bears no name, and `recipient` the first name after it; `holder` whoever accuses another of it.
    """

    trigger: int
    first: int
    last: int
    pattern: EventPattern
    actor: int | None
    recipient: int | None
    tense: Tense
    negated: bool
    pronoun: int | None = None
    direct: int | None = None
    holder: int | None = None

    @property
    def root(self) -> str:
        """The type that PLOVER gives to it as said: a promise of help is AGREE, of harm THREATEN, a refusal of help REJECT."""
        kind, quad = self.pattern.type, types()[self.pattern.type].quad
        if self.negated and quad in COOPERATION:
            return "REJECT"
        if self.tense == "future" and kind not in GOVERNING:
            return "AGREE" if quad in COOPERATION else "THREATEN" if quad == MATERIAL_CONFLICT else kind
        return kind


def coded(annotated: Annotated, clauses: Clauses) -> list[Coded]:
    """Every event that a pattern finds."""
    told = Told(annotated, clauses)
    found: list[Coded] = []
    spoken_for: set[int] = set()
    for token in annotated.tokens:
        kind = KINDS.get(token.pos)
        lines = patterns().get((kind, token.lemma.lower())) if kind else None
        if not lines or token.i in spoken_for or token.dep in ATTRIBUTES or annotated.zone(token.i) == "credits":
            continue
        line = next((p for p in lines if fits(told, token, p)), None)
        if line is None:
            continue
        obj = _object(told, token)
        if line.objects and obj is not None:
            spoken_for |= {obj, *(t.i for t in annotated.children(obj) if t.dep == "conj")}
        said = _said(told, token, line)
        if said is None:
            continue
        item = _coded(told, token, line, said)
        if item.actor is not None and item.recipient is not None and antecedent(told, item.recipient) == item.actor:
            continue  # "insists that it will", "gave itself"
        found.append(item)
        if line.type in GOVERNING:
            spoken_for |= set(_governed(annotated, token, line))
            spoken_for |= {obj} if obj is not None and line.type in ("AGREE", "REJECT") else set()
    return found


def _said(told: Told, token: Token, line: EventPattern) -> Telling | None:
    """When it is done and whether at all; what is only said may be the aim of what is done."""
    clause = told.clause(token.i)
    if clause is not None and alleged_in(told, clause) is not None:
        return Telling("past", clause.polarity is Polarity.NEGATIVE)  # to its holder, who accuses
    said = telling(clause)
    if said is None and clause is not None and clause.governor is not None and told.a.tokens[clause.governor].pos == "ADV":
        said = hearsay(clause)
    if said is None and clause is not None and types()[line.type].verbal:
        said = spoken_aim(clause, told.clauses.parent(clause))
    return said


def _object(told: Told, token: Token) -> int | None:
    return told.patient(token.i) if token.pos == "VERB" else None


def _governed(a: Annotated, token: Token, line: EventPattern) -> Iterator[int]:
    """What is only agreed to, refused, asked for or threatened; nouns in a demand or a threat are facts that it speaks of."""
    for child in a.children(token.i):
        if child.dep in (*CLAUSES, "acl", "prep"):
            yield from (t.i for t in a.subtree(child.i) if t.pos == "VERB" or line.type in ("AGREE", "REJECT"))


def fits(told: Told, token: Token, line: EventPattern) -> bool:
    """Does the pattern hold of this token?"""
    a = told.a
    particle = line.particle(token.lemma.lower())
    if particle and not any(t.lower == particle and _is_particle(a, t) for t in a.children(token.i)):
        return False
    if not (particle or line.objects or line.near) and any(t.dep == "prt" for t in a.children(token.i)):
        return False  # "backed down" is not "backed"
    obj = _object(told, token)
    if line.objects and not (obj is not None if line.any_object else line.objects & _words_of_object(a, token, obj)):
        return False
    if "agent" not in line.actor and all(slot(told, token.i, obj, place) is None for place in line.actor):
        return False
    if line.unless and any(t.lemma.lower() in line.unless for t in _hanging(a, token)):
        return False
    if line.near and not line.near & _near(told, token, line):
        return False
    if all(place in REQUIRED or place.startswith("prep:") for place in line.recipient) and (
        not line.objects or line.any_object
    ):
        return any(slot(told, token.i, obj, place) is not None for place in line.recipient)
    return True


def _is_particle(a: Annotated, t: Token) -> bool:
    """ "Took over", "pulled out of it", but not "beat them over the weekend"."""
    return t.dep in PARTICLES and not (t.dep == "prep" and a.child(t.i, "pobj") is not None)


def _hanging(a: Annotated, token: Token) -> Iterator[Token]:
    """What hangs on a word, and the first word of the clauses that do."""
    for t in a.children(token.i):
        if t.dep != "advcl":
            yield t
        if t.dep in CLAUSES:
            yield a.tokens[a.edges(t.i)[0]]


def _near(told: Told, token: Token, line: EventPattern) -> set[str]:
    """The words of its clause and of who does it; those of the clause that it governs where its subject is the recipient."""
    a, clause = told.a, told.clauses.at(token.i)
    if line.recipient == ("clause",):
        return {t.lemma.lower() for c in a.children(token.i) if c.dep == "ccomp" for t in a.children(c.i)}
    doing = {j for agent in (clause.agents if clause else ()) for j in (agent, *(t.i for t in a.children(agent)))}
    return {a.tokens[j].lemma.lower() for j in reach(a, [token.i], asides=True) | doing}


def _words_of_object(a: Annotated, token: Token, obj: int | None) -> set[str]:
    """The lemmas of an object, of what belongs to it, and of a prepositional object where there is no other."""
    if obj is None:
        governed = (t for t in a.children(token.i) if t.dep == "prep" and t.lower in words("object prepositions"))
        obj = next((p.i for t in governed for p in a.children(t.i) if p.dep == "pobj"), None)
    if obj is None:
        return set()
    near = [a.tokens[obj], *(t for t in a.children(obj) if t.dep in ("compound", "amod", "conj", "nmod"))]
    of = [p for t in a.children(obj) if t.dep == "prep" and t.lower == "of" for p in a.children(t.i) if p.dep == "pobj"]
    return {t.lemma.lower() for t in [*near, *of]}


def _coded(told: Told, token: Token, line: EventPattern, said: Telling) -> Coded:
    a = told.a
    obj = _object(told, token)
    actor = next((at for p in line.actor if (at := _actor(told, token, obj, p)) is not None), None)
    pronoun, actor = actor, antecedent(told, actor) if actor is not None else None
    recipient = _other_side(told, token, obj, line, actor)
    if recipient is None:
        recipient = next((at for p in line.recipient if (at := slot(told, token.i, obj, p)) is not None), None)
        recipient = meant(a, recipient) if recipient is not None else None
    direct = recipient
    if _wants_name(a, line, recipient):
        recipient = recipient if (named := name_after(a, token.i, actor)) is None else named
    accusing = alleged_in(told, told.clause(token.i))
    ends = [i for i in (token.i, obj, recipient) if i is not None and a.tokens[i].sentence == token.sentence]
    return Coded(
        trigger=token.i,
        first=min(ends),
        last=max(ends) + 1,
        pattern=line,
        actor=actor,
        recipient=recipient,
        tense=said.tense,
        negated=said.negated,
        pronoun=pronoun if pronoun != actor else None,
        direct=direct,
        holder=accusing.agents[0] if accusing is not None and accusing.agents else None,
    )


def _wants_name(a: Annotated, line: EventPattern, recipient: int | None) -> bool:
    """Is nobody found in the recipient's place whom the words tell: no phrase, or one such as "its ban", "the operations"?"""
    if recipient is None:
        return bool(line.objects) or "within" in line.recipient
    token = a.tokens[recipient]
    if bears_name(a, recipient) or token.pos == "PROPN":
        return False
    return token.lemma.lower() not in attribution().people | words("affected")


def _actor(told: Told, token: Token, obj: int | None, place: str) -> int | None:
    return agent_of(told, token.i) if place == "agent" else slot(told, token.i, obj, place)


def _other_side(told: Told, token: Token, obj: int | None, line: EventPattern, actor: int | None) -> int | None:
    """The second of two who act together: "Norway and Peru agreed", "the summit between Norway and Peru failed"."""
    if actor is None or not (line.type in MUTUAL or (line.objects | line.near) & words("mutual")):
        return None
    if any(slot(told, token.i, obj, p) is not None for p in line.recipient if p in ("prep:with", "prep:from")):
        return None
    return next((t.i for t in told.a.children(actor) if t.dep == "conj"), None)

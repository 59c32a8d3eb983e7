"""Who acts, and on what, as the clause of an event's word says it.

Comes in: an annotated document, its clauses, the word that shows an event. Goes out: token indices of the heads of phrases. A pronoun
is left for whoever knows whom it means, except where grammar alone tells: "Norway said that it had ...", "Norway ended its ...".
"""

from dataclasses import dataclass

from memcon.model.annotated import Annotated, Token
from memcon.model.clauses import Clause, Clauses, Form, Relation
from memcon.registers.plover import words

PARTS_OF_NAMES = frozenset(("compound", "amod", "nmod", "poss", "nummod", "det"))
NAMES = frozenset(("GPE", "NORP", "PERSON", "ORG", "LOC", "FAC"))
TIMES = frozenset(("DATE", "TIME"))
DASHES = frozenset(("-", "--", "–", "—"))
PRONOUNS = frozenset(("PRP", "PRP$"))
BEHIND = frozenset(("nsubj", "nsubjpass", "appos", "conj", "nmod"))  # what the parse makes of the subject behind a dateline
CONTENT = frozenset((Form.GERUND, Form.INFINITIVE, Form.NOMINAL))  # what somebody can be accused of
DATELINE = 14  # tokens from the beginning of a sentence in which its dateline ends
REACH = 4  # clauses up to the one whose subject a pronoun stands for


@dataclass(frozen=True, slots=True)
class Told:
    """A document as the rules for events read it: its words and its clauses."""

    a: Annotated
    clauses: Clauses

    def clause(self, i: int) -> Clause | None:
        """The clause of a word: its own, or that of the copula under which an adjective stands."""
        own = self.clauses.at(i)
        return own or (self.clauses.at(self.a.tokens[i].head) if self.a.tokens[i].pos == "ADJ" else None)

    def verb(self, i: int) -> Clause | None:
        """The nearest clause around a word whose predicate is a verb."""
        clause = self.clauses.around(i)
        while clause is not None and clause.form is Form.NOMINAL:
            clause = self.clauses.parent(clause)
        return clause

    def passive(self, i: int) -> bool:
        clause = self.clauses.at(i)
        return clause is not None and clause.passive

    def patient(self, i: int) -> int | None:
        """The head of what it is done to."""
        clause = self.clauses.at(i)
        if clause is not None and (clause.patients or clause.form is Form.NOMINAL):
            return clause.patients[0] if clause.patients else None
        found = self.a.child(i, "dobj", "attr", "oprd")
        return found.i if found else None


def alleged_in(told: Told, clause: Clause | None) -> Clause | None:
    """The accusation whose content a clause is: "accused Norway of starting a war by closing the port"."""
    while clause is not None and clause.form in CONTENT:
        over = told.clauses.parent(clause)
        if over is not None and told.a.tokens[over.predicate].lemma.lower() in words("accusing"):
            return over if told.a.head(clause.predicate).lower in ("of", "for") else None
        clause = over
    return None


def _judged(told: Told, clause: Clause) -> int | None:
    """Who did it where somebody is praised, condemned or jailed for it: "condemned Peru for bombing the port"."""
    head = told.a.head(clause.predicate)
    over = told.clauses.at(told.a.head(head.i).i) if head.lower == "for" and clause.form is Form.GERUND else None
    return over.patients[0] if over is not None and over.patients else None


def agent_of(told: Told, i: int) -> int | None:
    """The head of the phrase for who does it."""
    a, clause = told.a, told.clause(i)
    if (accusing := alleged_in(told, clause)) is not None:
        return accusing.patients[0] if accusing.patients else None
    if clause is not None and (judged := _judged(told, clause)) is not None:
        return judged
    if a.tokens[i].pos == "NOUN" and (bearer := _bearer(told, i)) is not None:
        return bearer
    if clause is None:
        return None
    if clause.passive and not clause.agents:
        if a.tokens[i].dep == "acl" and a.child(i, "dobj") is not None:  # "in a statement condemned": no passive
            return _whose_words(told, clause, a.tokens[i].head)
        by = next((p.objects[0] for p in clause.prepositional if p.word == "by" and p.objects), None)
        return by if by is None or a.tokens[by].entity not in TIMES else None
    found = clause.agents[0] if clause.agents else None
    if found is None:
        return None
    return _past_dateline(a, clause, found) or _whose_words(told, clause, found) or found


def _past_dateline(a: Annotated, clause: Clause, subject: int) -> int | None:
    """The subject behind a dateline that was taken for one: "OSLO, May 4 - The party ..."."""
    first = a.sentence_of(subject).first
    dash = next((i for i in range(subject + 1, min(first + DATELINE, clause.predicate)) if _is_dash(a.tokens[i])), None)
    if dash is None or a.edges(subject)[0] != first or a.tokens[subject].entity not in ("GPE", "LOC", "ORG"):
        return None
    behind = (t for t in a.tokens[dash + 1 : clause.predicate] if t.pos in ("NOUN", "PROPN", "PRON"))
    return next((t.i for t in behind if t.dep in BEHIND and (t.head <= dash or t.head == clause.predicate)), None)


def _is_dash(token: Token) -> bool:
    return token.text in DASHES and token.tag != "HYPH"


def _whose_words(told: Told, clause: Clause, noun: int) -> int | None:
    """Who issued the statement whose words do it: "A issued a statement criticising B", "A, in a statement, condemned B"."""
    a = told.a
    if clause.relation is not Relation.RELATIVE or a.tokens[noun].lemma.lower() not in words("passing"):
        return None
    over = told.clauses.parent(clause)
    while over is not None and over.form is Form.NOMINAL:
        over = told.clauses.parent(over)
    if over is not None and over.agents and not over.passive:
        return over.agents[0]
    head = a.head(a.head(noun).i)
    return head.i if a.tokens[noun].dep == "pobj" and head.pos == "PROPN" else None


def _bearer(told: Told, i: int) -> int | None:
    """Whose act a noun names: its possessor, who it is by, its adjective, or the subject of "announce", "order"."""
    a, clause = told.a, told.clauses.at(i)
    owner = a.child(i, "poss")
    if owner is not None and owner.tag != "WP$":
        return owner.i
    for phrase in clause.prepositional if clause is not None else ():
        if phrase.word in ("by", "from", "between") and phrase.objects:
            found = phrase.objects[0]
            if a.tokens[found].entity not in TIMES and (phrase.word != "from" or a.tokens[found].entity in NAMES):
                return found
    marked = next((t.i for t in a.children(i) if t.dep in PARTS_OF_NAMES and t.entity in NAMES), None)
    return marked if marked is not None else _bearing_subject(told, i)


def _bearing_subject(told: Told, i: int) -> int | None:
    a, noun = told.a, told.a.tokens[i]
    while noun.dep == "conj" and a.head(noun.i).pos == "NOUN":
        noun = a.head(noun.i)
    verb = a.head(noun.i)
    if noun.dep == "pobj" and verb.lower in words("bearing particles"):  # "carried out attacks", "responsible for attacks"
        verb = a.head(verb.i)
    elif noun.dep != "dobj":
        return None
    clause = told.clause(verb.i)
    bears = verb.lemma.lower() in words("bearers")
    return clause.agents[0] if clause is not None and bears and clause.agents and not clause.passive else None


def antecedent(told: Told, i: int) -> int:
    """Whom grammar alone gives to a pronoun: the subject of the verb that reports its clause, or of the verb over "its"."""
    token = told.a.tokens[i]
    if token.tag not in PRONOUNS or token.lower in words("first and second person"):
        return i
    clause = told.verb(i)
    if clause is not None and token.tag == "PRP":
        clause = _reporting(told, clause)
    for _ in range(REACH):
        if clause is None:
            return i
        found = next((j for j in clause.agents if j != i and told.a.tokens[j].tag not in PRONOUNS), None)
        if found is not None:
            return found
        clause = _reporting(told, clause)
    return i


def _reporting(told: Told, clause: Clause) -> Clause | None:
    """The clause that reports this one, past those that it goes on from."""
    while clause.relation in (Relation.CONJUNCT, Relation.ADVERBIAL) and (over := told.clauses.parent(clause)) is not None:
        clause = over
    over = told.clauses.parent(clause) if clause.relation is Relation.COMPLEMENT else None
    if over is None:
        over = next((c for c in told.clauses.children(clause) if _inserted(told.a, c)), None)
    return over


def _inserted(a: Annotated, clause: Clause) -> bool:
    token: Token = a.tokens[clause.predicate]
    return token.dep == "parataxis"

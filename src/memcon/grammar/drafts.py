"""The working form of a clause while it is made, and the words around it.

Comes in: an annotated document. Goes out: `Syntax`, its tokens with the children of each, and the `Draft`s made so far.
"""

from dataclasses import dataclass, field

from memcon.model.annotated import Annotated, Token
from memcon.model.clauses import Aspect, Condition, Factuality, Form, Modality, Polarity, Prepositional, Relation, Tense

NOUNS = frozenset(["NOUN", "PROPN", "PRON", "NUM"])
SUBJECTS = frozenset(["nsubj", "nsubjpass", "csubj", "csubjpass"])
OBJECTS = frozenset(["dobj", "obj"])
HELPERS = frozenset(["aux", "auxpass"])


@dataclass(slots=True, eq=False)
class Draft:
    """A clause in the making. `top` is the token that stands in the sentence for it: the "is" of "is to meet"."""

    token: Token
    top: Token
    nominal: bool
    helpers: list[Token] = field(default_factory=list)  # auxiliaries, shared ones of conjuncts too
    form: Form = Form.FINITE
    key: str = ""  # the name of its form in the table of governors
    passive: bool = False
    headline: bool = False
    tense: Tense = Tense.NONE
    aspect: Aspect = Aspect.NONE
    modality: Modality = Modality.NONE
    polarity: Polarity = Polarity.POSITIVE
    condition: Condition = Condition.NONE
    factuality: Factuality = Factuality.UNKNOWN
    governor: int | None = None
    rule: str = ""
    relation: Relation = Relation.MAIN
    parent: "Draft | None" = None
    marker: str | None = None
    subjects: tuple[int, ...] = ()  # of the surface, conjuncts spread
    agents: tuple[int, ...] = ()
    patients: tuple[int, ...] = ()
    recipients: tuple[int, ...] = ()
    prepositional: tuple[Prepositional, ...] = ()
    holder: int | None = None
    below: list["Draft"] = field(default_factory=list)  # the clauses that stand in it
    decided: bool = False

    @property
    def negative(self) -> bool:
        return self.polarity is Polarity.NEGATIVE


class Syntax:
    """A document's tokens, the children of each in the order of the text, and the clauses made so far by token."""

    __slots__ = ("annotated", "children", "drafts", "tokens")

    def __init__(self, annotated: Annotated) -> None:
        self.annotated = annotated
        self.tokens = annotated.tokens
        self.children: list[list[Token]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                self.children[token.head].append(token)
        self.drafts: dict[int, Draft] = {}

    def all(self) -> list[Draft]:
        """Every draft once, in the order of the text."""
        return [draft for i, draft in sorted(self.drafts.items()) if draft.token.i == i]

    def child(self, i: int, *deps: str) -> Token | None:
        """The first child of token i with one of these dependency labels."""
        for token in self.children[i]:
            if token.dep in deps:
                return token
        return None

    def head(self, token: Token) -> Token:
        return self.tokens[token.head]

    def conjuncts(self, i: int) -> tuple[int, ...]:
        """Token i and the nouns joined to it: "A, B and C"."""
        found = [i]
        for at in found:
            found += [t.i for t in self.children[at] if t.dep == "conj" and (t.pos in NOUNS or t.pos == "ADJ")]
        return tuple(found)

    def draft_over(self, i: int) -> Draft | None:
        """The nearest clause above token i."""
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            if i in self.drafts:
                return self.drafts[i]
        return None

    def draft_of(self, first: int, last: int) -> Draft | None:
        """The nearest clause over the head of tokens[first:last]."""
        top = next((t for t in self.tokens[first:last] if not first <= t.head < last or t.head == t.i), None)
        return self.draft_over(top.i) if top is not None else None

    def particles(self, i: int) -> frozenset[str]:
        """What makes a phrase of token i: particles, prepositions, bare objects ("call off", "take place")."""
        found = set()
        for token in self.children[i]:
            dep = token.dep
            if dep in ("prt", "prep", "advmod", "acomp", "agent", "dative", "oprd"):
                found.add(token.lower)
            elif dep in OBJECTS:
                found.add(token.lower)
                found.update(t.lower for t in self.children[token.i] if t.dep == "prt")
        return frozenset(found)

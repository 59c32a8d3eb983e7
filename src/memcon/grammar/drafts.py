"""The working form of a clause while it is made, and the words around it.

Comes in: an annotated document. Goes out: `Syntax`, its tokens with the children of each, and the `Draft`s made so far.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from memcon.model.annotated import Annotated, TimeExpression, Token
from memcon.model.clauses import Aspect, Condition, Factuality, Form, Modality, Polarity, Prepositional, Relation, Tense
from memcon.registers.cues import attribution
from memcon.registers.governors import Frame, Governor, last_words

NOUNS = frozenset(["NOUN", "PROPN", "PRON", "NUM"])
SUBJECTS = frozenset(["nsubj", "nsubjpass", "csubj", "csubjpass"])
BESIDE_IN_TIME = frozenset(["after", "before", "since", "following"])
OBJECTS = frozenset(["dobj", "obj"])
HELPERS = frozenset(["aux", "auxpass"])


@dataclass(slots=True, eq=False)
class Draft:
    """A clause in the making. `top` is the token that stands in the sentence for it: the "is" of "is to meet"."""

    token: Token
    top: Token
    nominal: bool
    tag: str = ""  # the Penn tag that its place shows, where the tagger erred
    helpers: Sequence[Token] = ()  # auxiliaries, shared ones of conjuncts too
    form: Form = Form.FINITE
    base: Governor | None = None  # the rule of its form or its modal
    passive: bool = False
    headline: bool = False
    tense: Tense = Tense.NONE
    aspect: Aspect = Aspect.NONE
    modality: Modality = Modality.NONE
    polarity: Polarity = Polarity.POSITIVE
    condition: Condition = Condition.NONE
    factuality: Factuality = Factuality.UNKNOWN
    governor: int | None = None
    rule: Governor | None = None
    relation: Relation = Relation.MAIN
    parent: "Draft | None" = None
    marker: str | None = None
    subjects: tuple[int, ...] = ()  # of the surface, conjuncts spread
    agents: tuple[int, ...] = ()
    patients: tuple[int, ...] = ()
    recipients: tuple[int, ...] = ()
    prepositional: tuple[Prepositional, ...] = ()
    holder: int | None = None
    inverted: Token | None = None  # the subject of "were the king to visit"
    counted: bool = False  # an infinitive of "the first to"
    below: Sequence["Draft"] = ()  # the clauses that stand in it
    decided: bool = False

    @property
    def key(self) -> str:
        """The name of its form in the table of governors."""
        return self.base.word if self.base else ""

    def settle(self, rule: Governor | None, factuality: Factuality | None = None) -> None:
        """Take what a rule says, or what follows from it; its tense and modality too where it is a form's."""
        self.factuality = factuality or (rule.factuality if rule else None) or self.factuality
        if rule is None:
            return
        self.rule = rule
        if rule.frame is Frame.FORM and rule.modality is not Modality.NONE:
            self.modality = rule.modality

    @property
    def negative(self) -> bool:
        return self.polarity is Polarity.NEGATIVE


class Syntax:
    """A document's tokens, the children of each in the order of the text, and the clauses made so far by token."""

    __slots__ = (
        "according",
        "annotated",
        "asked",
        "asks",
        "children",
        "dated",
        "drafts",
        "frequent",
        "hedged",
        "of_days",
        "speakers",
        "tells_fiction",
        "tokens",
    )

    def __init__(self, annotated: Annotated, tokens: Sequence[Token]) -> None:
        self.annotated = annotated
        self.tokens = tokens  # mended
        self.children: list[list[Token]] = [[] for _ in self.tokens]
        self.according: dict[int, Token] = {}  # by the token that it hangs on
        self.hedged: set[int] = set()  # the tokens on which a word of the frame "adverb" hangs, or the last of several
        self.frequent: set[int] = set()  # those on which a word of a habit can hang
        self._hang()
        self.asked = self._asked()
        self.asks = "?" in annotated.document.text  # in a quotation too
        self.of_days = frozenset[int]()  # paragraphs under a line that only names a day to come
        self.drafts: dict[int, Draft] = {}
        self.tells_fiction = False  # is there a noun of fiction in it at all?
        self.speakers: dict[int, int | None] = {}  # of quotations, by their index
        self.dated: dict[int, list[TimeExpression]] = {}
        for time in annotated.times:
            self.dated.setdefault(self.tokens[time.first].sentence, []).append(time)

    def _hang(self) -> None:
        """Give each token its children, and note where words stand that few clauses have."""
        tokens, children = self.tokens, self.children
        adverbs, habits = last_words(Frame.ADVERB), last_words(Frame.HABIT)
        watched = adverbs | habits | {"according"}
        for token in tokens:
            head = token.head
            if head == token.i:
                continue
            children[head].append(token)
            if token.dep == "npadvmod":
                self.frequent.update((head, tokens[head].head))
            if token.lower not in watched:
                continue
            if token.lower in habits:
                self.frequent.update((head, tokens[head].head, tokens[tokens[head].head].head))
            elif token.lower in adverbs:
                self.hedged.update((head, tokens[head].head))
            else:
                self.according[head] = token

    def _asked(self) -> frozenset[int]:
        """The sentences that a question mark ends."""
        found = set()
        for sentence in self.annotated.sentences:
            last = sentence.last - 1
            while last > sentence.first and self.tokens[last].tag in ("''", "``", "-RRB-"):
                last -= 1
            if self.tokens[last].text == "?":
                found.add(sentence.index)
        return frozenset(found)

    def all(self) -> list[Draft]:
        """Every draft once, in the order of the text."""
        return [draft for i, draft in sorted(self.drafts.items()) if draft.token.i == i]

    def child(self, i: int, *deps: str) -> Token | None:
        """The first child of token i with one of these dependency labels."""
        for token in self.children[i]:
            if token.dep in deps:
                return token
        return None

    def hyphenated(self, i: int) -> bool:
        """Is token i followed by a hyphen that joins it to the next word, or one itself?"""
        return self.tokens[i].text == "-" or (i + 1 < len(self.tokens) and self.tokens[i + 1].text == "-")

    def head(self, token: Token) -> Token:
        return self.tokens[token.head]

    def conjuncts(self, i: int) -> tuple[int, ...]:
        """Token i and the nouns joined to it: "A, B and C"."""
        if not self.children[i]:
            return (i,)
        found = [i]
        for at in found:
            for token in self.children[at]:
                if token.dep == "conj" and (token.pos in NOUNS or token.pos == "ADJ"):
                    found.append(token.i)
        if self.tokens[i].pos != "NOUN":
            return tuple(found)
        misplaced = self._after_place(i) if self.tokens[i].lemma.lower() in attribution().people else []
        return tuple(sorted([*found, *misplaced])) if misplaced else tuple(found)

    def _after_place(self, i: int) -> list[int]:
        """ "The presidents of Peru and Ecuador, the Colombian minister and an envoy": people that the parse joins to the place."""
        of = next((t for t in self.children[i] if t.dep == "prep" and t.lower == "of"), None)
        place = self.child(of.i, "pobj") if of else None
        if place is None or place.entity not in ("GPE", "NORP"):
            return []
        return [t.i for t in self._joined(place.i) if t.pos == "NOUN" and t.lemma.lower() in attribution().people]

    def _joined(self, i: int) -> list[Token]:
        found = [t for t in self.children[i] if t.dep == "conj"]
        for token in found:
            found += [t for t in self.children[token.i] if t.dep == "conj"]
        return found

    def draft_over(self, i: int) -> Draft | None:
        """The nearest clause above token i."""
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            if i in self.drafts:
                return self.drafts[i]
        return None

    def times_in(self, draft: Draft) -> Iterator[TimeExpression]:
        """The time expressions that stand in a clause itself, or before it and in none ("Sunday: the king arrives")."""
        for time in self.dated.get(draft.token.sentence, ()):
            over = self.draft_of(time.first, time.last)
            while over is not None and over.nominal:
                if over is not draft and self.annotated.head(over.token.i).lower in BESIDE_IN_TIME:
                    break  # "comes after the summit in June"
                over = over.parent
            if (
                over is draft
                or (over is None and draft.nominal)
                or (time.last <= draft.token.i and (over is None or self._opens(over, time)))
            ):
                yield time

    def _opens(self, over: Draft, time: TimeExpression) -> bool:
        """ "Coming up on Sunday: the king arrives"; not "Arriving today, the king hopes"."""
        colon = time.last < len(self.tokens) and self.tokens[time.last].text == ":"
        return over.form is Form.PARTICIPLE and (over.tag != "VBG" or colon)

    def draft_of(self, first: int, last: int) -> Draft | None:
        """The nearest clause over the head of tokens[first:last]."""
        top = next((t for t in self.tokens[first:last] if not first <= t.head < last or t.head == t.i), None)
        return self.draft_over(top.i) if top is not None else None

    def particles(self, i: int) -> frozenset[str]:
        """What makes a phrase of token i: particles, prepositions, bare objects ("call off", "take place")."""
        found = set()
        for token in self.children[i]:
            dep = token.dep
            if dep in ("prt", "prep", "advmod", "acomp", "agent", "dative", "oprd", "intj"):
                found.add(token.lower)
                found.update(t.lower for t in self.children[token.i] if t.dep in ("pobj", "prep"))
            elif dep in OBJECTS:
                found.add(token.lower)
                # the parse hangs "off" of "called the meeting off", "short" of "cuts short visit" on the object
                found.update(
                    t.lower for t in self.children[token.i] if t.dep == "prt" or (t.dep == "amod" and t.i == i + 1)
                )
        return frozenset(found)

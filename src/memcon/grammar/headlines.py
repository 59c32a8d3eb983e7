"""Headlines: their present tells what happened, their infinitive what is to come, their participle what was done.

Comes in: the drafts of a document, their forms read. Goes out: tense and key of those in a headline, set for good.
"""

from memcon.grammar.drafts import NOUNS, Draft, Syntax
from memcon.model.annotated import Paragraph
from memcon.model.clauses import Form, Modality, Relation, Tense
from memcon.registers.cues import cues
from memcon.registers.governors import Frame, governor_of

SAYS = frozenset(["that", "quote"])
LONGEST = 24  # words; 3,000 headlines of the data have at most 22
STOPS = (".", "!", "?", ":", ";", "”", '"', "…")


def read_headlines(syntax: Syntax, drafts: list[Draft], lines: frozenset[int]) -> None:
    """Give the drafts of headlines their tense; `lines` are the paragraphs that are headlines."""
    if not lines:
        return
    for draft in drafts:
        if draft.nominal or syntax.annotated.sentence_of(draft.token.i).paragraph not in lines:
            continue
        draft.headline = True
        if draft.key == "present" and draft.form is Form.FINITE:
            draft.tense, draft.base = Tense.HEADLINE, governor_of(Frame.FORM, "headline")
        elif draft.key == "infinitive" and draft.form is Form.INFINITIVE and _leads(draft):
            draft.base, draft.modality, draft.tense = (
                governor_of(Frame.FORM, "headline infinitive"),
                Modality.WILL,
                Tense.FUTURE,
            )
            draft.relation = Relation.MAIN
            if not draft.agents and not draft.passive:
                draft.agents = draft.subjects = _in_front(syntax, draft)
        elif draft.key == "past" and not draft.patients and draft.token.dep == "ROOT" and _alone(draft):
            # "Envoy expelled from Minsk": a headline tells what was done without its auxiliary
            draft.base, draft.passive = governor_of(Frame.FORM, "past passive"), True
            draft.patients, draft.agents = draft.agents, ()
        if draft.form is Form.FINITE and len(draft.agents) == 1 and draft.parent is None:
            draft.agents = draft.subjects = _joined(syntax, draft)
    headline_holders(syntax, drafts)


def _in_front(syntax: Syntax, draft: Draft) -> tuple[int, ...]:
    """ "Thai Premier to Visit Burma Next Week": who stands before "to", wherever the parse hangs the verb."""
    to = next((t.i for t in draft.helpers if t.lower == "to"), None)
    if to is None or to <= syntax.annotated.sentence_of(draft.token.i).first or syntax.tokens[to - 1].pos not in NOUNS:
        return ()
    return syntax.conjuncts(to - 1)


def _joined(syntax: Syntax, draft: Draft) -> tuple[int, ...]:
    """ "Norway, Peru sign deal": the comma of a headline is "and"."""
    tokens, subject = syntax.tokens, draft.agents[0]
    beside = [t.i for t in syntax.children[subject] if t.dep == "appos" and t.i == draft.top.i - 1]
    first = syntax.annotated.sentence_of(subject).first
    comma = next((i for i in range(subject - 1, first, -1) if tokens[i].text == ","), None)
    if comma is not None and all(t.tag[:2] == "NN" or t.text == "," for t in tokens[first:comma]):
        beside += [i - 1 for i in range(first + 1, comma + 1) if tokens[i].text == ","]
    return tuple(sorted([subject, *beside]))


def headline_holders(syntax: Syntax, drafts: list[Draft]) -> None:
    """ "Talks to resume, says Lomé": what ends a headline speaks for all of it."""
    for draft in drafts:
        if not draft.headline or draft.nominal or not any(SAYS & cue.frames for cue in cues().get(draft.token.lemma, ())):
            continue
        sentence = syntax.annotated.sentence_of(draft.token.i)
        after = [t for t in syntax.children[draft.token.i] if t.dep in ("nsubj", "dobj") and t.i > draft.token.i]
        if not after or syntax.tokens[draft.token.i - 1].text != ",":
            continue
        for other in drafts:
            if other is not draft and sentence.first <= other.token.i < draft.token.i and other.holder is None:
                other.holder = after[-1].i


def _alone(draft: Draft) -> bool:
    return not any(clause.relation is Relation.COMPLEMENT for clause in draft.below)


def _leads(draft: Draft) -> bool:
    """Is it what the headline says, and not what another verb in it governs?"""
    return draft.parent is None or draft.top.dep in ("ROOT", "relcl", "acl")


def headlines(syntax: Syntax) -> frozenset[int]:
    """The paragraphs that are headlines: titles, headings, and a first line without a full stop."""
    found = set()
    for n, paragraph in enumerate(syntax.annotated.paragraphs):
        if paragraph.zone in ("title", "heading") or (n == 0 and _headline(paragraph)):
            found.add(n)
    return frozenset(found)


def _headline(paragraph: Paragraph) -> bool:
    text = paragraph.text.rstrip()
    return not text.endswith(STOPS) and len(text.split()) <= LONGEST

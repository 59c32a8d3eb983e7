"""Headlines: their present tells what happened, their infinitive what is to come, their participle what was done.

Comes in: the drafts of a document, their forms read. Goes out: tense and key of those in a headline, set for good.
"""

from memcon.grammar.drafts import Draft, Syntax
from memcon.model.annotated import Paragraph
from memcon.model.clauses import Form, Modality, Tense

LONGEST = 24  # words; 3,000 headlines of the data have at most 22
STOPS = (".", "!", "?", ":", ";", "”", '"', "…")


def read_headlines(syntax: Syntax, drafts: list[Draft]) -> None:
    """Give the drafts of headlines their tense."""
    lines = headlines(syntax)
    if not lines:
        return
    for draft in drafts:
        if draft.nominal or syntax.annotated.sentence_of(draft.token.i).paragraph not in lines:
            continue
        draft.headline = True
        if draft.key == "present" and draft.form is Form.FINITE:
            draft.tense, draft.key = Tense.HEADLINE, "headline"
        elif draft.key == "infinitive" and draft.token.tag == "VB" and _leads(draft):
            draft.key, draft.modality, draft.tense = "headline infinitive", Modality.WILL, Tense.FUTURE


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

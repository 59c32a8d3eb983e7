"""What is told as news and without a day was in the days before the report appeared: in which ones, and what is told so.

Comes in: a resolved document and a token. Goes out: whether its clause is told as news, and the days that such a clause has; None for a
report that is not dated to the day. What is recalled, counted up, said in a quotation or told in the wake of an older day is no news.
"""

from datetime import timedelta

from memcon.model.annotated import Token
from memcon.model.clauses import Aspect, Clause, Form, Relation, Tense
from memcon.model.dates import Anchor, Basis, BasisKind, DateRange
from memcon.model.resolved import Resolved, Time
from memcon.registers.engagements import words

# Days before its report, measured on about 1,000 texts (papers and agencies of several continents, readouts, news of 2010 to 2025); the
# days are as memcon read them. Of what main clauses in the plain past tell with its day, so many of 100 were within a week: in the
# first three paragraphs 99 by a verb (of 337) and 98 by a noun (53), further down 91 (46) and 92 (40). Where the clause has no day
# and another place of the report tells it, all of about 100.
NEWS = timedelta(days=7)
OPENING_TENSES = frozenset((Tense.PAST, Tense.HEADLINE))
OWN = frozenset((Relation.MAIN, Relation.CONJUNCT))


def news_days(r: Resolved) -> DateRange | None:
    """The days in which lies what a report tells as news and without a day."""
    published = r.annotated.document.published
    first, last = published.earliest, published.latest
    if first is None or last is None or not published.exact:
        return None
    basis = Basis(
        BasisKind.NEWS, anchor=Anchor(first, last, str(published.basis)), reason="told as news, and no day beside it"
    )
    return DateRange(first - NEWS, last, None, basis)


def told_as_news(r: Resolved, i: int) -> bool:
    """Is what the token says told as something that has just happened?"""
    a = r.annotated
    clause = _finite(r, i)
    if clause is None or not _is_news(r, clause):
        return False
    if a.quotation_at(i) is not None or a.turn_at(i) is not None:
        return False  # who speaks recalls, and nothing says how long ago
    return not (_recalled(r, i, clause) or _of_the_past(r, i) or _in_wake_of_older(r, i) or _has_older_day(r, clause))


def _finite(r: Resolved, i: int) -> Clause | None:
    """The finite clause whose predicate the token is, or whose noun it is."""
    clause = r.clauses.at(i) or r.clauses.around(i)
    if clause is not None and clause.form is Form.NOMINAL:
        clause = r.clauses.parent(clause) if clause.relation is Relation.ARGUMENT else None
    return clause if clause is not None and clause.form is Form.FINITE else None


def _is_news(r: Resolved, clause: Clause) -> bool:
    """The plain past of a main clause or of what somebody says, a headline's present, and in the first sentence "has met":
    further down that is what somebody has done at some time."""
    over = r.clauses.parent(clause)
    said = clause.relation is Relation.COMPLEMENT and over is not None and _says(r, over)
    if clause.relation not in OWN and not said:
        return False
    if clause.aspect is Aspect.NONE:
        return clause.tense in OPENING_TENSES
    return clause.aspect is Aspect.COMPLETED and clause.tense is Tense.PRESENT and _in_lead(r, clause.predicate)


def _says(r: Resolved, over: Clause) -> bool:
    """Is it a main clause of saying, and not of recalling?"""
    return over.relation in OWN and r.annotated.tokens[over.predicate].lemma.lower() not in words("recalling")


def _in_lead(r: Resolved, i: int) -> bool:
    """Is it in the title or the first sentence below the headlines?"""
    a = r.annotated
    below = (s for s in a.sentences if a.paragraphs[s.paragraph].zone == "body" and s.paragraph not in r.clauses.headlines)
    first = next(below, None)
    return a.zone(i) == "title" or (first is not None and a.sentence_of(i) is first)


def _recalled(r: Resolved, i: int, clause: Clause) -> bool:
    """ "Previously met", "has met three times", "as minister she met", "an earlier meeting", "then-President X met"."""
    a = r.annotated
    beside = a.children(clause.predicate)
    links = [t for t in beside if t.dep == "prep"]
    if any(t.lower in words("recalled") and t.dep not in ("nsubj", "dobj") for t in beside):
        return True
    if a.tokens[i].pos == "NOUN" and any(t.lower in words("earlier_ones") for t in a.children(i) if t.i < i):
        return True
    capacities = (x for t in links if t.lower == "as" and (x := a.child(t.i, "pobj")) is not None)
    if any(x.lemma.lower() in words("people") for x in capacities):
        return True
    return any(_in_office_then(r, t) for t in a.tokens[clause.first : clause.last])


def _in_office_then(r: Resolved, token: Token) -> bool:
    """ "Then-President X", "the then minister"."""
    tokens, i = r.annotated.tokens, token.i
    if token.lower != "then" or i + 1 >= len(tokens):
        return token.lower.startswith("then-")
    return tokens[i + 1].text == "-" or (i > 0 and tokens[i - 1].lower == "the")


def _of_the_past(r: Resolved, i: int) -> bool:
    """Is it in a paragraph on a book, a life or an age?"""
    return any(t.lemma.lower() in words("in_the_past") and t.pos in ("NOUN", "PROPN") for t in _paragraph_before(r, i))


def _in_wake_of_older(r: Resolved, i: int) -> bool:
    """Is the last day that a main clause of the paragraph tells before it older than news is?"""
    published = r.annotated.document.published.earliest
    told = [t.date.latest for t in _times_before(r, i) if t.date.latest is not None and t.date.days is not None]
    return bool(told) and published is not None and told[-1] < published - NEWS


def _has_older_day(r: Resolved, clause: Clause) -> bool:
    """ "Went nowhere in May": does the clause tell a day that is older than news is?"""
    published = r.annotated.document.published.earliest
    times = [t for token in r.annotated.tokens[clause.predicate : clause.last] if (t := r.time_at(token.i)) is not None]
    told = [t.date.latest for t in times if t.date.latest is not None and _finite(r, t.first) is clause]
    return bool(told) and published is not None and told[0] < published - NEWS


def _paragraph_before(r: Resolved, i: int) -> tuple[Token, ...]:
    """The tokens of its paragraph before it."""
    a = r.annotated
    sentence = a.sentence_of(i)
    n = sentence.index
    while n and a.sentences[n - 1].paragraph == sentence.paragraph:
        n -= 1
    return a.tokens[a.sentences[n].first : i]


def _times_before(r: Resolved, i: int) -> list[Time]:
    """The times that main clauses in the past tell in its paragraph before it."""
    found = {t.first: t for token in _paragraph_before(r, i) if (t := r.time_at(token.i)) is not None}
    return [found[at] for at in sorted(found) if (c := _finite(r, at)) and c.tense is Tense.PAST and c.relation in OWN]

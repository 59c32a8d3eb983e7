"""What the layout of a diary gives to its items: the day of their heading or opening, and that they are to come or have been.

Comes in: a resolved document and a phrase. Goes out: the phrase with the day that it lacks and, where its words give no status, that
of its day. Leaves alone what the item only mentions: a noun in the middle of a sentence, a clause with a status of its own.
"""

from dataclasses import replace

from memcon.coding.engagements.phrase import Phrase
from memcon.coding.engagements.verdict import Rule, Verdict
from memcon.model.clauses import Form
from memcon.model.dates import DateRange
from memcon.model.kinds import FOR_THE_PRESS
from memcon.model.resolved import Place, Resolved, Setting, SettingKind, Time
from memcon.model.status import Status
from memcon.registers.engagements import nouns
from memcon.registers.places import places_named


def of_item(r: Resolved, phrase: Phrase) -> Phrase:
    """The phrase as the item of a diary in which it stands."""
    setting = r.setting_of(phrase.token)
    if setting is None or not setting.dates_items:
        return phrase
    item = _is_item(r, phrase)
    phrase = _not_yet(phrase) if _to_come(setting, r.annotated.document.published) else phrase
    if phrase.verdict.status is None and not item:
        return phrase
    arguments = phrase.arguments
    if (
        phrase.verbal
        and phrase.verdict.status == Status.HELD
        and phrase.verdict.habit
        and setting.kind is not SettingKind.DATELINE
    ):
        phrase = _ahead(phrase) if _to_come(setting, r.annotated.document.published) else phrase
    given = arguments.date is None and setting.day is not None and (item or phrase.kind not in FOR_THE_PRESS)
    given = given and not (
        phrase.verbal and phrase.verdict.status == Status.HELD and _to_come(setting, r.annotated.document.published)
    )
    date = _time(r, phrase, setting) if given else arguments.date
    place = arguments.place or (_place_at_end(r, phrase) if item else _place_before_colon(r, phrase))
    return replace(phrase, arguments=replace(arguments, date=date, place=place), verdict=_verdict(r, phrase, date, item))


def _not_yet(phrase: Phrase) -> Phrase:
    """ "Visit to Oslo (postponed): meeting with the king", under a day to come: the parse makes an act of it, and it was not held."""
    loose = (
        phrase.arguments.date is None
        and phrase.verdict.status == Status.HELD
        and phrase.verdict.weak
        and not phrase.verdict.habit
    )
    return replace(phrase, verdict=replace(phrase.verdict, status=None, barred=True)) if loose else phrase


def _ahead(phrase: Phrase) -> Phrase:
    """ "Receives the ambassador", under a day to come: a present that is to be."""
    return replace(phrase, verdict=replace(phrase.verdict, status=Status.PLANNED, rule=Rule.SCHEDULED, stands=True))


def _to_come(setting: Setting, published: DateRange) -> bool:
    """Is its day one on which nothing can have been held yet?"""
    day = setting.day.earliest if setting.day is not None else None
    return bool(day and published.latest and day > published.latest)


def _is_item(r: Resolved, phrase: Phrase) -> bool:
    """Does it open the item: "Meeting with the envoy", "16:00 Working visit to Oslo", "Participation in the summit"?"""
    a = r.annotated
    if phrase.verbal:
        return a.tokens[phrase.token].dep == "ROOT" and (a.tokens[phrase.token].tag == "VBG" or _is_heading(r, phrase))
    return not any(t.pos in ("VERB", "AUX") and t.i != phrase.token for t in a.ancestors(phrase.token))


def _is_heading(r: Resolved, phrase: Phrase) -> bool:
    """ "Visit to Ukraine:", which the parse takes for an order."""
    clause, sentence = r.clauses.at(phrase.token), r.annotated.sentence_of(phrase.token)
    opens = clause is not None and clause.form is Form.IMPERATIVE and phrase.token == sentence.first
    return opens and r.annotated.tokens[phrase.token].lemma.lower() in nouns()


def _place_at_end(r: Resolved, phrase: Phrase) -> Place | None:
    """ "Meeting with the envoy, Lisbon": the place that ends the item."""
    a, sentence = r.annotated, r.annotated.sentence_of(phrase.token)
    tokens = a.tokens[phrase.token : sentence.last]
    mark = next((n for n in range(len(tokens) - 1, 0, -1) if tokens[n].text in (",", "-", "–", "—")), None)
    tail = " ".join(t.text for t in tokens[mark + 1 :] if t.pos != "PUNCT") if mark is not None else ""
    found = next((p.place for p in reversed(r.places) if sentence.first <= p.first < sentence.last), None)
    if found is not None and mark is not None and found.name == tail:
        return found
    known = next(iter(places_named(tail)), None) if tail else None
    return Place(known.name, known.country, known.latitude, known.longitude, known.geonames) if known is not None else None


def _place_before_colon(r: Resolved, phrase: Phrase) -> Place | None:
    """ "Commissioner Lahti in Doha, Qatar: meets the minister": the place that stands before the colon."""
    first = r.annotated.sentence_of(phrase.token).first
    tokens = r.annotated.tokens[first : phrase.token]
    colon = next((t.i for t in tokens if t.text == ":"), first)
    links = (t.i + 1 for t in tokens if t.i < colon and t.lower == "in" and t.dep == "prep")
    return next((found.place for i in links if (found := r.place_at(i)) is not None and found.last <= colon), None)


def _time(r: Resolved, phrase: Phrase, setting: Setting) -> Time | None:
    assert setting.day is not None
    return Time(phrase.token, phrase.token + 1, setting.words, setting.day, "calendar") if setting.day.known else None


def _verdict(r: Resolved, phrase: Phrase, date: Time | None, item: bool) -> Verdict:
    """An item without a verb is planned for its day, or was held on a day before the report."""
    verdict = phrase.verdict
    heading = item and _is_heading(r, phrase)
    if not item or (verdict.status is not None and not heading) or verdict.barred:
        return verdict
    past = date is not None and _before(date.date, r.annotated.document.published)
    return replace(verdict, status=Status.HELD if past else Status.PLANNED, rule=Rule.DAY_PAST if past else Rule.SCHEDULED)


def _before(day: DateRange, published: DateRange) -> bool:
    return bool(day.latest and published.earliest and day.latest < published.earliest)

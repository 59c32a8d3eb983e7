"""Whether a phrase tells of an occasion that the document has named already.

Comes in: a phrase and an occasion. Goes out: how well they fit, 0 where they cannot be one or nothing ties them. A definite
phrase ("the meeting", "his visit") points back; any other must share people, day or place with the occasion.
"""

from collections.abc import Iterable
from dataclasses import replace
from heapq import nlargest

from memcon.coding.engagements.anchoring import anchored
from memcon.coding.engagements.denials import broken_off, denied_already, denied_by_report
from memcon.coding.engagements.fit import likeness
from memcon.coding.engagements.headlines import as_named_again, in_headline, in_inner_headline, named_below
from memcon.coding.engagements.naming import in_rounds, ordinal_of
from memcon.coding.engagements.objections import goes_on_before_its_day
from memcon.coding.engagements.occasion import Occasion, given_up, join
from memcon.coding.engagements.pair import Pair
from memcon.coding.engagements.participants import Party
from memcon.coding.engagements.phrase import Phrase, brought_about
from memcon.coding.engagements.traits import traits_of
from memcon.coding.engagements.verdict import SILENT
from memcon.model.clauses import Relation
from memcon.model.kinds import MEETINGS, EngagementKind, can_be_one
from memcon.model.resolved import Resolved, SettingKind
from memcon.model.status import AHEAD, CALLED_OFF, DONE

COMPARED = 150  # occasions that a phrase is compared with; the fullest of 232 reports has 23
NEAR = 2  # sentences behind what was called off, in which "the visit will now take place" is that visit
BEFORE_OR_AFTER = frozenset(("after", "before", "until"))
TITLES = 10  # occasions among which a title's is looked for


def gather(resolved: Resolved, phrases: Iterable[Phrase]) -> list[Occasion]:
    """The occasions. What a headline names is looked for in the text below it, when that has been read; one between two
    paragraphs that names nothing of the text is of another report."""
    told = list(phrases)
    above = [phrase for phrase in told if in_headline(resolved, phrase)]
    between = [phrase for phrase in told if in_inner_headline(resolved, phrase)]
    occasions: list[Occasion] = []
    for phrase in (phrase for phrase in told if phrase not in above and phrase not in between):
        _place(resolved, occasions, phrase)
    for phrase in (*above, *between):
        if (named := named_below(resolved, phrase, occasions)) is not None:
            kind = named.kind
            join(resolved, named, as_named_again(resolved, phrase, named), named.last_sentence)
            named.kind = kind  # the text's word for it counts, not the headline's
        elif phrase not in between:
            _place(resolved, occasions, phrase)
    _share_days(occasions)
    return _in_order(anchored(resolved, occasions))


def _share_days(occasions: list[Occasion]) -> None:
    """ "She will visit Peru and Chile. The trip begins on Monday": the days of the journey are those of each of its stops."""
    for told in occasions:
        whole = [
            p for p in told.phrases if p.kind == "visit" and p.arguments.place is None and p.arguments.date is not None
        ]
        for stop in occasions:
            if not whole or stop is told or stop.date is not None or stop.kind != "visit":
                continue
            if {p.token for p in stop.phrases if p.leg} & {p.token for p in told.phrases}:
                day = whole[0].arguments.date
                stop.date = day.date if day is not None else None


def _place(resolved: Resolved, occasions: list[Occasion], phrase: Phrase) -> None:
    """Join a phrase to the occasion that it fits best, or let it be one of its own."""
    published = resolved.annotated.document.published.earliest
    known_of = [o for o in occasions if not goes_on_before_its_day(phrase, o, published)]
    named = _named_before(known_of, phrase)
    if named is None and (denied := denied_already(resolved, phrase, occasions)) is not None:
        named, phrase = denied, replace(phrase, verdict=SILENT)
    if named is None and (ended := broken_off(resolved, phrase, occasions)) is not None:
        named, phrase = ended, replace(phrase, verdict=SILENT)
    sentence = resolved.annotated.tokens[phrase.token].sentence
    free = _near(known_of)
    if phrase.follows is not None:
        free = [o for o in free if all(p.token != phrase.follows for p in o.phrases)]
    free = _without_causes(resolved, phrase, sentence, _without_what_waits(resolved, phrase, free))
    said = traits_of(resolved, phrase, sentence)
    free = _without_others(said.sides, _without_plans(said.sides, phrase, _without_other_items(resolved, phrase, free)))
    scores = ((likeness(Pair.of(phrase, said, o)), o.number) for o in free)
    best = (1.0, named.number) if named else max((found for found in scores if found[0] > 0), default=None)
    if best is None:
        again = phrase.further or _one_more(resolved, phrase)
        before = _sides_before(resolved, occasions) if again and _one_side_at_most(resolved, phrase) else ()
        made = Occasion(len(occasions), phrase.kind, inherited=before)
        if (put_off := _put_off(occasions, phrase, sentence)) is not None:
            parties = (p for x in put_off.phrases for p in x.arguments.parties)
            made.inherited, made.place = tuple(parties), put_off.place
        occasions.append(made)
    known = occasions[best[1] if best else -1]
    if denied_by_report(resolved, phrase, known):
        phrase = replace(phrase, verdict=SILENT)  # "X had reported that the two met": the report denies it
    join(resolved, known, phrase, sentence)


def _without_causes(resolved: Resolved, phrase: Phrase, sentence: int, occasions: list[Occasion]) -> list[Occasion]:
    """ "His talks could lead to a meeting of the presidents": the meeting is none of what was told just before."""
    if phrase.definite or not brought_about(resolved, phrase):
        return occasions
    return [o for o in occasions if o.kind != EngagementKind.VISIT and sentence - o.last_sentence > 1]


def _without_what_waits(resolved: Resolved, phrase: Phrase, occasions: list[Occasion]) -> list[Occasion]:
    """ "The talks will begin after they have consulted with allies": what is done before or after an engagement is not it."""
    clause = resolved.clauses.at(phrase.token) if phrase.verbal else None
    while clause is not None and clause.relation is Relation.CONJUNCT:
        clause = resolved.clauses.parent(clause)
    if clause is None or clause.relation is not Relation.ADVERBIAL or clause.marker not in BEFORE_OR_AFTER:
        return occasions
    over, waits = resolved.clauses.parent(clause), set[int]()
    while over is not None:
        waits |= {over.predicate, *over.subjects, *over.patients}
        over = resolved.clauses.parent(over) if over.relation is Relation.CONJUNCT else None
    return [o for o in occasions if all(p.token not in waits for p in o.phrases)]


def _put_off(occasions: list[Occasion], phrase: Phrase, sentence: int) -> Occasion | None:
    """ "The visit was put off. It, the visit, will now take place in June": what was just called off, on its new day."""
    told = phrase.definite and not phrase.verbal and phrase.verdict.status in AHEAD and phrase.arguments.date is not None
    if not told or phrase.arguments.people or phrase.arguments.place is not None:
        return None
    near = [o for o in occasions if o.kind == phrase.kind and sentence - o.last_sentence <= NEAR]
    return near[-1] if near and near[-1].status in CALLED_OFF else None


def _near(occasions: list[Occasion]) -> list[Occasion]:
    """Those that a phrase can mean: what the title names, and those told last."""
    if len(occasions) <= COMPARED:
        return occasions
    return [*(o for o in occasions[:TITLES] if o.phrases[0].titled), *nlargest(COMPARED, occasions[TITLES:], _last_told)]


def _last_told(occasion: Occasion) -> int:
    return occasion.last_sentence


def _without_others(mine: dict[str, set[str]], occasions: list[Occasion]) -> list[Occasion]:
    """ "During the meeting, the leaders will ...": the meeting of the two, and not one of somebody else with one of them."""
    if len(mine) < 2 or not all(mine.values()):
        return occasions
    if not any(o.kind in MEETINGS and all(who >= mine[s] for s, who in _of_sides(o.sides, mine)) for o in occasions):
        return occasions
    return [o for o in occasions if not any(who and who.isdisjoint(mine[s]) for s, who in _of_sides(o.sides, mine))]


def _without_plans(mine: dict[str, set[str]], phrase: Phrase, occasions: list[Occasion]) -> list[Occasion]:
    """ "The meeting was attended by": the one that was held, and not the one to come that was told in between."""
    if mine or not phrase.definite or phrase.verdict.status not in DONE or phrase.verdict.weak:
        return occasions
    if phrase.kind is not EngagementKind.MEETING:
        return occasions  # "the talks" can be all of them, those to come too
    if not any(o.status in DONE and can_be_one(phrase.kind, o.kind) for o in occasions):
        return occasions
    return [o for o in occasions if o.status not in AHEAD]


def _of_sides(people_told: dict[str, set[str]], sides: Iterable[str]) -> list[tuple[str, set[str]]]:
    return [(side, people_told.get(side, set())) for side in sides]


def _one_more(resolved: Resolved, phrase: Phrase) -> bool:
    """ "A second meeting is planned", "the third session was held in Lima in 2012": of those who met."""
    counted = not phrase.verbal and phrase.kind in MEETINGS and ordinal_of(resolved, phrase.token) is not None
    planned = phrase.verdict.status in AHEAD and not phrase.definite
    told_alone = phrase.definite and not any(
        p.actor for p in phrase.arguments.people
    )  # "the second meeting was held in 1998"
    return counted and (planned or told_alone or in_rounds(resolved, phrase.token))


def _in_order(occasions: list[Occasion]) -> list[Occasion]:
    """Occasions and their phrases in the order of the text, numbered by it."""
    for occasion in occasions:
        occasion.phrases.sort(key=lambda phrase: (not phrase.titled, phrase.token))
    occasions.sort(key=lambda occasion: (not occasion.phrases[0].titled, occasion.phrases[0].token, occasion.number))
    for number, occasion in enumerate(occasions):
        occasion.number = number
    return occasions


def _named_before(occasions: list[Occasion], phrase: Phrase) -> Occasion | None:
    """The occasion that an apposition or a predicate ("That will be the first meeting") names again."""
    if phrase.predicate:
        kin = [o for o in occasions if can_be_one(phrase.kind, o.kind)]
        return max(kin, key=lambda o: (not given_up(phrase, o), o.phrases[-1].token), default=None)
    if phrase.same_as is None:
        return None
    return next((o for o in occasions if any(p.token == phrase.same_as for p in o.phrases)), None)


def _sides_before(resolved: Resolved, occasions: list[Occasion]) -> tuple[Party, ...]:
    """The states that the meeting most spoken of is between: follow-up talks are between them."""
    for occasion in sorted(occasions, key=lambda o: -len(o.phrases)):
        parties = [p for phrase in occasion.phrases for p in phrase.arguments.parties if p.actor]
        found = {s: Party(p.token, s) for p in parties if (s := resolved.actors[p.actor or ""].state) in resolved.actors}
        if occasion.kind in MEETINGS and len(found) > 1:
            return tuple(found[s] for s in sorted(found, key=str))
    return ()


def _without_other_items(resolved: Resolved, phrase: Phrase, occasions: list[Occasion]) -> list[Occasion]:
    """Those that do not stand in another item of the list than the phrase: each has its own day or place."""
    mine = resolved.setting_of(phrase.token)
    if mine is None or mine.kind is not SettingKind.ITEM:
        return occasions
    settings = ((o, resolved.setting_of(o.phrases[0].token)) for o in occasions)
    return [o for o, theirs in settings if theirs is None or theirs is mine or theirs.kind is not SettingKind.ITEM]


def _one_side_at_most(resolved: Resolved, phrase: Phrase) -> bool:
    """Does it name nobody, or no more than one side, as "the two sides" read as one does?"""
    return len({resolved.actors[p.actor].state for p in phrase.arguments.parties if p.actor}) < 2

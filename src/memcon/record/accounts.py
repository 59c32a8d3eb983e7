"""What several documents say of one field of an engagement, side by side: nothing is averaged.

Comes in: the documents' own versions of one engagement and the values the record settled on. Goes out: an `Account` for
each origin's value of a field that two or more origins give: what a copy repeats is its canonical's account.
"""

from collections.abc import Callable, Sequence

from memcon.model.dates import DateRange
from memcon.model.document import Document
from memcon.model.findings import EngagementMention, LocalEngagement
from memcon.model.record import Account, Verdict
from memcon.model.resolved import Place
from memcon.record.origins import Origins

Told = Sequence[tuple[Document, LocalEngagement]]


def accounts(told: Told, date: DateRange, place: Place | None, origins: Origins) -> tuple[Account, ...]:
    """The accounts of the day and of the place."""
    told = sorted(told, key=lambda pair: origins.is_copy(pair[0].id))
    days = _versions(told, origins, "date", _day, lambda m: _against_date(m.date, date))
    places = _versions(told, origins, "place", _where, lambda m: _against_place(m.place, place))
    return (*days, *places)


def _versions(
    told: Told,
    origins: Origins,
    field: str,
    value_of: Callable[[EngagementMention], str | None],
    verdict_of: Callable[[EngagementMention], Verdict],
) -> list[Account]:
    found: dict[tuple[str, str], Account] = {}
    for document, local in told:
        for mention in local.mentions:
            value = value_of(mention)
            if value is not None and (origins.of(document.id), value) not in found:
                cited = (document.cite(mention.sentence),)
                found[origins.of(document.id), value] = Account(field, value, cited, verdict_of(mention))
    return list(found.values()) if len({origin for origin, _ in found}) > 1 else []


def _day(mention: EngagementMention) -> str | None:
    return mention.date.written if mention.date else None


def _where(mention: EngagementMention) -> str | None:
    return mention.place.name if mention.place else None


def _against_date(said: DateRange | None, settled: DateRange) -> Verdict:
    if said is None or (said.earliest, said.latest) == (settled.earliest, settled.latest):
        return "agrees"
    return "compatible" if said.can_be(settled) else "differs"


def _against_place(said: Place | None, settled: Place | None) -> Verdict:
    if said is None or settled is None or said.name == settled.name:
        return "agrees"
    return "compatible" if said.country == settled.country else "differs"

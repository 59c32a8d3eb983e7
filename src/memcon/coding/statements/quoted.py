"""A stretch of text in quotation marks with whoever says it, and the reports that no such stretch has used up."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from memcon.coding.statements.grammar import Phrase
from memcon.coding.statements.report import Report
from memcon.model.annotated import Quotation


@dataclass(frozen=True, slots=True)
class Attributed:
    """The verb (None for a quotation that goes on) and the speaker of a quotation."""

    verb: int | None
    cue: Phrase | None
    speaker: Phrase | None
    addressee: int | None
    rule: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """tokens[first:last] with the quotations in it; `whole` where nothing but marks is outside them."""

    first: int
    last: int
    quotations: tuple[Quotation, ...]
    whole: bool
    by: Attributed


def going_on(before: Attributed, rule: str) -> Attributed:
    return replace(before, verb=None, cue=None, rule=f"quote alone: {rule}")


def unquoted(reports: list[Report], quoted: list[Quoted]) -> Iterator[Report]:
    """The reports that no quotation has used up and that do not need one."""
    used = {q.by.verb for q in quoted}
    for report in reports:
        beside = [q for q in quoted if report.first < q.last and q.first < report.last]
        clash = any(_relayed(report, q) if _holds_cue(report, q) else _mostly(report, q) for q in beside)
        if not report.needs_quote and report.verb not in used and not clash:
            yield report


def _holds_cue(report: Report, quoted: Quoted) -> bool:
    """Does somebody say that another has said the quotation?"""
    return quoted.by.verb is not None and report.first <= quoted.by.verb < report.last


def _relayed(report: Report, quoted: Quoted) -> bool:
    """“...,” Rao told reporters, according to an agency: the agency says no more than that Rao said so."""
    cue = quoted.by.verb or quoted.last
    shared = min(report.last, max(quoted.last, cue + 1)) - max(report.first, min(quoted.first, cue))
    return report.relay and shared * 2 > report.last - report.first


def _mostly(report: Report, quoted: Quoted) -> bool:
    shared = min(report.last, quoted.last) - max(report.first, quoted.first)
    return shared * 2 > report.last - report.first

"""Corrections as JSON and as the rows of a table, for the command line and the pages."""

from dataclasses import asdict
from typing import Any

from memcon.analysis.agreement import Agreement
from memcon.correcting.correction import Correction
from memcon.export import record_json

Json = dict[str, Any]


def correction(c: Correction) -> Json:
    """A correction with its decisions."""
    return {**row(c), "decisions": [record_json.decision(d) for d in c.decisions]}


def row(c: Correction) -> Json:
    """A correction as a row."""
    return {
        "id": c.id,
        "number": c.number,
        "at": c.at,
        "judge": c.judge,
        "what": c.what,
        "reason": c.reason,
        "items": list(c.items),
    }


def agreement(found: Agreement) -> Json:
    """How far judges agree."""
    differing = [
        {**asdict(d), "said": [{"judge": judge, "value": value} for judge, value in d.said]} for d in found.differing
    ]
    judges = [{"name": name, "judgements": n} for name, n in found.judges]
    return {**asdict(found), "judges": judges, "differing": differing}

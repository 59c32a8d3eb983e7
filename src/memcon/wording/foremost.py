"""The offices of somebody that say most: an actor's offices in; out, the same without slips and without what another of them says.

Offices that most reports give come first, past ones last.
"""

from collections.abc import Iterable

from memcon.model.record import Tenure

FEW = 20  # as many times as often an office is given that makes another's single report a slip


def foremost(roles: Iterable[Tenure]) -> list[Tenure]:
    """Offices by how many reports give them, those held first, without what another of them says already."""
    ranked = sorted(roles, key=lambda r: (r.until is not None, -len(r.evidence), r.title))
    most = max((len(r.evidence) for r in ranked), default=0)
    kept: list[Tenure] = []
    for role in ranked:
        slip = len(role.evidence) * FEW <= most
        if not slip and not any(_says(other, role) for other in ranked if other is not role):
            kept.append(role)
    return kept


def _says(other: Tenure, role: Tenure) -> bool:
    """Is a title part of another's ("Secretary" of "Secretary of State"), or the same with less about its body or its time?"""
    mine, theirs = role.title.casefold(), other.title.casefold()
    if mine == theirs:
        return (bool(other.organisation), other.until is not None, other.title) > (
            bool(role.organisation),
            role.until is not None,
            role.title,
        )
    rarer = len(role.evidence) <= len(other.evidence)
    return rarer and set(mine.split()) < set(theirs.split()) and (role.organisation in (None, other.organisation))

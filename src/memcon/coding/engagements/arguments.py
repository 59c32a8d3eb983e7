"""The arguments of an engagement: who takes part, where it is and when, as far as one clause says."""

from dataclasses import dataclass

from memcon.coding.engagements.participants import Party
from memcon.model.resolved import Place, Time

WITH = frozenset(("with", "between", "among", "alongside", "against"))


@dataclass(frozen=True, slots=True)
class Arguments:
    """Who, where and when, as far as the clause says."""

    subjects: tuple[Party, ...] = ()
    beside: tuple[Party, ...] = ()
    subject_plural: bool = False
    subject_is_role: bool = False
    with_somebody: bool = False
    place: Place | None = None
    date: Time | None = None

    @property
    def somebody_known(self) -> bool:
        """Is the subject somebody made out, or at least a person by his noun or pronoun?"""
        return self.subject_is_role or any(p.actor for p in self.subjects)

    @property
    def parties(self) -> tuple[Party, ...]:
        return (*self.subjects, *self.beside)

    @property
    def people(self) -> tuple[Party, ...]:
        """Those who take part themselves; the state that a visit goes to only receives it."""
        return tuple(p for p in self.parties if p.part != "host")

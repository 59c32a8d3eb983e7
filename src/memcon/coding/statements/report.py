"""What a cue reports, before quotation marks are looked at."""

from dataclasses import dataclass

from memcon.coding.statements.grammar import Phrase
from memcon.model.findings import Polarity
from memcon.registers.cues import Frame


@dataclass(frozen=True, slots=True)
class Report:
    """tokens[first:last] is what the verb reports."""

    first: int
    last: int
    verb: int
    cue: Phrase  # the verb with its particle, and with its subject where that stands beside it
    speaker: Phrase | None
    addressee: int | None
    polarity: Polarity
    needs_quote: bool
    rule: str
    frame: Frame | None = None  # where its content stands
    relay: bool = False  # "according to": whoever tells it on
    thought: bool = False  # a belief, a wish, an intention; what the record leaves out

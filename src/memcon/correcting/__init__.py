"""Corrections and judgements by hand (`corrections`): people join, part, reject, set right and accept what rules made of reports."""

from memcon.correcting.correction import Correction
from memcon.correcting.corrections import Corrections, corrections

__all__ = ["Correction", "Corrections", "corrections"]

"""Corrections and judgements by hand: people join, part, reject, set right and accept what rules made of reports."""

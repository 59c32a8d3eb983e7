"""How surely a value of the record is right: of an engagement its status, place and links, of a statement its speaker.

Comes in: an engagement or a statement as the record has it, and the actors who take part. Goes out: a probability, calibrated on
annotated texts (docs/confidence.md), with what speaks for it and against. Computed when it is asked for and kept nowhere, so that
the same record gives the same figures on any path, and other weights change nothing that was read.
"""

"""PLOVER's event types and the quarter of the field that each lies in: words or deeds, cooperation or conflict."""

from enum import IntEnum


class Quad(IntEnum):
    """The numbers are those of CAMEO's and GDELT's QuadClass."""

    VERBAL_COOPERATION = 1
    MATERIAL_COOPERATION = 2
    VERBAL_CONFLICT = 3
    MATERIAL_CONFLICT = 4


QUADS = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), Quad.VERBAL_COOPERATION),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), Quad.MATERIAL_COOPERATION),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), Quad.VERBAL_CONFLICT),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), Quad.MATERIAL_CONFLICT),
}

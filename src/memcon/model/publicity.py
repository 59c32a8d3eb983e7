"""Public and private business: is an engagement the doing of officials, states and bodies, or of private people among themselves?

Comes in: an engagement and the actors. Goes out: whether it is private. One who is public makes it public: a dissident whom a
minister receives is in every list.
"""

from collections.abc import Mapping

from memcon.model.record import Actor, Engagement


def is_private(engagement: Engagement, actors: Mapping[str, Actor]) -> bool:
    """Does somebody named take part of whom no report gives an office, and nobody of whom one does?

    The state where somebody spends his holiday has no part in it. Whoever leads a delegation is no private person on that day.
    """
    if any(p.leads for m in engagement.mentions for p in m.mention.participants):
        return False
    known = [(actors[p.actor], p.part) for p in engagement.participants if p.actor in actors]
    told = {a.public for a, part in known if not (part == "host" and a.kind == "state")}
    return False in told and True not in told

"""Can a description be of somebody? The title that it reads as and one that he holds in, yes or no out."""

from memcon.model.resolved import LocalActor
from memcon.registers.offices import who_words
from memcon.resolve.anaphora.stand_ins import stands_in
from memcon.resolve.titles.titles import Title

SOLE_RANKS = frozenset(["head", "minister"])


def fits_title(title: Title, held: Title, actor: LocalActor) -> bool:
    """Can this title, standing alone, mean the holder of that one?"""
    if title.states and actor.state and actor.state not in title.states:
        return False
    if title.states and not actor.state:
        return False
    if title.organisation and held.organisation and title.organisation != held.organisation:
        return False
    if title.noun.gender and actor.gender and title.noun.gender != actor.gender:
        return False
    if stands_in(title, held):
        return True
    if title.noun.rank in SOLE_RANKS and held.noun.rank != title.noun.rank:
        return False  # "the president" is no vice president
    mine, theirs = title.words.lower().split(), set(held.words.lower().split())
    if title.noun.word in who_words().bosses and held.noun.word in who_words().bosses:
        if held.noun.word == "president" and held.noun.word != title.noun.word and not held.organisation:
            return False  # "the Chairperson" is no President of Sudan
        field = set(mine) - set(title.noun.word.split())
        return field <= theirs | set((held.organisation or "").lower().split())
    if title.noun.word in who_words().heads_at_large:
        return held.noun.rank == "head" and len(mine) == len(title.noun.word.split())
    if title.noun.word == "counterpart":
        return False
    if title.noun.rank == "voice" and held.noun.rank == "voice":
        return set(mine[:-1]) <= theirs
    return set(mine) <= theirs or (title.words == held.words)

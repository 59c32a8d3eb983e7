"""What somebody is called by his part in the story: "the guest", "the head of Cuban diplomacy", "the Jordanian premier", "the Minister".

Comes in: a title that stands alone, and what the persons named before it hold. Goes out: whether it can mean the holder of another
title, and the one person whom it means by what the paper is about. Refuses to choose where two persons come as near.
"""

from collections.abc import Iterable, Mapping, Sequence

from memcon.model.resolved import LocalActor
from memcon.registers.offices import who_words
from memcon.resolve.anaphora.clauses import SUBJECTS, standing
from memcon.resolve.page import Page
from memcon.resolve.states.setting import Setting
from memcon.resolve.titles.titles import Title

REACH = 3  # paragraphs back in which a guest is named
VISITING = "visiting"


def stands_in(title: Title, held: Title) -> bool:
    """Are these other words for that office: "premier" for prime minister, "top diplomat" for foreign minister?"""
    known = who_words()
    mine = set(title.words.lower().split())
    if title.noun.word in known.heads_of_government and title.noun.rank == "head":
        return held.noun.word in known.heads_of_government and len(mine) == len(title.noun.word.split())
    first = title.noun.word == "diplomat" and mine & known.first_in_rank
    leads = "diplomacy" in mine and title.noun.word in known.bosses
    return bool((first or leads) and held.noun.rank == "minister" and set(held.words.lower().split()) & known.foreign_field)


def is_guest(page: Page, title: Title) -> bool:
    """Is it "the guest", "the visitor", "his guest", "the Chinese guest", who is told of elsewhere?"""
    if title.noun.word not in who_words().guests or title.noun.plural:
        return False
    predicate = page.tokens[title.head].dep in ("attr", "oprd", "conj", "appos") and not _beside_host(page, title)
    named_so = page.lowers[title.head + 1 : title.head + 2] == ("of",)  # "the guest of honour"
    as_such = page.annotated.head(title.head).lower == "as"
    pointing = title.determiner in ("the", "this") or title.possessor is not None
    return pointing and not predicate and not named_so and not as_such


def _beside_host(page: Page, title: Title) -> bool:
    """ "The President and her guest then had lunch"."""
    token = page.tokens[title.head]
    return token.dep == "conj" and title.possessor is not None and page.annotated.head(token.i).dep in SUBJECTS


def guest(
    page: Page, title: Title, setting: Setting, actors: Mapping[str, LocalActor], seen: Mapping[str, Sequence[int]]
) -> str | None:
    """The one person from abroad who is named in the paragraphs before."""
    home = at_home(setting) or _state_of_host(page, title, actors, seen)
    if home is None and not title.states:
        return None
    here = page.annotated.sentence_of(title.head).paragraph
    near = [
        k
        for k, at in seen.items()
        if any(i < title.first and here - page.annotated.sentence_of(i).paragraph <= REACH for i in at)
        and (_is_of(actors[k], title.states) if title.states else _from_abroad(actors[k], home))
    ]
    travelled = [k for k in near if not _resides(actors[k])] or near
    return travelled[0] if len(travelled) == 1 else None


def _resides(actor: LocalActor) -> bool:
    """Is it an ambassador, who lives where the guest comes to?"""
    return any(word in who_words().sent for claim in actor.roles for word in claim.title.lower().split())


def _state_of_host(
    page: Page, title: Title, actors: Mapping[str, LocalActor], seen: Mapping[str, Sequence[int]]
) -> str | None:
    """The state of whoever receives the guest: "the guest was received by the President of X", "the President of X and her guest"."""
    token, verb = page.tokens[title.head], page.annotated.head(title.head)
    link = "agent" if token.dep == "nsubjpass" else "nsubj" if token.dep == "dobj" else ""
    host = verb if _beside_host(page, title) else page.annotated.child(verb.i, link) if link else None
    if host is None:
        return None
    inside = range(*page.annotated.edges(host.i))
    found = {actors[k].state for k, at in seen.items() if actors[k].kind == "person" and any(i in inside for i in at)}
    return found.pop() if len(found) == 1 else None


def only_visiting(
    page: Page, title: Title, fits: Sequence[str], setting: Setting, actors: Mapping[str, LocalActor]
) -> Sequence[str]:
    """Of those whom "the visiting minister" fits, those from abroad."""
    home = at_home(setting)
    if home is None or VISITING not in page.lowers[title.first : title.head]:
        return fits
    return [k for k in fits if _from_abroad(actors[k], home)]


def at_home(setting: Setting) -> str | None:
    """The state in which a paper receives guests: its own, else that of its dateline."""
    return setting.publisher.state or setting.publisher.place or setting.home


def _is_of(actor: LocalActor, states: Sequence[str]) -> bool:
    """Is it somebody named of the nation that "the Chinese guest" tells?"""
    return actor.kind == "person" and actor.named and actor.state in states


def _from_abroad(actor: LocalActor, home: str | None) -> bool:
    if actor.kind != "person" or not actor.named:
        return False
    return actor.state != home if actor.state is not None else actor.gap == "international"


def is_bare(page: Page, title: Title) -> bool:
    """ "Minister will deliver the lecture": one office in capitals as the subject of a sentence, as some ministries write."""
    token = page.tokens[title.head]
    alone = title.determiner == "" and title.first == title.head and title.last == title.head + 1
    acts = token.dep in SUBJECTS and page.annotated.head(title.head).pos in ("VERB", "AUX")
    return alone and acts and token.text[:1].isupper() and title.noun.rank in ("head", "minister")


def told_of(
    page: Page,
    title: Title,
    fits: Iterable[str],
    setting: Setting,
    actors: Mapping[str, LocalActor],
    seen: Mapping[str, Sequence[int]],
) -> str | None:
    """Whom "the Minister" means in a government's paper that names others of that office too: its own, whom it names first; so, too,
    "the Secretary-General" in a paper of an international body.

    Source: official style writes the titles of one's own with a capital (U.S. GPO Style Manual, chapter 3).
    """
    plain = not title.states and not title.organisation and title.possessor is None and not title.past
    written = page.words[title.noun_first][:1].isupper() and page.words[title.head][:1].isupper()
    international = setting.publisher.kind == "international"
    if (setting.own is None and not international) or not plain or not written:
        return None
    heads = [k for k in fits if international and _heads(setting, actors[k])]
    if len(heads) == 1:
        return heads[0]
    before = sorted((min(i for i in seen.get(k, (title.last,))), k) for k in fits)
    if not before or before[0][0] >= title.first:
        return None
    first, key = before[0]
    leads = standing(page, first).dep in SUBJECTS or page.annotated.sentence_of(first).paragraph == 0
    own = actors[key].gap == "international" if international else actors[key].state == setting.own
    return key if leads and own else None


def _heads(setting: Setting, actor: LocalActor) -> bool:
    """Is the office of the body whose paper it is: the "Secretary-General of ASEAN" in a paper of the "ASEAN Secretariat"?"""
    named = {word for word in setting.publisher.words.split() if word[:1].isupper()}
    return any(r.organisation and set(r.organisation.split()) & named for r in actor.roles if not r.past)

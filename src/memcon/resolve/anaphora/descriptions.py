"""Descriptions: titles that stand alone, resolved to somebody known or kept as somebody unnamed.

Comes in: the titles that no name holds, the actors and mentions so far. Goes out: the actors with the unnamed ones added,
and a mention for each description. "The prime minister" goes to the one person it fits; "US officials" is a group; "a
spokesman" is an unnamed person. What fits several stays open with its candidates; what names an office in general ("the
first visit of a French president") is refused.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from memcon.model.resolved import ActorMention, LocalActor
from memcon.registers.names import words_of_fields
from memcon.registers.namesakes import is_head
from memcon.registers.states import state_names, states
from memcon.resolve.anaphora.fitting import SOLE_RANKS, fits_title
from memcon.resolve.anaphora.stand_ins import guest, is_bare, is_guest, only_visiting, told_of
from memcon.resolve.page import Page
from memcon.resolve.states.setting import Setting, in_house_style, is_own
from memcon.resolve.titles.former import once_held, with_office
from memcon.resolve.titles.general import BOTH, GENERIC_RANKS, is_general
from memcon.resolve.titles.holders import Holding
from memcon.resolve.titles.titles import Title

SENT_RANKS = frozenset(["envoy", "official", "other", "deputy", "military", "relation"])
GOVERN = frozenset(["head", "deputy", "minister"])
AHEAD = 3  # paragraphs on in which "a spokeswoman" may be named


@dataclass(slots=True)
class Cast:
    """The actors while descriptions are resolved, with what each person holds."""

    actors: dict[str, LocalActor]
    setting: Setting
    held: dict[str, list[Title]]
    seen: dict[str, list[int]]  # key -> tokens at which it is mentioned
    unnamed: dict[tuple[str, ...], str] = field(default_factory=dict)
    described: dict[str, set[str]] = field(default_factory=dict)  # noun -> whom it has stood for, "the Finnish envoy"


def describe(
    page: Page,
    alone: Sequence[Title],
    titles: Sequence[Title],
    holdings: Sequence[Holding],
    actors: dict[str, LocalActor],
    mentions: Sequence[ActorMention],
    setting: Setting,
) -> tuple[dict[str, LocalActor], list[ActorMention]]:
    """All actors, and the mentions of the descriptions, in order."""
    cast = Cast(dict(actors), setting, {}, {})
    for m in mentions:
        if m.actor:
            cast.seen.setdefault(m.actor, []).append(m.first)
    names = _name_keys(page, mentions)
    for h in holdings:
        if h.name < len(names) and (key := names[h.name]):
            cast.held.setdefault(key, []).append(titles[h.title])
    out = []
    for title in alone:
        mention = _one(page, title, titles, holdings, names, cast)
        if mention:
            out.append(mention)
            if mention.actor:
                cast.seen.setdefault(mention.actor, []).append(mention.first)
                if not title.noun.plural and title.noun.rank in ("envoy", "official", "other", "head"):
                    cast.described.setdefault(title.noun.word, set()).add(mention.actor)
    return cast.actors, out


def _name_keys(page: Page, mentions: Sequence[ActorMention]) -> list[str | None]:
    """Person keys in the order of the names; who.py gives names first, in their order."""
    out: list[str | None] = []
    for m in mentions:
        if m.how != "name" or (m.actor and not m.actor.startswith("p")) or m.reason == "named as a place":
            break
        out.append(m.actor)
    return out


def _one(
    page: Page,
    title: Title,
    titles: Sequence[Title],
    holdings: Sequence[Holding],
    names: Sequence[str | None],
    cast: Cast,
) -> ActorMention | None:
    if is_guest(page, title) and (key := guest(page, title, cast.setting, cast.actors, cast.seen)):
        return _mention(page, title, key)
    if is_general(page, title):
        return None
    if title.noun.plural:
        return _group(page, title, cast)
    named_later = _named_later(page, title, titles, holdings, names, cast)
    if named_later:
        return _mention(page, title, named_later)
    if is_own(cast.setting, page, title):
        return _mention(page, title, _own(page, title, cast))
    definite = title.determiner in ("the", "this", "that") or (title.determiner == "" and title.states)
    definite = definite or (cast.setting.own is not None and is_bare(page, title))
    if definite or title.possessor is not None:
        fits = _fitting(page, title, cast)
        if len(fits) == 1:
            return _mention(page, title, fits[0])
        if fits:
            return _mention(page, title, None, tuple(fits), "several fit this description")
        if former := once_held(page, title, cast.actors, cast.seen):
            cast.actors[former] = with_office(page, title, cast.actors[former])
            return _mention(page, title, former)
        if not title.states and not title.organisation and len(cast.described.get(title.noun.word, ())) == 1:
            return _mention(page, title, next(iter(cast.described[title.noun.word])))
        if title.noun.rank in SOLE_RANKS and in_house_style(cast.setting, page, title):
            return _mention(
                page, title, _own(page, title, cast)
            )  # "The Minister is meeting": its own, where no other is named
        if title.noun.rank in GENERIC_RANKS and not title.states:
            return _mention(page, title, None, (), "nobody known fits this description")
    return _mention(page, title, _unnamed(page, title, cast, fresh=not definite))


def _group(page: Page, title: Title, cast: Cast) -> ActorMention | None:
    if (BOTH & set(page.lowers[title.first : title.head + 1]) or title.determiner == "both") and not title.states:
        return _mention(page, title, None, (), "a plural that stands for several at once")
    if len(title.states) > 1:
        keys = tuple(s for s in title.states)
        for s in keys:
            cast.actors.setdefault(s, LocalActor(s, "state", states()[s].name, state=s))
        key = _unnamed(page, title, cast)
        return _mention(page, title, key, keys, "")
    return _mention(page, title, _unnamed(page, title, cast))


def _fitting(page: Page, title: Title, cast: Cast) -> list[str]:
    """Known persons whom a definite description fits; where several do, those of the same or the last paragraph."""
    fits = [k for k in cast.held if any(fits_title(title, held, cast.actors[k]) for held in cast.held[k])]
    if title.possessor is not None and title.noun.rank == "counterpart":
        return []
    if not fits and title.states and title.noun.rank in (*GENERIC_RANKS, "envoy"):
        fits = _only_one_of(title, cast)
    before = [k for k in fits if any(i < title.first for i in cast.seen.get(k, ()))]
    if not before and len(fits) == 1 and _in_heading(page, title):
        return fits
    fits = before if before else [k for k in fits if title.states and title.noun.rank in (*GENERIC_RANKS, "envoy")]
    if (
        len(fits) > 1 and title.states
    ):  # "the Kyrgyz leader": rather the "Kyrgyz President" than a prime minister of no nation told
        fits = [k for k in fits if any(set(t.states) & set(title.states) for t in cast.held[k])] or fits
    if len(fits) > 1 and not title.states:
        fits = [k for k in fits if not _named_beside(page, cast, k, title)] or fits
        fits = [k for k in fits if k in cast.described.get(title.noun.word, ())] or fits
    if len(fits) > 1:
        fits = [k for k in fits if not _only_served_under(page, cast, k, title)] or fits
    fits = list(only_visiting(page, title, fits, cast.setting, cast.actors))
    if len(fits) < 2:
        return fits
    ours = [k for k in fits if cast.actors[k].state == cast.setting.own]
    styled = title.determiner in ("the", "") and page.words[title.head][:1].isupper() and title.noun.rank in GOVERN
    if cast.setting.own is not None and not title.states and styled and len(ours) == 1:
        return ours  # "The Minister is also to call on": in a ministry's own paper, its own
    if own := told_of(page, title, fits, cast.setting, cast.actors, cast.seen):
        return [own]
    here = page.annotated.sentence_of(title.head).paragraph
    near = [k for k in fits if _last_paragraph(page, cast, k, title.first) >= here - 1]
    if len(near) == 1:
        return near
    bare = [k for k in (near or fits) if not any(t.states for t in cast.held[k])]
    return bare if len(bare) == 1 and not title.states else (near or fits)


def _in_heading(page: Page, title: Title) -> bool:
    """ "Weekly diary of the High Representative": does it stand in the heading, so that the text may name its holder only later?"""
    sentence = page.annotated.sentence_of(title.head)
    return sentence.paragraph == 0 and page.words[sentence.last - 1] not in (".", "!", "?")


def _own(page: Page, title: Title, cast: Cast) -> str:
    """Who holds an office of the government that publishes the paper; unnamed where the paper does not name him."""
    state = cast.setting.own
    of_state = [k for k, a in cast.actors.items() if a.kind == "person" and a.named and a.state == state]
    held = [k for k in of_state if any(not t.past and fits_title(title, t, cast.actors[k]) for t in cast.held.get(k, ()))]
    if len(held) > 1:
        most = max(len(cast.seen.get(k, ())) for k in held)
        held = [k for k in held if len(cast.seen.get(k, ())) == most]
    known = held or [k for k in of_state if title.noun.rank == "head" and is_head(cast.actors[k].name.split())]
    return known[0] if len(known) == 1 else _unnamed(page, replace(title, states=(state or "",)), cast)


def _named_beside(page: Page, cast: Cast, key: str, title: Title) -> bool:
    """ "The president warned Mr. Sadat": who is named after a description in its sentence is not described by it."""
    end = page.annotated.sentence_of(title.head).last
    return any(title.last <= i < end for i in cast.seen.get(key, ()))


def _only_served_under(page: Page, cast: Cast, key: str, title: Title) -> bool:
    """ "A former adviser under President Sadat": whoever is named only for the time of his office has it no more."""
    before = [i for i in cast.seen.get(key, ()) if i < title.first]
    return bool(before) and all(_word_before_name(page, i) == "under" for i in before)


def _word_before_name(page: Page, i: int) -> str:
    """The word before a name with the office and the names that stand before it."""
    while i > 0 and page.tokens[i - 1].pos in ("PROPN", "ADJ"):
        i -= 1
    return page.lowers[i - 1] if i else ""


def _only_one_of(title: Title, cast: Cast) -> list[str]:
    """ "The Hungarian minister" where one Hungarian is named, and nothing says what else he or she is."""
    of_state = [k for k, a in cast.actors.items() if a.kind == "person" and a.named and a.state in title.states]
    if title.noun.rank == "envoy":  # whoever of them can be sent
        sent = [k for k in of_state if not is_head(cast.actors[k].name.split()) and _ranks(cast, k) <= SENT_RANKS]
        return sent if len(sent) == 1 else []
    return of_state if len(of_state) == 1 and not cast.held.get(of_state[0]) else []


def _ranks(cast: Cast, key: str) -> set[str]:
    return {t.noun.rank for t in cast.held.get(key, ())}


def _last_paragraph(page: Page, cast: Cast, key: str, at: int) -> int:
    last = max((i for i in cast.seen[key] if i < at), default=None)
    return -1 if last is None else page.annotated.sentence_of(last).paragraph


def _named_later(
    page: Page,
    title: Title,
    titles: Sequence[Title],
    holdings: Sequence[Holding],
    names: Sequence[str | None],
    cast: Cast,
) -> str | None:
    """ "A spokeswoman said ... the spokeswoman, Ana Lopez": whoever a later apposition names."""
    if title.determiner not in ("a", "an"):
        return None
    here = page.annotated.sentence_of(title.head).paragraph
    for h in holdings:
        later = titles[h.title]
        if later.first <= title.last or not h.apposed or later.determiner != "the" or later.noun != title.noun:
            continue
        key = names[h.name] if h.name < len(names) else None
        new = key is not None and all(i > title.first for i in cast.seen.get(key, ()))
        if key and new and page.annotated.sentence_of(later.head).paragraph - here <= AHEAD:
            return key
    return None


def _unnamed(page: Page, title: Title, cast: Cast, fresh: bool = False) -> str:
    """The key of the unnamed person or group that the description stands for; a fresh one for "a spokesman"."""
    plural = title.noun.plural
    state = title.state or _of_owner(page, title, cast)
    kind = (title.noun.word, str(plural), *(title.states or (state or "",)), "/", title.organisation or "")
    if kind in cast.unnamed and not (fresh and not plural):
        return cast.unnamed[kind]
    letter = "g" if plural else "p"
    key = f"{letter}{sum(k.startswith(letter) for k in cast.actors) + 1}"
    cast.unnamed[kind] = key
    cast.actors[key] = LocalActor(
        key=key,
        kind="group" if plural else "person",
        name=_called(title),
        state=state,
        named=False,
        plural=plural,
        gender=title.noun.gender,
    )
    return key


def _of_owner(page: Page, title: Title, cast: Cast) -> str | None:
    """The state of "Sadat's spokesman" is Sadat's."""
    if title.possessor is None or title.noun.serves == "none" or title.noun.rank == "counterpart":
        return None
    owners = {k for k, seen in cast.seen.items() if any(title.first <= i <= title.possessor for i in seen)}
    states_ = {cast.actors[k].state for k in owners if cast.actors[k].kind == "person"}
    return states_.pop() if len(states_) == 1 else None


def _called(title: Title) -> str:
    """The description in standard words: "Chinese officials", "State Department spokesman"."""
    words = title.words.split()
    if title.noun.plural:
        noun = title.noun.word.split()
        at = next((i for i in range(len(words)) if words[i : i + len(noun)] == noun), len(words) - len(noun))
        words = [*words[:at], *_plural(title.noun.word).split(), *words[at + len(noun) :]]
    adjectives = " and ".join(states()[s].adjective for s in title.states)
    body = title.organisation or ""
    prefix = "" if body and any(w in body for w in words[:2]) and body.split()[0] == words[0] else adjectives
    own = state_names().at(words, 0)
    if own is not None and own[1] in title.states:
        prefix = ""  # "U.S. State Department official"
    if not prefix and words[0].lower() == title.noun.word.split()[0] + "s":
        words[0] = words[0].lower()
    if title.noun.plural and not prefix and not body and all(w in words_of_fields() for w in words[:-1]):
        words = [w.lower() for w in words]  # "Foreign Ministers" are nobody's in particular
    return " ".join(w for w in (prefix, *words) if w)


def _plural(noun: str) -> str:
    return PLURALS.get(noun) or (noun[:-1] + "ies" if re.search(r"[^aeiou]y$", noun) else noun + "s")


PLURALS = {
    "spokesman": "spokesmen",
    "spokeswoman": "spokeswomen",
    "person": "people",
}


def _mention(
    page: Page, title: Title, actor: str | None, candidates: tuple[str, ...] = (), reason: str = ""
) -> ActorMention:
    last = max(title.last, title.head + 1)
    return ActorMention(
        first=title.first,
        last=last,
        head=title.head,
        span=page.annotated.span(title.first, last),
        text=page.annotated.read(title.first, last),
        how="role",
        actor=actor,
        candidates=candidates,
        reason=reason,
    )

"""Datelines of a known town without the usual dash: "New Delhi, Jan 20 (PTI) The ...", "Manama, Oct 18. (BNA): The ...", "TUNIS: The ...".

Comes in: a paragraph, and the pattern of the words of a day. Goes out: the match, with `place`, `day` and `agency`, or None. What is
not signed by a day or an agency must be a town's name before a long paragraph, in capitals before a colon, and none before a hyphen
with another place behind it ("Paris - Dakar").
"""

import re
from functools import cache

from memcon.registers.places import places_named
from memcon.registers.states import capitals, state_names

PARAGRAPH = 100  # characters; a headline is shorter
LONGEST = 100  # characters of a dateline
WORD = r"[A-ZÀ-ÖØ-Þ][\w.'’]{0,20}"
NAME = rf"{WORD}(?:[ -]{WORD}){{0,3}}?"


@cache
def _pattern(day: str) -> re.Pattern[str]:
    agency = r"(?:\((?P<agency>[^()\d]{2,40})\)|(?P<bare>[A-Z][\w-]{1,20}(?: [A-Z][\w-]{1,20})?)(?=:| ?[-–—]+ ))"
    end = r"(?:(?P<end>\s*[:.]?\s*[-–—]+(?=\s)|\s*:(?=\s))|(?<=[)])\.?(?=\s))"
    return re.compile(
        r"(?:[(\[](?P<before>[A-Z][\w ]{1,24})[)\]]\s*[-–—]*\s*)?"
        rf"(?P<all>(?P<place>{NAME})(?:, {WORD}(?: {WORD})?)?(?:(?:,|,? \(|\.)? ?(?P<day>{day})\)?)?(?:[,.]{{0,2}} ?{agency})?){end}"
        r"\s+(?=[“\"‘A-ZÀ-ÖØ-Þ])"
    )


def loose_dateline(text: str, day: str) -> re.Match[str] | None:
    """The dateline with which a paragraph begins; `day` is the pattern of a day with its month."""
    match = _pattern(day).match(text[:LONGEST])
    if match is None:
        return None
    place, end, signed = match["place"], (match["end"] or "").strip(), bool(match["agency"] or match["bare"])
    if not _is_town(place) or (signed and match["day"] is None and match["bare"]):
        return None
    if signed and (match["day"] is not None or end):
        return match
    if match["day"] is not None:
        return match if end not in ("", ".") else None
    marked = (end == ":" and place.isupper()) or end[-1:] in ("-", "–", "—")
    plain = match["all"] == place and marked and len(text) >= PARAGRAPH
    return match if plain and not _is_place(text[match.end() :]) else None


def _is_town(name: str) -> bool:
    """Is it a town, and not only a state ("MALI: Talks resume")?"""
    plain = name.title() if name.isupper() else name
    town = plain in capitals() or any(p.people for p in places_named(plain))
    return town and (plain in capitals() or plain not in state_names())


def _is_place(text: str) -> bool:
    words = re.findall(r"[\w'’]+", text[:PARAGRAPH])
    return state_names().at(words, 0) is not None or any(places_named(" ".join(words[:n])) for n in (1, 2))

"""Lines of credits -> the names in them: who wrote, reported and contributed. Editors and places are left out."""

import re
from collections.abc import Iterable

_EDITED = re.compile(r"\b(?:Editing|Edited|Compiled|Translated|Translation|Photo\w*|Image|Picture|PHOTO|Credit)\b.*")
_ROLE = re.compile(
    r"\(?\b(?:Additional |additional )?(?:[Rr]eporting|[Ww]riting|[Cc]overing|[Rr]esearch|Reported|Written|[Bb]y|BY)"
    r"(?: and (?:[Ww]riting|[Rr]eporting))?(?: by)?:?\s+"
)
_CONTRIBUTED = re.compile(r"\s+(?:also )?contributed\b.*")
_PLACE = re.compile(r"\s+(?:in|from|at|for) [A-Z].*")
_POSSESSIVE_OUTLET = re.compile(r"^.{2,40}(?:['’]s|s['’]) (?=[A-Z])")
_PARTS = re.compile(r"[;,|]|\band\b|\bwith\b|/|&")
_WORD = r"[A-Z][\w.'’-]*"
_NAME = re.compile(rf"{_WORD}(?: (?:{_WORD}|de|da|del|der|den|van|von|bin|al|el|la|le|di|du|dos|y)){{1,4}}")
_NOT_NAME = re.compile(
    r"\b(?:Press|Times|News|Post|Agency|Agence|Reuters|AFP|Writers?|Staff|Correspondents?|Editors?|Reporters?|Bureau|Service|"
    r"Desk|Today|Herald|Journal|Guardian|Telegraph|Independent|Tribune|Chief|Media|Associated|Team|Ambassador|Secretary)\b"
)


def names_of(lines: Iterable[str]) -> tuple[str, ...]:
    """The persons that lines of credits name, each once, in order."""
    found = (name for line in lines for name in _names(line))
    return tuple(dict.fromkeys(found))


def _names(line: str) -> Iterable[str]:
    text = _CONTRIBUTED.sub("", _EDITED.sub("", line))
    if "associated press writers" in text.lower():
        text = re.sub(r"(?i).*associated press writers?\s+", "", text)
    for part in _PARTS.split(_ROLE.sub(" ; ", text)):
        name = _PLACE.sub("", _POSSESSIVE_OUTLET.sub("", part.strip(" \t().—–-*")))
        if name.isupper():
            name = name.title()
        if _NAME.fullmatch(name) and not _NOT_NAME.search(name):
            yield name

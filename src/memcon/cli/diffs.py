"""Two wordings as one line, in the notation of wdiff: what only the first has as [-this-], what only the second has as {+that+}."""

from difflib import SequenceMatcher

from rich.text import Text

LONG = 300  # characters of a stretch shown whole
KEEP = 6  # words shown on each side of a change
PLAIN = str.maketrans("‘’“”", "''\"\"")  # a typesetter's marks change no words


def clipped(words: str, length: int = LONG) -> str:
    """One line, cut at a word where it is long."""
    flat = " ".join(words.split())
    return flat if len(flat) <= length else flat[:length].rsplit(" ", 1)[0] + " …"


def word_diff(before: str, after: str) -> Text:
    """The words of both, those that agree once."""
    old, new = before.split(), after.split()
    line = Text()
    keys = [[word.translate(PLAIN) for word in words] for words in (old, new)]
    for tag, a, b, c, d in SequenceMatcher(None, keys[0], keys[1], autojunk=False).get_opcodes():
        if tag == "equal":
            line.append(_kept(old[a:b], first=a == 0, last=b == len(old)) + " ")
            continue
        if b > a:
            line.append(f"[-{clipped(' '.join(old[a:b]))}-] ", "red")
        if d > c:
            line.append(f"{{+{clipped(' '.join(new[c:d]))}+}} ", "green")
    return line


def _kept(words: list[str], first: bool, last: bool) -> str:
    """The words around the changes beside them."""
    if len(words) <= 2 * KEEP + 2:
        return " ".join(words)
    left, right = ([] if first else words[:KEEP]), ([] if last else words[-KEEP:])
    return " ".join([*left, "…", *right])

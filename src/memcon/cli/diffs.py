"""Two wordings as one line, in the notation of wdiff: what only the first has as [-this-], what only the second has as {+that+}."""

from rich.text import Text

from memcon.wording.diffs import stretches

LONG = 300  # characters of a stretch shown whole
KEEP = 6  # words shown on each side of a change


def clipped(words: str, length: int = LONG) -> str:
    """One line, cut at a word where it is long."""
    flat = " ".join(words.split())
    return flat if len(flat) <= length else flat[:length].rsplit(" ", 1)[0] + " …"


def word_diff(before: str, after: str) -> Text:
    """The words of both, those that agree once."""
    line = Text()
    for stretch in stretches(before, after, KEEP):
        if stretch.kind == "same":
            line.append(stretch.words + " ")
        elif stretch.kind == "left out":
            line.append(f"[-{clipped(stretch.words)}-] ", "red")
        else:
            line.append(f"{{+{clipped(stretch.words)}+}} ", "green")
    return line

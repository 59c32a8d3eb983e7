"""Pages and reports written for the tests, about the talks that ended at Dayton in November 1995."""

from memcon.model.document import Document, Given, RawItem
from memcon.model.ids import sha256_of

ARTICLE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Balkan leaders initial peace accord - Example Times</title>
<meta property="og:title" content="Balkan leaders initial peace accord"><meta property="og:site_name" content="Example Times">
{meta}
</head><body>
<nav><a href="/">Home</a> <a href="/world">World</a> <a href="/sport">Sport</a></nav>
<article><h1>Balkan leaders initial peace accord</h1>
<p class="byline">By Anna Example</p>
<p>The presidents of Bosnia, Croatia and Serbia initialed an accord on Tuesday at an air base in Ohio, ending three weeks of
talks that had come close to collapse the night before.</p>
<p>"The people of Bosnia finally have a chance to escape the horror of war," President Bill Clinton said at the White House,
flanked by Secretary of State Warren Christopher and the mediator, Richard Holbrooke.</p>
<p>The accord is to be signed in Paris in December, and a force of sixty thousand soldiers led by NATO will watch over it. The
three presidents will travel to France with their foreign ministers, officials said.</p>
<p>Diplomats who took part in the talks said that maps had been redrawn until the last hours, and that the corridor around
Brcko had been left to an arbiter.</p>
</article>
<aside><h3>Most read</h3><ul><li><a href="/1">Storm closes ports</a></li><li><a href="/2">Team wins cup</a></li></ul></aside>
<footer>© 1995 Example Times. All rights reserved.</footer>
</body></html>
"""

REPORT = """\
DAYTON, Ohio, Nov. 21 (AP) — The presidents of Bosnia, Croatia and Serbia initialed a peace accord on Tuesday.

"We have reached a day that many believed would never come," the mediator, Richard Holbrooke, told reporters at the base.

The accord is to be signed in Paris in December, officials said, and a force led by NATO will watch over it.
"""


def raw(text: str | bytes, media_type: str = "text/plain", source: str = "report.txt", **given: str) -> RawItem:
    """An item of some text or bytes, with what a supplier says of it."""
    body = text if isinstance(text, bytes) else text.encode()
    return RawItem(source, body, media_type, sha256_of(body), Given(**given))


def zone_of(document: Document, words: str) -> str:
    """The zone of the first place where some words stand."""
    return document.zone_at(document.text.index(words))

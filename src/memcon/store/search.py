"""Full-text search: the documents whose text or title holds all the words, best first, with the words as evidence.

`"two words"` in double quotation marks are looked for as they stand, `word*` by its beginning, `OR` between two words
takes either. Everything else is words: no input is a wrong query.
"""

import re
from dataclasses import dataclass

from sqlalchemy import Connection, text

OPEN, CLOSE = "\x02", "\x03"  # no text that was read holds control characters where FTS puts these
CONTEXT = 90  # characters shown on each side of the first hit
_TERM = re.compile(r'"([^"]+)"|(\S+)')

_SQL = text(
    "SELECT t.document, t.text, highlight(texts_fts, 1, :open, :close) AS marked "
    "FROM texts_fts JOIN texts t ON t.number = texts_fts.rowid "
    "WHERE texts_fts MATCH :query ORDER BY bm25(texts_fts, 4.0, 1.0), t.document LIMIT :limit"
)


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that holds the words: `start` and `end` of the first of them in its text (None: only the title holds
    them), how often they occur, and the text around the first."""

    document: str
    start: int | None
    end: int | None
    times: int
    before: str
    words: str
    after: str


def search(db: Connection, words: str, limit: int) -> list[Hit]:
    query = fts_query(words)
    if not query:
        return []
    rows = db.execute(_SQL, {"open": OPEN, "close": CLOSE, "query": query, "limit": limit})
    return [_hit(row.document, row.text, row.marked) for row in rows]


def fts_query(words: str) -> str:
    """The words as an FTS5 query in which nothing can be a mistake of syntax."""
    terms: list[str] = []
    for phrase, word in _TERM.findall(words):
        if word == "OR" and terms and terms[-1] != "OR":
            terms.append("OR")
        elif plain := " ".join(re.findall(r"\w+", phrase or word)):
            terms.append(f'"{plain}"' + ("*" if word.endswith("*") else ""))
    if terms and terms[-1] == "OR":
        terms.pop()
    return " ".join(terms)


def _hit(document: str, whole: str, marked: str) -> Hit:
    start = marked.find(OPEN)
    if start < 0:
        return Hit(document, None, None, 0, "", "", whole[:CONTEXT])
    end = marked.index(CLOSE) - 1
    before, after = whole[max(0, start - CONTEXT) : start], whole[end : end + CONTEXT]
    return Hit(document, start, end, marked.count(OPEN), before, whole[start:end], after)

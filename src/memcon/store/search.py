"""Full-text search: words -> the documents that hold them, the best first, with the words in their context.

`"two words"` in double quotation marks are looked for as they stand, `word*` by its beginning, `OR` between two words
takes either. Everything else is words: no input is a wrong query. SQLite looks in an index of its own (FTS5), a server in one of
the vectors of words beside the texts; both compare stems, without accents, and leave no word out.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, text

OPEN, CLOSE = "\x02", "\x03"  # no text that was read holds control characters where a mark can be put
CONTEXT = 90  # characters shown on each side of the first hit
INDEXED = 300_000  # characters of a text of which a server's vector, a megabyte at most, is made
_TERM = re.compile(r'"([^"]+)"|(\S+)')
_NO_WORD = re.compile(r"[\W_]")
_WORD = re.compile(r"\w+")

_FTS5 = text(
    "SELECT t.document, t.text, highlight(texts_fts, 1, :open, :close) AS marked "
    "FROM texts_fts JOIN texts t ON t.number = texts_fts.rowid "
    "WHERE texts_fts MATCH :query ORDER BY bm25(texts_fts, 4.0, 1.0), t.document LIMIT :limit"
)

_MAKE_FTS5 = (
    "CREATE VIRTUAL TABLE texts_fts USING fts5(title, text, content='texts', content_rowid='number', "
    "tokenize='porter unicode61 remove_diacritics 2')",
    "CREATE TRIGGER texts_added AFTER INSERT ON texts BEGIN "
    "INSERT INTO texts_fts (rowid, title, text) VALUES (new.number, new.title, new.text); END",
    "CREATE TRIGGER texts_removed AFTER DELETE ON texts BEGIN "
    "INSERT INTO texts_fts (texts_fts, rowid, title, text) VALUES ('delete', old.number, old.title, old.text); END",
)
_MAKE_VECTORS = (
    "CREATE TEXT SEARCH DICTIONARY memcon_stems (TEMPLATE = snowball, Language = english)",
    "CREATE TEXT SEARCH CONFIGURATION memcon_words (COPY = simple)",
    "ALTER TEXT SEARCH CONFIGURATION memcon_words ALTER MAPPING FOR "
    "asciiword, word, asciihword, hword, hword_asciipart, hword_part WITH memcon_stems",
    "ALTER TABLE texts ADD COLUMN words tsvector",
    "CREATE INDEX ix_texts_words ON texts USING gin (words)",
)
_VECTOR = text(
    "UPDATE texts SET words = setweight(to_tsvector('memcon_words', :title), 'A') || "
    "setweight(to_tsvector('memcon_words', :text), 'D') WHERE document = :document"
)
_VECTORS = text(
    "SELECT t.document, t.text FROM texts t, to_tsquery('memcon_words', :query) q "
    "WHERE t.words @@ q ORDER BY ts_rank('{0.1, 0.1, 0.1, 0.4}', t.words, q) DESC, t.document LIMIT :limit"
)
_STEMS = text("SELECT w, (ts_lexize('memcon_stems', w))[1] FROM unnest(CAST(:words AS text[])) AS w")


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


@dataclass(frozen=True, slots=True)
class Term:
    """Words to be found one behind the other. `begins`: the last of them is the beginning of a word; `either`: this or the next term."""

    words: tuple[str, ...]
    begins: bool = False
    either: bool = False


def search(db: Connection, words: str, limit: int) -> list[Hit]:
    found = terms(words)
    if not found:
        return []
    if db.dialect.name == "postgresql":
        rows = db.execute(_VECTORS, {"query": server_query(found), "limit": limit}).all()
        return _server_hits(db, [(row.document, row.text) for row in rows], found)
    rows = db.execute(_FTS5, {"open": OPEN, "close": CLOSE, "query": fts_query(found), "limit": limit}).all()
    return [_hit(row.document, row.text, row.marked) for row in rows]


def make_full_text(db: Connection) -> None:
    """What a new database needs to look for words."""
    for statement in _MAKE_VECTORS if db.dialect.name == "postgresql" else _MAKE_FTS5:
        db.exec_driver_sql(statement)


def put_words(db: Connection, document: str, title: str | None, words: str) -> None:
    """The vector of a text that has just been written. In a file, a trigger does it."""
    if db.dialect.name == "postgresql":
        db.execute(_VECTOR, {"document": document, "title": plain(title or ""), "text": plain(words[:INDEXED])})


def terms(words: str) -> list[Term]:
    """What is asked for."""
    found: list[Term] = []
    for phrase, word in _TERM.findall(words):
        if word == "OR" and found and not found[-1].either:
            found[-1] = Term(found[-1].words, found[-1].begins, either=True)
        elif several := tuple(re.findall(r"[^\W_]+", phrase or word)):
            found.append(Term(several, word.endswith("*")))
    if found and found[-1].either:
        found[-1] = Term(found[-1].words, found[-1].begins)
    return found


def fts_query(found: list[Term]) -> str:
    """The terms as an FTS5 query in which nothing can be a mistake of syntax."""
    return " ".join(f'"{" ".join(t.words)}"' + "*" * t.begins + " OR" * t.either for t in found)


def server_query(found: list[Term]) -> str:
    """The terms as a tsquery in which nothing can be a mistake of syntax: all but those before OR must be there."""
    return " ".join(_server_terms(found))


def _server_terms(found: list[Term]) -> Iterator[str]:
    for number, term in enumerate(found):
        *first, last = (f"'{word}'" for word in plain(" ".join(term.words)).split())
        yield "(" + " <-> ".join([*first, last + ":*" * term.begins]) + ")"
        if number + 1 < len(found):
            yield "|" if term.either else "&"


def plain(words: str) -> str:
    """The words without accents, and a space for each character of none: every offset stays, and no parser finds paths or addresses."""
    spaced = _NO_WORD.sub(" ", words)
    return spaced if spaced.isascii() else "".join(c if c.isascii() else _base(c) for c in spaced)


def _base(letter: str) -> str:
    base = unicodedata.normalize("NFD", letter)[0]
    return base if base.isalnum() else letter


def _server_hits(db: Connection, texts: list[tuple[str, str]], found: list[Term]) -> list[Hit]:
    """Where the terms stand in texts that hold them: a server tells only that they do."""
    asked = [plain(" ".join(term.words)).lower().split() for term in found]
    split = [[(m[0].lower(), m.start(), m.end()) for m in _WORD.finditer(plain(whole))] for _, whole in texts]
    stems = _stems(db, {word for words in asked for word in words} | {word for words in split for word, _, _ in words})
    wanted = [[stems[word] for word in words] for words in asked]
    hits = []
    for (document, whole), words in zip(texts, split, strict=True):
        spans = _spans([(stems[word], start, end) for word, start, end in words], found, wanted)
        hits.append(_hit(document, whole, _marked(whole, spans)))
    return hits


def _stems(db: Connection, words: set[str]) -> dict[str, str]:
    return {word: stem or word for word, stem in db.execute(_STEMS, {"words": sorted(words)})}


def _spans(words: list[tuple[str, int, int]], found: list[Term], wanted: list[list[str]]) -> list[tuple[int, int]]:
    """The places at which a term stands: the first and the last character of its words."""
    spans = set()
    for term, stems in zip(found, wanted, strict=True):
        for at in range(len(words) - len(stems) + 1):
            here = [word for word, _, _ in words[at : at + len(stems)]]
            if here[:-1] == stems[:-1] and (here[-1].startswith(stems[-1]) if term.begins else here[-1] == stems[-1]):
                spans.add((words[at][1], words[at + len(stems) - 1][2]))
    return sorted(spans)


def _marked(whole: str, spans: list[tuple[int, int]]) -> str:
    """The text with marks around the places; of two that overlap, the first."""
    out, at = [], 0
    for start, end in spans:
        if start >= at:
            out += [whole[at:start], OPEN, whole[start:end], CLOSE]
            at = end
    return "".join([*out, whole[at:]])


def _hit(document: str, whole: str, marked: str) -> Hit:
    start = marked.find(OPEN)
    if start < 0:
        return Hit(document, None, None, 0, "", "", whole[:CONTEXT])
    end = marked.index(CLOSE) - 1
    before, after = whole[max(0, start - CONTEXT) : start], whole[end : end + CONTEXT]
    return Hit(document, start, end, marked.count(OPEN), before, whole[start:end], after)

"""Paths or texts -> which are copies of which, with nothing parsed and no model loaded.

Comes in: texts by id, or files, folders and globs as `memcon.read` takes them. Goes out: a `Placed` for each text, in their order,
and a `Reject` for each input set aside. The texts of a run lie in a temporary file, in memory are only their words as numbers:
about 5 kB for a text of 550 words.
"""

import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from memcon.clean.decoding import decode
from memcon.copies.families.families import CopyIndex, digest_of
from memcon.copies.families.members import Placed, placed
from memcon.copies.index.index import Text
from memcon.model.document import FRAGMENT, PAGE, RawItem
from memcon.model.errors import BadInput
from memcon.model.record import Decision, Reject
from memcon.read.fields import mapped
from memcon.read.read import ReadOptions, read_paths


@dataclass(frozen=True, slots=True)
class Copies:
    """What came of a run: every text that was read, and what was set aside."""

    texts: tuple[Placed, ...]
    set_aside: tuple[Reject, ...]

    @property
    def families(self) -> int:
        """Groups of more than one."""
        return len({text.group for text in self.texts if not text.canonical})


def find_copies(texts: Mapping[str, str], decisions: Iterable[Decision] = ()) -> list[Placed]:
    """Which of some texts are copies of which; in their order. `texts` has each text under its id."""
    with _Spool() as spool:
        for name, text in texts.items():
            spool.put(Text(name, text))
        return spool.placed(decisions)


def copies_in(
    paths: Iterable[str | Path],
    tell: Callable[[int], None] | None = None,
    *,
    reader: str | None = None,
    fields: Iterable[str] = (),
) -> Copies:
    """The copies among all texts behind some paths. `tell` is called with the number of texts read so far; `reader` and `fields` are those
    of `read_reports`."""
    set_aside: list[Reject] = []
    with _Spool() as spool:
        for item in read_paths(paths, ReadOptions(reader=reader, fields=mapped(fields))):
            found = item if isinstance(item, Reject) else _text_of(item)
            if isinstance(found, Reject):
                set_aside.append(found)
            elif not spool.put(found):
                set_aside.append(Reject(found.id, "id given twice", "a text with this id was read before; give it another"))
            elif tell:
                tell(len(spool))
        return Copies(tuple(spool.placed()), tuple(set_aside))


def _text_of(item: RawItem) -> Text | Reject:
    try:
        if item.media_type == FRAGMENT:
            from memcon.clean.fragment import read_fragment

            text = read_fragment(item.body).text
        elif item.media_type == PAGE:
            from memcon.clean.page import read_page  # trafilatura takes a second to load

            text = read_page(item.body, item.given.url).text
        else:
            text = decode(item.body).text
    except BadInput as refusal:
        return Reject(item.source, refusal.reason, refusal.detail)
    if not any(character.isalpha() for character in text):
        return Reject(item.source, "no words", "it holds no letter; give memcon the text of the report")
    return Text(item.given.id or item.source, text, item.given.published, item.given.outlet)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A text in the file: where, and what is said of it."""

    digest: bytes
    id: str
    start: int
    size: int
    published: str | None
    outlet: str | None


class _Spool:
    """Texts in a temporary file, which goes when it is closed. Mutable."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 (closed in __exit__)
        self._entries: dict[str, _Entry] = {}
        self._end = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._file.close()

    def __len__(self) -> int:
        return len(self._entries)

    def put(self, text: Text) -> bool:
        """Keep a text; False where one with its id is kept already."""
        if text.id in self._entries:
            return False
        body = text.text.encode("utf-8", "surrogatepass")
        self._file.write(body)
        self._entries[text.id] = _Entry(digest_of(text.text), text.id, self._end, len(body), text.published, text.outlet)
        self._end += len(body)
        return True

    def text_of(self, name: str) -> str:
        entry = self._entries[name]
        self._file.seek(entry.start)
        return self._file.read(entry.size).decode("utf-8", "surrogatepass")

    def placed(self, decisions: Iterable[Decision] = ()) -> list[Placed]:
        """Where each text belongs: filed in an order that depends on the words alone, told in the order they came."""
        index = CopyIndex()
        index.add(self._texts())
        by_id = {one.id: one for one in placed(index, index.families(self.text_of, decisions, evidence=False))}
        return [by_id[name] for name in self._entries]

    def _texts(self) -> Iterator[Text]:
        for entry in sorted(self._entries.values(), key=lambda entry: (entry.digest, entry.id)):
            yield Text(entry.id, self.text_of(entry.id), entry.published, entry.outlet)

"""A bug in the reading rooms costs the document that meets it, not the run.

Comes in: documents, or an item. Goes out: their findings, and in the place of a document on which a room broke down a
`Reject` with the reason "internal error", the exception and the line of ours that raised it. What memcon expects (a store
that fails, a model that is missing) passes through. With $MEMCON_STRICT set, as in the tests, every bug crashes.
"""

import traceback
from collections.abc import Iterator, Sequence
from os import environ
from pathlib import Path

from memcon.annotate.parser import Parser
from memcon.flow.counts import INTERNAL_ERROR, STRICT
from memcon.flow.plan import freeze, read_documents
from memcon.model.document import Document, RawItem
from memcon.model.errors import BadInput, MemconError
from memcon.model.findings import Findings
from memcon.model.record import Reject

PACKAGE = Path(__file__).parents[1]
LONGEST = 200  # characters of an exception's message; some hold a whole text


def freeze_guarded(item: RawItem) -> Document | Reject:
    """The item's document, or why there is none."""
    try:
        return freeze(item)
    except BadInput as refusal:
        return Reject(item.source, refusal.reason, refusal.detail)
    except MemconError:
        raise
    except Exception as bug:
        return _internal_error(item.source, bug)


def read_guarded(documents: Sequence[Document], parser: Parser, thought: bool = False) -> Iterator[Findings | Reject]:
    """What each document says, in order, or why that is not known.

    They are read together. Where that breaks down, the document in turn is read alone, for the fault can be that of one
    parsed along with it; the others are then read together again.
    """
    waiting = list(documents)
    while waiting:
        done = 0
        try:
            for findings in read_documents(waiting, parser, thought):
                yield findings
                done += 1
            return
        except MemconError:
            raise
        except Exception as bug:
            if environ.get(STRICT):
                raise
            yield (
                _read_alone(waiting[done], parser, thought)
                if len(waiting) > 1
                else _internal_error(waiting[done].source, bug)
            )
        waiting = waiting[done + 1 :]


def _read_alone(document: Document, parser: Parser, thought: bool) -> Findings | Reject:
    try:
        return next(iter(read_documents([document], parser, thought)))
    except MemconError:
        raise
    except Exception as bug:
        return _internal_error(document.source, bug)


def _internal_error(source: str, bug: Exception) -> Reject:
    """The exception, and the last line of ours in its trace."""
    if environ.get(STRICT):
        raise bug
    ours = [frame for frame in traceback.extract_tb(bug.__traceback__) if Path(frame.filename).is_relative_to(PACKAGE)]
    where = f"{Path(ours[-1].filename).relative_to(PACKAGE.parent).as_posix()}:{ours[-1].lineno}" if ours else "?"
    said = " ".join(f"{type(bug).__name__}: {bug}".split())[:LONGEST]
    return Reject(source, INTERNAL_ERROR, f"{said} at {where}; this is a bug in memcon: please report it with this line")

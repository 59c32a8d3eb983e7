"""Files and folders that appear only when they are whole: what is written beside is moved into place, a failure leaves what was there."""

import json
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import memcon
from memcon.model.errors import StoreError

MARK = (
    "_memcon.json"  # in a folder that memcon wrote and may write anew; readers of tables pass over names with an underscore
)


@contextmanager
def bytes_into(out: Path | None) -> Iterator[IO[bytes]]:
    """Standard output, or a file. A device or a pipe stays what it is."""
    if out is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    draft = _beside(out) if out.is_file() or not out.exists() else out
    try:
        with draft.open("wb") as file:
            yield file
        if draft != out:
            draft.replace(out)
    except OSError as problem:
        raise _unwritable(out, problem) from problem
    finally:
        if draft != out:
            draft.unlink(missing_ok=True)


@contextmanager
def folder_into(out: Path) -> Iterator[Path]:
    """A folder that is new, empty, or of an earlier export, whose place it takes."""
    if out.exists() and not out.is_dir():
        raise StoreError(f"{out}: is no folder; give another place with --out")
    if out.is_dir() and any(out.iterdir()) and not (out / MARK).is_file():
        raise StoreError(f"{out}: holds files that memcon did not write; give a new folder with --out")
    out = out.absolute()
    draft, old = _beside(out), out.with_name(f".{out.name}.{os.getpid()}.old")
    try:
        draft.mkdir(parents=True)
        (draft / MARK).write_text(json.dumps({"memcon": memcon.__version__}) + "\n", encoding="utf-8")
        yield draft
        if out.exists():
            out.replace(old)
        draft.replace(out)
    except OSError as problem:
        raise _unwritable(out, problem) from problem
    finally:
        shutil.rmtree(draft, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)


def _beside(out: Path) -> Path:
    return out.with_name(f".{out.name}.{os.getpid()}")


def _unwritable(out: Path, problem: OSError) -> StoreError:
    return StoreError(f"{out}: cannot be written ({problem.strerror}); give another place with --out")

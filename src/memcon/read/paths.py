"""Paths as a user gives them -> files, one by one and in the order of their names.

Comes in: files, folders, globs, `-`. Goes out: a `Found` for each file, a `Reject` for each path that leads to none, for a
folder met a second time, and for what is neither file nor folder. Hidden files and manifests are passed over.
"""

import glob
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from memcon.model.record import Reject

MANIFEST = "manifest.csv"
STDIN = "-"


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read. `named` is true where the user named it, false where it was met in a folder."""

    path: Path
    named: bool


def find_files(given: str) -> Iterator[Found | Reject]:
    """The files behind one path, folder or glob."""
    if "://" in given:
        yield Reject(given, "not a path", "memcon reads files, not the web; save the page and give its path")
        return
    path = Path(given)
    if not os.path.lexists(path) and glob.has_magic(given):
        matches = sorted(glob.glob(given, recursive=True))  # noqa: PTH207 (Path.glob takes no absolute pattern)
        if not matches:
            yield Reject(given, "nothing matches", "no file has a name of this form; look for a slip in it")
        for match in matches:
            yield from _found(Path(match), named=False)
        return
    yield from _found(path, named=True)


def _found(path: Path, named: bool) -> Iterator[Found | Reject]:
    try:
        mode = path.stat().st_mode
    except OSError as problem:
        yield unreachable(path, problem)
        return
    if stat.S_ISDIR(mode):
        yield from _walk(path)
    elif stat.S_ISREG(mode) or (named and stat.S_ISFIFO(mode)):
        if path.name != MANIFEST:
            yield Found(path, named)
    else:
        yield Reject(str(path), "not a file", "it is a device, a pipe or a socket; give a file, a folder or -")


def _walk(folder: Path) -> Iterator[Found | Reject]:
    """The files below a folder. Links are followed, and no folder is entered twice, so a loop of links ends."""
    entered: set[tuple[int, int]] = set()
    waiting = [folder]
    found_any = False
    while waiting:
        here = waiting.pop()
        try:
            status = here.stat()
            inside = sorted(here.iterdir())
        except OSError as problem:
            yield unreachable(here, problem)
            found_any = True
            continue
        if (status.st_dev, status.st_ino) in entered:
            yield Reject(str(here), "folder read already", "a link leads back to it; its files were read once")
            continue
        entered.add((status.st_dev, status.st_ino))
        visible = [path for path in inside if not path.name.startswith(".")]
        for path in visible:
            if not path.is_dir():
                for found in _found(path, named=False):
                    found_any = True
                    yield found
        waiting += [path for path in reversed(visible) if path.is_dir()]
    if not found_any:
        yield Reject(str(folder), "nothing to read", "the folder holds no file")


def unreachable(path: Path, problem: OSError) -> Reject:
    """Why a path cannot be opened, and what to do."""
    source = str(path)
    if isinstance(problem, FileNotFoundError):
        if path.is_symlink():
            return Reject(source, "broken link", f"it leads to {path.readlink()}, which is not there")
        return Reject(source, "no such file", "look for a slip in the path")
    if isinstance(problem, PermissionError):
        return Reject(source, "no permission", f"let yourself read it: chmod u+rX {source!r}")
    return Reject(source, "cannot be opened", problem.strerror or str(problem))


def all_files(paths: Iterable[str]) -> Iterator[Found | Reject]:
    """The files behind all paths, in order. `-` is passed on as it is."""
    for given in paths:
        if given == STDIN:
            yield Found(Path(STDIN), named=True)
        else:
            yield from find_files(given)

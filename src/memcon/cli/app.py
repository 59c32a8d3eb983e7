"""The command `memcon`: its subcommands, and how errors leave it.

Exit codes: 0 all done, 1 failure, 2 usage, 3 some inputs set aside, 130 interrupted. An error that memcon expects is one
line on stderr; anything else is a bug and shows its traceback.
"""

import errno
import os
import sys
from typing import Annotated

import typer

from memcon import __version__
from memcon.cli.annotate import annotate
from memcon.cli.brief import brief
from memcon.cli.chart import chart
from memcon.cli.copies import copies
from memcon.cli.copy_db import copy_db
from memcon.cli.demo import demo
from memcon.cli.diary import diary
from memcon.cli.diff import diff
from memcon.cli.doctor import doctor, schema
from memcon.cli.engagements import engagements
from memcon.cli.explain import explain
from memcon.cli.export import export
from memcon.cli.families import families
from memcon.cli.fix import fix, undo
from memcon.cli.lists import actors, events, rejects, search, statements
from memcon.cli.mcp import mcp
from memcon.cli.read import read
from memcon.cli.relations import dyad, pairs, unconfirmed
from memcon.cli.release import release
from memcon.cli.serve import serve
from memcon.cli.shards import gather, run_shard, shard
from memcon.cli.show import show
from memcon.cli.sql import sql
from memcon.cli.watch import changes, watch
from memcon.model.errors import MemconError

FULL = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG))

app = typer.Typer(
    name="memcon",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"memcon {__version__}")
        raise typer.Exit


@app.callback()
def memcon(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Who met whom, when, where, about what, and who said what: a sourced record, read from the news."""


for command in (
    read,
    watch,
    changes,
    shard,
    run_shard,
    gather,
    annotate,
    explain,
    engagements,
    statements,
    actors,
    events,
    unconfirmed,
    diary,
    brief,
    pairs,
    dyad,
    chart,
    diff,
    families,
    copies,
    show,
    search,
    rejects,
    export,
    release,
    serve,
    mcp,
    sql,
    copy_db,
    doctor,
    schema,
    demo,
    undo,
):
    app.command()(command)
app.add_typer(fix, name="fix")


def main() -> None:
    """Run the command line."""
    try:
        app()
    except MemconError as error:
        print(f"memcon: {error}", file=sys.stderr)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        # Whoever read our output has had enough. What is still in the buffers must not complain at exit.
        _silence()
        sys.exit(0)
    except OSError as problem:
        if problem.errno not in FULL:
            raise
        _silence()
        print(
            f"memcon: the output cannot be written ({problem.strerror}); free some space, or write to another place",
            file=sys.stderr,
        )
        sys.exit(1)


def _silence() -> None:
    """Lead the streams whose reader is gone, or whose disk is full, nowhere."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())

"""One worker: python -m memcon.flow.worker [--join] [MODEL]. `flow.pool` starts it; it reads items until its input ends, or, with --join,
does pieces of a join, for which it needs no model.

It knows neither the store nor the other workers. Ctrl-C is the affair of the run that started it; when that is gone, its
pipes are closed and it ends with the item in hand.
"""

import os
import signal
import sys
import traceback
from typing import BinaryIO

from memcon.annotate.parser import Parser
from memcon.flow.items import read_items
from memcon.flow.joining.pieces import done
from memcon.flow.wire import Answer, Task, receive, send
from memcon.model.errors import MissingAsset


def main() -> int:
    """Answer tasks until there are none."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    tasks = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not get between the answers
    try:
        if sys.argv[1:2] == ["--join"]:
            serve(None, tasks, answers)
        else:
            serve(Parser(sys.argv[1] if len(sys.argv) > 1 else None), tasks, answers)
    except BrokenPipeError:
        return 1
    return 0


def serve(parser: Parser | None, tasks: BinaryIO, answers: BinaryIO) -> None:
    """Say that the model is loaded, then answer. Without a parser nothing is read."""
    try:
        if parser is not None:
            parser.load()
        send(answers, Answer())
        for task in receive(tasks, Task):
            for outcome in read_items(task.items, parser) if parser is not None else ():
                send(answers, Answer(outcome))
            for piece in task.pieces:
                send(answers, Answer(result=done(piece)))
    except MissingAsset as missing:
        send(answers, Answer(missing=str(missing)))
    except BrokenPipeError:
        raise
    except Exception:
        send(answers, Answer(broken=traceback.format_exc()))


if __name__ == "__main__":
    sys.exit(main())

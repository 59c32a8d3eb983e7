"""One worker: python -m memcon.flow.worker [MODEL]. `flow.pool` starts it; it reads items until its input ends.

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
from memcon.flow.wire import Answer, Task, receive, send
from memcon.model.errors import MissingAsset


def main() -> int:
    """Answer tasks until there are none."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    tasks = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not get between the answers
    try:
        serve(Parser(sys.argv[1] if len(sys.argv) > 1 else None), tasks, answers)
    except BrokenPipeError:
        return 1
    return 0


def serve(parser: Parser, tasks: BinaryIO, answers: BinaryIO) -> None:
    """Say that the model is loaded, then answer."""
    try:
        parser.load()
        send(answers, Answer())
        for task in receive(tasks, Task):
            for outcome in read_items(task.items, parser):
                send(answers, Answer(outcome))
    except MissingAsset as missing:
        send(answers, Answer(missing=str(missing)))
    except BrokenPipeError:
        raise
    except Exception:
        send(answers, Answer(broken=traceback.format_exc()))


if __name__ == "__main__":
    sys.exit(main())

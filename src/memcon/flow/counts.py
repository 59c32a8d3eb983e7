"""What a run did, as it goes and at its end."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic

from memcon.model.record import Reject

INTERNAL_ERROR = "internal error"  # the reason for which a document is set aside where a rule breaks down on it
STRICT = "MEMCON_STRICT"  # the environment variable that lets it crash instead


@dataclass(frozen=True, slots=True)
class Summary:
    """A finished run.

    read         documents read and kept
    again        of these, known documents read anew because memcon, its model or what was said of them has changed
    known        documents passed over because they were read before
    same         inputs passed over because another source gave the same document: the same report of the same outlet and day
    set_aside    inputs that hold no report that can be read, each with its reason
    words        words read
    seconds      from the first input to the joined record
    reading      seconds of these spent on reading, the loading of the model left out
    interrupted  was it stopped by Ctrl-C? What it had read is in the record all the same
    readers      reports met, known ones too, by the reader that took them out of their files


    joined       is the record up to date? Else another program still reads into the database, and joins it when it ends
    """

    read: int
    again: int
    known: int
    same: int
    set_aside: tuple[Reject, ...]
    words: int
    seconds: float
    reading: float
    interrupted: bool
    readers: dict[str, int] = field(default_factory=dict)

    joined: bool = True

    @property
    def reasons(self) -> dict[str, int]:
        """How many inputs were set aside for each reason, the most frequent first."""
        counted = Counter(reject.reason for reject in self.set_aside)
        return dict(sorted(counted.items(), key=lambda item: (-item[1], item[0])))

    @property
    def words_per_second(self) -> float:
        return self.words / self.reading if self.reading else 0.0

    @property
    def exit_code(self) -> int:
        """0 all read, 3 some set aside, 130 interrupted."""
        if self.interrupted:
            return 130
        return 3 if self.set_aside else 0


@dataclass(slots=True)
class Counts:
    """A run under way. `tell` hears of every input that is done."""

    tell: Callable[["Counts"], None] | None = None
    read: int = 0
    again: int = 0
    known: int = 0
    same: int = 0
    words: int = 0
    size: int = 0  # bytes of the inputs met
    reading: float = 0.0
    set_aside: list[Reject] = field(default_factory=list)
    readers: Counter[str] = field(default_factory=Counter)
    interrupted: bool = False
    joined: bool = True
    began: float = field(default_factory=monotonic)
    reads_since: float | None = None  # when the model was loaded

    @property
    def done(self) -> int:
        return self.read + self.known + self.same + len(self.set_aside)

    @property
    def seconds(self) -> float:
        return monotonic() - self.began

    def reads_from(self, moment: float) -> None:
        """The reading began then, if it had not begun before."""
        if self.reads_since is None:
            self.reads_since = moment

    def still_reading(self) -> None:
        if self.reads_since is not None:
            self.reading = monotonic() - self.reads_since

    def told(self) -> None:
        if self.tell:
            self.tell(self)

    def summary(self) -> Summary:
        return Summary(
            read=self.read,
            again=self.again,
            known=self.known,
            same=self.same,
            set_aside=tuple(self.set_aside),
            words=self.words,
            seconds=self.seconds,
            reading=self.reading,
            interrupted=self.interrupted,
            readers=dict(self.readers.most_common()),
            joined=self.joined,
        )

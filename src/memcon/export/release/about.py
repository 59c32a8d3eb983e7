"""What a release says of itself (`About`) and which closed lists of words its columns have (`Lists`): given by whoever makes it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

NO_LICENCE = "No licence is stated: ask those who made this release."
WORDS_OF_OTHERS = "The words quoted from reports are those of their publishers, who hold the rights in them."


@dataclass(frozen=True, slots=True)
class About:
    """title, creators as to be cited; licence: an SPDX id or an address; released: its day, ISO 8601. None: not stated."""

    title: str = "A record of diplomatic engagements"
    creators: tuple[str, ...] = ()
    licence: str | None = None
    released: str | None = None
    edition: str | None = None
    url: str | None = None
    memcon: str = ""  # the version that made it

    @property
    def licence_address(self) -> str | None:
        if self.licence is None or "://" in self.licence:
            return self.licence
        return f"https://spdx.org/licenses/{self.licence}.html"


@dataclass(frozen=True, slots=True)
class Lists:
    """PLOVER's types with their modes, its contexts, the issues with their descriptions."""

    types: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    contexts: tuple[str, ...] = ()
    issues: Mapping[str, str] = field(default_factory=dict)

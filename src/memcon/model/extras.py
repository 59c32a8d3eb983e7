"""Extras of memcon: libraries that a part of it needs and the plain install leaves out."""

from dataclasses import dataclass
from importlib.util import find_spec

from memcon.model.errors import MissingAsset


@dataclass(frozen=True, slots=True)
class Extra:
    """An extra of memcon (`pip install 'memcon[name]'`) and the library that it brings."""

    name: str
    library: str

    @property
    def installed(self) -> bool:
        return find_spec(self.library) is not None

    def require(self, what: str) -> None:
        """Raises MissingAsset where the library is absent; `what` is what needs it: "to write Parquet"."""
        if not self.installed:
            raise MissingAsset(f"{what}, memcon needs {self.library}: pip install 'memcon[{self.name}]'")

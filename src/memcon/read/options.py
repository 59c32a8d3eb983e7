"""What a user says of all inputs at once (`ReadOptions`)."""

from dataclasses import dataclass

from memcon.model.document import Given
from memcon.read.fields import Mapped


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What holds for all items that do not say it themselves, whether manifests are read, and how files are read.

    fields  names under which fields are read, where the user maps them
    reader  the name in READERS by which every file is read, whatever its bytes and its name say
    """

    published: str | None = None
    outlet: str | None = None
    use_manifest: bool = True
    reader: str | None = None
    fields: Mapped = ()

    @property
    def given(self) -> Given:
        return Given(published=self.published, published_basis="option" if self.published else None, outlet=self.outlet)

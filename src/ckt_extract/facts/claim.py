"""A claim while its attributes are being found, and the group it is about."""

from msgspec import Struct

from ckt_extract.language.reading import Measure, TimeReference
from ckt_extract.models.place import Place
from ckt_extract.models.result import Role, YearBasis

__all__ = ["Claim", "Group", "Size"]


class Size(Struct, eq=False):
    """How many a group has; shared by all claims about the group."""

    measure: Measure
    written: tuple[str, Place] | None = None
    """As written, and where; known when the statement that gives it has been read."""


class Group(Struct):
    """Of whom or what a claim speaks."""

    kind: str
    text: str
    span: tuple[int, int] | None
    """Where it is named in the claim's own statement; None when it is carried."""
    size: Size | None = None
    basis: "Group | None" = None

    def carried(self) -> "Group":
        """The same group for a claim that does not name it."""
        return Group(self.kind, self.text, None, self.size, self.basis)


class Claim(Struct, eq=False):
    """One claim while its attributes are still being found."""

    measure: Measure
    index: int
    """Index of the measure in the row of units."""
    clause: int
    count: Measure | None = None
    group: Group | None = None
    total: Measure | None = None
    role: Role = "result"
    year: int | None = None
    basis: YearBasis | None = None
    time: TimeReference | None = None
    """The words that gave the year."""
    previous: "Claim | None" = None
    derived: bool = False
    span: tuple[int, int] = (0, 0)
    """Start and end of the words of the statement that say what is claimed."""
    written: tuple[str, Place] | None = None
    """Its measure as written, and where."""
    count_written: tuple[str, Place] | None = None
    """The same of the number or ratio that stands beside a share."""
    block: int = 0
    """The paragraph it stands in."""
    indicator: str | None = None
    """Id of the indicator it belongs to, once that is known."""

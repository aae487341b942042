"""A reading process that raises the exception that the password names.

The password is `STEP module:qualified name`, with `open`, `page` or `ask` as the step.
"""

from typing import Any

from ckt_extract.reading import worker
from ckt_extract.reading.here import DocumentHere
from ckt_extract.reading.plain import PlainPage
from ckt_extract.reading.records import Source
from tests.errors.libraries import exception_of

__all__ = ["SabotagedDocument", "install"]


class SabotagedDocument(DocumentHere):
    """Reads a document, but for the step at which it raises what it is told."""

    def __init__(
        self, source: Source, password: str | None, most_chars: int, most_objects: int
    ) -> None:
        """Hear the order, and open the document."""
        self._step, _, self._name = (password or "").partition(" ")
        self._obey("open")
        super().__init__(source, None, most_chars, most_objects)

    def plain(self, number: int) -> PlainPage:
        """Read a page."""
        self._obey("page")
        return super().plain(number)

    def run(self, name: str, number: int, **options: object) -> Any:  # noqa: ANN401 - the job decides
        """Run a job."""
        self._obey("ask")
        return super().run(name, number, **options)

    def _obey(self, step: str) -> None:
        if self._step == step:
            raise exception_of(self._name)


def install() -> None:
    """Make it the document of the reading process that this is called in."""
    worker.DocumentHere = SabotagedDocument  # type: ignore[attr-defined]  # sabotage

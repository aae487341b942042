"""A worker that raises the exception that the password names.

The password is `STEP module:qualified name`, with `open`, `page` or `ask` as the step.
"""

from ckt_extract.reading import worker
from tests.errors.libraries import exception_of

__all__ = ["Saboteur", "install"]


class Saboteur(worker._Worker):
    """Reads documents, but for the step at which it raises what it is told."""

    _step = _name = ""

    def open(self, data: bytes, password: str | None, limits: dict[str, object]) -> object:
        """Hear the order, and open the document."""
        self._step, _, self._name = (password or "").partition(" ")
        self._obey("open")
        return super().open(data, None, limits)

    def page(self, number: int) -> object:
        """Read a page."""
        self._obey("page")
        return super().page(number)

    def ask(self, name: str, number: int, options: dict[str, object]) -> object:
        """Run a job."""
        self._obey("ask")
        return super().ask(name, number, options)

    def _obey(self, step: str) -> None:
        if self._step == step:
            raise exception_of(self._name)


def install() -> None:
    """Make it the worker of the reading process that this is called in."""
    worker._Worker = Saboteur  # type: ignore[misc]  # sabotage

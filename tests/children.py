"""Reading processes that do something else first."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from ckt_extract.reading import child

__all__ = ["children_that"]


@contextmanager
def children_that(code: str) -> Iterator[None]:
    """Every reading process runs some code of ours before it answers.

    Args:
        code: Lines of Python; they can import the tests.
    """
    start = child._START
    assert "main()\n" in start
    child.end_idle()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(child, "_START", start.replace("main()\n", f"{code}\nmain()\n"))
        yield
        child.end_idle()

"""Pages that the reading process lays out, and what happens when it cannot."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import ckt_extract
from ckt_extract import CktExtractError, LimitExceededError, Limits, Report
from ckt_extract.layouts import Layouts
from tests.children import children_that

REPORT = Path(__file__).parents[1] / "fixtures/report/report.chromium.pdf"

AT_LAYOUT = """
from ckt_extract.layout import document
real = document.compose
def compose(draft, *rest, **named):
    if draft.page.number == {page}:
        {what}
    return real(draft, *rest, **named)
document.compose = compose
"""
"""The reading process does something when it lays out a page."""
AT_READING = """
from ckt_extract.reading import here
real = here.read_plain_page
def read(document, number, *rest):
    if number == {page}:
        {what}
    return real(document, number, *rest)
here.read_plain_page = read
"""
DIES, HANGS = "import os; os._exit(139)", "import time; time.sleep(600)"


def read(limits: Limits | None = None) -> Report:
    """The report of a fixture."""
    return ckt_extract.extract(REPORT, ocr="off", limits=limits)


@pytest.fixture(scope="module")
def expected() -> Report:
    """As it is read when nothing happens."""
    return read()


@pytest.mark.parametrize(
    "what", [DIES, "raise RuntimeError('broken')", "raise MemoryError", "bytearray(1 << 34)"]
)
def test_a_process_lost_in_layout_costs_nothing(what: str, expected: Report) -> None:
    """All is laid out in the calling process then, and the report is the same."""
    with children_that(AT_LAYOUT.format(page=3, what=what)):
        assert expected == read()


@pytest.mark.parametrize(("what", "cause"), [(DIES, "crashed"), (HANGS, "longer than 1 second")])
def test_a_process_lost_while_reading_costs_the_page(
    what: str, cause: str, expected: Report
) -> None:
    """The page that brings it down is left out with a warning, the others are read."""
    with children_that(AT_READING.format(page=2, what=what)):
        report = read(Limits(page_seconds=1))
    (warning,) = report.warnings
    assert ("page_unread", 2) == (warning.code, warning.page)
    assert cause in warning.message
    pages = {result.place.page for result in report.results}
    assert {result.place.page for result in expected.results} - {2} == pages


@pytest.mark.parametrize("page", [3, 33])
def test_layout_without_end_is_ended(page: int, expected: Report) -> None:
    """The pages before it are the caller's, and a warning says which are missing.

    Layout waits for six more pages, and for the next one to be composed; when it comes to the
    last pages, all have been read.
    """
    start = time.monotonic()
    with children_that(AT_LAYOUT.format(page=page, what=HANGS)):
        report = read(Limits(page_seconds=1))
    assert 10 > time.monotonic() - start
    (warning,) = report.warnings
    assert "pages_missing" == warning.code
    assert f"pages {page - 1} to {report.document.pages}" in warning.message
    pages = {number.place.page for number in expected.audit.numbers}
    assert pages & set(range(1, page - 1)) == {n.place.page for n in report.audit.numbers}


def test_layout_without_end_on_the_first_page() -> None:
    """Nothing was read: an error that says where and what to do."""
    with (
        children_that(AT_LAYOUT.format(page=1, what=HANGS)),
        pytest.raises(LimitExceededError, match="laying out its pages takes too long") as caught,
    ):
        read(Limits(page_seconds=1))
    assert REPORT.name == caught.value.document
    assert "page_seconds" in caught.value.todo


def test_a_fault_in_layout_has_its_cause(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bug is met again in the calling process, where its traceback can be seen."""
    from ckt_extract.layout import document  # noqa: PLC0415 - to break it here only

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr(document, "compose", broken)
    with (
        children_that(AT_LAYOUT.format(page=1, what="raise RuntimeError('broken')")),
        pytest.raises(CktExtractError, match="fault of ckt_extract") as caught,
    ):
        read()
    assert "broken" == str(caught.value.__cause__)


def _open(act: Callable[[Layouts], object]) -> int:
    """Open a document, do something with it, and close it; the id of the process that read it."""
    with Layouts(REPORT, None, "off", None) as layouts:
        layouts.open()
        pid = layouts._reader._running().pid
        act(layouts)
    return pid


def test_a_process_that_said_all_is_used_again() -> None:
    """The next document is read by the same one."""
    assert _open(lambda layouts: list(layouts.pages())) == _open(lambda _: None)


def test_a_process_that_has_more_to_say_is_ended() -> None:
    """Who wants no more pages does not wait for them."""
    pid = _open(lambda layouts: next(layouts.pages()))
    with pytest.raises(ProcessLookupError):
        os.kill(pid, signal.SIGTERM)

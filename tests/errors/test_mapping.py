"""No exception of a lower library reaches the user."""

import contextlib
import marshal
from collections import deque
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from ckt_extract import (
    CatalogueError,
    CktExtractError,
    Limits,
    Report,
    UnreadableError,
    annotate,
    extract,
    pipeline,
)
from ckt_extract.reading import JobFailure, frames, open_document, reader, worker
from tests.children import children_that
from tests.errors.libraries import EXTRAS, LIBRARIES, library_exceptions
from tests.errors.saboteur import SabotagedDocument
from tests.hostile.damaged import GOOD

EXCEPTIONS = library_exceptions()
NAMES = [f"{kind.__module__}:{kind.__qualname__}" for kind in EXCEPTIONS]
SABOTAGE = "from tests.errors import saboteur\nsaboteur.install()"
PATIENT = Limits(page_seconds=120)
"""A loaded machine may take its time to import a library for its exception."""


class _Inside:
    """A child that is no process: the worker runs here, the messages are the same."""

    def __init__(self) -> None:
        self._said = BytesIO()
        self._worker = worker._Worker(self._said)
        self._answers: deque[bytes] = deque()

    def ask(self, message: tuple[Any, ...], payload: bytes = b"") -> None:
        """Have a question answered at once."""
        what, *arguments = message
        answer = worker._answer(self._worker, what, [payload, *arguments] if payload else arguments)
        self._said.seek(0)
        with contextlib.suppress(frames.Closed):
            while True:
                self._answers.append(marshal.dumps(frames.receive(self._said)[0]))
        self._said.seek(0)
        self._said.truncate()
        self._answers.append(marshal.dumps(answer))

    def answer(self, _: float) -> tuple[Any, ...]:
        """The next answer."""
        answer: tuple[Any, ...] = marshal.loads(self._answers.popleft())  # noqa: S302 - our own
        return answer


@pytest.fixture
def inside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Documents are read in this process, so that hundreds of exceptions take no time."""
    monkeypatch.setattr(worker, "bound", lambda *_: None)
    monkeypatch.setattr(worker, "DocumentHere", SabotagedDocument)
    monkeypatch.setattr(reader, "acquire", _Inside)
    monkeypatch.setattr(reader, "release", lambda _: None)


@pytest.fixture(scope="module")
def sabotaged() -> Iterator[None]:
    """Reading processes raise what they are told."""
    with children_that(SABOTAGE):
        yield


def _error(order: str) -> CktExtractError:
    """What the user gets when the reading process raises what it is told."""
    with pytest.raises(CktExtractError) as caught:
        extract(GOOD, password=order, ocr="off", limits=PATIENT)
    return caught.value


def _is_ours(error: CktExtractError, page: int | None) -> bool:
    """Typed, and says where it happened and what to do."""
    where = (error.document, error.page) == ("<bytes>", page)
    return type(error) is not CktExtractError and where and bool(error.what and error.todo)


def test_every_library_is_looked_through() -> None:
    """Exceptions of each library are found, of which we know some."""
    found = {kind.__module__.split(".")[0] for kind in EXCEPTIONS}
    without = {"babel", "pydantic", "text_to_num"}  # these raise those of others
    assert set(LIBRARIES) <= found | without | set(EXTRAS)
    names = {kind.__name__ for kind in EXCEPTIONS}
    assert {"PdfiumError", "PdfError", "PDFSyntaxError", "TOMLDecodeError", "MemoryError"} <= names
    assert len(EXCEPTIONS) > 100


@pytest.mark.usefixtures("inside")
def test_an_exception_while_opening_is_ours() -> None:
    """What goes wrong while a document is opened is an error of ours that names it."""
    assert [] == [name for name in NAMES if not _is_ours(_error(f"open {name}"), None)]


@pytest.mark.usefixtures("inside")
def test_an_exception_on_a_page_is_ours() -> None:
    """What goes wrong on the only page of a document is an error with its number."""
    assert [] == [name for name in NAMES if not _is_ours(_error(f"page {name}"), 1)]


@pytest.mark.usefixtures("inside")
def test_an_exception_in_a_job_is_a_failure_of_the_job() -> None:
    """What goes wrong with a picture or a table costs no more than that."""
    for name in NAMES:
        with open_document(GOOD, password=f"ask {name}") as document:
            assert isinstance(document.ask("render", 1), JobFailure), name


@pytest.mark.usefixtures("sabotaged")
@pytest.mark.parametrize(
    "name",
    [
        "pikepdf:PdfError",
        "zlib:error",
        "builtins:MemoryError",
        "builtins:RecursionError",
        "builtins:SystemExit",
        "builtins:KeyboardInterrupt",
    ],
)
def test_it_is_the_same_in_the_reading_process(name: str) -> None:
    """Exceptions, and those that end the process, come back as errors of ours."""
    assert _is_ours(_error(f"open {name}"), None)
    assert _is_ours(_error(f"page {name}"), 1)
    with open_document(GOOD, password=f"ask {name}", limits=PATIENT) as document:
        assert isinstance(document.ask("render", 1), JobFailure)


@pytest.mark.usefixtures("sabotaged")
def test_without_an_order_the_file_is_read() -> None:
    """The processes of these tests do read when they are not told otherwise."""
    assert isinstance(extract(GOOD, ocr="off"), Report)


@pytest.mark.parametrize("kind", [IndexError, RecursionError, UnicodeDecodeError, AssertionError])
def test_a_fault_of_our_own_is_ours_too(
    monkeypatch: pytest.MonkeyPatch, kind: type[Exception]
) -> None:
    """A bug behind the reading process is the root error, with its cause for who looks for it."""
    fault = kind("utf-8", b"x", 0, 1, "broken") if kind is UnicodeDecodeError else kind("broken")

    def broken(*_: object) -> None:
        raise fault

    monkeypatch.setattr(pipeline, "assemble", broken)
    with pytest.raises(CktExtractError, match="fault of ckt_extract") as caught:
        extract(GOOD, ocr="off")
    assert (CktExtractError, fault) == (type(caught.value), caught.value.__cause__)
    assert not isinstance(caught.value, UnreadableError)


@pytest.mark.parametrize("kind", [k for k in EXCEPTIONS if k.__module__.startswith("pikepdf")])
def test_what_pikepdf_raises_while_annotating_is_ours(
    monkeypatch: pytest.MonkeyPatch, kind: type[Exception]
) -> None:
    """The one export that writes a PDF names the document, too."""
    report = extract(GOOD, ocr="off")

    def broken(*_: object, **__: object) -> None:
        raise kind("broken")

    monkeypatch.setattr(pikepdf, "open", broken)
    with pytest.raises(CktExtractError) as caught:
        annotate(GOOD, report, BytesIO())
    assert _is_ours(caught.value, None)


@pytest.mark.parametrize(
    "written", [b"[x", b"\xff\xfe", b"x = 1", b"[a.b]\nwords = 3", b"\0", None]
)
def test_a_catalogue_that_cannot_be_read_is_ours(tmp_path: Path, written: bytes | None) -> None:
    """Broken TOML, another encoding, the wrong shape, and no file at all."""
    path = tmp_path / "indicators.toml"
    if written is not None:
        path.write_bytes(written)
    with pytest.raises(CatalogueError):
        extract(GOOD, catalogue=path, ocr="off")

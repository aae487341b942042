"""Sources that are no file to read, or that do something else than to give their bytes."""

import io
import os
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from ckt_extract import (
    EmptyDocumentError,
    LimitExceededError,
    Limits,
    Report,
    UnreadableError,
    UnsupportedError,
    extract,
)
from tests.hostile.damaged import GOOD

SMALL = Limits(bytes=1_000_000, seconds=12)
linux = pytest.mark.skipif(sys.platform == "win32", reason="no such files on Windows")


class _Path:
    """A path that runs code of the caller when it is asked for."""

    def __init__(self, answer: Callable[[], Any]) -> None:
        self._answer = answer

    def __fspath__(self) -> str:
        answer = self._answer()
        assert answer is not None
        return answer  # type: ignore[no-any-return]  # that it may be anything is what is tested


class _File(io.BytesIO):
    """A file whose `read` runs code of the caller."""

    def __init__(self, answer: Callable[[int], Any]) -> None:
        super().__init__()
        self._answer = answer

    def read(self, size: int | None = -1, /) -> Any:  # noqa: ANN401 - same
        return self._answer(size or 0)


def _raise(error: BaseException) -> Any:  # noqa: ANN401 - never returns
    raise error


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    """A good file."""
    path = tmp_path / "good.pdf"
    path.write_bytes(GOOD)
    return path


@linux
def test_links_are_followed_and_their_circles_are_not(pdf: Path) -> None:
    """A symbolic link to a file is that file; a circle of links cannot be read."""
    link, circle = pdf.with_name("link.pdf"), pdf.with_name("circle.pdf")
    link.symlink_to(pdf)
    circle.symlink_to(circle)
    assert "link.pdf" == extract(link).document.name
    with pytest.raises(UnreadableError, match=r"circle\.pdf"):
        extract(circle)


@linux
def test_what_is_no_regular_file_is_not_opened(tmp_path: Path) -> None:
    """A pipe nobody writes to, an endless device and a directory are refused at once."""
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    for path in (fifo, Path("/dev/zero"), Path("/dev/null"), tmp_path):
        with pytest.raises(UnsupportedError, match=r"regular file|directory"):
            extract(path, limits=SMALL)


@linux
def test_a_file_larger_than_allowed_is_not_read(tmp_path: Path) -> None:
    """A sparse file of 100 GB is over the limit before its bytes are in memory."""
    path = tmp_path / "sparse.pdf"
    with path.open("wb") as file:
        file.truncate(100_000_000_000)
    with pytest.raises(LimitExceededError, match="larger than 1000000 bytes"):
        extract(path, limits=SMALL)
    with pytest.raises(LimitExceededError), path.open("rb") as file:
        extract(file, limits=SMALL)


def test_a_file_without_end_is_read_to_the_limit() -> None:
    """A file object that always has more bytes is given up at the limit."""
    with pytest.raises(LimitExceededError):
        extract(_File(lambda size: bytes(min(size, 65536))), limits=SMALL)


def test_a_file_that_gives_a_little_at_a_time_is_read_whole() -> None:
    """An unbuffered file may give less than it is asked for."""
    rest = io.BytesIO(GOOD)
    assert extract(GOOD).results == extract(_File(lambda _: rest.read(7))).results


@pytest.mark.parametrize(
    "error", [OSError("disk"), ValueError("closed"), EOFError(), KeyError("x"), RuntimeError("x")]
)
def test_whatever_a_source_raises_is_unreadable(error: Exception) -> None:
    """An error of the source itself is named, and is the cause of ours."""
    sources: list[_Path | _File] = [_Path(lambda: _raise(error)), _File(lambda _: _raise(error))]
    for source in sources:
        with pytest.raises(UnreadableError) as caught:
            extract(source)
        assert caught.value.__cause__ is error


@pytest.mark.parametrize("given", ["text", None, 12, bytearray(b"x")])
def test_a_file_that_gives_no_bytes_is_unsupported(given: object) -> None:
    """A file in text mode, or one that does not block, is told how to be opened."""
    with pytest.raises(UnsupportedError, match="rb"):
        extract(_File(lambda _: given))


@pytest.mark.parametrize("source", [None, 12, 1.5, [GOOD], {"a": 1}, object(), Report])
def test_what_is_no_source_at_all_is_unsupported(source: Any) -> None:  # noqa: ANN401 - that is the point
    """A thing that is neither path nor bytes nor file is named by its type."""
    with pytest.raises(UnsupportedError, match="source of type"):
        extract(source)


def _paths(folder: Path) -> Iterator[str]:
    yield ""
    yield str(folder / "gone.pdf")
    yield str(folder / "nul\0.pdf")
    yield str(folder / ("long" * 2000))
    yield str(folder / "\ud800.pdf")
    yield str(folder / "file.pdf" / "in.pdf")
    yield "https://example.org/a.pdf"
    yield "file:///etc/passwd"


def test_paths_that_lead_nowhere(tmp_path: Path) -> None:
    """Each is an error of ours that can be shown and keeps the name."""
    for path in _paths(tmp_path):
        with pytest.raises((UnreadableError, UnsupportedError)) as caught:
            extract(path)
        assert str(caught.value).encode()
        assert caught.value.todo or caught.value.document is not None


@linux
def test_a_name_that_is_no_text_does_not_spoil_the_report(tmp_path: Path) -> None:
    """Bytes in a name that are no UTF-8 are replaced, so that the report can be kept."""
    path = os.path.join(os.fsencode(tmp_path), b"caf\xe9\x1b[31m.pdf")
    with open(path, "wb") as file:
        file.write(GOOD)
    report = extract(os.fsdecode(path))
    assert "caf\ufffd\x1b[31m.pdf" == report.document.name
    assert report == Report.model_validate_json(report.model_dump_json())


def test_a_file_that_is_gone_before_it_is_read(pdf: Path) -> None:
    """A path that was good when it was listed is an error when its turn comes."""
    pdf.unlink()
    with pytest.raises(UnreadableError, match="no such file"):
        extract(pdf)


def test_a_file_that_changes_while_it_is_read(pdf: Path) -> None:
    """A file that is cut off and written again meanwhile gives reports and errors of ours only."""
    done = threading.Event()

    def rewrite() -> None:
        while not done.is_set():
            pdf.write_bytes(GOOD[: len(GOOD) // 2])
            pdf.write_bytes(GOOD)

    writer = threading.Thread(target=rewrite)
    writer.start()
    try:
        for _ in range(50):
            try:
                assert extract(pdf).document.pages == 1
            except (UnreadableError, EmptyDocumentError):
                continue
    finally:
        done.set()
        writer.join()


def test_views_of_bytes_are_sources() -> None:
    """What is like bytes is read as such."""
    expected = extract(GOOD)
    for source in (bytearray(GOOD), memoryview(GOOD)):
        assert expected == extract(source)  # type: ignore[arg-type]  # not promised, but works

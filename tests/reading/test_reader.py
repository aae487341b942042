"""Reading through the child process: pages, jobs, limits, crashes, and how it all ends."""

import io
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from ckt_extract.errors import EncryptedError, LimitExceededError, UnreadableError
from ckt_extract.reading import (
    JobFailure,
    Limits,
    PageFailure,
    Raster,
    Reader,
    child,
    open_document,
    warm_up,
)
from ckt_extract.reading.page import Page
from ckt_extract.reading.pdfium import open_pdfium, read_page
from tests.reading.pdfs import bomb, drawn, encrypted, endless_forms, raw_pdf
from tests.reading.test_words import IMAGE

TEN = drawn(*[lambda canvas, n=n: canvas.drawString(50, 200, f"blad {n}") for n in range(1, 11)])


def said(page: Page | PageFailure) -> str:
    """The text of a page."""
    assert isinstance(page, Page)
    return " ".join(word.text for word in page.words)


def with_pages(*contents: str) -> bytes:
    """A PDF with one page for each content stream."""
    return joined(*map(raw_pdf, contents))


def joined(*documents: bytes) -> bytes:
    """One PDF with the pages of several."""
    with pikepdf.new() as pdf:
        for data in documents:
            with pikepdf.open(io.BytesIO(data)) as one:
                pdf.pages.extend(one.pages)
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


@pytest.fixture(autouse=True)
def no_idle_children() -> Iterator[None]:
    """Each test starts without a child from another one."""
    child.end_idle()
    yield
    child.end_idle()


def test_pages_come_in_order() -> None:
    """All pages come once and in order."""
    with open_document(TEN) as reader:
        assert [f"blad {n}" for n in range(1, 11)] == [said(page) for page in reader.pages()]


def test_pages_in_any_order() -> None:
    """A page can be asked for by its number, also backwards and twice."""
    with open_document(TEN) as reader:
        for number in (9, 1, 10, 2, 2, 5):
            assert f"blad {number}" == said(reader.page(number))


def test_what_the_child_reads_is_what_this_process_reads() -> None:
    """A page is the same on both sides of the pipe."""

    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 200, "57 bedrijven")
        canvas.rect(10, 10, 80, 40, fill=1)
        canvas.linkURL("https://example.org/", (50, 200, 90, 212))

    data = drawn(draw)
    document = open_pdfium(data)
    with open_document(data) as reader:
        assert read_page(document, 1) == reader.page(1)
    document.close()


def test_child_is_used_again() -> None:
    """The next document is read by the same process."""
    pids = []
    for _ in range(3):
        with open_document(TEN) as reader:
            pids.append(reader._running().pid)
            next(iter(reader.pages()))
    assert 1 == len(set(pids))


def test_threads_read_at_the_same_time() -> None:
    """Documents in several threads each have a process."""
    barrier = threading.Barrier(3)

    def read(_: int) -> tuple[int, list[str]]:
        with open_document(TEN) as reader:
            barrier.wait(10)
            return reader._running().pid, [said(page) for page in reader.pages()]

    with ThreadPoolExecutor(3) as threads:
        results = list(threads.map(read, range(3)))
    assert 3 == len({pid for pid, _ in results})
    assert all([f"blad {n}" for n in range(1, 11)] == pages for _, pages in results)


def _read_in_pool(data: bytes) -> list[str]:
    with open_document(data) as reader:
        return [said(page) for page in reader.pages()]


# Python 3.12 and later warn of what this test is about
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")
@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
def test_process_pools(method: str) -> None:
    """Reading works in the workers of a pool, also forked from a process that has a child."""
    if method not in get_all_start_methods():
        pytest.skip(f"this system cannot {method}")
    warm_up()
    expected = [f"blad {n}" for n in range(1, 11)]
    with ProcessPoolExecutor(2, mp_context=get_context(method)) as pool:
        assert [expected] * 4 == list(pool.map(_read_in_pool, [TEN] * 4))
    assert expected == _read_in_pool(TEN)


def test_errors_keep_their_kind_and_name() -> None:
    """What goes wrong in the child is the same error here, with the name of the document."""
    with pytest.raises(EncryptedError, match=r"<bytes>: .*needs a password") as caught:
        open_document(encrypted("open", "geheim"))
    assert "<bytes>" == caught.value.document


def test_too_many_pages() -> None:
    """A document with more pages than allowed is not read."""
    with pytest.raises(LimitExceededError, match="10 pages, of at most 9"):
        open_document(TEN, limits=Limits(pages=9))


def test_limits_may_be_very_large() -> None:
    """Limits beyond what the system can count are as good as none."""
    limits = Limits(seconds=1e30, page_seconds=1e30, memory_mb=10**30, bytes=10**30)
    with open_document(TEN, limits=limits) as reader:
        assert "blad 10" == said(reader.page(10))


def test_page_with_too_many_characters_fails_alone() -> None:
    """One page over a limit does not cost the others."""
    data = with_pages(
        "BT /F1 9 Tf 50 200 Td (een) Tj ET",
        "BT /F1 9 Tf 50 200 Td " + "(veel tekst ) Tj " * 100 + "ET",
        "BT /F1 9 Tf 50 200 Td (drie) Tj ET",
    )
    with open_document(data, limits=Limits(page_chars=500)) as reader:
        first, second, third = reader.pages()
    assert ("een", "drie") == (said(first), said(third))
    assert isinstance(second, PageFailure)
    assert (2, "limit") == (second.number, second.cause)
    assert "characters, of at most 500" in second.reason


def test_page_that_hangs_fails_alone() -> None:
    """A page that takes too long is given up; what it cost is bounded."""
    start = time.monotonic()
    with open_document(endless_forms(), limits=Limits(page_seconds=0.5)) as reader:
        (page,) = reader.pages()
    assert PageFailure(1, "it took longer than 0.5 seconds", "limit") == page
    assert 5 > time.monotonic() - start


def test_time_for_the_document_runs_out() -> None:
    """When the time is up, the pages read before are the caller's, and an error says so."""
    data = joined(raw_pdf("BT /F1 9 Tf 50 200 Td (een) Tj ET"), endless_forms())
    with open_document(data, limits=Limits(seconds=0.8)) as reader:
        pages = reader.pages()
        assert "een" == said(next(pages))
        with pytest.raises(LimitExceededError, match=r"longer than 0\.8 seconds") as caught:
            next(pages)
    assert 2 == caught.value.page


def test_page_that_inflates_is_stopped() -> None:
    """A page that would take gigabytes fails alone, within the memory that is allowed."""
    with open_document(bomb(), limits=Limits(memory_mb=400)) as reader:
        (page,) = reader.pages()
    assert isinstance(page, PageFailure)
    assert "limit" == page.cause
    assert "memory" in page.reason


def _kill(reader: Reader) -> None:
    os.kill(reader._running().pid, signal.SIGSEGV)  # as a fault in PDFium does


def test_crash_between_pages_costs_at_most_one() -> None:
    """When the process dies, another one reads on."""
    with open_document(TEN) as reader:
        pages = [reader.page(1)]
        _kill(reader)
        pages += [reader.page(number) for number in range(2, 11)]
    failed = [page for page in pages if isinstance(page, PageFailure)]
    assert 1 >= len(failed)
    assert ["crash"] * len(failed) == [page.cause for page in failed]
    assert 9 <= sum(isinstance(page, Page) for page in pages)


def test_document_that_keeps_killing_is_given_up() -> None:
    """After a number of crashes reading ends with an error."""
    with open_document(TEN) as reader:
        for _ in range(5):
            _kill(reader)
            reader.page(1)
        _kill(reader)
        with pytest.raises(UnreadableError, match="given up after 6 crashes"):
            reader.page(1)


def test_rendering() -> None:
    """A page, and a picture on it without the text over it, come as grey pixels."""
    content = "q 72 0 0 36 100 100 cm /I1 Do Q BT /F1 30 Tf 110 105 Td (63%) Tj ET 0 0 72 72 re f"
    data = raw_pdf(content, IMAGE, resources="/XObject<</I1 6 0 R>>")
    with open_document(data) as reader:
        page = reader.page(1)
        assert isinstance(page, Page)
        whole = reader.render(1, dpi=72)
        part = reader.picture(1, page.pictures[0].index, dpi=144)
        missing = reader.picture(1, 7)
    assert isinstance(whole, Raster)
    assert (400, 300, 120_000) == (whole.width, whole.height, len(whole.pixels))
    assert (0, 255) == (whole.pixels[-400], whole.pixels[0])
    assert isinstance(part, Raster)
    assert (144, 72) == (part.width, part.height)
    assert {0x80} == set(part.pixels[144 * 10 + 10 : 144 * 10 + 100])
    assert JobFailure("picture", 1, "there is no picture 7", "unreadable") == missing


def test_rendering_something_huge_is_refused() -> None:
    """A resolution that would fill the memory is refused, and reading goes on."""
    with open_document(TEN) as reader:
        failure = reader.render(1, dpi=5000)
        assert isinstance(failure, JobFailure)
        assert "limit" == failure.cause
        assert "blad 1" == said(reader.page(1))


def test_unknown_job_fails() -> None:
    """A job that does not exist is a failure, not an exception."""
    with open_document(TEN) as reader:
        assert isinstance(reader.ask("koffie", 1), JobFailure)


def test_crash_in_a_job_costs_the_job_only() -> None:
    """A job that takes the process down is reported; the document is read on."""
    data = joined(raw_pdf("BT /F1 9 Tf 50 200 Td (een) Tj ET"), endless_forms())
    with open_document(data) as reader:
        timer = threading.Timer(0.3, _kill, [reader])
        timer.start()
        crashed = reader.render(2)
        timer.join()
        assert isinstance(crashed, JobFailure)
        assert ("render", 2, "crash") == (crashed.name, crashed.number, crashed.cause)
        assert "een" == said(reader.page(1))


SCRIPT = """
import sys, time
from ckt_extract.reading import open_document
reader = open_document(sys.stdin.buffer.read())
print(reader._running().pid, flush=True)
"""


def _start(rest: str, data: bytes = TEN) -> tuple[subprocess.Popen[bytes], int]:
    """A process that has a document open, and the id of its child."""
    process = subprocess.Popen(
        [sys.executable, "-c", SCRIPT + rest], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(data)
    process.stdin.close()
    return process, int(process.stdout.readline())


def _gone(pid: int, seconds: float = 3) -> bool:
    """Whether a process ends within some seconds."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            os.kill(pid, 0)
            stat = Path(f"/proc/{pid}/stat")
            if stat.exists() and stat.read_text().rpartition(")")[2].split()[0] == "Z":
                return True  # only waits for its new parent to notice
        except (ProcessLookupError, FileNotFoundError):
            return True
        time.sleep(0.02)
    return False


def _finish(process: subprocess.Popen[bytes]) -> tuple[int, bytes]:
    assert process.stderr is not None
    assert process.stdout is not None
    with process.stdout, process.stderr:
        errors = process.stderr.read()
        return process.wait(10), errors


def test_child_ends_with_its_parent() -> None:
    """A parent that leaves without a word leaves no process behind."""
    process, pid = _start("import os; os._exit(7)")
    assert 7 == _finish(process)[0]
    assert _gone(pid)


def test_child_that_hangs_ends_with_its_parent() -> None:
    """Not even one that is busy in native code."""
    rest = (
        "import threading, os\n"
        "threading.Timer(0.5, os._exit, [7]).start()\n"
        "reader.page(1)\n"
    )  # fmt: skip
    process, pid = _start(rest, endless_forms())
    assert 7 == _finish(process)[0]
    assert _gone(pid)


def test_unclosed_reader_does_not_hold_up_the_exit() -> None:
    """A program that forgets to close a document ends all the same, and quietly."""
    process, pid = _start("")
    status, errors = _finish(process)
    assert (0, b"") == (status, errors)
    assert _gone(pid)


def test_ctrl_c_ends_both() -> None:
    """Ctrl-C in the middle of a page ends the program and its child."""
    process, pid = _start("print('go', flush=True)\nreader.page(1)", endless_forms())
    assert process.stdout is not None
    assert b"go\n" == process.stdout.readline()
    time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    status, errors = _finish(process)
    assert status != 0
    assert b"KeyboardInterrupt" in errors
    assert _gone(pid)

"""Mutated fixtures: `python -m tests.hostile.fuzz --count 20000 --seconds 900`.

Each mutation is drawn from its number alone, so that one that fails is repeated with
`--only NUMBER`. With `--words` the statements of `tests/accuracy` are mutated instead. Each outcome
has to be a report, which can be kept, or an error of ours.
"""

import argparse
import io
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pikepdf

from ckt_extract import Limits, Report
from tests.hostile.fuzz_words import page
from tests.hostile.watch import Observation, observe

__all__ = ["LIMITS", "fault_of", "main", "mutation", "run"]

_FIXTURES = Path(__file__).parents[2] / "fixtures"
_LARGEST = 150_000
"""Bytes of a fixture that is mutated: larger ones take longer and break no other way."""
_LARGEST_OPENED = 500_000
"""Likewise, of one whose streams are not packed."""
LIMITS = Limits(seconds=20, page_seconds=4, memory_mb=400)
_SLACK = 60.0
"""Seconds that a loaded machine may add to the limits."""
_WORDS = (
    b"/Kids", b"/Count", b"/Length", b"/Parent", b"/Contents", b"/Resources", b"/Font", b"/Type",
    b"/ToUnicode", b"/Widths", b"/MediaBox", b"/Filter", b"/DecodeParms", b"/W", b"/Index",
    b"/Root", b"/Prev", b"/Size", b"/XObject", b"/Annots", b" R", b"obj", b"endobj", b"stream",
    b"endstream", b"xref", b"trailer", b"startxref", b"%%EOF",
)  # fmt: skip
_NUMBERS = (
    b"0",
    b"-1",
    b"1",
    b"65535",
    b"2147483647",
    b"-2147483648",
    b"4294967296",
    b"1e30",
    b"99",
)


@cache
def seeds() -> list[bytes]:
    """The fixtures that are mutated, as they are and with their streams unpacked.

    A packed stream that loses a byte is lost. In one that is not packed, operators, numbers and
    maps of fonts change, and what the reader makes of them reaches the rooms behind it.
    """
    paths = sorted(_FIXTURES.rglob("*.pdf"))
    packed = [data for data in (path.read_bytes() for path in paths) if len(data) <= _LARGEST]
    opened = [data for data in map(_unpacked, packed) if len(data) <= _LARGEST_OPENED]
    return [*packed, *opened]


def _unpacked(data: bytes) -> bytes:
    """The same document with all its streams as they are before they are packed."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as document:
        document.save(
            out,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            deterministic_id=True,
        )
    return out.getvalue()


def mutation(number: int) -> bytes:
    """The mutation of that number; always the same."""
    draw = random.Random(number)
    data = bytearray(draw.choice(seeds()))
    for _ in range(draw.choice((1, 1, 1, 2, 3, 8))):
        draw.choice(_CHANGES)(data, draw)
        if not data:
            break
    return bytes(data)


def _flip(data: bytearray, draw: random.Random) -> None:
    """Some bytes become others."""
    for _ in range(draw.choice((1, 2, 5, 20, 100))):
        data[draw.randrange(len(data))] = draw.randrange(256)


def _cut_end(data: bytearray, draw: random.Random) -> None:
    """The end is missing."""
    del data[draw.randrange(len(data)) :]


def _cut_out(data: bytearray, draw: random.Random) -> None:
    """A part is missing."""
    start = draw.randrange(len(data))
    del data[start : start + draw.choice((1, 10, 100, 1000, 10_000))]


def _splice(data: bytearray, draw: random.Random) -> None:
    """A part of another file stands in the middle."""
    other = draw.choice(seeds())
    start = draw.randrange(len(other))
    at = draw.randrange(len(data))
    data[at:at] = other[start : start + draw.choice((10, 1000, 20_000))]


def _repeat(data: bytearray, draw: random.Random) -> None:
    """A part stands there several times."""
    start = draw.randrange(len(data))
    part = data[start : start + draw.choice((1, 50, 2000))]
    data[start:start] = part * draw.choice((1, 2, 10))


def _swap_words(data: bytearray, draw: random.Random) -> None:
    """A word of the file format becomes another one."""
    at = data.find(draw.choice(_WORDS), draw.randrange(len(data)))
    if at >= 0:
        word = draw.choice(_WORDS)
        data[at : at + len(word)] = word


def _swap_numbers(data: bytearray, draw: random.Random) -> None:
    """A number, such as a length, an offset or the number of an object, becomes another one."""
    at = draw.randrange(len(data))
    while at < len(data) and not data[at : at + 1].isdigit():
        at += 1
    end = at
    while end < len(data) and data[end : end + 1].isdigit():
        end += 1
    data[at:end] = draw.choice(_NUMBERS)


_CHANGES: tuple[Callable[[bytearray, random.Random], None], ...] = (
    _flip, _flip, _cut_end, _cut_out, _splice, _repeat, _swap_words, _swap_words, _swap_numbers,
    _swap_numbers,
)  # fmt: skip


def fault_of(seen: Observation) -> str | None:
    """What is wrong with an outcome; None when it is as promised."""
    if not seen.typed:
        return f"untyped: {seen.error!r} caused by {seen.error.__cause__!r}" if seen.error else None
    if seen.seconds > LIMITS.seconds + _SLACK:
        return f"took {seen.seconds:.1f} seconds"
    if seen.report is not None:
        try:
            Report.model_validate_json(seen.report.model_dump_json())
        except ValueError as error:
            return f"its report cannot be kept: {error}"
    return None


def run(
    first: int, count: int, seconds: float, make: Callable[[int], bytes] = mutation
) -> Iterator[tuple[int, Observation]]:
    """Read mutations, beginning with a number, until there are enough or time is up."""
    end = time.monotonic() + seconds
    for number in range(first, first + count):
        if time.monotonic() > end:
            return
        yield number, observe(make(number), LIMITS)


def main(arguments: list[str]) -> int:
    """Read mutations and print what became of them; 1 when one was not as promised."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seconds", type=float, default=900)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--only", type=int, help="read this one, and show its fault")
    parser.add_argument("--words", action="store_true", help="mutate statements, not files")
    options = parser.parse_args(arguments)
    make = page if options.words else mutation
    if options.only is not None:
        seen = observe(make(options.only), LIMITS)
        print(seen.outcome, f"{seen.seconds:.2f} s", seen.said)
        if seen.error is not None and not seen.typed:
            raise seen.error
        return 0
    outcomes = Counter[str]()
    faults, slowest, most, read, repaired = 0, (0.0, 0), 0.0, 0, 0
    start = time.perf_counter()
    for number, seen in run(options.first, options.count, options.seconds, make):
        read += 1
        outcomes[seen.outcome] += 1
        repaired += seen.report is not None and seen.report.document.repaired is not None
        slowest = max(slowest, (seen.seconds, number))
        most = max(most, seen.child_mb)
        if fault := fault_of(seen):
            faults += 1
            print(f"{number}: {fault}", flush=True)
    what = "statements" if options.words else f"{len(seeds())} files"
    print(f"{read} mutations of {what} in {time.perf_counter() - start:.0f} s")
    for outcome, times in outcomes.most_common():
        print(f"    {times:6} {outcome}")
    print(f"{repaired} of the reports say that the file was repaired")
    print(f"slowest {slowest[0]:.1f} s (number {slowest[1]}), most memory {most:.0f} MB")
    print(f"{faults} faults")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

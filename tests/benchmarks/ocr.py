"""Words and numbers read by OCR engines: `python -m tests.benchmarks.ocr [ENGINE…] [SET…]`.

What should be read comes from the text layer of a PDF, and what is read from its page as grey
pixels: fixtures, pictures as designers make them (`pictures.typ`), and the same with the faults of
scans. `FILE:PAGE` in the place of a set reads a page of your own. A word is right when the same
word stands within its box; a number is wrong when no number of the page stands there. Each engine
runs in a process of its own, so that its peak memory can be told. The engines beside our own are
not dependencies: those that are not installed are left out. Needs the fonts of the fixtures, and
tesseract with Dutch and English data.
"""

import io
import os
import re
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from math import cos, radians, sin
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import typst
from PIL import Image, ImageFilter

from ckt_extract.box import Box
from ckt_extract.reading.ocr_picture import read_picture
from ckt_extract.reading.ocr_place import words_of_picture
from ckt_extract.reading.page import Word
from ckt_extract.reading.pdfium import open_pdfium, read_page
from ckt_extract.reading.raster import render_page

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]

__all__ = ["ENGINES", "main"]

_HERE = Path(__file__).parent
_FIXTURES = _HERE.parents[1] / "fixtures"
_TESSDATA = "/usr/share/tesseract-ocr/5/tessdata"


@dataclass(frozen=True, slots=True)
class Token:
    """A word and its place, in points."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def is_number(self) -> bool:
        """Whether it has a figure."""
        return any(char.isdigit() for char in self.text)


Read = Callable[["Pixels", float], list[Token]]
"""Reads grey pixels of so many dots per inch."""


def _ours(pixels: "Pixels", dpi: float) -> list[Token]:
    """The words that `ocr_page` would add."""
    box = Box(0, 0, pixels.shape[1] * 72 / dpi, pixels.shape[0] * 72 / dpi)
    return _tokens(words_of_picture(read_picture(pixels, []), box, dpi).words)


@cache
def _tesseract(mode: int) -> Any:  # noqa: ANN401 - not a dependency
    engine = import_module("tesserocr")
    return engine.PyTessBaseAPI(path=_TESSDATA, lang="nld+eng", psm=mode)


def _by_tesserocr(mode: int) -> Read:
    """Tesseract with Dutch and English data and a page segmentation mode."""

    def read(pixels: "Pixels", dpi: float) -> list[Token]:
        engine = import_module("tesserocr")
        level = engine.RIL.WORD
        api = _tesseract(mode)
        api.SetImage(Image.fromarray(pixels))
        api.SetSourceResolution(round(dpi))
        api.Recognize()
        found: list[Token] = []
        for word in engine.iterate_level(api.GetIterator(), level):
            if not word.Empty(level):
                box = [edge * 72 / dpi for edge in word.BoundingBox(level)]
                found.append(Token(word.GetUTF8Text(level), *box))
        return found

    return read


def _by_pytesseract(pixels: "Pixels", dpi: float) -> list[Token]:
    """The tesseract program, sparse text."""
    pytesseract = import_module("pytesseract")
    data = pytesseract.image_to_data(
        Image.fromarray(pixels),
        lang="nld+eng",
        config=f"--psm 11 --dpi {round(dpi)}",
        output_type=pytesseract.Output.DICT,
    )
    scale = 72 / dpi
    rows = zip(data["text"], data["left"], data["top"], data["width"], data["height"], strict=True)
    return [
        Token(text, x * scale, y * scale, (x + w) * scale, (y + h) * scale)
        for text, x, y, w, h in rows
        if text.strip()
    ]


@cache
def _rapid() -> Any:  # noqa: ANN401 - untyped
    from rapidocr import RapidOCR  # noqa: PLC0415 - slow to import

    return RapidOCR(
        params={
            "Global.log_level": "critical",
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )


def _by_rapidocr(pixels: "Pixels", dpi: float) -> list[Token]:
    """RapidOCR as it comes, in one thread."""
    answer = _rapid()(np.repeat(pixels[:, :, None], 3, axis=2), return_word_box=True)
    found: list[Token] = []
    for line in answer.word_results or ():
        for text, _, corners in line:
            xs, ys = zip(*corners, strict=True)
            box = [edge * 72 / dpi for edge in (min(xs), min(ys), max(xs), max(ys))]
            found.append(Token(text, *box))
    return found


ENGINES: dict[str, tuple[str, Read]] = {
    "ours": ("rapidocr", _ours),
    "rapidocr": ("rapidocr", _by_rapidocr),
    "tesserocr-3": ("tesserocr", _by_tesserocr(3)),
    "tesserocr-11": ("tesserocr", _by_tesserocr(11)),
    "pytesseract-11": ("pytesseract", _by_pytesseract),
}
"""Name, module that must be there, and how it reads."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A page to read, and how it is spoilt."""

    path: Path
    page: int
    dpi: float = 200
    contrast: float = 1.0
    blur: float = 0.0
    noise: float = 0.0
    quality: int = 0
    angle: float = 0.0
    """Degrees by which the page is turned to the left."""

    def pixels(self) -> "Pixels":
        """The page in grey."""
        document = open_pdfium(self.path.read_bytes())
        width, height, bytes_ = render_page(document, self.page, self.dpi)
        document.close()
        picture = Image.frombytes("L", (width, height), bytes_)
        if self.angle:
            picture = picture.rotate(self.angle, Image.Resampling.BICUBIC, fillcolor=255)
        if self.blur:
            picture = picture.filter(ImageFilter.GaussianBlur(self.blur))
        grey = np.asarray(picture).astype(np.float32)
        grey = 255 - (255 - grey) * self.contrast
        grey += np.random.default_rng(1).normal(0, self.noise, grey.shape)
        picture = Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8))
        if self.quality:
            packed = io.BytesIO()
            picture.save(packed, "JPEG", quality=self.quality)
            picture = Image.open(packed)
        return np.asarray(picture)

    def truth(self) -> list[Token]:
        """The words of its text layer."""
        document = open_pdfium(self.path.read_bytes())
        page = read_page(document, self.page)
        document.close()
        tokens = _tokens(page.words)
        if not self.angle:
            return tokens
        c, s = cos(radians(self.angle)), sin(radians(self.angle))
        middle_x, middle_y = page.width / 2, page.height / 2
        turned: list[Token] = []
        for token in tokens:
            half_x, half_y = (token.x1 - token.x0) / 2, (token.bottom - token.top) / 2
            right, down = token.x0 + half_x - middle_x, token.top + half_y - middle_y
            x, y = middle_x + right * c + down * s, middle_y + down * c - right * s
            turned.append(Token(token.text, x - half_x, y - half_y, x + half_x, y + half_y))
        return turned


def samples(folder: Path) -> dict[str, list[Sample]]:
    """What is read, by name; the pictures are made in a folder."""
    made: dict[str, list[Sample]] = {}
    for name, count in (("pictures", 12), ("pictures_unseen", 8)):
        target = folder / f"{name}.pdf"
        typst.compile(_HERE / f"{name}.typ", output=target)
        made[name] = [Sample(target, page) for page in range(1, count + 1)]
    designed = [Sample(p, n) for p in sorted(_FIXTURES.glob("factsheet*/*.pdf")) for n in (1, 2)]
    tables = [("annex.chromium.pdf", 3), ("annex.typst.pdf", 6)]
    designed += [Sample(_FIXTURES / "annex" / name, number) for name, number in tables]
    faults: list[dict[str, Any]] = [
        {"dpi": 100, "noise": 6, "quality": 50},
        {"dpi": 72, "noise": 4, "quality": 60},
        {"dpi": 90, "blur": 1.2, "noise": 5, "quality": 30},
        {"dpi": 150, "contrast": 0.2, "noise": 8, "quality": 40},
        {"dpi": 200, "blur": 1.5, "noise": 40, "quality": 20},
    ]
    spoilt = [*made["pictures"], *designed[:2]]
    text = [Sample(path, 1) for path in sorted(_FIXTURES.glob("pages/*/*.pdf"))]
    return {
        **made,
        "designed": designed,
        "text": text,
        "askew": [
            Sample(s.path, s.page, noise=10, quality=60, angle=angle)
            for s, angle in zip(text[:6], (0.3, -0.3, 1, -1, 2.5, -2.5), strict=True)
        ],
        "spoilt": [Sample(s.path, s.page, **fault) for fault in faults for s in spoilt],
    }


def _tokens(words: Iterable[Word]) -> list[Token]:
    """Words as tokens; what was parted only by size is joined, but for footnote marks."""
    found: list[Token] = []
    for word in words:
        at = word.printed or word
        last = found[-1] if found else None
        if last and word.glued and (not word.raised or not word.text.isdigit()):
            top, bottom = min(last.top, at.top), max(last.bottom, at.bottom)
            found[-1] = Token(last.text + word.text, last.x0, top, at.x1, bottom)
        elif word.upright:
            found.append(Token(word.text, at.x0, at.top, at.x1, at.bottom))
    return found


def _with_signs(tokens: list[Token]) -> list[Token]:
    """Tokens with each % that stands behind a number joined to it."""
    signs = [t for t in tokens if t.text == "%"]
    rest = [t for t in tokens if t.text != "%"]
    for sign in signs:
        for at, token in enumerate(rest):
            near = 0.5 * (token.bottom - token.top)
            overlap = min(token.bottom, sign.bottom) - max(token.top, sign.top)
            if token.is_number and -near < sign.x0 - token.x1 < near and overlap > 0:
                rest[at] = Token(token.text + "%", token.x0, token.top, sign.x1, token.bottom)
                break
    return rest


_AROUND = re.compile(r"^[^\w%€<>±+-]+|[^\w%€]+$")


@dataclass(slots=True)
class Score:
    """What was right."""

    words: int = 0
    words_right: int = 0
    numbers: int = 0
    numbers_right: int = 0
    wrong: list[str] = field(default_factory=list)
    pages: int = 0
    seconds: float = 0.0

    def add(self, truth: list[Token], found: list[Token]) -> None:
        """Count one page."""
        left = [(_AROUND.sub("", t.text), t) for t in _with_signs(found)]
        for token in _with_signs(truth):
            text = _AROUND.sub("", token.text)
            if not text:
                continue
            self.words += 1
            self.numbers += token.is_number
            for at, (other, place) in enumerate(left):
                x, y = (place.x0 + place.x1) / 2, (place.top + place.bottom) / 2
                inside = (
                    token.x0 - 3 <= x <= token.x1 + 3 and token.top - 3 <= y <= token.bottom + 3
                )
                if inside and _plain(other) == _plain(text):
                    self.words_right += 1
                    self.numbers_right += token.is_number
                    del left[at]
                    break
        self.wrong += [text for text, token in left if token.is_number]

    def row(self) -> str:
        """The counts as a row of a table."""
        return (
            f"{self.words_right}/{self.words} | {self.numbers_right}/{self.numbers} "
            f"| {len(self.wrong)} | {self.seconds / max(self.pages, 1):.2f}"
        )


def _plain(text: str) -> str:
    return text.replace("’", "'").replace("–", "-").replace("−", "-")


def measure(name: str, chosen: dict[str, list[Sample]]) -> None:
    """Print a row for each set of samples, for one engine."""
    read = ENGINES[name][1]
    for title, of_set in chosen.items():
        score = Score()
        for sample in of_set:
            pixels = sample.pixels()
            start = _cpu_seconds()
            found = read(pixels, sample.dpi)
            score.seconds += _cpu_seconds() - start
            score.pages += 1
            score.add(sample.truth(), found)
        print(f"{name} | {title} | {score.row()}  {' '.join(score.wrong[:12])}", flush=True)
    who = resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN
    peak = max(resource.getrusage(each).ru_maxrss for each in who) // 1024
    print(f"{name} | peak memory {peak} MB", flush=True)


def _cpu_seconds() -> float:
    """CPU time of this process and of those that it ran."""
    return sum(os.times()[:4])


def main(arguments: list[str]) -> None:
    """Measure the engines named, or all that are installed, each in its own process.

    Args:
        arguments: Names of engines and of sets, and pages of other PDFs as `FILE:PAGE`.
    """
    names = [name for name in ENGINES if name in arguments] or list(ENGINES)
    names = [name for name in names if find_spec(ENGINES[name][0])]
    if len(names) > 1:
        print("engine | set | words | numbers | wrong numbers | CPU seconds a page", flush=True)
        for name in names:
            rest = [a for a in arguments if a not in ENGINES]
            command = [sys.executable, "-m", "tests.benchmarks.ocr", name, *rest]
            subprocess.run(command, check=True, env={**os.environ, "OMP_THREAD_LIMIT": "1"})
        return
    given = [a.rpartition(":") for a in arguments if ":" in a]
    with tempfile.TemporaryDirectory() as folder:
        sets = samples(Path(folder))
        chosen = {name: sets[name] for name in sets if name in arguments}
        if given:
            chosen["given"] = [Sample(Path(path), int(page)) for path, _, page in given]
        measure(names[0], chosen or sets)


if __name__ == "__main__":
    main(sys.argv[1:])

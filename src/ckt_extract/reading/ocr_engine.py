"""The OCR engine: where text stands in a picture, and what each line says.

RapidOCR runs the models of its own wheel, so nothing is downloaded and no language has to be
installed: one model reads Dutch and English. Why this engine: `docs/ocr.md`.
"""

from functools import cache
from importlib.util import find_spec
from itertools import compress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ckt_extract.errors import MissingExtraError
from ckt_extract.reading.ocr_quad import Quad

if TYPE_CHECKING:
    from numpy import uint8
    from numpy.typing import NDArray

    Pixels = NDArray[uint8]

__all__ = ["Engine", "Line", "engine", "installed", "require"]

_DETECTION, _RECOGNITION = "PP-OCRv6_det_small.onnx", "PP-OCRv6_rec_small.onnx"
_LONGEST = 1280
"""Pixels of the longer side of a picture in which lines are looked for: memory grows with it."""
_WIDE_FORMS = {0xFF01 + i: 0x21 + i for i in range(94)}
"""The full-width forms of Latin signs, which the model knows, too."""


class Line(NamedTuple):
    """What the engine read in the picture of one line."""

    text: str
    columns: list[float]
    """Where each character that is no space stands: pixels from the left of the picture."""
    confidences: list[float]
    """0-1, one for each character that is no space."""


class Engine:
    """RapidOCR with its models loaded; in one thread, so that it gives the same each time.

    Raises:
        MissingExtraError: The wheel came without its models.
    """

    def __init__(self) -> None:
        import rapidocr  # noqa: PLC0415 - an extra, and 70 MB

        models = Path(rapidocr.__path__[0], "models")
        for name in (_DETECTION, _RECOGNITION):
            if not (models / name).is_file():  # else RapidOCR would download it
                raise MissingExtraError(
                    f"the installed rapidocr has no model {name}",
                    todo='Run: pip install --force-reinstall "ckt-extract[ocr]"',
                )
        self._rapid = rapidocr.RapidOCR(
            params={
                "Global.log_level": "critical",
                "Global.max_side_len": 100_000,  # the picture is not to be shrunk: see _LONGEST
                "EngineConfig.onnxruntime.intra_op_num_threads": 1,
                "EngineConfig.onnxruntime.inter_op_num_threads": 1,
                "Det.model_path": str(models / _DETECTION),
                "Det.limit_type": "max",
                "Det.limit_side_len": 2 * _LONGEST,
                "Rec.model_path": str(models / _RECOGNITION),
            }
        )

    def find(self, pixels: "Pixels", scale: float) -> list[Quad]:
        """The lines of text in a picture.

        Args:
            pixels: A grey picture: height × width, 0 is black.
            scale: Look for them in a smaller picture; one that is very large is made smaller yet.
        """
        import cv2  # noqa: PLC0415 - comes with the engine

        height, width = pixels.shape
        scale = min(scale, _LONGEST / max(height, width))
        size = max(round(width * scale), 1), max(round(height * scale), 1)
        small = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA).astype(pixels.dtype)
        found: Any = self._rapid(_three(small), use_det=True, use_cls=False, use_rec=False)
        boxes = found.boxes if found.boxes is not None else []
        return [Quad(*((float(x) / scale, float(y) / scale) for x, y in box)) for box in boxes]

    def read(self, pixels: "Pixels") -> Line:
        """What one line says.

        Args:
            pixels: The grey picture of an upright line.
        """
        if not pixels.size:  # RapidOCR divides by its width
            return Line("", [], [])
        read: Any = self._rapid(
            _three(pixels), use_det=False, use_cls=False, use_rec=True, return_word_box=True
        )
        if not read.txts or not read.txts[0].strip():
            return Line("", [], [])
        text, info = read.txts[0].translate(_WIDE_FORMS), read.word_results[0]
        wide = pixels.shape[1] / info.line_txt_len
        columns = [(column + 0.5) * wide for word in info.word_cols for column in word]
        sure = [c for char, c in zip(text, info.confs, strict=True) if not char.isspace()]
        # The space between two underlined words is read as a low line
        keep = [char != "_" for char in text if not char.isspace()]
        return Line(
            text.replace("_", " "), list(compress(columns, keep)), list(compress(sure, keep))
        )


@cache
def engine() -> Engine:
    """The engine, loaded at the first call.

    Raises:
        MissingExtraError: It is not installed.
    """
    require()
    return Engine()


def installed() -> bool:
    """Whether there is an engine; found without importing it."""
    return all(find_spec(name) for name in ("rapidocr", "onnxruntime"))


def require() -> None:
    """Make sure that there is an engine.

    Raises:
        MissingExtraError: There is none.
    """
    if not installed():
        raise MissingExtraError(
            "reading pictures needs an OCR engine, which is not installed",
            todo='Run: pip install "ckt-extract[ocr]"',
        )


def _three(pixels: "Pixels") -> "Pixels":
    """The picture in three channels, as the models want it."""
    from numpy import repeat  # noqa: PLC0415 - comes with the engine

    return repeat(pixels[:, :, None], 3, axis=2)

"""The drawn things of a page: rules, areas and pictures, also those inside forms."""

from collections.abc import Callable, Iterator
from ctypes import addressof, c_float, c_int, c_uint
from itertools import repeat

from ckt_extract.reading.geometry import Matrix, times, transform_box
from ckt_extract.reading.native import Pdfium

__all__ = ["Drawing", "PlainArea", "PlainPicture", "PlainRule"]

_TEXT, _PATH, _IMAGE, _FORM = 1, 2, 3, 5
_CURVE, _MOVE = 1, 2
_THIN = 2.0
"""Points: a rectangle thinner than this is a rule."""
_STEPS = (0.25, 0.5, 0.75, 1.0)
"""Where along a curve it is looked at; a whole circle is drawn as four of them."""
_DEEPEST = 32
"""Forms inside forms that are followed; the budget ends those that branch."""

Point = tuple[float, float]
Rectangle = tuple[float, float, float, float]
PlainRule = Rectangle
PlainArea = tuple[float, float, float, float, int | None, bool]
PlainPicture = tuple[float, float, float, float, float, int]
"""The box, the share of the page, and the index."""


class Drawing:
    """Reads what is drawn on one page; the lists fill in drawing order.

    Args:
        lib: PDFium.
        page: Address of the page.
        frame: From user space to the shown page.
        size: Width and height of the shown page in points.
        most: Path segments and objects that are looked at; what comes after is left out.
    """

    def __init__(
        self, lib: Pdfium, page: int, frame: Matrix, size: tuple[float, float], most: int
    ) -> None:
        self.lib = lib
        self.page_box: Rectangle = (0.0, 0.0, *size)
        self.budget = most
        self.rules: list[PlainRule] = []
        self.areas: list[PlainArea] = []
        self.pictures: list[PlainPicture] = []
        self._floats = (c_float * 6)()
        self._at = addressof(self._floats)
        self._ints = (c_int * 2)()
        self._at_ints = addressof(self._ints)
        self._colour = (c_uint * 4)()
        start = addressof(self._colour)
        self._at_colour = (start, start + 4, start + 8, start + 12)
        self._images = 0
        objects = self._objects(page, lib.PageCountObjects(page), lib.PageGetObject)
        self._walk(objects, frame, self.page_box, 0)

    def _objects(
        self, container: int, count: int, get: Callable[[int, int], int]
    ) -> list[tuple[int, int]]:
        """The objects of the page or of a form with their kinds, but for those of text."""
        count = max(min(count, self.budget), 0)
        self.budget -= count
        # `map` over the native functions: a page may have thousands of text objects to pass over
        objects = list(map(get, repeat(container), range(count)))
        kinds = map(self.lib.PageObjGetType, objects)
        return [(obj, kind) for obj, kind in zip(objects, kinds, strict=True) if kind != _TEXT]

    def _walk(
        self, objects: list[tuple[int, int]], to_page: Matrix, clip: Rectangle, depth: int
    ) -> None:
        """Read objects, and those of the forms among them."""
        lib = self.lib
        for obj, kind in objects:
            if kind == _PATH:
                self._path(obj, to_page, clip)
            elif kind == _IMAGE:
                self._image(obj, to_page, clip)
            elif kind == _FORM and depth < _DEEPEST:
                inner = times(self._matrix(obj), to_page)
                inside = _within(self._clip(obj, to_page), clip)
                if inside:
                    count = lib.FormObjCountObjects(obj)
                    parts = self._objects(obj, count, lib.FormObjGetObject)
                    self._walk(parts, inner, inside, depth + 1)

    def _matrix(self, obj: int) -> Matrix:
        """The transform of an object."""
        if not self.lib.PageObjGetMatrix(obj, self._at):
            return Matrix(1, 0, 0, 1, 0, 0)
        return Matrix(*self._floats)

    def _image(self, obj: int, to_page: Matrix, clip: Rectangle) -> None:
        """A picture; its index counts all pictures of the page, also those that are not shown."""
        index = self._images
        self._images += 1
        box = transform_box(times(self._matrix(obj), to_page), (0, 0, 1, 1))
        shown = _within(box, _within(self._clip(obj, to_page), clip))
        if shown and shown[2] > shown[0] and shown[3] > shown[1]:
            _, _, width, height = self.page_box
            share = (shown[2] - shown[0]) * (shown[3] - shown[1]) / (width * height or 1)
            self.pictures.append((*shown, share, index))

    def _clip(self, obj: int, to_page: Matrix) -> Rectangle:
        """The bounds of what the clip paths of an object let through."""
        lib, inside = self.lib, self.page_box
        path = lib.PageObjGetClipPath(obj)
        count = lib.ClipPathCountPaths(path) if path else 0
        for number in range(max(count, 0)):
            segments = lib.ClipPathCountPathSegments(path, number)
            if segments <= 0 or not self._pay(segments):
                continue
            points = [
                self._point(lib.ClipPathGetPathSegment(path, number, i), to_page)
                for i in range(segments)
            ]
            narrower = _within(_bounds(points), inside)
            if narrower is None:
                return (0.0, 0.0, 0.0, 0.0)
            inside = narrower
        return inside

    def _path(self, obj: int, to_page: Matrix, clip: Rectangle) -> None:
        """Each part of a path becomes a rule or an area."""
        lib = self.lib
        at = self._at_ints
        if not lib.PathGetDrawMode(obj, at, at + 4) or not any(self._ints):
            return
        filled, stroked = self._ints
        fill: int | None = None
        if filled:
            lib.PageObjGetFillColor(obj, *self._at_colour)
            red, green, blue, alpha = self._colour
            if alpha:
                fill = red << 16 | green << 8 | blue
            elif not stroked:
                return
        segments = lib.PathCountSegments(obj)
        if segments <= 0 or not self._pay(segments):
            return
        inside = _within(self._clip(obj, to_page), clip)
        if inside is None:
            return
        matrix = times(self._matrix(obj), to_page)
        for points, curved in self._parts(obj, segments, matrix):
            self._part(points, curved, fill, inside)

    def _part(
        self, points: list[tuple[float, float]], curved: bool, fill: int | None, clip: Rectangle
    ) -> None:
        box = _within(_bounds(points), clip)
        if box is None:
            return
        width, height = box[2] - box[0], box[3] - box[1]
        if min(width, height) < _THIN:
            if max(width, height) >= _THIN:
                self.rules.append(box)
        elif len(points) > 2:  # two points: a slanted line
            self.areas.append((*box, fill, curved))

    def _parts(
        self, obj: int, segments: int, matrix: Matrix
    ) -> Iterator[tuple[list[tuple[float, float]], bool]]:
        """The connected parts of a path, on the shown page, and whether they are curved."""
        lib = self.lib
        points: list[tuple[float, float]] = []
        curved, handles = False, 0
        for i in range(segments):
            segment = lib.PathGetPathSegment(obj, i)
            kind = lib.PathSegmentGetType(segment)
            if kind == _MOVE and points:
                yield points, curved
                points, curved, handles = [], False, 0
            points.append(self._point(segment, matrix))
            if kind == _CURVE:
                curved = True
                handles += 1
                if handles == 3 and len(points) > 3:  # the curve itself, not its handles
                    points[-3:] = _on_curve(*points[-4:])
                handles %= 3
        if points:
            yield points, curved

    def _point(self, segment: int, matrix: Matrix) -> tuple[float, float]:
        at = self._at
        self.lib.PathSegmentGetPoint(segment, at, at + 4)
        x, y = self._floats[0:2]
        a, b, c, d, e, f = matrix
        return a * x + c * y + e, b * x + d * y + f

    def _pay(self, amount: int) -> bool:
        """Whether so many more segments may be looked at."""
        self.budget -= amount
        return self.budget > 0


def _bounds(points: list[tuple[float, float]]) -> Rectangle:
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _on_curve(start: Point, one: Point, other: Point, end: Point) -> list[Point]:
    """Points along a curve, its end the last: its handles may lie far outside what is drawn."""
    along = []
    for t in _STEPS:
        s = 1 - t
        shares = (s**3, 3 * s * s * t, 3 * s * t * t, t**3)
        knots = (start, one, other, end)
        x = sum(share * knot[0] for share, knot in zip(shares, knots, strict=True))
        y = sum(share * knot[1] for share, knot in zip(shares, knots, strict=True))
        along.append((x, y))
    return along


def _within(box: Rectangle | None, clip: Rectangle | None) -> Rectangle | None:
    """The part of a box inside another; None when they do not meet."""
    if box is None or clip is None:
        return None
    x0, top = max(box[0], clip[0]), max(box[1], clip[1])
    x1, bottom = min(box[2], clip[2]), min(box[3], clip[3])
    return (x0, top, x1, bottom) if x0 <= x1 and top <= bottom else None

"""From the user space of a PDF page to the page as it is shown."""

from typing import NamedTuple

__all__ = ["IDENTITY", "Matrix", "frame", "times", "transform_box"]


class Matrix(NamedTuple):
    """An affine transform as PDF writes it: x' = a·x + c·y + e, y' = b·x + d·y + f."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float


IDENTITY = Matrix(1, 0, 0, 1, 0, 0)


def frame(box: tuple[float, float, float, float], rotation: int) -> tuple[Matrix, float, float]:
    """The transform to points from the top left of the shown page, and its width and height.

    Args:
        box: Left, bottom, right, top of the shown part in user space.
        rotation: Quarter turns clockwise, 0-3.
    """
    x0, y0, x1, y1 = box
    width, height = x1 - x0, y1 - y0
    if rotation == 1:
        return Matrix(0, 1, 1, 0, -y0, -x0), height, width
    if rotation == 2:
        return Matrix(-1, 0, 0, 1, x1, -y0), width, height
    if rotation == 3:
        return Matrix(0, -1, -1, 0, y1, x1), height, width
    return Matrix(1, 0, 0, -1, -x0, y1), width, height


def times(first: Matrix, then: Matrix) -> Matrix:
    """The transform that does `first` and after it `then`."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return Matrix(
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def transform_box(
    matrix: Matrix, box: tuple[float, float, float, float]
) -> tuple[float, float, float, float]:
    """The bounds of a transformed box: least x, least y, most x, most y."""
    a, b, c, d, e, f = matrix
    x0, y0, x1, y1 = box
    xs = (a * x0 + c * y0, a * x0 + c * y1, a * x1 + c * y0, a * x1 + c * y1)
    ys = (b * x0 + d * y0, b * x0 + d * y1, b * x1 + d * y0, b * x1 + d * y1)
    return min(xs) + e, min(ys) + f, max(xs) + e, max(ys) + f

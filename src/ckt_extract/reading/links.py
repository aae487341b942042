"""The link annotations of a page."""

from ctypes import addressof, c_float, c_int, c_void_p, create_string_buffer

from ckt_extract.reading.geometry import Matrix, transform_box
from ckt_extract.reading.native import Pdfium

__all__ = ["PlainLink", "read_links"]

PlainLink = tuple[str, float, float, float, float]
"""The URI and the box."""

_URI = 3  # PDFACTION_URI


def read_links(lib: Pdfium, document: int, page: int, frame: Matrix) -> list[PlainLink]:
    """Links to a URI, one for each annotation or, where it has them, each of its quads."""
    links: list[PlainLink] = []
    position, link = c_int(0), c_void_p()
    at, target = addressof(position), addressof(link)
    while lib.LinkEnumerate(page, at, target):
        action = lib.LinkGetAction(link.value)
        if not action or lib.ActionGetType(action) != _URI:
            continue
        length = lib.ActionGetURIPath(document, action, None, 0)
        buffer = create_string_buffer(length)
        lib.ActionGetURIPath(document, action, buffer, length)
        uri = buffer.value.decode("utf-8", "replace")
        links += [(uri, *box) for box in _boxes(lib, link.value or 0, frame)]
    return links


def _boxes(lib: Pdfium, link: int, frame: Matrix) -> list[tuple[float, float, float, float]]:
    """Where a link lies."""
    numbers = (c_float * 8)()
    quads = lib.LinkCountQuadPoints(link)
    boxes: list[tuple[float, float, float, float]] = []
    for i in range(quads):
        if lib.LinkGetQuadPoints(link, i, addressof(numbers)):
            xs, ys = numbers[0::2], numbers[1::2]
            boxes.append(transform_box(frame, (min(xs), min(ys), max(xs), max(ys))))
    if not boxes and lib.LinkGetAnnotRect(link, addressof(numbers)):
        left, top, right, bottom = numbers[:4]
        boxes.append(transform_box(frame, (left, bottom, right, top)))
    return boxes

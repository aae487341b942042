"""Highlight annotations in a PDF, on places given in points from the top left of a page.

This module imports pikepdf; it is imported where a document is annotated, and not before.
"""

from collections.abc import Iterable
from io import BytesIO
from typing import NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, String

from ckt_extract.errors import EncryptedError, UnreadableError
from ckt_extract.export.marks import Mark
from ckt_extract.models.place import Box
from ckt_extract.untrusted import harmless

__all__ = ["Shown", "highlighted"]

_AUTHOR = "ckt_extract"
_PRINTED = 4
"""Flag of annotations that are printed with the page."""


def highlighted(
    data: bytes, marks: Iterable[Mark], *, password: str, name: str
) -> tuple[bytes, int]:
    """The document with highlights, and how many were made.

    Raises:
        EncryptedError: The password is missing or wrong.
        UnreadableError: The document is damaged beyond repair.
    """
    try:
        with pikepdf.open(BytesIO(data), password=password) as pdf:
            made = _mark_pages(pdf, marks)
            written = BytesIO()
            locked = pdf.is_encrypted  # the identity of an encrypted file cannot be reproduced
            pdf.save(written, encryption=locked, deterministic_id=not locked)
    except pikepdf.PasswordError as error:
        raise EncryptedError(
            "the password is missing or wrong", todo="Pass password=….", document=name
        ) from error
    except Exception as error:  # pikepdf and qpdf raise all kinds over a damaged object
        raise UnreadableError(
            "the document is too damaged to be annotated",
            todo="Open and save it in a PDF editor first.",
            document=name,
        ) from error
    return written.getvalue(), made


def _mark_pages(pdf: Pdf, marks: Iterable[Mark]) -> int:
    by_page: dict[int, list[Mark]] = {}
    for mark in marks:
        by_page.setdefault(mark.place.page, []).append(mark)
    made = 0
    for number, of_page in sorted(by_page.items()):
        if number > len(pdf.pages):
            continue  # pages that only another reader found in a damaged file
        page = pdf.pages[number - 1]
        shown = Shown.of(page)
        present = page.obj.get("/Annots")
        notes: list[Object] = list(present.as_list()) if isinstance(present, Array) else []
        for mark in of_page:
            made += 1
            notes.append(pdf.make_indirect(_highlight(pdf, mark, shown, f"ckt-{made}")))
        page.obj.Annots = pdf.make_indirect(Array(notes))
    return made


def _highlight(pdf: Pdf, mark: Mark, shown: "Shown", identity: str) -> Dictionary:
    """A highlight with an appearance of its own, since not every viewer makes one."""
    quads = [shown.corners(box) for box in mark.place.boxes]
    xs = [x for quad in quads for x in quad[0::2]]
    ys = [y for quad in quads for y in quad[1::2]]
    extent = (min(xs), min(ys), max(xs), max(ys))
    return Dictionary(
        Type=Name.Annot,
        Subtype=Name.Highlight,
        Rect=Array(extent),
        QuadPoints=Array([value for quad in quads for value in quad]),
        C=Array(mark.colour),
        F=_PRINTED,
        T=String(_AUTHOR),
        NM=String(identity),
        Contents=String(harmless(mark.text)),
        AP=Dictionary(N=_appearance(pdf, mark, quads, extent)),
    )


def _appearance(
    pdf: Pdf, mark: Mark, quads: list[tuple[float, ...]], extent: tuple[float, ...]
) -> Object:
    """Rectangles that colour the paper and leave the words as they are (blend mode Multiply)."""
    drawn = ["/Mark gs", " ".join(f"{part:.2f}" for part in mark.colour) + " rg"]
    for quad in quads:
        xs, ys = quad[0::2], quad[1::2]
        x, y = min(xs), min(ys)
        drawn.append(f"{x:.2f} {y:.2f} {max(xs) - x:.2f} {max(ys) - y:.2f} re f")
    form = pdf.make_stream("\n".join(drawn).encode("ascii"))
    form.Type, form.Subtype = Name.XObject, Name.Form
    form.BBox = Array(extent)
    multiply = Dictionary(Type=Name.ExtGState, BM=Name.Multiply)
    form.Resources = Dictionary(ExtGState=Dictionary(Mark=multiply))
    return form


class Shown(NamedTuple):
    """The part of a page that is shown: its box in user space, and its quarter turns."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    @classmethod
    def of(cls, page: Page) -> "Shown":
        """The crop box within the media box, and the rotation, as viewers take them."""
        media, crop = _box(page.mediabox), _box(page.cropbox)
        left, bottom = max(media[0], crop[0]), max(media[1], crop[1])
        right, top = min(media[2], crop[2]), min(media[3], crop[3])
        if left >= right or bottom >= top:
            left, bottom, right, top = media
        return cls(left, bottom, right, top, _turns(page))

    def corners(self, box: Box) -> tuple[float, ...]:
        """The corners of a box in user space: upper left, upper right, lower left, lower right.

        The box is in points from the top left of the shown page. *Upper* is meant as shown.
        """
        points = (
            (box.x0, box.top),
            (box.x1, box.top),
            (box.x0, box.bottom),
            (box.x1, box.bottom),
        )
        return tuple(round(value, 2) for point in points for value in self._user(*point))

    def _user(self, x: float, y: float) -> tuple[float, float]:
        match self.turns:
            case 1:
                return self.left + y, self.bottom + x
            case 2:
                return self.right - x, self.bottom + y
            case 3:
                return self.right - y, self.top - x
            case _:
                return self.left + x, self.top - y


def _box(array: Object) -> tuple[float, float, float, float]:
    """A rectangle as left, bottom, right, top, whichever corners it is written with."""
    x0, y0, x1, y1 = (float(value) for value in array.as_list())
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _turns(page: Page) -> int:
    """Quarter turns clockwise; the rotation may stand on a node above the page."""
    node: Object = page.obj
    for _ in range(100):  # a page tree that runs in a circle ends here
        if "/Rotate" in node:
            return int(node.Rotate) // 90 % 4
        if "/Parent" not in node:
            break
        node = node.Parent
    return 0

"""A document that PDFium has open, in the process that reads."""

from ctypes import addressof, c_float, create_string_buffer

from ckt_extract.errors import (
    EmptyDocumentError,
    EncryptedError,
    UnreadableError,
    UnsupportedError,
)
from ckt_extract.reading.native import Pdfium, pdfium

__all__ = ["PdfiumDocument"]

_WRONG_PASSWORD, _UNKNOWN_SECURITY = 4, 5
_DEEPEST, _MOST_BOOKMARKS = 16, 10_000
_LONGEST_META = 4_000  # bytes: nobody reads a title of 2,000 characters


class PdfiumDocument:
    """An open document; PDFium reads from `data` as long as it is open.

    Args:
        data: The bytes of the file.
        password: User or owner password.

    Raises:
        EncryptedError: The password is missing or wrong.
        UnsupportedError: It is encrypted in a way that PDFium does not know.
        EmptyDocumentError: It has no page.
        UnreadableError: PDFium cannot open it.
    """

    def __init__(self, data: bytes, password: str | None = None) -> None:
        self.lib: Pdfium = pdfium()
        self.data = data
        self.password = password
        self.address = 0
        self.reopen()
        self.pages: int = self.lib.GetPageCount(self.address)
        if self.pages < 1:
            self.close()
            raise EmptyDocumentError("the PDF has no page")

    def reopen(self) -> None:
        """Close it and open it again: PDFium keeps what it has parsed of every page."""
        self.close()
        secret = None if self.password is None else self.password.encode()
        self.address = self.lib.LoadMemDocument64(self.data, len(self.data), secret) or 0
        if not self.address:
            raise _load_error(self.lib.GetLastError(), self.password)

    def close(self) -> None:
        """Give the memory back."""
        if self.address:
            self.lib.CloseDocument(self.address)
            self.address = 0

    def encrypted(self) -> bool:
        """Whether it is encrypted, be it with an empty user password."""
        return bool(self.lib.GetSecurityHandlerRevision(self.address) >= 0)

    def sound(self) -> bool:
        """Whether its cross-reference table is as it should be."""
        return bool(self.lib.DocumentHasValidCrossReferenceTable(self.address))

    def has_last_page(self) -> bool:
        """Whether the last of the pages that the page tree counts is there."""
        size = (c_float * 2)()
        last = self.pages - 1
        return bool(self.lib.GetPageSizeByIndexF(self.address, last, addressof(size)))

    def meta(self, key: str) -> str | None:
        """An entry of the information dictionary, such as Producer; None when empty."""
        lib, name = self.lib, key.encode()
        length = lib.GetMetaText(self.address, name, None, 0)
        buffer = create_string_buffer(max(length, 2))
        lib.GetMetaText(self.address, name, buffer, length)
        return _text(buffer.raw[: min(length, _LONGEST_META)]) or None

    def attachments(self) -> int:
        """Number of embedded files; they are not read."""
        return max(int(self.lib.DocGetAttachmentCount(self.address)), 0)

    def scripts(self) -> bool:
        """Whether it carries JavaScript; it is not run."""
        return self.lib.DocGetJavaScriptActionCount(self.address) > 0 or b"/JavaScript" in self.data

    def outline(self) -> list[tuple[int, str, int | None]]:
        """The bookmarks in order: level from 1, title, 1-based page or None."""
        lib = self.lib
        found: list[tuple[int, str, int | None]] = []
        seen: set[int] = set()
        first = lib.BookmarkGetFirstChild(self.address, None)
        stack: list[tuple[int, int]] = [(first, 1)]
        while stack and len(found) < _MOST_BOOKMARKS:
            bookmark, level = stack.pop()
            if not bookmark or bookmark in seen:  # a circle of bookmarks
                continue
            seen.add(bookmark)
            length = lib.BookmarkGetTitle(bookmark, None, 0)
            buffer = create_string_buffer(max(length, 2))
            lib.BookmarkGetTitle(bookmark, buffer, length)
            found.append((level, _text(buffer.raw[:length]), self._page_of(bookmark)))
            stack.append((lib.BookmarkGetNextSibling(self.address, bookmark), level))
            if level < _DEEPEST:
                stack.append((lib.BookmarkGetFirstChild(self.address, bookmark), level + 1))
        return found

    def _page_of(self, bookmark: int) -> int | None:
        """The page that a bookmark leads to."""
        lib = self.lib
        goal = lib.BookmarkGetDest(self.address, bookmark)
        if not goal:
            action = lib.BookmarkGetAction(bookmark)
            goal = lib.ActionGetDest(self.address, action) if action else None
        index = int(lib.DestGetDestPageIndex(self.address, goal)) if goal else -1
        return index + 1 if 0 <= index < self.pages else None


def _text(raw: bytes) -> str:
    """Text that PDFium gives in UTF-16 with a null at the end."""
    text = raw.decode("utf-16-le", "replace").partition("\x00")[0]
    return " ".join(text.split())


def _load_error(code: int, password: str | None) -> Exception:
    """What PDFium's error code means to the caller."""
    if code == _WRONG_PASSWORD:
        if password is None:
            return EncryptedError(
                "the PDF is encrypted and needs a password", todo="Give it as password=."
            )
        return EncryptedError("the password is wrong", todo="Give another one as password=.")
    if code == _UNKNOWN_SECURITY:
        return UnsupportedError(
            "the PDF is encrypted in a way that is not known here",
            todo="Save it without encryption from the program that opens it.",
        )
    return UnreadableError("the PDF is damaged beyond repair", todo="Get another copy of it.")

"""Opening a document, by way of pikepdf where PDFium alone cannot be trusted with it."""

import io
import re

from ckt_extract.errors import EmptyDocumentError, EncryptedError, UnreadableError
from ckt_extract.reading.document import PdfiumDocument

__all__ = ["open_or_repair"]

_TAIL = 2048
_PAGE_OBJECT = re.compile(rb"/Type\s*/Page\b")
_STANDARD_HANDLER = re.compile(rb"/Filter\s*/Standard\b")
"""What a dictionary holds that says how a file is encrypted."""


def open_or_repair(data: bytes, password: str | None) -> tuple[PdfiumDocument, str | None]:
    """Open a PDF; repair it first when PDFium fails or shows too few or too many pages.

    Importing pikepdf takes longer than reading a page. So a second opinion on the number of
    pages is only asked of it where something points to damage.

    Args:
        data: The bytes of the file.
        password: User or owner password.

    Returns:
        The open document, and why it was repaired, or what is wrong with it where PDFium passes
        over that (None for a sound file).

    Raises:
        EncryptedError: The password is missing or wrong.
        UnsupportedError: It is encrypted in a way that PDFium does not know.
        EmptyDocumentError: It has no page.
        UnreadableError: It is damaged beyond repair.
    """
    try:
        document = PdfiumDocument(data, password)
    except UnreadableError as error:
        mended = _mended(data, password)
        if mended is None:
            raise
        try:
            return PdfiumDocument(mended[0]), "PDFium failed; the file was rebuilt"
        except UnreadableError:
            raise error from None
    sign = _sign_of_damage(document)
    if sign is None and not _may_have_more(document):
        return document, None
    mended = _mended(data, password)
    # Fewer pages than PDFium shows are none to rely on: pikepdf drops repeated ones
    if mended is None or (mended[1] <= document.pages and document.has_last_page()):
        return document, sign
    try:
        rebuilt = PdfiumDocument(mended[0])
    except UnreadableError:
        return document, sign
    counted = document.pages
    document.close()
    sign = sign or "the page tree counts too few pages"
    return rebuilt, f"{sign}: {counted} pages became {rebuilt.pages}"


def _sign_of_damage(document: PdfiumDocument) -> str | None:
    """What casts doubt on the page count that PDFium gives."""
    if not document.has_last_page():
        return "the page tree counts pages that are not there"
    if not document.sound():
        return "the cross-reference table is broken"
    if b"%%EOF" not in document.data[-_TAIL:]:
        return "the end of the file is missing"
    return None


def _may_have_more(document: PdfiumDocument) -> bool:
    """Whether there are more page objects than pages; old versions of a page count, too."""
    return len(_PAGE_OBJECT.findall(document.data)) > document.pages


def _mended(data: bytes, password: str | None) -> tuple[bytes, int] | None:
    """The file written anew without encryption, and its number of pages; None if that fails.

    Raises:
        EncryptedError: The password is missing or wrong.
        EmptyDocumentError: It has no page.
    """
    import pikepdf  # noqa: PLC0415 - takes longer than reading a good file

    try:
        with pikepdf.open(io.BytesIO(data), password=password or "") as pdf:
            if _STANDARD_HANDLER.search(data) and not pdf.is_encrypted:
                return None  # the trailer that says how is lost: its streams stay secret
            count = len(pdf.pages)
            rebuilt = io.BytesIO()
            if count:
                pdf.save(rebuilt, encryption=False)
    except pikepdf.PasswordError:
        raise EncryptedError(
            "the PDF is encrypted and damaged, and the password does not fit",
            todo="Give the password as password=.",
        ) from None
    except Exception:  # whatever pikepdf raises, the file stays as it is
        return None
    if not count and b"%%EOF" in data[-_TAIL:]:
        raise EmptyDocumentError("the PDF has no page")
    return (rebuilt.getvalue(), count) if count else None

"""The functions of PDFium that are called, bound to plain integers and addresses.

pypdfium2 ships PDFium and binds all its 500 functions with typed pointers. This module loads
the same library but binds only what is used, with pointers as integers: importing it takes a
tenth of the time, and a call (some ten thousand a document) about half.

PDFium must be called from one thread at a time.
"""

import ctypes
import importlib.util
import os
import sys
from collections.abc import Callable
from ctypes import c_double, c_float, c_int, c_uint, c_void_p
from typing import TYPE_CHECKING, Any

__all__ = ["Pdfium", "pdfium"]

_INT = c_int
_PTR = c_void_p
_SIZE = ctypes.c_size_t
_LONG = ctypes.c_ulong

_SIGNATURES: dict[str, tuple[Any, ...]] = {
    # result, then arguments
    "FPDF_InitLibrary": (None,),
    "FPDF_GetLastError": (_LONG,),
    "FPDF_LoadMemDocument64": (_PTR, ctypes.c_char_p, _SIZE, ctypes.c_char_p),
    "FPDF_CloseDocument": (None, _PTR),
    "FPDF_GetPageCount": (_INT, _PTR),
    "FPDF_GetSecurityHandlerRevision": (_INT, _PTR),
    "FPDF_DocumentHasValidCrossReferenceTable": (_INT, _PTR),
    "FPDF_GetMetaText": (_LONG, _PTR, ctypes.c_char_p, _PTR, _LONG),
    "FPDFDoc_GetAttachmentCount": (_INT, _PTR),
    "FPDFDoc_GetJavaScriptActionCount": (_INT, _PTR),
    "FPDFBookmark_GetFirstChild": (_PTR, _PTR, _PTR),
    "FPDFBookmark_GetNextSibling": (_PTR, _PTR, _PTR),
    "FPDFBookmark_GetTitle": (_LONG, _PTR, _PTR, _LONG),
    "FPDFBookmark_GetDest": (_PTR, _PTR, _PTR),
    "FPDFBookmark_GetAction": (_PTR, _PTR),
    "FPDFDest_GetDestPageIndex": (_INT, _PTR, _PTR),
    "FPDFAction_GetDest": (_PTR, _PTR, _PTR),
    "FPDFAction_GetType": (_LONG, _PTR),
    "FPDFAction_GetURIPath": (_LONG, _PTR, _PTR, _PTR, _LONG),
    "FPDFLink_Enumerate": (_INT, _PTR, _PTR, _PTR),
    "FPDFLink_GetAction": (_PTR, _PTR),
    "FPDFLink_GetAnnotRect": (_INT, _PTR, _PTR),
    "FPDFLink_CountQuadPoints": (_INT, _PTR),
    "FPDFLink_GetQuadPoints": (_INT, _PTR, _INT, _PTR),
    "FPDF_LoadPage": (_PTR, _PTR, _INT),
    "FPDF_ClosePage": (None, _PTR),
    "FPDF_GetPageSizeByIndexF": (_INT, _PTR, _INT, _PTR),
    "FPDF_GetPageWidthF": (c_float, _PTR),
    "FPDF_GetPageHeightF": (c_float, _PTR),
    "FPDF_GetPageBoundingBox": (_INT, _PTR, _PTR),
    "FPDFPage_GetRotation": (_INT, _PTR),
    "FPDFPage_CountObjects": (_INT, _PTR),
    "FPDFPage_GetObject": (_PTR, _PTR, _INT),
    "FPDFPageObj_GetType": (_INT, _PTR),
    "FPDFPageObj_SetIsActive": (_INT, _PTR, _INT),
    "FPDFPageObj_GetMatrix": (_INT, _PTR, _PTR),
    "FPDFPageObj_GetBounds": (_INT, _PTR, _PTR, _PTR, _PTR, _PTR),
    "FPDFPageObj_GetFillColor": (_INT, _PTR, _PTR, _PTR, _PTR, _PTR),
    "FPDFPageObj_GetStrokeWidth": (_INT, _PTR, _PTR),
    "FPDFPageObj_GetClipPath": (_PTR, _PTR),
    "FPDFClipPath_CountPaths": (_INT, _PTR),
    "FPDFClipPath_CountPathSegments": (_INT, _PTR, _INT),
    "FPDFClipPath_GetPathSegment": (_PTR, _PTR, _INT, _INT),
    "FPDFFormObj_CountObjects": (_INT, _PTR),
    "FPDFFormObj_GetObject": (_PTR, _PTR, _LONG),
    "FPDFPath_GetDrawMode": (_INT, _PTR, _PTR, _PTR),
    "FPDFPath_CountSegments": (_INT, _PTR),
    "FPDFPath_GetPathSegment": (_PTR, _PTR, _INT),
    "FPDFPathSegment_GetPoint": (_INT, _PTR, _PTR, _PTR),
    "FPDFPathSegment_GetType": (_INT, _PTR),
    "FPDFPathSegment_GetClose": (_INT, _PTR),
    "FPDFTextObj_GetFont": (_PTR, _PTR),
    "FPDFTextObj_GetTextRenderMode": (_INT, _PTR),
    "FPDFFont_GetBaseFontName": (_SIZE, _PTR, _PTR, _SIZE),
    "FPDFFont_GetWeight": (_INT, _PTR),
    "FPDFFont_GetItalicAngle": (_INT, _PTR, _PTR),
    "FPDFFont_GetFlags": (_INT, _PTR),
    "FPDFText_LoadPage": (_PTR, _PTR),
    "FPDFText_ClosePage": (None, _PTR),
    "FPDFText_CountChars": (_INT, _PTR),
    "FPDFText_GetText": (_INT, _PTR, _INT, _INT, _PTR),
    "FPDFText_GetUnicode": (c_uint, _PTR, _INT),
    "FPDFText_GetTextObject": (_PTR, _PTR, _INT),
    "FPDFText_GetFontSize": (c_double, _PTR, _INT),
    "FPDFText_GetMatrix": (_INT, _PTR, _INT, _PTR),
    "FPDFText_GetCharBox": (_INT, _PTR, _INT, _PTR, _PTR, _PTR, _PTR),
    "FPDFText_GetLooseCharBox": (_INT, _PTR, _INT, _PTR),
    "FPDFText_GetCharOrigin": (_INT, _PTR, _INT, _PTR, _PTR),
    "FPDFText_GetFillColor": (_INT, _PTR, _INT, _PTR, _PTR, _PTR, _PTR),
    "FPDFText_IsGenerated": (_INT, _PTR, _INT),
    "FPDFText_HasUnicodeMapError": (_INT, _PTR, _INT),
    "FPDFBitmap_CreateEx": (_PTR, _INT, _INT, _INT, _PTR, _INT),
    "FPDFBitmap_FillRect": (_INT, _PTR, _INT, _INT, _INT, _INT, _LONG),
    "FPDFBitmap_Destroy": (None, _PTR),
    "FPDF_RenderPageBitmapWithMatrix": (None, _PTR, _PTR, _PTR, _PTR, _INT),
}


_HEAVY = (
    "FPDF_LoadMemDocument64",
    "FPDF_LoadPage",
    "FPDFText_LoadPage",
    "FPDF_RenderPageBitmapWithMatrix",
)
"""Calls that may take long: other threads run meanwhile. The rest takes less than a microsecond."""


class Pdfium:
    """PDFium, initialised, with its functions as attributes, named without `FPDF` and `_`."""

    def __init__(self) -> None:
        path = _library_path()
        heavy, quick = ctypes.CDLL(path), ctypes.PyDLL(path)
        for name, (result, *arguments) in _SIGNATURES.items():
            bound: Callable[..., Any]
            if name in _HEAVY:
                bound = ctypes.CFUNCTYPE(result, *arguments)((name, heavy))
            else:
                bound = ctypes.PYFUNCTYPE(result, *arguments)((name, quick))
            setattr(self, name.removeprefix("FPDF").replace("_", ""), bound)
        self.InitLibrary()

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Callable[..., Any]: ...


def _library_path() -> str:
    """Where pypdfium2 keeps PDFium; found without importing pypdfium2."""
    spec = importlib.util.find_spec("pypdfium2_raw")
    if spec is None or not spec.submodule_search_locations:
        raise ImportError("pypdfium2 is not installed")
    prefix, suffix = {"win32": ("", "dll"), "darwin": ("lib", "dylib")}.get(
        sys.platform, ("lib", "so")
    )
    # os.path, since importing pathlib takes as long as loading the library
    return os.path.join(spec.submodule_search_locations[0], f"{prefix}pdfium.{suffix}")


_instance: list[Pdfium] = []


def pdfium() -> Pdfium:
    """The library, loaded at the first call."""
    if not _instance:
        _instance.append(Pdfium())
    return _instance[0]

"""The exceptions that lower libraries can raise, found by importing them and looking."""

import importlib
import inspect
import pkgutil
import sys
import warnings
from collections.abc import Iterator
from importlib.util import find_spec

import pydantic_core

__all__ = ["EXTRAS", "LIBRARIES", "exception_of", "library_exceptions"]

LIBRARIES = (
    "babel", "camelot", "msgspec", "numpy", "pandas", "pdfminer", "pdfplumber", "pikepdf", "PIL",
    "playa", "pydantic", "pydantic_core", "pypdfium2", "text_to_num", "tomli", "struct", "zlib",
)  # fmt: skip
"""Every library that has a hand in reading a document."""
EXTRAS = ("cv2", "onnxruntime", "rapidocr")
"""Those that read pictures, where they are installed."""
_WALKED = ("camelot", "pdfminer", "pikepdf", "pypdfium2")
"""Those with exceptions in modules that are not loaded with the package."""
_TRIES: tuple[tuple[object, ...], ...] = (
    (),
    ("broken",),
    (b"broken",),
    (1,),
    ("utf-8", b"x", 0, 1, "broken"),
    ("broken", [], 1),
)
"""Arguments that one constructor or other takes."""


def library_exceptions() -> list[type[Exception]]:
    """Every exception class of the libraries, and those of Python that they let through."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for library in (*LIBRARIES, *filter(find_spec, EXTRAS)):
            _load(library)
    homes = {"builtins", *LIBRARIES, *EXTRAS}
    found = {kind for kind in _below(Exception) if kind.__module__.split(".")[0] in homes}
    found = {kind for kind in found if not issubclass(kind, Warning) and _by_name(kind) is kind}
    return sorted(found, key=lambda kind: (kind.__module__, kind.__qualname__))


def exception_of(name: str) -> BaseException:
    """An instance of a class, which is named as `module:qualified name`."""
    module, _, path = name.partition(":")
    found: object = importlib.import_module(module)
    for part in path.split("."):
        found = getattr(found, part)
    assert inspect.isclass(found)
    assert issubclass(found, BaseException)
    return _instance(found)


def _instance(kind: type[BaseException]) -> BaseException:
    if kind is pydantic_core.ValidationError:
        return pydantic_core.ValidationError.from_exception_data("broken", [])
    for arguments in _TRIES:
        try:
            made = kind(*arguments)
            str(made)
            return made
        except Exception:  # noqa: S112 - the constructor wants other arguments
            continue
    # What takes all kinds of things: a class of the same name that takes nothing
    plain = {"__init__": lambda _: None, "__str__": lambda _: ""}
    bare: BaseException = type(kind.__name__, (kind,), plain)()
    return bare


def _below(kind: type[Exception]) -> Iterator[type[Exception]]:
    """A class and all that are derived from it."""
    yield kind
    for each in kind.__subclasses__():
        yield from _below(each)


def _by_name(kind: type[Exception]) -> object:
    """What is found under the name of a class: the class, unless it is hidden in a function."""
    found: object = sys.modules.get(kind.__module__)
    for part in kind.__qualname__.split("."):
        found = getattr(found, part, None)
    return found


def _load(library: str) -> None:
    """Import a package, and all its modules that can be imported here where it needs that."""
    package = importlib.import_module(library)
    if library not in _WALKED:
        return
    for info in pkgutil.walk_packages(package.__path__, f"{library}.", onerror=lambda _: None):
        if info.name.endswith("__main__"):
            continue
        try:
            importlib.import_module(info.name)
        except Exception:  # noqa: S112 - a plugin for something that is not installed
            continue

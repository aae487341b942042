"""The tree of errors: as drawn, each clear by itself, and whole on the other side of a pickle."""

import copy
import inspect
import pickle
import re

import pytest

from ckt_extract import errors
from ckt_extract.errors import CktExtractError

CLASSES = [getattr(errors, name) for name in errors.__all__]


def test_the_tree_is_as_drawn() -> None:
    """Each class stands in the docstring, below its parent and with the builtin it is, too."""
    drawn = re.findall(r"^([ │├└─]*)(\w+Error)(?: \((\w+)\))?", errors.__doc__ or "", re.MULTILINE)
    assert sorted(errors.__all__) == sorted(name for _, name, _ in drawn)
    above: list[tuple[int, str]] = []
    for indent, name, builtin in drawn:
        while above and above[-1][0] >= len(indent):
            above.pop()
        parents = [above[-1][1]] if above else ["Exception"]
        real = [base.__name__ for base in getattr(errors, name).__bases__]
        assert parents + ([builtin] if builtin else []) == real
        above.append((len(indent), name))


@pytest.mark.parametrize("kind", CLASSES)
def test_an_error_says_what_where_and_what_to_do(kind: type[CktExtractError]) -> None:
    """The message has the document, the page, what happened and what to do, in one line."""
    error = kind("it broke", todo="Mend it.", document="a.pdf", page=3)
    assert "a.pdf, page 3: it broke. Mend it." == str(error)
    assert "page 3: it broke" in str(kind("it broke", page=3))
    assert inspect.getdoc(kind)


@pytest.mark.parametrize("kind", CLASSES)
def test_an_error_survives_pickling_and_copying(kind: type[CktExtractError]) -> None:
    """Class, message and every attribute are the same afterwards, notes included."""
    error = kind("it broke", todo="Mend it.", document="a.pdf", page=3)
    error.add_note("seen twice")
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        sent = pickle.dumps(error, protocol)
        for again in (pickle.loads(sent), copy.deepcopy(error)):  # noqa: S301 - we wrote it
            assert type(again) is kind
            assert vars(error) == vars(again)
            assert (str(error), error.args) == (str(again), again.args)


def test_errors_about_documents_always_say_what_to_do() -> None:
    """Where nothing better is known, the class does."""
    about_documents = [
        errors.EmptyDocumentError, errors.EncryptedError, errors.LimitExceededError,
        errors.UnreadableError, errors.UnsupportedError,
    ]  # fmt: skip
    assert all(kind("it broke").todo for kind in about_documents)


def test_errors_are_caught_as_builtins_too() -> None:
    """Code that knows nothing of this library catches what it expects."""
    with pytest.raises(ValueError, match="it broke"):
        raise errors.EmptyDocumentError("it broke")
    with pytest.raises(PermissionError):
        raise errors.EncryptedError("it broke")
    with pytest.raises(LookupError):
        raise errors.FactNotFoundError("it broke")
    with pytest.raises(ImportError):
        raise errors.MissingExtraError("it broke")

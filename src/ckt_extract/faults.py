"""What nobody foresaw, as an error of ours."""

from collections.abc import Iterator
from contextlib import contextmanager

from ckt_extract.errors import CktExtractError

__all__ = ["faults_told"]


@contextmanager
def faults_told() -> Iterator[None]:
    """Whatever goes wrong in it that nobody foresaw becomes an error that asks to be reported.

    Raises:
        CktExtractError: Instead of any other exception.
    """
    try:
        yield
    except CktExtractError:
        raise
    except Exception as error:
        raise CktExtractError(
            f"unexpected {type(error).__name__}: {error}",
            todo="This is a fault of ckt_extract; please report it with the file.",
        ) from error

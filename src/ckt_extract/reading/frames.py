"""Messages between the two processes: a length and the plain values, marshalled.

`marshal` only carries plain values and runs nothing when it reads them, other than `pickle`;
both ends are the same interpreter, so its format is the same.
"""

import marshal
from struct import Struct
from typing import IO, Any

__all__ = ["SAID", "Closed", "receive", "send"]

SAID = "said"
"""The first value of a message that comes before the answer to a question."""

_LENGTH = Struct("<Q")


class Closed(Exception):  # noqa: N818 - an event, not an error
    """The other end of the pipe is gone."""


def send(pipe: IO[bytes], message: tuple[Any, ...], payload: bytes = b"") -> None:
    """Write a message, and bytes that follow it as they are.

    Raises:
        Closed: Nobody reads the pipe.
    """
    body = marshal.dumps((message, len(payload)))
    try:
        pipe.write(_LENGTH.pack(len(body)) + body)
        if payload:
            pipe.write(payload)
        pipe.flush()
    except (OSError, ValueError) as error:  # ValueError: the pipe was closed on this side
        raise Closed from error


def receive(pipe: IO[bytes]) -> tuple[tuple[Any, ...], bytes]:
    """Read a message and the bytes that follow it.

    Raises:
        Closed: Nobody writes to the pipe any more.
    """
    (length,) = _LENGTH.unpack(_exactly(pipe, _LENGTH.size))
    message, payload = marshal.loads(_exactly(pipe, length))  # noqa: S302 - see the top
    return message, _exactly(pipe, payload)


def _exactly(pipe: IO[bytes], count: int) -> bytes:
    """So many bytes."""
    try:
        data = pipe.read(count)
    except (OSError, ValueError) as error:
        raise Closed from error
    if len(data) < count:
        raise Closed
    return data

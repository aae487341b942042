"""The entry point of the command `ckt-extract`."""

import sys

from ckt_extract.errors import MissingExtraError

__all__ = ["main"]


def main() -> None:
    """Run the command; without the extra `[cli]` say how to install it."""
    try:
        from ckt_extract.commands import run  # noqa: PLC0415 - needs the extra [cli]
    except ModuleNotFoundError as error:
        missing = MissingExtraError(
            f"the command needs the package {error.name}",
            todo='Run: pip install "ckt-extract[cli]"',
        )
        print(f"ckt-extract: {missing}", file=sys.stderr)
        raise SystemExit(1) from None
    run(sys.argv[1:])

"""Options of the whole test suite."""

import os

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the flag that writes snapshots anew."""
    parser.addoption(
        "--update-snapshots", action="store_true", help="write the snapshots of reports anew"
    )


@pytest.fixture
def update_snapshots(request: pytest.FixtureRequest) -> bool:
    """Whether snapshots are to be written; never where changes are judged."""
    wanted = bool(request.config.getoption("--update-snapshots"))
    if wanted and os.environ.get("CI"):
        pytest.fail("--update-snapshots is left on")
    return wanted

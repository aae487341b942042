"""PDFs that other libraries test themselves with; downloaded, so only with `-m thirdparty`."""

import pytest

from tests.hostile.thirdparty import CACHE, LIBRARIES, LIMITS, download, fault_of, pdfs
from tests.hostile.watch import observe


@pytest.mark.thirdparty
@pytest.mark.parametrize("library", LIBRARIES)
def test_the_files_of_another_library(library: str) -> None:
    """Each gives a report or an error of ours, in time."""
    seen = ((name, observe(data, LIMITS)) for name, data in pdfs(download(library, CACHE)))
    assert [] == [(name, fault) for name, one in seen if (fault := fault_of(one))]

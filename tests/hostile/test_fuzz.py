"""A share of the mutations; `python -m tests.hostile.fuzz` reads as many as one likes."""

from collections.abc import Callable
from math import inf

import pytest

from tests.hostile.fuzz import fault_of, mutation, run
from tests.hostile.fuzz_words import page

_AT_LEAST, _SHARE, _SECONDS = 20, 300, 8.0
_MAKERS = pytest.mark.parametrize("make", [mutation, page], ids=["fixtures", "statements"])


@_MAKERS
def test_mutations_give_reports_or_errors_of_ours(make: Callable[[int], bytes]) -> None:
    """None raises anything else, hangs, or gives a report that cannot be kept."""
    seen = [*run(0, _AT_LEAST, inf, make), *run(_AT_LEAST, _SHARE - _AT_LEAST, _SECONDS, make)]
    assert [] == [(number, fault) for number, one in seen if (fault := fault_of(one))]
    assert any(one.report for _, one in seen)


@_MAKERS
def test_a_mutation_can_be_repeated(make: Callable[[int], bytes]) -> None:
    """The number of a mutation is all it takes to make it again."""
    assert [make(number) for number in range(20)] == [make(number) for number in range(20)]
    assert len({make(number) for number in range(20)}) == 20


@pytest.mark.slow
@_MAKERS
def test_many_mutations(make: Callable[[int], bytes]) -> None:
    """As many as fit into a quarter of an hour."""
    faults = [(n, fault) for n, one in run(0, 20_000, 900, make) if (fault := fault_of(one))]
    assert [] == faults

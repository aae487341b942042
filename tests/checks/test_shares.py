"""A share is its count out of the total; a part is no more than its whole."""

import pytest

from ckt_extract.models.quantity import AnyQuantity
from tests.checks.builders import fact, found, many, of, percent, points, ratio


@pytest.mark.parametrize(
    ("share", "count", "total"),
    [
        ("63", 36, 57),
        ("80", 44, 55),
        ("7", 4, 55),
        ("13", 7, 55),
        ("63.2", 36, 57),
        ("0", 0, 57),
        ("100", 57, 57),
    ],
)
def test_share_fits_count_and_total(share: str, count: int, total: int) -> None:
    """A share that is rounded from its count out of the total is no finding."""
    claim = fact(percent(share, count=count), population=of("companies", total))
    assert [] == found(claim, rule="share_of_total")


@pytest.mark.parametrize(
    ("share", "count", "total", "certainty"),
    [
        ("8", 8, 57, "certain"),
        ("63", 36, 75, "certain"),
        ("7", 7, 55, "certain"),
        ("12", 7, 55, "possible"),
        ("64", 36, 57, "possible"),
        ("65", 36, 57, "certain"),
        ("61", 36, 57, "certain"),
    ],
)
def test_share_does_not_fit(share: str, count: int, total: int, certainty: str) -> None:
    """Another share is a finding; one that is only rounded down is a possible one."""
    claim = fact(percent(share, count=count), population=of("companies", total))
    (finding,) = found(claim, rule="share_of_total")
    assert certainty == finding.certainty


def test_message_of_a_share() -> None:
    """The finding names share, count, total and what the share would be."""
    claim = fact(percent("8", count=8, page=4), year=2018, population=of("companies", 57))
    (finding,) = found(claim, rule="share_of_total")
    assert (
        "8% of companies (2018, page 4) does not fit 8 out of 57, which is 14%." == finding.message
    )


def test_approximate_share() -> None:
    """*Ruim 60 procent* fits 36 of 57, *ruim 70 procent* does not."""
    for value, expected in (("60", 0), ("70", 1)):
        share = percent(value, bound="more_than", count=36)
        claim = fact(share, population=of("companies", 57))
        assert expected == len(found(claim, rule="share_of_total"))


def test_approximate_count_and_total() -> None:
    """*Bijna 40 van de circa 60* is between 34 and 40 of between 57 and 63."""
    for value, expected in (("60", []), ("52", ["certain"]), ("75", ["certain"])):
        share = percent(value).model_copy(update={"count": many("40", bound="nearly")})
        total = of("companies").model_copy(update={"count": many("60", bound="about")})
        findings = found(fact(share, population=total), rule="share_of_total")
        assert expected == [each.certainty for each in findings]


def test_total_of_another_kind_is_no_total() -> None:
    """The size of the group that was examined is no total of brands."""
    group = of("brands", basis=of("companies", 57))
    claim = fact(percent("63", count=58), population=group)
    assert [] == found(claim, rule="share_of_total")
    assert [] == found(claim, rule="part_exceeds_whole")


def test_count_or_total_unknown() -> None:
    """Without a count or without a total there is nothing to compare."""
    facts = [
        fact(percent("63", count=3), population=of("companies")),
        fact(percent("63"), population=of("companies", 57)),
        fact(percent("63", count=0), population=of("companies", 0)),
    ]
    assert [] == found(*facts, rule="share_of_total")


def test_part_greater_than_its_whole() -> None:
    """Five of four is reversed, and 66 out of 57 is more than all."""
    assert [] == found(fact(ratio(4, 5)), fact(ratio(5, 5)), rule="part_exceeds_whole")
    (reversed_ratio,) = found(fact(ratio(5, 4)), rule="part_exceeds_whole")
    claim = fact(percent("63", count=66), population=of("companies", 57))
    (too_many,) = found(claim, rule="part_exceeds_whole")
    assert ("certain", "certain") == (reversed_ratio.certainty, too_many.certainty)
    assert "5 of 4 (page 1)" in reversed_ratio.message
    assert "66 out of 57" in too_many.message


@pytest.mark.parametrize(
    ("quantity", "fields", "expected"),
    [
        (percent("100"), {"population": of("brands")}, []),
        (percent("0"), {"population": of("brands")}, []),
        (percent("120"), {"population": of("market")}, ["possible"]),
        (percent("120"), {"role": "change"}, []),
        (points("120"), {}, []),
        (percent("120"), {"population": of("brands")}, ["likely"]),
        (percent("90", upper="110"), {"population": of("brands")}, ["likely"]),
        (percent("120"), {}, ["possible"]),
        (percent("-3"), {"population": of("brands")}, ["likely"]),
    ],
)
def test_share_over_100(
    quantity: AnyQuantity, fields: dict[str, object], expected: list[str]
) -> None:
    """A share of a population lies between 0 and 100 percent; growth may be more."""
    findings = found(fact(quantity, None, **fields), rule="share_over_100")
    assert expected == [each.certainty for each in findings]

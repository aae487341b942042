"""Shares add to 100 percent and counts to their total, or it is said."""

import pytest

from ckt_extract.models.result import Result
from tests.checks.builders import fact, found, many, of, percent, ratio

FULLY, NEARLY, NOT = (f"due_diligence.{name}_compliant" for name in ("fully", "nearly", "not"))
SENTENCE = "Het kader onderscheidt drie klassen."


def assessment(*shares: str, text: str = SENTENCE, total: int | None = None) -> list[Result]:
    """The shares of the three classes of the assessment, in one sentence."""
    return [
        fact(percent(share), name, year=2019, text=text, population=of("companies", total))
        for share, name in zip(shares, (FULLY, NEARLY, NOT), strict=False)
    ]


def counted(*classes: tuple[str, int], total: int = 55) -> list[Result]:
    """The shares of the classes with their counts, of a total."""
    return [
        fact(
            percent(share, count=count),
            name,
            year=2020,
            text=SENTENCE,
            population=of("companies", total),
        )
        for (share, count), name in zip(classes, (FULLY, NEARLY, NOT), strict=False)
    ]


@pytest.mark.parametrize(
    "shares", [("80", "7", "13"), ("63", "19", "18"), ("8", "78", "14"), ("63.2", "19.3", "17.5")]
)
def test_shares_of_a_whole_fit(shares: tuple[str, ...]) -> None:
    """The shares of all classes that add to 100 give no finding."""
    assert [] == found(*assessment(*shares), rule="shares_add_up")


@pytest.mark.parametrize("shares", [("33", "33", "33"), ("34", "34", "33")])
def test_rounding_is_no_mistake(shares: tuple[str, ...]) -> None:
    """Three shares that are rounded to whole points may miss 100 by one and a half point."""
    assert [] == found(*assessment(*shares), rule="shares_add_up")


def test_shares_that_do_not_add_up() -> None:
    """The finding names the shares, their sum, the year and the page, and the facts."""
    (finding,) = found(*assessment("63", "19", "28"), rule="shares_add_up")
    expected = "63%, 19% and 28% of companies (2019, page 1) add to 110%, not to 100%."
    assert expected == finding.message
    assert ("certain", ("r1", "r2", "r3")) == (finding.certainty, finding.facts)
    assert 3 == len(finding.places)


def test_classes_over_several_sentences_of_a_section() -> None:
    """Classes told one by one below a heading are one whole, a little less surely."""
    texts = ("Voldoet.", "Voldoet bijna.", "Voldoet niet.")
    facts = [
        fact(percent(share), name, year=2019, text=text, section="Beoordeling")
        for share, name, text in zip(("63", "19", "8"), (FULLY, NEARLY, NOT), texts, strict=True)
    ]
    (finding,) = found(*facts, rule="shares_add_up")
    assert "likely" == finding.certainty


def test_some_classes_only() -> None:
    """Two classes of three may add to anything that leaves room for the third."""
    assert [] == found(*assessment("63", "19"), rule="shares_add_up")
    (finding,) = found(*assessment("63", "59"), rule="shares_add_up")
    assert ("r1", "r2") == finding.facts


def test_other_populations_years_and_roles_are_other_wholes() -> None:
    """Only shares of the same population, year and role are added."""
    shares = assessment("63", "19", "18")
    brands = shares[2].model_copy(update={"quantity": percent("40"), "population": of("brands")})
    older = shares[1].model_copy(
        update={"quantity": percent("78"), "year": 2018, "role": "previous"}
    )
    target = shares[0].model_copy(update={"quantity": percent("90"), "role": "target"})
    assert [] == found(*shares, brands, older, target, rule="shares_add_up")


def test_approximate_shares_have_room() -> None:
    """Shares that are given roughly are added with the room that their words leave."""
    facts = assessment("63", "19", "18")
    facts[0] = facts[0].model_copy(update={"quantity": ratio(6, 10, bound="more_than")})
    assert [] == found(*facts, rule="shares_add_up")


def test_a_class_with_two_values_is_not_added() -> None:
    """Where one class has two values, the sum is left alone: the conflict is told elsewhere."""
    facts = [*assessment("63", "19", "18"), *assessment("64")]
    assert [] == found(*facts, rule="shares_add_up")


def test_counts_that_add_to_their_total() -> None:
    """44 + 4 + 7 of 55 fits."""
    facts = counted(("80", 44), ("7", 4), ("13", 7))
    assert [] == found(*facts, rule="counts_add_up")


def test_counts_that_miss_their_total() -> None:
    """The finding names the counts, their sum and the total."""
    facts = counted(("80", 44), ("7", 4), ("13", 9))
    (finding,) = found(*facts, rule="counts_add_up")
    expected = "44, 4 and 9 of companies (2020, page 1) add to 57, not to the total of 55."
    assert expected == finding.message
    assert "certain" == finding.certainty


def test_plain_counts_of_the_classes() -> None:
    """Counts without shares are added as well."""
    facts = [
        fact(many(n), name, year=2020, text=SENTENCE, population=of("companies", 55))
        for n, name in zip((44, 4, 17), (FULLY, NEARLY, NOT), strict=True)
    ]
    assert ["counts_add_up"] == [f.rule for f in found(*facts, rule="counts_add_up")]


def test_counts_show_that_unknown_shares_are_one_whole() -> None:
    """Shares without an indicator are one whole when their counts add to the total."""
    right = [("64", 32), ("26", 13), ("10", 5)]
    wrong = [("64", 32), ("26", 13), ("20", 5)]
    for shares, expected in ((right, 0), (wrong, 1)):
        facts = [
            fact(percent(s, count=n), text=SENTENCE, population=of("plans", 50)) for s, n in shares
        ]
        assert expected == len(found(*facts, rule="shares_add_up"))


def test_shares_show_that_unknown_counts_are_one_whole() -> None:
    """Counts without an indicator are of one whole when their shares add to 100."""
    facts = [
        fact(percent(s, count=n), text=SENTENCE, population=of("plans", 50))
        for s, n in (("64", 32), ("26", 13), ("10", 9))
    ]
    (finding,) = found(*facts, rule="counts_add_up")
    assert "likely" == finding.certainty


def test_unrelated_shares_in_a_sentence() -> None:
    """Shares of different things that happen to stand together are not added."""
    facts = [fact(percent(s), text=SENTENCE, population=of("brands")) for s in ("38", "31", "28")]
    assert [] == found(*facts, rule="shares_add_up")


def family(*shares: str, text: str = "") -> list[Result]:
    """Different shares of one family and population in a sentence."""
    names = ("grievances.own", "grievances.shared", "grievances.none")
    factories = of("factories", text=text)
    return [
        fact(percent(share), name, year=2019, text=SENTENCE, population=factories)
        for share, name in zip(shares, names, strict=False)
    ]


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        (("41", "35", "24"), []),
        (("41", "35", "21"), ["possible"]),
        (("41", "35", "28"), ["possible"]),
        (("41", "35", "12"), []),
        (("41", "35", "34"), []),
        (("41", "56"), []),
    ],
)
def test_one_family_that_nearly_adds_up(shares: tuple[str, ...], expected: list[str]) -> None:
    """Three shares of one family and population that nearly add to 100 are pointed at."""
    findings = found(*family(*shares), rule="shares_add_up")
    assert expected == [each.certainty for each in findings]


def test_one_family_of_other_populations() -> None:
    """Shares of populations in other words are not added."""
    facts = [*family("41", "35"), *family("9", "9", "21", text="grote fabrieken")[2:]]
    assert [] == found(*facts, rule="shares_add_up")


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((20, 18, 12), []),
        ((20, 18, 9), ["possible"]),
        ((20, 18, 19), ["possible"]),
        ((20, 10, 5), []),
        ((40, 30, 20), []),
        ((20, 28), []),
    ],
)
def test_counts_of_one_family_that_nearly_add_up(
    counts: tuple[int, ...], expected: list[str]
) -> None:
    """Three counts of one family that nearly add to the size of the group are pointed at."""
    names = ("grievances.own", "grievances.shared", "grievances.none")
    facts = [
        fact(many(n), name, year=2019, text=SENTENCE, population=of("factories", 50))
        for n, name in zip(counts, names, strict=False)
    ]
    findings = found(*facts, rule="counts_add_up")
    assert expected == [each.certainty for each in findings]
    unknown = [each.model_copy(update={"indicator": None}) for each in facts]
    assert [] == found(*unknown, rule="counts_add_up")


def test_some_counts_exceed_the_total() -> None:
    """Two classes of three may not have more than all together."""
    for counts, expected in (((44, 4), 0), ((44, 14), 1)):
        facts = [
            fact(many(n), name, year=2020, section="Oordeel", population=of("companies", 55))
            for n, name in zip(counts, (FULLY, NEARLY), strict=True)
        ]
        assert expected == len(found(*facts, rule="counts_add_up"))


def test_counts_of_unlike_totals_are_not_added() -> None:
    """Counts out of different totals are of different wholes."""
    facts = counted(("80", 44), ("7", 4), ("13", 9))
    facts[2] = facts[2].model_copy(update={"population": of("companies", 60)})
    assert [] == found(*facts, rule="counts_add_up")


def test_a_section_may_run_over_pages() -> None:
    """Classes below one heading are one whole on several pages; without a heading on one page."""
    for section, page, expected in (("Oordeel", 2, 1), (None, 2, 0), (None, 1, 1)):
        facts = [
            fact(percent("63"), FULLY, text="a", section=section),
            fact(percent("19"), NEARLY, text="b", section=section),
            fact(percent("28", page=page), NOT, text="c", section=section),
        ]
        assert expected == len(found(*facts, rule="shares_add_up"))


def column(*rows: tuple[str, str], caption: str, indicator: str | None = None) -> list[Result]:
    """A column of a table of shares: rows with their share."""
    return [
        fact(
            percent(share),
            indicator,
            year=2019,
            text=f"{caption} · {name} · 2019: {share}%",
            dimensions={"row": name},
            population=of("materials"),
        )
        for name, share in rows
    ]


def test_a_distribution_in_a_table() -> None:
    """The rows of a table that is called a distribution add to 100; its total is no part."""
    right = [("Katoen", "52"), ("Polyester", "31"), ("Overig", "17"), ("Totaal", "100")]
    wrong = [("Katoen", "52"), ("Polyester", "31"), ("Overig", "12"), ("Totaal", "100")]
    caption = "Verdeling van de ingekochte vezels"
    assert [] == found(*column(*right, caption=caption), rule="shares_add_up")
    (finding,) = found(*column(*wrong, caption=caption), rule="shares_add_up")
    assert ("likely", ("r1", "r2", "r3")) == (finding.certainty, finding.facts)


def test_counts_in_a_distribution() -> None:
    """The counts of a distribution add to its total, surely when its shares add to 100."""
    shares = (("52", 26), ("31", 16), ("17", 11))
    caption = "Verdeling van de plannen"
    facts = column(
        *((f"klasse {n}", share) for n, (share, _) in enumerate(shares)), caption=caption
    )
    for index, (share, count) in enumerate(shares):
        update = {"quantity": percent(share, count=count), "population": of("plans", 50)}
        facts[index] = facts[index].model_copy(update=update)
    (likely,) = found(*facts, rule="counts_add_up")
    plain = [
        each.model_copy(update={"quantity": many(count)})
        for each, (_, count) in zip(facts, shares, strict=True)
    ]
    (possible,) = found(*plain, rule="counts_add_up")
    assert ("likely", "possible") == (likely.certainty, possible.certainty)
    far = [each.model_copy(update={"quantity": many(5)}) for each in plain]
    assert [] == found(*far, rule="counts_add_up")


def test_a_dimension_called_class() -> None:
    """Shares by class are parts of a whole; two tables with the same classes are left alone."""
    facts = [
        fact(percent(share), "plans.quality", year=2019, dimensions={"class": name})
        for share, name in (("50", "goed"), ("30", "redelijk"), ("15", "matig"))
    ]
    assert 1 == len(found(*facts, rule="shares_add_up"))
    again = facts[0].model_copy(update={"quantity": percent("45")})
    assert [] == found(*facts, again, rule="shares_add_up")
    assert [] == found(*facts[:2], rule="shares_add_up")


def test_a_property_of_each_row_is_no_distribution() -> None:
    """Shares that say how much of each row has some property are not added."""
    rows = [("Katoen", "55"), ("Polyester", "20"), ("Wol", "21")]
    assert [] == found(*column(*rows, caption="Aandeel duurzamer"), rule="shares_add_up")


def test_classes_in_the_rows_of_a_table() -> None:
    """The classes of the assessment are one whole in each column of a table."""
    facts = []
    for year, shares in ((2018, ("8", "78", "14")), (2019, ("63", "19", "28"))):
        for name, share in zip((FULLY, NEARLY, NOT), shares, strict=True):
            text = f"Beoordeling · {name} · {year}: {share}%"
            dims = {"row": name}
            facts.append(fact(percent(share), name, year=year, text=text, dimensions=dims))
    (finding,) = found(*facts, rule="shares_add_up")
    assert ("r4", "r5", "r6") == finding.facts

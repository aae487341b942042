"""A report with a bit of everything, for the exports to write."""

import pytest

from ckt_extract.checks import build_audit, check
from ckt_extract.models.audit import AuditedNumber, ReadingWarning
from ckt_extract.models.document import Figure
from ckt_extract.models.place import Box, Link
from ckt_extract.models.report import Report
from ckt_extract.models.ruling import Party, PlacedText
from tests.checks.builders import (
    euros,
    fact,
    many,
    of,
    on,
    percent,
    place,
    points,
    ratio,
    report,
    ruling,
    table,
    years,
)

FULLY = "due_diligence.fully_compliant"


@pytest.fixture(scope="session")
def full() -> Report:
    """A report over 2019 with every kind of quantity, a ruling, a table, findings, warnings."""
    older = fact(percent("8", count=5), FULLY, id="r90", year=2018, role="previous")
    group = of("brands", text="merken", basis=of("companies", 57))
    where = place(1, "=2+5")
    given = report(
        fact(percent("63.5"), FULLY, year=2019, previous=older, population=group),
        fact(many("8"), FULLY, year=2018, population=of("companies"), section="Stand"),
        fact(percent("8", count=5), FULLY, year=2018, population=of("companies", 57)),
        fact(ratio(4, 5, bound="nearly"), year=2019, year_basis="edition"),
        fact(points("17"), role="change"),
        fact(euros("3200000")),
        fact(years("5"), role="target"),
        fact(many("12"), dimensions={"country": "CN", "material": "cotton"}),
        fact(None, text="=HYPERLINK(1) zegt het verslag"),
        tables=[table(("Land", "2019", "2019"), ("China", "-5", "=1+1"), ("India", "7"))],
        rulings=[
            ruling(
                case="complaint",
                stage="final",
                outcome="partly_upheld",
                year=2021,
                filed=on(2020, 5, 15),
                parties=(
                    Party(name="Arisa", role="complainant"),
                    Party(name="C&A Nederland C.V.", role="respondent"),
                ),
                recommendations=(PlacedText(text="Publiceer de lijst.", place=place()),),
            )
        ],
        links=(Link(uri="javascript:alert(1)", text="lees meer", place=place(2)),),
        figures=(Figure(page=1, box=Box(0, 0, 9, 9), share=0.5, read=False),),
        warnings=(ReadingWarning(code="garbled_font", message="A font has no map.", page=3),),
    )
    audit = build_audit(
        [
            AuditedNumber(text="63", status="used", facts=("r1",), place=place(1, "63")),
            AuditedNumber(text="=2+5", status="unexplained", place=where),
        ],
        given.figures,
    )
    return given.model_copy(update={"audit": audit, "findings": check(given)})


@pytest.fixture
def hostile() -> Report:
    """A report whose every text tries to be markup."""
    evil = "<script>alert('&')</script>"
    return report(
        fact(percent("63"), evil, year=2019, text=evil, population=of(evil), subject=evil),
        fact(None, text=f"{evil}\u202egnp.exe", dimensions={evil: evil}),
        rulings=[ruling(subject=evil, parties=(Party(name=evil),))],
        links=(Link(uri="javascript:alert(1)", text=evil, place=place()),),
        warnings=(ReadingWarning(code=evil, message=evil),),
    )

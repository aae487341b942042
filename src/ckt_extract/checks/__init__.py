"""What does not fit together in a report, and what became of its numbers.

`check` gives the findings of every rule; `build_audit` puts the account of the numbers together.
The room knows of the models only, so it can check a report that was read back from JSON.
"""

from ckt_extract.checks.audit import build_audit
from ckt_extract.checks.chains import chains
from ckt_extract.checks.conflicts import conflicts
from ckt_extract.checks.dates import dates
from ckt_extract.checks.evidence import checkable, reading_order
from ckt_extract.checks.mixups import mixups
from ckt_extract.checks.shares import shares
from ckt_extract.checks.tables import tables
from ckt_extract.models.audit import Finding
from ckt_extract.models.report import Report

__all__ = ["build_audit", "check"]


def check(report: Report) -> tuple[Finding, ...]:
    """What does not fit together in the facts of a report.

    The rules group facts by what they are about, so the cost grows with their number and not
    with that of their pairs.

    Args:
        report: A report; the findings it may hold already are not looked at.

    Returns:
        The findings by their first place, then by rule.
    """
    facts = checkable(report)
    found = [
        *chains(facts),
        *conflicts(facts),
        *dates(report, facts),
        *mixups(facts),
        *shares(facts),
        *tables(report),
    ]
    return tuple(sorted(found, key=reading_order))

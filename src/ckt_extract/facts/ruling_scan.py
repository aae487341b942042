"""What a sentence says of rulings: its nouns, names, outcomes, dates and stages, with offsets."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from ckt_extract.facts.ruling_dates import Moment, moments_in
from ckt_extract.facts.ruling_names import Name
from ckt_extract.facts.ruling_nouns import Noun, nouns_in
from ckt_extract.facts.ruling_outcome import Side, SideAt, Verdict, verdicts_in
from ckt_extract.facts.ruling_roles import Group, groups_in, is_initiator
from ckt_extract.facts.ruling_text import Passage
from ckt_extract.models.ruling import Stage

__all__ = ["KnownSide", "Scan", "scan", "side_reader"]

KnownSide = Callable[[Name], Side | None]
"""Which side a name is on by what was read before."""


@dataclass(slots=True)
class Scan:
    """Everything of a sentence, each list in order."""

    passage: Passage
    nouns: list[Noun]
    groups: list[Group]
    stages: list[tuple[int, int, Stage]]
    verdicts: list[Verdict]
    moments: list[Moment]
    committee: bool
    """It names the committee."""


def scan(
    passage: Passage, known_side: KnownSide | None = None, carried: date | None = None
) -> Scan:
    """Read a sentence.

    Args:
        passage: One statement.
        known_side: Tells which side a name is on by what was read before.
        carried: The date before it, for dates without a year.
    """
    words, lower = passage.words, passage.lower
    groups = groups_in(passage)
    stages: list[tuple[int, int, Stage]] = [
        *((*m.span(), "interim") for m in words.all("stage.interim", lower)),
        *((*m.span(), "final") for m in words.all("stage.final", lower)),
    ]
    return Scan(
        passage,
        nouns_in(passage),
        groups,
        sorted(stages),
        verdicts_in(passage, side_reader(groups, known_side)),
        moments_in(passage, carried),
        words.has("nouns.committee", lower),
    )


def side_reader(groups: Sequence[Group], known_side: KnownSide | None) -> SideAt:
    """Tells which side the name nearest to a span is on."""

    def side_at(start: int, end: int) -> Side | None:
        def distance(group: Group) -> int:
            return max(group.start - end, start - group.end, 0)

        group = min(groups, key=distance, default=None)
        if group is None:
            return None
        if group.relation not in ("by", "against") and known_side:
            known = known_side(group.names[0])
            if known is not None:
                return known
        brought = is_initiator(group, groups)
        if brought is None:
            # between a company and a body or a foundation, the company is who is judged
            return "respondent" if group.names[0].company else None
        return "initiator" if brought else "respondent"

    return side_at

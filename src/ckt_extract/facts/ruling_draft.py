"""A ruling while it is being read: what is known of it, and when two are the same."""

from msgspec import Struct, field
from msgspec.structs import replace

from ckt_extract.facts.ruling_dates import Moment, Step
from ckt_extract.facts.ruling_known import known_names, name_keys, same_name
from ckt_extract.facts.ruling_names import Name
from ckt_extract.facts.ruling_outcome import Side, Verdict, overall
from ckt_extract.facts.ruling_text import Passage
from ckt_extract.models.place import Link, Place
from ckt_extract.models.ruling import (
    Case,
    Outcome,
    Party,
    PartyRole,
    PlacedDate,
    PlacedText,
    Ruling,
    RulingOutcome,
    Stage,
)

__all__ = ["Draft", "PartyDraft", "party_of"]


class PartyDraft(Struct):
    """A party and its other names."""

    name: str
    side: Side
    place: Place
    aliases: list[str] = field(default_factory=list)
    kind: str = "name"

    @property
    def keys(self) -> frozenset[str]:
        """What its names have in common with other names of the same party."""
        return name_keys([self.name, *self.aliases])

    def is_same(self, other: "PartyDraft") -> bool:
        """Whether two names mean the same party."""
        return same_name(self.keys, other.keys)

    def add(self, other: "PartyDraft") -> None:
        """Take over what another mention of the same party says."""
        known = {self.name, *self.aliases}
        # another mention often only leaves the legal form or the end of the name out
        same = same_name(name_keys([other.name]), name_keys([self.name]))
        name = [] if same else [other.name]
        self.aliases.extend(n for n in (*name, *other.aliases) if n not in known)
        if self.side == "party":
            self.side = other.side


def party_of(passage: Passage, name: Name, side: Side) -> PartyDraft:
    """The party that a name in a passage means."""
    place = passage.place(name.start, name.end)
    return PartyDraft(name.text, side, place, list(dict.fromkeys(name.aliases)), name.kind)


class Draft(Struct, eq=False):
    """A ruling, or a case of which no ruling has been seen yet."""

    text: str
    place: Place
    count: int = 1
    given: bool = False
    """A ruling or an outcome was stated, not only a case."""
    case: Case | None = None
    parties: list[PartyDraft] = field(default_factory=list)
    subject: str | None = None
    stage: Stage | None = None
    year: int | None = None
    dates: dict[Step, PlacedDate] = field(default_factory=dict)
    verdicts: list[tuple[Verdict, Place]] = field(default_factory=list)
    committee: list[PlacedText] = field(default_factory=list)
    recommendations: list[PlacedText] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    also: list[Place] = field(default_factory=list)

    def copy(self) -> "Draft":
        """The same draft, with lists of its own."""
        return replace(
            self, parties=list(self.parties), dates=dict(self.dates), verdicts=list(self.verdicts),
            links=list(self.links), also=list(self.also),
        )  # fmt: skip

    def add_party(self, party: PartyDraft) -> None:
        """Add a party, or what is new about one that is known."""
        known = next((p for p in self.parties if p.is_same(party)), None)
        if known is None:
            self.parties.append(party)
        else:
            known.add(party)

    def side_of(self, name: Name) -> Side | None:
        """Which side a name is on, where that is known."""
        keys = name_keys([name.text, *name.aliases])
        known = next((p for p in self.parties if same_name(p.keys, keys)), None)
        return known.side if known is not None and known.side != "party" else None

    def add_moment(self, moment: Moment, passage: Passage) -> None:
        """Take over a date; the first of each step counts."""
        if moment.step not in self.dates:
            self.dates[moment.step] = PlacedDate.built(
                value=moment.value,
                precision=moment.precision,
                place=passage.place(moment.start, moment.end),
            )

    def add_verdicts(self, verdicts: list[Verdict], passage: Passage) -> None:
        """Take over outcomes that are not known yet."""
        known = {(v.outcome, v.part) for v, _ in self.verdicts}
        for verdict in verdicts:
            if (verdict.outcome, verdict.part) not in known:
                self.verdicts.append((verdict, passage.place(verdict.start, verdict.end)))

    @property
    def outcome(self) -> Outcome | None:
        """The outcome as a whole."""
        return overall([verdict for verdict, _ in self.verdicts])

    @property
    def given_in(self) -> int | None:
        """The year in which it was given, as stated or by its dates."""
        moment = self.dates.get("decided") or self.dates.get("published")
        return moment.value.year if moment is not None else self.year

    def absorb(self, other: "Draft") -> None:
        """Take over what another mention of the same ruling says."""
        for party in other.parties:
            self.add_party(party)
        self.case = self.case or other.case
        self.subject = self.subject or other.subject
        self.stage = self.stage or other.stage
        self.year = self.year or other.year
        for step, moment in other.dates.items():
            known_at = self.dates.get(step)
            if known_at is None or (known_at.precision != "day" and moment.precision == "day"):
                self.dates[step] = moment
        known = {(v.outcome, v.part) for v, _ in self.verdicts}
        self.verdicts.extend(v for v in other.verdicts if (v[0].outcome, v[0].part) not in known)
        self.links.extend(link for link in other.links if link not in self.links)
        self.also.extend(
            place for place in (other.place, *other.also)
            if place != self.place and place not in self.also
        )  # fmt: skip
        self.given = self.given or other.given

    def take_case(self, other: "Draft") -> None:
        """Take over what another ruling in the same case tells of the case."""
        for party in other.parties:
            self.add_party(replace(party, aliases=list(party.aliases)))
        self.case = self.case or other.case
        self.subject = self.subject or other.subject
        if "filed" in other.dates:
            self.dates.setdefault("filed", other.dates["filed"])

    def ruling(self, number: int) -> Ruling:
        """The finished ruling.

        A case that a body of the agreement brought is a dispute: complaints are brought by those
        who were harmed.
        """
        brought = any(party.side == "initiator" and party.kind == "body" for party in self.parties)
        self.case = self.case or ("dispute" if brought else None)
        return Ruling.built(
            id=f"u{number}",
            count=self.count,
            text=self.text,
            case=self.case,
            parties=tuple(map(self._party, sorted(self.parties, key=_comes_later))),
            subject=self.subject,
            outcome=self.outcome,
            outcomes=tuple(
                RulingOutcome.built(outcome=v.outcome, part=v.part, place=place)
                for v, place in self.verdicts
                if not v.formula
            ),
            stage=self.stage,
            year=self.given_in,
            filed=self.dates.get("filed"),
            admissible=self.dates.get("admissible"),
            hearing=self.dates.get("hearing"),
            decided=self.dates.get("decided"),
            published=self.dates.get("published"),
            committee=tuple(self.committee),
            recommendations=tuple(self.recommendations),
            links=tuple(self.links),
            place=self.place,
            also=tuple(self.also),
        )

    def _party(self, party: PartyDraft) -> Party:
        role: PartyRole = "party"
        if party.side == "respondent":
            role = "respondent"
        elif party.side == "initiator" and self.case is not None:
            role = "complainant" if self.case == "complaint" else "applicant"
        names = [*party.aliases, *known_names(party.name)]
        return Party.built(
            name=party.name,
            aliases=tuple(dict.fromkeys(name for name in names if name != party.name)),
            role=role,
            place=party.place,
        )


def _comes_later(party: PartyDraft) -> bool:
    """Whether a party stands behind those who brought the case, who are named first."""
    return party.side == "respondent"

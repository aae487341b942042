"""What a text goes on speaking of: mentions find the ruling or case that they refer to."""

from datetime import date

from msgspec import Struct, field
from msgspec.structs import replace

from ckt_extract.facts.ruling_draft import Draft
from ckt_extract.facts.ruling_mentions import Mention
from ckt_extract.layout.statement import Statement
from ckt_extract.models.ruling import PlacedDate

__all__ = ["Thread", "best_match", "conflict", "opposed"]


class Thread(Struct):
    """The drafts so far, and those that the open paragraph and section speak of."""

    drafts: list[Draft] = field(default_factory=list)
    last: Draft | None = None
    """What the paragraph spoke of last."""
    dated: date | None = None
    """The last date of the paragraph."""
    _block: int = -1
    _section: str | None = None
    _before: str = ""
    _in_section: Draft | None = None
    _recent: list[Draft] = field(default_factory=list)
    _counted: Draft | None = None
    """A number of rulings, until those that follow are seen to be these."""
    _since: list[Draft] = field(default_factory=list)
    _lead: Draft | None = None
    """What the lead of the open list told without a name: its items tell it one by one."""

    def turn(self, statement: Statement, section: str | None) -> None:
        """Go to the next statement; a new paragraph or section forgets what was open.

        The bullets of a list go on with what its lead sentence spoke of.
        """
        goes_on = bool(statement.lead) and statement.lead == self._before
        if statement.block != self._block and not goes_on:
            self.close()
        if section != self._section:
            self._in_section = None
        self._block, self._section, self._before = statement.block, section, statement.text

    def close(self) -> None:
        """End a paragraph.

        A number of rulings of which exactly so many were then spoken of one by one is no ruling
        of its own: its place is another place of each.
        """
        counted = self._counted
        told = sum(draft.count for draft in self._since)
        if counted is not None and told == counted.count and counted in self.drafts:
            self.drafts.remove(counted)
            for draft in self._since:
                draft.case = draft.case or counted.case
                draft.year = draft.year or counted.year
                for party in counted.parties:
                    draft.add_party(replace(party, aliases=list(party.aliases)))
                places = [counted.place, *counted.also]
                draft.also.extend(p for p in places if p != draft.place and p not in draft.also)
        self.last, self.dated, self._counted, self._lead = None, None, None, None
        self._recent, self._since = [], []

    def take(self, mention: Mention) -> None:
        """Add a mention to the draft that it speaks of, or as a draft of its own."""
        draft = mention.draft
        if mention.both and (two := self._both()):
            for one in two:
                one.absorb(replace(draft, count=one.count))
            return
        if mention.other and draft.parties and self._counted and self._counted.given:
            draft.given = True  # twee uitspraken …; de ene betrof X, de andere Y
        known = [d for d in self.drafts if not (mention.other and d is self.last)]
        match = best_match(draft, known)
        other_side = self.last is not None and opposed(draft, self.last)
        if not (match or mention.other or mention.numbered) and (other_side or not mention.named):
            match = self._referred(mention)
        if match is None and mention.named and not mention.other:
            match = self._unnamed(draft)
        if match is not None:
            match.absorb(draft)
        elif draft.given or draft.parties or draft.dates or draft.count > 1:
            self._inherit(draft, mention)
            self.drafts.append(draft)
            match = draft
        if match is not None:
            self._touch(match)
            self._itemise(match, mention)

    def _itemise(self, draft: Draft, mention: Mention) -> None:
        """Put a ruling of a list in the place of what its lead told of all of them."""
        lead = self._lead
        if lead is None:
            opens = self._before.rstrip().endswith(":") and draft is mention.draft
            if opens and draft.given and draft.count == 1 and not draft.parties:
                self._lead = draft
        elif draft is not lead and draft.given and mention.named:
            if lead in self.drafts:
                self.drafts.remove(lead)
            draft.case = draft.case or lead.case
            draft.year = draft.year or lead.year
            draft.also.append(lead.place)

    def count(self, draft: Draft) -> None:
        """Add what a table counts, to a number of the running text that is the same."""
        match = best_match(draft, self.drafts)
        if match is not None:
            match.absorb(draft)
        else:
            self.drafts.append(draft)

    def _touch(self, draft: Draft) -> None:
        self.last = self._in_section = draft
        counted = self._counted
        if counted is not None and counted is not draft and draft.count < counted.count:
            one = replace(draft, count=counted.count, parties=[])
            if not conflict(one, counted, outcome=False):
                self._since.extend([draft] if draft not in self._since else [])
            else:
                self._counted = None  # the text speaks of others now
        elif draft.count > 1 and all(party.kind != "name" for party in draft.parties):
            self._counted, self._since = draft, []
        self._recent = [*(d for d in self._recent if d is not draft), draft]

    def _both(self) -> list[Draft]:
        """The two that *beide* means."""
        if self.last is not None and self.last.count == 2:
            return [self.last]
        singles = [draft for draft in self._recent if draft.count == 1]
        return singles[-2:] if len(singles) >= 2 else []

    def _unnamed(self, draft: Draft) -> Draft | None:
        """The one ruling of the paragraph that was told without names, in a case of this kind."""
        found = [
            other
            for other in self._recent
            if other.given and other.count == 1 and not other.parties
            and draft.case is not None and draft.case == other.case and not conflict(draft, other)
        ]  # fmt: skip
        return found[0] if len(found) == 1 else None

    def _referred(self, mention: Mention) -> Draft | None:
        """The ruling or case that a mention without names means."""
        draft = mention.draft
        last = self.last or (self._in_section if mention.definite else None)
        if last is None:
            return None
        if mention.many and draft.count == 1:
            draft.count = last.count
        if last.count != draft.count or conflict(_case_only(draft), last):
            return None
        if not last.given:  # twee klachten, and then twee uitspraken, need not be the same two
            return None if mention.counted else last
        if conflict(draft, last, outcome=False):
            if draft.given and draft.stage is not None and draft.stage != last.stage:
                draft.take_case(last)
            return None
        fresh = draft.stage is None or mention.further
        return None if mention.ruling and mention.indefinite and fresh else last

    def _inherit(self, draft: Draft, mention: Mention) -> None:
        """Take over what was told of the case before.

        A final ruling has the case of its interim one; one of some cases is of their kind.
        """
        if self.last is not None and self.last.count > 1 and (mention.other or mention.numbered):
            draft.case = draft.case or self.last.case
        if draft.stage is None:
            return
        other = best_match(_case_only(draft), [d for d in self.drafts if d.stage != draft.stage])
        if other is not None:
            draft.take_case(other)
            other.case = other.case or draft.case


def _case_only(draft: Draft) -> Draft:
    """What a draft tells of the case, without what it tells of the ruling."""
    return replace(draft, stage=None, dates={}, verdicts=[], year=None)


def best_match(draft: Draft, others: list[Draft]) -> Draft | None:
    """The draft that a mention surely speaks of too; of equals the one spoken of last."""
    best: tuple[int, Draft] | None = None
    for other in others:
        if conflict(draft, other):
            continue
        score = _score(draft, other)
        if score and (best is None or score >= best[0]):
            best = score, other
    return best[1] if best else None


def conflict(one: Draft, other: Draft, *, outcome: bool = True) -> bool:
    """Whether what is known of two drafts cannot be true of one ruling."""
    if one.count != other.count or _differ(one.case, other.case) or _differ(one.stage, other.stage):
        return True
    if _differ(one.given_in, other.given_in) and one.given and other.given:
        return True
    if any(
        _dates_differ(at, other.dates[step])
        for step, at in one.dates.items()
        if step in other.dates
    ):
        return True
    if outcome and _outcomes_differ(one, other):
        return True
    return _parties_differ(one, other)


def _differ(one: object, other: object) -> bool:
    return one is not None and other is not None and one != other


def _dates_differ(one: PlacedDate, other: PlacedDate) -> bool:
    """Whether two dates differ in what both of them tell."""
    if one.value.year != other.value.year:
        return True
    if "year" in (one.precision, other.precision):
        return False
    if one.value.month != other.value.month:
        return True
    return one.precision == other.precision == "day" and one.value != other.value


def _outcomes_differ(one: Draft, other: Draft) -> bool:
    known = {one.outcome, other.outcome} - {None}
    return len(known) > 1 and "obligations_not_met" not in known


def _parties_differ(one: Draft, other: Draft) -> bool:
    if not one.parties or not other.parties:
        return False
    if not all(any(p.kind == "name" for p in draft.parties) for draft in (one, other)):
        return False  # a body of the agreement is a party to many cases
    for side in ("initiator", "respondent"):
        here = [p for p in one.parties if p.side == side]
        there = [p for p in other.parties if p.side == side]
        if here and there and not any(a.is_same(b) for a in here for b in there):
            return True
    if opposed(one, other):
        return False
    return not any(a.is_same(b) for a in one.parties for b in other.parties)


def opposed(one: Draft, other: Draft) -> bool:
    """Whether one mention names who brought the case and the other the respondent."""
    sides = {p.side for p in one.parties}, {p.side for p in other.parties}
    return sides in (({"initiator"}, {"respondent"}), ({"respondent"}, {"initiator"}))


def _score(one: Draft, other: Draft) -> int:
    """How much two drafts have in common."""
    shared = sum(any(a.is_same(b) for b in other.parties) for a in one.parties)
    dates = _shared_dates(one, other)
    subject = bool(one.subject and other.subject and _alike(one.subject, other.subject))
    several = one.count > 1 and one.given and other.given and not (one.parties or other.parties)
    return 2 * shared + 2 * dates + subject + several


def _shared_dates(one: Draft, other: Draft) -> int:
    """How many steps have the same date, to the month at least."""
    return sum(
        step in other.dates
        and "year" not in (at.precision, other.dates[step].precision)
        and not _dates_differ(at, other.dates[step])
        for step, at in one.dates.items()
    )


def _alike(one: str, other: str) -> bool:
    a, b = one.lower(), other.lower()
    return a in b or b in a

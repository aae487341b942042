"""Who stands on which side of a case in a sentence: X against Y, a complaint of X about Y."""

import itertools
import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from ckt_extract.facts.ruling_known import name_keys, same_name
from ckt_extract.facts.ruling_names import Name, names_in
from ckt_extract.facts.ruling_text import Passage
from ckt_extract.patterns import pattern

__all__ = ["Group", "Relation", "groups_in", "is_initiator"]

Relation = Literal["by", "against", "about", "between", "with", "other", "none"]
"""`other`: they belong to another noun (*een leverancier van X*)."""

_RELATIONS: tuple[Relation, ...] = ("by", "against", "about", "between", "with")
_DESCRIPTION = pattern(r"\s*(?:[\w'-]+\s+){0,5}\Z")
"""Words that may stand between a preposition and a name: `tegen het Nederlandse bedrijf X`."""
_INVERTED = pattern(r"\s(?:(?:de|het|the)\s)?")
"""What stands between a verb and its subject behind it: `In juli stapten de A en B …`."""
_CLAUSE = 12
"""Words between who files and the verb at most."""
_AGENT = 9
"""Letters between a verb in the passive and who did it at most: ` by the `."""
_BLAMED = 20
"""Letters between a verb of blaming and who is blamed at most."""
_CASE_NOUNS = (
    "nouns.dispute",
    "nouns.complaint",
    "nouns.other",
    "nouns.ruling",
    "nouns.weak_ruling",
)


class Group(Struct):
    """Names that are listed together, and how they are tied to the case."""

    names: list[Name]
    relation: Relation
    noun: tuple[int, int] | None
    """The noun for a case or ruling that they belong to."""
    colon: bool = False
    """A colon or bracket introduces them."""

    @property
    def start(self) -> int:
        """Where the first name starts."""
        return self.names[0].start

    @property
    def end(self) -> int:
        """Where the last name ends."""
        return self.names[-1].stop


def is_initiator(group: Group, groups: Sequence[Group]) -> bool | None:
    """Whether names are those of who brought the case; None where nobody is said to have.

    Beside somebody on one side, a name without a tie is on the other.
    """
    if group.relation in ("by", "against"):
        return group.relation == "by"
    brought = [other for other in groups if other.relation == "by"]
    if not brought:
        opposed = any(other.relation == "against" for other in groups)
        return True if opposed else None
    keys = name_keys([group.names[0].text])
    return any(same_name(keys, name_keys([n.text])) for other in brought for n in other.names)


def groups_in(passage: Passage, *, asking: bool = False) -> list[Group]:
    """The groups of names of a sentence, in order.

    Args:
        passage: One sentence.
        asking: Whether who asks or blames somebody brought a case too, as in a ruling document.
    """
    groups: list[Group] = []
    nouns = sorted(match.span() for match in passage.visible(*_CASE_NOUNS))
    for names in _listed(passage, names_in(passage)):
        floor = groups[-1].end if groups else 0
        relation, noun = _relation(passage, names, floor, groups, nouns)
        before = passage.text[: names[0].start].rstrip(" \"“„'‘")[-1:]
        groups.append(Group(names, relation, noun, before in (":", "(")))
    for group in groups:
        _take_role(passage, group)
    _pair(passage, groups)
    _file(passage, groups, nouns, "procedure.filing")
    if asking:
        _file(passage, groups, nouns, "procedure.asking")
        _blame(passage, groups)
    return groups


def _listed(passage: Passage, names: Sequence[Name]) -> list[list[Name]]:
    """Names with nothing but commas, conjunctions and articles between them, together."""
    joint = "|".join(re.escape(w) for w in passage.words.lists["relations.list"])
    article = "|".join(re.escape(w) for w in passage.words.lists["relations.article"])
    between = re.compile(
        rf"[\s)]*(?:,|\b(?:{joint})\b|&|,\s*(?:{joint})\b)\s*(?:(?:{article})\s+)?"
        r"(?:stichting |ngo |vakbond )?\s*\Z"
    )
    lists: list[list[Name]] = []
    for name in names:
        if lists and between.match(passage.lower[lists[-1][-1].stop : name.start]):
            lists[-1].append(name)
        else:
            lists.append([name])
    return lists


def _relation(
    passage: Passage,
    names: list[Name],
    floor: int,
    groups: list[Group],
    nouns: Sequence[tuple[int, int]],
) -> tuple[Relation, tuple[int, int] | None]:
    """The preposition that governs a group, and the noun it belongs to."""
    lower, words = passage.lower, passage.words
    start = names[0].start
    noun = _noun_before(nouns, start)
    own = re.match(r"['’]s?\s+(?:[\w-]+\s+){0,2}", lower[names[-1].end :])
    if own and any(words.patterns[n].match(lower, names[-1].end + own.end()) for n in _CASE_NOUNS):
        return "by", _noun_at(passage, names[-1].end + own.end())
    best: tuple[int, int, Relation] | None = None
    for relation in _RELATIONS:
        for match in words.patterns[f"relations.{relation}"].finditer(lower, floor, start):
            gap = lower[match.end() : start]
            if relation == "by" and _governs_date(passage, match.end(), start):
                continue  # bij brief van 3 mei 2019 klaagde X
            if _DESCRIPTION.match(gap) and not _holds_noun(passage, match.end(), start):
                key = (match.start(), match.end(), relation)
                best = max(best, key, key=lambda k: (k[0], k[1])) if best else key
    if best is None:
        verb = words.patterns["subject.verb"].finditer(lower, floor, start)
        if _is_other(passage, start) or any(not lower[m.end() : start].strip() for m in verb):
            return "about", noun
        beside = noun is not None and lower[noun[1] : start].strip(" \"'(:") == ""
        return "none", noun if beside else None
    at, _, relation = best
    if relation == "by" and not _is_by(passage, at, noun):
        return ("against", noun) if _is_conduct(passage, at, noun) else ("other", None)
    if relation == "about" and not _is_about(passage, at, noun, groups):
        return "none", None
    return relation, noun


def _governs_date(passage: Passage, start: int, end: int) -> bool:
    """Whether a date follows a preposition, before the name."""
    times = (t for t in passage.reading.times if start <= t.start < end)
    return any(not passage.text[start : time.start].strip() for time in times)


def _holds_noun(passage: Passage, start: int, end: int) -> bool:
    """Whether a noun or a relative clause comes between a preposition and a name."""
    words, lower = passage.words, passage.lower
    return any(words.has(n, lower, start, end) for n in (*_CASE_NOUNS, "relations.clause"))


def _noun_before(nouns: Sequence[tuple[int, int]], at: int) -> tuple[int, int] | None:
    """The last noun for a case or ruling that starts before an offset."""
    index = bisect_left(nouns, (at, 0))
    return nouns[index - 1] if index else None


def _noun_at(passage: Passage, at: int) -> tuple[int, int] | None:
    for name in _CASE_NOUNS:
        if match := passage.words.patterns[name].match(passage.lower, at):
            return match.span()
    return None


def _is_by(passage: Passage, at: int, noun: tuple[int, int] | None) -> bool:
    """Whether `van` or `door` says who brought a case: right behind it, or behind a filing verb."""
    words, lower = passage.words, passage.lower
    said = words.patterns["relations.by"].match(lower, at)
    if said is not None and words.has("procedure.filed", lower, at, said.end()):
        return True
    if words.has("procedure.filed", lower, max(0, at - 40), at):
        return True
    word = lower[:at].rstrip().rsplit(" ", 1)[-1]
    if noun and word in words.lists["relations.pronoun"]:
        return True  # één klacht: die van X
    agent = said is not None and said.group() in words.lists["relations.by_agent"]
    if agent and words.has("procedure.filed_by", lower, at):
        return True
    if agent and words.has("letter.you", lower) and words.has("nouns.committee", lower):
        return True  # you wrote to the committee on behalf of X
    if said is not None and words.has("procedure.received", lower):
        rest = lower[said.end() :]  # ontving van X een klacht
        if any(re.search(rf"\b(?:een|a) {re.escape(m.group())}", rest) for n in _CASE_NOUNS[:3]
               for m in words.all(n, rest)):  # fmt: skip
            return True
    if noun is None:
        return False
    between = passage.text[noun[1] : at]
    for time in passage.reading.times:
        if noun[1] <= time.start < at:
            between = between.replace(passage.text[time.start : time.end], "")
    return re.fullmatch(r"[\s,]*(?:(?:uit|van|from|of|in)\s*)?[\s,]*", between) is not None or (
        agent and words.has("procedure.filed", lower, noun[1])
    )


def _is_conduct(passage: Passage, at: int, noun: tuple[int, int] | None) -> bool:
    """Whether a case is about what a party does: `het geschil over de deelname van X`."""
    words, lower = passage.words, passage.lower
    about = words.find("relations.about", lower, noun[1], at) if noun else None
    if about is None:
        return False
    said = re.sub(r"^\s*(?:de|het|the)\s+", "", lower[about.end() : at]).strip()
    return words.whole("relations.conduct", said)


def _is_about(passage: Passage, at: int, noun: tuple[int, int] | None, groups: list[Group]) -> bool:
    """Whether `over` follows the noun for the case, who brought it, or a verb of being about."""
    lower = passage.lower
    ends = [noun[1]] if noun else []
    ends.extend(group.end for group in groups if group.relation in ("by", "none"))
    if any(
        re.fullmatch(r"[\s,)'s]*(?:[\w-]+\s+){0,1}", lower[end:at]) for end in ends if end <= at
    ):
        return True
    if _is_other(passage, at):
        return True  # de eerste uitspraak ging over X, de tweede over Y
    return passage.words.has("subject.verb", lower, max(0, at - 14), at + 6)


def _is_other(passage: Passage, at: int) -> bool:
    """Whether the word before an offset stands for one of some rulings (*de tweede*)."""
    word = passage.lower[:at].rstrip().rsplit(" ", 1)[-1]
    return any(passage.words.whole(name, word) for name in ("nouns.rank", "tense.other"))


def _take_role(passage: Passage, group: Group) -> None:
    """A role beside a name: `X is the respondent`, `klaagster X`."""
    if group.relation not in ("none", "other"):
        return
    before, after = passage.lower[: group.start].rstrip(), passage.lower[group.end :]
    behind = re.match(r",?\s*(?:(?:is|was|als|as|de|het|the)\s+){0,2}", after)
    sides: tuple[tuple[str, Relation], ...] = (("initiator", "by"), ("respondent", "against"))
    for side, relation in sides:
        pattern = passage.words.patterns[f"sides.{side}"]
        in_front = any(match.end() == len(before) for match in pattern.finditer(before))
        if in_front or (behind and pattern.match(after, behind.end())):
            group.relation = relation


def _pair(passage: Passage, groups: list[Group]) -> None:
    """Whoever stands before `tegen X` without another tie brought the case."""
    for before, after in itertools.pairwise(groups):
        between = passage.lower[before.end : after.start]
        tight = re.sub(r"[\s()]", "", between)
        if before.relation in ("none", "with", "about") and tight == "/" and before.noun:
            before.relation, after.relation = "by", "against"
            after.noun = after.noun or before.noun
        if after.relation != "against" or before.relation not in ("none", "about", "with"):
            continue
        if passage.words.patterns["relations.against"].match(between.lstrip(" )")):
            before.relation = "by"
            before.noun = before.noun or after.noun
            after.noun = after.noun or before.noun


def _blame(passage: Passage, groups: list[Group]) -> None:
    """Whoever is blamed is the respondent: `klaagster verwijt X dat …`."""
    verbs = ("procedure.filing", "procedure.asking", "subject.complains")
    says = [m for name in verbs for m in passage.words.all(name, passage.lower)]
    for group in groups:
        last = passage.lower[: group.start].split()[-1:]
        told = any(m.start() < group.start for m in says)
        if group.relation == "none" and told and last in (["dat"], ["that"]):
            group.relation = "against"  # klaagt dat X tekortschiet
    for match in passage.words.all("procedure.blaming", passage.lower):
        blamed = next((g for g in groups if g.start >= match.end()), None)
        if blamed and blamed.relation == "none" and blamed.start - match.end() < _BLAMED:
            blamed.relation = "against"


def _file(
    passage: Passage, groups: list[Group], nouns: Sequence[tuple[int, int]], verbs: str
) -> None:
    """Names that are the subject of a filing verb brought the case: `X diende een klacht in`."""
    for match in passage.words.all(verbs, passage.lower):
        joined = passage.lower[: match.start()].rstrip().endswith((" en", " and"))
        if groups and groups[0].relation == "none" and joined:
            groups[0].relation = "by"  # X vindt dat Y tekortschiet en diende een klacht in
            groups[0].noun = _noun_before(nouns, len(passage.text))
            for other in groups[1:]:
                said = passage.lower[groups[0].end : other.start].split()
                if other.relation == "none" and said[-1:] in (["dat"], ["that"]):
                    other.relation, other.noun = "against", groups[0].noun
            continue
        passive = any(
            group.relation == "by" and 0 <= group.start - match.end() < _AGENT for group in groups
        )
        for index, group in enumerate(groups):
            if group.relation != "none" or passive:  # ordered X to answer the complaint filed by Y
                continue
            between = passage.text[group.end : match.start()]
            # what stands between them may name the other side
            others = [g for g in groups[index + 1 :] if g.start < match.start()]
            tied = all(other.relation in ("against", "about", "with") for other in others)
            before = group.end <= match.start() and tied and len(between.split()) <= _CLAUSE
            behind = passage.lower[match.end() : group.start]
            inverted = verbs == "procedure.filing" and _INVERTED.fullmatch(behind)
            within = match.start() < group.start < match.end() or inverted
            if (before or within) and ":" not in between:
                group.relation = "by"
                group.noun = group.noun or _noun_before(nouns, len(passage.text))

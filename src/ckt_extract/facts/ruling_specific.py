"""Whether words tell of a ruling that was given, or only of what a committee does."""

import re

from ckt_extract.facts.ruling_outcome import Verdict
from ckt_extract.facts.ruling_part import Around, Part
from ckt_extract.facts.ruling_roles import Group
from ckt_extract.facts.ruling_scan import Noun

__all__ = ["is_party", "rulings_told", "verdicts_told"]

_LABEL_LENGTH = 40
_NEAR = 40
"""Letters between a ruling and its date at most."""
_TIED = 6
"""Letters between a ruling and the month or year that belongs to it at most (` of `)."""


def rulings_told(part: Part, around: Around) -> list[Noun]:
    """The nouns of a part that stand for a ruling that was given."""
    scan = part.scan
    in_context = around.context or scan.committee or part.cases or part.groups or _is_label(part)
    if not in_context:
        return []
    return [n for n in _rulings(part, around) if _is_given(part, n, around)]


def _rulings(part: Part, around: Around) -> list[Noun]:
    """The nouns for rulings; *beslissing* is one only where the committee is spoken of."""
    return [n for n in part.rulings if n.kind == "ruling" or part.scan.committee or around.context]


def _is_label(part: Part) -> bool:
    """Whether the statement is a figure with its label: `Uitspraken: 2`."""
    text = part.scan.passage.text
    kind = part.scan.passage.statements[0].kind
    return kind in ("bullet", "callout", "cell", "caption") or (
        len(text) < _LABEL_LENGTH and ":" in text
    )


def _is_given(part: Part, noun: Noun, around: Around) -> bool:
    """Whether a noun for a ruling stands for one that was given.

    Either a verb tells so (*heeft haar eerste uitspraak gedaan*), or the ruling is definite and
    named by its parties or its date (*de uitspraak over de klacht van X*). Where the text just
    spoke of a case, a definite ruling is the one in that case.
    """
    if noun.negated or part.scan.passage.text.rstrip().endswith("?"):
        return False
    if part.says_not:
        return False
    if noun.many and not noun.count and not part.groups:
        return around.known and part.told  # "uitspraken zijn gepubliceerd": how many is not told
    if part.told or around.told:
        if part.anchored:
            coming = part.pending and not part.told  # het eindoordeel volgt in 2021
            return not coming and not _clause_has(part, noun, "tense.modal")
        return (around.known or not noun.definite) and not part.general
    if noun.count and not noun.definite:
        return not _has_verb(part)  # a label: `Uitspraken: 2`, `Two rulings by the committee`
    first = part.scan.passage.lower[part.start : noun.start].strip() == ""
    dated = any(
        0 <= m.start - noun.end < (_NEAR if m.precision == "day" else _TIED) for m in part.moments
    )  # een uitspraak, gepubliceerd op 20 juli 2021; een uitspraak van juli 2021
    if not (dated or noun.count or _is_tied(part)) or part.general:
        return False
    if not (noun.definite or first or dated):
        return False
    return not (part.has("tense.modal", part.plain) or part.has("tense.pending", part.plain))


def _is_tied(part: Part) -> bool:
    """Whether a year says which ruling is meant, or a party that belongs to a case or ruling."""
    times = part.scan.passage.reading.times
    return any(part.holds(t.start) and t.year for t in times) or any(
        g.noun or g.relation not in ("none", "other") for g in part.groups
    )


def _clause_has(part: Part, noun: Noun, name: str) -> bool:
    """Whether the words around a noun up to the next marks have a phrase of a list."""
    text = part.plain
    start = max(text.rfind(mark, 0, noun.start) for mark in ",;:\n(") + 1
    end = min([part.end, *(i for m in ",;:\n)" if (i := text.find(m, noun.end)) >= 0)])
    return part.scan.passage.words.has(name, text, start, end)


def _has_verb(part: Part) -> bool:
    """Whether a finite verb stands in a part, as far as the lists know one."""
    lists = ("tense.perfect", "tense.modal", "tense.pending", "tense.general")
    return any(part.has(name) for name in lists)


def verdicts_told(part: Part, around: Around) -> list[Verdict]:
    """The outcomes of a part that are told of a case, not of what can happen."""
    if not part.verdicts or part.general or any(case.negated for case in part.cases):
        return []
    return [
        v for v in part.verdicts if not _is_conditional(part, v)
        and (_is_decided(part, around) if v.explicit else _is_failure(part, v, around))
    ]  # fmt: skip


def _is_conditional(part: Part, verdict: Verdict) -> bool:
    """Whether an outcome stands in a clause of condition that names nobody."""
    passage = part.scan.passage
    conditions = list(passage.words.all("tense.condition", passage.lower[: verdict.start]))
    if not conditions:
        return False
    start = conditions[-1].end()
    found = passage.words.has("tense.temporal", conditions[-1].group()) and part.moments
    if (
        found
        and part.groups
        and all(
            passage.words.has(name, passage.lower, start, verdict.start)
            for name in ("nouns.committee", "tense.past")
        )
    ):
        return False  # it ended on 3 May, when the committee found that …
    named = any(start <= group.start < verdict.start for group in part.scan.groups)
    return not named and not re.search(r"[,;:]", passage.lower[start : verdict.start])


def _is_decided(part: Part, around: Around) -> bool:
    """Whether an outcome is told as done, or of a case that is known, in whatever tense."""
    if part.groups:
        return True
    if not (around.context or part.scan.committee or part.rulings or around.told):
        return False  # complaints elsewhere, such as in a factory
    if part.cases and all(c.many and not c.count and not c.definite for c in part.cases):
        return False  # "klachten die zijn ingetrokken"
    if around.told or part.told:
        return True
    return (part.anchored or around.known) and not part.has("tense.now")


def _is_failure(part: Part, verdict: Verdict, around: Around) -> bool:
    """Whether the committee found that a party failed: not any company that may fail."""
    scan = part.scan
    words, lower = scan.passage.words, scan.passage.lower
    if any(group.start < verdict.end for group in part.groups):
        judged = words.has("tense.judged", lower) or any(scan.nouns)
        return around.context or scan.committee or judged
    if words.has("sides.some_company", lower, part.start, verdict.end):
        return False
    known = around.known or any(case.definite for case in part.cases)
    return known and (part.has("sides.company") or part.has("sides.respondent"))


def is_party(part: Part, group: Group, around: Around, *, given: bool) -> bool:
    """Whether names stand for parties of a case."""
    if part.scan.passage.statements[0].kind == "heading" and group.relation in ("by", "against"):
        return True  # X tegen Y
    if group.relation in ("by", "against", "between"):
        return bool(group.noun) or given or around.context or part.scan.committee
    if group.relation in ("about", "with"):
        return group.noun is not None or around.known
    if group.relation == "other":
        return False
    if group.noun is not None or (group.colon and part.scan.nouns):
        return True
    if part.scan.passage.words.has("relations.because", part.plain, part.start, group.start):
        return any(group.start < v.end for v in part.verdicts)
    passage = part.scan.passage
    if _only_follows(part):
        return False
    before = passage.words.has("nouns.own_committee", passage.lower)  # stonden voor de commissie
    return (given or before) and (
        _leads(part, group) or all(name.certain and name.kind == "name" for name in group.names)
    )


def _only_follows(part: Part) -> bool:
    """Whether somebody only acts on rulings: `naar aanleiding van de uitspraak van 7 januari`."""
    words, lower = part.scan.passage.words, part.scan.passage.lower
    if not part.rulings or part.verdicts or part.cases:
        return False
    return all(
        any(
            not lower[m.end() : noun.start].replace("de ", "").replace("the ", "").strip()
            for m in words.patterns["relations.after"].finditer(lower, part.start, noun.start)
        )
        for noun in part.rulings
    )


def _leads(part: Part, group: Group) -> bool:
    """Whether bare names are the subject of the sentence, or won or failed."""
    passage = part.scan.passage
    if group.names[0].kind == "body":
        return bool(part.verdicts)  # de stuurgroep nam kennis van de uitspraken
    fails = any(not v.explicit and group.start < v.end for v in part.scan.verdicts)
    wins = any(
        passage.words.has("outcome.winner", passage.lower, v.start, v.end)
        for v in part.scan.verdicts
    )
    return fails or wins or passage.lower[: group.start].strip(" \"'“(") == ""

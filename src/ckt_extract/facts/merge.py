"""The same fact stated in several places becomes one result with several places."""

from collections.abc import Hashable

from ckt_extract.facts.claim import Claim
from ckt_extract.facts.draft import Draft
from ckt_extract.models.place import Place

__all__ = ["merge_drafts"]


def merge_drafts(drafts: list[Draft]) -> list[Draft]:
    """Keep the first of drafts that say the same, with the places of the others.

    Two drafts say the same when value, unit, group, year, dimensions and indicator are the same
    (a result of one page may be the previous value of another); without an indicator the words
    of the claim have to be the same too. A value that is only rounded or bounded (`bijna 6.000`)
    is not the same as an exact one. A value without a word (the *63%* inside a chart) is the same
    as the one of its page that has a label.
    """
    first: dict[Hashable, Draft] = {}
    labelled = _labelled(drafts)
    replaced: dict[int, Draft] = {}
    also: dict[int, list[Place]] = {}
    kept: list[Draft] = []
    for draft in sorted(drafts, key=_is_bare):  # those with words first, else in reading order
        key = _key(draft)
        beside = labelled.get(_value_on_page(draft), []) if _is_bare(draft) else []
        same = first.setdefault(_key(beside[0]) if len(beside) == 1 else key, draft)
        if same is draft:
            kept.append(draft)
            continue
        replaced[id(draft)] = same
        also.setdefault(id(same), []).append(draft.place)
        same.links = tuple(dict.fromkeys((*same.links, *draft.links)))
        if draft.previous is not same:
            same.previous = same.previous or draft.previous
        _add_sizes(same.claim, draft.claim)
        draft.merged_into = same
    for draft in kept:
        draft.also = tuple(also.get(id(draft), ()))
        if draft.previous is not None:
            older = replaced.get(id(draft.previous), draft.previous)
            draft.previous = older if older is not draft and older.previous is not draft else None
    for draft in drafts:
        if draft.merged_into is not None:
            draft.claim = None  # nobody asks for it any more
    return [draft for draft in drafts if id(draft) not in replaced]


def _key(draft: Draft) -> Hashable:
    claim = draft.claim
    if claim is None:
        return (" ".join(draft.text.lower().split()),)
    measure = claim.measure
    return (
        measure.kind,
        measure.value,
        measure.upper,
        measure.bound,
        measure.unit,
        measure.currency,
        claim.group.kind if claim.group else None,
        claim.year,
        "level" if claim.role in ("result", "previous") else claim.role,
        claim.derived,
        tuple(sorted(draft.dimensions.items())),
        draft.indicator or draft.subject.lower(),
    )


def _is_bare(draft: Draft) -> bool:
    """Whether a statement is a number and nothing else."""
    return draft.claim is not None and not any(char.isalpha() for char in draft.text)


def _value_on_page(draft: Draft) -> Hashable:
    claim = draft.claim
    if claim is None:
        return None
    measure = claim.measure
    group = claim.group.kind if claim.group else None
    return draft.place.page, measure.kind, measure.value, measure.bound, group, claim.role


def _labelled(drafts: list[Draft]) -> dict[Hashable, list[Draft]]:
    """The drafts with words, of short statements, by their value and page."""
    found: dict[Hashable, list[Draft]] = {}
    for draft in drafts:
        if draft.claim is not None and not _is_bare(draft):
            found.setdefault(_value_on_page(draft), []).append(draft)
    return found


def _add_sizes(claim: Claim | None, other: Claim | None) -> None:
    """A later place may give the number behind a share, or the size of its group."""
    if claim is None or other is None:
        return
    richer = claim.total is None and other.total is not None
    if other.count is not None and (claim.count is None or richer):
        claim.count, claim.count_written = other.count, other.count_written
        claim.total = other.total
    mine, theirs = claim.group, other.group
    if mine is not None and theirs is not None and mine.size is None:
        mine.size = theirs.size
        mine.basis = mine.basis or theirs.basis

"""How models are made without validation, and changed."""

from typing import Any

import pytest

from ckt_extract import Box, Place
from ckt_extract.models.document import Document
from ckt_extract.models.report import Report
from ckt_extract.models.result import Result

PLACE: dict[str, Any] = {"page": 1, "boxes": (Box(1.0, 2.0, 3.0, 4.0),), "quote": "57 bedrijven"}


def test_built_is_the_same_as_validated() -> None:
    """A model of values that are known to be right is the one that validation gives."""
    assert Place.built(**PLACE) == Place(**PLACE)
    assert list(Place.built(**PLACE).__dict__) == list(Place(**PLACE).__dict__)
    assert Place.built(**PLACE).model_dump_json() == Place(**PLACE).model_dump_json()


def test_defaults_are_not_shared() -> None:
    """A default that is made anew for each model belongs to that one alone."""
    one, other = (
        Result.built(id=name, text="", subject="", place=Place(**PLACE)) for name in ("r1", "r2")
    )
    assert one.dimensions == {}
    assert one.dimensions is not other.dimensions


def test_all_fields_count_as_given() -> None:
    """As in a report that is read from JSON, no field counts as left out."""
    assert Place.built(**PLACE).model_fields_set == set(Place.model_fields)


def test_changed_keeps_the_rest() -> None:
    """A changed model has the new values, the old ones stay as they were."""
    place = Place.built(**PLACE)
    assert place.changed(page=2) == Place(**{**PLACE, "page": 2})
    assert place.page == 1


def test_built_is_frozen() -> None:
    """What was built cannot be changed either."""
    with pytest.raises(ValueError, match="frozen"):
        Document.built(name="x.pdf").name = "y.pdf"


def test_a_report_is_copied_by_pydantic_too() -> None:
    """The ways of pydantic itself work on a model that was built."""
    report = Report.built(document=Document.built(name="x.pdf"))
    assert report.model_copy(update={"year": 2019}).year == 2019
    assert hash(Place.built(**PLACE)) == hash(Place(**PLACE))

"""The models of where words stand, made of the records of layout."""

from ckt_extract.layout import records
from ckt_extract.layout.statement import Statement
from ckt_extract.models.place import Link, Place

__all__ = ["link_of", "links_of", "place_of", "place_of_record"]


def place_of(statement: Statement, start: int | None = None, end: int | None = None) -> Place:
    """The model of `Statement.place`; what is asked for again is the same one."""
    span = statement.span(start, end)
    place: Place | None = statement.places.get(span)
    if place is None:
        place = place_of_record(statement.place(start, end))
        statement.places[span] = place
    return place


def links_of(statement: Statement) -> tuple[Link, ...]:
    """The links that lie on the words of a statement."""
    return tuple(link_of(link) for link in statement.links)


def link_of(link: records.Link) -> Link:
    """The model of a link."""
    return Link.built(uri=link.uri, text=link.text, place=place_of_record(link.place))


def place_of_record(place: records.Place) -> Place:
    """The model of a place."""
    return Place.built(page=place.page, boxes=place.boxes, quote=place.quote, method=place.method)

"""Pages of words become statements in reading order, with their places."""

from ckt_extract.layout.document import PageLayout, lay_out

__all__ = ["PageLayout", "lay_out"]

"""The statements of a table."""

from ckt_extract.layout.statement import Statement
from ckt_extract.layout.table_model import GridTable

__all__ = ["cell_statements"]


def cell_statements(table: GridTable, block: int) -> list[Statement]:
    """One statement for each cell."""
    return []

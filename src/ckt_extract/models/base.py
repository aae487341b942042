"""The settings that all models share."""

from pydantic import BaseModel, ConfigDict

__all__ = ["Model"]


class Model(BaseModel):
    """A frozen model: what was read from a document does not change afterwards.

    Unknown fields are refused, so that a JSON file of another schema version fails
    loudly. `Decimal` values are written to JSON as strings and come back exactly.
    Schemas are built on first use, which keeps the import of the package short.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

"""The settings that all models share, and the quick way to make one."""

from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple, Self

from pydantic import BaseModel, ConfigDict

__all__ = ["Model"]

_set = object.__setattr__
"""Models are frozen, also for themselves."""


class Model(BaseModel):
    """A frozen model: what was read from a document does not change afterwards.

    Unknown fields are refused, so that a JSON file of another schema version fails
    loudly. `Decimal` values are written to JSON as strings and come back exactly.
    Schemas are built on first use, which keeps the import of the package short.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    @classmethod
    def built(cls, **values: Any) -> Self:  # noqa: ANN401 - as `model_construct` of pydantic
        """A model of values that are known to be right; nothing is validated.

        `model_construct` of pydantic looks at each field and gives each model a set of the names
        that were given. Half of what a large report takes in memory would be these sets; here
        all fields count as given, as they do in a report that is read from JSON.

        Args:
            values: The fields by name, with the types that they are declared with; those that
                have a default may be left out.
        """
        form = _form_of(cls)
        made = cls.__new__(cls)
        # Set one by one, the values share the names of their class; a dict of each model's own
        # would be half of what it takes.
        for name, value in {**form.template, **values}.items():
            _set(made, name, value)
        for name, factory in form.factories:
            if name not in values:
                _set(made, name, factory())
        _set(made, "__pydantic_fields_set__", form.names)
        _set(made, "__pydantic_extra__", None)
        _set(made, "__pydantic_private__", None)
        return made

    def changed(self, **values: Any) -> Self:  # noqa: ANN401 - as `model_copy` of pydantic
        """The same with other values, which are known to be right."""
        return self.built(**{**self.__dict__, **values})


class _Form(NamedTuple):
    """What all instances of a model have in common."""

    template: dict[str, Any]
    """Every field in its order, with its default."""
    factories: tuple[tuple[str, Callable[[], Any]], ...]
    names: set[str]


@cache
def _form_of(model: type[Model]) -> _Form:
    fields = model.__pydantic_fields__
    return _Form(
        {name: None if field.is_required() else field.default for name, field in fields.items()},
        tuple((n, f.default_factory) for n, f in fields.items() if f.default_factory is not None),  # type: ignore[misc]  # no factory here takes the data
        set(fields),
    )

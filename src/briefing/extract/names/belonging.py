"""To which government somebody belongs, as a language tells it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct, field


class Belonging(Struct, frozen=True):
    """What names show of governments and their services."""

    told: Callable[[str], str | None] = lambda _name: None
    """The id of the government that a name tells: « ministère russe de la Défense » → gouvernement-russe."""
    is_bare: Callable[[str], bool] = lambda _name: False
    """Whether a name is that of a service and tells no state: « ministère de la Défense »."""
    home: Mapping[str, str] = field(default_factory=dict)
    """The states, each with its government, whose newspapers call their own services so."""

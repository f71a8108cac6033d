"""What is known of single outlets beforehand; `outlets.yaml` explains the fields."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

import yaml
from msgspec import Struct, convert

from briefing.collect.words import folded


class Outlet(Struct, frozen=True):
    """An outlet: its name, what its pages call it, and what stands on them beside the article."""

    name: str = ""
    aliases: tuple[str, ...] = ()
    zone: str = ""
    drop: tuple[str, ...] = ()


UNKNOWN = Outlet()


@cache
def outlets() -> dict[str, Outlet]:
    """The outlets, by host."""
    text = (files(__package__) / "outlets.yaml").read_text("utf-8")
    return convert(yaml.load(text, Loader=yaml.BaseLoader), dict[str, Outlet])  # noqa: S506 - strings


def outlet_at(url: str | None) -> Outlet:
    """The outlet to whose host an address belongs, or UNKNOWN."""
    return next((outlets()[host] for host in hosts(url) if host in outlets()), UNKNOWN)


def hosts(url: str | None) -> Iterator[str]:
    """The host of an address and those above it: `sport.lemonde.fr`, `lemonde.fr`."""
    try:
        labels = (urlsplit(url or "").hostname or "").split(".")
    except ValueError:
        return
    yield from (".".join(labels[n:]) for n in range(len(labels) - 1))


def outlet_named(name: str | None) -> Outlet:
    """The outlet that a page calls by a name, or UNKNOWN."""
    called = folded(name or "")
    return next((o for o in outlets().values() if called in {folded(n) for n in (o.name, *o.aliases)}), UNKNOWN)

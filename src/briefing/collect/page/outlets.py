"""What is known of single outlets beforehand; `outlets.yaml` explains the fields."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

import yaml
from msgspec import Struct, convert
from msgspec.structs import replace

from briefing.collect.page.metadata import Declared
from briefing.collect.page.title import BAR
from briefing.collect.words import folded, plain

_SITE = re.compile(r"^(?:https?://)?(?:www\.)?|\s*\(www\.[^()]*\)$|\.(?:fr|com|eu|be|ch|ca|co\.uk)/?$", re.IGNORECASE)
_LONGEST = 6
"""More words are a section or a slogan."""


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
    return next((outlets()[host] for host in _hosts(url) if host in outlets()), UNKNOWN)


def _hosts(url: str | None) -> Iterator[str]:
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


def outlet_of(declared: Declared, named: str | None, headline: str | None, urls: Sequence[str | None]) -> Outlet:
    """The outlet of a page: by its address, else the name that most of what tells its name agree on.

    That is what the page declares, its host, and in `named`, its `<title>`, what stands beside the headline.
    """
    hosts = [label for url in urls for host in _hosts(url) for label in [host.partition(".")[0]]]
    beside = _beside(named or "", headline or "")
    others = [beside, *(name for text in declared.authors for name in text.split(", "))]
    told = [*declared.outlets, *(name for name in others if _bare(name) in hosts)] or [beside]
    known = next((o for o in (*map(outlet_at, urls), *map(outlet_named, told[:1])) if o is not UNKNOWN), UNKNOWN)
    if known.name:
        return known
    seen = Counter(map(_bare, (*dict.fromkeys(told), beside, *hosts)))
    best = max(told, key=lambda name: (plain_name(name) == name, seen[_bare(name)]))
    return replace(known, name=plain_name(best) or "")


def _beside(named: str, headline: str) -> str:
    """What a `<title>` says behind the headline, at its end, or before it: « La crue | Société | L'Écho »."""
    parts = [part.strip() for part in BAR.split(named)]
    shown, whole = _bare(headline), _bare(named)
    if len(parts) < 2 or not shown or shown == whole:
        return ""
    part = parts[-1] if whole.startswith(shown) else parts[0] if whole.endswith(shown) else ""
    return part if len(part.split()) <= _LONGEST else ""


def _bare(name: str) -> str:
    """A name as an address would have it: « L’Écho », `lecho`."""
    return re.sub(r"\W+", "", plain(plain_name(name) or ""))


def plain_name(name: str | None) -> str | None:
    """A name without its address: « Le Monde.fr » is Le Monde, `https://www.horizont.net` is horizont.net."""
    bare = _SITE.sub("", (name or "").strip()).strip(" /")
    return bare or None

"""The outlet of a page, as it is usually called."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from briefing.collect.lines.outlets import UNKNOWN, Outlet, hosts, outlet_at, outlet_named
from briefing.collect.page.metadata import Declared
from briefing.collect.page.title import BAR
from briefing.collect.words import is_one_of, plain

_SITE = re.compile(r"^(?:https?://)?(?:www\.)?|\s*\(www\.[^()]*\)$|\.(?:fr|com|eu|be|ch|ca|co\.uk)/?$", re.IGNORECASE)
_SLOGAN = 2
"""Words; what stands behind a name's comma and is no longer is part of it: « Sud, édition locale »."""
_LONGEST = 6
"""More words are a section or a slogan."""


def outlet_of(declared: Declared, named: str | None, headline: str | None, urls: Sequence[str | None]) -> Outlet:
    """The outlet of a page: by its address, else the name that most of what tells its name agree on.

    That is what the page declares, its host, and in `named`, its `<title>`, what stands beside the headline.
    """
    labels = [host.partition(".")[0] for url in urls for host in hosts(url)]
    beside = _beside(named or "", headline or "")
    signing = [name for text in declared.authors for name in text.split(", ")]
    is_told = any(plain_name(name) == name for name in declared.outlets)
    agreeing = {*labels, *(_bare(beside) for name in signing if not is_told and _bare(name) == _bare(beside))}
    told = [
        *filter(None, map(_without_slogan, declared.outlets)),
        *(name for name in (beside, *signing) if _bare(name) in agreeing),
    ] or [beside]
    known = next((o for o in (*map(outlet_at, urls), *map(outlet_named, told[:1])) if o is not UNKNOWN), UNKNOWN)
    if known.name:
        return known
    seen = Counter(map(_bare, (*dict.fromkeys(told), beside, *labels)))
    agencies = {name for name in told if is_one_of(name, "agencies")}
    best = max(
        told,
        key=lambda name: (name not in agencies or _bare(name) in labels, plain_name(name) == name, seen[_bare(name)]),
    )
    return replace(known, name=plain_name(best) or "")


def _beside(named: str, headline: str) -> str:
    """What a `<title>` says behind the headline, at its end, or before it: « La crue | Société | L'Écho »."""
    parts = [part.strip() for part in BAR.split(named)]
    shown, whole = _bare(headline), _bare(named)
    if len(parts) < 2 or not shown or shown == whole:
        return ""
    part = parts[-1] if whole.startswith(shown) else parts[0] if whole.endswith(shown) else ""
    return part if len(part.split()) <= _LONGEST and not is_one_of(part, "buttons") else ""


def _without_slogan(name: str) -> str:
    """« L'Écho, le média des Ormes » is L'Écho."""
    short, _, rest = name.partition(", ")
    return short if len(rest.split()) > _SLOGAN and rest[0].islower() else name


def _bare(name: str) -> str:
    """A name as an address would have it: « L’Écho », `lecho`."""
    return re.sub(r"\W+", "", plain(plain_name(name) or ""))


def plain_name(name: str | None) -> str | None:
    """A name without its address: « Le Monde.fr » is Le Monde, `https://www.horizont.net` is horizont.net."""
    bare = _SITE.sub("", (name or "").strip()).strip(" /")
    return bare or None

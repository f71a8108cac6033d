"""How the claims of a group reached their reader: origin → relays → article, those of one origin together."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct

from briefing.model.chain import Chain, Source
from briefing.model.relation import Corroboration
from briefing.pages.views.catalogue import Catalogue
from briefing.pages.views.shown import ClaimShown, Link


class ChainShown(Struct, frozen=True, kw_only=True):
    """The way of one claim; `origins` is empty where nobody is named as its origin."""

    origins: tuple[Link, ...]
    relays: tuple[Link, ...]
    claim: ClaimShown
    doubt: str | None
    """Why it adds no origin: a name of the catalogue's."""
    rows: int
    """How many ways begin at this origin, for the first of them; 0 for the others."""


def chains(catalogue: Catalogue, group: Corroboration) -> tuple[ChainShown, ...]:
    """The ways of a group's claims, in the order in which their origins first appear."""
    shown = [chain for chain in group.chains if chain.claim in catalogue.claims]
    first = {chain.origins: place for place, chain in reversed(list(enumerate(shown)))}
    ordered = sorted(shown, key=lambda chain: first[chain.origins])
    return tuple(_rows(catalogue, ordered))


def _rows(catalogue: Catalogue, ordered: list[Chain]) -> Iterator[ChainShown]:
    for origins, same in groupby(ordered, key=lambda chain: chain.origins):
        ways = list(same)
        for number, chain in enumerate(ways):
            yield ChainShown(
                origins=tuple(_link(catalogue, origin) for origin in origins),
                relays=tuple(_link(catalogue, relay) for relay in chain.relays),
                claim=catalogue.claims[chain.claim],
                doubt=chain.doubt.value if chain.doubt else None,
                rows=0 if number else len(ways),
            )


def _link(catalogue: Catalogue, source: Source) -> Link:
    known = catalogue.link(source.entity) if source.entity else None
    return known or Link(source.name)

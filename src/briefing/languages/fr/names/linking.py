"""Which mentions are one entity: short forms, acronyms, spellings, ways to call the same event."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from briefing.languages.fr.names.candidates import Candidate
from briefing.languages.fr.names.capitals.scene import Scene
from briefing.languages.fr.names.known import key
from briefing.languages.fr.names.lists import heads, words
from briefing.model.annotation import EntityType
from briefing.model.entity import Entity, slug

_YEAR = re.compile(r"(?:19|20)\d\d")
_FOREIGN_ACRONYM = 6
_WARS = frozenset({"conflict", "crisis"})
_VOTES = frozenset({"vote", "ballot"})


class Linker:
    """Gives each candidate of an article its entity."""

    def __init__(self, scene: Scene, candidates: list[Candidate]) -> None:
        self._scene = scene
        self._text = scene.page.text
        self._keys = {key(self._surface(c)) for c in candidates}
        self._wars = {c.about for c in candidates if c.head == "conflict"}
        self._votes = self._fullest(c for c in candidates if c.head in _VOTES)
        self._acronyms = dict(self._defined(candidates)) | dict(self._christened(candidates))
        self._first_words = self._bodies(candidates)

    def entity(self, candidate: Candidate) -> Entity | str:
        """The known entity, or the id of a discovered one."""
        surface = self._surface(candidate)
        if candidate.aliases:
            return self._chosen(candidate) or slug(surface)
        if candidate.head in _WARS:
            return self._war(candidate)
        if candidate.head in _VOTES:
            return self._votes[self._vote(candidate)]
        if candidate.type in (EntityType.PERSON, EntityType.OTHER) and (person := self._scene.people.find(surface)):
            return person
        return self._acronyms.get(key(surface)) or self._first_words.get(surface) or slug(surface)

    def _surface(self, candidate: Candidate) -> str:
        return self._text[candidate.start : candidate.end]

    def _chosen(self, candidate: Candidate) -> Entity | None:
        """The one entity that the name means: of several, the one that another of its names shows in the article."""
        entities = {a.entity.id: a.entity for a in candidate.aliases}
        if len(entities) > 1:
            own = key(self._surface(candidate))
            shown = {i: e for i, e in entities.items() if {key(n) for n in (e.name, *e.aliases)} & self._keys - {own}}
            entities = shown or {i: e for i, e in entities.items() if key(e.name) == own}
        return next(iter(entities.values())) if len(entities) == 1 else None

    def _war(self, candidate: Candidate) -> str:
        """All names of the war in a country are one; a crisis is that war where the article speaks of it."""
        war = candidate.head == "conflict" or candidate.about in self._wars
        return slug(" ".join(("guerre" if war else "crise", *candidate.about)))

    def _vote(self, candidate: Candidate) -> tuple[str, ...]:
        year = _YEAR.search(self._surface(candidate))
        return (*candidate.about, year[0] if year else "")

    def _fullest(self, votes: Iterable[Candidate]) -> dict[tuple[str, ...], str]:
        """The ids of votes: of one kind and country, a name without a year is the one with a year if it is alone."""
        groups: dict[tuple[str, ...], dict[str, str]] = defaultdict(dict)
        for vote in votes:
            *kind, year = self._vote(vote)
            names = groups[tuple(kind)]
            names[year] = max(names.get(year, ""), self._surface(vote), key=len)
        ids = {}
        for about, names in groups.items():
            dated = [year for year in names if year]
            for year, name in names.items():
                ids[*about, year] = slug(names[dated[0]] if not year and len(dated) == 1 else name)
        return ids

    def _defined(self, candidates: list[Candidate]) -> Iterator[tuple[str, str]]:
        """« Syndicat national des lycéens (SNL) »: what stands in brackets after a name of its letters is that name."""
        for pair in pairwise(candidates):
            between, after = self._text[pair[0].end : pair[1].start], self._text[pair[1].end : pair[1].end + 1]
            if between != " (" or after != ")" or pair[0].type is EntityType.PERSON:
                continue
            short, full = sorted(pair, key=lambda c: c.end - c.start)
            brief, long = self._surface(short), self._surface(full)
            foreign = not short.aliases and full.type is EntityType.ORGANISATION and _is_foreign(brief, long)
            if foreign or (not (short.aliases and full.aliases) and _abbreviates(brief, long)):
                entity = self._chosen(full) if full.aliases else None
                yield key(brief), entity.id if entity else slug(long)

    def _christened(self, candidates: list[Candidate]) -> Iterator[tuple[str, str]]:
        """« Chido » is the cyclone Chido."""
        for candidate in candidates:
            surface = self._surface(candidate)
            if candidate.head == "christened":
                yield key(surface.partition(" ")[2]), slug(surface)

    def _bodies(self, candidates: list[Candidate]) -> dict[str, str]:
        """The first words of bodies that mean one body of the article: « Commission », « Véralis (Group) »."""
        generic = {head.word for head in heads() if head.word[0].isupper()}
        found: dict[str, Counter[str]] = defaultdict(Counter)
        for candidate in candidates:
            first, _, rest = self._surface(candidate).partition(" ")
            own = not candidate.aliases and " " not in rest
            if rest and self._is_body(candidate, first) and (first in generic or own):
                known = self._chosen(candidate) if candidate.aliases else None
                found[first][known.id if known else slug(self._surface(candidate))] += 1
        return {first: next(iter(ids)) for first, ids in found.items() if len(ids) == 1}

    @staticmethod
    def _is_body(candidate: Candidate, first: str) -> bool:
        named = candidate.type in (EntityType.ORGANISATION, EntityType.EVENT)
        return named or (first.isupper() and candidate.type is not EntityType.PERSON)

    def is_bare(self, candidate: Candidate) -> bool:
        """Whether the words are only the first noun of a body that the article does not name: « la Fédération »."""
        surface = self._surface(candidate)
        return surface in words("generic bodies") and surface not in self._first_words


def _is_foreign(short: str, long: str) -> bool:
    """Whether brackets may hold the acronym of another language: « Institut américain de géologie (USGS) »."""
    return " " in long and " " not in short and 2 < len(short) <= _FOREIGN_ACRONYM and not short.islower()


def _abbreviates(short: str, long: str) -> bool:
    """Whether the capitals of `short` follow each other in `long`, from its first letter on."""
    letters = [c for c in key(short) if c != " "]
    rest = iter(key(long).replace(" ", ""))
    return short[:2].isupper() and letters[:1] == [key(long)[0]] and all(c in rest for c in letters)

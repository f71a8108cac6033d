"""Which mentions are one entity: short forms, acronyms, spellings, ways to call the same event."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from briefing.extract.analysis.syntax import Tag
from briefing.extract.names.acronyms import Expansion, abbreviates, may_be_foreign
from briefing.extract.names.candidates import Candidate
from briefing.extract.names.known import key
from briefing.extract.names.people import People
from briefing.languages.fr.grammar.voices import titles
from briefing.languages.fr.grammar.words import readings
from briefing.languages.fr.phrases.towns import short_name
from briefing.languages.fr.phrases.vocabulary import heads, words
from briefing.model.annotation import EntityType
from briefing.model.entity import Entity, slug

_LAST_WORD = re.compile(r"\w+(?:'| )$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_WARS = frozenset({"conflict", "crisis"})
_VOTES = frozenset({"vote", "ballot"})
_ALIKE = frozenset({"organ", "team", "accession"})
"""Kinds that a noun and a place name wholly: « parlement turc », « parlement de Turquie »."""
_TITLE = 16
"""Letters back to a title of civility: « Mademoiselle »."""


@cache
def _heads() -> frozenset[str]:
    return frozenset(head.word for head in heads())


class Linker:
    """Gives each candidate of an article its entity."""

    def __init__(self, text: str, people: People, candidates: list[Candidate], spelled: Iterable[Expansion]) -> None:
        self._text = text
        self._people = people
        self._keys = {key(self._surface(c)) for c in candidates}
        self._wars = {c.about for c in candidates if c.head == "conflict"}
        self._votes = self._fullest(c for c in candidates if c.head in _VOTES)
        known = {c.span: c for c in candidates}
        self._acronyms = {key(e.acronym): self._named(e, known.get(e.span)) for e in spelled if e.span in known}
        self._acronyms |= dict(self._defined(candidates)) | dict(self._christened(candidates))
        self._first_words = self._beginnings(candidates)
        self._alike = self._named_alike(c for c in candidates if c.head in _ALIKE)
        self._years = self._editions(candidates)

    def entity(self, candidate: Candidate) -> Entity | str:
        """The known entity, or the id of a discovered one."""
        surface = self._surface(candidate)
        acronym = self._acronyms.get(key(surface))
        if acronym and not any(a.registered for a in candidate.aliases):
            return acronym
        if candidate.aliases:
            return self._chosen(candidate) or slug(surface)
        if candidate.head in _WARS:
            return self._war(candidate)
        if candidate.head in _VOTES:
            return self._votes[self._vote(candidate)]
        if candidate.head in _ALIKE:
            return self._alike[_alike(surface, candidate)]
        if candidate.head == "contest" and (edition := self._edition(candidate)):
            return edition
        if candidate.type in (EntityType.PERSON, EntityType.OTHER) and (person := self._person(candidate)):
            return person
        return self._first_words.get(surface) or slug(surface)

    def _person(self, candidate: Candidate) -> str | None:
        surface = self._surface(candidate)
        if surface[0] == "@":
            return self._people.of_account(surface)
        before = self._text[max(0, candidate.start - _TITLE) : candidate.start].split()
        return self._people.find(surface, titles().get(before[-1].lower(), "") if before else "")

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

    def _id(self, candidate: Candidate) -> str:
        known = self._chosen(candidate) if candidate.aliases else None
        return known.id if known else slug(self._surface(candidate))

    def _named(self, expansion: Expansion, candidate: Candidate | None) -> Entity | str:
        known = self._chosen(candidate) if candidate and candidate.aliases else None
        return known or slug(expansion.span.of(self._text))

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

    def _named_alike(self, candidates: Iterable[Candidate]) -> dict[tuple[str, ...], str]:
        """The ids of bodies of a state: the first way in which the article names one."""
        ids: dict[tuple[str, ...], str] = {}
        for candidate in candidates:
            surface = self._surface(candidate)
            ids.setdefault(_alike(surface, candidate), slug(surface))
        return ids

    def _editions(self, candidates: Iterable[Candidate]) -> dict[str, set[tuple[str, ...]]]:
        """The sports, years and places by which the article tells the editions of a known contest apart."""
        found: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        for candidate in candidates:
            for alias in candidate.base:
                found[alias.entity.id].add(candidate.about)
        return found

    def _edition(self, candidate: Candidate) -> Entity | None:
        """« Jeux olympiques 2024 » are the Games where the article speaks of no other ones."""
        for entity in {alias.entity.id: alias.entity for alias in candidate.base}.values():
            said = self._years[entity.id]
            sports, years, places = ({about[n] for about in said} - {""} for n in range(3))
            if not sports and len(years) <= 1 and len(places) <= 1:
                return entity
        return None

    def _defined(self, candidates: list[Candidate]) -> Iterator[tuple[str, Entity | str]]:
        """« Syndicat national des lycéens (SNL) »: what stands in brackets after a name of its letters is that name."""
        for pair in pairwise(candidates):
            between, after = self._text[pair[0].end : pair[1].start], self._text[pair[1].end : pair[1].end + 1]
            if between != " (" or after not in ")," or pair[0].type is EntityType.PERSON:
                continue
            short, full = sorted(pair, key=lambda c: c.end - c.start)
            brief, long = self._surface(short), self._surface(full)
            foreign = not short.aliases and full.type is EntityType.ORGANISATION and may_be_foreign(brief, long)
            if (foreign and after == ")") or abbreviates(brief, long):
                yield key(brief), (self._chosen(full) if full.aliases else None) or slug(long)

    def _christened(self, candidates: list[Candidate]) -> Iterator[tuple[str, str]]:
        """« Chido » is the cyclone Chido."""
        for candidate in candidates:
            surface = self._surface(candidate)
            if candidate.head == "christened":
                yield key(surface.partition(" ")[2]), slug(surface)

    def _beginnings(self, candidates: list[Candidate]) -> dict[str, str]:
        """The first words that mean one body, event or place: « Commission », « Véralis (Group) », « Luzy(-sur-Yon) ».

        A name that stood alone before is no short form: « Véralis (a vendu) Véralis Digital » are two firms.
        """
        found: dict[str, Counter[tuple[bool, str]]] = defaultdict(Counter)
        alone = {self._surface(c): c.start for c in reversed(candidates) if not self._is_determined(c)}
        for candidate in candidates:
            first, _, rest = self._surface(candidate).partition(" ")
            branch = alone.get(first, candidate.start) < candidate.start and rest.lower() not in words("legal forms")
            if rest and first[0].isupper() and candidate.type is not EntityType.PERSON and not branch:
                found[first][bool(candidate.aliases), self._id(candidate)] += 1
            if town := short_name(first):
                found[town][bool(candidate.aliases), self._id(candidate)] += 1
        return {first: one for first, ids in found.items() if (one := _only(ids))}

    def _is_determined(self, candidate: Candidate) -> bool:
        """« la Commission », « l'Agence »: a common noun, short for the whole name wherever that stands."""
        before = _LAST_WORD.search(self._text, max(0, candidate.start - _TITLE), candidate.start)
        read = readings(before[0].strip().lower(), 0) if before else ()
        return any(r.tag is Tag.DETERMINER or r.kind == "contracted" for r in read)

    def is_bare(self, candidate: Candidate) -> bool:
        """Whether the words are only the first noun of a body that the article does not name: « la Fédération »."""
        surface = self._surface(candidate)
        generic = surface[0].isupper() and not candidate.aliases and surface in _heads()
        return generic and surface not in self._first_words


def _only(ids: Iterable[tuple[bool, str]]) -> str | None:
    """The one id, or the one that a known name has."""
    known = {one for is_known, one in ids if is_known}
    alone = known or {one for _, one in ids}
    return alone.pop() if len(alone) == 1 else None


def _alike(surface: str, candidate: Candidate) -> tuple[str, ...]:
    noun = surface.replace("'", " ").split(" ")[0].lower()
    return (_ENTRY if candidate.head == "accession" else noun.removesuffix("s"), *candidate.about)


_ENTRY = "adhésion"
"""What an entry into a body is: « adhésion de la Finlande », « entrée de la Finlande dans l'Otan »."""

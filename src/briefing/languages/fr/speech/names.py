"""Names that the article gives: which mention a noun group is, and the fullest name of whom it mentions."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from briefing.extract.reading import Reading
from briefing.model.annotation import EntityType, Mention
from briefing.model.entity import Entity
from briefing.model.span import Span

_CAPITALS = re.compile(r"[A-ZÀ-Þ][\w'-]*\w(?: (?:(?:de|du|von|van|ben|al|el|bin|der|d') ?)?[A-ZÀ-Þ][\w'-]*\w)+")
_TITLES = re.compile(r"^(?:(?:MM?|Mmes?|Mlle|Mgr|Dr|Pr|Me)\.? |(?:monsieur|madame|maître) )", re.IGNORECASE)

_ARTICLE = re.compile(r"^(?:L[ea]s?|L'|Un|Une|Des|Ce|Cet|Cette|Ces|Son|Sa|Ses|Leurs?) ?(?=[A-ZÀ-Þ])")
_SPEAKING = frozenset({EntityType.PERSON, EntityType.ORGANISATION, EntityType.OTHER})
"""What may hold a role; a bare first name is often all that tells a person."""
_NEAREST = 40
"""Mentions back to somebody who is taken up."""


class Named(NamedTuple):
    """A place where somebody is named, by canonical name."""

    span: Span
    name: str
    entity: str | None
    is_person: bool


class Names:
    """The mentions of a reading, looked up by place, and the canonical names of entities."""

    def __init__(self, reading: Reading) -> None:
        self.text = reading.article.text
        self._mentions = sorted(reading.mentions, key=lambda mention: mention.start)
        self._starts = [mention.start for mention in self._mentions]
        self._register = {entity.id: entity for entity in reading.register}

    def inside(self, span: Span) -> Iterator[Mention]:
        """The mentions that lie in a span, in order."""
        i = bisect_left(self._starts, span.start)
        while i < len(self._mentions) and self._starts[i] < span.end:
            if self._mentions[i].end <= span.end:
                yield self._mentions[i]
            i += 1

    def person_in(self, span: Span) -> Mention | None:
        """The last person named in a span."""
        people = [mention for mention in self.inside(span) if mention.type is EntityType.PERSON]
        return people[-1] if people else None

    def named_before(self, offset: int, kind: EntityType = EntityType.PERSON) -> Iterator[Mention]:
        """The last people, or bodies, named before an offset, the nearest first."""
        last = bisect_left(self._starts, offset)
        for mention in reversed(self._mentions[max(0, last - _NEAREST) : last]):
            if mention.type is kind:
                yield mention

    def entity_at(self, span: Span) -> str | None:
        """The entity that a span names."""
        return next((mention.entity for mention in self.inside(span)), None)

    def entity_that_is(self, span: Span) -> str | None:
        """The entity whose name is the whole span."""
        return next((mention.entity for mention in self.inside(span) if mention.span == span), None)

    def name_of(self, entity: str | None, written: str) -> str:
        """The canonical name: the project's, else the fullest form in the article, else what is written."""
        if entity in self._register:
            return self._register[entity].name
        if entity in self._fullest:
            return self._fullest[entity]
        return self._fuller(written)

    def register(self) -> Iterator[Entity]:
        """The project's entities."""
        return iter(self._register.values())

    def named(self) -> Iterator[Named]:
        """Every place where a person or a body is named."""
        for mention in self._mentions:
            if mention.type in _SPEAKING:
                name = self.name_of(mention.entity, mention.exact)
                yield Named(mention.span, name, mention.entity, mention.type is not EntityType.ORGANISATION)
        if not self._mentions:
            for found in _CAPITALS.finditer(self.text):
                yield Named(Span(*found.span()), _TITLES.sub("", found[0]), None, is_person=True)

    @cached_property
    def _fullest(self) -> dict[str, str]:
        forms: dict[str, list[str]] = defaultdict(list)
        for mention in self._mentions:
            if mention.entity:
                forms[mention.entity].append(mention.exact)
        return {entity: max(found, key=lambda form: (len(form.split()), len(form))) for entity, found in forms.items()}

    def _fuller(self, written: str) -> str:
        """« Morel » → « Jeanne Morel », where the article names her so."""
        bare = _TITLES.sub("", written)
        return self._by_last_word.get(bare.split(" ")[-1].lower(), bare) if bare[:1].isupper() else bare

    @cached_property
    def _by_last_word(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for name in _CAPITALS.finditer(self.text):
            bare = _TITLES.sub("", _ARTICLE.sub("", name[0]))
            found.setdefault(bare.split(" ")[-1].lower(), bare)
        return found

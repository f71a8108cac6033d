"""The mentions of an article: which words name an entity, which entity, and what it stands for when it acts."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache

from msgspec.structs import replace

from briefing.corpus.text import fold
from briefing.extract.names.acronyms import Expansion, expansions
from briefing.extract.names.candidates import Candidate, spread
from briefing.extract.names.choosing import alike, chosen, named
from briefing.extract.names.known import KnownNames
from briefing.extract.reading import Decision, Reading
from briefing.languages.fr.gazetteer.gazetteer import gazetteer
from briefing.languages.fr.grammar.words import closed_forms
from briefing.languages.fr.names.acting import acting, doing
from briefing.languages.fr.names.finding import RULE, find
from briefing.languages.fr.names.linking import Linker
from briefing.languages.fr.phrases.line import Line
from briefing.languages.fr.phrases.vocabulary import body_nouns, heads_by_word
from briefing.model.annotation import EntityType
from briefing.model.entity import Entity

__all__ = ["gazetteer", "mentions"]

_CONTRACTED = {"Le ": (" au ", " du ", " le "), "Les ": (" aux ", " des ", " les "), "La ": (" la ",), "L'": ("l'",)}
"""« Le Havre » is also « (au) Havre », « L'Équipe » also « (l')Équipe »."""
_JOINT = re.compile(
    r"(?:, | et | ou |, et )(?:(?:le|la|les|à|au|aux|en) |l'|à l')?|(?: et | ou )(?:(?:de|du|des|de la) |d'|de l')"
)
"""« Meaux, Provins », « la CGT et de Solidaires »; behind a bare comma « de » says of what somebody is."""

_SPELLED = f"{RULE}spelled_out"
_WEAK = frozenset(f"{RULE}{rule}" for rule in ("person.shape", "body.acronym", "work.article", "place.begun"))
"""Rules that only know the shape of the words."""


@lru_cache(maxsize=8)
def _known(register: tuple[Entity, ...]) -> KnownNames:
    return KnownNames(register, gazetteer(), _CONTRACTED)


@cache
def _small() -> frozenset[str]:
    """The words that an acronym may leave out."""
    return frozenset(word.strip("'") for word in closed_forms())


def mentions(reading: Reading) -> Reading:
    """Fill `mentions`, in the order of the text; they do not overlap."""
    spelled = list(expansions(reading.text, _small(), body_nouns()))
    common = {e.acronym for e in spelled if not e.is_body and not _begun(reading.text, e)}
    found = find(reading, _known(reading.register).find(reading.text), common)
    candidates = [*found.candidates, *_spelled_out(reading.text, spelled), *_outlet(reading)]
    kept, lost = chosen(reading.text, candidates, found.people)
    kept = spread(kept, reading.text, _JOINT, _WEAK)
    linker, acts = Linker(reading.text, found.people, kept, spelled), _Acts(found.lines)
    rows = [named(reading, c, linker.entity(c), acts.at, acts.doing_at) for c in kept if not linker.is_bare(c)]
    shown = [Decision(row.rule, row.span) for row in rows]
    return replace(reading, mentions=tuple(alike(rows, _WEAK, _SPELLED))).noting(*shown, *lost, *found.refused)


def _begun(text: str, expansion: Expansion) -> EntityType | None:
    """What a noun in lower case that begins a spelled-out name makes of it: « projet de loi … (PLF) » is a work."""
    name = expansion.span.of(text).replace("'", "' ").split()
    for forms, head in heads_by_word().get(name[0], ()):
        if tuple(name[: len(forms)]) == forms and head.kind == "spelled":
            return head.type
    return None


def _spelled_out(text: str, spelled: list[Expansion]) -> Iterator[Candidate]:
    for e in spelled:
        kind = EntityType.ORGANISATION if e.is_body else _begun(text, e)
        if kind:
            yield Candidate(e.span.start, e.span.end, _SPELLED, kind, rank=2)


def _outlet(reading: Reading) -> Iterator[Candidate]:
    """« Joint par Sud Info »: the outlet of the article, if its name is no single word of the language."""
    name = fold(reading.article.meta.outlet or "")
    if " " in name:
        for found in re.finditer(rf"\b{re.escape(name)}\b", reading.text):
            yield Candidate(*found.span(), f"{RULE}outlet", EntityType.ORGANISATION, rank=3)


class _Acts:
    """Whether a name acts where it stands, each sentence looked at when first asked."""

    def __init__(self, lines: tuple[Line, ...]) -> None:
        self._lines = sorted(lines, key=lambda line: (line.syntax.span.start, -line.syntax.span.end))
        self._starts = [line.syntax.span.start for line in self._lines]
        self._acting, self._doing = cache(acting), cache(doing)

    def at(self, offset: int) -> bool:
        """Whether the name at an offset of the article acts."""
        line = self._line(offset)
        return line is not None and line.syntax.index_at(offset) in self._acting(line)

    def doing_at(self, offset: int) -> EntityType | None:
        """What does such things as the name at an offset does."""
        line = self._line(offset)
        return None if line is None else self._doing(line).get(line.syntax.index_at(offset) or 0)

    def _line(self, offset: int) -> Line | None:
        for n in range(bisect_right(self._starts, offset) - 1, -1, -1):
            if offset < self._lines[n].syntax.span.end:
                return self._lines[n]
        return None

"""The mentions of an article: which words name an entity, which entity, and what it stands for when it acts."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache

from msgspec.structs import replace

from briefing.extract.names.acronyms import Expansion, expansions
from briefing.extract.names.candidates import Candidate, settle, spread
from briefing.extract.names.known import KnownNames, key
from briefing.extract.names.people import People
from briefing.extract.reading import Decision, Reading
from briefing.languages.fr.gazetteer.gazetteer import gazetteer
from briefing.languages.fr.grammar.words import closed_forms
from briefing.languages.fr.names.acting import acting
from briefing.languages.fr.names.finding import RULE, Found, find
from briefing.languages.fr.names.linking import Linker
from briefing.languages.fr.phrases.line import Line
from briefing.languages.fr.phrases.vocabulary import body_nouns, heads_by_word
from briefing.model.annotation import EntityType, Mention
from briefing.model.entity import Entity

__all__ = ["gazetteer", "mentions"]

_CONTRACTED = {
    "Le ": (" au ", " du ", " le "),
    "Les ": (" aux ", " des ", " les "),
    "La ": (" la ",),
    "L'": ("l'",),
}
"""« Le Havre » is also « (au) Havre », « L'Équipe » also « (l')Équipe »."""
_JOINT = re.compile(r"(?:, | et | ou |, et )(?:(?:le|la|les|à|au|aux|en) |l'|à l')?")

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
    chosen, lost = _choose(reading.text, found, [*found.candidates, *_spelled_out(reading.text, spelled)])
    chosen = spread(chosen, reading.text, _JOINT, _WEAK)
    linker = Linker(reading.text, found.people, chosen, spelled)
    kept = [c for c in chosen if not linker.is_bare(c)]
    rows = list(_rows(reading, found, kept, linker))
    shown = [Decision(row.rule, row.span) for row in rows]
    return replace(reading, mentions=tuple(_typed(rows))).noting(*shown, *lost, *found.refused)


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
            yield Candidate(e.span.start, e.span.end, f"{RULE}spelled_out", kind, rank=2)


def _choose(text: str, found: Found, candidates: list[Candidate]) -> tuple[list[Candidate], list[Decision]]:
    """The candidates that are mentions, in order; a doubtful one needs the same words elsewhere, without doubt."""
    sure = [c for c in candidates if c.sure]
    certain = {key(text[c.start : c.end]) for c, winner in settle(sure) if winner is c}
    doubtful = [c for c in candidates if not c.sure]
    shown = [c for c in doubtful if _is_shown(text, found.people, certain, c)]
    chosen, lost = [], []
    for candidate, winner in settle([*sure, *shown]):
        if candidate is not winner:
            lost.append(Decision(candidate.rule, candidate.span, kept=False, why=f"inside {winner.rule}"))
        elif candidate.is_name:
            chosen.append(candidate)
    alone = (c for c in doubtful if not _is_shown(text, found.people, certain, c))
    lost += [Decision(c.rule, c.span, kept=False, why="a first word, and only here") for c in alone]
    return sorted(chosen, key=lambda c: c.start), sorted(lost, key=lambda d: d.span)


def _is_shown(text: str, people: People, certain: set[str], candidate: Candidate) -> bool:
    surface = text[candidate.start : candidate.end]
    return key(surface) in certain or surface in people


def _rows(reading: Reading, found: Found, kept: list[Candidate], linker: Linker) -> Iterator[Mention]:
    acts = _Acts(found.lines)
    for candidate in kept:
        entity = linker.entity(candidate)
        known = entity if isinstance(entity, Entity) else None
        place = known is not None and known.stands_for is not None
        unexplained = known is None and candidate.type is EntityType.OTHER
        does = (place or unexplained) and acts.at(candidate.start)
        yield Mention(
            exact=candidate.span.of(reading.article.text),
            start=candidate.start,
            end=candidate.end,
            entity=known.id if known else str(entity),
            type=known.type if known else EntityType.ORGANISATION if does else candidate.type,
            stands_for=known.stands_for if known and does else None,
            rule=candidate.rule,
        )


class _Acts:
    """Whether a name acts where it stands, each sentence looked at when first asked."""

    def __init__(self, lines: tuple[Line, ...]) -> None:
        self._lines = sorted(lines, key=lambda line: (line.syntax.span.start, -line.syntax.span.end))
        self._starts = [line.syntax.span.start for line in self._lines]
        self._acting = cache(acting)

    def at(self, offset: int) -> bool:
        """Whether the name at an offset of the article acts."""
        for n in range(bisect_right(self._starts, offset) - 1, -1, -1):
            line = self._lines[n]
            if offset < line.syntax.span.end:
                return line.syntax.index_at(offset) in self._acting(line)
        return False


def _typed(rows: list[Mention]) -> Iterator[Mention]:
    """Mentions of one entity have one type: what a first mention tells holds for the short forms."""
    types: dict[str | None, EntityType] = {}
    for row in sorted(rows, key=lambda row: (row.rule in _WEAK, row.start)):
        spelled = row.rule == f"{RULE}spelled_out"
        if row.type is not EntityType.OTHER or spelled:
            types.setdefault(row.entity, row.type)
    for row in rows:
        kind = types.get(row.entity, row.type)
        yield row if row.type is kind else replace(row, type=kind)

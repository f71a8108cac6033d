"""The mentions of an English article: which words name an entity, which one, and what it stands for when it acts."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache, partial

from msgspec.structs import replace

from briefing.extract.names.acronyms import expansions
from briefing.extract.names.candidates import Candidate, settle
from briefing.extract.names.choosing import alike, chosen, named
from briefing.extract.names.known import Hit, Hits, KnownNames
from briefing.extract.names.people import People
from briefing.extract.reading import Decision, Reading
from briefing.languages.en.grammar.saying import saying
from briefing.languages.en.names.gazetteer import gazetteer
from briefing.languages.en.names.pieces import KINDS, Piece, has_head, pieces
from briefing.languages.en.names.vocabulary import is_given, listed
from briefing.languages.en.quantities.vocabulary import known as counting
from briefing.languages.en.speech.reports import said_verb
from briefing.model.annotation import EntityType, Mention
from briefing.model.entity import Entity, slug

_BEFORE = re.compile(r"(\w+) (?:the )?$")
_ACRONYM = re.compile(r"[A-Z]{2,6}$")
_FULL = 3
"""Words that the name of a person mostly has."""
_LONGEST = 6
"""Words that a person's name may have."""


def mentions(reading: Reading) -> Reading:
    """Fill `mentions`, in the order of the text; they do not overlap."""
    text, candidates = reading.text, list(_candidates(reading, _known(reading.register).find(reading.text)))
    first = sorted((c for c, winner in settle(candidates) if c is winner), key=lambda c: c.start)
    people = People(_full_names(text, first), is_given)
    kept, lost = chosen(text, candidates, people)
    full = {e.acronym: e.span.of(text) for e in expansions(text, listed("joints"), ())}
    known = {entity.name: entity for entity in reading.register}
    rows = [_row(reading, c, full.get(c.span.of(text), c.span.of(text)), known, people) for c in kept]
    shown = (Decision(row.rule, row.span) for row in rows)
    return replace(reading, mentions=tuple(alike(rows))).noting(*shown, *lost)


@lru_cache(maxsize=4)
def _known(register: tuple[Entity, ...]) -> KnownNames:
    """Names and roles: « the trust » is the one that the project says so of."""
    mine = (replace(entity, aliases=(*entity.aliases, *entity.roles)) for entity in register)
    return KnownNames(mine, gazetteer(), {})


def _candidates(reading: Reading, hits: Hits) -> Iterator[Candidate]:
    units = [s for s in (*reading.parsed.outer, *reading.parsed.inner) if not s.span.of(reading.text).isupper()]
    starts, taken = sorted(hits.at), set[int]()
    for piece in (p for syntax in units for p in pieces(syntax, reading.text) if not _is_label(p)):
        within = starts[bisect_left(starts, piece.start) : bisect_left(starts, piece.end)]
        inside = [hits.at[start] for start in within]
        if inside and not _outweighs(piece, inside):
            yield from _rest(reading.text, piece, inside)
            continue
        taken.update(hit.start for hit in inside)
        yield _judged(reading.text, piece)
    for hit in hits.at.values():
        if hit.start not in taken or any(a.registered for a in hit.aliases):
            kind = hit.aliases[0].entity.type
            yield Candidate(hit.start, hit.end, "en.names.known", kind, rank=0, aliases=hit.aliases)


def _is_label(piece: Piece) -> bool:
    """« Article 9 », « Flight 370 »: what has a number has no name."""
    return len(piece.words) == 1 and piece.words[0].lower() in counting().labels.split()


def _outweighs(piece: Piece, inside: Sequence[Hit]) -> bool:
    """« London Bridge », « Jordan Smith »: a name that contains another."""
    if any(hit.start <= piece.start and hit.end >= piece.end for hit in inside) or len(piece.words) == 1:
        return False
    named = len(piece.words) <= _FULL and is_given(piece.words[0])
    return named or any(has_head(piece.words, kind) for kind in KINDS)


def _rest(text: str, piece: Piece, inside: Sequence[Hit]) -> Iterator[Candidate]:
    """What stands after the known names of a piece: « Ukraine's Olha Berezko » has none, « Reuters John Hale » one."""
    end = max(hit.end for hit in inside)
    words = tuple(text[end : piece.end].split())
    if len(words) > 1:
        yield _judged(text, Piece(words, piece.end - len(text[end : piece.end].lstrip()), piece.end))


def _judged(text: str, piece: Piece) -> Candidate:
    """A piece with its type."""
    before = _BEFORE.search(text, max(0, piece.start - 24), piece.start)
    sure = not piece.initial or len(piece.words) > 1 or piece.titled or bool(_ACRONYM.match(piece.words[0]))
    kind = _type(piece, before[0] if before else "")
    return Candidate(piece.start, piece.end, "en.names.capitals", kind, rank=1, sure=sure)


def _type(piece: Piece, before: str) -> EntityType:
    several = len(piece.words) > 1
    if several and (head := next((kind for kind in KINDS if has_head(piece.words, kind)), None)):
        return EntityType(head)
    if piece.titled or (several and is_given(piece.words[0])):
        return EntityType.PERSON
    if not several and _ACRONYM.match(piece.words[0]):
        return EntityType.ORGANISATION
    if before.partition(" ")[0].lower() in listed("place_prepositions"):
        return EntityType.PLACE
    return EntityType.PERSON if several and not before.lower().endswith("the ") else EntityType.OTHER


def _full_names(text: str, found: Sequence[Candidate]) -> Iterator[tuple[str, str | None]]:
    """Persons named in two words or more, with the project's id where it has one."""
    for candidate in (c for c in found if c.type is EntityType.PERSON):
        entity = candidate.aliases[0].entity if candidate.aliases else None
        name = entity.name if entity else candidate.span.of(text)
        if 1 < len(name.split()) <= _LONGEST:
            yield name, entity.id if entity else None


def _row(reading: Reading, c: Candidate, name: str, known: Mapping[str, Entity], people: People) -> Mention:
    entity = c.aliases[0].entity if c.aliases else known.get(name)
    person = people.find(name) if entity is None and c.type in (EntityType.PERSON, EntityType.OTHER) else None
    typed = replace(c, type=EntityType.PERSON) if person else c
    return named(reading, typed, entity or person or slug(name), partial(_acts, reading), lambda _: None)


def _acts(reading: Reading, offset: int) -> bool:
    """« Moscow denies », « according to Tokyo »; not « in Rome »."""
    syntax = reading.parsed.at(offset)
    place = syntax.index_at(offset) if syntax is not None else None
    group = syntax.noun_at(place) if syntax is not None and place is not None else None
    if syntax is None or group is None:
        return False
    if group.preposition is not None:
        return syntax.words[group.preposition].kind == "source"
    verbs = (said_verb(syntax, c) for c in syntax.clauses if syntax.subject_of(c) == group)
    return any(v is not None and not v.passive and (v.lemma in listed("acts") or saying(v.lemma)) for v in verbs)

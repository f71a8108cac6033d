"""The mentions of an English article: which words name an entity, which one, and what it stands for when it acts."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefing.extract.reading import Decision, Reading
from briefing.languages.en.grammar.saying import saying
from briefing.languages.en.names.pieces import Piece, has_head, pieces
from briefing.languages.en.names.vocabulary import Known, known_names, listed
from briefing.languages.en.quantities.vocabulary import known as counting
from briefing.languages.en.speech.reports import said_verb
from briefing.model.annotation import EntityType, Mention
from briefing.model.entity import Entity, slug
from briefing.model.span import Passage, Span

_BEFORE = re.compile(r"(\w+) (?:the )?$")
_ACRONYM = re.compile(r"[A-Z]{2,6}$")
_BRACKETED = re.compile(r" \(([A-Z]{2,6})\)")


class _Name(Struct, frozen=True):
    """A piece or known name with what is known of it; `words` are empty for a known one."""

    start: int
    end: int
    words: tuple[str, ...]
    type: EntityType
    entity: Entity | None = None
    doubtful: bool = False
    rule: str = "en.names.capitals"


def mentions(reading: Reading) -> Reading:
    """Fill `mentions`, in the order of the text; they do not overlap."""
    found = sorted(_names(reading), key=lambda n: n.start)
    surfaces = {reading.text[n.start : n.end] for n in found if not n.doubtful}
    full = _full_names(found)
    people = {last: min(names) for last, names in full.items() if len(names) == 1}
    lost: list[_Name] = []
    kept: list[_Name] = []
    for name in found:
        shown = not name.doubtful or reading.text[name.start : name.end] in surfaces or name.words[-1] in full
        (kept if shown else lost).append(name)
    rows = tuple(_rows(reading, kept, people))
    alone = (Decision(n.rule, Span(n.start, n.end), kept=False, why="a first word, and only here") for n in lost)
    return replace(reading, mentions=rows).noting(*(Decision(row.rule, row.span) for row in rows), *alone)


def _names(reading: Reading) -> Iterator[_Name]:
    known = known_names(reading.text, reading.register)
    starts = [k.start for k in known]
    taken: set[int] = set()
    parsed = (*reading.parsed.outer, *reading.parsed.inner)
    for syntax in (unit for unit in parsed if not unit.span.of(reading.text).isupper()):
        for piece in (p for p in pieces(syntax, reading.text) if not _is_label(p)):
            inside = _within(known, starts, piece)
            whole = [k for k in inside if k.start <= piece.start and k.end >= piece.end]
            if whole or (inside and not _outweighs(piece)):
                yield from (n for n in _rest(reading.text, piece, inside) if n)
            else:
                taken.update(k.start for k in inside)
                yield _judged(reading.text, piece)
    for k in known:
        if k.start not in taken or k.entity in reading.register:
            yield _Name(k.start, k.end, (), k.entity.type, k.entity, rule="en.names.known")


def _is_label(piece: Piece) -> bool:
    """« Article 9 », « Flight 370 »: what has a number has no name."""
    return len(piece.words) == 1 and piece.words[0].lower() in counting().labels.split()


def _within(known: Sequence[Known], starts: Sequence[int], piece: Piece) -> list[Known]:
    first = max(0, bisect_left(starts, piece.start) - 1)
    last = bisect_left(starts, piece.end)
    return [k for k in known[first:last] if k.end > piece.start]


def _outweighs(piece: Piece) -> bool:
    """« London Bridge », « Jordan Smith »: a name that contains another."""
    return _has_any_head(piece) or (len(piece.words) in (2, 3) and piece.words[0] in listed("first_names"))


def _has_any_head(piece: Piece) -> bool:
    return len(piece.words) > 1 and any(has_head(piece.words, name) for name in ("organisation", "place", "event"))


def _rest(text: str, piece: Piece, inside: Sequence[Known]) -> Iterator[_Name]:
    """What stands after the known names of a piece: « Ukraine's Olha Berezko » has none, « Reuters John Hale » one."""
    end = max(k.end for k in inside)
    words = tuple(text[end : piece.end].split())
    if len(words) > 1 and end < piece.end:
        yield _judged(text, Piece(words, piece.end - len(text[end : piece.end].lstrip()), piece.end))


def _judged(text: str, piece: Piece) -> _Name:
    """A piece with its type."""
    before = _BEFORE.search(text, max(0, piece.start - 24), piece.start)
    doubtful = piece.initial and len(piece.words) == 1 and not piece.titled and not _ACRONYM.match(piece.words[0])
    return _Name(piece.start, piece.end, piece.words, _type(piece, before[0] if before else ""), doubtful=doubtful)


def _type(piece: Piece, before: str) -> EntityType:
    if len(piece.words) > 1:
        for name in ("organisation", "place", "event"):
            if has_head(piece.words, name):
                return EntityType(name)
    if piece.titled or (len(piece.words) > 1 and piece.words[0] in listed("first_names")):
        return EntityType.PERSON
    if len(piece.words) == 1 and _ACRONYM.match(piece.words[0]):
        return EntityType.ORGANISATION
    if before.partition(" ")[0].lower() in listed("place_prepositions"):
        return EntityType.PLACE
    if len(piece.words) == 1 or before.lower().endswith("the "):
        return EntityType.OTHER
    return EntityType.PERSON


def _full_names(found: Sequence[_Name]) -> dict[str, set[str]]:
    """Last names and the full names that each belongs to; those of known persons too."""
    full: dict[str, set[str]] = defaultdict(set)
    for name in found:
        if name.entity and name.entity.type is EntityType.PERSON:
            full[name.entity.name.split()[-1]].add(name.entity.name)
        elif name.type is EntityType.PERSON and len(name.words) > 1:
            full[name.words[-1]].add(" ".join(name.words))
    return full


def _rows(reading: Reading, kept: Sequence[_Name], people: dict[str, str]) -> Iterator[Mention]:
    types = _usual_types(kept)
    short = _acronyms(reading.text, kept)
    registered = {entity.name: entity for entity in reading.register}
    for name in kept:
        surface = reading.text[name.start : name.end]
        full = short.get(surface, surface)
        person = people.get(name.words[-1]) if len(name.words) == 1 else None
        entity = name.entity or registered.get(person or full)
        row = Passage.at(reading.article.text, Span(name.start, name.end))
        acting = entity and entity.stands_for and _acts(reading, name)
        yield Mention(
            exact=row.exact,
            start=row.start,
            end=row.end,
            entity=entity.id if entity else slug(person or full),
            type=entity.type if entity else EntityType.PERSON if person else types.get(full, name.type),
            stands_for=entity.stands_for if entity and acting else None,
            rule=name.rule,
        )


def _usual_types(kept: Sequence[_Name]) -> dict[str, EntityType]:
    """The type that most places show for the same words, « other » only where none shows more."""
    counts: dict[str, Counter[EntityType]] = defaultdict(Counter)
    for name in kept:
        counts[" ".join(name.words)][name.type] += 1 if name.type is EntityType.OTHER else 100
    return {words: max(sorted(found), key=found.__getitem__) for words, found in counts.items()}


def _acronyms(text: str, kept: Sequence[_Name]) -> dict[str, str]:
    """« Port Safety Agency (PSA) »: the short name and the full one."""
    found = {}
    for name in kept:
        short = _BRACKETED.match(text, name.end)
        if short and len(name.words) > 1:
            found[short[1]] = " ".join(name.words)
    return found


def _acts(reading: Reading, name: _Name) -> bool:
    """« Moscow denies », « according to Tokyo »; not « in Rome »."""
    syntax = reading.parsed.at(name.start)
    place = syntax.index_at(name.start) if syntax is not None else None
    group = syntax.noun_at(place) if syntax is not None and place is not None else None
    if syntax is None or group is None:
        return False
    if group.preposition is not None:
        return syntax.words[group.preposition].kind == "source"
    verbs = (said_verb(syntax, c) for c in syntax.clauses if syntax.subject_of(c) == group)
    return any(v is not None and not v.passive and (v.lemma in listed("acts") or saying(v.lemma)) for v in verbs)

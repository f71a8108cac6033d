"""Sources named by a preposition or a set phrase: « selon l'Insee », « pour les analystes », « de source sûre »."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from briefing.extract.lexicon import load
from briefing.languages.fr.speech.clauses.report import Clause, Finding, Rejected, Report, is_quoted
from briefing.languages.fr.speech.clauses.stretch import stretch
from briefing.languages.fr.speech.clauses.subjects import named_after
from briefing.languages.fr.speech.connectors.judges import judges
from briefing.languages.fr.speech.connectors.reported import content_around
from briefing.languages.fr.speech.syntax.backward import nearest
from briefing.languages.fr.speech.syntax.grammar import Tag, grammar
from briefing.languages.fr.speech.syntax.groups import Group, Words, after, form_at, tag_at
from briefing.languages.fr.speech.syntax.voices import Voice, head, is_author, is_someone, voice_of

_NEAR = 15
"""Words behind « du côté de » in which somebody must speak."""


class Kind(StrEnum):
    """What may follow a connector; `connectors.yaml` explains."""

    SOURCE = "source"
    JUDGE = "judge"
    SIDE = "side"
    VIEW = "view"
    ORIGIN = "origin"
    POSSESSIVE = "possessive"


@dataclass(frozen=True, slots=True, kw_only=True)
class Connector:
    """An entry of `connectors.yaml`."""

    words: str
    kind: Kind
    example: str
    counter: str | None = None


@cache
def _connectors() -> dict[str, tuple[tuple[tuple[str, ...], Kind], ...]]:
    """The connectors by their first word, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Kind]]] = defaultdict(list)
    for entry in load(__package__, "connectors", Connector):
        words = tuple(entry.words.split())
        found[words[0]].append((words, entry.kind))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in found.items()}


@cache
def telling_words() -> frozenset[str]:
    """The longest word of each connector, by which a text is searched."""
    return frozenset(max(entry.words.split(), key=len) for entry in load(__package__, "connectors", Connector))


def connected(clause: Clause) -> Iterator[Finding]:
    """The reports that connectors make in a sentence."""
    for cue, kind in _sites(clause.words):
        yield from _report(clause, cue, kind)


def connector_stops(words: Words) -> Iterator[int]:
    """Where a connector takes the word, so that a passage reported before it ends."""
    for cue, kind in _sites(words):
        group = after(words, cue.last) if kind is Kind.SOURCE else None
        if group and _is_source(Clause(words), cue, group, kind):
            yield cue.first


def _sites(words: Words) -> Iterator[tuple[Group, Kind]]:
    connectors = _connectors()
    for i, word in enumerate(words):
        for forms, kind in connectors.get(word.form, ()):
            if _matches(words, i, forms):
                yield Group(i, i + len(forms)), kind
                break


def _matches(words: Words, i: int, forms: tuple[str, ...]) -> bool:
    for j, form in enumerate(forms):
        found = form_at(words, i + j)
        if found != form and not (form == "de" and j == len(forms) - 1 and found in grammar("of")):
            return False
    return True


def _report(clause: Clause, cue: Group, kind: Kind) -> Iterator[Finding]:
    words = clause.words
    if form_at(words, cue.last) in grammar("which"):
        yield from _antecedent(clause, cue)
        return
    if form_at(words, cue.last) == "qui":
        yield from _relative(clause, cue)
        return
    start = cue.last - 1 if kind is Kind.ORIGIN else cue.last
    group = _owner(words, cue) if kind is Kind.POSSESSIVE else after(words, start)
    if group is None or not _is_source(clause, cue, group, kind):
        yield Rejected("fr.speech.connector", cue, "what follows is a criterion, a place or nobody")
        return
    source = group if kind is Kind.POSSESSIVE else named_after(words, group)
    behind = Group(group.first, max(group.last, cue.last))
    content = content_around(clause, cue, behind, source)
    if content is None or (kind is Kind.JUDGE and not judges(words, group, content)):
        yield Rejected("fr.speech.connector", cue, "nothing is said, or it is only good, bad or meant for somebody")
        return
    if kind is Kind.ORIGIN:
        cue = Group(cue.first, cue.last - 1)
    rule = "judge" if kind is Kind.JUDGE else "connector"
    yield Report(f"fr.speech.{rule}", cue, source, content, not is_quoted(words, content))


def _owner(words: Words, cue: Group) -> Group | None:
    """« ses » in « à ses yeux »."""
    return next((Group(i, i + 1) for i in range(*cue) if words[i].form in grammar("owner")), None)


def _is_source(clause: Clause, cue: Group, group: Group, kind: Kind) -> bool:
    words = clause.words
    if is_author(words, group):
        return False
    found = head(words, group)
    if kind is Kind.SOURCE:
        return found is None or found.tag is Tag.NAME or found.form not in grammar("criterion")
    if kind is Kind.SIDE:
        actor = voice_of(words, group) not in (None, Voice.DOCUMENT) or (found is not None and found.tag is Tag.NAME)
        return actor and _somebody_speaks(clause, group)
    if kind is Kind.VIEW:
        return voice_of(words, group) not in (None, Voice.DOCUMENT)
    if kind is Kind.ORIGIN:
        return not any(word.tag is Tag.INVERTED for word in words[max(0, cue.first - 4) : cue.first])
    return True


def _somebody_speaks(clause: Clause, group: Group) -> bool:
    """« Du côté de Kiev, on assure », « du côté du syndicat, le plan est jugé cher »: not « la colère monte »."""
    words = clause.words
    end = min(len(words), group.last + _NEAR)
    return any(i in clause.verbs or words[i].tag is Tag.QUOTE for i in range(group.last, end))


def _antecedent(clause: Clause, cue: Group) -> Iterator[Report]:
    """« un rapport selon lequel la digue cède »: the noun in front is the source."""
    words = clause.words
    end = cue.first - (tag_at(words, cue.first - 1) is Tag.COMMA)
    start = end
    while start > 0 and words[start - 1].tag in (Tag.WORD, Tag.NAME, Tag.PARTICIPLE, Tag.PREPOSITION, Tag.DETERMINER):
        start -= 1
    group = next((g for i in range(start, end) if (g := after(words, i)) and words[i].tag is Tag.DETERMINER), None)
    content = stretch(clause, cue.last + 1)
    if group and content and group.last >= end - 6:
        yield Report("fr.speech.according_to_which", Group(cue.first, cue.last + 1), group, content)


def _relative(clause: Clause, cue: Group) -> Iterator[Report]:
    """« l'éleveur, pour qui le loup est revenu »."""
    words = clause.words
    source = nearest(words, cue.first - (tag_at(words, cue.first - 1) is Tag.COMMA))
    content = stretch(clause, cue.last + 1, whole=False)
    if source and content and is_someone(words, source):
        yield Report(
            "fr.speech.connector", Group(cue.first, cue.last + 1), source, content, not is_quoted(words, content)
        )

"""Sources named by a preposition or a set phrase: « selon l'Insee », « pour les analystes », « de source sûre »."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache

from briefing.extract.analysis.syntax import NounGroup, Syntax, Tag
from briefing.extract.chains.actors import Voice
from briefing.extract.speech.connectors import end_of_source, what_is_told, with_appositions
from briefing.extract.speech.report import Part, Report
from briefing.extract.words.lexicon import Entry, load
from briefing.languages.fr.grammar.voices import nouns_of, spellings, taking_up, voice_of_noun
from briefing.languages.fr.reporting.cues import reports_alone


class Kind(StrEnum):
    """What may follow a connector; connectors.yaml explains."""

    SOURCE = "source"
    JUDGE = "judge"
    SIDE = "side"
    VIEW = "view"
    ORIGIN = "origin"
    POSSESSIVE = "possessive"


class Connector(Entry, frozen=True, kw_only=True):
    """An entry of connectors.yaml."""

    words: str
    kind: Kind


_NEAR = 15
"""Words behind « du côté de » in which somebody must speak."""
_OWNERS = frozenset({"possessive", "object", "personal"})


@cache
def _connectors() -> Mapping[str, tuple[tuple[tuple[str, ...], Kind], ...]]:
    """The connectors by their first word, longest first."""
    found: defaultdict[str, list[tuple[tuple[str, ...], Kind]]] = defaultdict(list)
    for entry in load(__package__, "connectors", Connector):
        words = tuple(entry.words.replace("' ", "' ").split())
        found[words[0]].append((words, entry.kind))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in found.items()}


def connected(syntax: Syntax) -> Iterator[Report]:
    """What the connectors of a sentence report: the clause or sentence around them."""
    parts = [(part, n) for n, word in enumerate(syntax.words) for part in _parts(word.form)]
    forms, owner = [part for part, _ in parts], [n for _, n in parts]
    connectors = _connectors()
    for at in [at for at, form in enumerate(forms) if form in connectors]:
        for words, kind in connectors[forms[at]]:
            if _stands(forms, at, words) and (at == 0 or owner[at - 1] != owner[at] or len(words) > 1):
                last = owner[at + len(words) - 1] + 1
                yield from _report(syntax, owner[at], last, kind)
                break


def _parts(form: str) -> Sequence[str]:
    """« d'après » is one word for the grammar and two for a list of phrases."""
    return (form,) if form.isalpha() else form.replace("'", "' ").split() or (form,)


def _stands(forms: list[str], at: int, words: tuple[str, ...]) -> bool:
    here = forms[at : at + len(words)]
    same = here[:-1] == list(words[:-1]) and len(here) == len(words)
    return same and (here[-1] == words[-1] or (words[-1] == "de" and here[-1] in spellings("de")))


def _report(syntax: Syntax, first: int, last: int, kind: Kind) -> Iterator[Report]:
    if kind is Kind.ORIGIN:
        number = next((n for n, group in enumerate(syntax.nouns) if group.first == last - 1), None)
        if number is not None and not _is_wanting(syntax, first):
            end = end_of_source(syntax, number)
            yield Report("fr.speech.connector", Part(first, last - 1), number, _told(syntax, first, end), indirect=True)
        return
    if kind is Kind.POSSESSIVE:
        owner = next((i for i in range(first, last) if syntax.words[i].kind in _OWNERS), first)
        yield Report("fr.speech.view", Part(first, last), None, _told(syntax, first, last), indirect=True, owner=owner)
        return
    begins = (last - 1, last) if syntax.words[last - 1].tag is Tag.DETERMINER else (last,)  # « au dire [des témoins] »
    number = next((n for n, group in enumerate(syntax.nouns) if group.first in begins), None)
    phrase = kind is Kind.SOURCE and (last - first > 1 or (number is not None and _is_set_off(syntax, first, number)))
    if number is None or not (phrase or _may_follow(syntax, number, kind)) or _is_adapted(syntax, first, number):
        return
    end = end_of_source(syntax, number)
    content = _told(syntax, first, end)
    yield Report("fr.speech.connector", Part(first, last), number, content, indirect=True)
    yield from _cited(syntax, with_appositions(syntax, number), content)


def _is_wanting(syntax: Syntax, first: int) -> bool:
    """« n'a pu être vérifié de source indépendante »: a source that a denied verb goes without."""
    denied = (verb.first for verb in syntax.verbs if verb.negated and verb.first < first)
    return any(all(word.tag is not Tag.COMMA for word in syntax.words[at:first]) for at in denied)


def _cited(syntax: Syntax, comma: int, content: Part) -> Iterator[Report]:
    """« Selon Reuters, [qui cite] une source policière, … », « citant trois élus »: who says what a source reports."""
    words = syntax.words
    if comma >= len(words) or words[comma].tag is not Tag.COMMA:
        return
    at = next((i for i in range(comma + 1, min(comma + 3, len(words))) if words[i].form in nouns_of("citing")), None)
    number = next((n for n, group in enumerate(syntax.nouns) if at is not None and group.first == at + 1), None)
    if at is not None and number is not None and _may_follow(syntax, number, Kind.SOURCE):
        yield Report("fr.speech.connector", Part(comma + 1, at + 1), number, content, indirect=True)


def _is_set_off(syntax: Syntax, first: int, number: int) -> bool:
    """« D'après la téléphonie, … », « …, d'après une méta-analyse »; not « tourné d'après un roman »."""
    group, words = syntax.nouns[number], syntax.words
    opens = first == 0 or words[first - 1].tag in (Tag.COMMA, Tag.STOP)
    return words[first].form == "d'après" and opens and group.determiner is not None


def _is_adapted(syntax: Syntax, first: int, number: int) -> bool:
    """« Elle monte [Le Manteau], d'après Gogol »: behind the title of a work, whose article has a capital too."""
    words = syntax.words
    if words[first].form != "d'après" or words[first - 1].tag is not Tag.COMMA or syntax.nouns[number].determiner:
        return False
    work = next((g for g in syntax.nouns if g.whole == first - 1 and g.determiner == g.first), None)
    return work is not None and words[work.first].capital > 0 and any(verb.last == work.first for verb in syntax.verbs)


def _told(syntax: Syntax, first: int, last: int) -> Part:
    """What the connector of words `first` to `last`, its source included, reports."""
    return what_is_told(syntax, first, last, "selon")


def _may_follow(syntax: Syntax, number: int, kind: Kind) -> bool:
    group = syntax.nouns[number]
    head = syntax.words[group.head]
    voice = voice_of_noun(head.lemma) or voice_of_noun(head.form)
    named = head.tag is Tag.NAME or any(g.apposed_to == number for g in syntax.nouns)
    person = head.tag in (Tag.PRONOUN, Tag.SUBJECT)
    if head.form in nouns_of("author"):
        return False
    if kind is Kind.SIDE and not _somebody_speaks(syntax, group.whole):
        return False
    if kind is Kind.SOURCE:
        told_before = head.form in taking_up()
        return person or named or told_before or voice is not None or (head.capital > 0 and head.tag is Tag.NOUN)
    if kind is Kind.JUDGE:
        return _judges(syntax, group, voice, named=named)
    return person or named or voice in (Voice.PERSON, Voice.BODY)


def _somebody_speaks(syntax: Syntax, i: int) -> bool:
    """« Du côté de la direction, on dénonce … »: a verb of saying soon behind a word."""
    behind = syntax.words[i : i + _NEAR]
    return any(word.tag in (Tag.FINITE, Tag.PARTICIPLE) and reports_alone(word.lemma) for word in behind)


def _judges(syntax: Syntax, group: NounGroup, voice: Voice | None, *, named: bool) -> bool:
    """« Pour les économistes, … », « pour Jean Petit, … »: in front and set off by a comma."""
    head = syntax.words[group.head]
    opens = group.first <= 1 or syntax.words[group.first - 2].tag in (Tag.COMMA, Tag.STOP, Tag.COORDINATOR)
    end = end_of_source(syntax, syntax.nouns.index(group))
    closed = end < len(syntax.words) and syntax.words[end].tag in (Tag.COMMA, Tag.QUOTATION)
    closed = closed or _ends_what_is_quoted(syntax, group.first - 1, end)
    if not opens or not closed or head.kind in ("digits", "unit"):
        return False
    if head.lemma in nouns_of("expert"):
        return True
    determined = group.determiner is not None or head.tag in (Tag.NAME, Tag.PRONOUN)
    person = voice is Voice.PERSON and group.number == "s"
    if end + 1 < len(syntax.words) and syntax.words[end + 1].form == "vous":
        return False  # « Pour le RER, vous pouvez … »
    if (
        voice is not Voice.PERSON
        and head.kind != "given"
        and end + 1 < len(syntax.words)
        and syntax.words[end + 1].kind == "neuter"
    ):
        return False  # « Pour le club, c'est une chance »
    return bool(determined) and (
        person or voice is Voice.BODY or (named and head.tag is Tag.NAME) or head.kind == "stressed"
    )


def _ends_what_is_quoted(syntax: Syntax, first: int, end: int) -> bool:
    """« « Un scandale », pour l'avocate. »: a connector between a quotation and the full stop."""
    quoted = first > 1 and syntax.words[first - 2].tag is Tag.QUOTATION
    return quoted and (end >= len(syntax.words) or syntax.words[end].tag is Tag.STOP)

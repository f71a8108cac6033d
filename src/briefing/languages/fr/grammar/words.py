"""The readings of a French word: the closed classes first, then the lexicon, then a guess from its ending."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache

from msgspec.structs import replace

from briefing.extract.analysis.syntax import Tag
from briefing.extract.analysis.tagging.costs import Candidate
from briefing.extract.analysis.tagging.shapes import VERBAL, name, sign
from briefing.extract.analysis.tagging.tables import NONE, closed_words, shared
from briefing.extract.words.morphology import Analysis, Pos, Tense
from briefing.languages.fr.grammar.lexicon import adverbial, is_animate, lexicon
from briefing.languages.fr.grammar.voices import is_body, is_person, nouns_of

_TAGS = {
    Pos.NOUN: Tag.NOUN,
    Pos.NAME: Tag.NAME,
    Pos.ADJ: Tag.ADJECTIVE,
    Pos.ADV: Tag.ADVERB,
    Pos.DET: Tag.DETERMINER,
    Pos.PRON: Tag.PRONOUN,
    Pos.PREP: Tag.PREPOSITION,
    Pos.CONJ: Tag.SUBORDINATOR,
    Pos.NUM: Tag.NUMBER,
    Pos.INTJ: Tag.OTHER,
}
_RARE = {Tense.SUBJUNCTIVE_IMPERFECT: 5, Tense.IMPERATIVE: 4, Tense.SUBJUNCTIVE: 2, Tense.PAST: 1}
"""What a tense costs where the form has another: press hardly uses the imperfect of the subjunctive or orders."""
_UNLIKELY_PERSON = 3
"""« parles » is hardly ever a verb in the press: it lacks its « tu »."""
_ALL = 2
_CAPITAL = {Tag.NOUN: 0, Tag.ADJECTIVE: 1, Tag.DETERMINER: 1}
"""What a reading costs for a capital within a sentence: nouns often have one (« le Parlement »), verbs never."""
_BESIDE = {Tense.GERUND: 2, Tense.INFINITIVE: 3, Tense.PARTICIPLE: 1}
"""What a noun or adjective costs whose form is a verb's: « appelant », « avoir », « interrogé » are rarely nouns."""
_ROMAN_ORDINAL = re.compile(r"(?!(?:e|vie)$)x{0,3}(?:ix|iv|v?i{0,3})e")
"""« XVIIIe »; « Lille » is no number, and « Vie » hardly ever."""
_ORDINAL = ("er", "re", "ère", "e", "ème", "nd", "nde")
_ACCENTED = {"e": "éèê", "a": "àâ", "i": "î", "o": "ô"}
"""What a capital may have lost."""


def closed_forms() -> Collection[str]:
    """The words of the closed classes."""
    return closed_words(__package__)


def unaccented() -> Mapping[str, str]:
    """The words that open a sentence without the accent of their capital, « A », and as they are spelled, « à »."""
    return {unicodedata.normalize("NFD", word)[0]: word for word in nouns_of("unaccented")}


@lru_cache(maxsize=16384)
def readings(form: str, capital: int) -> tuple[Candidate, ...]:
    """All that a form can be; a word with a capital within a sentence is a name first."""
    if form == "-" or not (form[0].isalpha() or form[0] == "-"):
        return (sign(form, _ORDINAL),)
    closed = closed_words(__package__).get(form, NONE)
    held = closed.readings
    titled = bool(held) and held[0].kind == "title" and (capital < _ALL or form[-1] == ".")  # not « le PR »
    if held and (not capital or titled or " " in form or "'" in form):
        return held + (tuple(_from_lexicon(form)) if closed.open else ())
    if not held and "-" in form and _is_number(form):
        return (Candidate(Tag.NUMBER, form, number="p"),)
    if capital and _ROMAN_ORDINAL.fullmatch(form):
        return (Candidate(Tag.ADJECTIVE, form, kind="ordinal"),)
    if capital:
        return _capital(form, held, capital)
    return _plain(form) or _plain(form.removeprefix("ex-")) or _prefixed(form) or _guess(form)


def _is_number(form: str) -> bool:
    """« quatre-vingt-dix-sept », « vingt-et-un »: number words joined by hyphens."""
    known, within = closed_words(__package__), nouns_of("in_number")
    parts = form.split("-")
    numbers = (part in within or any(c.tag is Tag.NUMBER for c in known.get(part, NONE).readings) for part in parts)
    return all(numbers)


def _capital(form: str, held: tuple[Candidate, ...], capital: int) -> tuple[Candidate, ...]:
    """« Le » within a sentence is an article or opens a name; « Parlement » a noun or a name."""
    named, plain = name(form, lexicon()), held or _plain(form)
    if capital == _ALL and named.kind != "given":
        office = any(
            is_person(c.lemma) or is_body(c.lemma) for c in plain if c.tag is Tag.NOUN
        )  # « le PDG », « l'ONG »
        named = replace(named, kind="acronym", cost=2 if office else 0)
        return (named, *(replace(c, cost=c.cost + _CAPITAL.get(c.tag, 5) + 1 - office) for c in plain))
    if any(c.tag in (Tag.NOUN, Tag.DETERMINER) for c in plain) and named.kind == "unknown":
        named = replace(named, cost=2)
    given = 2 * (named.kind == "given")  # « Me Jean Roux », « à Pierre »: hardly trousers, hardly a stone
    return (named, *(replace(c, cost=c.cost + _CAPITAL.get(c.tag, 5) + given) for c in plain))


def _plain(form: str) -> tuple[Candidate, ...]:
    """The lexicon's readings; those with an accent where a capital lost it: « Etat », « Evidemment »."""
    spellings = (form, *(letter + form[1:] for letter in _ACCENTED.get(form[:1], "")))
    return next((found for spelling in spellings if (found := tuple(_from_lexicon(spelling)))), ())


def _prefixed(form: str) -> tuple[Candidate, ...]:
    """« vice-procureure »: the readings of what stands behind the prefix."""
    prefix, _, noun = form.partition("-")
    known = _plain(noun) if prefix in nouns_of("prefix") and noun else ()
    return tuple(replace(c, lemma=f"{prefix}-{c.lemma}") for c in known if c.tag is Tag.NOUN)


def _from_lexicon(form: str) -> Iterable[Candidate]:
    """The lexicon's readings, those that differ in the same tag only by gender, tense or person made one."""
    analyses = [a for a in lexicon().analyses(form) if a.pos is not Pos.NAME]
    verbal = [a for a in analyses if a.pos in (Pos.VERB, Pos.AUX)]
    homograph = any(a.tense in (Tense.GERUND, Tense.INFINITIVE) for a in verbal)
    rare = max((_BESIDE.get(a.tense, 0) for a in verbal if a.tense), default=0)
    for tag in (Tag.NOUN, Tag.ADJECTIVE, Tag.ADVERB, Tag.OTHER):
        same = [a for a in analyses if a.pos not in (Pos.VERB, Pos.AUX) and _TAGS.get(a.pos) is tag]
        if not same and tag is Tag.NOUN:
            same = [a for a in analyses if a.pos is Pos.ADJ and a.lemma in nouns_of("person")]  # « l'enseignante »
        if same:
            gender, number = shared(a.gender for a in same), shared(a.number for a in same)
            person = homograph and tag is Tag.NOUN and is_animate(same[0].lemma)  # « dirigeant », « boulanger »
            cost = 0 if tag is Tag.ADVERB else min(rare, 1) if person else rare
            kind = "when" if tag is Tag.NOUN and same[0].lemma in adverbial() else ""
            yield Candidate(tag, same[0].lemma, gender, number, kind=kind, cost=cost)
    finite = [a for a in verbal if a.tense is not None and a.tense.finite]
    if finite:
        yield _finite(finite)
    for tense, tag in VERBAL.items():
        spelled = _traditional([a for a in verbal if a.tense is tense])
        if spelled:
            gender, number = shared(a.gender for a in spelled), shared(a.number for a in spelled)
            kind = "agent" if tag is Tag.GERUND and _is_agent(analyses) else ""
            yield Candidate(tag, spelled[0].lemma, gender, number, "", tense, kind)


def _is_agent(analyses: Iterable[Analysis]) -> bool:
    """« commandant », « participant »: whether a form is a noun of people too."""
    return any(a.pos is Pos.NOUN and is_animate(a.lemma) for a in analyses)


def _finite(analyses: Sequence[Analysis]) -> Candidate:
    """One reading for all finite ones of a form: the likeliest tense, all persons."""
    best = min(_traditional(analyses), key=_likeliness)
    same = [a for a in analyses if a.lemma == best.lemma]
    persons = "".join(sorted({p for a in same for p in a.persons}))
    cost = _RARE.get(best.tense, 0) if best.tense else 0
    cost += 0 if "3" in persons else 1 if "1" in persons else _UNLIKELY_PERSON
    number = shared(a.number for a in same)
    kind = "past" if best.tense is Tense.PRESENT and any(a.tense is Tense.PAST for a in same) else ""
    return Candidate(Tag.FINITE, best.lemma, "", number, persons, best.tense, kind, cost)


def _likeliness(analysis: Analysis) -> tuple[int, bool, bool]:
    """What makes a finite reading the likelier, the least first: « sommes » is of « être », not of « sommer »."""
    rare = _RARE.get(analysis.tense, 0) if analysis.tense else 0
    return rare, "3" not in analysis.persons, "1" not in analysis.persons


def _traditional(analyses: Sequence[Analysis]) -> Sequence[Analysis]:
    """« naître », not « naitre », « interpeller »: of two spellings of one verb the one of before 1990."""
    return [a for a in analyses if "î" in a.lemma or "û" in a.lemma or a.lemma.endswith("eller")] or analyses


def _guess(form: str) -> tuple[Candidate, ...]:
    """A word that no list holds, by its ending."""
    alike = form.endswith(("ais", "ois"))  # « quimperlois » is one or several
    lemma, number = (
        form if alike else form.removesuffix("s"),
        "" if alike else "p" if form.endswith(("s", "x")) else "s",
    )
    noun = Candidate(Tag.NOUN, lemma, number=number, kind="guessed")
    if form.endswith("ment"):
        return (Candidate(Tag.ADVERB, form, kind="guessed"), replace(noun, cost=1))
    adjective = Candidate(Tag.ADJECTIVE, lemma, number=number, kind="guessed", cost=1)
    if form.endswith(("é", "ée", "és", "ées")):
        participle = Candidate(Tag.PARTICIPLE, form.rstrip("es"), number=number, tense=Tense.PARTICIPLE, kind="guessed")
        return (participle, adjective, replace(noun, cost=2))
    if form.endswith("er"):
        return (Candidate(Tag.INFINITIVE, form, tense=Tense.INFINITIVE, kind="guessed", cost=1), noun)
    return (noun, adjective)

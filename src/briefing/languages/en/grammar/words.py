"""The readings of an English word: the closed classes first, then the lexicon, then a guess from its ending."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from msgspec.structs import replace

from briefing.extract.analysis.syntax import Tag
from briefing.extract.analysis.tagging.costs import Candidate
from briefing.extract.analysis.tagging.shapes import VERBAL, name, sign
from briefing.extract.analysis.tagging.tables import NONE, closed_words, shared
from briefing.extract.words.morphology import Analysis, Pos, Tense, lexicon_of
from briefing.languages.en.grammar.voices import is_person

_PLAIN = {Pos.NOUN: Tag.NOUN, Pos.ADJ: Tag.ADJECTIVE, Pos.ADV: Tag.ADVERB}
_BESIDE = {Tense.GERUND: 1, Tense.PARTICIPLE: 2, Tense.PAST: 2}
"""What a noun or adjective costs whose form is inflected of a verb: “said”, “falling”, “fell” are rarely nouns."""
_ALL = 2
_CAPITAL = {Tag.NOUN: 1, Tag.ADJECTIVE: 1, Tag.DETERMINER: 1}
"""What a reading costs for a capital within a sentence: nouns may have one (“the Senate”), verbs never."""
_ORDINAL = ("st", "nd", "rd", "th")


@lru_cache(maxsize=16384)
def readings(form: str, capital: int) -> tuple[Candidate, ...]:
    """All that a form can be; a word with a capital within a sentence is a name first."""
    held = closed_words(__package__).get(form, NONE)
    named = bool(held.readings) and held.readings[0].kind in ("title", "when", "personal")
    if held.readings and (not capital or named or " " in form):
        return held.readings + (tuple(_from_lexicon(form)) if held.open else ())
    if not form[0].isalpha():
        return (sign(form, _ORDINAL),)
    if "-" in form and is_number(form):
        return (Candidate(Tag.NUMBER, form, number="p"),)
    return _capital(form, held.readings, capital) if capital else tuple(_from_lexicon(form)) or _guess(form)


def is_number(form: str) -> bool:
    """“twenty-one”: number words, joined by hyphens where they are several."""
    held = (closed_words(__package__).get(part, NONE).readings for part in form.split("-"))
    return all(any(reading.tag is Tag.NUMBER for reading in found) for found in held)


def _capital(form: str, held: tuple[Candidate, ...], capital: int) -> tuple[Candidate, ...]:
    named, plain = name(form, lexicon_of(__package__)), held or tuple(_from_lexicon(form))
    if capital == _ALL and named.kind != "given":
        named = replace(named, kind="acronym")
    elif named.kind == "unknown" and any(c.tag is Tag.NOUN and is_person(c.lemma) for c in plain):
        named = replace(named, cost=4)  # “Mayor Anna Hale”
    return (named, *(replace(c, cost=c.cost + _CAPITAL.get(c.tag, 5)) for c in plain))


def is_given_name(titled: str) -> bool:
    """Whether the lexicon knows a given name."""
    return any(a.kind == "given" for a in lexicon_of(__package__).analyses(titled))


def _from_lexicon(form: str) -> Iterable[Candidate]:
    """The lexicon's readings, those that differ in the same tag made one."""
    analyses = lexicon_of(__package__).analyses(form)
    verbal = [a for a in analyses if a.pos is Pos.VERB and a.tense is not None]
    rare = max((_BESIDE.get(a.tense, 0) for a in verbal if a.tense and a.lemma != form), default=0)
    for pos, tag in _PLAIN.items():
        same = [a for a in analyses if a.pos is pos]
        if same:
            number = shared(a.number for a in same)
            done = tag is Tag.ADJECTIVE and any(a.tense is Tense.PARTICIPLE for a in verbal)  # « was [set] »
            yield Candidate(tag, same[0].lemma, number=number, cost=0 if tag is Tag.ADVERB else max(rare, done))
    if verbal and not any(a.pos is Pos.NOUN for a in analyses):
        yield from (_noun_of(form, a) for a in verbal if a.tense is Tense.INFINITIVE or a.persons == "3")
    finite = [a for a in verbal if a.tense and a.tense.finite]
    if finite:
        yield _finite(finite)
    for tense, tag in VERBAL.items():
        found = next((a for a in verbal if a.tense is tense), None)
        if found is not None:
            yield Candidate(tag, found.lemma, tense=tense)


def _noun_of(form: str, verb: Analysis) -> Candidate:
    """“the dam”, “her debuts”: nearly every verb makes a noun, which the lexicon may lack."""
    base = form == verb.lemma
    return Candidate(Tag.NOUN, verb.lemma, number="s" if base else "p", cost=1 if base else 3)


def _finite(analyses: Sequence[Analysis]) -> Candidate:
    """One reading for all finite ones of a form: “found” is the past of “find” before the present of “found”."""
    best = next((a for a in analyses if a.tense is Tense.PAST), analyses[0])
    same = [a for a in analyses if a.lemma == best.lemma]
    tense = best.tense if all(a.tense is best.tense for a in same) else Tense.PAST
    persons = "".join(sorted({p for a in same for p in a.persons}))
    return Candidate(Tag.FINITE, best.lemma, "", shared(a.number for a in same), persons, tense)


def _guess(form: str) -> tuple[Candidate, ...]:
    """A word that no list holds, by its ending; a compound joined by hyphens mostly qualifies a noun."""
    noun = Candidate(Tag.NOUN, form.removesuffix("s"), number="p" if form.endswith("s") else "s", kind="guessed")
    adjective = Candidate(Tag.ADJECTIVE, form, kind="guessed", cost=0 if "-" in form else 1)
    if form.endswith("ly"):
        return (Candidate(Tag.ADVERB, form, kind="guessed"), adjective)
    if form.endswith("ed") and "-" not in form:
        verb = Candidate(Tag.FINITE, form[:-2], tense=Tense.PAST, kind="guessed")
        return (verb, replace(verb, tag=Tag.PARTICIPLE, tense=Tense.PARTICIPLE), adjective)
    if form.endswith("ing") and "-" not in form:
        return (Candidate(Tag.GERUND, form[:-3], tense=Tense.GERUND, kind="guessed"), replace(noun, cost=1), adjective)
    return (noun, adjective)

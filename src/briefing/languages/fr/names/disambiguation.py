"""Whether a known name is meant as such: « Tours » the town, « Florence » the person, « Breton » the commissioner."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.extract.analysis.syntax import Tag
from briefing.extract.names.known import Hit, Hits
from briefing.extract.names.people import People
from briefing.languages.fr.dates.vocabulary import date_words
from briefing.languages.fr.gazetteer.demonyms import place_of
from briefing.languages.fr.grammar.lexicon import adverbial
from briefing.languages.fr.grammar.people import gender_of_name, is_given
from briefing.languages.fr.grammar.voices import is_person
from briefing.languages.fr.phrases.line import Line
from briefing.languages.fr.phrases.plain import plain_tags
from briefing.languages.fr.phrases.vocabulary import words
from briefing.model.annotation import EntityType

_TO_OFFICE = 4
"""Words back from a department to who serves it: « le député LFI du Nord »."""
_SCORE = re.compile(r"(?<![\w-])\d{1,3}-\d{1,3}(?![\w-])")
_PREFIX = re.compile(r"(\w+)-$")


def disambiguated(line: Line, people: People) -> Iterator[Hit]:
    """The known names of a sentence that are no common word, no person and no part of a longer word."""
    at = line.hits.at
    for i in [i for i, word in enumerate(line.words) if word.start in at or "-" in word.form]:
        word = line.words[i]
        hit = at.get(word.start)
        if "-" in word.form:
            yield from _joined(line, i, hit, people)
        elif hit is not None and word.tag is not Tag.QUOTATION:
            yield from _plain(line, i, hit, people)


def _plain(line: Line, i: int, hit: Hit, people: People) -> Iterator[Hit]:
    whole = _without_article(line, i, hit)
    if whole and _is_apart(line, whole) and is_the_name(line, i, whole, people):
        yield whole


def _joined(line: Line, i: int, hit: Hit | None, people: People) -> Iterator[Hit]:
    """The names in a word with hyphens: one, or several."""
    if not names_two(line, i):
        return
    if hit is not None:
        yield from _plain(line, i, hit, people)
    word = line.words[i]
    for k, letter in enumerate(word.form):
        inside = line.hits.at.get(word.start + k + 1) if letter == "-" else None
        if inside and _is_apart(line, inside):
            yield inside


def names_two(line: Line, i: int) -> bool:
    """Whether a word with a hyphen may hold two names: « la ligne Lyon-Turin »; « à Massy-Palaiseau » is one place."""
    word = line.words[i]
    whole = line.hits.at.get(word.start)
    if whole is not None and whole.end >= word.end:
        return True
    return not (line.tag(i - 1) in (Tag.PREPOSITION, Tag.COORDINATOR) and word.capital and i > 0)


def _without_article(line: Line, i: int, hit: Hit) -> Hit | None:
    """« La Provence brûle »: at the beginning of a sentence, « La » is the article of a place, not a newspaper's."""
    if line.tag(i) is not Tag.DETERMINER or not line.opens(i) or i + 1 >= len(line):
        return hit
    other = line.hits.at.get(line.words[i + 1].start)
    same = other is not None and other.end == hit.end
    if same and other and not {a.entity.id for a in other.aliases} & {a.entity.id for a in hit.aliases}:
        return None
    return hit


def is_the_name(line: Line, i: int, hit: Hit, people: People) -> bool:
    """Whether the known name that begins with a word is that name here."""
    name = line.text[hit.start : hit.end]
    if any(a.registered for a in hit.aliases) or not name[0].isupper() or " " in name:
        return True
    form, located = line.form(i), line.located(i)
    if form in words("acronyms"):
        return False
    if form in adverbial() and (line.opens(i) or line.form(i - 1).isdecimal()):
        return False
    if name in people and not located:
        return False
    if located and not line.determined(i) and all(a.entity.type is EntityType.EVENT for a in hit.aliases):
        return form in date_words().meant  # « à Noël » is a feast, « à Molières » a town
    if is_given(name) and not name.isupper() and hit.aliases[0].entity.type is EntityType.PLACE:
        apart = line.determined(i) or line.of(i - 1) == i or line.form(i + 1) == ")"
        return located or apart or _lists(line, i) or _plays(line)
    if is_given(name) and any(is_person(lemma) for lemma in line.explained(i)):
        return False  # « le directeur sportif, Leonardo »
    if place_of(form) and _is_somebody(line, i, name):
        return False
    if form in words("style"):
        return _is_department(line, i) and any(a.name == name for a in hit.aliases)
    foreign = i + 1 < len(line) and line.words[i + 1].kind == "guessed"  # « Nice to have »
    common = line.opens(i) and (foreign or line.tag(i) is not Tag.NAME or Tag.ADJECTIVE in plain_tags(form))
    alone = line.form(i + 1) in ("|", "") and line.form(i - 1) in ("|", "")
    return not common or alone or _is_subject(line, i)


def _is_subject(line: Line, i: int) -> bool:
    """Whether what may be a common noun is followed like a name: « Tours gagne », « Tesla et son patron »."""
    after = line.tag(i + 1)
    if after is Tag.COORDINATOR:
        return line.tag(i + 2) is Tag.DETERMINER
    return after in (Tag.FINITE, Tag.NEGATION, Tag.CLITIC, Tag.COMMA)


def _is_somebody(line: Line, i: int, name: str) -> bool:
    """« un Suisse », « le Suisse »; « le Vatican » is the masculine name of a country."""
    if not line.determined(i):
        return False
    before = line.words[i - 1]
    return before.kind == "indefinite" or (before.gender == "m" and gender_of_name(name) != "m")


def _is_department(line: Line, i: int) -> bool:
    """« dans le Nord », « (Nord) », « l'Aisne, le Nord »; not « le Nord a froid »."""
    before = line.form(i - 1)
    if before == "(" and line.form(i + 1) in (")", ","):
        return True
    if not line.determined(i) or line.words[i - 1].number == "p":
        return False
    listed = line.form(i - 2) == "," and line.words[i - 2].start in line.hits.ends
    office = any(line.words[k].lemma in words("of a department") for k in range(max(0, i - _TO_OFFICE), i))
    return listed or line.form(i - 2) == "dans" or (office and line.words[i - 1].kind == "contracted")


def _plays(line: Line) -> bool:
    """« Nancy s'est imposé 31-25 »: where there is a score, a town is its team."""
    return _SCORE.search(line.text, line.syntax.span.start, line.syntax.span.end) is not None


def _lists(line: Line, i: int) -> bool:
    """« Aude, Isère et Rhône »: another known name follows in an enumeration."""
    return line.tag(i + 1) is Tag.COMMA and line.known(i + 2) is not None


def is_pair(text: str, hits: Hits, hyphen: int) -> bool:
    """Whether the hyphen joins two known names; « Darfour-Nord » is one."""
    second = hits.at.get(hyphen + 1)
    return hyphen in hits.ends and second is not None and text[hyphen + 1 : second.end].lower() not in words("style")


def _is_apart(line: Line, hit: Hit) -> bool:
    """« Moscou-Pyongyang » holds two names, « Paris-Plages » none, « pro-Kremlin » one."""
    text, start, end = line.text, hit.start, hit.end
    if text[end : end + 1] == "-" and text[end + 1 : end + 2].isalnum() and not is_pair(text, line.hits, end):
        return False
    if text[start - 1 : start] != "-":
        return True
    prefix = _PREFIX.search(text, max(0, start - 20), start)
    return prefix is None or prefix[1].islower() or is_pair(text, line.hits, start - 1)

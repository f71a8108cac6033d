"""Titles, trades and nationalities before a person's name: « l'ancien ministre russe », « M. », « L'Italien »."""

from __future__ import annotations

from briefing.extract.analysis.syntax import Tag
from briefing.languages.fr.gazetteer.demonyms import adjectives_of_origin
from briefing.languages.fr.grammar.voices import is_person, nouns_of
from briefing.languages.fr.phrases.line import Line
from briefing.languages.fr.phrases.plain import is_plain, plain_tags
from briefing.languages.fr.phrases.reach import GENTILE
from briefing.languages.fr.phrases.vocabulary import words


def is_title(line: Line, i: int) -> bool:
    """Whether a word is a title, a trade or a nationality before a name: « ministre », « Maître », « L'Italien ».

    A person of a nation has a capital: « l'allemand Sieger » is a firm.
    """
    word = line.words[i]
    if line.civil(i) or word.form in words("titles"):
        return True
    if word.form in adjectives_of_origin():
        return word.capital > 0
    return word.tag is Tag.NOUN and word.lemma not in words("bodies") | words("products") and is_person(word.lemma)


def has_title(line: Line, i: int) -> bool:
    """Whether a title or trade stands just before a word: « l'ancien ministre russe », « M. »."""
    if line.tag(i - 1) in _JOINTS:
        return _is_one_of_several(line, i)
    for k in range(i - 1, max(-1, i - 4), -1):
        if line.civil(k) or line.form(k) in words("titles"):
            return True
        if k < i - 1 and line.form(k) in nouns_of("bare_of") and line.tag(k + 1) is Tag.NOUN:
            continue  # « la capitaine [de frégate] Anne Petit »
        if line.tag(k) not in (Tag.NOUN, Tag.ADJECTIVE, Tag.PARTICIPLE):
            return False
        if is_title(line, k) and line.tag(k) is not Tag.ADJECTIVE:
            return True
        if line.form(k - 1) in nouns_of("bare_of"):  # « la capitaine de frégate », « l'agent de police »
            return line.tag(k - 2) is Tag.NOUN and is_title(line, k - 2)
    return False


def is_capital_title(line: Line, i: int, last: int) -> bool:
    """Whether a capital that begins a run is that of a title before the name: « Maître (Roux) », « Ministre (…) »."""
    if line.is_given(i) or line.form(i) in words("town words"):
        return False
    return is_title(line, i) or (last - i > 2 and _is_inhabitant(line, i))


def _is_inhabitant(line: Line, i: int) -> bool:
    """« (du) Berlinois (Jan Brandt) »: by its ending, where no list knows the town."""
    form = line.form(i)
    one = line.determined(i) and line.words[i - 1].number != "p"
    somebody = not is_plain(form) or is_person(form) or Tag.ADJECTIVE in plain_tags(form)  # no « Palais »
    return one and somebody and GENTILE.match(form) is not None


LONGEST_ROW = 40
"""Words of an enumeration that are looked back over."""
_JOINTS = (Tag.COORDINATOR, Tag.COMMA)


def _is_one_of_several(line: Line, i: int) -> bool:
    """« MM. Roux et (Petit) »: behind names that a title of several opens."""
    k, least = i - 1, max(0, i - LONGEST_ROW)
    while k > least and (line.capital(k) or line.tag(k) in _JOINTS):
        k -= 1
    return line.form(k) in words("civil of several")

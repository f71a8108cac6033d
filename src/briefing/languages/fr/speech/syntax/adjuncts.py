"""What stands between a verb and its subject or content: adverbs, dates, « dans un communiqué », « à l'AFP »."""

from __future__ import annotations

from briefing.languages.fr.speech.syntax.grammar import Tag, grammar
from briefing.languages.fr.speech.syntax.groups import (
    Group,
    Words,
    after,
    form_at,
    full_names,
    is_of,
    skip_determiners,
    tag_at,
)


def skip_light(words: Words, i: int) -> int:
    """Past adverbs and days."""
    while tag_at(words, i) in (Tag.ADVERB, Tag.TIME):
        i += 1
    return i


def skip_adjuncts(words: Words, i: int) -> int:
    """Past adverbs, dates and « dans un communiqué », « à l'AFP », « lors d'un débat » from `i` on."""
    while (next_ := _past_adjunct(words, i)) > i:
        i = next_
    return i


def _past_adjunct(words: Words, i: int) -> int:
    tag = tag_at(words, i)
    if tag in (Tag.ADVERB, Tag.TIME, Tag.INVERTED) or form_at(words, i) == "tous":
        return i + 1
    if tag in (Tag.DETERMINER, Tag.NUMBER):
        return _past_date(words, i)
    if is_of(words, i) and tag_at(words, i + 1) in (Tag.TIME, Tag.NUMBER):
        return max(_past_date(words, i + 1), i + 2)  # « dans son édition du 13 décembre »
    if tag is Tag.COMMA and words[i].form in "([":
        return next((j + 1 for j in range(i, min(len(words), i + 30)) if words[j].form in {")", "]"}), i)
    if tag is Tag.PREPOSITION and words[i].form not in grammar("of"):
        start = i + 1
        while is_of(words, start) or tag_at(words, start) is Tag.PREPOSITION:
            start += 1
        group = _addressee(words, start) or after(words, start)
        if group is None and tag_at(words, start) in (Tag.NUMBER, Tag.TIME):
            return start + 1  # « en 2019 », « en septembre »
        return _before_name(words, group) if group else i
    return i


def _before_name(words: Words, group: Group) -> int:
    """The end of an adjunct, the name of a subject behind it left out: « devant la presse | Awa Sow »."""
    told = any(word.form in grammar("addressee") and word.tag is Tag.WORD for word in words[slice(*group)])
    name = next(iter(full_names(words, group)), None) if told else None
    return name.first if name and name.last == group.last and name.first > group.first else group.last


def _addressee(words: Words, i: int) -> Group | None:
    """« l'AFP » in « à l'AFP Paul Mercier »."""
    last = skip_determiners(words, i)
    known = tag_at(words, last) is Tag.NAME and form_at(words, last) in grammar("addressee")
    return Group(i, last + 1) if known else None


def _past_date(words: Words, i: int) -> int:
    """Past « ce lundi », « le 3 mai 2022 », « la semaine dernière »."""
    j = i
    while tag_at(words, j) in (Tag.DETERMINER, Tag.NUMBER):
        j += 1
    if tag_at(words, j) is not Tag.TIME:
        return i
    while tag_at(words, j) in (Tag.TIME, Tag.NUMBER) or form_at(words, j) in grammar("prenominal"):
        j += 1
    return j

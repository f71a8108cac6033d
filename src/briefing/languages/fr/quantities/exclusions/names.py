"""Numbers that name: « Su-35 », « phase 3 », « la guerre des Six Jours », « le film « Douze hommes » », « en 2022 »."""

from __future__ import annotations

import re

from briefing.languages.fr.quantities.context import Around, opens
from briefing.languages.fr.quantities.lexicon.vocabulary import Kind, false_friends, words
from briefing.languages.fr.quantities.nouns import is_participle

_GLUE = "-–/.,:"
_PLACE = re.compile(r"(?<!\w)(?:[àÀ]|en|En|au|aux) [A-ZÀ-Þ][\w-]*(?: [A-ZÀ-Þ][\w-]*)? $")
_PHRASE_WINDOW = 30
_TITLE = re.compile(r"(?<=[a-zà-ÿ]) [«“\"] ?[A-ZÀ-Þ][^«»“”\"\n]{0,25}$")
_TITLE_END = re.compile(r"[^«»“”\".!?\n,;:]{0,40}[»”\"]")


def is_glued(around: Around) -> bool:
    """« Su-35 », « 3-1 », « 2e », « 10h30 », « 01.42.36 »: signs or letters touch the number."""
    text, start, end = around.text, around.group.span.start, around.group.end
    left, right = text[max(0, start - 2) : start], text[end : end + 2]
    before = left[-1:] in {"°", "#", "@", "_"} or (len(left) > 1 and left[1] in _GLUE and left[0].isalnum())
    touched = right[:1].isalnum() or right[:1] == "_" or (right[:1] == "/" and around.group.unit is None)
    after = len(right) > 1 and right[0] in _GLUE and (right[1].isdigit() or (right[0] == "-" and right[1].isalpha()))
    return before or touched or after


def is_in_name(around: Around) -> bool:
    """A number inside a mention, or in words with a capital in mid-sentence: « les Dix Commandements »."""
    amount = around.group.amount
    if around.mentions.touches(amount.span):
        return True
    written = amount.span.of(around.text)
    if written.isupper() or not amount.spelled:
        return False
    inner = any(part[:1].isupper() for part in re.split(r"[ -]", written)[1:])
    return inner or (around.text[amount.lead].isupper() and not opens(around.text, amount.lead))


def is_phrase(around: Around) -> bool:
    """« deux poids, deux mesures »: see `false_friends.yaml`."""
    span = around.group.span
    window = false_friends().finditer(around.text, max(0, span.start - _PHRASE_WINDOW), span.end + _PHRASE_WINDOW)
    return any(found.start() < span.end and span.start < found.end() for found in window)


def is_label(around: Around) -> bool:
    """« phase 3 », « article 49 », « Boeing 737 »: the number names what stands before it."""
    word = around.word_before
    if around.beside or not word or around.kind in {Kind.MONEY, Kind.SHARE}:
        return False
    if word.lower().rstrip(".") in words("labels"):
        return True
    is_noun = around.last_word.islower() and not is_participle(around.last_word)
    if is_noun and _PLACE.search(around.text, max(0, around.lead - _PHRASE_WINDOW), around.lead):
        return False  # « à Gaza 12 morts »
    bare = around.group.amount.span.of(around.text).isdigit() and around.kind is Kind.THING
    named = not word.islower() and (not word[1:].islower() or not around.word_before_opens)
    return bare and named


def is_year(around: Around) -> bool:
    """« en 2022 », where a noun happens to follow."""
    dated = around.beside is None and around.word_before.lower() in words("before_year")
    return dated and around.group.amount.is_year_like


def is_title(around: Around) -> bool:
    """« le film « Douze hommes en colère » »: a few words quoted in mid-sentence, with a capital."""
    start = around.group.amount.span.start
    if not _TITLE.search(around.text[max(0, start - 30) : start] + around.text[start]):
        return False
    return _TITLE_END.match(around.text, start) is not None

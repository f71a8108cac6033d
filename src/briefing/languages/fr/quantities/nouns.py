"""Which noun a number counts, and its singular."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.languages.fr.quantities.lexicon.vocabulary import irregular_singulars, words
from briefing.languages.fr.verbs import Tense, is_form
from briefing.model.span import Span

_WORD = re.compile(r"[ ']([^\W\d_]+(?:-[^\W\d_]+)*)(?![\w'])")
_MODEL = re.compile(r"[ ']((?:[A-Z][a-zà-ÿ]+ )?[A-Z][A-Za-z]*-?[0-9]+[A-Z]*)(?![\w-])")
_NAME = re.compile(r" ([A-Z][a-zà-ÿ]{2,}[a-rt-wyà-ÿ])(?![\w'-])")
_PEOPLE = re.compile(r"(?:ais|ois|ains|aines|iens|iennes|éens|éennes|aises|oises|ans|anes|ens|ards|ols|ites)$")
FINITE = (Tense.PRESENT, Tense.IMPERFECT, Tense.FUTURE, Tense.CONDITIONAL, Tense.PAST_SIMPLE)
_MOST_ADJECTIVES = 3
_TWO = 2


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun as written, its singular, and the adjectives in front of it in lower case."""

    span: Span
    singular: str
    adjectives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the number asks of its noun.

    `shouting`: the number stands in capitals, so its noun may. `article`: the number is « un », no verb can follow.
    """

    plural: bool = True
    shouting: bool = False
    article: bool = False


def noun_at(text: str, at: int, wanted: Wanted) -> Noun | None:
    """The noun that follows a number at `at`, with the adjectives in front of it."""
    if model := _MODEL.match(text, at):
        return Noun(Span(*model.span(1)), model[1])
    adjectives: list[str] = []
    word = _WORD.match(text, at)
    while word and len(adjectives) < _MOST_ADJECTIVES and word[1].lower() in words("prenominal"):
        after = _WORD.match(text, word.end())
        if after is None or not _may_count(after[1], wanted) or is_participle(after[1]):
            break
        adjectives.append(word[1].lower())
        word = after
    if word is None or not _may_count(word[1], wanted):
        return None
    return Noun(Span(*word.span(1)), singular(word[1]), tuple(adjectives))


def name_at(text: str, at: int) -> Noun | None:
    """A made thing counted by its name, which takes no plural: « deux Rafale », « trois Stradivarius »."""
    word = _NAME.match(text, at)
    if word is None or word[1].lower() in words("months"):
        return None
    return Noun(Span(*word.span(1)), word[1])


def _may_count(word: str, wanted: Wanted) -> bool:
    """Whether the word may be a noun of the wanted kind."""
    low = word.lower()
    if low.rpartition("-")[2] in words("function") or low in words("fractions") or low in words("months"):
        return False
    if word.isupper() and len(word) > 1 and not wanted.shouting:
        return True  # « 12 PME »
    if word[0].isupper() and not wanted.shouting:
        return is_people(word) or (not wanted.plural and is_people(word + "s"))
    if wanted.plural:
        return low[-1] in "sxz" or low in words("unmarked")
    return wanted.article or not is_form(low, *FINITE) or low in words("participle_nouns")


def is_participle(word: str) -> bool:
    """Whether a word is a participle and no noun: « interpellés »; « blessés » is a noun too."""
    low = word.lower()
    return is_form(low, Tense.PAST_PARTICIPLE) and singular(low) not in words("participle_nouns")


def is_people(word: str) -> bool:
    """Whether a word with a capital is the plural name of a people: « Français », « Russes »."""
    low = word.lower()
    return low in words("peoples") or (low[-1] == "s" and _PEOPLE.search(low) is not None)


def singular(word: str) -> str:
    """The singular of a plural noun, by rule and by the exceptions of `words.yaml`; what is no plural stays."""
    low = word.lower()
    if word.isupper() and len(word) > 1 and not low.endswith(("s", "x")):
        return word
    if word[0].isupper() and not word.isupper():
        return _people_singular(word)
    *firsts, last = low.split("-")
    if low in words("invariable"):
        return low
    return "-".join([*(_first_singular(part) for part in firsts), _simple_singular(last)])


def _first_singular(part: str) -> str:
    """« petits-enfants » → « petit-enfant », but « sous-marins » → « sous-marin »."""
    kept = part in words("function") or part in words("invariable")
    return part if kept else part.removesuffix("s")


def _people_singular(word: str) -> str:
    return word if word.endswith(("ais", "ois")) else word.removesuffix("s")


def _simple_singular(word: str) -> str:
    if word in words("invariable"):
        return word
    if word in irregular_singulars():
        return irregular_singulars()[word]
    if word.endswith("eaux"):
        return word[:-1]
    if word.endswith("aux"):
        return word[:-2] + "l"
    return word[:-1] if word.endswith("s") and len(word) > _TWO else word

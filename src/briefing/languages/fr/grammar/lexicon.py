"""The French lexicon, which of its nouns name people, and which say when."""

from __future__ import annotations

from functools import cache, lru_cache

from briefing.extract.dates.items import CalendarWords
from briefing.extract.words.lexicon import load
from briefing.extract.words.morphology import Lexicon, Pos, lexicon_of


def lexicon() -> Lexicon:
    """The French lexicon, opened when first asked."""
    return lexicon_of(__package__)


_FEMININE = (
    ("eur", "euse"),
    ("eur", "rice"),
    ("teur", "trice"),
    ("er", "ère"),
    ("en", "enne"),
    ("on", "onne"),
    ("f", "ve"),
    ("x", "se"),
    ("el", "elle"),
    ("", "e"),
    ("e", "esse"),
)
"""How a masculine noun may become feminine: only nouns of people (and beasts) do."""
_AGENT = ("eur", "eure", "euse", "iste", "logue")
"""How a noun that no dictionary knows yet ends where it says what somebody does: « streameuse », « tiktokeur »."""


@lru_cache(maxsize=4096)
def is_animate(lemma: str) -> bool:
    """Whether a common noun names people: it has both genders, « directeur, directrice », « le » or « la ministre »."""
    own = [a for a in lexicon().analyses(lemma) if a.pos is Pos.NOUN]
    if any(not a.gender for a in own):
        return True
    if not own and not lexicon().analyses(lemma):
        return lemma.endswith(_AGENT)
    if not any(a.gender == "m" for a in own):
        return False
    formed = (
        lemma.removesuffix(masculine) + feminine for masculine, feminine in _FEMININE if lemma.endswith(masculine)
    )
    return any(
        a.pos is Pos.NOUN and a.gender == "f" and a.lemma == lemma
        for form in formed
        if form != lemma
        for a in lexicon().analyses(form)
    )


@cache
def calendar_words() -> tuple[CalendarWords, ...]:
    """The entries of calendar.yaml."""
    return load(__package__, "calendar", CalendarWords)


@cache
def adverbial() -> frozenset[str]:
    """Nouns that say when without a preposition, by lemma: « lundi », « mars »."""
    listed = [word for entry in calendar_words() if entry.when for word in entry.words]
    return frozenset(a.lemma for word in listed for a in lexicon().analyses(word) if a.pos is Pos.NOUN)

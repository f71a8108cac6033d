"""Which countries the adjectives and names of peoples in a text mean: « les autorités suédoises » → suede."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from briefing.corpus.text import fold
from briefing.languages.fr.gazetteer.demonyms import place_of
from briefing.languages.fr.themes.position import NOMINAL, Token, position, tokens
from briefing.languages.fr.themes.themes import phrase_at


def nations(text: str) -> tuple[tuple[str, int, int], ...]:
    """The ids of the places meant, in order, each with the span of its adjective in code points."""
    folded = fold(text)
    line = tokens(folded)
    return tuple(
        (place, token.start, token.end)
        for at, token in enumerate(line)
        if (place := _place(token.word)) and _means_a_nation(folded, line, at)
    )


@lru_cache(maxsize=1 << 16)
def _place(word: str) -> str | None:
    """The place of an adjective; unaccented capitals are read as accented ones: « Egyptiens »."""
    return place_of(word) or (place_of("é" + word[1:]) if word[0] == "e" else None)


def _means_a_nation(text: str, line: Sequence[Token], at: int) -> bool:
    """Not « l'océan Indien », nor a family name: « Thierry Breton », but « un Breton »."""
    if at > 0 and phrase_at(text, line, at - 1) is not None:
        return False
    token = line[at]
    return text[token.start].islower() or token.word[-1] in "sx" or position(text, line, at) in NOMINAL

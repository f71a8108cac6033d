"""Reading on from a word: what the grammars of names share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from briefing.languages.fr.names.capitals.shapes import (
    CAPITAL,
    CHAIN,
    COMPLEMENT,
    SMALL,
    TOKEN,
    is_adjective,
    is_first_name,
)
from briefing.languages.fr.names.demonyms import place_of
from briefing.languages.fr.names.known import Hits
from briefing.languages.fr.names.lists import words
from briefing.model.annotation import EntityType

OF_CAPITALS = re.compile(rf" {COMPLEMENT}({CHAIN})")
"""« de Bobigny », « de la Tête-d'Or »."""
CAPITALS = re.compile(rf" ({CHAIN}(?: [IVX]+\b)?)")
"""« Necker », « Chido »."""
_NEXT_WORD = re.compile(rf" ([{SMALL}]+(?:[-'][{SMALL}]+)*)(?!\w)")
_NEXT_CAPITAL = re.compile(rf" ([{CAPITAL}][{SMALL}]+)(?!\w)")
_PLACE_LINK = re.compile(r" (?:(?:en|au|aux|à|dans|de|du|des|contre|avec) (?:la |l'|le |les )?|d'(?:la |l')?)")

Found = tuple[int, tuple[str, ...]] | None
"""Where a name ends and what it is about; None where there is no name."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a grammar reads: the text, where the head starts and ends, and the known names."""

    text: str
    start: int
    pos: int
    hits: Hits

    def follows(self, *beginnings: str) -> bool:
        """Whether the text after the head begins so."""
        return self.text.startswith(beginnings, self.pos)

    def place(self, pos: int) -> tuple[int, str] | None:
        """The known place that begins at `pos`: its end and its id."""
        end, aliases = self.hits.names.get(pos, (0, ()))
        place = next((a.entity for a in aliases if a.entity.type is EntityType.PLACE), None)
        return (end, place.id) if place else None

    def word(self, pos: int) -> tuple[str, int]:
        """The word in lower case that follows a space at `pos`, and its end; "" where there is none."""
        found = _NEXT_WORD.match(self.text, pos)
        return (found[1], found.end()) if found else ("", pos)

    def nationality(self, pos: int) -> Found:
        """« ukrainien »."""
        word, end = self.word(pos)
        place = place_of(word) if word else None
        return (end, (place,)) if place else None

    def linked_place(self, pos: int) -> Found:
        """« en Ukraine », « du Mali », « contre l'Iran »."""
        link = _PLACE_LINK.match(self.text, pos)
        place = self.place(link.end()) if link else None
        return (place[0], (place[1],)) if place else None

    def capitals(self, shape: re.Pattern[str], pos: int) -> Found:
        """Capitals that follow as `shape` says, unless they are of style (« tour de la Terre »)."""
        found = shape.match(self.text, pos)
        place = self.place(found.start(1)) if found else None
        if found is None or (place is None and _is_style(found[1])):
            return None
        end = max(cut(found[1], found.start(1)), place[0] if place else 0)
        return end, ((place[1],) if place else ())


def _is_style(chain: str) -> bool:
    word = chain.lower()
    return word in words("style") or word in words("acronyms")


def cut(chain: str, start: int) -> int:
    """Where a chain of capitals ends before a person's name: « Nanterre Isabelle Prévost » → after « Nanterre »."""
    tokens = list(TOKEN.finditer(chain))
    if tokens and not is_first_name(tokens[0][0]):
        for before, token in pairwise(tokens[:-1]):
            if is_first_name(token[0]):
                return start + before.end()
    return start + len(chain)


def adjectives(text: str, pos: int, *, styled: bool = False) -> int:
    """Where the adjectives that follow end; `styled` allows them a capital (« Agence Régionale »)."""
    while found := _NEXT_WORD.match(text, pos) or (_NEXT_CAPITAL.match(text, pos) if styled else None):
        if not is_adjective(found[1].lower()):
            break
        pos = found.end()
    return pos

"""Where a word stands: at the beginning of a sentence, in a heading, in capitals of style, after which words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from briefing.extract.reading import Reading
from briefing.languages.fr.names.capitals.shapes import is_adjective, is_finite, is_verb
from briefing.languages.fr.names.demonyms import adjectives_of_origin
from briefing.languages.fr.names.lists import words
from briefing.languages.fr.verbs import Tense, is_form
from briefing.model.article import Block, BlockKind

_OPENING = " «“\"'"
_BREAKS = str.maketrans(dict.fromkeys(',;:!?()[]«»“”"–\n', "|"))
_AFTER = re.compile(r" (?:n'|ne |s'|se |l'){0,2}([a-zà-ÿœ]+)")
_NEXT = re.compile(r" ([a-zà-ÿœ]+)")
_LONG_WORD = re.compile(r"\w{4,}")
_COMMON = ("openers", "opening adjectives", "style")
_BEFORE = 40
_MOST = 0.6


@dataclass(frozen=True, slots=True)
class Page:
    """The text of a reading and where its sentences and blocks begin."""

    text: str
    starts: frozenset[int]

    @classmethod
    def of(cls, reading: Reading) -> Page:
        """The page of a reading that has blocks and sentences."""
        starts = {s.span.start for s in reading.sentences} | {b.span.start for b in reading.blocks}
        return cls(reading.text, frozenset(starts))

    def opens(self, pos: int) -> bool:
        """Whether the capital at `pos` may be only that of a first word: of a sentence, a quotation, a cell."""
        at = pos
        while at > 0 and self.text[at - 1] in _OPENING and at not in self.starts:
            at -= 1
        lead = self.text[at:pos]
        quoted = "«" in lead or "“" in lead or '"' in lead
        return quoted or at in self.starts or at == 0 or self.text[at - 1] in "\n:|•?!…#*"

    def before(self, pos: int) -> str:
        """A few words before `pos`, up to the last punctuation mark, in lower case."""
        return _before(self.text, pos)

    def has_title(self, pos: int) -> bool:
        """Whether a title or trade stands just before: « l'ancien ministre russe », « M. »."""
        for word in self.before(pos).replace("'", "' ").split()[:-4:-1]:
            if word in words("titles"):
                return True
            if not is_adjective(word):
                return False
        return False

    def precedes_verb(self, end: int) -> bool:
        """Whether what ends at `end` is followed at once by the verb of a sentence."""
        found = _AFTER.match(self.text, end)
        return found is not None and _is_plainly_finite(found[1])

    def precedes_adjective(self, end: int) -> bool:
        """Whether an adjective follows that makes a common noun likely: « le Plan stratégique »."""
        found = _NEXT.match(self.text, end)
        return found is not None and is_adjective(found[1]) and found[1] not in adjectives_of_origin()

    def is_common(self, word: str) -> bool:
        """Whether a first word, in lower case, is a word of the language rather than a name."""
        return any(word in words(group) for group in _COMMON) or is_verb(word)


def _is_plainly_finite(word: str) -> bool:
    """« dément », « a »; not « réduit », which may be an adjective, nor « entre »."""
    known = word in words("openers") and word != "a"
    return not known and is_finite(word) and not is_form(word, Tense.PAST_PARTICIPLE)


@lru_cache(maxsize=16)
def _before(text: str, pos: int) -> str:
    return text[max(0, pos - _BEFORE) : pos].translate(_BREAKS).rpartition("|")[2].lower()


class Setting(Enum):
    """How far the capitals of a block may be trusted."""

    TEXT = "text"
    HEADING = "heading"
    """A heading or a table: a capital alone proves nothing."""
    STYLED = "styled"
    """Most words have one: « Une Alliance Inattendue aux Enjeux Majeurs »."""


def setting(block: Block, text: str) -> Setting | None:
    """The setting of a block; None where no names are looked for: a byline, a line in capitals."""
    words_of = block.span.of(text)
    if block.kind is BlockKind.BYLINE or (words_of.isupper() and block.kind is not BlockKind.SIGNATURE):
        return None
    if block.kind not in (BlockKind.HEADING, BlockKind.TABLE_ROW):
        return Setting.TEXT
    long = _LONG_WORD.findall(words_of)
    capital = sum(word[0].isupper() for word in long)
    return Setting.STYLED if len(long) > 1 and capital > _MOST * len(long) else Setting.HEADING

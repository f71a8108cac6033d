"""Where a word stands that may report something: only there a sentence is worth reading word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from briefing.languages.fr.speech.clauses.cues import may_be_cue
from briefing.languages.fr.speech.connectors.connectors import telling_words
from briefing.languages.fr.speech.connectors.reporting_nouns import may_report

_WORD = re.compile(r"[^\W\d_]+")
_BEFORE_JUDGE = re.compile(r"(?:[,;:–]|\b(?:et|mais|or|que|car))\s*$")


def triggers(text: str) -> Iterator[int]:
    """The offsets of the words of folded text that may report, in order."""
    for word in _WORD.finditer(text):
        if _may_report(word[0]) and (word[0] != "pour" or _opens_clause(text, word.start())):
            yield word.start()


@lru_cache(maxsize=1 << 16)
def _may_report(word: str) -> bool:
    form = word.lower()
    return may_be_cue(form) or form in telling_words() or may_report(form)


def _opens_clause(text: str, start: int) -> bool:
    """« …, pour les experts, … »: elsewhere « pour » names a purpose."""
    return _BEFORE_JUDGE.search(text, max(0, start - 6), start) is not None

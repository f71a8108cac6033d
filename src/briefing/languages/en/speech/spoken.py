"""Speech of an English article: who says what."""

from __future__ import annotations

from functools import cache

from briefing.extract.speech.spoken import speaking
from briefing.extract.speech.talk import SpeechRules
from briefing.languages.en.grammar.voices import chain_words, turn_words
from briefing.languages.en.speech.reports import reports


@cache
def _rules() -> SpeechRules:
    return SpeechRules(code="en", reports=reports, words=chain_words(), turns=turn_words())


spoken = speaking(_rules)

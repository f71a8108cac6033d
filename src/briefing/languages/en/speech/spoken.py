"""Speech of an English article: who says what."""

from __future__ import annotations

from briefing.extract.speech.spoken import speaking
from briefing.extract.speech.talk import SpeechRules
from briefing.languages.en.grammar.voices import chain_words, turn_words
from briefing.languages.en.speech.reports import reports

spoken = speaking(lambda: SpeechRules(code="en", reports=reports, words=chain_words(), turns=turn_words()))

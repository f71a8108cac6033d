"""Speech of an article: its attributions and the speakers of its quotations, over one reading of who says what."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from briefing.extract.reading import Annotator, Reading
from briefing.extract.speech.attributions import attributions
from briefing.extract.speech.speakers import speakers
from briefing.extract.speech.talk import SpeechRules, Talk


def speaking(rules: Callable[[], SpeechRules]) -> Annotator:
    """The annotator that fills `attributions`, and `speaker`, `entity` and `cue` of each quotation.

    The rules are made when first asked.
    """
    made = cache(rules)

    def speak(reading: Reading) -> Reading:
        talk = Talk(reading, made())
        return speakers(attributions(reading, talk), talk)

    return speak

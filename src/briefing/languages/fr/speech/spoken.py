"""Speech of an article: its attributions and the speakers of its quotations, over one reading of who says what."""

from __future__ import annotations

from briefing.extract.reading import Reading
from briefing.languages.fr.speech.attributions import attributions
from briefing.languages.fr.speech.speakers import speakers
from briefing.languages.fr.speech.talk import Talk


def spoken(reading: Reading) -> Reading:
    """Fill `attributions`, and `speaker`, `entity` and `cue` of each quotation."""
    talk = Talk(reading)
    return speakers(attributions(reading, talk), talk)

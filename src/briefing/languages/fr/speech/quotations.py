"""Quotations of a French article: what stands between marks, without asides, dialogue after dashes, interviews."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extract.reading import Reading
from briefing.extract.speech.quotations import Part, QuotationRules, quoting
from briefing.languages.fr.grammar.voices import turn_words
from briefing.languages.fr.speech.asides import dialogue_spans, without_asides


def _spoken(reading: Reading) -> Iterator[Part]:
    """Lines of a dialogue: « – Qui décidera ? », « – Le Parlement, répond le député »."""
    for span in dialogue_spans(reading):
        yield span, "dialogue"


quotations = quoting(QuotationRules(code="fr", parts=without_asides, unmarked=_spoken, interview=turn_words()))

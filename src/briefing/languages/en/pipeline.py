"""What reads an English article: each annotator adds its own to what those before it found."""

from __future__ import annotations

from briefing.extract.parsing import parsing
from briefing.extract.reading import Annotator
from briefing.languages.en.checkable import checkable
from briefing.languages.en.dates.expressions import dates
from briefing.languages.en.grammar import grammar
from briefing.languages.en.layout import blocks, sentences
from briefing.languages.en.modality.statements import statements
from briefing.languages.en.names.mentions import mentions
from briefing.languages.en.quantities.measures import quantities
from briefing.languages.en.speech.quotations import quotations
from briefing.languages.en.speech.spoken import spoken

ANNOTATORS: tuple[Annotator, ...] = (
    blocks,
    sentences,
    quotations,
    parsing(grammar),
    mentions,
    dates,
    quantities,
    spoken,
    statements,
    checkable,
)

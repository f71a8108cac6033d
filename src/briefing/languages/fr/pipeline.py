"""What reads a French article: each annotator adds its own to what those before it found."""

from __future__ import annotations

from briefing.extract.parsing import parsing
from briefing.extract.reading import Annotator
from briefing.languages.fr.checkable import checkable
from briefing.languages.fr.dates.expressions import dates
from briefing.languages.fr.grammar import grammar
from briefing.languages.fr.layout import blocks, sentences
from briefing.languages.fr.modality.statements import statements
from briefing.languages.fr.names.mentions import mentions
from briefing.languages.fr.quantities.measures import quantities
from briefing.languages.fr.speech.quotations import quotations
from briefing.languages.fr.speech.spoken import spoken

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

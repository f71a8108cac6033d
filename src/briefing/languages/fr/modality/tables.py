"""Rows of a table: they have no sentence, but one that holds a figure states it."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extract.reading import Reading, Statement
from briefing.model.article import BlockKind
from briefing.model.claim import Because, Modality

RULE = "fr.modality.table_row"


def table_rows(reading: Reading) -> Iterator[Statement]:
    """« Ventes | 1 200 tonnes | +3 % | »: the whole row, so that the figure keeps what it is a figure of."""
    for block in reading.blocks:
        if block.kind is BlockKind.TABLE_ROW and any(q.span.overlap(block.span) for q in reading.quantities):
            yield Statement(block.span, Modality.ASSERTED, Because(RULE))

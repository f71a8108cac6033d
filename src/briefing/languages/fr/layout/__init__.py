"""Layout: what the lines of an article are, and where its sentences end."""

from __future__ import annotations

from briefing.extract.layout.lines import blocks_by
from briefing.extract.layout.stops import sentences_by

blocks = blocks_by(__package__)
sentences = sentences_by(__package__)

"""The English language pack: small but real. `PACK.annotators` is the whole pipeline, in order."""

from __future__ import annotations

from briefing.extract.pack import LanguagePack
from briefing.extract.words.forms import word_forms
from briefing.extract.words.questions import plain_question
from briefing.extract.words.reasons import reasons
from briefing.extract.words.wording import wording
from briefing.languages.en.dates.expressions import dates
from briefing.languages.en.layout.blocks import blocks
from briefing.languages.en.layout.sentences import sentences
from briefing.languages.en.modality.statements import statements
from briefing.languages.en.names.gazetteer import gazetteer
from briefing.languages.en.names.mentions import mentions
from briefing.languages.en.quantities.measures import quantities
from briefing.languages.en.speech.attributions import attributions
from briefing.languages.en.speech.quotations import quotations
from briefing.languages.en.speech.speakers import speakers

PACK = LanguagePack(
    code="en",
    version=1,
    annotators=(
        blocks,
        sentences,
        quotations,
        mentions,
        dates,
        quantities,
        attributions,
        speakers,
        statements,
    ),
    gazetteer=gazetteer,
    reasons=lambda: reasons(__package__),
    ask=lambda asked, _answers, common: plain_question(__package__, asked, common),
    word_forms=lambda: word_forms(__package__),
    wording=lambda: wording(__package__),
)

"""The French language pack. `PACK.annotators` is the whole pipeline, in order."""

from __future__ import annotations

from briefing.extract.pack import LanguagePack
from briefing.extract.parsing import parsing
from briefing.extract.words.forms import word_forms
from briefing.extract.words.reasons import reasons
from briefing.extract.words.wording import wording
from briefing.languages.fr.checkable.weighing import checkable
from briefing.languages.fr.dates.expressions import dates
from briefing.languages.fr.gazetteer.gazetteer import gazetteer
from briefing.languages.fr.gazetteer.services import government_of
from briefing.languages.fr.grammar import grammar
from briefing.languages.fr.layout.blocks import blocks
from briefing.languages.fr.layout.sentences import sentences
from briefing.languages.fr.modality.statements import statements
from briefing.languages.fr.names.mentions import mentions
from briefing.languages.fr.quantities.measures import quantities
from briefing.languages.fr.questions.titles import title
from briefing.languages.fr.speech.quotations import quotations
from briefing.languages.fr.speech.spoken import spoken
from briefing.languages.fr.typography import TYPOGRAPHY

PACK = LanguagePack(
    code="fr",
    version=1,
    annotators=(
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
    ),
    gazetteer=gazetteer,
    belonging=government_of,
    reasons=lambda: reasons(__package__),
    ask=title,
    word_forms=lambda: word_forms(__package__),
    wording=lambda: wording(__package__),
    typography=TYPOGRAPHY,
)

"""The English language pack: small but real. `pipeline.py` is what reads an article, in order."""

from __future__ import annotations

from functools import partial

from briefing.extract.pack import LanguagePack
from briefing.extract.reading import Annotator
from briefing.extract.words.forms import word_forms
from briefing.extract.words.questions import plain_question
from briefing.extract.words.reasons import reasons
from briefing.extract.words.wording import wording
from briefing.languages.en.names.gazetteer import gazetteer


def _annotators() -> tuple[Annotator, ...]:
    from briefing.languages.en.pipeline import ANNOTATORS

    return ANNOTATORS


PACK = LanguagePack(
    code="en",
    version=1,
    annotators=_annotators,
    gazetteer=gazetteer,
    reasons=lambda: reasons(__package__),
    ask=partial(plain_question, __package__),
    word_forms=lambda: word_forms(__package__),
    wording=lambda: wording(__package__),
)

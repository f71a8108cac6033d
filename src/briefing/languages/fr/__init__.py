"""The French language pack. `pipeline.py` is what reads an article, in order.

Rules are imported when one is read: a build that reads none needs words and typography alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract.names.belonging import Belonging
from briefing.extract.pack import LanguagePack
from briefing.extract.reading import Annotator
from briefing.extract.words.forms import word_forms
from briefing.extract.words.questions import Answer
from briefing.extract.words.reasons import reasons
from briefing.extract.words.wording import wording
from briefing.languages.fr.gazetteer.gazetteer import gazetteer, media
from briefing.languages.fr.gazetteer.services import government_of, home, is_bare
from briefing.languages.fr.typography import TYPOGRAPHY
from briefing.model.relation import Asked


def _annotators() -> tuple[Annotator, ...]:
    from briefing.languages.fr.pipeline import ANNOTATORS

    return ANNOTATORS


def _is_given(word: str) -> bool:
    from briefing.languages.fr.grammar.people import is_given

    return is_given(word)


def _is_person(noun: str) -> bool:
    from briefing.languages.fr.grammar.voices import is_person

    return is_person(noun)


def _title(asked: Asked, answers: Sequence[Answer]) -> str:
    from briefing.languages.fr.questions.titles import title

    return title(asked, answers)


PACK = LanguagePack(
    code="fr",
    version=1,
    annotators=_annotators,
    gazetteer=gazetteer,
    media=media,
    belonging=lambda: Belonging(government_of, is_bare, home()),
    reasons=lambda: reasons(__package__),
    ask=_title,
    is_given=_is_given,
    word_forms=lambda: word_forms(__package__),
    wording=lambda: wording(__package__, _is_person),
    typography=TYPOGRAPHY,
)

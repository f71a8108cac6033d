"""Which French claims state something that can be checked: where the words of reasons.yaml count."""

from __future__ import annotations

from briefing.extract.analysis.syntax import Clause, Tag, Word
from briefing.extract.checkable.signs import Reasons
from briefing.extract.checkable.weighing import weighing
from briefing.extract.modality.scene import Scene
from briefing.extract.modality.signs import Sign
from briefing.extract.words.lexicon import load
from briefing.languages.fr.modality.opinion import is_advice, is_judged, opinion
from briefing.languages.fr.modality.signs import signs, words_of

_ENDINGS = ("ons", "ez")


def _is_order(word: Word) -> bool:
    """« Restez chez vous », « battons-nous »."""
    return word.tag is Tag.FINITE and word.form.endswith(_ENDINGS)


def _is_opinion(scene: Scene, clause: Clause) -> bool:
    found = opinion(scene, clause)
    return found is not None and found.rule == "fr.modality.opinion_phrase"


checkable = weighing(
    lambda: Reasons(
        code="fr",
        signs=signs().with_more(load(__package__, "reasons", Sign)),
        being="être",
        speaker=words_of("speaker"),
        this=words_of("this"),
        others=words_of("spoken_to", "third"),
        is_order=_is_order,
        is_judged=is_judged,
        is_advice=is_advice,
        is_opinion=_is_opinion,
    )
)

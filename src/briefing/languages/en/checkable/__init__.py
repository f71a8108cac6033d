"""Which English claims state something that can be checked: where the words of reasons.yaml count."""

from __future__ import annotations

from briefing.extract.analysis.syntax import Clause
from briefing.extract.checkable.signs import Reasons
from briefing.extract.checkable.weighing import weighing
from briefing.extract.modality.scene import Scene
from briefing.extract.modality.signs import Sign
from briefing.extract.words.lexicon import load
from briefing.languages.en.modality.signs import signs, words_of


def _is_opinion(scene: Scene, clause: Clause) -> bool:
    return next(scene.marked("opinion", clause), None) is not None


checkable = weighing(
    lambda: Reasons(
        code="en",
        signs=signs().with_more(load(__package__, "reasons", Sign)),
        being="be",
        speaker=words_of("speaker"),
        this=words_of("this"),
        others=words_of("others"),
        is_order=lambda word: word.form in words_of("orders"),
        is_judged=_is_opinion,
        is_advice=lambda scene, clause: next(scene.governed("advice", clause), None) is not None,
        is_opinion=_is_opinion,
    )
)

"""Sentences without a verb: some set the scene (« Silence dans la salle. »), labels and lists state nothing."""

from __future__ import annotations

from briefing.extract.analysis.syntax import Tag
from briefing.extract.modality.scene import Scene, Verdict
from briefing.model.article import BlockKind
from briefing.model.claim import Modality, Uncheckable

_ENDS = (".", "…")
_SAYS = frozenset({Tag.NOUN, Tag.NAME})


def fragment(scene: Scene, code: str) -> Verdict | None:
    """The verdict on a sentence without a verb; None where it holds a figure, a date or who says it."""
    words = scene.syntax.words[scene.first : scene.last]
    told = scene.quantities or scene.quotations or scene.attributions or scene.signs.get("theme")
    if told or any(word.tag is Tag.FINITE for word in words) or (scene.dates and _says_more(scene)):
        return None
    reason = Uncheckable.SCENE if _sets_scene(scene) else None
    return Verdict(Modality.ASSERTED, f"{code}.statements.fragment", silent=True, reason=reason)


def _sets_scene(scene: Scene) -> bool:
    """Whether it ends as sentences do, in running text, with a noun; no label (« 15 h 10. ») nor what is to be done."""
    words = scene.syntax.words[scene.first : scene.last]
    if any(word.tag is Tag.BRACKET or word.form[0].isdecimal() for word in words[:1]):
        return False
    tags = {word.tag for word in words}
    ended = scene.kind is BlockKind.PARAGRAPH and scene.span.of(scene.reading.text).endswith(_ENDS)
    return ended and Tag.NOUN in tags and Tag.INFINITIVE not in tags


def _says_more(scene: Scene) -> bool:
    """« Lundi, toute la journée, pas de trains »: some word beside the dates; a date alone states nothing."""
    dated = [date.span for date in scene.dates]
    words = scene.syntax.words[scene.first : scene.last]
    return any(word.tag in _SAYS and not any(span.contains(word.span) for span in dated) for word in words)

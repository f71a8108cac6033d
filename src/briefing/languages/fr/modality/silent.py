"""Sentences that state nothing: announcements of the text, words to the reader."""

from __future__ import annotations

from msgspec.structs import replace

from briefing.extract.analysis.syntax import Clause, Tag
from briefing.extract.modality.scene import Scene, Verdict
from briefing.extract.words.morphology import Tense
from briefing.languages.fr.modality.signs import words_of
from briefing.model.claim import Modality

_MARKS = frozenset({Tag.COMMA, Tag.STOP, Tag.BRACKET, Tag.QUOTATION})
_QUE = frozenset({"que", "qu'"})
_WITHIN = 5
"""How many words behind « voilà trois mois » its « que » may stand."""


def order(scene: Scene) -> Verdict | None:
    """« Imaginez », « Espérons »; not « Rappelons que », which introduces a statement."""
    first = _first(scene)
    verb = next((v for v in scene.syntax.verbs if v.first == first), None)
    word = scene.syntax.words[first] if first < scene.last else None
    if verb is None or word is None or scene.quotations or scene.attributions:
        return None
    asked = scene.form(verb.last - 1) in ("-vous", "-nous")
    if not (word.form.endswith(("ons", "ez")) and word.tag is Tag.FINITE and (asked or verb.finite == first)):
        return None
    introduces = verb.lemma in words_of("reminder") and any(scene.form(n) in _QUE for n in range(first + 1, first + 4))
    return None if introduces else _silent(scene, "imperative", first, first + 1)


def states_nothing(scene: Scene) -> Verdict | None:
    """A verdict that says so, or None where the sentence states something."""
    return _theme(scene) or _to_the_reader(scene)


def _first(scene: Scene) -> int:
    words = scene.syntax.words
    return next((n for n in range(scene.first, scene.last) if words[n].tag not in _MARKS), scene.first)


def _silent(scene: Scene, rule: str, first: int, last: int) -> Verdict:
    return replace(scene.verdict(Modality.ASSERTED, f"fr.statements.{rule}", first, last), silent=True)


def _theme(scene: Scene) -> Verdict | None:
    """« cet article examine », « voici », « à retenir : »."""
    main = scene.mains[0] if scene.mains else None
    themes = scene.signs.get("theme", ())
    verb = scene.verb(main) if main is not None else None
    announced = main is not None and any(s.sign.only == "verb" and scene.heads(main, s) for s in themes)
    for found in themes:
        if found.sign.only == "subject" and announced and verb is not None and found.first < verb.first:
            return _silent(scene, "theme", found.first, verb.finite + 1)
        measures = any(scene.form(n) in _QUE for n in range(found.last, found.last + _WITHIN))
        opens = found.first <= scene.first or scene.syntax.words[found.first - 1].tag in _MARKS
        if not found.sign.only or (found.sign.only == "head" and opens and not measures and not _is_anchored(scene)):
            return _silent(scene, "theme", found.first, found.last)
    return None


def _to_the_reader(scene: Scene) -> Verdict | None:
    """« je vous emmène »: « je » in the present or future, with no verb of thought."""
    for clause in scene.mains:
        verb = scene.verb(clause)
        if (
            verb is not None
            and _is_mine(scene, clause)
            and not verb.compound
            and verb.tense in (Tense.PRESENT, Tense.FUTURE)
        ):
            return _silent(scene, "first_person", max(scene.first, verb.first - 1), verb.last)
    return None


def _is_mine(scene: Scene, clause: Clause) -> bool:
    verb = scene.verb(clause)
    return verb is not None and verb.lemma not in ("être", "avoir") and scene.form(verb.first - 1) in ("je", "j'")


def _is_anchored(scene: Scene) -> bool:
    return bool(scene.quantities or scene.dates)

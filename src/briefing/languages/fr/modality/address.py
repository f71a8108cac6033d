"""Sentences that state nothing: announcements of the text, words to the reader, fragments."""

from __future__ import annotations

from briefing.languages.fr.modality.scene import Scene, Verdict
from briefing.languages.fr.modality.senses import senses
from briefing.languages.fr.modality.syntax.clauses import is_verbless
from briefing.languages.fr.modality.syntax.grammar import grammar
from briefing.languages.fr.modality.syntax.tokens import PAUSES
from briefing.languages.fr.verbs import Tense
from briefing.model.claim import Modality


def states_nothing(scene: Scene) -> Verdict | None:
    """A verdict that is not checkable, or None where the sentence states something."""
    return _theme(scene) or _to_the_reader(scene) or _fragment(scene)


def imperative(scene: Scene) -> Verdict | None:
    """« Imaginez », « Espérons »; not « Rappelons que », which introduces a statement."""
    tokens = scene.tokens
    first = next((n for n in range(len(tokens)) if tokens[n] not in PAUSES), 0)
    head = tokens.forms[first]
    if head.person != "nous" or scene.quotations or scene.attributions:
        return None
    told = head.may_be(senses().reminders) and not grammar().que.isdisjoint(tokens.words[first + 1 : first + 4])
    return None if told else _silent(scene, "imperative", first, first)


def _silent(scene: Scene, rule: str, first: int, last: int) -> Verdict:
    cue = scene.tokens.span(first, last).of(scene.reading.article.text)
    return Verdict(Modality.ASSERTED, f"fr.statements.{rule}", cue, checkable=False)


def _theme(scene: Scene) -> Verdict | None:
    """« cet article examine », « voici », « à retenir : » (`themes.yaml`)."""
    verb = scene.mains[0].verb
    themes = [m for m in scene.markers.get("themes", ()) if not scene.quoted(m.first)]
    announced = any(m.marker.only == "verb" and m.verb == verb for m in themes)
    for found in themes:
        if found.marker.only == "subject" and announced and found.first < verb:
            return _silent(scene, "theme", found.first, verb)
        measures = not grammar().que.isdisjoint(scene.tokens.words[found.last + 1 : found.last + 6])
        headed = not measures and (scene.tokens[found.first - 1] in PAUSES or found.first == 0)
        if not found.marker.only or (found.marker.only == "head" and headed and not scene.quantities):
            return _silent(scene, "theme", found.first, found.last)
    return None


def _to_the_reader(scene: Scene) -> Verdict | None:
    """« je vous emmène »: « je » in the present or future, with no verb of thought."""
    tokens = scene.tokens
    for clause in scene.mains:
        before = tokens.words[max(0, clause.verb - 3) : max(0, clause.verb)]
        verb = tokens.forms[clause.verb]
        present = verb.has(Tense.PRESENT, Tense.FUTURE) and not verb.may_be(grammar().auxiliary_verbs)
        if present and not grammar().i.isdisjoint(before) and not scene.quoted(clause.verb):
            return _silent(scene, "first_person", clause.verb - 1, clause.verb)
    return None


def _fragment(scene: Scene) -> Verdict | None:
    """No verb, no figure, nobody who says it."""
    if not is_verbless(scene.tokens) or scene.quantities or scene.quotations or scene.attributions:
        return None
    return Verdict(Modality.ASSERTED, "fr.statements.fragment", checkable=False)

"""The author's own voice: judgement, advice, interpretation, first person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefing.languages.fr.modality.lists.markers import Found
from briefing.languages.fr.modality.scene import Scene, Verdict
from briefing.languages.fr.modality.senses import senses
from briefing.languages.fr.modality.syntax.clauses import Clause
from briefing.languages.fr.modality.syntax.grammar import grammar
from briefing.languages.fr.modality.syntax.heads import before_clitics
from briefing.languages.fr.modality.syntax.tokens import BREAKS, PAUSES
from briefing.languages.fr.verbs import Tense
from briefing.model.claim import Modality

_AT_HEAD = frozenset({"head", "detached", "hidden"})
_ADVICE = frozenset({"duty", "advice"})
_PREDICATE = 6
"""How many words may stand between a copula and the judgement."""


def opinion(scene: Scene, clause: Clause) -> Verdict | None:
    """The first sign of the author's opinion in the clause."""
    phrases = list(_phrases(scene, clause))
    for rule, signs in (
        ("first_person", _stances(scene)),
        ("first_person", (m for m in phrases if m.marker.only == "author")),
        ("opinion_phrase", iter(phrases)),
        ("judgement", _judgements(scene, clause)),
        ("interpretation", _interpretations(scene, clause)),
    ):
        for found in signs:
            if not scene.quoted(found.first):
                first = min(found.first, clause.verb) if rule == "judgement" else found.first
                return scene.verdict(found.marker.modality or Modality.OPINION, rule, first, found.last)
    return _exclamation(scene)


def is_judged(scene: Scene, clause: Clause) -> bool:
    """Whether a judgement is the clause's predicate."""
    return any(True for _ in _judgements(scene, clause))


def is_advice(scene: Scene, clause: Clause) -> bool:
    """Whether the clause says what should be done: « il faudra choisir »."""
    return any(m.marker.only in _ADVICE for m in _phrases(scene, clause))


def _exclamation(scene: Scene) -> Verdict | None:
    last = len(scene.tokens) - 1
    return scene.verdict(Modality.OPINION, "exclamation", last, last) if scene.tokens[last] == "!" else None


def _stances(scene: Scene) -> Iterator[Found]:
    """A verb of thought after « je », of effect after « me »; wherever in the sentence."""
    for found in scene.markers.get("stances", ()):
        before = scene.tokens.words[max(0, found.first - 4) : found.first]
        ours = scene.tokens.forms[found.first].person == "nous" and "nous" in before
        if ours or not grammar().first_person.isdisjoint(before):
            yield found


def _phrases(scene: Scene, clause: Clause) -> Iterator[Found]:
    """The phrases of `opinions.yaml` under their conditions; one at the head of the sentence needs no clause."""
    heads = (m for m in scene.markers.get("opinions", ()) if m.marker.only in _AT_HEAD and m.first <= 1)
    for found in (*heads, *scene.governed("opinions", clause)):
        if _holds(scene, clause, found):
            advises = found.marker.only in _ADVICE
            yield replace(found, last=scene.group(clause)[1]) if advises else found


def _holds(scene: Scene, clause: Clause, found: Found) -> bool:
    """The conditions of `opinions.yaml`."""
    match found.marker.only:
        case "head":
            return found.first <= 1 or scene.tokens[found.first - 1] in {":", "»"}
        case "detached":
            return found.first <= 1 and (
                scene.tokens[found.last + 1] == "," or scene.tokens[found.last + 1] in grammar().que
            )
        case "last":
            return scene.tokens[found.last + 1] in PAUSES
        case "impersonal":
            return _is_impersonal(scene, clause)
        case "pointer":
            return _points_back(scene, clause)
        case "hidden":
            return found.first <= 1 and scene.tokens.forms[clause.verb].may_be(senses().hiding)
        case "present":
            return found.verb == clause.verb and scene.tokens.forms[clause.verb].has(Tense.PRESENT)
        case "duty" | "advice":
            return found.verb == clause.verb and _advises(scene, clause, strictly=found.marker.only == "advice")
        case _:
            return True


def _advises(scene: Scene, clause: Clause, *, strictly: bool) -> bool:
    """« il faut » with an infinitive that measures nothing; « doit », `strictly`, with one that advises."""
    group, forms = scene.group(clause), scene.tokens.forms
    if len(group) < 2 or not forms[group[1]].infinitive or not forms[clause.verb].has(Tense.PRESENT, Tense.FUTURE):
        return False
    infinitive = forms[group[1]]
    return infinitive.may_be(senses().advised) if strictly else not infinitive.may_be(senses().measured)


def _judgements(scene: Scene, clause: Clause) -> Iterator[Found]:
    """The words of `judgements.yaml` as the predicate of the clause."""
    group = scene.group(clause)
    if "judgements" not in scene.markers or not any(scene.tokens.forms[n].may_be(senses().copulas) for n in group):
        return
    for found in scene.marked("judgements", clause):
        between = scene.tokens.words[group[-1] + 1 : found.first]
        if found.first <= group[0] or not BREAKS.isdisjoint(between) or len(between) > _PREDICATE:
            continue
        if found.marker.only != "impersonal" or (_is_impersonal(scene, clause) and _has_sequel(scene, found.last + 1)):
            yield found


def _has_sequel(scene: Scene, place: int) -> bool:
    """« que », or « de » with an infinitive; not « difficile d'accès »."""
    if scene.tokens[place] in grammar().infinitive_links:
        return any(form.infinitive for form in scene.tokens.forms[place + 1 : place + 5])
    return scene.tokens[place] in grammar().que or scene.tokens[place] == ","


def _is_impersonal(scene: Scene, clause: Clause) -> bool:
    """« il est », « c'est », « il n'est »: the subject stands for what follows."""
    before = before_clitics(scene.tokens, clause.verb)
    return before >= 0 and scene.tokens[before] in grammar().impersonals


def _interpretations(scene: Scene, clause: Clause) -> Iterator[Found]:
    """A verb of `interpretations.yaml` in the present whose subject points back, where no figure makes it a fact."""
    present = scene.tokens.forms[clause.verb].has(Tense.PRESENT)
    if "interpretations" not in scene.markers or not present or _has_figure(scene, clause):
        return
    pronoun = scene.tokens[before_clitics(scene.tokens, clause.verb)] in grammar().personals
    pointer = _points_back(scene, clause)
    for found in scene.marked("interpretations", clause):
        if found.verb == clause.verb and (pointer or (pronoun and found.marker.only != "pointer")):
            yield found


def _has_figure(scene: Scene, clause: Clause) -> bool:
    """Whether the clause holds a quantity in digits."""
    inside = scene.tokens.span(clause.start, clause.end - 1)
    return any(inside.contains(q.span) and any(c.isdigit() for c in q.exact) for q in scene.quantities)


def _points_back(scene: Scene, clause: Clause) -> bool:
    """« cette décision », « cela » as subject; not « ces images »."""
    tokens = scene.tokens
    for place in range(clause.start, clause.verb):
        first = place == clause.start or tokens[place - 1] in BREAKS or tokens[place - 1] in grammar().coordinators
        if first and tokens[place] in grammar().pointers:
            return senses().exhibits.isdisjoint(tokens.words[place + 1 : place + 4])
    return False

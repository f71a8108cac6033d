"""Which sentences and clauses are statements that can be checked, and how sure the text is of each.

Order of modalities when several fit: question, denied, alleged, possible, predicted, opinion, asserted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from briefing.extract.reading import Decision, Reading, Statement
from briefing.languages.fr.modality.address import imperative, states_nothing
from briefing.languages.fr.modality.conditional import conditional, set_aside
from briefing.languages.fr.modality.denial import denied, not_denied
from briefing.languages.fr.modality.opinion import opinion
from briefing.languages.fr.modality.outlook import possible, predicted
from briefing.languages.fr.modality.scene import Scene, Verdict, scenes
from briefing.languages.fr.modality.senses import senses
from briefing.languages.fr.modality.sources import alleged
from briefing.languages.fr.modality.splits import Part, parts
from briefing.languages.fr.modality.syntax.clauses import Clause
from briefing.languages.fr.modality.tables import table_rows
from briefing.model.claim import Because, Modality

Rule = Callable[[Scene, Clause], Verdict | None]
Judged = tuple[Part, list[Verdict]]

RULES: tuple[Rule, ...] = (denied, alleged, conditional, possible, predicted, opinion)
ORDER = (
    Modality.QUESTION,
    Modality.DENIED,
    Modality.ALLEGED,
    Modality.POSSIBLE,
    Modality.PREDICTED,
    Modality.OPINION,
    Modality.ASSERTED,
)
NOT_CLAIMS = frozenset({Modality.QUESTION, Modality.OPINION})
_ASSERTED = Verdict(Modality.ASSERTED, "fr.modality.asserted")
_ENDING = 20
"""How many characters of a sentence may hold its closing marks."""


def statements(reading: Reading) -> Reading:
    """Fill `statements`: one for each sentence, or one for each clause where clauses differ in source or modality."""
    found: list[Statement] = []
    noted: list[Decision] = []
    for scene in scenes(reading):
        for part, verdicts in _judged(scene):
            best = verdicts[0]
            checkable = best.checkable and best.modality not in NOT_CLAIMS
            found.append(Statement(part.span, best.modality, Because(best.rule, best.cue), checkable))
            noted.extend(_losers(verdicts))
        noted.extend((*not_denied(scene), *set_aside(scene)))
    found.extend(table_rows(reading))
    return replace(reading, statements=tuple(found)).noting(*noted)


def judge(scene: Scene, clauses: Sequence[Clause]) -> list[Verdict]:
    """The verdicts on some clauses of a sentence, the one that holds first."""
    if _is_question(scene):
        return [Verdict(Modality.QUESTION, "fr.modality.question", "?")]
    order = imperative(scene)
    if order is not None:
        return [order]
    found = [v for clause in _bridged(scene, clauses) for rule in RULES if (v := rule(scene, clause))]
    return sorted(found, key=_rank) or [states_nothing(scene) or _ASSERTED]


def _judged(scene: Scene) -> list[Judged]:
    """The sentence as one part, or its parts where they differ."""
    found = [(part, judge(scene, part.clauses)) for part in parts(scene)]
    differ = len({(verdicts[0].modality, _sources(scene, part)) for part, verdicts in found}) > 1
    if len(found) > 1 and (not differ or _is_one_opinion(scene, found)):
        return [(Part(scene.span, scene.mains), judge(scene, scene.mains))]
    return found


def _losers(verdicts: Sequence[Verdict]) -> Iterator[Decision]:
    """What also fitted, for the trace."""
    for verdict in verdicts[1:]:
        if verdict.at is not None and verdict.rule != verdicts[0].rule:
            yield Decision(verdict.rule, verdict.at, kept=False, why=f"{verdicts[0].rule} goes first")


def _is_one_opinion(scene: Scene, found: Sequence[Judged]) -> bool:
    """Whether what stands beside an opinion has no figure or date of its own, and so goes with it."""
    if {verdicts[0].modality for _, verdicts in found} != {Modality.OPINION, Modality.ASSERTED}:
        return False
    anchors = [row.span for row in (*scene.quantities, *scene.dates)]
    plain = [part.span for part, verdicts in found if verdicts[0].modality is Modality.ASSERTED]
    return not any(span.contains(anchor) for span in plain for anchor in anchors)


def _sources(scene: Scene, part: Part) -> tuple[str | None, ...]:
    """Who says what the part contains."""
    return tuple(a.source for a in scene.attributions if part.span.contains(a.content.span))


def _rank(verdict: Verdict) -> float:
    """The place in ORDER; an avowed opinion (« à mon avis, il échouera ») goes before what it contains."""
    avowed = verdict.rule == "fr.modality.first_person"
    return ORDER.index(Modality.POSSIBLE) - 0.5 if avowed else ORDER.index(verdict.modality)


def _bridged(scene: Scene, clauses: Sequence[Clause]) -> Sequence[Clause]:
    """« intervient alors que B »: the main clause only leads to the other."""
    tokens = scene.tokens
    bridges = [c.verb for c in clauses if tokens.forms[c.verb].may_be(senses().bridges)]
    led = (c for c in scene.clauses for verb in bridges if verb < c.opener <= verb + 4)
    return [*clauses, *(c for c in led if tokens[c.opener - 1] == "alors")]


def _is_question(scene: Scene) -> bool:
    """Whether the sentence ends with « ? », closing marks aside."""
    ending = scene.reading.text[max(scene.span.start, scene.span.end - _ENDING) : scene.span.end]
    return ending.rstrip(' »”"!)]').endswith("?")

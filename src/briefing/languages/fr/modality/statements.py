"""Which sentences and clauses are statements that can be checked, and how sure the text is of each."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract.analysis.syntax import Clause, ClauseKind
from briefing.extract.modality.column import ColumnWords
from briefing.extract.modality.scene import Scene
from briefing.extract.modality.statements import Judging, stating
from briefing.languages.fr.modality.conditional import conditional
from briefing.languages.fr.modality.denial import denied
from briefing.languages.fr.modality.opinion import FIRST_PERSON, opinion
from briefing.languages.fr.modality.outlook import possible, predicted
from briefing.languages.fr.modality.signs import signs, words_of
from briefing.languages.fr.modality.silent import order, states_nothing
from briefing.languages.fr.modality.sources import alleged


def _led(scene: Scene, clauses: Sequence[Clause]) -> Sequence[Clause]:
    """« intervient alors que B », « rappelons que B »: the main clause only leads to the other."""
    return [*clauses, *(c for c in scene.clauses if any(_leads(scene, main, c) for main in clauses))]


def _leads(scene: Scene, main: Clause, other: Clause) -> bool:
    verb = scene.verb(main)
    if verb is None or not verb.last <= other.first < verb.last + 3:
        return False
    if verb.lemma in words_of("bridge"):
        return other.kind is ClauseKind.CIRCUMSTANCE and scene.form(other.first).startswith("alors")
    reminds = verb.lemma in words_of("reminder") and main.subject is None and verb.first == main.first
    return reminds and other.kind is ClauseKind.COMPLETIVE


statements = stating(
    lambda: Judging(
        code="fr",
        signs=signs(),
        rules=(denied, alleged, conditional, possible, predicted, opinion),
        avowed=FIRST_PERSON,
        alone=states_nothing,
        first=order,
        led=_led,
        contrasts=words_of("contrast"),
        conditions=words_of("condition"),
        column=ColumnWords(
            labels=words_of("column"), exhibits=words_of("exhibit"), duty=words_of("duty"), ability=words_of("ability")
        ),
    )
)

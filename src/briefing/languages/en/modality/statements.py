"""Which sentences and clauses are statements that can be checked, and how sure the text is of each."""

from __future__ import annotations

from functools import partial

from msgspec.structs import replace

from briefing.extract.analysis.syntax import Clause, Tag
from briefing.extract.modality.attributed import attributed, quoted, stated
from briefing.extract.modality.column import ColumnWords
from briefing.extract.modality.scene import Scene, Verdict
from briefing.extract.modality.signs import Sighting
from briefing.extract.modality.statements import Judging, stating
from briefing.languages.en.grammar.saying import Frame, saying
from briefing.languages.en.modality.signs import signs, words_of
from briefing.languages.en.speech.reports import said_verb
from briefing.model.claim import Modality

_FIRST_PERSON = "en.modality.first_person"
_ALONE = frozenset({Tag.PRONOUN, Tag.STOP, Tag.COMMA, Tag.SUBJECT})
_MARKS = frozenset({Tag.COMMA, Tag.STOP, Tag.BRACKET, Tag.QUOTATION})


def _denied(scene: Scene, clause: Clause) -> Verdict | None:
    """« denies any link », « the union denies it », « no truth in »; not « never denied », « refused to deny »."""
    for found in scene.signs.get("denial", ()):
        return scene.verdict(Modality.DENIED, "en.modality.denial", found.first, found.last)
    verb = said_verb(scene.syntax, clause)
    entry = saying(verb.lemma) if verb is not None else None
    if verb is None or entry is None or Frame.DENIAL not in entry.takes or verb.negated or verb.passive:
        return None
    at = scene.syntax.span_of(verb.head, verb.last)
    held = any(row.cue_at is not None and row.cue_at.overlap(at) for row in scene.attributions)
    alone = verb.last >= scene.last or scene.syntax.words[verb.last].tag in _ALONE
    if not held and (not alone or Frame.CHARGES in entry.takes):
        return None
    return scene.verdict(Modality.DENIED, "en.modality.denial", verb.head, verb.last)


def _alleged(scene: Scene, clause: Clause) -> Verdict | None:
    """What a source carries: words in quotation marks, a report, « is believed to »."""
    if (verdict := quoted(scene, clause, "en")) is not None:
        return verdict
    row = attributed(scene, clause, lambda *_: False)
    if row is not None:
        return Verdict(Modality.ALLEGED, "en.modality.attributed", row.cue, row.cue_at)
    for found in scene.marked("passed_on", clause):
        return scene.verdict(Modality.ALLEGED, "en.modality.passed_on", found.first, found.last)
    return stated(scene, clause, "en", "be")


def _by_sign(kind: str, modality: Modality, scene: Scene, clause: Clause) -> Verdict | None:
    """« may », « probably », « is likely to »; « will », « is expected to », « is due on 5 May »."""
    for found in scene.marked(kind, clause):
        if _heads(scene, clause, found) and (found.sign.only != "date" or scene.dates):
            return scene.verdict(modality, f"en.modality.{kind}", found.first, found.last)
    return None


_possible = partial(_by_sign, "hedge", Modality.POSSIBLE)
_predicted = partial(_by_sign, "announced", Modality.PREDICTED)


def _heads(scene: Scene, clause: Clause, found: Sighting) -> bool:
    """Whether a sign's verb is the clause's own; « could not », « could only » say what somebody was not able to."""
    verb = scene.verb(clause)
    if found.verb is None:
        return True
    if verb is None or not scene.heads(clause, found):
        return False
    unable = scene.form(found.verb) == "could" and (verb.negated or scene.form(verb.last) == "only")
    return found.sign.only != "affirmed" or not unable


def _opinion(scene: Scene, clause: Clause) -> Verdict | None:
    """The author's own judgement, avowed or not."""
    for found in scene.signs.get("stance", ()):
        return scene.verdict(Modality.OPINION, _FIRST_PERSON, found.first, found.last)
    for found in (f for f in scene.marked("opinion", clause) if scene.form(f.last) != "'s"):
        return scene.verdict(Modality.OPINION, "en.modality.judgement", found.first, found.last)
    return None


def _order(scene: Scene) -> Verdict | None:
    """« Note the date. »: what an author asks of the reader."""
    first = next((n for n in range(scene.first, scene.last) if scene.syntax.words[n].tag not in _MARKS), scene.first)
    if scene.form(first) not in words_of("orders") or scene.quotations or scene.attributions:
        return None
    if any((group := scene.syntax.subject_of(clause)) and group.first <= first < group.last for clause in scene.mains):
        return None
    return replace(scene.verdict(Modality.ASSERTED, "en.statements.order", first, first + 1), silent=True)


statements = stating(
    lambda: Judging(
        code="en",
        signs=signs(),
        rules=(_denied, _alleged, _possible, _predicted, _opinion),
        avowed=_FIRST_PERSON,
        alone=lambda _scene: None,
        first=_order,
        led=lambda _scene, clauses: clauses,
        contrasts=words_of("contrast"),
        conditions=words_of("condition"),
        column=ColumnWords(labels=words_of("column"), exhibits=words_of("exhibit")),
    )
)

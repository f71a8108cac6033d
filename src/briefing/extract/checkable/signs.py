"""Signs that a clause only feels, judges, asks or sets a scene: where words of a language's `reasons.yaml` count."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from briefing.extract.analysis.syntax import Clause, Tag, VerbGroup, Word
from briefing.extract.modality.scene import Scene
from briefing.extract.modality.signs import Sighting, Signs
from briefing.extract.words.morphology import Tense
from briefing.model.claim import Uncheckable

_MARKS = frozenset({Tag.COMMA, Tag.STOP, Tag.BRACKET})
_SAID = frozenset({Tag.QUOTATION, Tag.ADJECTIVE, Tag.PARTICIPLE, Tag.NOUN, Tag.NAME})
_PREDICATE = 6
"""How many words may stand between a verb and what it says of somebody."""


class Reasons(Struct, frozen=True, kw_only=True):
    """What a language knows of clauses that state nothing to check."""

    code: str
    signs: Signs
    """Those of modality and those of its `reasons.yaml`, which explains the kinds, found together."""
    being: str
    speaker: frozenset[str]
    """Pronouns of who speaks: « nous »."""
    this: frozenset[str]
    """Those of what is not named: « c' »."""
    others: frozenset[str]
    """Those of who is spoken to or of."""
    is_order: Callable[[Word], bool]
    """Whether a verb that stands first and has no subject is an order."""
    is_judged: Callable[[Scene, Clause], bool]
    """Whether a judgement is the clause's predicate."""
    is_advice: Callable[[Scene, Clause], bool]
    """Whether the clause says what should be done."""
    is_opinion: Callable[[Scene, Clause], bool]
    """Whether a phrase of opinion stands in the clause."""


def is_governed(scene: Scene, clause: Clause, kind: str) -> bool:
    """Whether the clause's own verb, or one it governs, makes a sign of a kind."""
    return any(sign.verb is not None for sign in scene.governed(kind, clause))


def predicate(scene: Scene, verb: VerbGroup) -> Word | None:
    """What a verb says of its subject, past the dates: « s'est dit jeudi “touché” »."""
    words = scene.syntax.words
    for n in range(verb.last, scene.last):
        group = scene.syntax.noun_at(n)
        if words[n].tag in _SAID and (group is None or not group.when):
            return words[n]
    return None


def is_said_of(scene: Scene, clause: Clause, kind: str) -> bool:
    """Whether a sign is what the clause says of its subject: « nous sommes très fiers »."""
    verb = scene.verb(clause)
    signs = (s for s in scene.marked(kind, clause) if verb is not None and s.first >= verb.finite)
    between = (scene.syntax.words[verb.last : s.first] for s in signs if verb is not None)
    return any(len(words) < _PREDICATE and not any(w.tag in _MARKS for w in words) for words in between)


def is_judged_so(scene: Scene, clause: Clause, reasons: Reasons) -> bool:
    """Whether praise or blame is what the clause says of its subject: « c'est honteux », « c'est très bien »."""
    verb = scene.verb(clause)
    if reasons.is_judged(scene, clause):
        return True
    if verb is None or verb.lemma != reasons.being:
        return False
    return is_said_of(scene, clause, "worth") or _is_graded(scene, clause, verb, reasons.this)


def _is_graded(scene: Scene, clause: Clause, verb: VerbGroup, this: frozenset[str]) -> bool:
    """« c'est très difficile »: how much, of what only a pronoun names."""
    degrees = [sign for sign in scene.marked("degree", clause) if verb.finite < sign.first <= verb.last + 1]
    adjectives = (Tag.ADJECTIVE, Tag.PARTICIPLE, Tag.ADVERB)
    graded = any(sign.last < scene.last and scene.syntax.words[sign.last].tag in adjectives for sign in degrees)
    return graded and _has_subject(scene, verb, this)


def _has_subject(scene: Scene, verb: VerbGroup, forms: frozenset[str]) -> bool:
    """Whether one of some pronouns stands before a verb, or behind it by inversion."""
    before = scene.syntax.words[max(scene.first, verb.first - 2) : verb.finite]
    return any(word.form in forms for word in before)


def opening(scene: Scene) -> Iterator[Sighting]:
    """The words of thanks with which a sentence opens."""
    return (s for s in scene.signs.get("courtesy", ()) if s.sign.only == "head" and s.first <= scene.first + 1)


def is_own(scene: Scene, clause: Clause, kind: str, reasons: Reasons) -> bool:
    """Whether the speaker is the subject of a verb of a kind: « nous voulons »."""
    verb = scene.verb(clause)
    if verb is None or not any(scene.heads(clause, sign) for sign in scene.signs.get(kind, ())):
        return False
    return _has_subject(scene, verb, reasons.speaker)


def is_order(scene: Scene, clause: Clause, reasons: Reasons) -> bool:
    """« Restez chez vous », « battons-nous »."""
    verb = scene.verb(clause)
    if verb is None or clause.subject is not None or verb.finite != verb.first:
        return False
    return reasons.is_order(scene.syntax.words[verb.finite])


def is_exclaimed(scene: Scene, clause: Clause, reasons: Reasons) -> bool:
    """« On en a assez ! »: an exclamation in the present about what only a pronoun names."""
    verb = scene.verb(clause)
    if verb is None or verb.compound or verb.tense is not Tense.PRESENT:
        return False
    anybody = reasons.speaker | reasons.this | reasons.others
    return scene.form(scene.last - 1) == "!" and _has_subject(scene, verb, anybody)


def is_mood(scene: Scene, clause: Clause) -> bool:
    """« L'inquiétude grandit », « les visages étaient graves »: a mood that is or moves, and nothing is named."""
    subject = scene.syntax.subject_of(clause)
    if subject is None or "mood" not in scene.signs:
        return False
    if any(word.tag is Tag.NAME for word in scene.syntax.words[scene.first : scene.last]):
        return False
    moods = (sign.first for sign in scene.marked("mood", clause))
    moves = any(scene.heads(clause, sign) for sign in scene.signs.get("moves", ()))
    return moves and subject.head in moods


def announces(scene: Scene) -> bool:
    """« Voici les horaires de dimanche : », « Franceinfo vous explique »: words about what follows."""
    opens = any(sign.first == scene.first for sign in scene.signs.get("follows", ()))
    words = scene.syntax.words[scene.first : scene.last]
    return opens and scene.syntax.quotation is None and all(word.tag is not Tag.FINITE for word in words)


def without_verb(scene: Scene) -> Uncheckable | None:
    """Why a sentence without a verb states nothing: thanks, or « difficile d'évaluer les dégâts »."""
    if next(opening(scene), None):
        return Uncheckable.COURTESY
    return Uncheckable.JUDGEMENT if "bare" in scene.signs else None

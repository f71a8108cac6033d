"""The author's own voice: judgement, advice, interpretation, first person."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extract.analysis.syntax import Clause, Tag
from briefing.extract.modality.scene import Scene, Verdict
from briefing.extract.modality.signs import Sighting
from briefing.extract.words.morphology import Tense
from briefing.languages.fr.grammar.voices import nouns_of
from briefing.languages.fr.modality.signs import words_of
from briefing.model.claim import Modality

FIRST_PERSON = "fr.modality.first_person"
_AT_HEAD = frozenset({"head", "detached", "hidden"})
_ADVICE = frozenset({"duty", "advice"})
_PREDICATE = 6
"""How many words may stand between a copula and the judgement."""
_MARKS = frozenset({Tag.COMMA, Tag.STOP, Tag.BRACKET})


def opinion(scene: Scene, clause: Clause) -> Verdict | None:
    """The first sign of the author's opinion in the clause."""
    if (stance := next(_stances(scene), None)) is not None:
        return scene.verdict(Modality.OPINION, FIRST_PERSON, stance.first, stance.last)
    phrases = list(_phrases(scene, clause))
    for found in sorted(phrases, key=lambda sign: sign.sign.only != "author"):
        rule = FIRST_PERSON if found.sign.only == "author" else "fr.modality.opinion_phrase"
        last = scene.chain(clause)[-1].last if found.sign.only in _ADVICE else found.last
        return scene.verdict(found.sign.modality or Modality.OPINION, rule, found.first, last)
    for found in _judgements(scene, clause):
        verb = scene.verb(clause)
        first = min(found.first, verb.finite) if verb is not None else found.first
        return scene.verdict(Modality.OPINION, "fr.modality.judgement", first, found.last)
    for found in _interpretations(scene, clause):
        return scene.verdict(Modality.OPINION, "fr.modality.interpretation", found.first, found.last)
    return _exclamation(scene)


def is_judged(scene: Scene, clause: Clause) -> bool:
    """Whether a judgement is the clause's predicate."""
    return next(_judgements(scene, clause), None) is not None


def is_advice(scene: Scene, clause: Clause) -> bool:
    """Whether the clause says what should be done: « il faudra choisir »."""
    return any(found.sign.only in _ADVICE for found in _phrases(scene, clause))


def is_read_into(scene: Scene, clause: Clause) -> bool:
    """Whether the clause reads a meaning into things: « il montre la volonté du pays »."""
    return next(_interpretations(scene, clause), None) is not None


def _exclamation(scene: Scene) -> Verdict | None:
    last = scene.last - 1
    return (
        scene.verdict(Modality.OPINION, "fr.modality.exclamation", last, last + 1) if scene.form(last) == "!" else None
    )


def _stances(scene: Scene) -> Iterator[Sighting]:
    """A verb of thought after « je », of effect after « me »; wherever in the sentence."""
    for found in scene.signs.get("stance", ()):
        verb = next((v for v in scene.syntax.verbs if v.first <= found.first < v.last), None)
        if verb is None:
            continue
        near = {word.form for word in scene.syntax.words[max(scene.first, verb.first - 1) : verb.finite]}
        if near & words_of("self") or ("nous" in near and verb.person == "1"):
            yield found


def _phrases(scene: Scene, clause: Clause) -> Iterator[Sighting]:
    """The phrases of opinion under their conditions; one at the head of the sentence needs no clause."""
    if "opinion" not in scene.signs:
        return
    for found in scene.signs["opinion"]:
        if scene.form(found.last) == ":" and (scene.quantities or scene.dates):
            return  # « Une chose est sûre : 30 % des élèves … »: what it opens is stated
        if found.sign.only in _AT_HEAD and found.first <= scene.first + 1 and _holds(scene, clause, found):
            yield found
    yield from (found for found in scene.governed("opinion", clause) if _holds(scene, clause, found))


def _holds(scene: Scene, clause: Clause, found: Sighting) -> bool:
    """The conditions of the list."""
    verb, heads = scene.verb(clause), found.first <= scene.first + 1
    match found.sign.only:
        case "head":
            return heads or scene.form(found.first - 1) in (":", "«»")
        case "detached":
            return heads and scene.form(found.last) in (",", "que", "qu'")
        case "last":
            return found.last >= scene.last or scene.syntax.words[found.last].tag in _MARKS
        case "impersonal":
            return _is_impersonal(scene, clause)
        case "pointer":
            return _points_back(scene, clause)
        case "hidden":
            return heads and verb is not None and verb.lemma in words_of("hiding")
        case "present":
            return verb is not None and scene.heads(clause, found) and verb.tense is Tense.PRESENT and not verb.compound
        case "duty" | "advice":
            return scene.heads(clause, found) and _advises(scene, clause, strictly=found.sign.only == "advice")
        case _:
            return True


def _advises(scene: Scene, clause: Clause, *, strictly: bool) -> bool:
    """« il faut que », or with an infinitive that measures nothing; « doit », `strictly`, with one that advises."""
    verb = scene.verb(clause)
    if verb is None or verb.tense not in (Tense.PRESENT, Tense.FUTURE) or verb.compound:
        return False
    if not strictly and scene.quantities:
        return False
    if verb.infinitive is None:
        return not strictly and scene.form(verb.last) in words_of("that")
    infinitive = scene.syntax.verbs[verb.infinitive].lemma
    return infinitive in words_of("advised") if strictly else infinitive not in words_of("measured")


def _judgements(scene: Scene, clause: Clause) -> Iterator[Sighting]:
    """The words that judge, as the predicate of the clause."""
    if "judgement" not in scene.signs:
        return
    chain = scene.chain(clause)
    copula = next((v for v in reversed(chain) if v.lemma in words_of("copula")), None)
    if copula is None:
        return
    for found in scene.marked("judgement", clause):
        between = scene.syntax.words[copula.finite + 1 : found.first]
        if found.first <= copula.finite or len(between) > _PREDICATE or any(word.tag in _MARKS for word in between):
            continue
        if found.sign.only != "impersonal" or (_is_impersonal(scene, clause) and _has_sequel(scene, found.last)):
            yield found


def _has_sequel(scene: Scene, place: int) -> bool:
    """« que », or « de » with an infinitive; not « difficile d'accès »."""
    if scene.form(place) in nouns_of("bare_of") or scene.form(place) == "à":
        return any(word.tag is Tag.INFINITIVE for word in scene.syntax.words[place + 1 : place + 5])
    return scene.form(place) in ("que", "qu'", ",")


def _is_impersonal(scene: Scene, clause: Clause) -> bool:
    """« il est », « c'est », « il n'est »: the subject stands for what follows."""
    verb = scene.verb(clause)
    if verb is None:
        return False
    inverted = scene.form(verb.inverted) if verb.inverted is not None else ""
    return not words_of("impersonal", "this").isdisjoint({scene.form(verb.first - 1), inverted})


def _interpretations(scene: Scene, clause: Clause) -> Iterator[Sighting]:
    """A verb that reads a meaning into things, in the present, of a subject that points back, with no figure."""
    verb = scene.verb(clause)
    if "interpretation" not in scene.signs or verb is None or verb.tense is not Tense.PRESENT or verb.compound:
        return
    if verb.passive or _has_figure(scene, clause):
        return
    personal = scene.form(verb.first - 1) in words_of("third")
    pointer = _points_back(scene, clause)
    for found in scene.marked("interpretation", clause):
        if scene.heads(clause, found) and (pointer or (personal and found.sign.only != "pointer")):
            yield found


def _has_figure(scene: Scene, clause: Clause) -> bool:
    """Whether the clause holds a quantity in digits."""
    inside = scene.syntax.span_of(clause.first, clause.last)
    return any(inside.contains(q.span) and any(c.isdecimal() for c in q.exact) for q in scene.quantities)


def _points_back(scene: Scene, clause: Clause) -> bool:
    """« cette décision », « cela » as subject; not « ces images »."""
    subject = scene.syntax.subject_of(clause)
    if subject is None or scene.form(subject.first) not in words_of("taking_up"):
        return False
    return scene.syntax.words[subject.head].lemma not in words_of("exhibit")

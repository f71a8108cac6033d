"""Sentences that say that somebody denies something."""

from __future__ import annotations

from briefing.extract.analysis.syntax import Clause, ClauseKind, Tag
from briefing.extract.modality.scene import Scene, Verdict
from briefing.languages.fr.modality.signs import words_of
from briefing.languages.fr.reporting.cues import denies
from briefing.model.claim import Modality

_RULE = "fr.modality.denial"


def denied(scene: Scene, clause: Clause) -> Verdict | None:
    """A verb of denial that is not itself negated or withheld, in the clause or in « , ce qu'il nie »."""
    if not _is_cancelled(scene, clause):
        for found in scene.governed("denial", clause):
            return scene.verdict(Modality.DENIED, _RULE, found.first, found.last)
        if (alone := _passive(scene, clause) or _bare(scene, clause)) is not None:
            return alone
    return _afterthought(scene)


def is_cancelled(scene: Scene, clause: Clause) -> bool:
    """Whether the clause holds a denial that does not count: « n'a jamais nié », « refuse de démentir »."""
    return next(scene.governed("denial", clause), None) is not None and _is_cancelled(scene, clause)


def _is_cancelled(scene: Scene, clause: Clause) -> bool:
    return any(verb.negated or verb.lemma in words_of("withheld") for verb in scene.chain(clause))


def _passive(scene: Scene, clause: Clause) -> Verdict | None:
    """« Cette version est contestée par l'intéressé »: what is denied is the subject."""
    verb, subject = scene.verb(clause), scene.syntax.subject_of(clause)
    if verb is None or subject is None or not verb.passive or not denies(verb.lemma):
        return None
    if scene.syntax.words[subject.head].lemma not in words_of("deniable"):
        return None
    return scene.verdict(Modality.DENIED, _RULE, verb.finite, verb.last)


def _bare(scene: Scene, clause: Clause) -> Verdict | None:
    """« L'entreprise conteste. »: a verb of denial with nothing behind it denies what was told before."""
    verb = scene.verb(clause)
    if verb is None or verb.passive or not denies(verb.lemma) or clause.kind is not ClauseKind.MAIN:
        return None
    rest = scene.syntax.words[verb.last : clause.last]
    bare = all(word.tag in (Tag.ADVERB, Tag.STOP) for word in rest)
    return scene.verdict(Modality.DENIED, _RULE, verb.finite, verb.last) if bare else None


def _afterthought(scene: Scene) -> Verdict | None:
    """« Il est accusé de fraude, ce qu'il nie », « Ce qu'il nie, c'est … »: in the clause that ends or opens it.

    Not behind what somebody else says: « Anne Petit affirme que A, ce que nie Paul Roux » is her word first.
    """
    for clause in scene.clauses:
        verb = scene.verb(clause)
        ends = clause.last >= scene.last - 1 and not _is_told(scene)
        apart = ends or clause.first == scene.first + 1
        if clause.kind is ClauseKind.MAIN or verb is None or not apart:
            continue
        takes_up = clause.opener is not None and scene.form(clause.opener) in ("que", "qu'")
        if takes_up and _is_about(scene, clause) and denies(verb.lemma) and not _is_cancelled(scene, clause):
            return scene.verdict(Modality.DENIED, _RULE, verb.finite, verb.last)
    return None


def _is_told(scene: Scene) -> bool:
    """Whether the verb of a main clause reports."""
    verbs = [scene.syntax.span_of(v.first, v.last) for main in scene.mains for v in scene.chain(main)]
    cues = (row.cue_at for row in scene.attributions if row.cue_at is not None)
    return any(cue.overlap(verb) for cue in cues for verb in verbs)


def _is_about(scene: Scene, clause: Clause) -> bool:
    """« ce [qu'il nie] », « des faits [qu'elle conteste] »."""
    before = scene.syntax.words[clause.first - 1] if clause.first > scene.first else None
    return before is not None and (
        before.form == "ce" or (before.tag is Tag.NOUN and before.lemma in words_of("deniable"))
    )

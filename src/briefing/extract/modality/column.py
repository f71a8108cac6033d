"""Columns, analyses, editorials: articles in their author's own voice, where what is said in general is a view."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from msgspec import Struct

from briefing.extract.analysis.syntax import Clause, ClauseKind, Tag
from briefing.extract.modality.scene import Scene, Verdict
from briefing.extract.words.morphology import Tense
from briefing.model.article import Article
from briefing.model.claim import Modality

_FEWEST = 3
"""Judgements of an author and questions to the reader that make a column."""
_SHARE = 8
"""In a column one of so many statements is such a one, those that others make left out."""
_TOLD_BY_OTHERS = frozenset({Modality.ALLEGED, Modality.DENIED})
_OWN = frozenset({Modality.ASSERTED, Modality.PREDICTED})


class ColumnWords(Struct, frozen=True, kw_only=True):
    """The words that tell the voice of a column."""

    labels: frozenset[str]
    """What outlets call articles in their author's own voice: « édito »."""
    exhibits: frozenset[str]
    """Nouns that show a thing literally: « ces images »."""
    duty: frozenset[str] = frozenset()
    """Verbs of what must be, with an infinitive."""
    ability: frozenset[str] = frozenset()
    """Verbs of what can be: denied, they say what must not."""


_LABEL = re.compile(r"\W*(\w+) ?[.:|–—-]\s")
"""The word before a title or text that says what it is: « Analyse. », « Édito : »."""


def is_labelled(article: Article, labels: frozenset[str]) -> bool:
    """Whether the outlet calls an article a column, before its title or text or in its address: « /idees/ »."""
    found = (_LABEL.match(text) for text in (article.meta.title or "", article.text))
    parts = urlsplit(article.meta.url or "").path.split("/")
    return not labels.isdisjoint([*parts, *(match[1].lower() for match in found if match)])


def is_column(judged: Iterable[tuple[Scene, Verdict]]) -> bool:
    """Whether the author of an article judges and asks as often as columns do."""
    own = [(scene, verdict.modality) for scene, verdict in judged if verdict.modality not in _TOLD_BY_OTHERS]
    judges = sum(modality is Modality.OPINION for _, modality in own)
    asks = sum(modality is Modality.QUESTION and not scene.quotations for scene, modality in own)
    return judges > 1 and judges + asks >= _FEWEST and _SHARE * (judges + asks) >= len(own)


def is_view(scene: Scene, clauses: Sequence[Clause], verdict: Verdict, words: ColumnWords) -> bool:
    """« Ce pays dort mal », « Le courage serait de le dire »: of nothing counted, dated or told by others.

    What is named is told of, unless the author says what must be: « L'Europe ne peut plus attendre ».
    """
    if scene.quantities or scene.dates or scene.quotations or scene.attributions:
        return False
    if any(_demands(scene, clause, words) for clause in clauses):
        return verdict.modality in _OWN
    if verdict.modality is Modality.ALLEGED:
        return bool(clauses) and all(_is_imagined(scene, clause) for clause in clauses)
    if verdict.modality is not Modality.ASSERTED or verdict.cue or scene.mentions:
        return False
    return all(_is_general(scene, clause, words) for clause in clauses) if clauses else not _is_announced(scene)


def _demands(scene: Scene, clause: Clause, words: ColumnWords) -> bool:
    """« doit rendre des comptes », « ne peut être la solution »."""
    verb = scene.verb(clause)
    if verb is None or verb.tense is not Tense.PRESENT or verb.compound or verb.infinitive is None:
        return False
    return verb.lemma in words.duty or (verb.lemma in words.ability and verb.negated)


def _is_imagined(scene: Scene, clause: Clause) -> bool:
    """« Le vrai courage serait de le dire »; not « Le pont serait fermé, dit-on »."""
    verb = scene.verb(clause)
    passed_on = any(other.kind is ClauseKind.INSERTION for other in scene.clauses)
    return verb is not None and verb.tense is Tense.CONDITIONAL and not (verb.compound or passed_on)


def _is_announced(scene: Scene) -> bool:
    """« Les chiffres, d'abord. »: without a verb, what comes next; « Noble ambition. » judges."""
    return scene.syntax.words[scene.first].tag is Tag.DETERMINER


def _is_general(scene: Scene, clause: Clause, words: ColumnWords) -> bool:
    verb, subject = scene.verb(clause), scene.syntax.subject_of(clause)
    shown = subject is not None and scene.syntax.words[subject.head].lemma in words.exhibits
    return not shown and (verb is None or (verb.tense is Tense.PRESENT and not verb.compound))

"""Columns, analyses, editorials: articles in their author's own voice, where what is said in general is a view."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from briefing.extract.analysis.syntax import Clause
from briefing.extract.modality.scene import Scene, Verdict
from briefing.extract.words.morphology import Tense
from briefing.model.article import Article
from briefing.model.claim import Modality

_FEWEST = 3
"""Judgements of an author and questions to the reader that make a column."""
_SHARE = 8
"""In a column one of so many statements is such a one, those that others make left out."""
_TOLD_BY_OTHERS = frozenset({Modality.ALLEGED, Modality.DENIED})


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


def is_view(scene: Scene, clauses: Sequence[Clause], exhibits: frozenset[str]) -> bool:
    """« Ce pays dort mal »: in the present, of nothing named, dated, counted, told by others, nor of `exhibits`."""
    if scene.mentions or scene.quantities or scene.dates or scene.quotations or scene.attributions:
        return False
    return all(_is_general(scene, clause, exhibits) for clause in clauses)


def _is_general(scene: Scene, clause: Clause, exhibits: frozenset[str]) -> bool:
    verb, subject = scene.verb(clause), scene.syntax.subject_of(clause)
    shown = subject is not None and scene.syntax.words[subject.head].lemma in exhibits
    return not shown and (verb is None or (verb.tense is Tense.PRESENT and not verb.compound))

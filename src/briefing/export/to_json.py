"""The whole dossier as one JSON document, the format of reference; `schema` describes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cache, partial
from typing import cast

from msgspec import Struct

from briefing.export.json_text import Json, Lines, lines, written
from briefing.export.parts import ANEW, Parts
from briefing.model.annotation import UNWRITTEN
from briefing.model.article import Article, Rights
from briefing.model.claim import Because, Claim
from briefing.model.dossier import Dossier
from briefing.model.measure import Measure

EXCERPT = 280
"""How many characters of a text whose rights say « excerpt » may leave the program."""
_EMPTY: tuple[object, ...] = (None, "", (), [])
_AS_THEY_ARE = frozenset({str, int, float, bool, type(None)})
WORDS_OF_THE_TEXT = ("exact", "cue")
"""The fields that repeat an article's words; they stay behind where its rights are « none »."""


def to_json(dossier: Dossier, parts: Parts = ANEW) -> str:
    """Articles, claims, entities, and all that joins claims; the same bytes every time."""

    def claims(article: Article) -> str:
        return lines(claim_json(claim, dossier) for claim in dossier.claims_of(article))

    document: dict[str, Iterator[Json | Lines]] = {
        "articles": (_article(article) for article in dossier.articles),
        "claims": (Lines(parts.of(article.id, partial(claims, article))) for article in dossier.articles),
        "entities": map(_plain, dossier.entities),
        "corroborations": map(_plain, dossier.corroborations),
        "differences": map(_plain, dossier.differences),
        "questions": map(_plain, dossier.questions),
        "proposals": map(_plain, dossier.proposals),
        "measures": (_measure(measure, dossier) for measure in dossier.measures),
        "copies": map(_plain, dossier.copies),
        "set_aside": map(_plain, dossier.set_aside),
    }
    return written(document, depth=2)


def _article(article: Article) -> Json:
    shown = {Rights.FULL: article.text, Rights.EXCERPT: article.text[:EXCERPT], Rights.NONE: ""}[article.meta.rights]
    meta = _fields(article.meta)
    return {"id": article.id, "text_sha256": article.text_sha256, **meta, **({"text": shown} if shown else {})}


def claim_json(claim: Claim, dossier: Dossier) -> Json:
    """A claim with the id of its article, without the words that the article's rights keep back."""
    return _allowed({**_fields(claim), "article": dossier.article_of(claim).id}, claim.id, dossier)


def _measure(measure: Measure, dossier: Dossier) -> Json:
    values: list[Json] = [_allowed(_fields(value), value.claim, dossier) for value in measure.values]
    return {**_fields(measure), "values": values}


def _allowed(row: dict[str, Json], claim: str, dossier: Dossier) -> Json:
    """What the rights of a claim's article let out of a row about it."""
    shown = claim in dossier.claims and dossier.article_of(dossier.claims[claim]).meta.rights is not Rights.NONE
    return row if shown else _without_words(row)


def _without_words(value: Json) -> Json:
    if isinstance(value, dict):
        return {key: _without_words(item) for key, item in value.items() if key not in WORDS_OF_THE_TEXT}
    return [_without_words(item) for item in value] if isinstance(value, list) else value


def _fields(value: Struct) -> dict[str, Json]:
    held = ((name, getattr(value, name)) for name in _names(type(value)))
    return {name: _plain(item) for name, item in held if item not in _EMPTY}


@cache
def _names(kind: type[Struct]) -> tuple[str, ...]:
    """The fields of a value that leave the program: offsets say which words, only a reason its rule."""
    left = {"nth"} if kind is Because else {"nth", *UNWRITTEN}
    return tuple(name for name in kind.__struct_fields__ if name not in left)


def _plain(value: object) -> Json:
    """A value made of what JSON has; what is unknown or empty and the rows' rules are left out."""
    if type(value) in _AS_THEY_ARE:  # most are
        return cast("Json", value)
    if isinstance(value, Struct):
        return _fields(value)
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, Enum):
        return cast("Json", value.value)
    if isinstance(value, Mapping):
        return {str(k): _plain(v) for k, v in value.items()}
    return str(value)

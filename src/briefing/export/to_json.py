"""The whole dossier as one JSON document."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum

from briefing.model.article import Article, Rights
from briefing.model.claim import Claim
from briefing.model.dossier import Dossier

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
EXCERPT = 280
"""How many characters of a text whose rights say « excerpt » may leave the program."""


def to_json(dossier: Dossier) -> str:
    """`articles`, `claims`, `entities`, `corroborations`, `differences`; keys sorted, the same bytes every time."""
    document: Json = {
        "articles": [_article(article) for article in dossier.articles],
        "claims": [_claim(claim, dossier) for claim in dossier.claims.values()],
        "entities": [_plain(entity) for entity in dossier.entities],
        "corroborations": [_plain(group) for group in dossier.corroborations],
        "differences": [_plain(difference) for difference in dossier.differences],
    }
    return json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _article(article: Article) -> Json:
    shown = {Rights.FULL: article.text, Rights.EXCERPT: article.text[:EXCERPT], Rights.NONE: ""}[article.meta.rights]
    meta = _fields(article.meta)
    return {"id": article.id, "text_sha256": article.text_sha256, **meta, **({"text": shown} if shown else {})}


def _claim(claim: Claim, dossier: Dossier) -> Json:
    return {**_fields(claim), "article": dossier.article_of(claim).id}


def _fields(value: object) -> dict[str, Json]:
    rows = {f.name: _plain(getattr(value, f.name)) for f in fields(value)}  # type: ignore[arg-type] # a dataclass
    return {k: v for k, v in rows.items() if v not in (None, "", [])}


def _plain(value: object) -> Json:
    """A value made of what JSON has; what is unknown or empty and the rows' rules are left out."""
    if isinstance(value, Enum):
        return str(value.value)
    if is_dataclass(value):
        return _fields(value)
    if isinstance(value, Mapping):
        return {str(k): _plain(v) for k, v in value.items()}
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    return value if isinstance(value, (bool, int, float, str)) or value is None else str(value)

"""Writing claim files: YAML that a person reads, comments and corrects, the same bytes for the same claims."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import asdict

from briefing.model.annotation import UNWRITTEN
from briefing.model.claim import Claim, ClaimFile

_SCHEMA_LINE = "# yaml-language-server: $schema=../schemas/claims.json"
_PLAIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿœŒ][A-Za-zÀ-ÖØ-öø-ÿœŒ0-9 ’'.()°/_-]*(?<! )")
_NOT_PLAIN = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
_UNPRINTABLE = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")
_ALWAYS_QUOTED = frozenset({"exact"})

Row = Mapping[str, object]


def _header(file: ClaimFile) -> list[str]:
    """The lines above the claims."""
    return [
        _SCHEMA_LINE,
        f"article: {scalar('article', file.article)}",
        f"text_sha256: {file.text_sha256}",
        f"generator: {file.generator}",
        *([f"base: {scalar('base', file.base)}"] if file.base else []),
    ]


def emit_fields(claim: Claim, *, places: bool = False) -> dict[str, list[str]]:
    """The lines of each field of a claim, indented under its list item; fields that hold nothing have none.

    `places`: with the offsets of passages, as far as they have any, which a claim file does not tell.
    """
    return {
        "id": [f"- id: {scalar('id', claim.id)}"],
        "status": [f"  status: {claim.status}"],
        "evidence": [f"  evidence: {flow(row_of(claim.evidence, places=places), places=places)}"],
        "modality": [f"  modality: {claim.modality}"],
        "because": [f"  because: {flow(row_of(claim.because))}"],
        "checkable": [] if claim.checkable else ["  checkable: false"],
        "reason": [f"  reason: {claim.reason}"] if claim.reason and not claim.checkable else [],
        "attribution": _rows("attribution", claim.attribution, places=places),
        "quotes": _rows("quotes", claim.quotes, places=places),
        "dates": _rows("dates", claim.dates, places=places),
        "quantities": _rows("quantities", claim.quantities, places=places),
        "entities": _rows("entities", claim.entities, places=places),
        "review": [f"  review: {flow(row_of(claim.review))}"] if claim.review else [],
        "credibility": [f"  credibility: {claim.credibility}"] if claim.credibility else [],
        "likelihood": [f"  likelihood: {scalar('likelihood', claim.likelihood)}"] if claim.likelihood else [],
        "confidence": [f"  confidence: {scalar('confidence', claim.confidence)}"] if claim.confidence else [],
        "note": [f"  note: {scalar('note', claim.note)}"] if claim.note else [],
    }


def emit_claim(claim: Claim, *, places: bool = False) -> list[str]:
    """The lines of one claim, an item of the list `claims`."""
    return [line for lines in emit_fields(claim, places=places).values() for line in lines]


def emit_file(file: ClaimFile, *, places: bool = False) -> str:
    """The whole text of a claim file that nobody has edited yet."""
    claims = [line for claim in file.claims for line in emit_claim(claim, places=places)]
    lines = [*_header(file), "claims:" if claims else "claims: []", *claims]
    return "\n".join(lines) + "\n"


_FIRST = ("source", "cue", "exact", "nth", "start", "end")


def row_of(value: Struct, *, places: bool = False) -> Row:
    """The fields of a row as they are written: `rule` and what is unknown left out, the words first."""
    given = asdict(value)
    if "rule" in given and "exact" not in given and "content" not in given:
        return {k: v for k, v in given.items() if v != ""}
    if not (places and (given.get("start"), given.get("end")) != (0, 0)):
        given = {k: v for k, v in given.items() if k not in {"start", "end"}}
    order = [k for k in _FIRST if k in given] + [k for k in given if k not in _FIRST and k != "content"] + ["content"]
    return {k: given[k] for k in order if k not in UNWRITTEN and given.get(k) not in (None, ())}


def _rows(name: str, rows: Iterable[Struct], *, places: bool) -> list[str]:
    lines = [f"  - {flow(row_of(row, places=places), places=places)}" for row in rows]
    return [f"  {name}:", *lines] if lines else []


def flow(row: Row, *, places: bool = False) -> str:
    """A mapping on one line."""
    return "{" + ", ".join(f"{key}: {value_text(key, value, places=places)}" for key, value in row.items()) + "}"


def value_text(key: str, value: object, *, places: bool = False) -> str:
    """A value as it stands behind its key."""
    if isinstance(value, (str, StrEnum)):
        return scalar(key, str(value))
    if isinstance(value, bool) or value is None:
        return "null" if value is None else str(value).lower()
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Struct):
        return flow(row_of(value, places=places), places=places)
    if isinstance(value, tuple):
        return f"[{', '.join(value_text(key, item) for item in value)}]"
    raise TypeError(f"{key}: {type(value).__name__} is nothing that stands in a file")


def scalar(key: str, text: str) -> str:
    """A string, plain where YAML reads it as the same string in any place, else in double quotes."""
    if key not in _ALWAYS_QUOTED and _PLAIN.fullmatch(text) and text.lower() not in _NOT_PLAIN:
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda m: f"\\u{ord(m[0]):04x}", quoted)

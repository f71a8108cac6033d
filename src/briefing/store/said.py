"""What who writes a claim may leave out: where its words stand, the rule, the hashes, empty lists."""

from __future__ import annotations

from collections.abc import Mapping

BY_HAND = "person"
"""The rule of a claim that no rule found."""
OPTIONAL = {
    "ClaimFile": frozenset({"text_sha256", "generator"}),
    "Claim": frozenset({"because"}),
    "Passage": frozenset({"start", "end"}),
}
"""Keys that a reader of the file adds where they are missing, by the type that needs them."""

_ROWS = ("quotes", "dates", "quantities", "entities")
_LISTS = ("claims", "attribution", *_ROWS)

Row = dict[str, object]


def completed(content: object) -> object:
    """The content of a claim file with what was left out; words get the empty place 0–0, which no words have."""
    if not isinstance(content, dict):
        return content
    filled = {"text_sha256": "", "generator": "", **_without_empty_lists(content)}
    claims = filled.get("claims")
    if isinstance(claims, list):
        filled["claims"] = [_claim(claim) if isinstance(claim, dict) else claim for claim in claims]
    return filled


def _without_empty_lists(row: Mapping[str, object]) -> dict[str, object]:
    """An emptied list (`quotes:` with nothing behind it) is an empty list, not a mistake."""
    return {key: [] if value is None and key in _LISTS else value for key, value in row.items()}


def _claim(given: Row) -> Row:
    claim: Row = {"because": {"rule": BY_HAND}, **_without_empty_lists(given)}
    if "evidence" in claim:
        claim["evidence"] = _passage(claim["evidence"])
    for name in _ROWS:
        rows = claim.get(name)
        if isinstance(rows, list):
            claim[name] = [_passage(row) for row in rows]
    rows = claim.get("attribution")
    if isinstance(rows, list):
        claim["attribution"] = [
            {**row, "content": _passage(row["content"])} if isinstance(row, dict) and "content" in row else row
            for row in rows
        ]
    return claim


def _passage(row: object) -> object:
    if not isinstance(row, dict) or {"start", "end"} & row.keys() or "exact" not in row:
        return row
    return {**row, "start": 0, "end": 0}

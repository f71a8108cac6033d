"""What a person who writes a claim may leave out: where its words stand, the rule, the hash, empty lists."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.model.span import Span

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


def completed(content: object, text: str | None) -> object:
    """The content of a claim file with what a person left out; `text`: the article's, to place words in.

    Evidence is placed where it stands only once; a row at its first place inside the evidence. What stands nowhere, or
    in several places, gets the empty place 0–0, which no words have.
    """
    if not isinstance(content, dict):
        return content
    filled = {"text_sha256": "", "generator": "", **_without_empty_lists(content)}
    claims = filled.get("claims")
    if isinstance(claims, list):
        filled["claims"] = [_claim(claim, text) if isinstance(claim, dict) else claim for claim in claims]
    return filled


def _without_empty_lists(row: Mapping[str, object]) -> dict[str, object]:
    """An emptied list (`quotes:` with nothing behind it) is an empty list, not a mistake."""
    return {key: [] if value is None and key in _LISTS else value for key, value in row.items()}


def _claim(given: Row, text: str | None) -> Row:
    claim: Row = {"because": {"rule": BY_HAND}, **_without_empty_lists(given)}
    if text is None:
        return claim
    claim["evidence"] = evidence = _placed(claim.get("evidence"), text, Span(0, len(text)), once=True)
    inside = _span(evidence)
    for name in _ROWS:
        rows = claim.get(name)
        if isinstance(rows, list):
            claim[name] = [_placed(row, text, inside) for row in rows]
    rows = claim.get("attribution")
    if isinstance(rows, list):
        claim["attribution"] = [
            {**row, "content": _placed(row["content"], text, inside)}
            if isinstance(row, dict) and "content" in row
            else row
            for row in rows
        ]
    return claim


def _placed(row: object, text: str, inside: Span, *, once: bool = False) -> object:
    """The row with the place of its words, unless it says one or is no row."""
    if not isinstance(row, dict) or {"start", "end"} & row.keys() or not isinstance(row.get("exact"), str):
        return row
    words = row["exact"]
    start = text.find(words, inside.start, inside.end)
    if not words or start < 0 or (once and text.find(words, start + 1) >= 0):
        return {**row, "start": 0, "end": 0}
    return {**row, "start": start, "end": start + len(words)}


def _span(row: object) -> Span:
    """The place a row says, as far as it says one."""
    bounds = (row.get("start"), row.get("end")) if isinstance(row, dict) else (0, 0)
    start, end = (bound if isinstance(bound, int) and bound >= 0 else 0 for bound in bounds)
    return Span(start, end)

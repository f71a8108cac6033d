"""Putting a merge into the text of a claim file: only the lines that change are touched, comments stay."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import yaml

from briefing.model.claim import ClaimFile
from briefing.store.emit import emit_claim, emit_fields, emit_file
from briefing.store.merge import Step
from briefing.yamlfile import Document


@dataclass(frozen=True, slots=True)
class _Item:
    """The lines of one claim: what stands above it (comments), and the lines of each key."""

    above: list[str]
    keys: dict[str, list[str]]


def edited(text: str, document: Document, merged: ClaimFile, steps: Sequence[Step]) -> str:
    """The text of the file after the merge."""
    lines = text.splitlines()
    root = document.root
    claims = _value(root, "claims")
    if not isinstance(claims, yaml.SequenceNode) or claims.flow_style or not claims.value:
        return emit_file(merged)
    items = dict(_items(lines, claims))
    start = claims.value[0].start_mark.line - len(next(iter(items.values())).above)
    end = _last_line(claims.value[-1]) + 1
    body = [line for step in steps for line in _lines(step, items.get(step.claim.id))]
    head = _header(lines[:start], merged)
    return "\n".join([*head, *body, *lines[end:]]) + "\n"


def _value(node: yaml.Node | None, key: str) -> yaml.Node | None:
    if not isinstance(node, yaml.MappingNode):
        return None
    return next((value for name, value in node.value if name.value == key), None)


def _last_line(node: yaml.Node) -> int:
    """The number of the last line that holds some of the node (block nodes end only where the next token begins)."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _last_line(last[1] if isinstance(last, tuple) else last)
    line: int = node.end_mark.line
    return line - 1 if node.end_mark.column == 0 and line > node.start_mark.line else line


def _items(lines: list[str], claims: yaml.SequenceNode) -> Iterator[tuple[str, _Item]]:
    """Each claim's id and lines."""
    end = claims.value[0].start_mark.line
    for node in claims.value:
        first, last = node.start_mark.line, _last_line(node)
        starts = [name.start_mark.line for name, _ in node.value] + [last + 1]
        starts[0] = first
        keys = {name.value: lines[a:b] for (name, _), a, b in zip(node.value, starts, starts[1:], strict=False)}
        ident = _value(node, "id")
        yield (str(ident.value) if ident is not None else ""), _Item(lines[end:first], keys)
        end = last + 1


def _lines(step: Step, item: _Item | None) -> list[str]:
    """The lines of one claim after the merge."""
    if step.is_new or item is None:
        return emit_claim(step.claim)
    fresh = emit_fields(step.claim)
    keys: Mapping[str, list[str]] = {
        **{key: fresh[key] if key in step.changed else lines for key, lines in item.keys.items()},
        **{key: fresh[key] for key in fresh if key in step.changed and key not in item.keys},
    }
    return [*item.above, *(line for lines in keys.values() for line in lines)]


def _header(lines: list[str], merged: ClaimFile) -> list[str]:
    """The lines above the claims, with the hash and generator of now."""
    now = {"text_sha256": merged.text_sha256, "generator": merged.generator}
    return [
        next((f"{key}: {value}" for key, value in now.items() if line.startswith(f"{key}:")), line) for line in lines
    ]

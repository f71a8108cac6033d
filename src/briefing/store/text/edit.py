"""Putting a merge into the text of a claim file: only the values that change are touched, comments and order stay."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

import yaml
from msgspec import Struct

from briefing.model.claim import Claim, ClaimFile
from briefing.store.place import passages
from briefing.store.text.emit import emit_claim, emit_fields, emit_file, flow, row_of, scalar, value_text
from briefing.store.text.patch import (
    Patch,
    above,
    begin,
    below,
    comments,
    dash,
    end,
    is_in_brackets,
    line_start,
    margin,
    next_line,
    patched,
    removal,
)
from briefing.yamlfile.document import child, items, pairs

_CLOSED = re.compile(r"^\.\.\.\s*$", re.MULTILINE)
"""The line that ends a YAML document."""


def edited(text: str, root: yaml.Node | None, file: ClaimFile, merged: ClaimFile) -> str:
    """The text of `file` (parsed as `root`) that says what `merged` says. A file in brackets is written anew."""
    newline = "\r\n" if "\r\n" in text else "\n"
    closed = text if text.endswith("\n") else text + newline
    patches = [
        *_header(closed, root, merged),
        *_claims(closed, root, file.claims, merged.claims),
        *_base(closed, root, merged.base),
    ]
    if not patches:
        return text
    if is_in_brackets(root):
        return "".join(f"{comment}\n" for comment in comments(text, 0, len(text), root)) + emit_file(merged)
    return patched(closed, [Patch(p.start, p.end, p.words.replace("\n", newline)) for p in patches])


def commented(text: str, root: yaml.Node | None) -> frozenset[str]:
    """The ids of the claims at which a comment stands."""
    claims = child(root, "claims")
    text += "\n"  # so that each line ends
    return frozenset(
        str(name.value)
        for item in ([] if is_in_brackets(claims) else items(claims))
        if (name := child(item, "id")) is not None and comments(text, _top(text, item), _bottom(text, item), item)
    )


def _top(text: str, item: yaml.Node) -> int:
    """Where the lines of a claim begin, with the comments above them."""
    return above(text, line_start(text, dash(text, item)), margin(text, item))


def _bottom(text: str, item: yaml.Node) -> int:
    """Where the lines of a claim end, with the comments that are indented under it."""
    return below(text, next_line(text, end(text, item)), margin(text, item))


def _header(text: str, root: yaml.Node | None, header: ClaimFile) -> Iterator[Patch]:
    for key in ("text_sha256", "generator", "base"):
        node, now = child(root, key), getattr(header, key)
        if node is not None and node.value != now:
            yield Patch(begin(node), end(text, node), scalar(key, now))


def _base(text: str, root: yaml.Node | None, base: str) -> Iterator[Patch]:
    """In a file that a person began, our line stands below all of theirs, so that none gets another number."""
    article = child(root, "article")
    if base and child(root, "base") is None and article is not None:
        place, start = _close(text), line_start(text, begin(article))
        indent = text[start : len(text) - len(text[start:].lstrip())]
        yield Patch(place, place, f"{indent}base: {base}\n")


def _close(text: str) -> int:
    """Where the document ends."""
    mark = _CLOSED.search(text)
    return mark.start() if mark else len(text)


def _claims(text: str, root: yaml.Node | None, was: Sequence[Claim], now: Sequence[Claim]) -> Iterator[Patch]:
    """Each claim of the file where it stands, new ones between them, withdrawn ones taken out."""
    if len(was) == len(now) and all(map(_says_the_same, was, now)):
        return
    claims = child(root, "claims")
    kept = {claim.id for claim in now}
    rows = [] if is_in_brackets(claims) else items(claims)
    if not rows or not kept:
        yield from _whole_list(text, root, now)
        return
    nodes = {claim.id: node for claim, node in zip(was, rows, strict=True)}
    before = {claim.id: claim for claim in was}
    place = _top(text, rows[0])
    indent = " " * margin(text, rows[0])
    for claim in now:
        node = nodes.get(claim.id)
        if node is None:
            yield Patch(place, place, "".join(f"{indent}{words}\n" for words in emit_claim(claim)))
        else:
            if not _says_the_same(before[claim.id], claim):
                yield from _fields(text, node, before[claim.id], claim)
            place = _bottom(text, node)
    yield from (Patch(_top(text, nodes[name]), _bottom(text, nodes[name]), "") for name in nodes if name not in kept)


def _says_the_same(before: Claim, after: Claim) -> bool:
    """Whether the lines of a claim can stay: they say it, and tell no offsets, which a claim file leaves out."""
    if before == after:
        return not any(passage.end for _, passage in passages(before))
    return emit_claim(before, places=True) == emit_claim(after)


def _whole_list(text: str, root: yaml.Node | None, now: Sequence[Claim]) -> Iterator[Patch]:
    """A list that is empty, becomes so, or stands between brackets is written anew."""
    lines = [words for claim in now for words in emit_claim(claim)]
    written = "\n".join(["claims:" if lines else "claims: []", *lines])
    found = next(((key, claims) for key, claims in pairs(root) if key.value == "claims"), None)
    if found is None:
        yield Patch(_close(text), _close(text), written + "\n")
        return
    key, claims = found
    kept = comments(text, end(text, key), end(text, claims), claims)
    yield Patch(begin(key), end(text, claims), "".join(f"{comment}\n" for comment in kept) + written)


def _fields(text: str, node: yaml.Node, before: Claim, after: Claim) -> Iterator[Patch]:
    """What changes in one claim. Offsets that the file tells are taken out: its words tell them."""
    said, fresh = emit_fields(before, places=True), emit_fields(after)
    if not isinstance(node, yaml.MappingNode) or said == fresh:
        return
    column = node.start_mark.column
    if is_in_brackets(node):
        yield Patch(begin(node), end(text, node), _indented(emit_claim(after), column))
        return
    keys = {name.value: (name, value) for name, value in node.value}
    last: yaml.Node = node.value[0][1]
    for name, lines in fresh.items():
        was, now = (getattr(version, name) for version in (before, after))
        key, value = keys.get(name, (None, last))
        last = value
        if said[name] == lines:
            continue
        if key is not None:
            yield from _field(text, key, value, lines, (was, now))
        elif lines:
            place = next_line(text, end(text, last))
            yield Patch(place, place, " " * column + _indented(lines, column) + "\n")


def _indented(lines: Sequence[str], column: int) -> str:
    """The lines of a claim, the first without its indentation, the others at `column`."""
    return ("\n" + " " * column).join(words[2:] for words in lines)


def _field(
    text: str, key: yaml.Node, value: yaml.Node, lines: Sequence[str], versions: tuple[object, object]
) -> Iterator[Patch]:
    """A field that stands in the file: its value alone is replaced where that can be done, else its lines."""
    was, now = versions
    column = key.start_mark.column
    if not lines:
        stop = next_line(text, end(text, value))
        kept = [f"{' ' * column}{comment}\n" for comment in comments(text, begin(key), stop, value)]
        yield Patch(line_start(text, begin(key)), stop, "".join(kept))
    elif isinstance(value, yaml.SequenceNode) and not is_in_brackets(value) and isinstance(was, tuple) and was:
        yield from _rows(text, value, was, now if isinstance(now, tuple) else ())
    elif isinstance(value, yaml.MappingNode) and isinstance(was, Struct) and isinstance(now, Struct):
        yield from _row(text, value, was, now)
    elif len(lines) == 1 and isinstance(value, yaml.ScalarNode) and value.style not in {"|", ">"}:
        gap = "" if begin(value) > end(text, key) + 1 else " "
        yield Patch(begin(value), end(text, value), gap + lines[0].partition(": ")[2])
    else:
        kept = [f"\n{' ' * column}{comment}" for comment in comments(text, end(text, key), end(text, value), value)]
        yield Patch(begin(key), end(text, value), _indented(lines, column) + "".join(kept))


def _rows(text: str, node: yaml.SequenceNode, was: Sequence[Struct], now: Sequence[Struct]) -> Iterator[Patch]:
    """Rows that stay keep their lines; offsets alone do not make another row."""
    indent = " " * margin(text, node.value[0])
    same = SequenceMatcher(None, [_words(row) for row in was], [_words(row) for row in now], autojunk=False)
    for _, i, j, k, m in same.get_opcodes():
        for item, old, new in zip_longest(node.value[i:j], was[i:j], now[k:m]):
            if item is None:
                place = next_line(text, end(text, node.value[j - 1])) if j else line_start(text, begin(node.value[0]))
                yield Patch(place, place, f"{indent}- {flow(row_of(new))}\n")
            elif new is None:
                kept = comments(text, begin(item), next_line(text, end(text, item)), item)
                yield removal(text, item, "".join(f"{indent}{comment}\n" for comment in kept))
            else:
                yield from _row(text, item, old, new)


def _words(row: Struct) -> str:
    """A row without its offsets, to tell which rows stay."""
    given = row_of(row)
    return flow({key: getattr(v, "exact", v) for key, v in given.items() if key not in {"start", "end"}})


def _row(text: str, node: yaml.Node, was: Struct, now: Struct) -> Iterator[Patch]:
    """A mapping that stands in the file: the values that differ, or all of it where its keys differ."""
    before, after = row_of(was, places=True), row_of(now)
    if before.keys() != after.keys() or any(child(node, key) is None for key in after if before[key] != after[key]):
        kept = "".join(f"  {comment}" for comment in comments(text, begin(node), end(text, node), node))
        yield Patch(begin(node), end(text, node), flow(after) + kept)
        return
    for key in after:
        value, old, new = child(node, key), before[key], after[key]
        if value_text(key, old, places=True) == value_text(key, new) or value is None:
            continue
        if isinstance(value, yaml.MappingNode) and isinstance(old, Struct) and isinstance(new, Struct):
            yield from _row(text, value, old, new)
        else:
            yield Patch(begin(value), end(text, value), value_text(key, new))

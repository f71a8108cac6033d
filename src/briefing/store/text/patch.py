"""Changing a YAML text in place: spans of it are replaced, every other character stays as a person left it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TypeGuard

import yaml
from msgspec import Struct

from briefing.yamlfile.document import items, pairs

_COMMENT = re.compile(r"(?<!\S)#[^\r\n]*")


class Patch(Struct, frozen=True):
    """The characters `start` to `end` (excluded) of a text become `words`."""

    start: int
    end: int
    words: str


def patched(text: str, patches: Iterable[Patch]) -> str:
    """The text after all patches; those at one place keep the order in which they are given."""
    parts, at = [], 0
    for patch in sorted(patches, key=lambda p: (p.start, p.end)):
        parts += [text[at : patch.start], patch.words]
        at = max(at, patch.end)
    return "".join([*parts, text[at:]])


def is_in_brackets(node: yaml.Node | None) -> TypeGuard[yaml.CollectionNode]:
    """Whether a list or a mapping stands between brackets, so that its parts stand on no lines of their own."""
    return isinstance(node, yaml.CollectionNode) and bool(node.flow_style)


def begin(node: yaml.Node) -> int:
    """Where the node's first character stands."""
    return int(node.start_mark.index)


def end(text: str, node: yaml.Node) -> int:
    """Where the node's last character ends (the parser ends a block node only where the next token begins)."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return end(text, last[1] if isinstance(last, tuple) else last)
    stop = int(node.end_mark.index)
    return begin(node) + len(text[begin(node) : stop].rstrip())


def line_start(text: str, offset: int) -> int:
    """Where the line of `offset` begins."""
    return text.rfind("\n", 0, offset) + 1


def next_line(text: str, offset: int) -> int:
    """Where the line after that of `offset` begins; `text` ends with a line break."""
    return text.index("\n", offset) + 1 if offset < len(text) else len(text)


def removal(text: str, item: yaml.Node, left: str = "") -> Patch:
    """The lines of a list's item go; what is `left` stands in their place."""
    return Patch(line_start(text, dash(text, item)), next_line(text, end(text, item)), left)


def rewriting(text: str, key: yaml.Node, value: yaml.Node, words: str) -> Patch:
    """The lines of a mapping's key and its value become `words`."""
    return Patch(line_start(text, begin(key)), next_line(text, end(text, value)), words)


def dash(text: str, item: yaml.Node) -> int:
    """Where the dash of a list's item stands."""
    return text.rindex("-", 0, begin(item))


def margin(text: str, item: yaml.Node) -> int:
    """How far a list's item is indented."""
    return dash(text, item) - line_start(text, dash(text, item))


def comments(text: str, start: int, stop: int, node: yaml.Node) -> list[str]:
    """The comments between two places of a text; a # in one of the node's own words is none."""
    found = []
    for leaf in _leaves(node):
        if start <= begin(leaf):
            found += _COMMENT.findall(text, start, min(begin(leaf), stop))
            start = max(start, end(text, leaf))
    return found + _COMMENT.findall(text, start, stop)


def _leaves(node: yaml.Node) -> Iterator[yaml.Node]:
    """The scalars of a node, keys and values, in the order of the text."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    for part in (*items(node), *chain.from_iterable(pairs(node))):
        yield from _leaves(part)


def above(text: str, start: int, column: int) -> int:
    """Where the comment lines begin that stand directly above the line at `start`, not deeper than `column`."""
    while start:
        previous = line_start(text, start - 1)
        if not _is_comment(text[previous:start]) or _margin(text[previous:start]) > column:
            break
        start = previous
    return start


def below(text: str, start: int, column: int) -> int:
    """Where the comment lines end that stand from `start` on and are indented deeper than `column`."""
    while start < len(text):
        after = next_line(text, start)
        if not _is_comment(text[start:after]) or _margin(text[start:after]) <= column:
            break
        start = after
    return start


def _is_comment(words: str) -> bool:
    return words.lstrip().startswith("#")


def _margin(words: str) -> int:
    return len(words) - len(words.lstrip())

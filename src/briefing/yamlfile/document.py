"""A YAML text as nodes that know their lines, read as people mean it: no aliases, no tags, no key twice."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping, Sequence
from math import isfinite

import yaml
from msgspec import Struct
from msgspec.structs import replace

from briefing.problems import Problem, Where
from briefing.yamlfile.nesting import TOO_DEEP, is_too_deep

_Parser: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LONGEST_INT = 18
_UNREADABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
"""What no text of a project holds, neither as it stands nor written out in YAML: "\\x1b"."""
_CORE = "tag:yaml.org,2002:"
_UNREAD = (yaml.YAMLError, ValueError, KeyError, RecursionError)


class _Loader(_Parser):  # type: ignore[misc, valid-type]
    """Plain scalars as YAML 1.2 reads them: `no`, `12:30` and `2026-02-30` are words."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 - PyYAML's own hook


for _tag, _words, _first in (
    ("null", "~|null|Null|NULL|", "~nN"),
    ("bool", "true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", "[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    _Loader.add_implicit_resolver(f"{_CORE}{_tag}", re.compile(f"(?:{_words})$"), [*_first, ""])


def _float(words: str) -> float | str:
    return found if isfinite(found := float(words)) else words


_MEANT: Mapping[str, Callable[[str], object]] = {
    f"{_CORE}null": lambda _: None,
    f"{_CORE}bool": lambda words: {"true": True, "false": False}[words.lower()],
    f"{_CORE}int": lambda words: int(words) if len(words) <= _LONGEST_INT else words,
    f"{_CORE}float": _float,
    f"{_CORE}str": lambda words: unicodedata.normalize("NFC", words),
}
"""What the words of a scalar mean, by its tag."""


class Document(Struct, frozen=True):
    """A parsed YAML file: its nodes, which know their lines and hold its words as written, and its content in NFC."""

    path: str
    root: yaml.Node | None
    content: object
    problems: tuple[Problem, ...] = ()
    """Keys that stand twice in one mapping, of which YAML would drop one in silence."""

    def where(self, keys: Sequence[str | int] = ()) -> Where:
        """The line of the node that `keys` lead to, or of the nearest one above it."""
        node, line = self.root, 1
        for key in keys:
            found = _below(node, key)
            if found is None:
                break
            node, line = found
        return Where(self.path, line)

    def without(self, key: str, numbers: Collection[int]) -> Document:
        """The same without some items of the list behind a key; every line stays what it is in the file."""
        root = self.root
        if not isinstance(root, yaml.MappingNode) or not isinstance(self.content, dict):
            return self
        left = [(name, _less(value, numbers) if name.value == key else value) for name, value in root.value]
        content = {**self.content, key: [row for n, row in enumerate(self.content[key]) if n not in numbers]}
        return replace(self, root=yaml.MappingNode(root.tag, left, root.start_mark, root.end_mark), content=content)


def _less(node: yaml.Node, numbers: Collection[int]) -> yaml.Node:
    left = [item for n, item in enumerate(node.value) if n not in numbers]
    return yaml.SequenceNode(node.tag, left, node.start_mark, node.end_mark)


def _below(node: yaml.Node | None, key: str | int) -> tuple[yaml.Node, int] | None:
    """The value of a key or the item of a number, and the line on which it begins."""
    if isinstance(key, int):
        return next(((item, item.start_mark.line + 1) for n, item in enumerate(items(node)) if n == key), None)
    return next(((value, name.start_mark.line + 1) for name, value in pairs(node) if name.value == key), None)


def parse(text: str, path: str) -> Document | Problem:
    """The document in `text`, or the problem that keeps it from being read (`path` is for the message)."""
    if odd := _UNREADABLE.search(text):
        message = f"the character U+{ord(odd[0]):04X} cannot stand in YAML; remove it"
        return Problem(Where.at(path, text, odd.start()), message)
    root = composed(text, path)
    if root is None or isinstance(root, Problem):
        return root or Document(path, None, None)
    reading = _Reading(path)
    try:
        content = reading.content(root)
    except _UNREAD as wrong:
        return _invalid(wrong, text, path)
    if reading.refused:
        return min(reading.refused)
    return Document(path, root, content, tuple(reading.repeated))


def composed(text: str, path: str) -> yaml.Node | Problem | None:
    """The nodes of a YAML text whatever their tags, None where it is empty, or why it cannot be read."""
    try:
        return Problem(Where(path), TOO_DEEP) if is_too_deep(text) else yaml.compose(text, Loader=_Loader)
    except _UNREAD as wrong:
        return _invalid(wrong, text, path)


def has_control(char: str) -> str:
    """What is said of a character that CONTROL finds."""
    return f"the control character U+{ord(char):04X} stands here; remove it"


def _invalid(wrong: Exception, text: str, path: str) -> Problem:
    if isinstance(wrong, yaml.MarkedYAMLError):
        line = min(wrong.problem_mark.line, text.count("\n")) + 1 if wrong.problem_mark else 1
        message = f"this is not valid YAML: {wrong.problem}; check quotes, colons and indentation"
        return Problem(Where(path, line), message)
    return Problem(Where(path, 1), f"this is not valid YAML: {' '.join(str(wrong).split())}")


def child(node: yaml.Node | None, key: str) -> yaml.Node | None:
    """The value of a mapping's key."""
    return next((value for name, value in pairs(node) if name.value == key), None)


def pairs(node: yaml.Node | None) -> list[tuple[yaml.Node, yaml.Node]]:
    """The keys and values of a mapping; nothing for any other node."""
    return list(node.value) if isinstance(node, yaml.MappingNode) else []


def items(node: yaml.Node | None) -> list[yaml.Node]:
    """The items of a list; nothing for any other node."""
    return list(node.value) if isinstance(node, yaml.SequenceNode) else []


class _Reading:
    """The content of nodes, and on the way what YAML allows and people do not mean."""

    def __init__(self, path: str) -> None:
        self.refused: list[Problem] = []
        """Aliases, tags and control characters, for which a file is not read at all."""
        self.repeated: list[Problem] = []
        """Keys that stand twice in one mapping."""
        self._path = path
        self._seen: set[int] = set()

    def content(self, node: yaml.Node, at: yaml.Node | None = None) -> object:
        """What a node and those below it say; `at`: the key before it.

        Raises ValueError or KeyError where words are not what their tag says.
        """
        if id(node) in self._seen:
            self._refuse(at or node, "an alias (*name) stands for another value; write the value out")
            return None
        self._seen.add(id(node))
        if isinstance(node, yaml.ScalarNode) and node.tag in _MEANT:
            if control := CONTROL.search(node.value):
                self._refuse(node, has_control(control[0]))
            return _MEANT[node.tag](node.value)
        if isinstance(node, yaml.MappingNode) and node.tag == f"{_CORE}map":
            return self._mapping(node)
        if isinstance(node, yaml.SequenceNode) and node.tag == f"{_CORE}seq":
            return [self.content(item) for item in node.value]
        self._refuse(node, f"the tag {node.tag.replace(_CORE, '!!')} is not read here; write a plain value")
        return None

    def _mapping(self, node: yaml.MappingNode) -> dict[object, object]:
        found: dict[object, object] = {}
        lines: dict[str, int] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise yaml.MarkedYAMLError(
                    problem="a list or a mapping stands where a key belongs", problem_mark=key.start_mark
                )
            line = key.start_mark.line + 1
            if key.value in lines:
                message = f"“{key.value}” stands here and in line {lines[key.value]}; keep one of them"
                self.repeated.append(Problem(Where(self._path, line), message))
            lines.setdefault(key.value, line)
            found[self.content(key)] = self.content(value, key)
        return found

    def _refuse(self, node: yaml.Node, message: str) -> None:
        self.refused.append(Problem(Where(self._path, node.start_mark.line + 1), message))

"""The front matter of an article: every value as it is written, every mistake with its line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import islice
from urllib.parse import urlsplit

import yaml
from msgspec import convert

from briefing.model.article import Metadata, Rights
from briefing.model.date import Date
from briefing.problems import Problem, Severity, Where, did_you_mean
from briefing.yamlfile import Document, parse

_ADDRESS = re.compile(r"https?://[^\s\"<>]+")
_SHA256 = re.compile("[0-9a-f]{64}")
_CUT = re.compile(r" #(?=\S)")
_KNOWN = frozenset(Metadata.__struct_fields__)
_GUESSED = 100
"""Keys of other programs among which a misspelt one of ours is looked for."""
_LIKE = 0.75  # other programs' keys stand here too: « status » is no misspelt « tags »
_RELIABILITY = "ABCDEF"


def read_front(front: str, name: str, stem: str) -> tuple[Metadata | None, list[Problem]]:
    """The metadata between the two lines of ---, or None and why not; `stem`: the file's, which is the article's id."""
    document = parse("\n" + front, name)
    if isinstance(document, Problem):
        return None, [document]
    if document.content is None:
        return Metadata(), []
    if not isinstance(document.root, yaml.MappingNode):
        return None, [Problem(Where(name, 2), "the front matter must be lines of “key: value”")]
    given = {key.value: value for key, value in document.root.value}
    values, problems = _values(document, given)
    problems += [*document.problems, *_wrong_id(document, given, stem), *_cut_short(front, name, given)]
    if any(p.severity is Severity.ERROR for p in problems):
        return None, problems
    meta = convert(values, Metadata)
    return meta, [*problems, *_too_late(document, meta)]


def _values(document: Document, given: Mapping[str, yaml.Node]) -> tuple[dict[str, object], list[Problem]]:
    """The values of the keys we know; the others are kept in the file and ignored, null is absent."""
    values: dict[str, object] = {}
    others = islice((key for key in given if key not in _KNOWN), _GUESSED)
    problems = [p for key in others if (p := _misspelt(document, key))]
    for key in _KNOWN & given.keys():
        value, wrong = read_value(key, given[key])
        if wrong:
            problems.append(Problem(document.where([key]), f"{key}: {wrong}"))
        if value is not None:
            values[key] = value
    return values, problems


def _misspelt(document: Document, key: str) -> Problem | None:
    hint = did_you_mean(key, _KNOWN, cutoff=_LIKE) if len(key) > 4 else ""
    return Problem(document.where([key]), f"key “{key}” is not used{hint}", Severity.WARNING) if hint else None


def _wrong_id(document: Document, given: Mapping[str, yaml.Node], stem: str) -> Iterable[Problem]:
    """An id of its own, by which two articles could take one address or leave the site's folder."""
    for key in ("id", "slug"):
        if key in given and _text(given[key]) not in {stem, ""}:
            message = f"{key}: the article's id is the name of its file, {stem}; remove this line or rename the file"
            yield Problem(document.where([key]), message)


def _cut_short(front: str, name: str, given: Mapping[str, yaml.Node]) -> Iterable[Problem]:
    """A value that YAML ends at « # »: « Rapport #2 » is the title « Rapport »."""
    lines = ["", *front.split("\n")]
    for key in _KNOWN & given.keys():
        node = given[key]
        if isinstance(node, yaml.ScalarNode) and not node.style and node.end_mark.line < len(lines):
            line = node.end_mark.line
            if _CUT.match(lines[line], node.end_mark.column):
                message = f"{key}: what follows # is left out; put the value in quotes if it belongs to it"
                yield Problem(Where(name, line + 1), message, Severity.WARNING)


def _too_late(document: Document, meta: Metadata) -> Iterable[Problem]:
    """Nobody retrieves an article before it is published."""
    published, retrieved = Date.parse(meta.published), Date.parse(meta.retrieved)
    if published and retrieved and published.later(retrieved):
        message = f"published: {meta.published} is later than retrieved: {meta.retrieved}; correct one of them"
        yield Problem(document.where(["published"]), message, Severity.WARNING)


def _text(node: yaml.Node) -> str:
    """What a scalar says, as it is written; nothing for null, for signs that nobody sees and for what is no scalar."""
    is_text = isinstance(node, yaml.ScalarNode) and not node.tag.endswith(":null")
    text = str(node.value).strip() if is_text else ""
    return text if any(map(str.isprintable, text)) else ""


def read_value(key: str, node: yaml.Node) -> tuple[object, str]:
    """The value of one of the keys of Metadata, and what is wrong with it if anything is."""
    if key == "tags":
        items = node.value if isinstance(node, yaml.SequenceNode) else [node]
        if not all(isinstance(item, yaml.ScalarNode) for item in items):
            return None, "write one word or a list of words"
        return tuple(text for item in items if (text := _text(item))), ""
    if key == "author" and isinstance(node, yaml.SequenceNode):
        return _authors(node)
    if not isinstance(node, yaml.ScalarNode):
        return None, "write one value, not a list or a mapping"
    text = _text(node)
    return text or None, _wrong(key, text) if text else ""


def wrong_address(text: str) -> str:
    """Why an address cannot be published, or nothing."""
    if not _ADDRESS.fullmatch(text):
        return "an address begins with http:// or https:// and has no spaces, quotes or < >"
    try:
        is_secret = "@" in urlsplit(text).netloc
    except ValueError:
        return "this is no address; copy it from your browser"
    return "the address holds a name or password, which would be published; leave it out" if is_secret else ""


def _authors(node: yaml.SequenceNode) -> tuple[str | None, str]:
    """« [Anne Roy, Jean Petit] » as one line, a semicolon between two authors as everywhere else."""
    if not all(isinstance(item, yaml.ScalarNode) for item in node.value):
        return None, "write one name or a list of names"
    return "; ".join(text for item in node.value if (text := _text(item))) or None, ""


def _wrong(key: str, text: str) -> str:
    """What is wrong with the text of a field, or nothing."""
    match key:
        case "rights":
            return "" if text in set(Rights) else f"“{text}” is none of {', '.join(Rights)}{did_you_mean(text, Rights)}"
        case "published" | "retrieved":
            return "" if Date.parse(text) else f"“{text}” is no date; write 2024-10-25, 2024-10 or 2024-10~"
        case "url" | "archived":
            return wrong_address(text)
        case "original_sha256":
            return (
                "" if _SHA256.fullmatch(text) else f"“{text}” is no SHA-256: 64 of 0-9 and a-f, as briefing add has it"
            )
        case "reliability":
            return "" if text in set(_RELIABILITY) else f"“{text}” is none of {', '.join(_RELIABILITY)}"
    return ""

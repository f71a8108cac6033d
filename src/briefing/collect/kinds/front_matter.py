"""A text with front matter of somebody else: what it says of the article is taken over, what is ours to say is not."""

from __future__ import annotations

import re

import yaml

from briefing.collect.found import Found
from briefing.corpus.front import read_value
from briefing.problems import Problem
from briefing.yamlfile import parse

_FRONT = re.compile(r"\A---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*\r?$", re.DOTALL | re.MULTILINE)
_OURS = frozenset({"rights", "reliability", "id", "slug"})
"""What the editor of this project decides; nobody's file does."""
_ARTICLES = ("title", "author", "outlet", "published", "url", "language")
_KEPT = ("published_note", "archived", "tags")


def read_handed(text: str) -> Found | None:
    """The article below front matter that names one of its traits; its body is taken as it is. None where none does.

    What cannot be taken over is said. Raises ValueError where the front matter is not YAML that may be read.
    """
    front = _FRONT.match(text)
    document = parse("\n" + front[1], "front matter") if front else None
    if isinstance(document, Problem):
        raise ValueError(str(document))  # noqa: TRY004 - its content is wrong, not its type
    if front is None or document is None or not isinstance(document.root, yaml.MappingNode):
        return None
    given = {str(key.value): value for key, value in document.root.value}
    if not given.keys() & set(_ARTICLES):
        return None
    if document.problems:
        raise ValueError(str(document.problems[0]))
    read = {key: read_value(key, given[key]) for key in (*_ARTICLES, *_KEPT) if key in given}
    values = {key: value for key, (value, wrong) in read.items() if value and not wrong}
    wrong = tuple(f"its {key} was left out: {wrong}" for key, (_, wrong) in read.items() if wrong)
    return Found(
        text=text[front.end() :].strip(),
        more={key: list(value) if isinstance(value, tuple) else value for key, value in values.items() if key in _KEPT},
        warnings=(*wrong, *_left_out(given)),
        **{key: str(value) for key, value in values.items() if key in _ARTICLES},  # type: ignore[arg-type]
    )


def _left_out(given: dict[str, yaml.Node]) -> tuple[str, ...]:
    ours = sorted(given.keys() & _OURS)
    others = sorted(given.keys() - _OURS - {*_ARTICLES, *_KEPT, "retrieved", "original_sha256"})
    return (
        *([f"its {', '.join(ours)} was left out: that is decided in this project"] if ours else []),
        *([f"its {', '.join(others[:5])} was left out: no such key is used here"] if others else []),
    )

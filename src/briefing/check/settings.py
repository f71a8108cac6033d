"""What mkdocs.yml says of the pages people write, read without MkDocs: only keys that a check needs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml
from msgspec import Struct
from pathspec import GitIgnoreSpec

from briefing.corpus.textfile import read_text
from briefing.problems import Problem, Severity, Where, did_you_mean
from briefing.yamlfile.nesting import TOO_DEEP, is_too_deep

FILE = "mkdocs.yml"
PLUGIN = "briefing"
_ALWAYS_EXCLUDED = [".*", "/templates/"]


class Settings(Struct, frozen=True):
    """Where pages stand and which belong to the site; `nav` holds each path of the navigation and its line."""

    docs: str = "docs"
    language: str = "en"
    excluded: tuple[str, ...] = ()
    nav: tuple[tuple[str, int], ...] = ()

    def is_excluded(self, page: str) -> bool:
        """Whether a file of the docs folder is no part of the site (patterns as in .gitignore)."""
        return GitIgnoreSpec.from_lines([*_ALWAYS_EXCLUDED, *self.excluded]).match_file(page)


def read_settings(root: Path) -> tuple[Settings, list[Problem]]:
    """The settings, MkDocs' own defaults where there are none, and what is wrong with the file."""
    if not (root / FILE).exists():
        message = "there is no mkdocs.yml, so no site can be built; run briefing new to make one"
        return Settings(), [Problem(Where(FILE), message, Severity.NOTE)]
    text, problems = read_text(root / FILE, FILE)
    if text is None:
        return Settings(), problems
    try:
        if is_too_deep(text):
            return Settings(), [Problem(Where(FILE), TOO_DEEP)]
        node = yaml.compose(text, Loader=yaml.SafeLoader)  # nodes only: MkDocs' tags (!ENV) mean nothing here
    except yaml.MarkedYAMLError as problem:
        line = problem.problem_mark.line + 1 if problem.problem_mark else 1
        return Settings(), [Problem(Where(FILE, line), f"this is not valid YAML: {problem.problem}")]
    except (yaml.YAMLError, RecursionError) as problem:
        return Settings(), [Problem(Where(FILE, 1), f"this is not valid YAML: {' '.join(str(problem).split())}")]
    return _settings(node), list(_without_plugin(node))


def _settings(node: yaml.Node | None) -> Settings:
    patterns = (_text(node, key) for key in ("exclude_docs", "draft_docs"))
    return Settings(
        docs=_text(node, "docs_dir") or "docs",
        language=_text(_value(node, "theme"), "language") or "en",
        excluded=tuple(line for pattern in patterns for line in pattern.splitlines()),
        nav=tuple(_paths(_value(node, "nav"))),
    )


def _without_plugin(node: yaml.Node | None) -> Iterator[Problem]:
    """A list of plugins without ours: the site would hold none of the claims."""
    plugins = _value(node, "plugins")
    names = [name for item in plugins.value for name in _names(item)] if isinstance(plugins, yaml.SequenceNode) else []
    if isinstance(plugins, yaml.MappingNode):
        names = [str(key.value) for key, _ in plugins.value]
    if PLUGIN not in names:
        near = next((name for name in names if did_you_mean(name, [PLUGIN])), "")
        wrong = f"“{near}” is not ours; write {PLUGIN}" if near else f"the plugin {PLUGIN} is missing; add it"
        line = plugins.start_mark.line + 1 if plugins is not None else 1
        yield Problem(Where(FILE, line), f"plugins: {wrong}", Severity.WARNING)


def _names(item: yaml.Node) -> list[str]:
    """The names of the plugins in an item of their list: `- search`, `- briefing: {…}`."""
    if isinstance(item, yaml.MappingNode):
        return [str(key.value) for key, _ in item.value]
    return [str(item.value)]


def _value(node: yaml.Node | None, key: str) -> yaml.Node | None:
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return next((value for name, value in pairs if name.value == key), None)


def _text(node: yaml.Node | None, key: str) -> str:
    value = _value(node, key)
    return str(value.value) if isinstance(value, yaml.ScalarNode) else ""


def _paths(nav: yaml.Node | None) -> Iterator[tuple[str, int]]:
    """The targets of a navigation, as deep as it nests."""
    if isinstance(nav, yaml.ScalarNode):
        yield str(nav.value), nav.start_mark.line + 1
    elif isinstance(nav, yaml.SequenceNode):
        for item in nav.value:
            yield from _paths(item)
    elif isinstance(nav, yaml.MappingNode):
        for _, value in nav.value:
            yield from _paths(value)

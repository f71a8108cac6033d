"""What mkdocs.yml says of the pages people write, read without MkDocs: only keys that a check needs."""

from __future__ import annotations

from collections.abc import Iterator
from os.path import normpath
from pathlib import Path

import yaml
from msgspec import Struct
from msgspec.structs import replace
from pathspec import GitIgnoreSpec

from briefing.corpus.textfile import read_text
from briefing.problems import BriefingError, Problem, Severity, Where, did_you_mean
from briefing.yamlfile.document import child, composed, items, pairs

FILE = "mkdocs.yml"
PLUGIN = "briefing"
_INHERIT = "INHERIT"
_ALWAYS_EXCLUDED = [".*", "/templates/"]


class Settings(Struct, frozen=True):
    """Where pages stand and which belong to the site; `nav` holds each path of the navigation and its line."""

    docs: str = "docs"
    language: str = ""
    """Of the site; none said: that of most articles."""
    excluded: tuple[str, ...] = ()
    nav: tuple[tuple[str, int], ...] = ()
    files: tuple[str, ...] = (FILE,)
    """Where all this is said: mkdocs.yml and what it inherits."""

    def is_excluded(self, page: str) -> bool:
        """Whether a file of the docs folder is no part of the site (patterns as in .gitignore)."""
        return GitIgnoreSpec.from_lines([*_ALWAYS_EXCLUDED, *self.excluded]).match_file(page)


def read_settings(root: Path) -> tuple[Settings, list[Problem]]:
    """The settings, MkDocs' own defaults where there are none, and what is wrong with the file."""
    if not (root / FILE).exists():
        message = "there is no mkdocs.yml, so no site can be built; run briefing new to make one"
        return Settings(), [Problem(Where(FILE), message, Severity.NOTE)]
    try:
        node, files = _whole(root, FILE, ())
    except BriefingError as wrong:
        return Settings(), list(wrong.problems)
    return replace(_settings(node), files=files), list(_without_plugin(node))


def _whole(root: Path, name: str, heirs: tuple[str, ...]) -> tuple[yaml.Node | None, tuple[str, ...]]:
    """The nodes of a file with what it inherits, as MkDocs joins them, and all files. Raises BriefingError.

    What is inherited may stand beside the project: several may share it.
    """
    text, problems = read_text(root / name, Path(name).name)
    node = composed(text, name) if text is not None else None  # nodes only: MkDocs' tags (!ENV) mean nothing here
    if text is None or isinstance(node, Problem):
        raise BriefingError(*([node] if isinstance(node, Problem) else problems))
    given = child(node, _INHERIT)
    if node is None or given is None:
        return node, (*heirs, name)
    above = normpath(Path(name).parent / given.value) if isinstance(given, yaml.ScalarNode) else ""
    if wrong := _not_above(root, above, (*heirs, name)):
        raise BriefingError(Problem(Where(name, given.start_mark.line + 1), f"{_INHERIT}: {wrong}"))
    inherited, files = _whole(root, above, (*heirs, name))
    if not isinstance(inherited, yaml.MappingNode):
        raise BriefingError.at(above, "the file: must be lines of “key: value”")
    return _over(node, inherited), files


def _not_above(root: Path, above: str, heirs: tuple[str, ...]) -> str:
    """Why a file cannot be inherited, or nothing."""
    if not above:
        return "write the name of one file"
    if above in heirs:
        return f"this leads from {above} back to it; correct it"
    return "" if (root / above).is_file() else f"there is no file {above}; make it, or correct its name"


def _over(node: yaml.Node, above: yaml.Node) -> yaml.Node:
    """A value with what it inherits: of two mappings the keys of both, else its own."""
    if not isinstance(node, yaml.MappingNode) or not isinstance(above, yaml.MappingNode):
        return node
    inherited = {key.value: value for key, value in pairs(above)}
    own = [(key, _over(value, inherited.pop(key.value, value))) for key, value in pairs(node)]
    rest = [(key, value) for key, value in pairs(above) if key.value in inherited]
    return yaml.MappingNode(node.tag, [*own, *rest], node.start_mark, node.end_mark)


def _settings(node: yaml.Node | None) -> Settings:
    patterns = (_text(node, key) for key in ("exclude_docs", "draft_docs"))
    return Settings(
        docs=_text(node, "docs_dir") or "docs",
        language=_language(child(node, "theme")),
        excluded=tuple(line for pattern in patterns for line in pattern.splitlines()),
        nav=tuple(_paths(child(node, "nav"))),
    )


def _language(theme: yaml.Node | None) -> str:
    """What the site speaks: only of Material is it ours to choose."""
    name = theme.value if isinstance(theme, yaml.ScalarNode) else _text(theme, "name")
    return _text(theme, "language") or ("" if name == "material" else "en")


def _without_plugin(node: yaml.Node | None) -> Iterator[Problem]:
    """A list of plugins without ours: the site would hold none of the claims."""
    plugins = child(node, "plugins")
    names = [name for part in items(plugins) or (plugins,) for name in _names(part)]
    if PLUGIN not in names:
        near = next((name for name in names if did_you_mean(name, [PLUGIN])), "")
        wrong = f"“{near}” is not ours; write {PLUGIN}" if near else f"the plugin {PLUGIN} is missing; add it"
        line = plugins.start_mark.line + 1 if plugins is not None else 1
        yield Problem(Where(FILE, line), f"plugins: {wrong}", Severity.WARNING)


def _names(part: yaml.Node | None) -> list[str]:
    """The names of the plugins in a mapping or in an item of their list: `- search`, `- briefing: {…}`."""
    return [part.value] if isinstance(part, yaml.ScalarNode) else [str(key.value) for key, _ in pairs(part)]


def _text(node: yaml.Node | None, key: str) -> str:
    value = child(node, key)
    return str(value.value) if isinstance(value, yaml.ScalarNode) else ""


def _paths(nav: yaml.Node | None) -> Iterator[tuple[str, int]]:
    """The targets of a navigation, as deep as it nests."""
    if isinstance(nav, yaml.ScalarNode):
        yield str(nav.value), nav.start_mark.line + 1
    for part in (*items(nav), *(value for _, value in pairs(nav))):
        yield from _paths(part)

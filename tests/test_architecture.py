"""The shape of the project: imports go downwards only, and pieces stay small."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import briefing

ROOT = Path(briefing.__file__).parent
LAYERS = (  # a module may import from its own line and from those below it
    {"cli", "__main__"},
    {"plugin"},
    {"desk"},
    {"check", "collect", "export", "pages", "explain", "new", "review", "search"},
    {"project"},
    {"editions"},
    {"relate"},
    {"store"},
    {"languages"},
    {"extract"},
    {"cache", "disk", "hosts"},
    {"corpus", "bibliography"},
    {"model"},
    {"yamlfile"},
    {"problems", "schemas"},
    {"__init__"},
)
MODULES = sorted(ROOT.rglob("*.py"))
PACKS = sorted(path.parent.name for path in (ROOT / "languages").glob("*/pipeline.py"))
DEPTH = {name: depth for depth, names in enumerate(LAYERS) for name in names}


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT).with_suffix("")).replace("/", ".").removesuffix(".__init__")


def _layer(module: str) -> str:
    return module.split(".", 1)[0] or "__init__"


TREES = {path: ast.parse(path.read_text("utf-8")) for path in MODULES}


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(TREES[path]):
        if isinstance(node, ast.ImportFrom):
            yield node.module or ""
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def _functions(path: Path) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(TREES[path]) if isinstance(node, ast.FunctionDef))


def _needed(path: Path) -> Iterator[str]:
    """The modules of ours that one imports, at its head or within a function, `from package import module` too."""
    for node in ast.walk(TREES[path]):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "briefing":
            yield from (node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names))


def test_imports_go_downwards() -> None:
    """No module imports from a layer above its own."""
    upwards = [
        (_name(path), name)
        for path in MODULES
        for name in _imports(path)
        if name.split(".")[0] == "briefing"
        and DEPTH[_layer(name.removeprefix("briefing").removeprefix("."))] < DEPTH[_layer(_name(path))]
    ]
    assert upwards == []


def test_imports_go_round_no_circle() -> None:
    """Siblings stand in an order too, and none hides its import within a function."""
    ours = {f"briefing.{_name(path)}": path for path in MODULES}
    needs = {name: {need for need in _needed(path) if need in ours and need != name} for name, path in ours.items()}
    TopologicalSorter(needs).prepare()  # raises what goes round


def test_only_the_plugin_knows_mkdocs() -> None:
    """MkDocs can be replaced by rewriting one package."""
    found = [
        (_name(path), name)
        for path in MODULES
        for name in _imports(path)
        if name.split(".")[0] in {"mkdocs", "material"} and _layer(_name(path)) != "plugin"
    ]
    assert found == []


def test_values_are_structs() -> None:
    """A dataclass compiles its methods at each start, a millisecond a class: write `class X(Struct, frozen=True)`."""
    assert [_name(path) for path in MODULES if "dataclasses" in _imports(path)] == []


@pytest.mark.parametrize("code", PACKS)
def test_a_language_pack_imports_no_other(code: str) -> None:
    """What two of them need stands in the engine."""
    others = [
        (_name(path), name)
        for path in (ROOT / "languages" / code).rglob("*.py")
        for name in _imports(path)
        if name.startswith("briefing.languages.") and not name.startswith(f"briefing.languages.{code}")
    ]
    assert others == []


@pytest.mark.parametrize("code", PACKS)
def test_a_language_is_read_once(code: str) -> None:
    """Outside `grammar/`, rules ask the analysis: no module cuts, tags or groups words with engines of its own."""
    readers = {
        f"briefing.extract.analysis.{path.stem}"
        for path in (ROOT / "extract" / "analysis").glob("*.py")
        if path.stem not in ("__init__", "syntax")
    }
    found = [
        (_name(path), module)
        for path in (ROOT / "languages" / code).rglob("*.py")
        if "grammar" not in path.parts
        for module in _imports(path)
        if module in readers
    ]
    assert readers
    assert found == []


def test_the_engine_knows_no_language() -> None:
    """Nothing outside a pack imports one: packs are found by their entry point."""
    found = [
        (_name(path), name)
        for path in MODULES
        if "languages" not in path.parts
        for name in _imports(path)
        if name.startswith("briefing.languages.")
    ]
    assert found == []


def test_modules_stay_small() -> None:
    """Under 250 lines, and a function is read without scrolling."""
    assert [_name(path) for path in MODULES if len(path.read_text("utf-8").splitlines()) >= 250] == []
    long = [(_name(path), f.name) for path in MODULES for f in _functions(path) if (f.end_lineno or 0) - f.lineno > 40]
    assert long == []


def test_most_functions_are_short() -> None:
    """Nine functions in ten have at most 20 lines, docstring included."""
    lengths = sorted((f.end_lineno or 0) - f.lineno + 1 for path in MODULES for f in _functions(path))
    assert lengths[len(lengths) * 9 // 10] <= 20


def test_a_folder_is_taken_in_at_a_glance() -> None:
    """At most a dozen files beside __init__ and __main__."""
    full = [folder.name for folder in {path.parent for path in MODULES} if len(_files(folder)) > 12]
    assert full == []


def _files(folder: Path) -> list[Path]:
    return [p for p in folder.iterdir() if p.is_file() and not p.name.startswith(("__", "py.typed"))]

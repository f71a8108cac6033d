"""Words of a language stand in its YAML lists, one fact in one list: none is listed in Python."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml

import briefing
from briefing.extract.analysis.tagging.tables import closed_words
from briefing.extract.words.morphology import lexicon_of
from briefing.model.annotation import EntityType

ROOT = Path(briefing.__file__).parent
PACKS = sorted(path.parent.name for path in (ROOT / "languages").glob("*/pipeline.py"))
FEWEST = 3
"""Words that make a list; two are a form and its elision, « que » and « qu' »."""


def _modules() -> list[tuple[str, Path]]:
    """Each module with the language whose words it may not list: a pack its own, the engine French."""
    packs = [(code, path) for code in PACKS for path in sorted((ROOT / "languages" / code).rglob("*.py"))]
    return [*packs, *(("fr", path) for path in sorted((ROOT / "extract").rglob("*.py")))]


def _constants(path: Path) -> Iterator[ast.Constant]:
    return (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Constant))


@cache
def _kinds(code: str, component: str) -> frozenset[str]:
    """Names of kinds, tags and conditions in the lists of a component and the grammar, by which rules ask."""
    found: set[str] = set(EntityType)
    for folder in (component, "grammar"):
        for path in (ROOT / "languages" / code / folder).glob("**/*.yaml"):
            content = yaml.safe_load(path.read_text("utf-8"))
            found |= {path.stem, *content}
            found |= {str(e[key]) for e in content.get("entries", []) for key in ("kind", "tag", "only") if key in e}
    return frozenset(found)


@cache
def _engine(component: str) -> frozenset[str]:
    """What the engine of a component names: it knows no French."""
    return frozenset(str(c.value) for path in (ROOT / "extract" / component).glob("*.py") for c in _constants(path))


def _is_word(code: str, text: str) -> bool:
    grammar = f"briefing.languages.{code}.grammar"
    known = bool(lexicon_of(grammar).analyses(text)) or text in closed_words(grammar)
    return len(text) > 1 and known and not text.isupper()


def listed(source: str, code: str, named: frozenset[str] = frozenset()) -> Iterator[list[str]]:
    """The words of each tuple, list or set in a module that holds some of a language."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Tuple | ast.List | ast.Set):
            texts = [e.value for e in node.elts if isinstance(e, ast.Constant) and isinstance(e.value, str)]
            words = [text for text in texts if _is_word(code, text) and text not in named]
            if len(words) >= FEWEST:
                yield words


@pytest.mark.parametrize(
    ("code", "path"), _modules(), ids=lambda v: v if isinstance(v, str) else f"{v.parent.name}/{v.stem}"
)
def test_no_words_are_listed_in_python(code: str, path: Path) -> None:
    """A rule asks for words by the name of their list."""
    component = path.parent.name
    named = _kinds(code, component) | (_engine(component) if "languages" in path.parts else frozenset())
    assert list(listed(path.read_text("utf-8"), code, named)) == []


@pytest.mark.parametrize(
    ("code", "source"),
    [
        ("fr", 'HEDGES = frozenset({"peut-être", "sans doute", "probablement"})'),
        ("fr", 'def f(form: str) -> bool:\n    return form in ("dans", "sous", "chez")'),
        ("en", 'HEDGES = ["maybe", "perhaps", "probably"]'),
    ],
)
def test_a_list_is_found(code: str, source: str) -> None:
    """Whatever it is made of."""
    assert list(listed(source, code))


def test_names_of_kinds_are_no_words() -> None:
    """Nor a form with its elision, nor endings."""
    kept = '_KINDS = ("direct", "that", "when")\n_THAT = ("que", "qu\'")\n_ENDINGS = ("s", "x", "z")'
    assert list(listed(kept, "fr", _kinds("fr", "grammar"))) == []

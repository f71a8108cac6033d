"""One test a sentence: what a language's rules find in it, layer by layer, and nothing else.

The cases of French stand in `tests/cases`, those of another language in a folder named by its code. A case is a
`text` (perhaps `title`, `published`, `entities`) and, for one layer or more, all rows that must be found, in the order
of the text. A row names only the fields that matter; an empty list is a negative.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from _pytest.mark.structures import ParameterSet
from msgspec.structs import asdict

from briefing.extract.pipeline import annotate
from briefing.extract.reading import Reading
from briefing.languages import find_pack
from briefing.model.annotation import EntityType
from briefing.model.article import Article, Metadata
from briefing.model.entity import Entity

CASES = Path(__file__).parent / "cases"
Row = dict[str, object]


def _cases() -> list[ParameterSet]:
    found: list[ParameterSet] = []
    for path in sorted(CASES.rglob("*.yaml")):
        language = "fr" if path.parent == CASES else path.parent.name
        for number, case in enumerate(yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)["cases"], 1):
            found.append(pytest.param(language, case, id=f"{language}-{path.stem}-{number}"))
    return found


def _read(language: str, case: Row) -> Reading:
    pack = find_pack(language)
    assert pack is not None
    register = tuple(
        Entity(
            **{**row, "type": EntityType(row["type"]), **{k: tuple(row[k]) for k in ("aliases", "roles") if k in row}}
        )
        for row in case.get("entities", ())  # type: ignore[attr-defined]
    )
    published = str(case.get("published", "2024-11-30"))
    title, outlet = (str(case[key]) if key in case else None for key in ("title", "outlet"))
    meta = Metadata(title=title, outlet=outlet, published=published, language=language)
    return annotate(Article(id="cas", text=str(case["text"]), meta=meta), pack, register)


def _rows(reading: Reading, layer: str) -> list[Row]:
    """The rows of a layer, spans written as their words."""
    rows: list[Row] = []
    for row in getattr(reading, layer):
        given = asdict(row)
        values: Row = {key: list(value) if isinstance(value, tuple) else value for key, value in given.items()}
        span = values.get("span")
        if span is not None:
            values["exact"] = span.of(reading.article.text)  # type: ignore[attr-defined]
        if layer == "dated":
            values |= {"value": row.date.value, "words": row.words.of(reading.article.text)}
        if "content" in values:
            values["content"] = values["content"].exact  # type: ignore[attr-defined]
        if "because" in values:
            values |= {"rule": values["because"].rule, "cue": values["because"].cue}  # type: ignore[attr-defined]
        rows.append(values)
    return rows


@pytest.mark.parametrize(("language", "case"), _cases())
def test_the_rules_find_just_this(language: str, case: Row) -> None:
    """Each layer that the case names holds the rows it lists, and no others."""
    reading = _read(language, case)
    layers = [key for key in case if key in set(Reading.__struct_fields__) - {"text"}]
    assert layers, "the case names no layer"
    for layer in layers:
        wanted: list[Row] = case[layer]  # type: ignore[assignment]
        found = _rows(reading, layer)
        keys = [sorted(row) for row in wanted]
        shown = [
            {key: row.get(key) for key in (keys[n] if n < len(keys) else ("exact", "content", "value"))}
            for n, row in enumerate(found)
        ]
        assert shown == wanted, f"{layer} of: {case['text']}\n" + "\n".join(str(d) for d in reading.decisions)

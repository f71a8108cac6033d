"""Every entry of a word list proves itself: its example fires, its counter-example does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from _pytest.mark.structures import ParameterSet

import briefing.languages
from briefing.extract.pipeline import annotate
from briefing.extract.reading import Reading
from briefing.languages import find_pack
from briefing.model.article import Article, BlockKind, Metadata
from briefing.model.span import Span
from wordlists import disordered, twice, unknown

PACKS = Path(briefing.languages.__file__).parent
PROVED_ELSEWHERE = {"grammar", "voices"}  # by test_grammar
MARK = re.compile(r"\[([^\]]+)\]")


def _examples() -> list[ParameterSet]:
    found: list[ParameterSet] = []
    for path in sorted(PACKS.glob("*/**/*.yaml")):
        content = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
        if "entries" not in content or content["layer"] in PROVED_ELSEWHERE:
            continue
        code = path.relative_to(PACKS).parts[0]
        for number, entry in enumerate(content["entries"], 1):
            found.extend(
                pytest.param(
                    code, content["layer"], entry[key], key == "example", id=f"{code}-{path.stem}-{number}-{key}"
                )
                for key in ("example", "counter")
                if key in entry
            )
    return found


def _shows(reading: Reading, layer: str, marked: Span) -> bool:
    """Whether the marked words show in the layer."""
    words = marked.of(reading.article.text)
    if layer == "sentences":
        return any(s.span.contains(marked) for s in reading.sentences)
    if layer == "bylines":
        return any(b.kind is BlockKind.BYLINE and b.span.contains(marked) for b in reading.blocks)
    if layer == "modality":
        return any(words.lower() in s.because.cue.lower() and s.span.overlap(marked) for s in reading.statements)
    if layer == "reasons":
        return any(s.reason is not None and s.span.contains(marked) for s in reading.statements)
    if layer == "cues":
        return any(c and (words in c or c in words) for c in _cues(reading))
    return any(_overlaps(row, marked) for row in getattr(reading, layer))


def _cues(reading: Reading) -> Iterator[str | None]:
    yield from (a.cue for a in reading.attributions)
    yield from (q.cue for q in reading.quotations)


def _overlaps(row: object, marked: Span) -> bool:
    span: Span = row.span  # type: ignore[attr-defined]
    return span.overlap(marked) > 0


@pytest.mark.parametrize(("code", "layer", "example", "fires"), _examples())
def test_an_entry_proves_itself(code: str, layer: str, example: str, fires: bool) -> None:
    """The words in brackets are found in the entry's layer, or, in a counter-example, are not."""
    pack = find_pack(code)
    assert pack is not None
    mark = MARK.search(example)
    assert mark, "the example marks no words"
    text = example[: mark.start()] + mark[1] + example[mark.end() :]
    marked = Span(mark.start(), mark.start() + len(mark[1]))
    meta = Metadata(published="2024-11-30", language=code)
    reading = annotate(Article(id="exemple", text=text, meta=meta), pack)
    assert _shows(reading, layer, marked) is fires


LISTS = pytest.mark.parametrize(
    "path", sorted(PACKS.glob("*/**/*.yaml")), ids=lambda p: f"{p.relative_to(PACKS).parts[0]}-{p.stem}"
)


@LISTS
def test_a_word_list_says_what_it_is(path: Path) -> None:
    """Each list opens with a comment and repeats no entry, whatever their examples."""
    assert path.read_text("utf-8").startswith("# ")
    assert list(twice(path)) == []


@LISTS
def test_names_stand_in_order(path: Path) -> None:
    """Where « ; » stands between names, they are sorted as in a dictionary: one is found, and added, in its place."""
    assert list(disordered(path)) == []


@pytest.mark.parametrize("name", ["reporting/cues", "modality/signs"])
def test_verbs_are_infinitives_of_the_lexicon(name: str) -> None:
    """A verb of saying that is misspelt would never be found."""
    assert list(unknown(PACKS / f"fr/{name}.yaml")) == []


def test_what_is_wrong_in_a_list_is_told_with_its_line(tmp_path: Path) -> None:
    """Planted: an entry twice under another example, a name twice, names in disorder, a verb that is none."""
    path = tmp_path / "liste.yaml"
    path.write_text("entries:\n- {verb: dire, example: a}\n- {verb: blabloter}\n- {verb: dire}\n", "utf-8")
    assert list(twice(path)) == [f"{path}:4: « dire » stands twice"]
    assert list(unknown(path)) == [f"{path}:3: « blabloter » is no infinitive of the lexicon"]
    path.write_text("product: >-\n  Ariane 6; Ariane 5;\n  Vega-C; Ariane 6\n", "utf-8")
    assert list(twice(path)) == [f"{path}:3: « Ariane 6 » stands twice"]
    assert list(disordered(path)) == [
        f"{path}:2: « Ariane 5 » stands behind « Ariane 6 »",
        f"{path}:3: « Ariane 6 » stands behind « Vega-C »",
    ]

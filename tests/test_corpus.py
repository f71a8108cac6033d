"""Reading a corpus: what is accepted, and what a mistake is answered with."""

from __future__ import annotations

from pathlib import Path

import frontmatter
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.corpus.edtf import is_edtf
from briefing.corpus.entities import load_entities
from briefing.corpus.loader import load_corpus
from briefing.corpus.text import fold

GOOD = "---\ntitle: Un titre\npublished: 2024-10-25\n---\n\nLe texte est signé.\n"


def _corpus(root: Path, **files: str | bytes) -> Path:
    (root / "corpus").mkdir(exist_ok=True)
    for name, content in files.items():
        raw = content if isinstance(content, bytes) else content.encode()
        (root / "corpus" / f"{name.replace('_', '-')}.md").write_bytes(raw)
    return root


def _said(root: Path) -> list[str]:
    return [str(problem) for problem in load_corpus(root)[1]]


def test_an_article_is_its_front_matter_and_its_text(tmp_path: Path) -> None:
    """Dates stay text, null is absent, and offsets count from the first character below the front matter."""
    root = _corpus(tmp_path, un="---\nid: un\ntitle: Titre\nauthor: null\npublished: 2024-10-25\n---\n\nLe texte.\n")
    articles, problems = load_corpus(root)

    assert problems == []
    assert articles[0].meta.published == "2024-10-25"
    assert articles[0].meta.author is None
    assert articles[0].text == frontmatter.load(str(root / "corpus/un.md")).content == "Le texte."
    assert articles[0].line_of(0) == 8


def test_a_missing_corpus_is_named(tmp_path: Path) -> None:
    """The message says what to make."""
    assert _said(tmp_path) == ["corpus: there is no corpus folder; make one and put articles in it as corpus/<id>.md"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"---\ntitle: T\n---\nLe caf\xe9.\n", "corpus/x.md:4: the file is not in UTF-8 here; save it as UTF-8"),
        ("---\ntitle: T\n---\n\n", "corpus/x.md:5: the article is empty; put its text below the front matter"),
        ("---\ntitle: [T\n---\nTexte.", "corpus/x.md:3: this is not valid YAML"),
        ("---\ntitle: T\nTexte.", "corpus/x.md:1: the front matter is not closed; end it with a line of ---"),
        ("---\n- a\n---\nTexte.", "corpus/x.md:2: the front matter must be lines of “key: value”"),
        (
            "---\ntitle: T\npublished: 2024-13\n---\nT.",
            "corpus/x.md:3: published: “2024-13” is no date; write 2024-10-25",
        ),
        ("---\nrights: free\n---\nT.", "corpus/x.md:2: rights: “free” is none of full, excerpt, none"),
        ("---\nreliability: G\n---\nT.", "corpus/x.md:2: reliability: “G” is none of A, B, C, D, E, F"),
        ("---\nurl: javascript:alert(1)\n---\nT.", "corpus/x.md:2: url: an address begins with http:// or https://"),
        ("---\npublishd: 2024\n---\nT.", "corpus/x.md:2: key “publishd” is not used; did you mean “published”?"),
    ],
)
def test_a_mistake_is_answered_with_file_and_line(tmp_path: Path, content: str | bytes, message: str) -> None:
    """And the other articles are read all the same."""
    root = _corpus(tmp_path, x=content, bon=GOOD)

    assert [said for said in _said(root) if said.startswith(message)]
    assert "bon" in [article.id for article in load_corpus(root)[0]]


def test_two_articles_with_one_id(tmp_path: Path) -> None:
    """The first stands, the second is named."""
    root = _corpus(tmp_path, un=GOOD)
    (root / "corpus" / "plus").mkdir()
    (root / "corpus" / "plus" / "un.md").write_text(GOOD, "utf-8")

    assert _said(root) == ["corpus/un.md: corpus/plus/un.md has the same id “un”; rename one of them"]


def test_a_name_that_is_no_id(tmp_path: Path) -> None:
    """Ids become addresses and anchors."""
    _corpus(tmp_path)
    (tmp_path / "corpus" / "Été.md").write_text(GOOD, "utf-8")

    assert "use only a-z, 0-9 and single hyphens" in _said(tmp_path)[0]


def test_articles_stand_in_order_of_publication(tmp_path: Path) -> None:
    """Those of unknown date come last."""
    _corpus(tmp_path, c="Sans date.", b=GOOD, a=GOOD.replace("2024-10-25", "2024-11"))

    assert [article.id for article in load_corpus(tmp_path)[0]] == ["b", "a", "c"]


@pytest.mark.parametrize(
    "value", ["2024", "2024-10", "2024-10-25", "2024-10~", "2024-21", "2024/2025", "2024-10-01/.."]
)
def test_partial_dates_are_dates(value: str) -> None:
    """EDTF, as far as articles need it."""
    assert is_edtf(value)


@pytest.mark.parametrize(
    "value", ["", "hier", "2024-13", "2023-02-29", "24-10-25", "2024-10-25T10:00", "2024/2025/2026"]
)
def test_other_words_are_no_dates(value: str) -> None:
    """Nothing is completed or guessed."""
    assert not is_edtf(value)


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    """One code point for one code point, and twice is once."""
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


def test_a_wrong_entity_is_answered_with_its_line(tmp_path: Path) -> None:
    """Unknown keys and types get the nearest match; one name belongs to one entity."""
    _corpus(tmp_path)
    (tmp_path / "corpus" / "entities.yaml").write_text(
        "entities:\n- id: a\n  name: A\n  type: persn\n- id: b\n  name: B\n  typ: place\n", "utf-8"
    )
    said = [str(problem) for problem in load_entities(tmp_path)[1]]

    assert said[0].startswith("corpus/entities.yaml:4: type: “persn” is none of person")
    assert said[0].endswith("did you mean “person”?")
    assert "corpus/entities.yaml:5: “type” is missing; add it" in said
    assert "corpus/entities.yaml:7: unknown key “typ”; did you mean “type”?" in said


def test_one_name_one_entity(tmp_path: Path) -> None:
    """An alias that another entity bears would link two people."""
    _corpus(tmp_path)
    (tmp_path / "corpus" / "entities.yaml").write_text(
        "entities:\n- {id: a, name: A, type: person, aliases: [K]}\n- {id: b, name: K, type: person}\n", "utf-8"
    )

    assert [str(p) for p in load_entities(tmp_path)[1]] == [
        "corpus/entities.yaml:3: “K” already names the entity a; one name, one entity"
    ]

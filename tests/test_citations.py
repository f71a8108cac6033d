"""`[@c-…]` in the pages people write."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.pages import citations as c
from sample import DENIED, DOSSIER, EVACUATED, HELD


def _ids(text: str) -> list[str]:
    return [found.claim for found in c.citations(text, "docs/index.md", "index.md")]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Un fait [@c-1].", ["c-1"]),
        ("Deux [@c-1; @c-2].", ["c-1", "c-2"]),
        ("Deux [@c-1;@c-2] [@c-3].", ["c-1", "c-2", "c-3"]),
        ("Du code `[@c-1]`.", []),
        ("Du code ``a ` [@c-1]`` puis [@c-2].", ["c-2"]),
        ("```\n[@c-1]\n```\n[@c-2]", ["c-2"]),
        ("~~~ md\n[@c-1]\n~~~\n", []),
        ("texte\n\n    [@c-1]\n\nfin [@c-2]", ["c-2"]),
        ("- item\n\n    suite [@c-1]", ["c-1"]),
        ("<!-- [@c-1] -->[@c-2]", ["c-2"]),
        ("Un compte [@jeanne](https://x.example).", []),
        ("Une faute [@8f3a].", ["8f3a"]),
        ("adresse a@b.fr [x]", []),
        ("Un ` seul accent [@c-1].", ["c-1"]),
    ],
)
def test_what_is_a_citation(text: str, ids: list[str]) -> None:
    """Citations are found in text, never in code or comments."""
    assert _ids(text) == ids


def test_a_citation_knows_its_line_and_sentence() -> None:
    """The line counts the front matter; the sentence has no markup."""
    text = "---\ntitle: x\n---\n# Titre\n\nAvant. La **digue** a [tenu](x.md) [@c-1], dit [@c-2]. Après.\n"
    found = next(c.citations(text, "docs/index.md", "index.md"))
    assert str(found.where) == "docs/index.md:6"
    assert found.sentence == "La digue a tenu, dit."


def test_problems_name_file_line_and_reason() -> None:
    """An unknown id is reported; the nearest known one is no hint, for ids that are alike name nothing alike."""
    near = EVACUATED.id[:-1] + ("0" if EVACUATED.id[-1] != "0" else "1")
    text = f"a\nb [@{near}] [@{HELD.id}]"
    (problem,) = c.problems(c.citations(text, "docs/index.md", "index.md"), DOSSIER)
    assert str(problem).startswith(f"docs/index.md:2: cites {near}, which no article has")
    assert EVACUATED.id not in str(problem)


def test_a_rejected_claim_may_not_be_cited() -> None:
    """The message says that a person rejected it."""
    from msgspec.structs import replace

    from briefing.model.claim import Status

    files = [replace(f, claims=tuple(replace(x, status=Status.REJECTED) for x in f.claims)) for f in DOSSIER.files]
    (problem,) = c.problems(c.citations(f"[@{DENIED.id}]", "docs/a.md", "a.md"), replace(DOSSIER, files=tuple(files)))
    assert "which a person rejected" in str(problem)


def test_seal_and_unseal() -> None:
    """A mark passes through Markdown and becomes HTML; inside code it becomes what was written."""
    sealed = c.sealed("Un fait [@c-1; @c-2].")
    assert "[" not in sealed
    assert c.unsealed(f"<p>{sealed}</p>", lambda ids: f"<i>{'+'.join(ids)}</i>") == "<p>Un fait<i>c-1+c-2</i>.</p>"
    assert c.unsealed(f"<code>{sealed}</code>", lambda _: "!") == "<code>Un fait[@c-1; @c-2].</code>"
    assert c.without_marks(sealed) == "Un fait."


@given(st.text(alphabet="[]@c-1; `~\n<!->*()", max_size=60))
def test_any_text_is_read(text: str) -> None:
    """No text breaks the scanner, and text without a citation is left as it is."""
    found = _ids(text)
    sealed = c.sealed(text)
    assert found or sealed == text

"""Accents in two characters, as macOS writes them, read like accents in one (Unicode NFD and NFC)."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Literal, TypeAlias

import pytest

from briefing import project
from briefing.collect.corpus import Corpus
from briefing.collect.found import Found
from briefing.model.claim import ClaimFile
from briefing.model.entity import slug
from briefing.store.files import read_claims
from command import write

Form: TypeAlias = Literal["NFC", "NFD", "NFKD"]

ARTICLE = """---
title: Le Kremlin dément
outlet: L’Écho
published: 2024-05-04
---
Le Kremlin dément avoir livré des missiles à l’été 2023.

« Nous n’avons rien livré », a déclaré la présidente Zoë Lefèvre. Selon la préfecture, 1 200 habitants ont été évacués.
"""
ENTITIES = "entities:\n- {id: zoe, name: Zoë Lefèvre, type: person, aliases: [Présidente Lefèvre]}\n"


def _project(root: Path, article: str, entities: str = ENTITIES) -> Path:
    write(root, "corpus/a.md", article)
    (root / "corpus" / "entities.yaml").write_text(entities, "utf-8")
    return root


def _claims(root: Path) -> ClaimFile:
    loaded = project.refresh(root)
    assert not [problem for problem in loaded.problems if problem.where.path != "mkdocs.yml"]
    found = read_claims(root, loaded.dossier.articles[0]).file
    assert found is not None
    return found


@pytest.mark.parametrize("entities", ["NFC", "NFD"])
@pytest.mark.parametrize("article", ["NFC", "NFD"])
def test_the_form_of_accents_changes_nothing(tmp_path: Path, article: Form, entities: Form) -> None:
    """The same claims: ids, modality, speakers, offsets; the denial is one, and the known person is known."""
    one = _claims(_project(tmp_path / "one", ARTICLE))
    other = _project(
        tmp_path / "other", unicodedata.normalize(article, ARTICLE), unicodedata.normalize(entities, ENTITIES)
    )

    assert _claims(other) == one
    assert one.claims[0].modality == "denied"
    assert "zoe" in {mention.entity for claim in one.claims for mention in claim.entities}
    assert (other / "corpus" / "a.md").read_text("utf-8") == unicodedata.normalize(article, ARTICLE)


def test_words_that_an_editor_typed_on_a_mac(tmp_path: Path) -> None:
    """A claim file in two-character accents still quotes its article; a second extraction changes no byte."""
    root = _project(tmp_path, ARTICLE)
    before = _claims(root)
    path = root / "claims" / "a.yaml"
    path.write_text(unicodedata.normalize("NFD", path.read_text("utf-8")), "utf-8")
    typed = path.read_bytes()

    assert _claims(root) == before
    assert path.read_bytes() == typed


def test_a_file_that_is_saved_in_another_form_is_no_other_article(tmp_path: Path) -> None:
    """Its text, by the hash of which a correction is noticed, is the same."""
    root = _project(tmp_path, ARTICLE)
    before = _claims(root)
    path = root / "corpus" / "a.md"
    path.write_text(unicodedata.normalize("NFD", path.read_text("utf-8")), "utf-8")

    assert _claims(root) == before
    assert project.refresh(root).changed == ()


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKD"])
def test_an_id_is_made_of_letters(form: Form) -> None:
    """Not of what is left of them."""
    title = unicodedata.normalize(form, "Le Kremlin dément : l’été à Nîmes")

    assert slug(title) == "le-kremlin-dement-lete-a-nimes"
    assert Corpus().new_id(Found(text="Texte.", title=title)) == "le-kremlin-dement-l-ete-a-nimes"

"""References to articles and claims: CSL-JSON, BibTeX and RIS, read back by programs that are not ours."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import rispy  # type: ignore[import-untyped]
from bibtexparser.entrypoint import parse_string
from msgspec.structs import replace

from briefing.bibliography.bibtex import bibtex
from briefing.bibliography.csl import csl_item, csl_json
from briefing.bibliography.record import Name, Record, names, record
from briefing.bibliography.ris import ris
from briefing.model.article import Article, Metadata
from exported import site
from sample import BILAN, CRUE, DOSSIER

SCHEMA = json.loads((Path(__file__).parent / "export" / "csl-data.json").read_text("utf-8"))
HOSTILE = "Un {titre} \\ à 50 % & plus_fort #1 ~ ^ $x$ « é »\r\nER  - \nTY  - BOOK"


def _record(**meta: str) -> Record:
    return record(Article(id="essai-1", text="Texte.", meta=Metadata(**meta)), untitled="[Sans titre]")  # type: ignore[arg-type]


def _bibtex(*records: Record) -> list[dict[str, str]]:
    library = parse_string(bibtex(records))
    assert library.failed_blocks == []
    return [
        {"key": entry.key, "type": entry.entry_type} | {f.key: f.value for f in entry.fields}
        for entry in library.entries
    ]


def _ris(*records: Record) -> list[dict[str, object]]:
    return list(rispy.loads(ris(records)))


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ("Dupont, Jean", [Name("Dupont", "Jean")]),
        ("de La Mothe, Éric", [Name("de La Mothe", "Éric")]),
        ("Roy, A.; Petit, Jean-Luc", [Name("Roy", "A."), Name("Petit", "Jean-Luc")]),
        ("Jean Petit, Anne Roy", [Name("Petit", "Jean"), Name("Roy", "Anne")]),
        ("Jean-Paul Le Goff", [Name("Le Goff", "Jean-Paul")]),
        ("Marie Anne de La Tour", [Name("de La Tour", "Marie Anne")]),
        ("Xyz Martin", [Name("Xyz Martin")]),
        ("Anne et Paul", [Name("Anne et Paul")]),
        ("Anne et Paul Roy", [Name("Anne et Paul Roy")]),
        ("Anne Roy avec AFP", [Name("Anne Roy avec AFP")]),
        ("Anne", [Name("Anne")]),
        ("Agence France-Presse", [Name("Agence France-Presse")]),
        ("Jean Dupont, AFP", [Name("Dupont", "Jean"), Name("AFP")]),
        ("La rédaction", [Name("La rédaction")]),
        (";", []),
        ("", []),
        (None, []),
    ],
)
def test_authors_are_taken_apart_where_they_say_how(author: str | None, expected: list[Name]) -> None:
    """A comma or a given name tells family from given name; a body that signs has neither, nor have two people."""
    assert list(names(author, {"Jean", "Jean-Paul", "Anne", "Marie", "Paul"}.__contains__)) == expected


def test_nobody_is_taken_apart_in_a_language_without_given_names() -> None:
    """As written is always right."""
    assert names("Jean Petit") == (Name("Jean Petit"),)


def test_an_article_names_its_author_as_reference_managers_do() -> None:
    """The given names are those of the article's language."""
    signed = replace(CRUE, meta=replace(CRUE.meta, author="Yuliana Glazunova, AFP"))
    dossier = replace(DOSSIER, articles=(signed, BILAN))
    shown = site(dossier)
    found = shown.citing.article_record(shown.catalogue.articles[CRUE.id])

    assert csl_item(found)["author"] == [{"family": "Glazunova", "given": "Yuliana"}, {"literal": "AFP"}]


@pytest.mark.parametrize(
    ("edtf", "csl", "iso", "ris_date"),
    [
        ("2024-10-25", {"date-parts": [[2024, 10, 25]]}, "2024-10-25", "2024/10/25/"),
        ("2024-10~", {"date-parts": [[2024, 10]], "circa": True}, "2024-10", "2024/10//2024-10~"),
        ("2024?", {"date-parts": [[2024]], "circa": True}, "2024", "2024///2024?"),
        ("2024-10/2024-11", {"date-parts": [[2024, 10], [2024, 11]]}, "2024-10", "2024/10//2024-10 – 2024-11"),
        ("2024-10-25/..", {"date-parts": [[2024, 10, 25]]}, "2024-10-25", "2024/10/25/2024-10-25 – .."),
        ("2024-21", {"date-parts": [[2024]], "season": 1}, "2024", "2024///2024-21"),
    ],
)
def test_a_date_in_each_format(edtf: str, csl: object, iso: str, ris_date: str) -> None:
    """As far as it is known, and not a day further."""
    found = _record(published=edtf)

    assert csl_item(found)["issued"] == csl
    assert found.published
    assert found.published.iso == iso
    assert _bibtex(found)[0]["date"] == edtf
    assert ris([found]).split("DA  - ")[1].split("\r\n")[0] == ris_date


@pytest.mark.parametrize("value", [None, "", "hier", "/", ".."])
def test_what_is_no_date_is_left_out(value: str | None) -> None:
    """Nothing is made up."""
    found = _record(**({"published": value} if value else {}))
    assert "issued" not in csl_item(found)
    assert "date" not in _bibtex(found)[0]
    assert "DA  -" not in ris([found])


def test_csl_fits_the_published_schema() -> None:
    """Type, title, container, names, dates, address, language."""
    full = _record(
        title="Le vote", author="Dupont, Jean", outlet="L’Écho", published="2024-05-04", retrieved="2024-06-01",
        language="fr",
    )  # fmt: skip
    items = json.loads(csl_json([full, replace(full, key="b", url="https://x.example/"), _record()]))
    jsonschema.validate(items, SCHEMA)

    assert items[0] == {
        "id": "essai-1",
        "type": "article-newspaper",
        "title": "Le vote",
        "container-title": "L’Écho",
        "author": [{"family": "Dupont", "given": "Jean"}],
        "issued": {"date-parts": [[2024, 5, 4]]},
        "accessed": {"date-parts": [[2024, 6, 1]]},
        "language": "fr",
    }
    assert items[1]["URL"] == "https://x.example/"
    assert items[2] == {"id": "essai-1", "type": "webpage", "title": "[Sans titre]", "language": "fr"}


def test_bibtex_says_what_is_known() -> None:
    """An article of an outlet, a page, or neither; nobody as author is nobody."""
    paper = record(CRUE, untitled="?", url="https://echo.example/crue?a=1&b=2%20_#x")
    page, nothing = replace(paper, key="page", newspaper=False, container=None), record(BILAN, untitled="?")
    found = _bibtex(paper, page, nothing)

    assert [entry["type"] for entry in found] == ["article", "online", "misc"]
    assert found[0]["journal"] == "L’Écho"
    assert found[0]["url"] == "https://echo.example/crue?a=1&b=2%20_#x"  # verbatim: no escapes in an address
    assert found[0]["language"] == "french"
    assert found[2]["title"] == "{[Un bilan]}"
    assert (found[2]["date"], found[2]["year"]) == ("2024-06~", "2024")
    assert not any("author" in entry for entry in found)


def test_bibtex_authors() -> None:
    """Joined by « and »; a name that is not taken apart stays whole, even with « and » in it."""
    found = _bibtex(_record(author="Dupont, Jean; Smith and Sons"))[0]

    assert found["author"] == "Dupont, Jean and {Smith and Sons}"


def test_a_hostile_title_stays_in_its_field() -> None:
    """Braces, commands, line breaks and the format's own tags end nothing and begin nothing."""
    found = _record(title=HOSTILE, outlet=HOSTILE, author=HOSTILE)
    after = replace(_record(title="Après"), key="essai-2")
    entries = _bibtex(found, after)
    assert len(entries) == 2
    written = bibtex([found])
    assert written.count("{") == written.count("}")
    assert r"\textbraceleft{}titre\textbraceright{}" in entries[0]["title"]
    assert r"50 \% \& plus\_fort \#1" in entries[0]["title"]

    records = _ris(found, after)
    assert len(records) == 2
    assert records[0]["title"] == "Un {titre} \\ à 50 % & plus_fort #1 ~ ^ $x$ « é » ER - TY - BOOK"
    assert records[1]["title"] == "Après"
    jsonschema.validate(json.loads(csl_json([found])), SCHEMA)


def test_ris_lines() -> None:
    """TY first, ER last with its space, lines ended as the format wants, accents as they are."""
    found = record(replace(CRUE, meta=replace(CRUE.meta, author="Dupont, Jean; AFP")), untitled="?")
    lines = ris([found]).split("\r\n")

    assert lines[0] == "TY  - NEWS"
    assert lines[-2:] == ["ER  - ", ""]
    read = _ris(found)[0]
    assert read["authors"] == ["Dupont, Jean", "AFP"]
    assert read["secondary_title"] == "L’Écho"
    assert (read["year"], read["date"]) == ("2024", "2024/05/04/")
    assert read["language"] == "fr"


def test_a_page_without_outlet_is_no_newspaper() -> None:
    """Its type says so in each format."""
    found = record(BILAN, untitled="?")

    assert ris([found]).startswith("TY  - ELEC\r\n")
    assert csl_item(found)["type"] == "webpage"


def test_keys_are_ascii() -> None:
    """Whatever the id, BibTeX can cite it."""
    found = record(Article(id="événement d’été", text="x"), untitled="?")

    assert found.key == "evenement-dete"

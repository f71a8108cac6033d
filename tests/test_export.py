"""Exports: each format is what it says, the same twice, keeps rights, and goes where it is told."""

from __future__ import annotations

import csv
import io
import json
import re
from functools import partial
from pathlib import Path

import jsonschema
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing.export import NAMES
from briefing.export.folder import write_files
from briefing.export.formats import FORMATS
from briefing.export.markdown.pages import CONFIG, SIGNED
from briefing.export.parts import ANEW, Parts
from briefing.export.to_csv import csv_tables, to_csv
from briefing.export.to_json import EXCERPT, to_json
from briefing.model.annotation import Quantity
from briefing.model.article import Rights
from briefing.model.dossier import Dossier
from briefing.model.measure import Measure, Measured
from briefing.model.ruling import Confidence, Likelihood
from briefing.problems import BriefingError
from briefing.schemas import schema
from command import run, write
from exported import ADDRESS, ANNE, judged, site, with_claim
from sample import BILAN, CRUE, DOSSIER, EVACUATED, HELD, MORE, with_rights

SCHEMA = json.loads(schema("export"))
ARTICLE = """---
title: "[Le vote]"
published: 2024-11-30
---

Selon le maire, 120 personnes ont voté vendredi. Le vote a eu lieu dans le calme.
"""
MEASURED = replace(
    DOSSIER,
    measures=(
        Measure(id="m-1", unit="habitant", values=tuple(Measured(c.id, c.quantities[0]) for c in (EVACUATED, MORE))),
    ),
    copies=(("bilan-2024", "crue-2024"),),
)


def _rows(text: str, delimiter: str = ";") -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    assert text.count("\n") == text.count("\r\n")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), delimiter=delimiter))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one article, extracted."""
    write(tmp_path, "corpus/vote.md", ARTICLE)
    run("extract", "-C", tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    "dossier",
    [
        DOSSIER,
        MEASURED,
        Dossier(articles=()),
        judged(likelihood=Likelihood.EVEN, confidence=Confidence.LOW, credibility=6),
        *(with_rights(rights) for rights in Rights),
    ],
)
def test_json_fits_its_schema(dossier: Dossier) -> None:
    """Whatever the dossier holds."""
    jsonschema.validate(json.loads(to_json(dossier)), SCHEMA, cls=jsonschema.Draft202012Validator)


@pytest.mark.parametrize(
    "break_it",
    [
        lambda d: d["claims"][0].pop("modality"),
        lambda d: d["claims"][0].update(modality="sure"),
        lambda d: d["claims"][0].update(surprise=1),
        lambda d: d.pop("articles"),
        lambda d: d["claims"][0]["evidence"].update(start="54"),
    ],
)
def test_the_schema_refuses_what_is_no_export(break_it: object) -> None:
    """A schema that takes anything would prove nothing."""
    document = json.loads(to_json(DOSSIER))
    break_it(document)  # type: ignore[operator]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, SCHEMA)


def test_json_holds_what_the_contract_names() -> None:
    """Every part, and a person's decision with its day."""
    document = json.loads(to_json(replace(MEASURED, files=judged(credibility=2).files)))

    assert {"articles", "claims", "entities", "corroborations", "differences"} <= set(document)
    claim = document["claims"][0]
    assert claim["article"] == "crue-2024"
    assert claim["review"] == {"who": "Anne Roy", "when": "2024-06-03", "why": "vu sur place"}
    assert claim["credibility"] == 2
    assert [v["quantity"]["value"] for v in document["measures"][0]["values"]] == [1200, 900]
    assert document["copies"] == [["bilan-2024", "crue-2024"]]


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in ("schema", "csl-json", "bibtex", "ris")])
def test_rights_none_let_no_word_of_the_text_out(name: str) -> None:
    """Not in one file, not in a folder; the other article stays whole."""
    hidden = site(replace(with_rights(Rights.NONE), measures=MEASURED.measures))
    form = FORMATS[name]
    texts = [form.one(hidden, ADDRESS, ANEW), *(text for _, text in (form.many(hidden, ADDRESS) if form.many else ()))]
    for text in texts:
        for words in ("habitants ont été", "La digue a tenu", "Deux ponts", "pluie pourrait", "1 200 habitants"):
            assert words not in text
    assert BILAN.text[:40] in texts[0]


def test_rights_excerpt_let_no_whole_text_out() -> None:
    """Passages may be cited; the text is cut."""
    long = replace(CRUE, text=CRUE.text + " Fin." * 100)
    short = replace(long, meta=replace(long.meta, rights=Rights.EXCERPT))
    document = json.loads(to_json(replace(DOSSIER, articles=(short, BILAN))))

    assert document["articles"][0]["text"] == long.text[:EXCERPT]
    assert document["claims"][0]["evidence"]["exact"] == EVACUATED.evidence.exact


def test_csv_has_a_row_for_each_claim() -> None:
    """With its passage, who says it, how surely, where, and what it is joined to."""
    rows = _rows(to_csv(site()))

    assert [row["id"] for row in rows] == list(DOSSIER.claims)
    first = rows[0]
    assert first["passage"] == EVACUATED.evidence.exact
    assert (first["modality"], first["speaker"], first["cue"]) == ("alleged", "préfecture", "Selon")
    assert (first["article"], first["title"], first["published"]) == ("crue-2024", "La crue de mai", "2024-05-04")
    assert (first["dates"], first["quantities"]) == ("2024-05-03", "1200 habitant")
    assert (first["corroborations"], first["differences"]) == ("k-1", "d-1")
    assert first["permalink"] == f"{ADDRESS}articles/crue-2024.html#{EVACUATED.id}"
    assert (rows[3]["title"], rows[3]["published"], rows[3]["outlet"]) == ("[Un bilan]", "2024-06~", "")
    assert rows[3]["quantities"] == "min 900 habitant"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"])
def test_no_cell_is_a_formula(start: str) -> None:
    """A spreadsheet would run it; a number keeps its sign."""
    note = f'{start}HYPERLINK("https://x.example";"clic")'
    [row] = [r for r in _rows(to_csv(site(with_claim(EVACUATED, note=note)))) if r["id"] == EVACUATED.id]

    assert row["note"].startswith("'")


@pytest.mark.parametrize("note", ["2 = 2", "« - non »", "a@b.example", "'=1"])
def test_other_cells_stay_as_they_are(note: str) -> None:
    """A sign inside a text is no formula."""
    [row] = [r for r in _rows(to_csv(site(with_claim(EVACUATED, note=note)))) if r["id"] == EVACUATED.id]

    assert row["note"] == note


@given(note=st.text(st.sampled_from("=+-@＝;,|\t\r\n\"' ax1"), max_size=12), language=st.sampled_from(["fr", "en"]))
@example(note='x";=1', language="en")
@example(note="a\n=1;+2,-3", language="fr")
def test_csv_is_safe_for_whoever_parts_cells_otherwise(note: str, language: str) -> None:
    """With commas, semicolons, tabs or bars, no cell begins with what a spreadsheet would work out."""
    text = to_csv(site(with_claim(EVACUATED, note=note), language=language)).removeprefix("\ufeff")
    for delimiter in ",;\t|":
        cells = {
            cell.lstrip() for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) for cell in row
        }
        assert not [cell for cell in cells if re.match(r"[=+@＝＋－＠]|-(?!\d+$)", cell)]


def test_csv_quotes_what_would_end_a_cell() -> None:
    """Semicolons, quotation marks and line ends come back."""
    note = 'un ; "deux"\ntrois\x00'
    text = to_csv(site(with_claim(EVACUATED, note=note)))
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))

    assert rows[0]["note"] == 'un ; "deux"\ntrois '


def test_numbers_are_written_as_the_spreadsheet_reads_them() -> None:
    """A decimal comma in French, and semicolons between cells; a point and commas in English; never grouped."""
    quantity = replace(EVACUATED.quantities[0], value=1200000.5)
    dossier = with_claim(EVACUATED, quantities=(quantity,))
    french = dict(csv_tables(site(dossier)))["quantities.csv"]
    english = dict(csv_tables(site(dossier, language="en")))["quantities.csv"]

    assert _rows(french)[0]["value"] == "1200000,5"
    assert _rows(english, ",")[0]["value"] == "1200000.5"


def test_a_folder_of_tables() -> None:
    """One of each kind of thing; every row names its claim or its article."""
    tables = {name: _rows(text) for name, text in csv_tables(site(judged(credibility=1)))}

    assert set(tables) == {
        "claims.csv", "articles.csv", "quotations.csv", "dates.csv", "quantities.csv", "mentions.csv", "entities.csv",
        "links.csv", "attributions.csv",
    }  # fmt: skip
    assert [row["claims"] for row in tables["articles.csv"]] == ["3", "2"]
    assert tables["quotations.csv"][0]["claim"] == HELD.id
    said = tables["attributions.csv"][0]
    assert (said["claim"], said["source"], said["entity"], said["cue"]) == (
        EVACUATED.id, "la préfecture", "prefecture", "Selon",
    )  # fmt: skip
    assert CRUE.text[int(said["start"]) : int(said["end"])] == said["exact"]
    assert {row["claim"] for row in tables["links.csv"]} == {EVACUATED.id, MORE.id}
    assert {row["kind"] for row in tables["links.csv"]} == {"corroboration", "difference"}
    assert tables["claims.csv"][0]["reviewed_by"] == ANNE.who


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_is_the_same_twice(name: str) -> None:
    """No clock, no random order."""
    assert FORMATS[name].one(site(), ADDRESS, ANEW) == FORMATS[name].one(site(), ADDRESS, ANEW)


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_is_the_same_whatever_of_it_stands(name: str) -> None:
    """Nothing, one of two articles, or both."""
    make, keys = FORMATS[name].one, {CRUE.id: "one", BILAN.id: "two"}
    first = Parts(keys)
    text = make(site(), ADDRESS, first)
    places = list(first.placed(text.encode()))

    for now in (keys, {**keys, CRUE.id: "changed"}, {CRUE.id: "changed", BILAN.id: "too"}):
        assert make(site(), ADDRESS, Parts(now, text.encode(), places)) == text


def test_what_stands_of_an_article_is_not_made_again() -> None:
    """Where it was made of the same; what an article says twice, and what is said of none, stands where it stood."""
    made = Parts({"a": "1", "b": "2", "c": "3"})
    told = [made.of(article, partial(str, words)) for article, words in (("a", "été"), ("b", ""), ("c", "été"))]
    content = f"{'; '.join(told)}.".encode()
    places = list(made.placed(content))
    later = Parts({"a": "1", "b": "2", "c": "4"}, content, places)

    assert places == ["1 0 5", "2 5 5", "3 9 14"]
    assert later.of("a", lambda: pytest.fail("it stands")) == "été"
    assert later.of("b", lambda: pytest.fail("it stands")) == ""
    assert later.of("c", lambda: "hiver") == "hiver"
    assert later.of("d", lambda: "nouveau") == "nouveau"
    assert later.of(None, lambda: "tout") == "tout"


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_dossier_is_no_mistake(name: str) -> None:
    """Nothing yet is written as nothing."""
    assert FORMATS[name].one(site(Dossier(articles=())), "", ANEW) is not None


def test_the_names_are_those_of_the_formats() -> None:
    """The list that the command knows before it loads them."""
    assert (*FORMATS, "ro-crate", "markdown") == NAMES


@pytest.mark.parametrize("name", FORMATS)
def test_the_command_writes_each_format(project: Path, name: str) -> None:
    """To standard output, to a file, and into a folder under its usual name."""
    printed = run("export", "-C", project, "--format", name)
    assert printed.exit_code == 0, printed.output
    target = project / "out" / "one.file"
    assert run("export", "-C", project, "--format", name, "-o", target).exit_code == 0
    assert target.read_bytes() == printed.stdout_bytes
    (project / "folder").mkdir()
    assert run("export", "-C", project, "--format", name, "-o", project / "folder").exit_code == 0
    names = {path.name for path in (project / "folder").iterdir()} - {".briefing"}
    assert names == {"vote.jsonld"} if name == "annotations" else FORMATS[name].file in names


def test_a_name_without_ending_is_a_folder_where_there_are_many_files(project: Path) -> None:
    """For csv and annotations; for the others it is the file's name."""
    run("export", "-C", project, "--format", "csv", "-o", project / "tables")
    run("export", "-C", project, "--format", "json", "-o", project / "dossier")

    assert (project / "tables" / "claims.csv").is_file()
    assert (project / "dossier").is_file()


@pytest.mark.parametrize("name", ["markdown", "ro-crate"])
def test_a_folder_is_wanted_for_many_files(project: Path, name: str) -> None:
    """Many files have no place on standard output."""
    said = run("export", "-C", project, "--format", name)

    assert said.exit_code == 2
    assert "say in which folder with -o DIR" in said.output


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("json", "corpus/x.json"),
        ("csv", "claims"),
        ("markdown", "corpus/neu"),
        ("csv", "docs"),
        ("json", "docs/daten/x.json"),
        ("json", "seiten/x.json"),
        ("markdown", "src/neu"),
        ("json", "editions/2024-11-21.json"),
        ("csv", "."),
        ("ro-crate", "."),
        ("annotations", ".."),
    ],
)
def test_no_export_lies_among_what_people_write(project: Path, name: str, place: str) -> None:
    """The next command would read it as an article, a claim, a page or an edition; none is strewn over the project."""
    pages = "seiten" if place.startswith("seiten") else "docs"
    (project / "mkdocs.yml").write_text(f"site_name: x\ndocs_dir: {pages}\nplugins: [briefing]\n", "utf-8")
    before = sorted(project.rglob("*"))
    said = run("export", "-C", project, "--format", name, "-o", project / place)

    assert said.exit_code == 1
    assert "this folder holds the project's own files; write an export elsewhere with -o" in said.output
    assert sorted(project.rglob("*")) == before


def test_markdown_is_written_with_what_people_wrote(project: Path) -> None:
    """The project's pages and title are in it."""
    (project / "mkdocs.yml").write_text(
        "site_name: Le vote\ntheme: {name: material, language: fr}\nplugins: [briefing]\n"
    )
    write(project, "docs/index.md", "# Le point\n")
    said = run("export", "-C", project, "--format", "markdown", "-o", project / "md")

    assert said.exit_code == 0, said.output
    assert (project / "md/docs/index.md").read_text("utf-8").startswith("# Le point\n")
    assert "Selon le maire" in (project / "md/docs/articles/vote.md").read_text("utf-8")
    assert 'site_name: "Le vote"' in (project / "md/mkdocs.yml").read_text("utf-8")
    write(project, "eigen/mkdocs.yml", "site_name: Mein\n")
    again = run("export", "-C", project, "--format", "markdown", "-o", project / "eigen")
    assert again.exit_code == 1
    assert "was left alone" in again.output


def test_an_unknown_format_is_a_wrong_call(project: Path) -> None:
    """With the names that there are."""
    said = run("export", "-C", project, "--format", "xml")

    assert said.exit_code == 2
    assert "csl-json" in said.output


def test_a_place_that_cannot_be_written_is_said(project: Path) -> None:
    """A file where a folder should be: a message, no traceback."""
    (project / "file").write_text("x")
    said = run("export", "-C", project, "-o", project / "file" / "x.json")

    assert said.exit_code == 1
    assert "this cannot be written" in said.output
    assert not isinstance(said.exception, OSError)


def test_a_citation_of_nothing_is_a_problem_of_the_export(project: Path) -> None:
    """As it is of the site."""
    (project / "mkdocs.yml").write_text("site_name: Le vote\nplugins: [briefing]\n")
    write(project, "docs/index.md", "# P\n\nUn fait [@c-00000000].\n")
    said = run("export", "-C", project, "-o", project / "x.json")

    assert said.exit_code == 1
    assert "docs/index.md:3: cites c-00000000" in said.output


def test_the_address_of_the_site_stands_before_permalinks(project: Path) -> None:
    """As mkdocs.yml says it."""
    (project / "docs").mkdir()
    (project / "mkdocs.yml").write_text("site_name: Le vote\nsite_url: https://vote.example/le\nplugins: [briefing]\n")
    said = run("export", "-C", project, "--format", "jsonld")

    assert '"@base":"https://vote.example/le/"' in said.output
    assert '"@id":"articles/vote.html#article"' in said.output


def test_a_quantity_of_a_range_is_both_ends() -> None:
    """In the claims table, in one cell."""
    words = EVACUATED.quantities[0]
    ranged = Quantity(exact=words.exact, start=words.start, end=words.end, value=10, value_max=12, unit="habitant")
    rows = _rows(to_csv(site(with_claim(EVACUATED, quantities=(ranged,)))))

    assert rows[0]["quantities"] == "10-12 habitant"


def test_a_file_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    """One that an export wrote is written again; one that it did not is refused, whatever the format."""
    write_files(tmp_path, iter([("a.json", "1")]))
    write_files(tmp_path, iter([("a.json", "2")]))
    assert (tmp_path / "a.json").read_text("utf-8") == "2"
    (tmp_path / "b.json").write_text("à moi", "utf-8")
    with pytest.raises(BriefingError, match=r"b\.json: this file is no earlier export and was left alone"):
        write_files(tmp_path, iter([("b.json", "3")]))
    assert (tmp_path / "b.json").read_text("utf-8") == "à moi"


@pytest.mark.parametrize("name", ["../mien.md", "{mine}", "docs/../../mien.md", "lien/mien.md"])
def test_a_list_from_elsewhere_takes_no_file_outside(tmp_path: Path, name: str) -> None:
    """Of a folder that a stranger sent: what it says an export wrote is neither removed nor written over."""
    folder, mine = tmp_path / "export", tmp_path / "mien.md"
    mine.write_text("à moi", "utf-8")
    (folder / ".briefing").mkdir(parents=True)
    (folder / "lien").symlink_to("..")
    (folder / CONFIG).write_text(SIGNED, "utf-8")  # as an export would have left it
    (folder / ".briefing/export").write_text(name.format(mine=mine) + "\n", "utf-8")

    write_files(folder, iter([("a.md", "1")]), whole=True)
    with pytest.raises(BriefingError, match="leads out of the folder by a link"):
        write_files(folder, iter([("lien/mien.md", "1")]))
    assert mine.read_text("utf-8") == "à moi"


def test_a_full_disk_leaves_the_last_export(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The new one is whole before the old one goes, and nothing half written stays."""
    write_files(tmp_path, iter([("a.json", "1")]))

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(BriefingError, match="No space left on device"):
        write_files(tmp_path, iter([("a.json", "2" * 5000)]))
    assert (tmp_path / "a.json").read_text("utf-8") == "1"
    assert sorted(path.name for path in tmp_path.iterdir()) == [".briefing", "a.json"]


def test_a_dash_is_standard_output(project: Path) -> None:
    """As for `add`; no file of that name is made."""
    said = run("export", "-C", project, "-o", "-")
    assert said.exit_code == 0
    assert said.output == run("export", "-C", project).output
    assert not Path("-").exists()

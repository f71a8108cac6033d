"""`briefing check`: each mistake with its file, its line, what to do and the nearest match, all of them together."""

from __future__ import annotations

import json
from os import mkfifo
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from briefing.check import sentences
from briefing.check.project import check
from briefing.check.report import SUBJECTS, as_github, as_json, as_sarif, as_text, subject
from briefing.check.settings import Settings
from briefing.problems import Problem, Severity, Where
from briefing.project import refresh
from command import run, write
from sample import EVACUATED, HELD

ROOT = Path(__file__).parents[1]
CASES = yaml.safe_load((Path(__file__).parent / "mistakes" / "project.yaml").read_text("utf-8"))
ARTICLE = """---
title: Le vote
published: 2024-05-04
url: https://journal.example/vote
---

Selon le maire, 120 habitants ont voté dimanche. La salle ferme à midi. La salle ferme à midi.
"""
CLAIM = """article: vote
claims:
- id: c-1
  evidence: {exact: "Selon le maire, 120 habitants ont voté dimanche."}
  modality: alleged
"""
MKDOCS = "site_name: Vote\ntheme: {name: material, language: fr}\nplugins: [search, briefing]\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project without a mistake: one article, one claim written by hand, one page that cites it."""
    for name, text in {
        "corpus/vote.md": ARTICLE,
        "claims/vote.yaml": CLAIM,
        "docs/index.md": "# Le point\n\nUn vote a eu lieu [@c-1], voir [l’article](articles/vote.md#c-1).\n",
        "mkdocs.yml": MKDOCS,
    }.items():
        write(tmp_path, name, text)
    return tmp_path


def _add(root: Path, name: str, text: str) -> None:
    before = (root / name).read_text("utf-8") if (root / name).exists() else ""
    write(root, name, before + text)


def _said(root: Path) -> list[str]:
    return as_text(check(root).problems).splitlines()


def test_a_good_project_has_no_problem(project: Path) -> None:
    """Nothing is said, nothing is written."""
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file() and ".cache" not in path.parts}

    assert _said(project) == []
    assert {
        path: path.read_bytes() for path in project.rglob("*") if path.is_file() and ".cache" not in path.parts
    } == before


@pytest.mark.parametrize("case", [case for case in CASES if "said" in case])
def test_a_mistake_is_found(project: Path, case: dict[str, str]) -> None:
    """With its file and line, what to do, and the nearest match."""
    _add(project, case["file"], case["added"])

    assert any(said.startswith(case["said"]) for said in _said(project)), _said(project)


@pytest.mark.parametrize("case", [case for case in CASES if ": warning:" not in case.get("said", ": warning:")])
def test_what_is_an_error_is_not_published(project: Path, case: dict[str, str]) -> None:
    """What a check calls an error ends a build."""
    _add(project, case["file"], case["added"])

    assert run("build", "-C", project).exit_code == 1
    assert not (project / "site/index.html").exists()


def _odd(page: Path, kind: str) -> None:
    match kind:
        case "link":
            page.symlink_to(__file__)
        case "pipe":
            mkfifo(page)
        case "latin":
            page.write_bytes("été".encode("latin-1"))


@pytest.mark.parametrize(
    ("page", "kind", "why"),
    [
        ("a.md", "link", "this is a link to a place outside the project; put a copy of the file here"),
        ("a.png", "link", "this is a link to a place outside the project; put a copy of the file here"),
        ("a.md", "pipe", "this is no ordinary file; remove it or give it another name"),
        ("a.md", "latin", "the file is not in UTF-8 here; save it as UTF-8"),
    ],
)
def test_a_file_of_the_docs_folder_that_no_site_may_show(project: Path, page: str, kind: str, why: str) -> None:
    """What lies outside the project is not published, and what has no end or is no text is not read."""
    _odd(project / "docs" / page, kind)
    (said,) = _said(project)

    assert said.endswith(f": {why}")
    for command in (["build"], ["export", "--format", "markdown", "-o", str(project / "copie")]):
        done = run(*command, "-C", project)
        assert (done.exit_code, said in done.output) == (1, True), done.output


def test_a_picture_from_elsewhere_in_the_project(project: Path) -> None:
    """Only what leads out of the project is refused."""
    write(project, "images/plan.png", "PNG")
    (project / "docs/plan.png").symlink_to("../images/plan.png")

    assert _said(project) == []
    assert run("build", "-C", project).exit_code == 0
    assert (project / "site/plan.png").is_file()


@pytest.mark.parametrize("case", [case for case in CASES if "said" not in case])
def test_what_is_right_is_left_alone(project: Path, case: dict[str, str]) -> None:
    """Nothing is said of what only looks like a mistake."""
    _add(project, case["file"], case["added"])

    assert _said(project) == []


@pytest.mark.parametrize(
    ("key", "message"),
    [
        (
            "language: klingon",
            "corpus/vote.md: language: there are no rules for “klingon”; install its pack or correct",
        ),
        (
            "retrieved: 2024-05-03",
            "corpus/vote.md:3: warning: published: 2024-05-04 is later than retrieved: 2024-05-03",
        ),
        ("retrieved: 2023", "corpus/vote.md:3: warning: published: 2024-05-04 is later than retrieved: 2023; correct"),
        ("retrieved: 2024-05", ""),
        ("retrieved: 2024-05-04", ""),
        ("retrieved: 2024-24", ""),
    ],
)
def test_what_an_article_says_of_itself(project: Path, key: str, message: str) -> None:
    """A language without rules, which no extraction could read; an article retrieved before it was published."""
    write(project, "corpus/vote.md", ARTICLE.replace("url:", f"{key}\nurl:"))
    said = _said(project)

    assert [line.startswith(message) for line in said] == [True] if message else said == []


@pytest.mark.parametrize("citation", ["[@c-1", "[@]", "[@ ; ]", "[@c-1 et [ceci](index.md)", "[@c-1;\n@c-1]"])
def test_an_unfinished_citation_is_noticed(project: Path, citation: str) -> None:
    """Not closed, or empty: it would be read as it stands."""
    write(project, "docs/a.md", f"Un\nfait {citation}\n\n`[@c-1`\n")
    said = _said(project)

    assert [line.startswith("docs/a.md:2: warning: “[@") for line in said] == [True], said


@pytest.mark.parametrize(
    ("page", "uncited"),
    [
        ("Un vote a eu lieu [@c-1]. Le maire a perdu la mairie.", ["Le maire a perdu la mairie."]),
        ("Un vote a eu lieu. [@c-1] Le maire a perdu\nla mairie.", ["Le maire a perdu la mairie."]),
        ("Le maire « a voté hier. » Un vote a eu lieu [@c-1].", ["Le maire « a voté hier. »"]),
        ("- Un vote a eu lieu [@c-1].\n- Le maire a tout perdu.", ["- Le maire a tout perdu."]),
        ("Selon M. Petit, qui était présent, un vote a eu lieu [@c-1].", []),
        ("Un vote a eu lieu [@c-1]. Que fera donc le maire ? À suivre.", []),
        ("Un vote a eu lieu, [dit-on](https://exemple.fr/a). Il a réuni peu de gens [@c-1].", []),
        (
            "# Le vote a eu lieu hier.\n\n<!-- Rien ne le dit ici. -->\n\n    Le code ne dit rien.\n\nUn vote [@c-1].",
            [],
        ),
        ("Cette page ne cite rien du tout. Elle explique la méthode.", []),
    ],
)
def test_a_sentence_that_states_and_cites_nothing_is_noticed(project: Path, page: str, uncited: list[str]) -> None:
    """On a page that cites; a question, a heading, code and a linked sentence state nothing of their own."""
    write(project, "docs/a.md", f"---\ntitle: Un titre sans rien citer.\n---\n\n{page}\n")
    message = "cites nothing; add the claim it rests on, as [@c-8f3a1c2e]"

    assert [line.split("note: ")[1] for line in _said(project)] == [f"“{words}” {message}" for words in uncited]


@pytest.mark.parametrize(
    ("sentence", "misquoted"),
    [
        ("La préfecture dit que « 1 200 habitants ont été évacués » {a}.", []),
        ("« 1 200 Habitants », dit-elle {a} ; « La digue a tenu » {b}.", []),
        ("« 1 300 habitants ont été évacués » {a}.", ["1 300 habitants ont été évacués"]),
        ("« La digue a tenu ! » {a}. La digue « a tenu » {b}.", ["La digue a tenu !"]),
        ("« Rien de tel », sans renvoi. Un lien [« ailleurs »](a.md).", []),
    ],
)
def test_what_is_quoted_stands_in_a_passage_that_the_sentence_cites(sentence: str, misquoted: list[str]) -> None:
    """Spaces, apostrophes and capitals aside; a sentence that cites nothing is another matter."""
    claims = {claim.id: claim for claim in (EVACUATED, HELD)}
    text = "# Titre\n\n" + sentence.format(a=f"[@{EVACUATED.id}]", b=f"[@{HELD.id}]") + "\n"
    found = [problem.message for problem in sentences.misquoted(text, "docs/index.md", claims)]
    assert found == [
        f"“{words}” stands in no passage that this sentence cites; quote it word for word" for words in misquoted
    ]


def test_the_home_page_states_nothing_without_a_claim(project: Path) -> None:
    """Even where it cites nothing at all."""
    write(project, "docs/index.md", "# Le vote\n\nUn vote a eu lieu hier.\n")

    assert [line.partition(": “")[0] for line in _said(project)] == ["docs/index.md:3: note"]


def test_the_cause_is_said_where_a_claim_is_cited(project: Path) -> None:
    """An article that is gone, words that left their article; what a person rejected stays rejected."""
    _add(project, "claims/vote.yaml", CLAIM.partition("claims:\n")[2].replace("c-1", "c-2") + "  status: rejected\n")
    write(project, "docs/a.md", "[@c-2]\n\n[x](articles/vote.md#c-1)\n")
    (project / "corpus/vote.md").rename(project / "vote.md")
    why = "whose article “vote” is gone; claims/vote.yaml still names the claim"
    said = _said(project)

    assert f"docs/index.md:3: cites c-1, {why}" in said
    assert "docs/a.md:1: cites c-2, which a person rejected; cite another claim, or remove the citation" in said
    write(project, "corpus/vote.md", ARTICLE.replace("120", "130"))
    write(project, "claims/vote.yaml", CLAIM.replace("article: vote", f"article: vote\ntext_sha256: {'0' * 64}"))
    why = "which is not published for what is wrong in claims/vote.yaml; mend that first"
    assert f"docs/index.md:3: cites c-1, {why}" in _said(project)


@pytest.mark.parametrize(
    ("name", "text", "mistakes"),
    [
        ("claims/vote.yaml", "  staus: draft\n", 1),
        ("claims/vote.yaml", "  staus: draft\n  nots: a\n  becauze: b\n", 3),
        ("claims/vote.yaml", "  status: [\n", 1),
        ("claims/vote.yaml", "<<<<<<< HEAD\n", 1),
        ("claims/vote.yaml", "  quotes:\n  - {exact: jamais dit, speaker: le maire}\n", 1),
        ("corpus/vote.md", "un \x00 nul", 1),
    ],
)
def test_a_file_that_cannot_be_read_is_said_once(project: Path, name: str, text: str, mistakes: int) -> None:
    """Not again where one of its claims is cited, linked or linked to."""
    write(project, "docs/a.md", "Encore [@c-1]. [Là](articles/vote.md#c-1).\n")
    link = "links:\n- {claims: [c-1, c-9], kind: update, decision: rejected, who: Ada, when: 2026-11-21}\n"
    write(project, "claims/links.yaml", link)
    _add(project, name, text)
    *of_file, of_link = sorted(_said(project), key=lambda line: "links.yaml" in line)

    assert of_link == "claims/links.yaml:2: links c-9, which no article has; correct the id, or remove the entry"
    assert [line.partition(":")[0] for line in of_file] == [name] * mistakes


def test_every_mistake_of_a_claim_file_is_said_at_once(project: Path) -> None:
    """How one claim is written hides neither an id that stands twice nor words that nobody said, a row's neither."""
    rows = [
        "{id: c-2, modality: sûr, evidence: {exact: La salle}}",
        "{id: c-3, modality: asserted, evidence: {exact: jamais dit}, dates: [{exact: jamais}]}",
        "{id: c-3, modality: asserted, evidence: {exact: jamais dit non plus}}",
        "{id: c-4, modality: asserted, evidence: {exact: dimanche}, dates: [{exact: dimanche, value: 2024-13-45}]}",
        "{id: c-5, modality: asserted, evidence: {exact: le maire}, entities: [{exact: maire, entity: personne}]}",
        "{id: c 6, modality: asserted, evidence: {exact: maire}}",
    ]
    _add(project, "claims/vote.yaml", "".join(f"- {row}\n" for row in rows))
    said = [line.partition(": ") for line in _said(project) if line.startswith("claims/")]
    assert [(place.rpartition(":")[2], what.partition(";")[0]) for place, _, what in said] == [
        ("6", "c-2: “La salle” stands 2 times in the article"),
        ("6", "modality: “sûr” is none of asserted, alleged, possible, predicted, denied, opinion, question"),
        ("7", "c-3: “jamais dit” is not in the article word for word"),
        ("7", "c-3: “jamais” is not in the article word for word"),
        ("8", "c-3: “jamais dit non plus” is not in the article word for word"),
        ("8", "claim c-3 stands here twice (first in line 7)"),
        ("9", "c-4: value: “2024-13-45” is no date"),
        ("10", "warning: c-5: nobody knows the entity “personne”"),
        ("11", "id: “c 6” cannot be cited"),
    ]
    assert [line for line in _said(project) if "c-1" in line and "claims/" in line.partition(" ")[0]] == []


def test_a_claim_file_that_cannot_be_opened_is_said_once(project: Path) -> None:
    """The ids that the rules gave are known without it."""
    (project / "claims/vote.yaml").unlink()
    (claim, *_) = refresh(project).dossier.claims
    write(project, "docs/index.md", f"Un vote a eu lieu [@{claim}].\n")
    outside = (project / "claims/vote.yaml").rename(project.parent / "vote.yaml")
    (project / "claims/vote.yaml").symlink_to(outside)
    (said,) = _said(project)

    assert said.startswith("claims/vote.yaml: this is a link to a place outside the project")


@pytest.mark.parametrize("broken", ["entities: [\n", "entities:\n- id: maire\n  nom: le maire\n"])
def test_an_extraction_without_its_entities_changes_nothing(project: Path, broken: str) -> None:
    """Every claim would lose the names that a person listed, until the list can be read again."""
    write(project, "corpus/entities.yaml", "entities:\n- id: maire\n  name: le maire\n  type: person\n")
    (project / "claims/vote.yaml").unlink()
    refresh(project)
    before = (project / "claims/vote.yaml").read_bytes()
    assert b"entity: maire" in before

    write(project, "corpus/entities.yaml", broken)
    assert {problem.where.path for problem in refresh(project).problems} == {"corpus/entities.yaml"}
    assert (project / "claims/vote.yaml").read_bytes() == before


def test_a_draft_of_the_same_words_is_noticed(project: Path) -> None:
    """Both would be published, until a person decides."""
    _add(project, "claims/vote.yaml", CLAIM.partition("claims:\n")[2].replace("c-1", "c-2"))

    assert _said(project) == [
        "claims/vote.yaml:6: warning: c-2 repeats the passage of c-1; run briefing extract; if both stay, reject one"
    ]


def test_excluded_pages_are_not_checked(project: Path) -> None:
    """`exclude_docs` has the patterns of .gitignore, as for MkDocs."""
    write(project, "docs/notes/essai.md", "[@c-9]\n")
    assert len(_said(project)) == 1
    _add(project, "mkdocs.yml", "exclude_docs: |\n  notes/\n  !garde.md\n")

    assert _said(project) == []
    assert Settings(excluded=("notes/", "!notes/a.md")).is_excluded("notes/b.md")


def test_a_rejected_claim_is_not_cited(project: Path) -> None:
    """The message says that a person rejected it."""
    _add(project, "claims/vote.yaml", "  status: rejected\n")

    assert "docs/index.md:3: cites c-1, which a person rejected; cite another claim, or remove the citation" in _said(
        project
    )


def test_the_build_says_the_same_of_citations(project: Path) -> None:
    """One code, two ways to reach it."""
    write(project, "docs/a.md", "x\n\n[@c-2; @c-3]\n")
    built = run("build", "-C", project, "--quiet").output

    assert [said for said in _said(project) if "cites" in said] == [
        said for said in built.split("\n") if "cites" in said
    ]


def test_one_id_in_two_files(project: Path) -> None:
    """A citation could mean either."""
    write(project, "corpus/bis.md", "---\ntitle: Bis\npublished: 2025\n---\n\nLa salle ferme.\n")
    write(
        project,
        "claims/bis.yaml",
        "article: bis\nclaims:\n- id: c-1\n  evidence: {exact: La salle ferme.}\n  modality: asserted\n",
    )

    said = "claims/bis.yaml:3: the id c-1 is taken by claims/vote.yaml:3; give this claim another"
    assert _said(project) == [said]
    assert said in run("build", "-C", project).output


@pytest.mark.parametrize(
    ("front", "what"), [("title: A\nurl: https://journal.example/vote", "address"), ("title: B", "text")]
)
def test_one_article_twice(project: Path, front: str, what: str) -> None:
    """The same address or the same words; which of them to keep is for a person to say."""
    body = "Autre." if what == "address" else ARTICLE.partition("---\n\n")[2]
    write(project, "corpus/wote.md", f"---\n{front}\n---\n\n{body}\n")

    assert f"corpus/wote.md: warning: corpus/vote.md has the same {what}; keep one of them" in _said(project)


def test_a_changed_article_and_a_missing_file_are_noticed(project: Path) -> None:
    """The hash in the claim file is that of another text; a file written by hand may have none."""
    write(project, "claims/vote.yaml", CLAIM.replace("claims:", f"text_sha256: {'0' * 64}\nclaims:"))
    write(project, "corpus/bis.md", "---\ntitle: Bis\n---\n\nLa salle ferme.\n")

    assert _said(project) == [
        "claims/vote.yaml:2: warning: the article's text changed after its claims were extracted; run briefing extract",
        "corpus/bis.md: warning: no claims have been extracted from it yet; run briefing extract",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("site_name: [", "mkdocs.yml:1: this is not valid YAML"),
        ("plugins: [search]\n", "mkdocs.yml:1: warning: plugins: the plugin briefing is missing; add it"),
        ("x: 1\nplugins:\n- brifing\n", "mkdocs.yml:3: warning: plugins: “brifing” is not ours; write briefing"),
        ("plugins: {briefing: {locked: true}}\n", ""),
        ("plugins:\n- search\n- briefing:\n    locked: true\n", ""),
    ],
)  # fmt: skip
def test_the_sites_settings(project: Path, text: str, message: str) -> None:
    """Read without MkDocs, which would say nothing of a missing plugin."""
    write(project, "mkdocs.yml", text)
    said = [line for line in _said(project) if line.startswith("mkdocs.yml")]

    assert [line.startswith(message) for line in said] == [True] if message else said == []


def test_everything_is_said_at_once_and_in_order(project: Path) -> None:
    """A broken article hides neither the broken claims nor the broken page; the command fails."""
    write(project, "corpus/a.md", "---\ntitle: A\npublished: hier\nrights: libre\n---\n\nTexte.\n")
    _add(project, "claims/vote.yaml", "  staus: draft\n")
    write(project, "docs/z.md", "[@c-2]\n")
    said = run("check", "-C", project)

    assert said.exit_code == 1
    assert [line.split(": ")[0] for line in said.output.splitlines()[:-1]] == [
        "claims/vote.yaml:6", "corpus/a.md:3", "corpus/a.md:4", "docs/z.md:1",
    ]  # fmt: skip
    assert said.output.splitlines()[-1] == "1 article, 0 claims, 4 errors, 0 warnings"


def test_warnings_fail_only_when_asked(project: Path) -> None:
    """As for a build."""
    write(project, "corpus/note.txt", "x")

    assert run("check", "-C", project).exit_code == 0
    assert run("check", "-C", project, "--strict").exit_code == 1
    assert run("check", "-C", project, "--quiet").output == ""
    assert "note.txt" in run("check", "-C", project, "--quiet", "--strict").output


PROBLEMS = (
    Problem(Where("claims/links.yaml"), "x"),
    Problem(Where("corpus/entities.yaml", 2), "note", Severity.NOTE),
    Problem(Where("corpus/un,deux: 100 %.md", 3), "a: 5 %\n, c", Severity.WARNING),
    Problem(Where("docs/caf\udce9.md", 1), "\x1b[2J"),
)


def test_lines_for_people() -> None:
    """One line each, whatever a file is called or holds: a terminal is not repainted, nothing crashes."""
    assert as_text(PROBLEMS).splitlines() == [
        "claims/links.yaml: x",
        "corpus/entities.yaml:2: note: note",
        "corpus/un,deux: 100 %.md:3: warning: a: 5 %\\n, c",
        "docs/caf\\udce9.md:1: \\x1b[2J",
    ]


def test_annotations_for_github() -> None:
    """Workflow commands, in which %, line ends, and in properties : and , are escaped."""
    assert as_github(PROBLEMS, "dossier/").splitlines() == [
        "::error file=dossier/claims/links.yaml,title=Briefing%3A links::x",
        "::notice file=dossier/corpus/entities.yaml,line=2,title=Briefing%3A entities::note",
        "::warning file=dossier/corpus/un%2Cdeux%3A 100 %25.md,line=3,title=Briefing%3A corpus::a: 5 %25%0A, c",
        "::error file=dossier/docs/caf\\udce9.md,line=1,title=Briefing%3A pages::\\x1b[2J",
    ]


def test_json_has_its_published_shape() -> None:
    """`schemas/check.json` describes it."""
    schema = json.loads((ROOT / "src/briefing/schemas/check.json").read_text("utf-8"))
    document = json.loads(as_json(PROBLEMS))

    Draft202012Validator(schema).validate(document)
    assert document["counts"] == {"error": 2, "warning": 1, "note": 1}
    assert document["problems"][0] == {
        "path": "claims/links.yaml", "line": None, "severity": "error", "subject": "links", "message": "x",
    }  # fmt: skip
    assert schema["properties"]["problems"]["items"]["properties"]["subject"]["enum"] == list(SUBJECTS)


def _only(required: dict[str, object], **optional: object) -> dict[str, object]:
    properties = {**required, **optional}
    return {"type": "object", "required": [*required], "properties": properties, "additionalProperties": False}


TEXT = {"type": "string", "minLength": 1}
PLACE = _only(
    {
        "physicalLocation": _only(
            {
                "artifactLocation": _only(
                    {"uri": {"type": "string", "pattern": r"^[A-Za-z0-9._~%/-]+$"}}, uriBaseId=TEXT
                ),
                "region": _only({"startLine": {"type": "integer", "minimum": 1}}),
            }
        )
    }
)
RESULT = _only(
    {
        "ruleId": {"enum": list(SUBJECTS)},
        "message": _only({"text": TEXT}),
        "locations": {"type": "array", "items": PLACE, "minItems": 1},
    },
    ruleIndex={"type": "integer", "minimum": 0},
    level={"enum": ["none", "note", "warning", "error"]},
)
RULE = _only({"id": TEXT}, shortDescription=_only({"text": TEXT}))
DRIVER = _only({"name": TEXT}, semanticVersion=TEXT, rules={"type": "array", "items": RULE, "uniqueItems": True})
RUN = _only(
    {"tool": _only({"driver": DRIVER}), "results": {"type": "array", "items": RESULT}},
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
)
SARIF = _only(
    {"version": {"const": "2.1.0"}, "runs": {"type": "array", "items": RUN, "minItems": 1}},
    **{"$schema": {"type": "string", "pattern": r"sarif-schema-2\.1\.0\.json$"}},
)
"""What SARIF 2.1.0 (OASIS) and GitHub's code scanning require of the properties that we write, and no others."""


@pytest.mark.parametrize("problems", [PROBLEMS, ()])
def test_sarif_is_valid(problems: tuple[Problem, ...]) -> None:
    """The properties of the standard; each result's index leads to its rule; addresses are URIs."""
    log = json.loads(as_sarif(problems, "dossier/"))
    run = log["runs"][0]

    Draft202012Validator(SARIF).validate(log)
    assert all(run["tool"]["driver"]["rules"][r["ruleIndex"]]["id"] == r["ruleId"] for r in run["results"])
    assert [r["level"] for r in run["results"]] == [p.severity.value for p in problems]
    if problems:
        place = run["results"][2]["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "dossier/corpus/un%2Cdeux%3A%20100%20%25.md"
        assert place["region"] == {"startLine": 3}


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_every_format_from_the_command(project: Path, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    """The same bytes twice, no absolute path, and paths for GitHub and SARIF count from where one stands."""
    write(project, "docs/a.md", "[@c-2]\n")
    monkeypatch.chdir(project.parent)
    first, second = (run("check", "-C", project.name, "--format", form) for _ in range(2))

    assert first.exit_code == 1
    assert first.output == second.output
    assert str(project.parent) not in first.output
    assert f"{project.name}/docs/a.md" in first.output or form in {"text", "json"}


def test_a_wrong_format_is_a_wrong_call(project: Path) -> None:
    """Click's own answer."""
    assert run("check", "-C", project, "--format", "xml").exit_code == 2


@given(st.text(), st.text(), st.integers(0, 9), st.sampled_from(list(Severity)))
def test_any_problem_can_be_reported(path: str, message: str, line: int, severity: Severity) -> None:
    """In each format, on one line where lines count."""
    problems = [Problem(Where(path, line), message, severity)]

    assert subject(path) in SUBJECTS
    assert len(as_text(problems).splitlines()) == len(as_github(problems).splitlines()) == 1
    assert json.loads(as_json(problems))["problems"][0]["line"] == (line or None)
    assert json.loads(as_sarif(problems).encode())["runs"][0]["results"]

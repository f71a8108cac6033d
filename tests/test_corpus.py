"""Reading a corpus: what is accepted, and what a mistake is answered with."""

from __future__ import annotations

import os
from pathlib import Path

import frontmatter
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from briefing.corpus.entities import load_entities
from briefing.corpus.loader import load_corpus
from briefing.corpus.text import fold
from briefing.model.entity import Register
from command import write

CASES = yaml.safe_load((Path(__file__).parent / "mistakes" / "articles.yaml").read_text("utf-8"))
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


@pytest.mark.parametrize(
    ("written", "author"),
    [
        ("Anne Roy", "Anne Roy"),
        ("[Anne Roy, Jean Petit]", "Anne Roy; Jean Petit"),
        ("\n- Roy, Anne\n- AFP", "Roy, Anne; AFP"),
        ("[]", None),
    ],
)
def test_an_article_has_one_author_or_a_list(tmp_path: Path, written: str, author: str | None) -> None:
    """Several are parted by semicolons, as references are."""
    articles, problems = load_corpus(_corpus(tmp_path, un=f"---\nauthor: {written}\n---\n\nLe texte.\n"))

    assert problems == []
    assert articles[0].meta.author == author


def test_an_author_is_a_name(tmp_path: Path) -> None:
    """A mapping is none."""
    said = _said(_corpus(tmp_path, un="---\nauthor: [{name: Anne}]\n---\n\nLe texte.\n"))

    assert said == ["corpus/un.md:2: author: write one name or a list of names"]


def test_a_missing_corpus_is_named(tmp_path: Path) -> None:
    """The message says what to make."""
    assert _said(tmp_path) == ["corpus: there is no corpus folder; make one and put articles in it as corpus/<id>.md"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        *((case["file"], case["said"]) for case in CASES),
        (b"---\ntitle: T\n---\nLe caf\xe9.\n", "4: the file is not in UTF-8 here; save it as UTF-8"),
        (
            f"---\ntitle: T\n---\n\n{'mot ' * 300_000}",
            "5: the text has 1,199,999 characters, more than an article (1,0",
        ),
        ("---\ntitle: " + "[" * 99 + "]" * 99 + "\n---\nT.", " values are nested more than 60 deep"),
        ("---\n" + "- " * 9999 + "x\n---\nT.", " values are nested more than 60 deep"),
    ],
)
def test_a_mistake_is_answered_with_file_and_line(tmp_path: Path, content: str | bytes, message: str) -> None:
    """And the other articles are read all the same."""
    root = _corpus(tmp_path, x=content, bon=GOOD)

    assert [said for said in _said(root) if said.startswith(f"corpus/x.md:{message}")]
    assert "bon" in [article.id for article in load_corpus(root)[0]]


@pytest.mark.parametrize(
    ("front", "title"),
    [
        ("title: no", "no"),
        ("title: 12:30:45", "12:30:45"),
        ("title: 007", "007"),
        ("title: 1_000", "1_000"),
        ("title: 2024-02-30", "2024-02-30"),
        ("title: null", None),
        ('title: "\\u200b\\u2060"', None),
        ("title:", None),
        ("title: 'Rapport #2'", "Rapport #2"),
        ("title: Rapport  # le second", "Rapport"),
        ("title: T\nid: x", "T"),
        ("title: T\nstatus: publié\ntemplate: a.html", "T"),
    ],
)
def test_values_are_what_is_written(tmp_path: Path, front: str, title: str | None) -> None:
    """No word becomes a boolean, a number or a date; other programs' keys are left alone."""
    articles, problems = load_corpus(_corpus(tmp_path, x=f"---\n{front}\n---\nTexte."))

    assert problems == []
    assert articles[0].meta.title == title


def test_every_mistake_of_an_article_is_said(tmp_path: Path) -> None:
    """Not only the first."""
    root = _corpus(tmp_path, x="---\npublished: hier\ntitle: A\nrights: libre\ntitle: B\n---\n")

    assert [said.partition(": ")[0] for said in sorted(_said(root))] == [f"corpus/x.md:{n}" for n in (2, 4, 5, 7)]


def test_links_are_not_followed_out_of_the_project(tmp_path: Path) -> None:
    """A link inside it is as good as the file."""
    (tmp_path / "projet").mkdir()
    root = _corpus(tmp_path / "projet", bon=GOOD)
    (tmp_path / "secret.md").write_text(GOOD, "utf-8")
    (root / "corpus" / "dehors.md").symlink_to(tmp_path / "secret.md")
    (root / "corpus" / "nulle-part.md").symlink_to("rien.md")
    (root / "corpus" / "lien.md").symlink_to("bon.md")
    (root / "corpus" / "boucle").symlink_to(".")
    articles, problems = load_corpus(root)

    assert [article.id for article in articles] == ["bon", "lien"]
    assert [str(problem) for problem in problems] == [
        "corpus/dehors.md: this is a link to a place outside the project; put a copy of the file here",
        "corpus/nulle-part.md: this is a link to a file that is not there; put the file itself here",
    ]


def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    """A folder, and a pipe from which reading would never end."""
    _corpus(tmp_path)
    (tmp_path / "corpus" / "dossier.md").mkdir()
    os.mkfifo(tmp_path / "corpus" / "tube.md")

    assert [said.partition(";")[0] for said in _said(tmp_path)] == [
        "corpus/dossier.md: this is no ordinary file", "corpus/tube.md: this is no ordinary file",
    ]  # fmt: skip


def test_two_articles_with_one_id(tmp_path: Path) -> None:
    """The first stands, the second is named."""
    root = _corpus(tmp_path, un=GOOD)
    write(root, "corpus/plus/un.md", GOOD)

    assert _said(root) == ["corpus/un.md: corpus/plus/un.md has the same id “un”; rename one of them"]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("L’Été.md", "use only a-z, 0-9 and single hyphens, as in lete.md"),
        ("a\nb.md", "use only a-z, 0-9 and single hyphens, as in a-b.md"),
        ("a" * 247 + ".md", "use at most 200 characters, as in " + "a" * 200 + ".md"),
        ("links.md", "that name is taken by the site, by a file of ours or by Windows; choose another"),
        ("index.md", "that name is taken"),
        ("con.md", "that name is taken"),
        ("lpt1.md", "that name is taken"),
    ],
)
def test_a_name_that_is_no_id(tmp_path: Path, name: str, message: str) -> None:
    """Ids become addresses, anchors and the names of claim files."""
    _corpus(tmp_path)
    (tmp_path / "corpus" / name).write_text(GOOD, "utf-8")

    assert len(_said(tmp_path)) == 1
    assert message in _said(tmp_path)[0]


def test_a_name_that_is_no_text_can_be_said(tmp_path: Path) -> None:
    """Whatever bytes a disk holds, the message can be printed."""
    _corpus(tmp_path)
    Path(os.fsdecode(os.fsencode(tmp_path / "corpus") + b"/caf\xe9.md")).write_text(GOOD, "utf-8")

    assert _said(tmp_path)[0].encode("utf-8").startswith(b"corpus/caf\\udce9.md: the file's name is the article's id")


def test_articles_stand_in_order_of_publication(tmp_path: Path) -> None:
    """Those of unknown date come last."""
    _corpus(tmp_path, c="---\ntitle: T\n---\nSans date.", b=GOOD, a=GOOD.replace("2024-10-25", "2024-11"))

    assert [article.id for article in load_corpus(tmp_path)[0]] == ["b", "a", "c"]


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


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("{id: a b, name: A, type: person}", "1: id: “a b” makes no address; use only a-z, 0-9 and single hyphens"),
        ("{id: index, name: A, type: person}", "1: id: “index” makes no address; that name is taken"),
        ("{id: con, name: A, type: person}", "1: id: “con” makes no address; that name is taken"),
        (f"{{id: {'a' * 201}, name: A, type: person}}", f"1: id: “{'a' * 60}” makes no address; use at most 200"),
        ("{id: a, name: A, type: person, aliases: B}", "1: aliases: must be a list; begin each of its lines with “- ”"),
        ("{id: a, name: A, type: person, wikidata: x7}", "1: wikidata: “x7” is no Wikidata id; write Q and digits"),
        ("{id: abc, name: A, type: person, not_same_as: [abd]}", "1: not_same_as: there is no entity “abd” in this"),
        ("{id: a, name: A, type: person, aliases: [B, '']}", "1: aliases: an empty one; write a name or remove it"),
        ("{id: a, name: A, type: person, not_same_as: [a]}", "1: not_same_as: a is itself; name another entity"),
        ("{id: a, name: A, type: person, affiliation: a}", "1: affiliation: this leads from a back to it; correct it"),
        ("{id: a, name: A, type: place, stands_for: a}", "1: stands_for: this leads from a back to it; correct it"),
        ("{id: a, name: A, type: [person]}", "1: type: must be one of person, organisation, place, event, work"),
        ("{id: a, name: ' ', type: person}", "1: name: an empty one; write a name or remove it"),
        ("{id: a, name: A, type: person, roles: ['']}", "1: roles: an empty one; write a name or remove it"),
        ("{id: a, name: 2024, type: person}", "1: name: must be text; put it in quotes, not “2024”"),
    ],
)  # fmt: skip
def test_an_odd_entity(tmp_path: Path, entry: str, message: str) -> None:
    """What to write instead."""
    _corpus(tmp_path)
    (tmp_path / "corpus" / "entities.yaml").write_text(f"entities: [{entry}]\n", "utf-8")

    assert str(load_entities(tmp_path)[1][0]).startswith(f"corpus/entities.yaml:{message}")


@pytest.mark.parametrize(
    ("ignore", "message"),
    [
        ('[" "]', "3: ignore: an empty name; write a name or remove the line"),
        ("[K]", "3: ignore: “K” names the entity a; remove it here or there"),
        ("[Grand Soir, Grand Soir]", "3: ignore: “Grand Soir” stands here twice; remove one"),
        ("Grand Soir", "3: ignore: must be a list; begin each of its lines with “- ”, not “Grand Soir”"),
    ],
)
def test_an_odd_name_to_ignore(tmp_path: Path, ignore: str, message: str) -> None:
    """What is no entity here is a list of names, each once, none of them an entity's."""
    _corpus(tmp_path)
    text = f"entities:\n- {{id: a, name: A, type: person, aliases: [K]}}\nignore: {ignore}\n"
    (tmp_path / "corpus" / "entities.yaml").write_text(text, "utf-8")

    assert [str(p) for p in load_entities(tmp_path)[1]] == [f"corpus/entities.yaml:{message}"]


def test_names_to_ignore_stand_alone(tmp_path: Path) -> None:
    """A project may list what is no entity before it lists any."""
    _corpus(tmp_path)
    (tmp_path / "corpus" / "entities.yaml").write_text("ignore: [Grand Soir]\n", "utf-8")

    assert load_entities(tmp_path) == (Register(ignored=("Grand Soir",)), [])


def test_what_entities_belong_to_is_no_circle(tmp_path: Path) -> None:
    """Each of a circle is told; who merely leads to it is not, nor is one chain for two."""
    rows = {"a": "b", "b": "c", "c": "a", "d": "a", "e": "f", "g": "f", "f": "h", "h": ""}
    lines = (f"- {{id: {one}, name: {one * 3}, type: person, affiliation: {two}}}\n" for one, two in rows.items())
    _corpus(tmp_path)
    (tmp_path / "corpus" / "entities.yaml").write_text("entities:\n" + "".join(lines), "utf-8")
    said = [str(problem).split(";")[0] for problem in load_entities(tmp_path)[1]]
    assert said == [
        f"corpus/entities.yaml:{line}: affiliation: this leads from {one} back to it"
        for line, one in enumerate("abc", 2)
    ]


@pytest.mark.parametrize(
    ("address", "wrong"),
    [
        ("https://journal.example/@auteur/a", ""),
        ("https://journal.example:8443/a?q=a@b", ""),
        ("https://zoe:secret@journal.example/a", "holds a name or password, which would be published"),
        ("https://zoe@journal.example", "holds a name or password, which would be published"),
        ("http://[journal.example", "is no address"),
        ("file:///etc/passwd", "begins with http:// or https://"),
        ("javascript:alert(1)", "begins with http:// or https://"),
        ("data:text/html,a", "begins with http:// or https://"),
    ],
)
@pytest.mark.parametrize("key", ["url", "archived"])
def test_an_address_that_is_published(tmp_path: Path, key: str, address: str, wrong: str) -> None:
    """Is one that a reader may follow, and holds no secret."""
    _corpus(tmp_path, a=f"---\ntitle: A\n{key}: {address}\n---\n\nTexte.\n")
    said = [str(problem) for problem in load_corpus(tmp_path)[1]]
    assert [wrong in line for line in said] == ([True] if wrong else [])


@pytest.mark.parametrize("text", ["", "entities:\n", "entities: []\n", "# rien encore\n"])
def test_no_entities_yet(tmp_path: Path, text: str) -> None:
    """An emptied file is no mistake."""
    _corpus(tmp_path)
    (tmp_path / "corpus" / "entities.yaml").write_text(text, "utf-8")

    assert load_entities(tmp_path) == (Register(), [])

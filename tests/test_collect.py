"""`briefing add`: sources become articles, their words unchanged, and every refusal is explained."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

import frontmatter
import pytest
import yaml
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from briefing.cli import commands
from briefing.collect.alignment import letters
from briefing.collect.found import Found
from briefing.collect.kinds.decode import decode
from briefing.collect.lines.bylines import names_in
from briefing.collect.lines.dates import find_day, read_date
from briefing.collect.original import Original
from briefing.collect.page.layout import page_text
from briefing.collect.pasted import read_pasted
from briefing.collect.reading import read_original
from briefing.collect.words import language_of
from briefing.corpus.loader import load_corpus
from briefing.problems import Problem
from collect.making import PAGE, pdf
from command import write

PAGES = Path(__file__).parent / "collect" / "pages"
EXPECTED = yaml.safe_load((PAGES / "expected.yaml").read_text("utf-8"))
CORPUS = Path(__file__).parent.parent / "corpus"
TODAY = date(2026, 1, 31)
FIELDS = ("title", "author", "outlet", "published", "url", "language")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """An empty project."""
    root = tmp_path / "project"
    root.mkdir()
    return root


def _add(root: Path, *sources: str | Path, stdin: bytes | None = None, timeout: float = 20) -> Result:
    arguments = ["add", "-C", str(root), "--retrieved", "2026-01-31", "--timeout", str(timeout), *map(str, sources)]
    return CliRunner().invoke(commands, arguments, input=stdin)


def _found(source: str | bytes, name: str = "source") -> Found:
    found = read_original(Original(name, source if isinstance(source, bytes) else source.encode()), today=TODAY)
    assert isinstance(found, Found), found
    return found


def _articles(root: Path) -> list[Path]:
    return sorted((root / "corpus").glob("*.md"))


# Pages


@pytest.mark.parametrize("name", EXPECTED)
def test_a_page_gives_its_metadata(name: str) -> None:
    """As the page declares or shows it; what it does not say is unknown."""
    found = _found((PAGES / f"{name}.html").read_bytes())
    expected = EXPECTED[name]

    assert {key: getattr(found, key) for key in FIELDS} == {key: expected.get(key) for key in FIELDS}
    assert found.is_partial == expected.get("is_partial", False)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_page_gives_its_text(name: str) -> None:
    """Every line of the article, in order, and nothing of the site."""
    found = _found((PAGES / f"{name}.html").read_bytes())
    lines = [line.removeprefix("- ").removesuffix(" |") for line in found.text.split("\n")]

    assert lines == EXPECTED[name]["text"]
    assert [words for words in EXPECTED[name]["lacks"] if words in found.text] == []


@pytest.mark.parametrize("name", EXPECTED)
def test_no_character_of_a_page_is_changed(name: str) -> None:
    """Each line stands in the page letter for letter, with its apostrophes, quotation marks and no-break spaces."""
    import trafilatura

    raw = (PAGES / f"{name}.html").read_bytes()
    page = page_text(trafilatura.load_html(decode(raw).text))

    assert [line for line in _found(raw).text.split("\n") if letters(line) not in letters(page)] == []
    for sign in "\u00a0\u202f’«»":
        assert _found(raw).text.count(sign) <= page.count(sign)


def test_no_break_spaces_stay_and_soft_hyphens_go() -> None:
    """The first are the publisher's; the second say where a browser may break a line."""
    found = _found(PAGE.replace("1 200", "1\u202f200").replace("gymnases", "gym\u00adnases"))

    assert "1\u202f200 habitants" in found.text
    assert "les gymnases" in found.text


def test_a_break_within_a_sentence_is_a_space_and_behind_it_a_line() -> None:
    """`<br>` stands for both."""
    found = _found(
        PAGE.replace("évacués vers", "évacués<br>vers").replace("</p></article>", "<br>Il pleut.</p></article>")
    )

    assert "évacués vers" in found.text
    assert found.text.endswith("la semaine.\nIl pleut.")


def test_a_date_in_the_future_is_not_believed() -> None:
    """An event's date is not the day on which it was announced."""
    declared = '<head><meta property="article:published_time" content="2031-05-06">'
    assert _found(PAGE.replace("<head>", declared)).published == "2024-05-04"


def test_a_year_of_copyright_is_no_date() -> None:
    """Unknown is absent."""
    bare = PAGE.replace("Par Jeanne Morel, publié le 4 mai 2024", "").replace(
        "</body>", "<footer>© 2019</footer></body>"
    )

    assert _found(bare).published is None
    assert _found(bare).author is None


@pytest.mark.parametrize(
    "html",
    [
        "<!DOCTYPE html><html><body></body></html>",
        "<!DOCTYPE html><html><body><noscript>Activez JavaScript.</noscript><div id=root></div></body></html>",
        "<!DOCTYPE html><html><body><nav><a href=/a>Accueil</a><a href=/b>Monde</a></nav></body></html>",
        "<html",
    ],
)
def test_a_page_without_an_article_is_told(html: str) -> None:
    """A clear message, and what to do."""
    found = read_original(Original("page.html", html.encode()), today=TODAY)

    assert isinstance(found, Problem)
    assert "no article was found" in found.message or "cannot be read" in found.message


@pytest.mark.parametrize(
    ("raw", "charset", "text"),
    [
        ("é".encode(), None, "é"),
        ("é".encode("latin-1"), None, "é"),
        ("’".encode("cp1252"), "iso-8859-1", "’"),
        ("é".encode("utf-16"), None, "é"),
        (b"\xef\xbb\xbf" + "é".encode(), "latin-1", "é"),
        (b'<meta charset="koi8-r">' + "Д".encode("koi8-r"), None, '<meta charset="koi8-r">Д'),
        (b'<meta charset="rot13">a', None, '<meta charset="rot13">a'),
        (b"\x81\x8d", None, "\x81\x8d"),
    ],
)
def test_bytes_become_text_whatever_they_are(raw: bytes, charset: str | None, text: str) -> None:
    """A mark first, then what server and page say, then UTF-8, then Windows."""
    assert decode(raw, charset).text == text


def test_a_page_that_shows_its_text_only_to_programs_gives_what_it_declares() -> None:
    """JSON-LD may hold the whole article where the page is empty."""
    text = "La rivière est sortie de son lit dans la nuit de jeudi à vendredi.\\n\\nLa digue a tenu, dit le maire."
    declared = f'{{"@type":"NewsArticle","headline":"La crue","articleBody":"{text}"}}'
    script = f'<script type="application/ld+json">{declared}</script>'
    found = _found(f"<!DOCTYPE html><html><head>{script}</head><body><div id=app></div></body></html>")

    assert found.title == "La crue"
    assert found.text == (
        "La rivière est sortie de son lit dans la nuit de jeudi à vendredi.\nLa digue a tenu, dit le maire."
    )


def test_a_page_saved_as_one_file_is_read() -> None:
    """A browser's archive holds the page and its address."""
    archive = (
        "From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n"
        "Content-Type: text/html; charset=utf-8\nContent-Location: https://echo.example/digue\n\n"
        f"{PAGE}\n--x\nContent-Type: image/png\n\nx\n--x--\n"
    )
    found = _found(archive)

    assert (found.title, found.url) == ("La digue a tenu", "https://echo.example/digue")
    assert "1 200 habitants" in found.text


# Pasted text

PASTED = """Accueil
Société

Coupure d’eau : 140 000 foyers touchés

Par : Inès Valette - le 4 septembre 2023

Photo : Paul Petit / AFP

Une coupure d’eau géante a touché dimanche 140 000 foyers de l’agglomération, privant d’eau trois hôpitaux.

Lire aussi : Une régie à bout de souffle

« Nous avons distribué 60 000 bouteilles avant midi », a indiqué le vice-président chargé de l’eau, Karim Bensaïd.
AFP


Inès Valette

Journaliste depuis 2012, elle suit les services publics.

Les commentaires

Soyez le premier à commenter
"""


def test_what_a_site_pasted_around_an_article_goes() -> None:
    """Menu, byline, credit, links elsewhere, the author's box and the comments; the words and their lines stay."""
    found = _found(PASTED)

    assert found.text == (
        "Une coupure d’eau géante a touché dimanche 140 000 foyers de l’agglomération, privant d’eau trois hôpitaux."
        "\n\n\n"
        "« Nous avons distribué 60 000 bouteilles avant midi », a indiqué le vice-président chargé de l’eau, Karim "
        "Bensaïd.\nAFP"
    )
    assert (found.title, found.author, found.published, found.language) == (
        "Coupure d’eau : 140 000 foyers touchés",
        "Inès Valette",
        "2023-09-04",
        "fr",
    )


@given(st.lists(st.sampled_from([*PASTED.split("\n"), "Par", "©", "Le 4 mai 2024", "\t", "12", "« Oui. »"])))
def test_a_pasted_line_is_kept_whole_or_not_at_all(lines: list[str]) -> None:
    """In the order in which they stood."""
    kept = [line for line in read_pasted("\n".join(lines)).text.split("\n") if line]
    rest = iter(line.strip() for line in lines)

    assert all(line.strip() in rest for line in kept)


@given(st.binary(max_size=400) | st.text(max_size=400).map(str.encode))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    """Nothing that a source holds ends the program."""
    assert isinstance(read_original(Original("x", raw), today=TODAY), Found | Problem)
    page = b"<!DOCTYPE html><html><body><article>" + raw
    assert isinstance(read_original(Original("x", page), today=TODAY), Found | Problem)


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.md")), ids=lambda p: p.stem)
def test_a_text_that_is_an_article_stays_as_it_is(path: Path) -> None:
    """Nothing is taken from it, and nothing is made up about it."""
    body = frontmatter.load(str(path)).content
    found = _found(body)

    assert found.text == body
    assert (found.author, found.published) == (None, None)


def test_a_first_line_that_is_no_sentence_is_the_title() -> None:
    """Where a paragraph comes first there is no title."""
    paragraph = "La rivière est sortie de son lit dans la nuit de jeudi à vendredi, a annoncé la préfecture."

    assert _found(f"La digue a tenu\n{paragraph}").title == "La digue a tenu"
    assert _found(f"{paragraph}\nLa digue a tenu\n{paragraph}").title is None
    assert _found(f"{paragraph}\nLa digue a tenu\n{paragraph}").text.count("La digue a tenu") == 1


def test_a_text_with_front_matter_is_believed() -> None:
    """Its metadata and its body are taken as they are."""
    found = _found("---\ntitle: T\nauthor: A\npublished: 2024-10~\n---\n\nPar ailleurs\nLire aussi : ceci reste.")

    assert (found.title, found.author, found.published) == ("T", "A", "2024-10~")
    assert found.text == "Par ailleurs\nLire aussi : ceci reste."


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Par Jeanne Morel", "Jeanne Morel"),
        ("Par : Jeanne Morel - le 4 mai 2024", "Jeanne Morel"),
        (
            "Par Jeanne d’Arbois, Paul Petit et Inès Roux | Publié le 4 mai 2024",
            "Jeanne d’Arbois, Paul Petit et Inès Roux",
        ),
        ("By Anna Reed | areed@gazette.example", "Anna Reed"),
        ("Propos recueillis par Camille Aubert", "Camille Aubert"),
        ("Par Jeanne Morel / Paul Petit", "Jeanne Morel, Paul Petit"),
        ("Par Jeanne Morel / Lyon", "Jeanne Morel"),
        ("Von Jeanne Morel und Paul Petit", "Jeanne Morel und Paul Petit"),
        ("Por Jeanne Morel y Paul Petit", "Jeanne Morel y Paul Petit"),
        ("Von der Leyen verteidigt ihre Pläne.", None),
        ("Por ahora, Lyon espera.", None),
        ("Jeanne Morel, publié le 4 mai 2024", "Jeanne Morel"),
        ("Nour Haddad · 31/08/2023 · 6 min de lecture", "Nour Haddad"),
        ("Posté par Marinette à 18:40", "Marinette"),
        ("Soumis par Jeanne Morel le jeu, 05/03/2026 - 10:12", "Jeanne Morel"),
        ("May 4th, 2024 by Anna Reed", "Anna Reed"),
        ("Publié le 4 mai 2024 à 8 h 12 par Les élus de Valmont", "Les élus de Valmont"),
        ("Publié le 4 mai 2024 par la préfecture", None),
        ("Le 4 mai 2024, il est battu par Paul Petit", None),
        ("Le texte a été signé le 4 mai 2024 par Paul Petit.", None),
        ("Par ailleurs, le texte prévoit une clause.", None),
        ("Par Toutatis !", None),
        ("Par Moscou interposé, Pékin avance ses pions.", None),
        ("Paris, le 4 mai 2024", None),
        ("New York, 4 May 2024", None),
        ("Parmi Les Invités", None),
    ],
)
def test_a_byline_names_its_authors(line: str, names: str | None) -> None:
    """A label and a name's shape, or a name and a date with a bar between; a sentence is none."""
    assert names_in(line) == names


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("Publié le 4 mai 2024 à 10h12", "fr", "2024-05-04"),
        ("le 1er août 2023", "fr", "2023-08-01"),
        ("4 sept. 2023", "fr", "2023-09-04"),
        ("03/04/2025 à 18:00", "fr", "2025-04-03"),
        ("March 12, 2024 at 5:32 p.m.", "en", "2024-03-12"),
        ("Fri, 25 Oct 2024 07:30:00 GMT", "en", "2024-10-25"),
        ("25/10/2024", "en", "2024-10-25"),
        ("2024-10-25T23:10:00+02:00", None, "2024-10-25"),
        ("20241025", None, "2024-10-25"),
        ("03/04/2025", "en", None),
        ("31 février 2024", "fr", None),
        ("en mai 2024", "fr", None),
        ("mai 2024", "fr", "2024-05"),
        ("4 mai", "fr", None),
        ("12 000 2024", "fr", None),
    ],
)
def test_a_day_is_read_where_it_is_unmistakable(text: str, language: str | None, day: str | None) -> None:
    """A month alone is no day, and 3/4/2025 is two days in English."""
    assert read_date(text, language) == day


def test_a_day_knows_its_place() -> None:
    """So that what stands before it can be read as a name."""
    assert find_day("Par X - le 4 mai 2024.", "fr") == ("2024-05-04", 11, 21)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("La rivière est sortie de son lit dans la nuit de jeudi à vendredi", "fr"),
        ("The river burst its banks in the night and the mayor said that", "en"),
        ("Der Fluss ist in der Nacht über die Ufer getreten, sagte der Bürgermeister", None),
        ("Oui.", None),
    ],
)
def test_a_language_shows_in_its_frequent_words(text: str, language: str | None) -> None:
    """Where it does not show, it is unknown."""
    assert language_of(text) == language


# Empty


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (pdf([[]]), "pictures of text"),
        (b"%PDF-1.7 broken", "cannot be read"),
        (b"", "there is no text"),
        (b" \n\n ", "there is no text"),
    ],
)
def test_what_holds_no_text_is_told(raw: bytes, message: str) -> None:
    """Each with its reason."""
    found = read_original(Original("x", raw), today=TODAY)

    assert isinstance(found, Problem)
    assert message in found.message


# The command


def test_an_article_is_written_with_what_is_known(project: Path) -> None:
    """The front matter holds nothing that the source does not say, and the file is one that the corpus accepts."""
    (project / "page.html").write_text(PAGE, "utf-8")
    said = _add(project, project / "page.html")
    (path,) = _articles(project)
    articles, problems = load_corpus(project)

    assert said.exit_code == 0
    assert said.output == (
        "corpus/la-digue-a-tenu-2024-05-04.md; the source does not say: outlet, url\n1 article added\n"
    )
    assert path.read_text("utf-8").split("\n\n")[0].split("\n")[:-2] == [
        "---",
        "title: La digue a tenu",
        "author: Jeanne Morel",
        "published: 2024-05-04",
        "language: fr",
        "retrieved: 2026-01-31",
    ]
    assert len(str(frontmatter.load(str(path))["original_sha256"])) == 64
    assert problems == []
    assert articles[0].meta.title == "La digue a tenu"


def test_half_a_character_is_left_out(project: Path) -> None:
    """JSON can hold what no file can."""
    declared = (
        '<head><script type="application/ld+json">{"@type":"NewsArticle","headline":"La digue \\ud83e tient"}</script>'
    )
    (project / "page.html").write_text(
        PAGE.replace("<head>", declared).replace("<h1>La digue a tenu</h1>", ""), "utf-8"
    )

    assert _add(project, project / "page.html").exit_code == 0
    assert load_corpus(project)[0][0].meta.title == "La digue  tient"


def test_adding_is_deterministic(project: Path, tmp_path: Path) -> None:
    """The same source, the same bytes."""
    other = tmp_path / "other"
    other.mkdir()
    for root in (project, other):
        _add(root, PAGES / "fr-quotidien.html")
    assert [p.read_bytes() for p in _articles(project)] == [p.read_bytes() for p in _articles(other)]


def test_a_folder_of_far_more_than_articles_is_refused(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`briefing add /`: nothing is added, and the walk ends soon; hidden folders are not even entered."""
    monkeypatch.setattr("briefing.collect.original._MANY", 20)
    folder = tmp_path / "home"
    folder.mkdir()
    for number in range(15):
        (folder / f"{number}.jpg").write_bytes(b"x")
        write(folder, f".cache/{number}.txt", PASTED)
    (folder / "a.html").write_text(PAGE, "utf-8")
    assert "1 article added" in _add(project, folder).output

    for number in range(5):
        (folder / f"new-{number}").mkdir()
    said = _add(project, folder)
    assert said.exit_code == 1
    assert f"{folder}: more than 20 files stand below it; name the folder of the articles" in said.output


def test_standard_input_and_folders_are_sources(project: Path, tmp_path: Path) -> None:
    """A folder gives all that can be read in it; a saved page's parts and hidden files are none of it."""
    folder = tmp_path / "saved"
    folder.mkdir()
    (folder / "a.html").write_text(PAGE, "utf-8")
    write(folder, "deep/b.txt", PASTED)
    write(folder, "page_files/ad.html", PAGE.replace("digue", "pub"))
    (folder / ".hidden.txt").write_text("Rien.", "utf-8")
    (folder / "photo.jpg").write_bytes(b"\xff\xd8")
    said = _add(project, folder, "-", stdin=b"Le pont rouvre\n\nLe maire le confirme.")

    assert said.exit_code == 0, said.output
    assert [p.stem for p in _articles(project)] == [
        "coupure-d-eau-140-000-foyers-touches-2023-09-04",
        "la-digue-a-tenu-2024-05-04",
        "le-pont-rouvre",
    ]


def test_the_same_article_is_added_once(project: Path, tmp_path: Path) -> None:
    """The same bytes, the same address, the same words: each is noticed, and said."""
    (tmp_path / "a.html").write_text(PAGE, "utf-8")
    (tmp_path / "b.html").write_text(PAGE.replace("<main>", "<main><!-- autre -->"), "utf-8")
    first = _add(project, tmp_path / "a.html", tmp_path / "a.html")
    second = _add(project, tmp_path / "b.html")

    assert len(_articles(project)) == 1
    for said in (first, second):
        assert said.exit_code == 0
        assert "is there already as corpus/la-digue-a-tenu-2024-05-04.md" in said.output


def test_the_same_address_is_the_same_article(project: Path) -> None:
    """Even when the page has changed, and when a newsletter sent the reader."""
    link = '<head><link rel="canonical" href="https://www.echo.example/digue{}">'
    first = PAGE.replace("<head>", link.format("/?utm_source=lettre"))
    later = PAGE.replace("<head>", link.format("")).replace("1 200", "1 300")
    (project / "a.html").write_text(first, "utf-8")
    (project / "b.html").write_text(later, "utf-8")

    assert "is there already" in _add(project, project / "a.html", project / "b.html").output
    assert len(_articles(project)) == 1


def test_a_near_copy_is_added_and_said(project: Path) -> None:
    """Two papers print the same wire; a different article is no copy."""
    wire = " ".join(f"La dépêche numéro {n} dit ceci et cela de la crue." for n in range(30))
    (project / "a.txt").write_text(f"La crue\n\n{wire}", "utf-8")
    (project / "b.txt").write_text(f"La crue, encore\n\n{wire} Et le maire ajoute un mot.", "utf-8")
    (project / "c.txt").write_text(PASTED, "utf-8")
    said = _add(project, project / "a.txt", project / "b.txt", project / "c.txt")

    assert said.exit_code == 0
    assert len(_articles(project)) == 3
    assert said.output.count("almost word for word") == 1
    assert "corpus/la-crue-encore.md: warning: this is almost word for word corpus/la-crue.md" in said.output


def test_nothing_is_overwritten(project: Path) -> None:
    """A second article of the same title and day gets a name of its own."""
    corpus = project / "corpus"
    corpus.mkdir()
    (corpus / "la-digue-a-tenu-2024-05-04.md").write_text("Autre chose.", "utf-8")
    (project / "page.html").write_text(PAGE, "utf-8")
    _add(project, project / "page.html")

    assert (corpus / "la-digue-a-tenu-2024-05-04.md").read_text("utf-8") == "Autre chose."
    assert (corpus / "la-digue-a-tenu-2024-05-04-2.md").exists()


def test_a_subscribers_article_is_added_with_a_warning(project: Path) -> None:
    """What is missing is said."""
    said = _add(project, PAGES / "fr-abonnes.html")

    assert said.exit_code == 0
    assert "shows only a part of the article" in said.output


def test_one_bad_source_does_not_stop_the_others(project: Path, tmp_path: Path) -> None:
    """Each is explained; the exit code tells."""
    (tmp_path / "empty.html").write_text("<!DOCTYPE html><html></html>", "utf-8")
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    (tmp_path / "nothing").mkdir()
    said = _add(project, tmp_path / "gone.txt", tmp_path / "empty.html", tmp_path / "nothing", tmp_path / "page.html")

    assert said.exit_code == 1
    assert len(_articles(project)) == 1
    assert "gone.txt: the file cannot be read: No such file" in said.output
    assert "empty.html: no article was found" in said.output
    assert "nothing: there is nothing to read" in said.output
    assert "1 article added, 3 errors" in said.output


def test_links_and_devices_are_not_followed(project: Path, tmp_path: Path) -> None:
    """Neither as a source nor as the place to write."""
    secret = tmp_path / "secret.txt"
    secret.write_text(PASTED, "utf-8")
    (project / "link.txt").symlink_to(secret)
    os.mkfifo(project / "pipe.txt")
    said = _add(project, project / "link.txt", project / "pipe.txt")

    assert "link.txt: this is a symbolic link and is not followed" in said.output
    assert "pipe.txt: this is not a readable file" in said.output
    assert "link.txt: warning: this is a symbolic link" in _add(project, project).output
    assert _articles(project) == []


def test_nothing_is_written_outside_the_project(project: Path, tmp_path: Path) -> None:
    """A corpus that is a link out of the project is refused."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (project / "corpus").symlink_to(outside)
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    said = _add(project, tmp_path / "page.html")

    assert said.exit_code == 1
    assert "leads outside the project" in said.output
    assert list(outside.iterdir()) == []


@pytest.mark.parametrize("title", ["../../evil", "CON", "🦀", "a/b\\c:d", "-rf", "x" * 4000, "---\nurl: javascript:1"])
def test_a_title_makes_a_harmless_name(project: Path, title: str) -> None:
    """Whatever a page calls itself, the file stands in the corpus and reads back."""
    text = "Une coupure d’eau géante a touché dimanche 140 000 foyers de l’agglomération, privant d’eau trois hôpitaux."
    html = PAGE.replace("La digue a tenu", title).replace("La rivière", text)
    (project / "page.html").write_text(html, "utf-8")
    _add(project, project / "page.html")
    articles, problems = load_corpus(project)

    assert len(articles) == 1
    assert [p for p in problems if p.severity == "error"] == []
    assert len(articles[0].id) < 80
    assert articles[0].meta.url is None


def test_pages_need_packages_that_text_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    """A clear sentence with the command that installs them; plain text is read all the same."""
    for name in [name for name in sys.modules if name.startswith("briefing.collect.page")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    page = read_original(Original("page.html", PAGE.encode()), today=TODAY)

    assert isinstance(page, Problem)
    assert "python -m pip install trafilatura lxml-html-clean pypdfium2 urllib3" in page.message
    assert "140 000 foyers" in _found(PASTED).text

"""What else articles come in: letters, Word documents, Markdown, feeds and lists of addresses."""

from __future__ import annotations

import io
import textwrap
import time
import zipfile
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import Result

from briefing.collect.found import Found
from briefing.collect.original import Original
from briefing.collect.reading import read_original
from briefing.collect.web.feeds import listed
from briefing.corpus.loader import load_corpus
from briefing.problems import Problem
from collect.making import PAGE, answer, site
from command import run

LINE = "La rivière est sortie de son lit dans la nuit de jeudi à vendredi, a annoncé la préfecture de la région."
REST = "Selon elle, 1 200 habitants ont été évacués vers les gymnases des communes voisines, pour une semaine."
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _read(raw: bytes) -> Found | Problem:
    return read_original(Original("source", raw), today=date(2026, 1, 31))


def _found(raw: bytes) -> Found:
    found = _read(raw)
    assert isinstance(found, Found), found
    return found


def _add(root: Path, *sources: str | Path, options: tuple[str, ...] = ()) -> Result:
    return run("add", "-C", root, *options, *sources)


# Letters


def _letter(body: str, kind: str = "text/plain") -> bytes:
    head = (
        "From: La lettre <lettre@echo.example>\nTo: moi@exemple.fr\n"
        "Subject: =?utf-8?q?La_digue_a_tenu_=C3=A0_Orl=C3=A9ans?=\nDate: Sat, 4 May 2024 23:30:00 +0200\n"
    )
    return f"{head}MIME-Version: 1.0\nContent-Type: {kind}; charset=utf-8\n\n{body}\n".encode()


@pytest.mark.parametrize(
    ("body", "kind"),
    [(f"{LINE}\n{REST}", "text/plain"), (f"<html><body><p>{LINE}</p><p>{REST}</p></body></html>", "text/html")],
)
def test_a_letter_gives_its_text(body: str, kind: str) -> None:
    """Its subject is the title, its day the day where it was written."""
    found = _found(_letter(body, kind))

    assert (found.title, found.published) == ("La digue a tenu à Orléans", "2024-05-04")
    assert found.text == f"{LINE}\n{REST}"


def test_a_letter_that_says_nothing_of_its_text() -> None:
    """It is plain (RFC 2045), and a day that no calendar has is none."""
    raw = f"From: a@echo.example\nSubject: La digue\nDate: Mon, 99 Foo 99999\n\n{LINE}\n\n{REST}\n"
    found = _found(raw.encode())

    assert (found.title, found.published) == ("La digue", None)
    assert found.text.split("\n\n") == [LINE, REST]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (f"{textwrap.fill(LINE, 72)}\n\n{textwrap.fill(REST, 72)}", "text/plain"),
        (LINE.replace("nuit ", "nuit \n") + f"\n\n{REST}", "text/plain; format=flowed"),
        (f"{LINE}\n\n{REST}\n\n-- \nPaul Petit\nService presse", "text/plain"),
        (
            f"---------- Forwarded message ---------\nDe : A\nDate : B\nObjet : La digue\n\n{LINE}\n\n{REST}",
            "text/plain",
        ),
    ],
    ids=["broken at a width", "broken at spaces", "signed", "handed on"],
)
def test_what_letters_put_around_a_text_goes(body: str, kind: str) -> None:
    """Lines are whole again; the sender's own words and the header of a letter that was handed on are none of it."""
    assert _found(_letter(body, kind)).text.split("\n\n") == [LINE, REST]


def test_lines_that_a_person_ended_stay() -> None:
    """Short ones, and those of a text in which others are longer than programs make them."""
    assert _found(_letter(f"{LINE}\n{LINE[:70]}\n{REST}")).text.count("\n") == 2
    assert _found(_letter("Un titre\nDeux vers\nTrois vers\n")).text == "Deux vers\nTrois vers"


@pytest.mark.parametrize("again", ["Re: ", "Fwd: TR : ", "RE : Fw: "])
def test_a_subject_is_told_without_what_answers_add(again: str) -> None:
    """However often it was handed on."""
    letter = _letter(f"{LINE}\n{REST}").replace(
        b"=?utf-8?q?La_digue_a_tenu_=C3=A0_Orl=C3=A9ans?=", f"{again}La digue".encode()
    )
    assert _found(letter).title == "La digue"


def test_a_text_that_begins_like_a_letter_is_none() -> None:
    """Two headings are no header."""
    assert _found(f"Sujet: la digue\nDate: hier\n\n{LINE}".encode()).published is None


def test_a_letter_in_an_encoding_that_nobody_knows_is_read() -> None:
    """As what its bytes show."""
    assert _found(_letter(f"{LINE}\n{REST}", "text/plain").replace(b"utf-8", b"x-nobody")).text == f"{LINE}\n{REST}"


def test_letters_in_letters_end() -> None:
    """Parts within parts, deeper than anybody reads, are told and stop nothing."""
    head, *_ = _letter("x", "text/plain").partition(b"Content-Type")
    parts = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(2000))
    found = _read(head + parts.encode() + f"Content-Type: text/plain\n\n{LINE}\n{REST}\n".encode())
    assert isinstance(found, Problem)
    assert "within each other" in found.message


@pytest.mark.parametrize(
    ("sender", "is_listed", "author"),
    [
        ("Jeanne Morel <jeanne.morel@echo.example>", True, "Jeanne Morel"),
        ("=?utf-8?q?Zo=C3=A9_Petit?= <zoe@lettres.example>", True, "Zoé Petit"),
        ("Jeanne Morel <jeanne.morel@echo.example>", False, None),
        ("Jeanne Morel <lettre@echo.example>", True, None),
        ("Le Courrier <courrier@courrier.example>", True, None),
        ("lettre@echo.example", True, None),
    ],
)
def test_a_person_who_writes_to_many_is_the_author(sender: str, author: str | None, *, is_listed: bool) -> None:
    """An address that repeats the name tells a person; a letter to one reader may hand on another's words."""
    head = b"List-Unsubscribe: <https://e.example>\n" if is_listed else b""
    letter = _letter(f"{LINE}\n{REST}").replace(
        b"From: La lettre <lettre@echo.example>\n", f"From: {sender}\n".encode()
    )

    assert _found(head + letter).author == author


def test_a_letter_without_text_is_told() -> None:
    """A picture is no article."""
    found = _read(_letter("x", "image/png").replace(b"charset=utf-8", b"name=a.png"))

    assert isinstance(found, Problem)
    assert "no text" in found.message


# Word documents


def _document(*paragraphs: str, name: str = "word/document.xml") -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        body = "".join(f"<w:p><w:r>{paragraph}</w:r></w:p>" for paragraph in paragraphs)
        archive.writestr(name, f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>')
    return packed.getvalue()


def test_a_document_gives_its_paragraphs() -> None:
    """As they stand after all changes, with the headline as title."""
    gone = f"<w:t>{REST}</w:t></w:r><w:del><w:r><w:delText>non</w:delText><w:t>non</w:t></w:r></w:del><w:r>"
    found = _found(_document("<w:t>La digue a tenu</w:t>", f"<w:t>{LINE[:20]}</w:t><w:t>{LINE[20:]}</w:t>", gone))

    assert (found.title, found.text) == ("La digue a tenu", f"{LINE}\n{REST}")


@pytest.mark.parametrize(
    ("line", "outlet", "published"),
    [
        ("Le Monde, mardi 12 mars 2024, page 12", "Le Monde", "2024-03-12"),
        ("Source : lefigaro.fr", "Le Figaro", None),
        ("Libération - 12 mars 2024", "Libération", "2024-03-12"),
        ("Paris, le 12 mars 2024", None, "2024-03-12"),
    ],
)
def test_a_line_above_a_text_names_its_outlet(line: str, outlet: str | None, published: str | None) -> None:
    """As in the cuttings of a press service: only outlets that are known, and the line is none of the text."""
    title, text = (f"<w:t>{words}</w:t>" for words in ("La digue a tenu à Orléans", LINE))
    found = _found(_document(title, f"<w:t>{line}</w:t>", text))

    assert (found.title, found.outlet, found.published, found.text) == (
        "La digue a tenu à Orléans",
        outlet,
        published,
        LINE,
    )


def test_empty_paragraphs_cost_nothing() -> None:
    """A small file may hold millions of them: more than one in a row says no more than one."""
    began = time.process_time()
    found = _found(_document("<w:t>La digue a tenu</w:t>", f"<w:t>{LINE}</w:t>", *[""] * 200_000, f"<w:t>{REST}</w:t>"))
    assert found.text == f"{LINE}\n\n{REST}"
    assert time.process_time() - began < 10


_ENTITIES = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))


def _with_entities(declared: str, used: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        paragraph = f"<w:p><w:r><w:t>{LINE} &{used};</w:t></w:r></w:p>"
        document = f'<w:document xmlns:w="{WORD}"><w:body>{paragraph}</w:body></w:document>'
        archive.writestr("word/document.xml", f"<!DOCTYPE d [{declared}]>{document}")
    return packed.getvalue()


@pytest.mark.parametrize(
    "raw",
    [
        _with_entities('<!ENTITY x SYSTEM "file:///etc/hostname">', "x"),
        _with_entities(f'<!ENTITY a0 "ha">{_ENTITIES}', "a11"),
        _document("<w:t>a</w:t>")[:-40],
        _document("<w:t>", name="word/document.xml"),
        _document("<w:t>a</w:t>", name="xl/workbook.xml"),
        _document(f"<w:t>{'a' * 21_000_000}</w:t>"),
    ],
    ids=["a file of this computer", "a bomb of entities", "cut", "broken", "workbook", "bomb"],
)
def test_a_broken_document_is_told(raw: bytes) -> None:
    """A sentence, never a traceback, never half of it."""
    found = _read(raw)

    assert isinstance(found, Problem)
    assert "cannot be read: " in found.message


# Markdown


def test_the_marks_of_headings_are_no_words() -> None:
    """A number sign before a word stays."""
    found = _found(
        f"# La digue a tenu\n\n{LINE}\n\n## Une semaine\n\n{REST}\n#digue, écrit-il sur son compte, a tenu.".encode()
    )

    assert found.title == "La digue a tenu"
    assert found.text == f"{LINE}\n\nUne semaine\n\n{REST}\n#digue, écrit-il sur son compte, a tenu."


# Lists

RSS = """<?xml version="1.0"?><rss version="2.0"><channel><link>https://e.example/</link>
<item><title>A</title><link>https://e.example/a</link></item><item><guid>https://e.example/b</guid></item>
<item><guid isPermaLink="false">12</guid></item><item><link>/c</link></item><item><link>javascript:x</link></item>
<item><link>https://e.example/a</link></item></channel></rss>"""
ATOM = """<!-- x --><feed xmlns="http://www.w3.org/2005/Atom"><link href="https://e.example/"/>
<entry><link rel="self" href="https://e.example/x"/><link href="https://e.example/a"/></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<item><link>https://e.example/a</link></item></rdf:RDF>"""


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        (RSS, ["https://e.example/a", "https://e.example/b", "https://e.example/c"]),
        (ATOM, ["https://e.example/a"]),
        (RDF, ["https://e.example/a"]),
        (
            "https://e.example/a\n# later\n\n  https://e.example/b\nhttps://e.example/a\n",
            ["https://e.example/a", "https://e.example/b"],
        ),
        ("# mine\nhttps://e.example/a", ["https://e.example/a"]),
        ("https://e.example/a\nUne phrase.", None),
        ("https://e.example/a est son adresse.", None),
        (LINE, None),
        (PAGE, None),
        ("", None),
    ],
)
def test_a_source_may_list_articles(text: str, addresses: list[str] | None) -> None:
    """A feed, or addresses and nothing else; an article that names an address is an article."""
    found = listed(Original("source", text.encode(), url="https://e.example/feed"))
    assert (None if found is None else [entry.address for entry in found]) == addresses


@pytest.mark.parametrize(
    ("words", "numbers"),
    [("", "123"), ("digue", "12"), ("DIGUE rompue", "2"), ("elections", "3"), ("a/3", "3"), ("digue votes", "")],
)
def test_articles_of_a_feed_are_chosen_by_their_words(words: str, numbers: str) -> None:
    """All of them, in the title, the summary or the address; accents and capitals do not matter."""
    told = {"1": ("La digue tient", ""), "2": ("Alerte", "La <b>digue</b> est rompue"), "3": ("Élections", "Les votes")}
    items = "".join(
        f"<item><title>{title}</title><description><![CDATA[{summary}]]></description>"
        f"<link>https://e.example/a/{n}</link></item>"
        for n, (title, summary) in told.items()
    )
    found = listed(Original("feed", f"<rss><channel>{items}</channel></rss>".encode())) or []

    assert "".join(entry.address[-1] for entry in found if entry.is_about(words)) == numbers


def test_a_feed_says_what_it_would_add(tmp_path: Path) -> None:
    """Titles and addresses, marks of the terminal written out; nothing is fetched, nothing written."""
    (tmp_path / "feed.rss").write_text(RSS.replace("<title>A", "<title>A\u202e"), "utf-8")
    (tmp_path / "one.txt").write_text(f"{LINE}\n{REST}", "utf-8")
    said = _add(tmp_path, tmp_path / "feed.rss", tmp_path / "one.txt", options=("--list", "--latest", "2"))

    assert said.output.splitlines() == [
        "https://e.example/a  A\\u202e", "https://e.example/b",
    ]  # fmt: skip
    assert not list((tmp_path / "corpus").glob("*.md"))


def test_a_feed_of_nothing_is_told(tmp_path: Path) -> None:
    """An address that no reader follows is none; nothing is listed in silence."""
    empty = "<rss><channel><item><title>A</title><link>javascript:alert(1)</link></item></channel></rss>"
    (tmp_path / "feed.rss").write_text(empty, "utf-8")
    said = _add(tmp_path, tmp_path / "feed.rss", options=("--list",))
    assert "feed.rss: this list names no article with an address" in said.output
    assert said.exit_code == 1


@pytest.mark.parametrize("text", [RSS[:-20], "<rss>" + "<a>" * 100])
def test_a_broken_feed_is_told(tmp_path: Path, text: str) -> None:
    """By name, and the other sources are read."""
    (tmp_path / "feed.rss").write_text(text, "utf-8")
    said = _add(tmp_path, tmp_path / "feed.rss")

    assert "feed.rss: this cannot be read: the feed is broken" in said.output


def test_the_articles_of_a_feed_are_added(tmp_path: Path) -> None:
    """As many as wanted, from the beginning; a second time none of them again."""
    pages = {
        f"/{n}": [answer(PAGE.replace("La digue", f"La digue {n}").replace("1 200", f"{n} 200"))] for n in range(1, 4)
    }
    items = "".join(f"<item><link>/{n}</link></item>" for n in range(1, 4))
    with site({**pages, "/feed": [answer(f"<rss><channel>{items}</channel></rss>")]}) as url:
        said = _add(tmp_path, f"{url}/feed", options=("--latest", "2"))
        again = _add(tmp_path, f"{url}/feed", options=("--latest", "2"))

    assert "2 articles added" in said.output
    assert len(list((tmp_path / "corpus").glob("*.md"))) == 2
    assert again.output.count("is there already") == 2


@pytest.mark.parametrize("name", ["www.lemonde.fr/a", "lemonde.fr", "echo.example:8080/a?b=c"])
def test_an_address_without_its_scheme_is_understood(tmp_path: Path, name: str) -> None:
    """What to write is said."""
    assert f"write https://{name}" in _add(tmp_path, name).output


def test_a_file_named_like_a_host_is_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is there."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "lemonde.fr").write_text(f"{LINE}\n{REST}", "utf-8")

    assert "1 article added" in _add(tmp_path, "lemonde.fr").output


# Snapshots


@pytest.mark.parametrize(
    ("raw", "ending"),
    [
        (PAGE.encode(), ".html"),
        (f"La digue\n{LINE}".encode(), ".txt"),
        (_document("<w:t>La digue</w:t>", f"<w:t>{LINE}</w:t>"), ".docx"),
    ],
)
def test_a_source_is_kept_as_it_came(tmp_path: Path, raw: bytes, ending: str) -> None:
    """Under the article's name, by the hash that stands in the article; only if it is wanted."""
    (tmp_path / "source").write_bytes(raw)
    assert "1 article added" in _add(tmp_path, tmp_path / "source", options=("--snapshot",)).output
    (article,) = (tmp_path / "corpus").glob("*.md")
    (kept,) = (tmp_path / "snapshots").iterdir()

    assert (kept.name, kept.read_bytes()) == (f"{article.stem}{ending}", raw)
    assert sha256(raw).hexdigest() in article.read_text("utf-8")


@pytest.mark.parametrize(
    ("canonical", "url", "archived"),
    [
        ("https://web.archive.org/web/20250428221027/https://e.example/a", "https://e.example/a", True),
        ("https://web.archive.org/web/2025id_/https://e.example/a", "https://e.example/a", True),
        ("https://e.example/a", "https://e.example/a", False),
        ("https://web.archive.org/details/crue", "https://web.archive.org/details/crue", False),
    ],
)
def test_a_page_from_the_internet_archive_has_two_addresses(canonical: str, url: str, *, archived: bool) -> None:
    """Its own, and that of the copy."""
    found = _found(PAGE.replace("<head>", f'<head><link rel="canonical" href="{canonical}">').encode())

    assert found.url == url
    assert found.archived == (canonical if archived else None)


def test_the_copy_and_the_hash_stand_beside_the_article(tmp_path: Path) -> None:
    """In its front matter, where the loader finds them."""
    copy = "https://web.archive.org/web/20250428221027/https://e.example/a"
    raw = PAGE.replace("<head>", f'<head><link rel="canonical" href="{copy}">').encode()
    (tmp_path / "page.html").write_bytes(raw)
    _add(tmp_path, tmp_path / "page.html")
    ((article,), problems) = load_corpus(tmp_path)

    assert (article.meta.url, article.meta.archived) == ("https://e.example/a", copy)
    assert article.meta.original_sha256 == sha256(raw).hexdigest()
    assert problems == []


def test_a_source_is_not_kept_unasked(tmp_path: Path) -> None:
    """Nor where a link leads out of the project, nor over a file."""
    (tmp_path / "source").write_text(PAGE, "utf-8")
    project = tmp_path / "project"
    project.mkdir()
    _add(project, tmp_path / "source")
    assert not (project / "snapshots").exists()

    other = tmp_path / "other"
    other.mkdir()
    (other / "snapshots").symlink_to(tmp_path)
    assert "outside the project" in _add(other, tmp_path / "source", options=("--snapshot",)).output

    third = tmp_path / "third"
    (third / "snapshots").mkdir(parents=True)
    standing = third / "snapshots" / "la-digue-a-tenu-2024-05-04.html"
    standing.write_text("Autre chose.", "utf-8")
    assert "cannot be kept" in _add(third, tmp_path / "source", options=("--snapshot",)).output
    assert standing.read_text("utf-8") == "Autre chose."

"""What `briefing add` takes for an article, and what it refuses: wrong text is never taken for right."""

from __future__ import annotations

import bz2
import codecs
import gzip
import io
import unicodedata
import zipfile
from datetime import date
from pathlib import Path

import pytest

from briefing.collect.add import Added, add
from briefing.collect.found import Found
from briefing.collect.kinds.decode import decode
from briefing.collect.lines.dates import read_date
from briefing.collect.original import Original
from briefing.collect.reading import read_original
from briefing.collect.sandbox import reader
from briefing.collect.worker import EndedError, Worker
from briefing.corpus.loader import load_corpus
from briefing.problems import Problem, Severity
from collect.making import PAGE

TODAY = date(2026, 1, 31)
LINE = "La rivière est sortie de son lit dans la nuit de jeudi à vendredi, a annoncé la préfecture de la région."
DECLARED = PAGE.encode()


def _read(raw: bytes | str, charset: str | None = None) -> Found | Problem:
    return read_original(
        Original("source", raw if isinstance(raw, bytes) else raw.encode(), charset=charset), today=TODAY
    )


def _found(raw: bytes | str, charset: str | None = None) -> Found:
    found = _read(raw, charset)
    assert isinstance(found, Found), found
    return found


def _kept(root: Path, raw: bytes | str, name: str = "source") -> tuple[list[str], list[str]]:
    """The paths that were added, and the messages."""
    source = Original(name, raw if isinstance(raw, bytes) else raw.encode())
    outcomes = list(add(root, [source], read=lambda one: read_original(one, today=TODAY), retrieved=TODAY))
    paths = [outcome.path for outcome in outcomes if isinstance(outcome, Added)]
    return paths, [outcome.message for outcome in outcomes if isinstance(outcome, Problem)]


# Bytes that mean nothing


@pytest.mark.parametrize(
    ("raw", "charset"),
    [
        (DECLARED.replace(b"de la r", b"de \xe9 la r"), None),
        (DECLARED.replace(b"de la r", b"de \xff la r"), "utf-8"),
        (DECLARED.replace(b"<meta charset=utf-8>", b"").replace(b"de la r", b"de \x85 la r"), "UTF-8"),
        (codecs.BOM_UTF8 + DECLARED.replace(b"de la r", b"de \xc3 la r"), "iso-8859-1"),
        (DECLARED.replace(b"<meta charset=utf-8>", b"").replace(b"de la r", b"de \xe9 la r"), None),
    ],
)
def test_one_bad_byte_is_one_replacement_and_a_warning(raw: bytes, charset: str | None) -> None:
    """The other accents stay: the page is not Windows Western European for one byte's sake."""
    found = _found(raw, charset)

    assert "annoncé la préfecture de \ufffd la région" in found.text
    assert found.text.count("\ufffd") == 1
    assert any("became \ufffd" in message for message in found.warnings)


@pytest.mark.parametrize(
    ("raw", "charset", "text"),
    [
        (b"<meta charset=utf-8>caf\xe9", None, "<meta charset=utf-8>caf\ufffd"),
        (b"<meta charset=utf-8>\xe9t\xe9 \xe0 la f\xeate", None, "<meta charset=utf-8>été à la fête"),
        ("<meta charset=iso-8859-1>été".encode(), None, "<meta charset=iso-8859-1>été"),
        ("été à".encode(), "windows-1252", "été à"),
        ("l’été".encode("cp1252"), "utf-8", "l’été"),
        ("été".encode("utf-32"), None, "été"),
        (codecs.BOM_UTF32_BE + "été".encode("utf-32-be"), None, "été"),
        (codecs.BOM_UTF16_BE + "été".encode("utf-16-be"), None, "été"),
        (b"<meta charset=utf-7>+ADw-b+AD4-", None, "<meta charset=utf-7>+ADw-b+AD4-"),
        (b"<meta charset=unicode_escape>\\u0041", None, "<meta charset=unicode_escape>\\u0041"),
        (b"<meta charset=utf-16>abc", None, "<meta charset=utf-16>abc"),
        (b"<meta charset=hex>6162", None, "<meta charset=hex>6162"),
    ],
)
def test_a_page_is_in_the_encoding_that_its_bytes_show(raw: bytes, charset: str | None, text: str) -> None:
    """What it names is believed as far as it can be true."""
    assert decode(raw, charset).text == text


@pytest.mark.parametrize("mark", ["\x7f", "\x00", "\x1b", "\x85", "\x9f", "\u202e", "\u2067"])
def test_no_control_character_is_kept(tmp_path: Path, mark: str) -> None:
    """The loader would refuse the file; the reader could not see them."""
    paths, messages = _kept(
        tmp_path, PAGE.replace("de la région", f"de{mark} la région").replace("tenu", f"tenu{mark}")
    )

    assert len(paths) == 1
    assert [article.text.count("de la région") for article in load_corpus(tmp_path)[0]] == [1]
    assert mark not in "\x7f\x85\x9f" or any("control characters were left out" in message for message in messages)


def test_what_turns_or_breaks_a_line_stands_in_no_title(tmp_path: Path) -> None:
    """A reader would see other words than stand there."""
    _kept(tmp_path, PAGE.replace("<h1>La digue a tenu", "<h1>La digue \u202ea\u202c\u2028tenu"))

    assert [article.meta.title for article in load_corpus(tmp_path)[0]] == ["La digue a tenu"]


def test_a_title_of_thousands_of_words_is_none(tmp_path: Path) -> None:
    """It is said, and the article kept."""
    paths, messages = _kept(tmp_path, PAGE.replace("La digue a tenu", "La digue a tenu " * 1000))

    assert len(paths) == 1
    assert [article.meta.title for article in load_corpus(tmp_path)[0]] == [None]
    assert any("its title was left out: it has more than 500 characters" in message for message in messages)


def test_accents_written_apart_are_joined(tmp_path: Path) -> None:
    """MacOS writes them apart (NFD): offsets and ids are those of the joined form."""
    text = f"Le Kremlin dément\n\n{LINE}"
    paths, _ = _kept(tmp_path, unicodedata.normalize("NFD", text))

    assert paths == ["corpus/le-kremlin-dement.md"]
    assert load_corpus(tmp_path)[0][0].text == LINE
    assert "is there already" in _kept(tmp_path, text)[1][0]


# Files that hold no article


def _zip(name: str = "a.txt") -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(name, LINE * 20)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (_zip(), "a packed file; unpack it"),
        (gzip.compress(PAGE.encode()), "a packed file; unpack it"),
        (bz2.compress(PAGE.encode()), "a packed file; unpack it"),
        (b"\x28\xb5\x2f\xfd" + bytes(20), "a packed file; unpack it"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "a picture"),
        (b"\x89PNG\r\n\x1a\n" + LINE.encode(), "a picture"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF" + LINE.encode(), "a picture"),
        (b"GIF89a" + LINE.encode(), "a picture"),
        (b"RIFF\x24\x00\x00\x00WEBPVP8 ", "a picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><text>" + LINE.encode() + b"</text></svg>", "a picture"),
        (b"<?xml version='1.0'?>\n<svg><text>" + LINE.encode() + b"</text></svg>", "a picture"),
        (b"\x00\x00\x00\x20ftypisom" + bytes(20), "a sound or a film"),
        (b"ID3\x04" + bytes(20), "a sound or a film"),
        (b"{\\rtf1\\ansi " + LINE.encode("ascii", "ignore") + b"}", "an old office document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(20), "an old office document"),
        (bytes((7 * n * n + 31 * n) % 256 for n in range(1, 2000)), "neither a page nor a PDF nor text"),
        (bytes(0x80 + (7 * n * n + 31 * n) % 128 for n in range(2000)), "neither a page nor a PDF nor text"),
        (LINE.encode("utf-16-le"), "neither a page nor a PDF nor text"),
    ],
)
def test_what_is_no_text_is_refused(raw: bytes, message: str) -> None:
    """With what it is, and what to do instead."""
    found = _read(raw)

    assert isinstance(found, Problem)
    assert message in found.message


def test_a_text_about_pdf_is_no_pdf() -> None:
    """The signature counts where a PDF has it."""
    assert "%PDF-" in _found(f"Un PDF commence par %PDF-1.7\n\n{LINE}\n{LINE}").text + "%PDF-"
    assert _found(f"%PDF, dit-il\n\n{LINE}").text == LINE


WALLS = (
    "Avec votre accord, nous et nos partenaires utilisons des cookies pour mesurer l’audience.",
    "Vous pouvez retirer votre consentement à tout moment en cliquant sur « Paramétrer les cookies ».",
    "With your consent, we and our partners use cookies to store and read personal data such as your visit.",
    "Please verify that you are a human. Enable JavaScript and cookies to continue reading this page today.",
)


@pytest.mark.parametrize("words", WALLS)
def test_a_wall_is_no_article(words: str) -> None:
    """A page that asks for consent, or for proof that its reader is no program."""
    lines = "".join(f"<p>{line}</p>" for line in words.split("\n"))
    found = _read(
        f"<!DOCTYPE html><html><body><main><article><h1>Bienvenue chez nous</h1>{lines}</article></main></body></html>"
    )

    assert isinstance(found, Problem)
    assert "asks for consent" in found.message or "no article" in found.message


def test_an_article_about_cookies_is_one() -> None:
    """It does not speak to its reader."""
    text = f"La Cnil inflige une amende pour des cookies déposés sans consentement.\n{LINE}\nLes cookies restent."
    assert _found(f"La Cnil sévit\n\n{text}").text == text


# Dates


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("2024-03", "2024-03"),
        ("2024", "2024"),
        ("mars 2024", "2024-03"),
        ("March 2024", "2024-03"),
        ("2024-03-12", "2024-03-12"),
        ("2024/03/12 08:00", "2024-03-12"),
        ("2024-03-12T08:00:00+01:00", "2024-03-12"),
        ("2024-02-30", None),
        ("2024-02-30T10:00:00Z", None),
        ("20240230", None),
        ("2024-13", None),
        ("2024-00-10", None),
        ("2023-02-29", None),
        ("2024-02-29", "2024-02-29"),
        ("30 février 2024", None),
        ("202403", None),
        ("demain", None),
        ("", None),
    ],
)
def test_a_date_is_as_precise_as_its_source(value: str, read: str | None) -> None:
    """Never completed, never corrected."""
    assert read_date(value, "fr") == read


@pytest.mark.parametrize(("value", "published"), [("2024-03", "2024-03"), ("2024", "2024"), ("2024-02-30", None)])
def test_a_page_s_date_is_not_completed(tmp_path: Path, value: str, published: str | None) -> None:
    """Nor by a library."""
    bare = PAGE.replace(", publié le 4 mai 2024", "")
    page = bare.replace("<head>", f'<head><meta property="article:published_time" content="{value}">')

    assert _found(page).published == published
    _kept(tmp_path, page)
    assert [article.meta.published for article in load_corpus(tmp_path)[0]] == [published]


# Front matter of somebody else


def _with_front(front: str) -> str:
    return f"---\ntitle: La digue\n{front}\n---\n\n{LINE}\n"


def test_front_matter_from_elsewhere_decides_nothing(tmp_path: Path) -> None:
    """Rights, reliability and ids are this project's; what the article says of itself is taken over."""
    front = "author: A\ntags: [eau]\nrights: none\nreliability: A\nid: autre\nslug: ailleurs\nlayout: post\n"
    paths, messages = _kept(tmp_path, _with_front(f"{front}retrieved: 1999-01-01"))
    (article,) = load_corpus(tmp_path)[0]

    assert paths == ["corpus/la-digue.md"]
    assert (article.meta.author, article.meta.tags, article.meta.rights) == ("A", ("eau",), "full")
    assert (article.meta.reliability, article.meta.retrieved) == (None, "2026-01-31")
    assert "id, reliability, rights, slug was left out" in messages[0]
    assert "layout was left out" in messages[1]


@pytest.mark.parametrize("line", ["published: vers mars", "published: 2024-02-30", "url: javascript:alert(1)"])
def test_a_value_that_the_corpus_refuses_is_left_out(tmp_path: Path, line: str) -> None:
    """The others are kept, and it is said."""
    paths, messages = _kept(tmp_path, _with_front(line))

    assert len(paths) == 1
    assert f"its {line.partition(':')[0]} was left out" in messages[0]


@pytest.mark.parametrize(
    "front",
    [
        "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]",
        "\n".join(f"k{n}: &k{n} [{', '.join([f'*k{n - 1}'] * 9) if n else 'x'}]" for n in range(12)),
        f"a: {'[' * 5000}{']' * 5000}",
        f"a: {'{a: ' * 3000}x{'}' * 3000}",
        "a: !!python/object/apply:os.system [ls]",
        "title: deux fois",
        "a: [",
    ],
)
def test_front_matter_that_is_a_trap_is_refused(tmp_path: Path, front: str) -> None:
    """Bombs of aliases, thousands of levels, tags that run programs, a key twice."""
    paths, messages = _kept(tmp_path, _with_front(front))

    assert paths == []
    assert "cannot be read" in messages[0]


# Names


@pytest.mark.parametrize("title", ["Index", "INDEX", "Links", "CON", "Aux", "nul", "COM1", "lpt9", "…", "../index"])
def test_a_title_never_takes_a_name_that_is_taken(tmp_path: Path, title: str) -> None:
    """By a file of ours, or by Windows."""
    paths, _ = _kept(tmp_path, f"---\ntitle: {title}\n---\n\n{LINE}")
    articles, problems = load_corpus(tmp_path)

    assert len(paths) == len(articles) == 1
    assert [p for p in problems if p.severity is Severity.ERROR] == []


def test_what_the_corpus_would_refuse_is_not_kept(tmp_path: Path) -> None:
    """Nothing is written that a build would stop at."""
    source = Original("source", b"x")
    refused = Found(text=LINE, url="javascript:alert(1)")
    (outcome,) = add(tmp_path, [source], read=lambda _: refused, retrieved=TODAY)

    assert isinstance(outcome, Problem)
    assert "makes no article" in outcome.message
    assert not (tmp_path / "corpus").exists()


# Bounds


def _sleep(seconds: float) -> None:
    import time

    time.sleep(seconds)


def _die() -> None:
    import os

    os._exit(1)


def test_work_has_an_end() -> None:
    """A process that takes too long or dies is replaced."""
    with Worker() as worker:
        with pytest.raises(TimeoutError):
            worker.call(0.1, _sleep, 30)
        with pytest.raises(EndedError):
            worker.call(30, _die)
        assert worker.call(30, len, "abc") == 3


def test_a_source_that_takes_too_long_is_left() -> None:
    """And the next one is read."""
    with Worker() as worker:
        slow = reader(worker, TODAY, seconds=0.0)(Original("a.txt", LINE.encode()))
        assert isinstance(slow, Problem)
        assert "takes longer than 0 seconds" in slow.message
        assert isinstance(reader(worker, TODAY)(Original("b.txt", LINE.encode())), Found)

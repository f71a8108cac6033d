"""The site as plain Markdown: the same claims, links that an engine resolves, text that stays text."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from html import escape as html_escape
from html import unescape
from pathlib import Path

import markdown  # type: ignore[import-untyped]
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.commands.build import build
from mkdocs.config import load_config
from msgspec.structs import replace

from briefing.export.folder import write_files
from briefing.export.markdown.escape import address, escaped, guarded
from briefing.export.markdown.pages import SIGNED, Written, markdown_site
from briefing.export.markdown.render import Renderer
from briefing.export.markdown.tree import Element, parse
from briefing.model.article import Article, Rights
from briefing.model.dossier import Dossier
from briefing.pages.titles import plain_title
from briefing.problems import BriefingError
from exported import site
from sample import BILAN, CRUE, DOSSIER, EVACUATED, HELD, with_rights

HOME = Written("index.md", f"# Point\n\nUn fait [@{EVACUATED.id}].\n\n`[@c-code]`\n".encode(), page=True)
NOTE = Written("notes/digue.md", f"# Digue\n\nTenue [@{HELD.id}; @{EVACUATED.id}].\n".encode(), page=True)
IMAGE = Written("notes/carte.png", b"\x89PNG", page=False)


def _files(dossier: Dossier = DOSSIER, *written: Written) -> dict[str, str | bytes]:
    return dict(markdown_site(site(dossier), written))


def _text(files: dict[str, str | bytes], path: str) -> str:
    found = files[path]
    return found if isinstance(found, str) else found.decode()


def _rendered(html: str) -> str:
    return Renderer(lambda target: target).page(parse(html))


def test_an_engine_without_plugins_builds_it_without_a_warning(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """MkDocs, strict, with its own theme: every link and every anchor leads somewhere."""
    write_files(tmp_path, markdown_site(site(), (HOME, NOTE, IMAGE)), whole=True)
    more = "strict: true\nvalidation: {anchors: warn, links: {not_found: warn, unrecognized_links: warn}}\n"
    config = (tmp_path / "mkdocs.yml").read_text("utf-8").replace('"material"', '"mkdocs"').replace('"font": false', "")
    (tmp_path / "mkdocs.yml").write_text(config.replace(', "language": "fr", }', "}") + more, "utf-8")
    build(load_config(str(tmp_path / "mkdocs.yml")))
    logging.getLogger("mkdocs").handlers.clear()

    assert [r.message for r in caplog.records if r.levelno >= logging.WARNING] == []
    article = (tmp_path / "site/articles/crue-2024.html").read_text("utf-8")
    assert f'id="{EVACUATED.id}"' in article
    assert (tmp_path / "site/donnees/briefing.json").is_file()
    assert (tmp_path / "site/notes/carte.png").is_file()


def test_a_claim_keeps_speaker_modality_and_passage() -> None:
    """On its article's page, with its permalink, and wherever it is listed."""
    files = _files()
    article = _text(files, "docs/articles/crue-2024.md")

    assert f'<mark id="{EVACUATED.id}">{EVACUATED.evidence.exact}</mark>' in article.replace("\u202f", " ")
    assert re.search(r"> \*\*1 rapporté Préfecture", article)
    for path in ("docs/affirmations.md", "docs/recoupements/k-1.md", "docs/divergences/d-1.md"):
        text = _text(files, path)
        assert "rapporté" in text, path
        assert "réfecture" in text, path
        assert f"articles/crue-2024.md#{EVACUATED.id}" in text, path


def test_every_page_of_the_site_is_there() -> None:
    """Under the same path, with its title; nothing of a page needs a script."""
    files = _files()

    for path, content in site().pages.items():
        text = _text(files, f"docs/{path}")
        assert text.startswith("---\ntitle: ")
        assert yaml.safe_load(text.split("---")[1])["title"] == content.title
        assert "<script" not in text
        assert "<svg" not in text


def test_pages_people_wrote_keep_their_words_and_cite() -> None:
    """A citation is a numbered link to the passage; in code it stays as it was; the home page has the overview."""
    files = _files(DOSSIER, HOME, NOTE, IMAGE)
    home, note = _text(files, "docs/index.md"), _text(files, "docs/notes/digue.md")

    assert home.startswith(f"# Point\n\nUn fait [\\[1\\]](articles/crue-2024.md#{EVACUATED.id}).")
    assert "`[@c-code]`" in home
    assert "L’État dément tout retard" in home
    assert f"[\\[1\\]](../articles/crue-2024.md#{HELD.id}) [\\[2\\]](../articles/crue-2024.md#{EVACUATED.id})" in note
    assert "2. « 1 200 habitants ont été évacués le 3 mai 2024 », préfecture (rapporté)" in note.replace(
        "\u00a0", " "
    ).replace("\u202f", " ")
    assert files["docs/notes/carte.png"] == b"\x89PNG"


def test_the_configuration_names_everything() -> None:
    """Valid YAML: title, language, navigation in the site's order, the Markdown that people's pages use."""
    text = dict(markdown_site(site(), (HOME, NOTE), ("toc", "tables", "admonition")))["mkdocs.yml"]
    assert isinstance(text, str)
    config = yaml.safe_load(text)

    assert text.startswith(SIGNED)
    assert config["site_name"] == "Crues"
    assert config["theme"] == {"name": "material", "language": "fr", "font": False}
    assert config["markdown_extensions"] == ["toc", "tables", "admonition"]
    assert config["nav"][0] == {"L’essentiel": "index.md"}
    assert config["nav"][-1] == "notes/digue.md"
    assert {"Données": "donnees.md"} in config["nav"][-2]["Comprendre"]
    assert "plugins" not in config


def test_a_home_page_of_another_name() -> None:
    """README.md is a home page too."""
    files = _files(DOSSIER, replace(HOME, path="README.md"))

    assert yaml.safe_load(_text(files, "mkdocs.yml"))["nav"][0] == {"L’essentiel": "README.md"}
    assert "docs/index.md" not in files


def test_an_anchor_is_only_an_anchor() -> None:
    """Whatever a person called a claim in a file."""
    assert (
        _rendered("<mark id='a&quot; onclick=&quot;x'>mot</mark>") == '<mark id="a&quot; onclick=&quot;x">mot</mark>\n'
    )


def test_rights_none_let_no_word_of_the_text_out() -> None:
    """In no file of the folder."""
    for path, content in _files(with_rights(Rights.NONE)).items():
        text = content if isinstance(content, str) else content.decode()
        for words in ("habitants ont été évacués", "La digue a tenu", "Deux ponts", "La pluie pourrait"):
            assert words not in text.replace("\u202f", " ").replace("\u00a0", " "), path


OURS = {"h2", "p", "code", "pre", "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "blockquote", "br", "hr"}
HOSTILE = (
    "<script>alert(1)</script>",
    "[lien](javascript:alert(1))",
    "![image](//x.example/y.png)",
    "`code` et ``code``",
    "**gras** _italique_ ~~barré~~ ==marque== ^^exposant^^",
    "{: onclick=alert(1) }",
    "| a | b |",
    "$x^2$ et :smile: et {--rien--}",
    "&lt;b&gt; &amp; &",
    "<!-- commentaire -->",
    "\\*échappé\\*",
    "https://x.example/ <https://x.example/>",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_never_markup(text: str) -> None:
    """What an article says is read back as it was, with the extensions that people use."""
    extensions = ["tables", "attr_list", "md_in_html", "fenced_code", "sane_lists", "admonition", "def_list"]
    html = markdown.markdown(guarded(escaped(text)), extensions=extensions)
    tree = parse(html)

    assert [child.tag for child in tree.children if not isinstance(child, str)] == ["p"]
    assert re.sub(r"</?p>", "", html).count("<") == 0, html
    assert "".join(c for e in tree.children if not isinstance(e, str) for c in e.children if isinstance(c, str)) == text


@pytest.mark.parametrize(
    "line", ["# titre", "- tiret", "+ plus", "12. douze", "3) trois", "!!! note", "--- ", "> cité"]
)
def test_a_line_begins_no_block(line: str) -> None:
    """A sentence that begins like a list, a heading or an admonition is a sentence."""
    html = markdown.markdown(guarded(escaped(line)), extensions=["admonition", "tables"])

    assert html.startswith("<p>")
    assert line.strip() in unescape(html)


def test_a_hostile_article_stays_text() -> None:
    """Through the whole way, title and passages included."""
    bad = "</mark><script>alert(1)</script> [x](javascript:alert(2))"
    crue = replace(CRUE, text=CRUE.text + f"\n{bad}", meta=replace(CRUE.meta, title=bad))
    files = _files(replace(DOSSIER, articles=(crue, BILAN)))

    for path in (path for path in files if path.endswith(".md")):
        html = markdown.markdown(_text(files, path).split("---\n", 2)[-1], extensions=["tables"])
        assert "<script" not in html, path
        assert "javascript:" not in "".join(re.findall(r'href="([^"]*)"', html)), path


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<h2 id='a'>Un <em>mot</em></h2>", '## <a id="a"></a>Un *mot*\n'),
        ("<ul><li>un</li><li><p>deux</p><p>suite</p></li></ul>", "- un\n\n- deux\n\n    suite\n"),
        ("<ol><li>un<ol><li>bis</li></ol></li></ol>", "1. un\n\n    1. bis\n"),
        ("<ol class='bare'><li>un</li></ol>", "- un\n"),
        ("<dl><div><dt>Qui</dt><dd>lui</dd></div></dl>", "- **Qui** : lui\n"),
        ("<blockquote><p>a</p><footer>b</footer></blockquote>", "> a\n>\n> b\n"),
        ("<p class='labels'><span>a</span><a href='x'>b</a> <span>c</span></p>", "a · [b](x) · c\n"),
        ("<p><b>a</b><b>b</b> mot</p>", "**a** **b** mot\n"),
        ("<pre>a\n*b*</pre>", "<pre>a&#10;&#42;b&#42;</pre>\n"), ("<pre>a\nb</pre>", "```\na\nb\n```\n"),
        ("<table><caption>T</caption><tr><th>a</th><th>b|c</th></tr><tr><td>1</td></tr></table>",
         "T\n\n| a | b&#124;c |\n| --- | --- |\n| 1 |  |\n"),
        ("<table><tr><td><ul><li>a</li><li>b</li></ul></td></tr></table>", "| a <br> b |\n| --- |\n"),
        ("<p>vu<svg><text>x</text></svg><span hidden>y</span><span aria-hidden='true'>z</span></p>", "vu\n"),
        ("<details class='note'><summary>S</summary><p>c</p></details>", "> **S**\n>\n> c\n"),
        ("<p>a<br>b</p>", "a<br>b\n"),
        ("", "\n"),
    ],
)  # fmt: skip
def test_html_becomes_markdown(html: str, expected: str) -> None:
    """Element by element."""
    assert _rendered(html) == expected


def test_an_address_holds_in_a_link() -> None:
    """What would end the link is percent-encoded; a query stays."""
    assert address("https://x.example/a_(b)?c=d&e=f g") == "https://x.example/a%5F%28b%29?c=d&e=f%20g"


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x", "vbscript:x", "file:///etc/x", "c:x"]
)
def test_what_is_no_address_of_a_page_is_no_link(url: str) -> None:
    """Its words stay."""
    assert address(url) is None
    assert Renderer(address).page(parse(f'<p><a href="{url}">mots</a></p>')) == "mots\n"


@pytest.mark.parametrize("url", ["&#106;avascript:alert(1)", "&Tab;x", "java\x01script:x", "x&copy;=1", "a b\n"])
def test_an_address_hides_nothing(url: str) -> None:
    """What an engine would decode or drop is written so that it stays what it is."""
    held = address(url)
    assert held is not None
    assert not re.search(r"&(?!amp;)(?=#|\w+;)|[\x00-\x20]", held)


@given(
    text=st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("<>&\"'`|\n{}:;#x/!-[]()*"), max_size=60)
)
def test_no_text_becomes_markup(text: str) -> None:
    """As a title, a paragraph, a cell, an item, code inside a line and in a block: only elements of ours come out."""
    shown = html_escape(text)
    page = _rendered(
        f"<h2>{shown}</h2><p>{shown}</p><p><code>{shown}</code></p><pre>{shown}</pre><ul><li>{shown}</li></ul>"
        f"<table><tr><th>{shown}</th><td><code>{shown}</code></td></tr></table><blockquote><pre>{shown}</pre></blockquote>"
    )
    found = parse(markdown.markdown(page, extensions=["tables", "fenced_code", "attr_list", "md_in_html", "toc"]))
    elements = list(_elements(found))
    assert {element.tag for element in elements} <= OURS
    assert {name for element in elements for name in element.attributes} <= {"id", "class"}
    title = plain_title(text)
    assert not set('<>"') & set(title)
    assert list(_elements(parse(unescape(title)))) == []


def test_straight_quotes_of_a_title_open_and_close() -> None:
    """Themes need other marks than the straight one."""
    assert plain_title('"Tenir le cap", dit-il ("ferme")') == "“Tenir le cap”, dit-il (“ferme”)"


def _elements(parent: Element) -> Iterator[Element]:
    for child in parent.children:
        if isinstance(child, Element):
            yield child
            yield from _elements(child)


def test_a_site_that_is_no_export_is_left_alone(tmp_path: Path) -> None:
    """Neither its configuration nor its pages are touched."""
    (tmp_path / "mkdocs.yml").write_text("site_name: À moi\n", "utf-8")
    with pytest.raises(BriefingError, match="holds files that are no export"):
        write_files(tmp_path, markdown_site(site(), ()), whole=True)
    assert (tmp_path / "mkdocs.yml").read_text("utf-8") == "site_name: À moi\n"
    assert [path.name for path in tmp_path.iterdir()] == ["mkdocs.yml"]


@pytest.mark.parametrize("name", ["docs/note.md", "un.md", "claims/un.yaml"])
def test_a_folder_of_somebody_without_configuration_is_left_alone(tmp_path: Path, name: str) -> None:
    """Nobody's notes or articles are mixed with ours."""
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("à moi", "utf-8")
    with pytest.raises(BriefingError, match="holds files that are no export"):
        write_files(tmp_path, markdown_site(site(), ()), whole=True)


def test_what_an_earlier_export_left_goes(tmp_path: Path) -> None:
    """A page whose article is gone does not stay in the next export; other files do."""
    write_files(tmp_path, markdown_site(site(), ()), whole=True)
    (tmp_path / "docs" / "logo.svg").write_text("<svg/>", "utf-8")
    alone: tuple[Article, ...] = (BILAN,)
    write_files(tmp_path, markdown_site(site(Dossier(articles=alone)), ()), whole=True)

    assert not (tmp_path / "docs/articles/crue-2024.md").exists()
    assert (tmp_path / "docs/articles/bilan-2024.md").exists()
    assert (tmp_path / "docs/logo.svg").exists()


def test_twice_is_the_same() -> None:
    """No clock, no random order."""
    assert _files(DOSSIER, HOME, NOTE) == _files(DOSSIER, HOME, NOTE)

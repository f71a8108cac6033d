"""The policy that every page carries: what it says, and what of the theme goes so that it holds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefing.pages.bare.policy import POLICY
from briefing.plugin.theme.policy import aligned, refused, with_policy
from briefing.plugin.theme.repairs import mended
from briefing.plugin.theme.trimming import lighter

WORDS = {"skip": "Aller au contenu", "drawer": "Menu", "search": "Rechercher"}
THEME = """<html class="no-js"><head><meta charset="utf-8">
<script>__md_scope=new URL("..",location)</script></head><body>
<form data-md-component="palette"></form><script>var palette=__md_get("__palette");if(palette)1<2</script>
<main class="md-main"></main><script>var target=document.getElementById(location.hash.slice(1))</script>
<script id="__config" type="application/json">{"base": ".."}</script>
<script src="../assets/javascripts/bundle.a5f9d56c.min.js"></script>
<script src="../mine.js"></script><script>mine()</script></body></html>"""


def test_nothing_is_allowed_but_the_sites_own_files() -> None:
    """No word of it loosens another."""
    allowed = dict(part.strip().split(" ", 1) for part in POLICY.split(";"))
    assert allowed.pop("default-src") == allowed.pop("base-uri") == allowed.pop("form-action") == "'none'"
    assert set(allowed.values()) == {"'self'"}


def test_the_policy_comes_before_all_that_it_governs() -> None:
    """Once, right after the encoding; a page without a head of ours is left alone."""
    html = with_policy(THEME)
    assert html.index("Content-Security-Policy") < html.index("<script")
    assert html.count("Content-Security-Policy") == 1
    assert with_policy("<p>") == "<p>"


def test_of_the_themes_scripts_none_stays() -> None:
    """Ours chooses the colours where the theme's did; those that a project brings stay as they are."""
    scripts = re.findall(r"<script.*?</script>", mended(THEME, WORDS))
    assert scripts == [
        '<script src="../assets/briefing/palette.js"></script>',
        '<script defer src="../mine.js"></script>',
        "<script>mine()</script>",
    ]


def test_the_scripts_of_another_theme_stay() -> None:
    """Nothing is known of them."""
    other = '<body><main class="md-main"></main><script>var palette=1</script></body>'
    assert "<script>var palette=1</script>" in mended(other, WORDS)


@pytest.mark.parametrize(
    ("html", "what"),
    [
        ("<script>x()</script>", "a script in the page"),
        ('<script async="">x()</script>', "a script in the page"),
        ("<style>p{}</style>", "styles in the page"),
        ('<p class="a" style="color:red">', "styles in the page"),
        ('<img src="a.png" onerror="x()">', "a handler in the page"),
        ('<img alt="" src="https://a.example/b.png">', "a file of another site"),
        ('<script src="//a.example/b.js"></script>', "a file of another site"),
        ('<link rel=stylesheet href="https://a.example/b.css">', "a file of another site"),
        ('<iframe src="http://a.example">', "a frame or an object"),
        ('<object data="a.svg">', "a frame or an object"),
        ('<form action="https://a.example">', "a form or a base address"),
        ('<base href="/a/">', "a form or a base address"),
        ('<a href="javascript:x()">', "a link that runs a script"),
        ("<META HTTP-EQUIV=refresh content=0>", "a page that leads elsewhere by itself"),
        ("<SCRIPT>x()</SCRIPT>", "a script in the page"),
        ("<svg/onload=x()>", "a handler in the page"),
        ('<IMG SRC="a.png"ONERROR="x()">', "a handler in the page"),
    ],
)
def test_what_the_policy_would_stop_is_said(html: str, what: str) -> None:
    """A page that needs it would otherwise fail without a word."""
    assert [problem.message.split(",")[0] for problem in refused(html, "a.md")] == [what]


@pytest.mark.parametrize(
    "html",
    [
        '<script src="a.js"></script><script defer src="b.js"></script>',
        '<script type="application/ld+json">{"a": "style="}</script>',
        '<p>style="x" onclick=</p><a href="https://a.example" rel="x">',
        '<p data-style="x" data-one="y">',
        '<meta content="&lt;img src=x onerror=x()&gt; style=x"><a title=\'un titre onload=1\' href="x">',
        '<img src="a.png">',
        '<link rel="canonical" href="https://a.example/"><form action="../a.html"></form>',
        '<link rel="icon" href="a.png"><a href="https://a.example/javascript:">x</a>',
        "<p>formes, based, javascript: et http-equiv=refresh</p><code>&lt;form&gt;</code>",
        "",
    ],
)
def test_what_the_policy_allows_is_not_told(html: str) -> None:
    """Words of a text are no markup, data is no script, a link loads nothing."""
    assert list(refused(html, "a.md")) == []


def test_columns_are_aligned_without_styles() -> None:
    """Markdown writes them; any other style stays, and is told."""
    assert aligned('<td style="text-align: right;">1</td>') == '<td class="align-right">1</td>'
    assert aligned('<td style="color: red">1</td>') == '<td style="color: red">1</td>'


def test_no_style_of_ours_holds_a_picture() -> None:
    """It would be an address of data."""
    styles = Path(__file__).parents[1] / "src/briefing"
    sheets = sorted(styles.rglob("*.css"))
    assert sheets
    assert not [path.name for path in sheets if "data:" in path.read_text("utf-8")]


def test_no_page_of_ours_has_a_form() -> None:
    """It could be sent nowhere; what filters is a region of controls."""
    templates = sorted((Path(__file__).parents[1] / "src/briefing/pages/templates").rglob("*.jinja"))
    assert templates
    assert not [path.name for path in templates if "<form" in path.read_text("utf-8")]


FRAME = """<nav>
  <a href="a.html">
    <span class="md-ellipsis">
      Lire
    </span>
  </a></nav>
  <div class="md-sidebar md-sidebar--secondary"{hidden}><div><div><nav>Un</nav></div></div></div>
  <article class="a">
  <p>
    Un
  </p> </article>
  <footer class="md-footer"><div class="md-copyright">{copyright}</div></footer>"""


def test_a_frame_holds_nothing_that_nobody_sees() -> None:
    """Neither contents, nor empty boxes, nor white space; the page itself stays as it is."""
    html = lighter(FRAME.format(hidden=" hidden", copyright=""))
    assert html == '<nav><a href="a.html">Lire</a></nav>\n<article class="a"><p>\n    Un\n  </p></article>\n'


def test_a_frame_keeps_what_stands_in_its_boxes() -> None:
    """Contents of a page that shows them, words at its foot."""
    html = lighter(FRAME.format(hidden="", copyright="L’équipe"))
    assert "<nav>Un</nav>" in html
    assert "L’équipe</div></footer>" in html

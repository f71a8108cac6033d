"""The one stylesheet of a site: what it keeps of the theme's rules, and the theme's pages as a keyboard reads them."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.plugin.theme.repairs import mended
from briefing.plugin.theme.sheet import SHEET, drawn, named, pruned, with_one_sheet, write_sheet

WORDS = {"skip": "Aller au contenu", "drawer": "Menu", "search": "Rechercher"}


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        (".a{x:1}", ".a{x:1}"),
        (".b{x:1}", ""),
        (".a .b{x:1}", ""),
        (".a,.b{x:1}", ".a{x:1}"),
        ("p{x:1}", "p{x:1}"),
        (".a:not(.b){x:1}", ".a:not(.b){x:1}"),
        (":is(.b,.a){x:1}", ":is(.b,.a){x:1}"),
        ("[data-md-color-accent=pink]{x:1}", ""),
        ("[data-md-color-scheme=slate]{x:1}", "[data-md-color-scheme=slate]{x:1}"),
        ("@media print{.b{x:1}}", ""),
        ("@media print{.a{x:1}.b{x:2}}", "@media print{.a{x:1}}"),
        ("@keyframes b{from{x:1}to{x:2}}", "@keyframes b{from{x:1}to{x:2}}"),
        ("@font-face{src:url(b.woff2)}", "@font-face{src:url(b.woff2)}"),
        ('@charset "UTF-8";.a{x:1}', '@charset "UTF-8";.a{x:1}'),
        ("/* .a{ */.b{x:1}", ""),
        (".a{x:url('data:image/svg+xml,{}')}.b{x:1}", ".a{x:url('data:image/svg+xml,{}')}"),
        (".a{x:url(data:;})}.b{x:1}", ".a{x:url(data:;})}"),
        ("", ""),
    ],
)
def test_rules_that_no_page_needs_are_left_out(css: str, kept: str) -> None:
    """A selector stays while every class and colour it asks for is named somewhere."""
    assert pruned(css, {"a", "slate"}) == kept


def test_the_names_of_a_page() -> None:
    """Its classes and the colours it chooses, not the words of its text."""
    assert set(named('<p class="a b">c</p><body data-md-color-scheme="slate">')) == {"a", "b", "slate"}


PAGE = """<head>
<link rel="stylesheet" href="../assets/stylesheets/main.57a0d79d.min.css">
<link rel="stylesheet" href="../assets/stylesheets/palette.fb2fffe2.min.css">
<link rel="stylesheet" href="../assets/briefing/briefing.css">
<link rel="stylesheet" href="../mine.css">
</head>"""


def test_a_page_asks_for_one_sheet() -> None:
    """In the place of the theme's first; the project's own comes after it."""
    assert with_one_sheet(PAGE) == (
        f'<head>\n<link rel="stylesheet" href="../{SHEET}">\n<link rel="stylesheet" href="../mine.css">\n</head>'
    )


def test_a_page_of_another_theme_keeps_its_sheets() -> None:
    """Nothing is known of its rules."""
    other = '<link rel="stylesheet" href="css/theme.css"><link rel="stylesheet" href="assets/briefing/briefing.css">'
    assert with_one_sheet(other) == other


def test_the_sheet_of_a_site(tmp_path: Path) -> None:
    """The theme's rules come first, then ours; a class that a script sets is kept."""
    for path, text in {
        "assets/stylesheets/main.1.min.css": ".a{x:1}.set-by-script{x:2}.never{x:3}",
        "assets/briefing/briefing.css": "/* ours */ .ours { y: 1 }",
        "assets/briefing/briefing.js": 'e.classList.add("set-by-script")',
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    write_sheet(tmp_path, {"a"})
    assert (tmp_path / SHEET).read_text("utf-8") == ".a{x:1}.set-by-script{x:2} .ours { y: 1 }\n"
    assert sorted(path.name for path in tmp_path.rglob("*.*")) == ["briefing.js", "site.css"]


@pytest.mark.parametrize(
    ("theme", "ours"),
    [
        ('.a:after{mask-image:var(--i);content:""}', '.a:after{clip-path:var(--i,circle(35%));content:""}'),
        (".a{-webkit-mask-image:var(--i);mask-image:var(--i)}", ".a{clip-path:var(--i,circle(35%))}"),
        (".a{-webkit-mask-repeat:no-repeat;mask-repeat:no-repeat;color:red;mask-size:contain}", ".a{color:red;}"),
        (""":root{--i:url('data:image/svg+xml,<svg d="m(1)"/>');--b:1}""", ":root{--b:1}"),
        (":root{--i:url(data:image/png;base64,AA==)}", ":root{}"),
        (".a{--mask-size:1px;background:url(a.svg)}", ".a{--mask-size:1px;background:url(a.svg)}"),
    ],
)
def test_icons_are_shapes(theme: str, ours: str) -> None:
    """No picture stands in the sheet, which the policy would refuse; nor a mask, which no browser loads from disk."""
    assert drawn(theme) == ours


def test_a_site_of_another_theme_has_no_sheet(tmp_path: Path) -> None:
    """Nothing is written."""
    write_sheet(tmp_path, set())
    assert list(tmp_path.iterdir()) == []


THEME = """<html><body dir="ltr">
<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer" autocomplete="off">
<div data-md-component="skip"><a href="#first-heading" class="md-skip">Aller au contenu</a></div>
<label class="md-header__button md-icon" for="__drawer"><svg></svg></label>
<main class="md-main" data-md-component="main"></main>
<script src="a.js"></script></body></html>"""


def test_the_way_past_the_menu_comes_first() -> None:
    """Before everything else, and to the content, not to the first heading in it."""
    html = mended(THEME, WORDS)
    assert html.count("md-skip") == 1
    assert (
        '<body dir="ltr"><div data-md-component="skip"><a href="#__main" class="md-skip">Aller au contenu</a></div>'
        in html
    )
    assert '<main class="md-main" id="__main" tabindex="-1"' in html


def test_the_menu_has_a_name() -> None:
    """For the button that a script makes of the label."""
    assert 'for="__drawer" title="Menu"' in mended(THEME, WORDS)


def test_scripts_wait_for_the_page() -> None:
    """They are asked for at once and run in their order once the page is there."""
    assert '<script defer src="a.js">' in mended(THEME, WORDS)

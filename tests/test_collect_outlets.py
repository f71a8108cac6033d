"""Outlets: each known one has an example, and what pages of others do is read by rules that hold for all."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from briefing.collect.found import Found
from briefing.collect.lines.outlets import outlet_at, outlets
from briefing.collect.original import Original
from briefing.collect.page.outlets import plain_name
from briefing.collect.reading import read_original

EXAMPLES = yaml.safe_load((Path(__file__).parent / "collect" / "outlets.yaml").read_text("utf-8"))
FIELDS = ("outlet", "author", "published")
OPENING = "La rivière est sortie de son lit dans la nuit, mais la digue des Ormes a résisté."
LAST = "Le niveau des eaux doit baisser à partir de jeudi, selon le service de prévision des crues."
REST = "La préfecture a annoncé mardi que 1 200 habitants avaient été évacués vers les gymnases."
COOKIES = "Ces cookies permettent à d’autres de savoir ce que vous lisez, et à nous de montrer ce qu’ils publient."
SITE = (
    "LIRE AUSSI",
    "ire aussi",
    "publicité",
    "Loire",
    "même sujet",
    "réservé",
    "abonné",
    "appareil",
    "boîte mail",
    "Intempéries",
)


def _page(body: str, meta: str = "", url: str | None = None) -> Found:
    html = f"<!DOCTYPE html><html lang=fr><head><title>La digue a tenu</title>{meta}</head><body>{body}</body></html>"
    found = read_original(Original("page", html.encode(), url=url), today=date(2026, 1, 31))
    assert isinstance(found, Found), found
    return found


def _article(above: str = "", within: str = "", meta: str = "", below: str = "") -> Found:
    return _page(
        f"<article><h1>La digue a tenu</h1>{above}<p>{OPENING}</p>{within}<p>{REST}</p>{below}</article>", meta
    )


def test_every_outlet_has_an_example() -> None:
    """And every example an outlet."""
    assert EXAMPLES.keys() == outlets().keys()


@pytest.mark.parametrize("host", EXAMPLES)
def test_an_outlet_s_page(host: str) -> None:
    """Its name, author and day, every sentence of the article, and nothing of the site."""
    example = EXAMPLES[host]
    found = _page(example["page"], example["meta"], example["url"])
    given = example["gives"]
    lines = found.text.split("\n")

    assert {key: getattr(found, key) for key in FIELDS} == {key: given.get(key) for key in FIELDS}
    assert found.is_partial == given.get("is_partial", False)
    assert lines[0].startswith("La rivière est sortie de son lit")
    assert "1 200 habitants" in found.text
    assert found.is_partial or "mois de juin." in found.text
    assert [words for words in SITE if words in found.text] == []
    assert [start for start in example.get("text", ()) if not any(line.startswith(start) for line in lines)] == []


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.lemonde.fr/a", "Le Monde"),
        ("https://sport.lemonde.fr/a", "Le Monde"),
        ("https://www.LeMonde.fr:443/a", "Le Monde"),
        ("https://notlemonde.fr/a", ""),
        ("https://lemonde.fr.example/a", ""),
        ("https://[bad", ""),
        (None, ""),
    ],
)
def test_an_address_tells_the_outlet(url: str | None, name: str) -> None:
    """Its host and those below it, no other."""
    assert outlet_at(url).name == name


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("L’Écho.fr", "L’Écho"),
        ("https://www.echo.example", "echo.example"),
        ("www.horizont.net", "horizont.net"),
        ("France 24", "France 24"),
        ("Mr. Info", "Mr. Info"),
        ("", None),
        (None, None),
    ],
)
def test_a_name_is_no_address(name: str | None, plain: str | None) -> None:
    """« L’Écho.fr » and « L’Écho » are one outlet."""
    assert plain_name(name) == plain


# Authors


@pytest.mark.parametrize(
    ("declared", "author"),
    [
        ("Jeanne Morel", "Jeanne Morel"),
        ("Par Jeanne Morel", "Jeanne Morel"),
        ("Recueilli par Jeanne Morel", "Jeanne Morel"),
        ("Propos recueillis par Jeanne Morel et Paul Petit", "Jeanne Morel et Paul Petit"),
        ("La rédaction", "La rédaction"),
        ("admin", None),
        ("Magazine", None),
        ("jmorel", None),
        ("user_12", None),
        ("webmaster", None),
        ("Super Utilisateur", None),
        ("@jmorel", None),
        ("https://echo.example/jmorel", None),
        ("admin, Jeanne Morel", "Jeanne Morel"),
    ],
)
def test_a_declared_author(declared: str, author: str | None) -> None:
    """An account of the program that publishes is nobody."""
    assert _article(meta=f'<meta name="author" content="{declared}">').author == author


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Par Jeanne Morel le 4 mai 2024", "Jeanne Morel"),
        ("Par Jeanne Morel, le 4 mai 2024 à 10h", "Jeanne Morel"),
        ("Recueilli par Jeanne Morel", "Jeanne Morel"),
        ("L’Écho avec AFP", "L’Écho avec AFP"),
        ("Texte : Jeanne Morel • Photos : Paul Petit • 4 mai 2024", "Jeanne Morel"),
        ("La rédaction de notre Écho avec AFP", "La rédaction de notre Écho avec AFP"),
        ("Le maire a parlé avec AFP et ses adjoints, puis avec nous", None),
        ("Par L’Écho avec l’AFP", "L’Écho avec l’AFP"),
        ("Jeanne Morel avec Reuters", "Jeanne Morel avec Reuters"),
        ("Le maire avec ses adjoints", None),
    ],
)
def test_a_shown_author(line: str, author: str | None) -> None:
    """With the agency that wrote it too, and without the words around."""
    assert _article(above=f"<p>{line}</p>").author == author


def test_a_byline_within_a_text_is_no_line_of_it() -> None:
    """It may stand below the points that sum an article up, and again below the text."""
    meta = '<meta name="author" content="Service société">'
    for line in ("Service société", "Service société | Notre Journal, le 4 mai 2024 (mis à jour le 6 mai 2024 à 8 h)"):
        assert _article(within=f"<p>{line}</p>", meta=meta).text == f"{OPENING}\n{REST}"


# Days


@pytest.mark.parametrize(
    ("declared", "line", "published"),
    [
        ("2024-05-04T22:30:00Z", "Publié le 5 mai 2024 à 00h30", "2024-05-05"),
        ("2024-05-05T01:30:00+00:00", "Jeanne Morel · 4 mai 2024", "2024-05-04"),
        ("2024-05-04T22:30:00+02:00", "Jeanne Morel · 5 mai 2024", "2024-05-04"),
        ("2023-01-02", "Publié le 5 mai 2024", "2024-05-05"),
        ("2024-05-04", "Publié le 4 mai 2024, mis à jour le 6 mai 2024", "2024-05-04"),
        ("2024-05-04", "Mis à jour le 6 mai 2024", "2024-05-04"),
        ("", "Mis à jour le 6 mai 2024 – Publié le 4 mai 2024", "2024-05-04"),
        ("2024-05-04T22:30:00Z", "", "2024-05-04"),
    ],
)
def test_the_day_that_the_page_shows(declared: str, line: str, published: str) -> None:
    """What it tells machines may be in Greenwich's time, or of another thing."""
    meta = f'<meta property="article:published_time" content="{declared}">'
    assert _article(above=f"<p>{line}</p>", meta=meta).published == published


def test_an_address_holds_the_day() -> None:
    """The program that publishes may have declared the day of a move."""
    meta = '<meta property="article:published_time" content="2023-11-02"><link rel="canonical" href="https://e.example/{}/a">'
    assert _article(meta=meta.format("2019/05/04")).published == "2019-05-04"
    assert _article(meta=meta.format("2023/11/01")).published == "2023-11-02"
    assert _article(meta=meta.format("2019/05")).published == "2023-11-02"
    assert _article(meta=meta.format("2019/05").partition(">")[2]).published == "2019-05"


# What sites print within a text


@pytest.mark.parametrize(
    "within",
    [
        "<p>La suite après cette publicité</p>",
        "<div><span>LA SUITE APRÈS CETTE PUBLICITÉ</span></div>",
        "<p>À LIRE AUSSI</p>",
        "<p><strong>À LIRE AUSSI :</strong> <a href=/a>Les digues de la Loire</a></p>",
        "<p><b>Lire aussi</b> Les digues de la Loire</p>",
        "<p>A lire aussi : <a href=/a>Les digues de la Loire</a></p>",
        "<p><strong>Sur le même sujet</strong></p>",
        "<div class=related><p>Les digues de la Loire seront toutes contrôlées avant la fin de l’année.</p></div>",
        f"<div class=b1><p>Pour voir ce film, vous devez accepter les cookies.</p><p>{COOKIES}</p></div>",
        "<div class=b1><h3>Votre soutien compte</h3><p>Nous vivons de vos dons.</p><a>Je donne</a></div>",
        "<div class=b1><div>Newsletter</div><div>Par nos journalistes.</div><label>Votre email</label></div>",
        "<div class=b1><p>En vidéo. Le débat des candidats</p></div>",
        "<div class=b1><strong>Vidéos : en ce moment chez nous</strong></div>",
        "<p>Ce blog est personnel, la rédaction n’est pas à l’origine de ses contenus.</p>",
    ],
)
def test_what_interrupts_a_text_goes(within: str) -> None:
    """Whole lines of it."""
    assert _article(within=within).text == f"{OPENING}\n{REST}"


@pytest.mark.parametrize(
    "line",
    [
        f"{OPENING} La suite après cette publicité {REST}",
        f"{OPENING}<span>La suite après cette publicité</span>{REST}",
        f"{OPENING} <strong>À LIRE AUSSI</strong> <a href=/a>Les digues de la Loire</a> {REST}",
        f"{OPENING} <a href=/a>À LIRE AUSSI Les digues de la Loire</a> {REST}",
        f"<span class=kicker>Reportage</span>{OPENING}<br><br>{REST}",
    ],
)
def test_what_interrupts_a_line_parts_it(line: str) -> None:
    """Both sentences stay whole, and nothing is glued to them."""
    text = _page(f"<article><h1>La digue a tenu</h1><p>{line}</p><p>{REST}</p></article>").text

    assert text == f"{OPENING}\n{REST}\n{REST}"


def test_what_follows_a_heading_of_the_site_goes() -> None:
    """Though it is written as paragraphs are."""
    below = "<h2>Sur le même sujet</h2><p>Les digues de la Loire seront contrôlées.</p>"
    assert _article(below=below).text == f"{OPENING}\n{REST}"


def test_a_live_page_keeps_its_hours() -> None:
    """They tell when each entry was written, also where they stand apart."""
    entries = "".join(
        f"<section><div class=t>{hour}</div><p>{REST}</p></section>" for hour in ("10:42", "10 h 05", "9h30")
    )
    lines = _article(within=entries).text.split("\n")

    assert [line for line in lines if line not in {OPENING, REST}] == ["10:42", "10 h 05", "9h30"]


def test_the_headings_of_a_live_page_s_entries_stay() -> None:
    """They stand in the header of each, with its hour; so do the points that sum the day up."""
    points = "<div class=key><ul><li>Aucune maison n’a été perdue dans la ville.</li></ul></div>"
    head = "<header><time>{0}:42</time><h2>Le point à {0} h</h2></header>"
    entry = f"<article class=post>{head}<div><p>{{1}}</p></div></article>"
    entries = "".join(entry.format(hour, f"{REST} Il est {hour} h.") for hour in (11, 10, 9))
    lines = _page(f"<main><h1>La digue a tenu</h1><p>{OPENING}</p>{points}{entries}</main>").text.split("\n")

    assert lines[:3] == [OPENING, "- Aucune maison n’a été perdue dans la ville.", "11:42"]
    assert [line for line in lines if line.startswith("Le point")] == [
        "Le point à 11 h",
        "Le point à 10 h",
        "Le point à 9 h",
    ]


def test_elements_that_a_site_invents_part_lines() -> None:
    """Beside paragraphs they do, as `<r-inter>`; within one they are parts of it."""
    within = f"<r-inter>Une nuit de veille</r-inter><p>{LAST.replace('jeudi', '<x-tip>jeudi</x-tip>')}</p>"
    assert _article(within=within).text == f"{OPENING}\nUne nuit de veille\n{LAST}\n{REST}"


def test_no_break_spaces_around_a_line_go() -> None:
    """Those within it are the publisher's."""
    found = _page(f"<article><h1>La digue a tenu&nbsp;</h1><p>&nbsp;{OPENING}</p><p>{REST}&nbsp;</p></article>")

    assert (found.title, found.text) == ("La digue a tenu", f"{OPENING}\n{REST}")


PICTURE = (
    "<div class=zz><a href=/i><img src=i.jpg></a>"
    "<div><p>Des habitants attendent devant le pont des Ormes, jeudi 2 mai.</p></div></div>"
)


def test_what_stands_with_a_picture_is_about_it() -> None:
    """However it is marked; a standfirst beside one is the article's."""
    assert _article(within=PICTURE).text == f"{OPENING}\n{REST}"
    above = f'<div class="chapo"><img src=l.png><p>{REST} Elles le resteront.</p></div>'
    assert _article(above=above).text.startswith(f"{REST} Elles le resteront.\n{OPENING}")


@pytest.mark.parametrize(
    ("line", "is_kept"),
    [
        ("Le maire a démissionné le 4 mai 2024.", True),
        ("Le 4 mai 2024, il est battu de peu par Paul Petit.", True),
        ("4 mai 2024 : la digue des Ormes a tenu", True),
        ("Né le 12/04/1970, il a grandi à Metz.", True),
        ("Le texte a été signé le 4 mai 2024 par Paul Petit.", True),
        ("Publié le 4 mai 2024 à 12h30 par Paul Petit", False),
        ("Samedi 4 mai 2024 à 12h30 - Temps de lecture : 3 min", False),
        ("4 mai 2024, mis à jour le 6 mai 2024 à 8 heures du matin", False),
    ],
)
def test_a_sentence_with_a_day_is_no_line_that_dates(line: str, *, is_kept: bool) -> None:
    """Lives and chronologies are made of them."""
    assert (line in _article(within=f"<p>{line}</p>").text.split("\n")) is is_kept


@pytest.mark.parametrize("last", ["<p>Affaire à suivre.</p>", "<p class=paywall>Le ministère n’a pas répondu.</p>"])
def test_a_short_last_line_is_the_article_s(last: str) -> None:
    """Where it follows the text in the same part of the page; a word for subscribers is none."""
    assert _article(below=f"<p>{LAST}</p>{last}").text.split("\n")[2:] == [LAST, last[last.index(">") + 1 : -4]]
    assert _article(below=f"<p>{LAST}</p><p class=paywall>Déjà abonné ? Connectez-vous.</p>").text.endswith(LAST)


@pytest.mark.parametrize("marks", ["autoren", "firma", "dig-autor"])
def test_authors_are_marked_in_other_languages_too(marks: str) -> None:
    """Several with a link each are named together."""
    names = "<a href=/a>Clara Hofer</a> / <a href=/b>Emilio de Brenes</a> Madrid"
    assert _article(above=f'<div class="{marks}">{names}</div>').author == "Clara Hofer, Emilio de Brenes"

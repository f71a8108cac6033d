"""`briefing add`: of several things that a page tells of an article, the one that most of it agrees with."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.collect.found import Found
from briefing.collect.lines.dates import find_day, read_date
from briefing.collect.original import Original
from briefing.collect.reading import read_original
from briefing.collect.words import language_of

OPENING = "La rivière est sortie de son lit dans la nuit, mais la digue des Ormes a résisté à la crue."
REST = "La préfecture a annoncé mardi que 1 200 habitants avaient été évacués vers les gymnases."
LAST = "Le niveau des eaux doit baisser à partir de jeudi, selon le service de prévision des crues."
TEXT = f"{OPENING}\n{REST}\n{LAST}"
ADDRESS = "https://www.echo.example/2024/05/04/la-digue-des-ormes-a-tenu.html"


def _found(body: str, *, title: str = "", meta: str = "", url: str | None = None) -> Found:
    head = f"<title>{title}</title>{meta}"
    html = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    found = read_original(Original("page", html.encode(), url=url), today=date(2026, 1, 31))
    assert isinstance(found, Found), found
    return found


def _article(
    above: str = "", *, h1: str = "La digue des Ormes a tenu", within: str = "", below: str = "", **page: str
) -> Found:
    paragraphs = f"<p>{OPENING}</p>{within}<p>{REST}</p><p>{LAST}</p>"
    return _found(f"<main><h1>{h1}</h1>{above}<div class=text>{paragraphs}</div>{below}</main>", **page)


def _json(value: str) -> str:
    return f'<script type="application/ld+json">{value}</script>'


# Titles


@pytest.mark.parametrize(
    ("headings", "declared", "named", "title"),
    [
        (
            "<h2>La digue</h2><h1>La digue des Ormes a tenu</h1>",
            "La digue des Ormes a tenu",
            "",
            "La digue des Ormes a tenu",
        ),
        ("<h2>Crue</h2><h1>Les Ormes ont tenu</h1>", "", "Les Ormes ont tenu | Crue | L’Écho", "Les Ormes ont tenu"),
        ("<h1>L’Écho</h1><h1>Les Ormes ont tenu</h1>", "", "Les Ormes ont tenu - L’Écho", "Les Ormes ont tenu"),
        ("<h1>La digue des Ormes a tenu</h1>", "", "Crues : nos images de la nuit", "La digue des Ormes a tenu"),
        ("<h1>EXCLUSIF La digue des Ormes a tenu</h1>", "La digue des Ormes a tenu", "", "La digue des Ormes a tenu"),
        ("<h1>Ormes. La digue a tenu</h1>", "Ormes. La digue a tenu", "La digue a tenu", "Ormes. La digue a tenu"),
        ("<h2>Nos lettres</h2>", "La digue des Ormes a tenu", "", "La digue des Ormes a tenu"),
        (
            "<h1>Crues La digue a tenu</h1>",
            'Crues | La digue a tenu"><meta name="headline" content="La digue a tenu',
            "",
            "La digue a tenu",
        ),
        ("<h1>La digue des Ormes a tenu</h1><h2>Écho Lettres</h2>", "", "Écho", "La digue des Ormes a tenu"),
    ],
)
def test_the_headline_is_the_heading_that_most_agrees_with(
    headings: str, declared: str, named: str, title: str
) -> None:
    """With what is declared, the `<title>`, the words of the address; not a label above it nor the site's name."""
    meta = f'<meta property="og:title" content="{declared}">' if declared else ""
    body = f"<main>{headings}<div><p>{OPENING}</p><p>{REST}</p></div></main>"

    assert _found(body, title=named, meta=meta, url=ADDRESS).title == title


# Outlets


@pytest.mark.parametrize(
    ("named", "declared", "publisher", "outlet"),
    [
        ("La digue des Ormes a tenu | Crues | L’Écho des Ormes", "", "", "L’Écho des Ormes"),
        ("L’Écho des Ormes | La digue des Ormes a tenu", "", "", "L’Écho des Ormes"),
        ("La digue des Ormes a tenu - Écho", "", "Groupe Val de Loire", "Écho"),
        ("", "Écho", "Groupe Val de Loire", "Écho"),
        ("La digue des Ormes a tenu - La Digue", "La Digue", "Association La Digue", "La Digue"),
        ("", "Portail", "AFP", "Portail"),
        ("", "echo.example", "L’Écho des Ormes", "L’Écho des Ormes"),
        ("", "L’Écho des Ormes, le média de la vallée", "", "L’Écho des Ormes"),
        ("", "L’Écho, édition Loire", "", "L’Écho, édition Loire"),
        ("Imprimer : La digue des Ormes a tenu", "", "", None),
        ("Au fil des Ormes: La digue des Ormes a tenu", "", "", "Au fil des Ormes"),
        ("La digue des Ormes a tenu", "", "", None),
        ("Crues - nos images de la nuit", "", "", None),
        ("La digue des Ormes a tenu - " + "toute l’actualité de votre ville et de ses environs", "", "", None),
    ],
)
def test_the_outlet_is_named_beside_the_headline_and_in_the_address(
    named: str, declared: str, publisher: str, outlet: str | None
) -> None:
    """A publisher's firm is not the paper, and an address is no name where there is another."""
    meta = f'<meta property="og:site_name" content="{declared}">' if declared else ""
    firm = f'{{"@type":"NewsArticle","publisher":{{"name":"{publisher}"}}}}' if publisher else "{}"

    assert _article(title=named, meta=meta + _json(firm), url=ADDRESS).outlet == outlet


# What is declared


def test_of_several_articles_the_page_s_own_is_believed() -> None:
    """Pages declare those that they lead to as well, and in any order."""
    other = '{"@type":"NewsArticle","headline":"Grippe","author":"Paul Petit","url":"https://e.example/grippe"}'
    titled = '{"@type":"NewsArticle","headline":"La digue des Ormes a tenu","author":"Jeanne Morel"}'
    placed = f'{{"@type":"NewsArticle","headline":"Crue","author":"Jeanne Morel","url":"{ADDRESS}"}}'
    link = f'<link rel="canonical" href="{ADDRESS}">'

    assert (
        _article(title="La digue des Ormes a tenu - Écho", meta=_json(f"[{other},{titled}]")).author == "Jeanne Morel"
    )
    assert _article(meta=link + _json(f"[{other},{placed}]")).author == "Jeanne Morel"


# Authors


@pytest.mark.parametrize(
    ("declared", "line", "author"),
    [
        ('{"@type":"Organization","name":"Val de Loire SA"}', "Par Jeanne Morel", "Jeanne Morel"),
        ('{"@type":"Organization","name":"AFP"}', "", "AFP"),
        ('[{"@type":"Person","name":"Jeanne Morel"},{"@type":"Organization","name":"AFP"}]', "", "Jeanne Morel, AFP"),
        ('"AFP"', "Par Jeanne Morel", "Jeanne Morel"),
        ('"Jeanne Morel, Écho"', "", "Jeanne Morel"),
        ('"Écho, Orléans, France"', "Par Jeanne Morel", "Jeanne Morel"),
        ('[{"@type":"Person","name":"Jeanne Morel in Rome"}]', "", "Jeanne Morel"),
        ('{"@type":"Organization","name":"Zone Santé"}', "<b rel=author>Jeanne Morel</b>", "Jeanne Morel"),
        ('"User Admin"', "", None),
        ('"User Admin"', "Por User Admin", None),
        ('"Jeanne Morel / Paul Petit"', "", "Jeanne Morel, Paul Petit"),
        ("null", "By Jeanne Morel Tuesday, 4 May 2024", "Jeanne Morel"),
        ("null", "4 mai 2024 - Jeanne Morel", "Jeanne Morel"),
        ("null", "4 mai 2024 - La Loire à Orléans", None),
        ('"Jeanne Morel, avec Belga"', "", "Jeanne Morel avec Belga"),
        ('"J.M."', "Par Jeanne Morel Publié le 4 mai 2024", "Jeanne Morel"),
        ('"J.M."', "", "J.M."),
        ('"Rédaction Écho"', "Par Jeanne Morel", "Jeanne Morel"),
        ("null", "<span>Écho</span> <span>Jeanne Morel</span>", "Jeanne Morel"),
    ],
)
def test_people_come_before_bodies(declared: str, line: str, author: str | None) -> None:
    """Who signs is believed before an agency, and that before the outlet."""
    made = f'{{"@type":"NewsArticle","author":{declared},"publisher":{{"name":"Écho"}}}}'
    assert _article(f"<p>{line}</p>", meta=_json(made), url=ADDRESS).author == author


@pytest.mark.parametrize(
    ("lines", "author"),
    [
        (("Écho", "Jeanne MOREL", "Publié le 4 mai 2024"), "Jeanne MOREL"),
        (("Jeanne Morel", "4 mai 2024"), "Jeanne Morel"),
        (("Crues et digues", "4 mai 2024"), "Écho"),
        (("Jeanne Morel", "La Loire à Orléans"), "Écho"),
        (("ÉCHO", "4 mai 2024"), "Écho"),
    ],
)
def test_a_bare_name_beside_the_outlet_or_the_day_signs(lines: tuple[str, ...], author: str) -> None:
    """Each stands in a line of its own; where nobody does it is the outlet, as it is usually called."""
    made = '{"@type":"NewsArticle","author":{"@type":"Organization","name":"Écho"},"publisher":{"name":"Écho"}}'
    above = "".join(f"<div>{line}</div>" for line in lines)
    assert _article(f"<div>{above}</div>", meta=_json(made), url=ADDRESS).author == author


def test_the_outlet_may_be_named_by_its_title_and_its_signature() -> None:
    """Where the page declares nothing but the address of the paper."""
    declared = (
        '<meta name="author" content="L’Écho des Ormes"><meta property="og:site_name" content="lechodesormes-45.fr">'
    )
    assert _article(title="La digue des Ormes a tenu - L’Écho des Ormes", meta=declared).outlet == "L’Écho des Ormes"


def test_an_agency_may_sign_behind_a_bar() -> None:
    """As Swiss papers print it."""
    assert _article("<p class=byline>La Voix lémanique/ats</p>").author == "La Voix lémanique/ats"


def test_a_person_who_publishes_is_not_the_outlet() -> None:
    """Where the page names one; who keeps a blog may be both."""
    made = '{"@type":"BlogPosting","author":"Jeanne Morel","publisher":{"@type":"Person","name":"Jeanne Morel"}}'

    assert _article(meta=_json(made) + '<meta property="og:site_name" content="Digues">').outlet == "Digues"
    assert _article(meta=_json(made)).outlet == "Jeanne Morel"


def test_a_bare_name_below_a_text_signs_it() -> None:
    """Where nobody else is named than the outlet; the name is none of the text's words."""
    made = '{"@type":"NewsArticle","author":{"@type":"Organization","name":"Écho"},"publisher":{"name":"Écho"}}'
    page = f"<h1>La digue des Ormes a tenu</h1>{{}}<div><p>{OPENING}</p><p>{REST}</p><p>{{}}</p></div>"
    found = _found(page.format("", "Jeanne Morel"), meta=_json(made))

    assert (found.author, found.text) == ("Jeanne Morel", f"{OPENING}\n{REST}")
    assert _article(below="<footer>Posté par Jeanne Morel à 18:40 - Permalien</footer>").author == "Jeanne Morel"
    assert _found(page.format("<p>Par Paul Petit</p>", "Jeanne Morel"), meta=_json(made)).author == "Paul Petit"
    assert _found(page.format("", "Avec Reuters"), meta=_json(made)).author == "Écho"


def test_the_author_of_a_teaser_signs_nothing_else() -> None:
    """It stands beside the article, though above its first paragraph."""
    beside = "<aside><h2><a href=/a>Au camp de base</a></h2><span>Par Denis Farge</span></aside>"
    assert _article(beside).author is None


# Days


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("Dienstag, 29. Januar 2019", "de", "2019-01-29"),
        ("31 de marzo de 2016", "es", "2016-03-31"),
        ("2 gennaio 2023", "it", "2023-01-02"),
        ("03/04/2025", "es", "2025-04-03"),
        ("03/04/2025", "en", None),
        ("31 de Ormes de 2016", "es", None),
    ],
)
def test_months_are_read_in_the_languages_of_our_neighbours(text: str, language: str, day: str | None) -> None:
    """A collection may hold articles that nobody extracts claims from."""
    assert read_date(text, language) == day


def test_a_day_may_be_followed_by_words() -> None:
    """Where it stands is told in code points."""
    assert find_day("Le 29. Januar 2019 um 8 Uhr") == ("2019-01-29", 3, 18)


@pytest.mark.parametrize(
    ("declared", "line", "published"),
    [
        ("2024-05-05", "Jeanne Morel · 4 mai 2024", "2024-05-04"),
        ("2024-05-03", "Jeanne Morel · 6 mai 2024", "2024-05-03"),
        ("2024-05-04T21:00:00Z", "May 5, 2024 -- Updated 02:03", "2024-05-04"),
        ("", "May 6, 2024 -- Updated 02:03", "2024-05-04"),
    ],
)
def test_the_address_decides_between_two_days(declared: str, line: str, published: str) -> None:
    """And the day of a change is not that of publication, wherever the word stands."""
    meta = f'<meta property="article:published_time" content="{declared}">' if declared else ""
    assert _article(f"<p>{line}</p>", meta=meta, url=ADDRESS).published == published


def test_the_day_begins_where_the_language_is_spoken() -> None:
    """« fr-CA », of an outlet that nobody knows: late at night in Greenwich it is still the day before there."""
    late = '<meta property="article:published_time" content="2024-05-05T00:41:00+00:00">'
    page = f"<h1>La digue a tenu</h1><p>{OPENING}</p><p>{REST}</p>"
    assert _found(page, meta=late + '<meta property="og:locale" content="fr_CA">').published == "2024-05-04"
    assert _found(page, meta=late + '<meta property="og:locale" content="fr_FR">').published == "2024-05-05"
    assert _found(page, meta=late).published == "2024-05-05"


# Languages


def test_a_spanish_text_is_not_french() -> None:
    """A fifth of its words are, « de, la, que, en, un »; claims would be sought in it by French rules."""
    spanish = (
        "Los datos de la demora para entrar en el quirófano son un problema de la sanidad que crece en España. " * 3
    )

    assert language_of(spanish) is None
    assert language_of(f"{TEXT} {TEXT}") == "fr"


# What stands above, around and behind a text


@pytest.mark.parametrize(
    "standfirst",
    [
        "<h2 class=chapo>Une nuit de veille</h2>",
        "<div class=standfirst><p>Dans la ville, une nuit de veille et de pluie sans fin</p></div>",
        '<div class="comment-lead"><p>Une nuit de veille dans toute la ville, et pas une maison perdue</p></div>',
    ],
)
def test_a_standfirst_is_the_article_s(standfirst: str) -> None:
    """By its mark or its parent's, or since the page declares it as its summary, however it is marked."""
    words = standfirst.split(">")[-3 if standfirst.startswith("<div") else -2].split("<", maxsplit=1)[0]
    meta = f'<meta name="description" content="{words}">' if "comment" in standfirst else ""

    assert _article(standfirst, meta=meta).text == f"{words}\n{TEXT}"


def test_a_summary_may_be_marked_in_the_page() -> None:
    """As the article's description, in microdata; then it is no teaser, whatever its name."""
    chapo = "<div itemprop=description class=teaser><p>Dans toute la ville, une nuit de veille sans fin.</p></div>"
    text = f"<div><p>{OPENING}</p><p>{REST}</p></div>"
    page = f"<div itemscope itemtype=http://schema.org/Article><h1>La digue a tenu</h1>{chapo}{text}</div>"

    assert _found(page).text.startswith("Dans toute la ville")


def test_what_holds_the_headline_is_no_sidebar() -> None:
    """Sites call the part beside which a sidebar stands `sidebar__main`."""
    chapo = "<p>Dans toute la ville, une nuit de veille et de pluie, et pas une seule maison perdue.</p>"
    body = f"<div class=sidebar__main><h1>La digue a tenu</h1>{chapo}<div><p>{OPENING}</p><p>{REST}</p></div></div>"

    assert _found(body).text.startswith("Dans toute la ville")


@pytest.mark.parametrize(
    "below",
    [
        f"<div class=visitors-comment-block>{f'<p>{OPENING} Moi, je doute.</p>' * 6}</div>",
        f"<h2>Nos chroniques</h2><p class=intro>{OPENING} Le reste est dans notre journal.</p>",
        "<h2>À retrouver dans nos pages</h2>",
        "<div class=b1><p>Ce journal ne dépend que de ses lecteurs, et de rien d’autre.</p><a>Je m’abonne</a></div>",
        "<p>📲 Toute l’actualité de la Loire est dans <a href=/a>notre application</a>, gratuite et complète.</p>",
        f"<h2>Über den Autor</h2><p>{OPENING} Er berät Städte.</p>",
        "<p>Les documents de la préfecture :</p>",
        "<p><b>Vous lisez un journal libre.</b> Aidez-nous : <a href=/a>devenez adhérent</a> dès 2 € par mois.</p>",
    ],
)
def test_what_follows_a_text_goes(below: str) -> None:
    """Comments however many, another article's opening, what only leads to more."""
    assert _article(below=below).text == TEXT


@pytest.mark.parametrize(
    "caption",
    [
        "<p>- La digue, samedi. REUTERS/Paul Petit -</p>",
        "<p>La digue des Ormes, samedi © Paul Petit</p>",
        "<p>La digue des Ormes hat gehalten. Bild: dpa</p>",
        "<div class=media><div class=legend>La digue des Ormes, samedi à midi, vue de la rive.</div></div>",
        "<figure><figcaption>1 de 2 La digue, vue de la rive.</figcaption></figure><p>La digue, vue de la rive.</p>",
        "<p>{{ controller.status === 'draft' ? 'Brouillon' : 'Ce texte que personne ne devrait lire ici.' }}</p>",
    ],
)
def test_a_caption_is_no_sentence(caption: str) -> None:
    """By its credit, its mark, or since a picture repeats it; nor is what a program would have filled in."""
    assert _article(within=caption).text == TEXT


@pytest.mark.parametrize(
    ("last", "is_kept"), [(f"<p>{LAST}</p>", True), (f"<p><a href=/a>Nos digues</a> : {LAST}</p>", False)]
)
def test_a_title_with_its_summary_is_another_article_s(last: str, *, is_kept: bool) -> None:
    """Behind a heading of the site, where a paragraph of the article may stand too."""
    body = f"<h1>La digue a tenu</h1><div><p>{OPENING}</p><p>{REST}</p><p>À lire aussi :</p>{last}</div>"
    assert (LAST in _found(body).text) is is_kept


def test_a_selection_is_no_part_of_the_text() -> None:
    """Though what holds it is marked like what holds the text; what holds that is not."""
    part = "<section class='{}'><h2>{}</h2><div class=text><p>{}</p><p>{}</p></div></section>"
    page = f"<h1>La digue a tenu</h1>{part.format('grid', 'Récit', OPENING, REST)}{{}}"

    assert (
        LAST not in _found(page.format(part.format("grid dark", "Notre sélection", LAST, "<a href=/a>Grippe</a>"))).text
    )
    assert LAST in _found(page.format(part.format("grid", "La suite", LAST, LAST))).text


def test_an_offer_below_a_text_is_none_of_it() -> None:
    """However long it is beside the little that may be read."""
    offer = "Vous avez un compte ? Identifiez-vous ; sinon, soutenez une presse libre et indépendante de tous."
    wall = f"<div class=limit><p>Cet article est réservé aux abonnés</p><p>{offer}</p></div>"
    found = _found(f"<h1>La digue a tenu</h1><div class=text><p>{OPENING}</p><p>{REST}</p></div>{wall}")

    assert (found.text, found.is_partial) == (f"{OPENING}\n{REST}", True)


def test_a_call_for_gifts_is_none_of_the_text() -> None:
    """Where it stands in a part of its own; what somebody says in the text does."""
    call = "Notre journal est indépendant et en accès libre. Pour qu’il le reste, faites un don, même d’un euro."
    said = "« Faites un don », a lancé le maire aux habitants des Ormes qui n’avaient pas été touchés par la crue."
    found = _article(within=f"<div class=encart><p>{call}</p></div><p>{said}</p>")
    assert found.text == f"{OPENING}\n{said}\n{REST}\n{LAST}"


def test_what_stands_around_a_form_is_its_box() -> None:
    """A paper's letter is offered among the paragraphs, in words that nobody knows beforehand."""
    form = "<form><input type=email><button>OK</button></form>"
    offer = "<p>Toute votre commune</p><p>Chaque matin, nous vous écrivons.</p>"
    box = f"{offer}{form}<p>Vos données restent ici.</p>"
    assert _article(within=f"<div>{box}</div>").text == TEXT


def test_a_heading_may_be_one_by_its_role() -> None:
    """Where no element is: on a page made of parts alone."""
    found = _article(within='<div role="heading" aria-level="2">Une nuit d’attente</div>')
    assert found.text == f"{OPENING}\nUne nuit d’attente\n{REST}\n{LAST}"


def test_a_heading_with_nothing_under_it_is_a_box_s() -> None:
    """Its films are gone; below it stands a heading of the text, of a higher rank."""
    found = _article(within="<div class=films><h4>Nos vidéos</h4></div><h3>Une nuit d’attente</h3>")
    assert found.text == f"{OPENING}\nUne nuit d’attente\n{REST}\n{LAST}"


def test_a_bold_line_among_paragraphs_is_a_heading() -> None:
    """Where no element says so; in a box of its own it is a label."""
    heading = _article(within="<div class=sub><b>Une nuit d’attente</b></div>")
    label = _article(within="<div class=box><div class=sub><b>J’agis : 14 signatures</b></div></div>")
    assert heading.text == f"{OPENING}\nUne nuit d’attente\n{REST}\n{LAST}"
    assert label.text == TEXT


def test_a_heading_may_stand_between_the_parts_of_a_text() -> None:
    """Where each paragraph has a part of its own, and a film stands between."""
    parts = (OPENING, REST, LAST)
    first, *more = (f"<div class=prose><p>{part}</p></div>" for part in parts)
    page = f"<main><h1>La digue a tenu</h1>{first}<h2>Une nuit d’attente</h2><div class=film>Film</div>{''.join(more)}"
    assert _found(f"{page}</main>").text == f"{OPENING}\nUne nuit d’attente\n{REST}\n{LAST}"


def test_an_old_page_may_be_laid_out_by_a_table() -> None:
    """Its columns are no cells of one line."""
    text = f"{OPENING}<br><br>{REST}<br><br>{LAST}"
    row = f"<td><a href=/>Accueil</a><br><a href=/a>Annonces</a></td><td>La digue a tenu<br><br>{text}</td>"
    assert _found(f"<table><tr>{row}</tr></table>", title="La digue a tenu").text == TEXT


def test_an_old_page_has_its_headline_in_a_line_with_the_day() -> None:
    """No element says that it is one; its `<title>` has the paper's name before it."""
    above = "<font>La digue des Ormes a tenu</font> <font>samedi 4 mai 2024, par Jeanne Morel</font>"
    page = f"<table><tr><td>{above}<br><br>{OPENING}<br><br>{REST}<br><br>{LAST}</td></tr></table>"
    found = _found(page, title="Le Courrier - La digue des Ormes a tenu")

    assert (found.title, found.outlet) == ("La digue des Ormes a tenu", "Le Courrier")
    assert (found.author, found.published) == ("Jeanne Morel", "2024-05-04")


def test_a_letter_may_be_laid_out_by_a_table() -> None:
    """Its text stands in several cells; what follows it in the last one is the sender's."""
    cells = (
        f"<p>{OPENING}</p><p>{REST}</p>",
        f"<h2>Le chiffre</h2><p>{LAST}</p>",
        "<p>Vous recevez ce courriel à moi@e.example</p>",
    )
    rows = "".join(f"<tr><td>{cell}</td></tr>" for cell in ("<h1>La digue a tenu</h1>", *cells))

    assert _found(f"<table>{rows}</table>").text == f"{OPENING}\n{REST}\nLe chiffre\n{LAST}"


def test_a_sign_before_what_is_no_link_belongs_to_the_text() -> None:
    """Lists of figures have them too."""
    assert "▶ 12 digues" in _article(within="<p>▶ 12 digues contrôlées depuis le mois de mars.</p>").text


@pytest.mark.parametrize(
    ("said", "is_partial"),
    [
        ('"isAccessibleForFree":false', True),
        ('"isAccessibleForFree":false,"wordCount":400', True),
        (f'"isAccessibleForFree":false,"wordCount":"{len(TEXT.split())}"', False),
        ('"isAccessibleForFree":false,"wordCount":"0"', True),
        ('"isAccessibleForFree":true,"wordCount":400', False),
        ('"wordCount":400', False),
    ],
)
def test_a_page_that_shows_all_its_words_is_whole(said: str, *, is_partial: bool) -> None:
    """Though it declares that it is not for everybody: some only ask readers to register."""
    assert _article(meta=_json(f'{{"@type":"NewsArticle",{said}}}')).is_partial is is_partial


def test_of_articles_that_follow_as_one_scrolls_the_first_is_kept() -> None:
    """Each is marked as one, and has a headline of its own."""
    following = "".join(
        f"<article><h2>Autre {n}</h2><p>{OPENING} Bis {n}.</p><p>{REST} Ter {n}.</p></article>" for n in range(5)
    )
    own = f"<article><h1>La digue a tenu</h1><p>{OPENING}</p><p>{REST}</p></article>"

    assert _found(own + following, title="La digue a tenu").text == f"{OPENING}\n{REST}"


def test_articles_that_follow_may_be_marked_in_another_way() -> None:
    """What holds them is marked alike, and each has its headline; a part without one is the article's."""
    story = "<div class='story n{}'><h1>La digue a {}</h1><div class=text><p>{}</p><p>{}</p></div></div>"
    page = story.format(1, "tenu", OPENING, REST) + story.format(2, "cédé", LAST * 3, LAST)
    parted = f"<div class=part><h1>La digue a tenu</h1><p>{OPENING}</p></div><div class=part><p>{REST}</p></div>"

    assert _found(page, title="La digue a tenu").text == f"{OPENING}\n{REST}"
    assert _found(parted, title="La digue a tenu").text == f"{OPENING}\n{REST}"

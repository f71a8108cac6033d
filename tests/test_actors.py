"""Pages of actors: a state with its capital and its government, what it says before what is said of it."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from briefing.export.linked.graph import to_jsonld
from briefing.model.annotation import Attribution, EntityType, Mention
from briefing.model.article import Article, Metadata
from briefing.model.claim import Claim, Modality, Status, claim_id
from briefing.model.dossier import Dossier
from briefing.model.entity import Entity
from briefing.pages.site import Edition, Site
from briefing.pages.views.actors import lodged
from briefing.pages.views.entities import entity_pages, named_together
from briefing.search.facets import facets
from briefing.search.subjects import subject_records
from rendered import plain
from sample import DOSSIER, HELD, passage, spot

TEXT = "Rome dément. L’Italie vote. Rome et Milan accusent. Le gouvernement italien tient. Anna Riva part."
ARTICLE = Article(id="italie", text=TEXT, meta=Metadata(title="Vote", published="2024-07-02"))
ENTITIES = (
    Entity(id="italie", name="Italie", type=EntityType.PLACE, stands_for="gouvernement-italien"),
    Entity(id="gouvernement-italien", name="gouvernement italien", type=EntityType.ORGANISATION, affiliation="italie"),
    Entity(id="rome", name="Rome", type=EntityType.PLACE, stands_for="gouvernement-italien"),
    Entity(id="milan", name="Milan", type=EntityType.PLACE),
    Entity(id="anna-riva", name="Anna Riva", type=EntityType.PERSON, affiliation="gouvernement-italien"),
)


def _claim(
    words: str, modality: Modality, *named: tuple[str, str], source: str = "", entity: str | None = None
) -> Claim:
    whole = passage(ARTICLE, words)
    said = (Attribution(source=source, cue="dit", content=whole, entity=entity),) if source else ()
    mentions = tuple(Mention(**spot(ARTICLE, name), entity=ident) for name, ident in named)  # type: ignore[arg-type]
    made = replace(HELD, id=claim_id(ARTICLE.id, words), evidence=whole, modality=modality, quotes=(), attribution=said)
    return replace(made, entities=mentions)


CLAIMS = (
    _claim("Rome dément", Modality.DENIED, ("Rome", "rome"), source="Rome", entity="rome"),
    _claim("L’Italie vote", Modality.ASSERTED, ("Italie", "italie")),
    _claim("Rome et Milan accusent", Modality.ALLEGED, ("Rome", "rome"), ("Milan", "milan"), source="Rome et Milan"),
    _claim("Le gouvernement italien tient", Modality.ASSERTED, ("gouvernement italien", "gouvernement-italien")),
    _claim("Anna Riva part", Modality.ASSERTED, ("Anna Riva", "anna-riva")),
)
STATE = Dossier(
    articles=(ARTICLE,),
    files=(replace(DOSSIER.files[0], article=ARTICLE.id, claims=CLAIMS),),
    entities=ENTITIES,
    listed=frozenset(entity.id for entity in ENTITIES),
)
FOUND = replace(STATE, listed=frozenset())
"""The same where nobody described anything."""
SITE = Site(STATE, Edition(title="Italie"))


def _text(path: str) -> str:
    return plain(SITE.render(path).html)


def test_a_state_has_one_page_with_its_capital_and_government() -> None:
    """Each is a section of what is said of it; who speaks for it is named and has a page of its own."""
    html = SITE.render("acteurs/italie.md").html
    assert re.findall(r'<h3[^>]*id="([\w-]+)"', html) == ["gouvernement-italien"]
    assert 'id="rome"' in html
    assert "Anna Riva" in _text("acteurs/italie.md")
    assert "acteurs/anna-riva.md" in SITE.pages


def test_a_section_is_reached_where_nothing_is_said_of_the_state_itself() -> None:
    """The first section is then another's, and its anchor is what links lead to."""
    spoken = _claim("L’Italie vote", Modality.ALLEGED, source="L’Italie", entity="italie")
    files = (replace(STATE.files[0], claims=(CLAIMS[0], spoken, *CLAIMS[2:])),)
    html = Site(replace(STATE, files=files), Edition(title="Italie")).render("acteurs/italie.md").html
    assert 'href="#gouvernement-italien"' in html
    assert 'id="gouvernement-italien"' in html


def test_what_a_state_says_stands_before_what_is_said_of_it() -> None:
    """By whichever name it speaks, and what it says with another counts for both; no name follows « que »."""
    text = _text("acteurs/italie.md")
    assert text.index("Ce que dit Rome") < text.index("Ce que dément Rome")
    assert text.index("Rome et Milan accusent") < text.index("Rome dément") < text.index("L’Italie vote")
    assert "Rome et Milan accusent" in _text("acteurs/milan.md").split("Ce qu’on en dit")[0]


def test_an_old_address_leads_to_the_state() -> None:
    """A page says where the capital stands now, and leads there by a link alone; it needs no frame."""
    link = dict(SITE.moved())["acteurs/rome.md"]
    html = SITE.bare("moved", "acteurs/rome.html", link)
    assert '<a href="../acteurs/italie.html#rome">Italie</a>' in html
    assert 'http-equiv="refresh"' not in html
    assert "acteurs/rome.md" not in SITE.pages
    assert "acteurs/italie.md" not in dict(SITE.moved())


def test_whom_one_article_names_stands_on_its_page() -> None:
    """Where nobody described her and she says nothing: the list, search and linked data lead there."""
    site = Site(FOUND, Edition(title="Italie"))
    place = f"articles/{ARTICLE.id}.html#e-anna-riva"
    assert "acteurs/anna-riva.md" not in site.pages
    assert {"acteurs/italie.md", "acteurs/milan.md"} <= set(site.pages)  # a state; one that speaks with another
    assert f'<li id="e-anna-riva">Anna Riva <span class="soft">personne</span> <a href="#{CLAIMS[-1].id}">' in (
        site.render(f"articles/{ARTICLE.id}.md").html
    )
    assert f'href="../{place}"' in site.render("acteurs/index.md").html
    assert [record.article.path for record in subject_records(site) if record.passage == "Anna Riva"] == [place]
    assert f'"@id":"{place}"' in to_jsonld(site, "../")


def _with_last(*claims: Claim) -> Dossier:
    return replace(FOUND, files=(replace(FOUND.files[0], claims=(*CLAIMS[:-1], *claims)),))


ANNA = CLAIMS[-1]
TWIN = replace(ARTICLE, id="jumeau")
TWICE = replace(
    FOUND,
    articles=(ARTICLE, TWIN),
    files=(*FOUND.files, replace(FOUND.files[0], article=TWIN.id, claims=(replace(ANNA, id="c-2"),))),
)
OWN_PAGE = {
    "a person described her": (STATE, ()),
    "she speaks": (_with_last(ANNA, _claim("L’Italie vote", Modality.ALLEGED, source="Riva", entity="anna-riva")), ()),
    "a person checked what is told of her": (_with_last(replace(ANNA, status=Status.REVIEWED)), ()),
    "an edition told it": (FOUND, (ANNA.id,)),
    "a second article names her": (TWICE, ()),
}


@pytest.mark.parametrize(("dossier", "published"), OWN_PAGE.values(), ids=OWN_PAGE)
def test_who_has_a_page(dossier: Dossier, published: tuple[str, ...]) -> None:
    """Any of these is enough, alone."""
    assert "anna-riva" in lodged(FOUND, (), {})
    assert "anna-riva" not in lodged(dossier, published, {})


def test_the_table_filters_by_state() -> None:
    """One entry of the list for all its names, called by its own."""
    found = facets(SITE.catalogue.claims.values(), SITE.catalogue.words)
    assert isinstance(found, dict)
    actors = found["actors"]
    assert next(row[:2] for row in actors) == ["italie", "Italie"]  # type: ignore[union-attr,index]
    assert {row[0] for row in actors} == {"italie", "milan", "anna-riva"}  # type: ignore[union-attr,index]


def test_no_list_of_zeros() -> None:
    """Who says nothing has an empty cell, which a telephone leaves out."""
    row = SITE.render("acteurs/index.md").html.split("anna-riva.html")[1].split("</tr>")[0]
    assert ">0<" not in row
    assert '<td class="right" data-label="Dit"></td>' in row


def test_a_region_speaks_for_nobody() -> None:
    """It belongs to a state as a minister does, and is not among those who speak for it."""
    inside = tuple(replace(entity, affiliation="italie") if entity.id == "milan" else entity for entity in ENTITIES)
    html = Site(replace(STATE, entities=inside), Edition(title="Italie")).render("acteurs/italie.md").html
    spokesmen = html.split("Parlent en son nom")[1].split("</dd>")[0]
    assert "Anna Riva" in spokesmen
    assert "Milan" not in spokesmen


def test_a_pronoun_names_nobody() -> None:
    """Where nobody could tell who it is, it is no speaker's name; nor has it a page."""
    said = _claim("Anna Riva part", Modality.ALLEGED, source="Elle")
    site = Site(replace(STATE, files=(replace(STATE.files[0], claims=(said,)),)), Edition(title="Italie"))
    [claim] = site.catalogue.claims.values()
    assert claim.speaker.name == "Locuteur incertain"
    assert not claim.speaker.named


def test_who_meets_nobody_has_no_row() -> None:
    """The triangle names those that some claim names together; « Riva » stands alone in its claim."""
    together = _claim(
        "Rome et Milan accusent", Modality.ALLEGED, ("Rome", "rome"), ("Milan", "milan"), ("Anna Riva", "anna-riva")
    )
    alone = _claim("L’Italie vote", Modality.ASSERTED, ("Riva", "riva"))
    entities = (*ENTITIES, Entity(id="riva", name="Riva", type=EntityType.PLACE))
    files = (replace(STATE.files[0], claims=(together, alone)),)
    site = Site(replace(STATE, files=files, entities=entities), Edition(title="Italie"))
    drawn = named_together(entity_pages(site.catalogue))
    assert drawn is not None
    assert sorted(" ".join(lines) for lines, *_ in drawn.names) == ["Anna Riva", "Milan", "Rome"]


def test_a_page_does_not_name_its_own_again() -> None:
    """Under « Ce que dit Anna Riva » only others are named: those who say it with her, or pass it on."""
    alone = _claim("Anna Riva part", Modality.ALLEGED, source="Anna Riva", entity="anna-riva")
    relayed = _claim("L’Italie vote", Modality.ALLEGED, source="Anna Riva", entity="anna-riva")
    rome = Attribution(source="Rome", cue="dit", content=relayed.evidence, entity="rome")
    dossier = _with_last(alone, replace(relayed, id="c-2", attribution=(rome, *relayed.attribution)))
    said = re.findall("<li>.*?</li>", Site(dossier, Edition(title="Italie")).render("acteurs/anna-riva.md").html)
    assert ["anna-riva.html" in row for row in said if "Anna Riva part" in row] == [False]
    assert "anna-riva.html" in next(row for row in said if "L’Italie vote" in row)

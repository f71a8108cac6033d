"""Where claims come from: who says them, who passes them on, and which of them bear each other out."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefing.extract.pipeline import extract
from briefing.languages import find_pack
from briefing.model.annotation import Attribution, EntityType, Mention, Quotation
from briefing.model.article import Article, Metadata
from briefing.model.chain import Chain, Doubt, Source
from briefing.model.claim import Because, Claim, Modality
from briefing.model.entity import Entity
from briefing.model.span import Passage
from briefing.relate.actors import named
from briefing.relate.copies import agency_of
from briefing.relate.origins import Ways, independent
from briefing.relate.relays import Relays

FRENCH = find_pack("fr")
assert FRENCH is not None
PROJECT = (
    Entity(id="moscou", name="Moscou", type=EntityType.PLACE, stands_for="gouvernement-russe"),
    Entity(id="ministere", name="ministère russe de la Défense", type=EntityType.ORGANISATION),
    Entity(id="roux", name="Anne Roux", type=EntityType.PERSON),
)
ENTITIES = {entity.id: entity for entity in named((), PROJECT, FRENCH.gazetteer(), FRENCH.belonging())}
ENTITIES |= {entity.id: entity for entity in FRENCH.gazetteer() if entity.id not in ENTITIES}
AFP = Source("AFP", "agence-france-presse")


def _told(article: str, words: str, *sources: tuple[str, str | None]) -> tuple[Article, Claim]:
    """A claim of `words` in an article of that name, said by the sources, outermost first."""
    passage = Passage(exact=words, start=0, end=len(words))
    claim = Claim(
        id=f"c-{article}",
        evidence=passage,
        modality=Modality.ALLEGED,
        because=Because("fr.r"),
        attribution=tuple(Attribution(source=s, cue="selon", content=passage, entity=e) for s, e in sources),
    )
    return Article(id=article, text=words), claim


def _chains(
    *told: tuple[Article, Claim], agencies: dict[str, Source] | None = None, copied: dict[str, str] | None = None
) -> tuple[Chain, ...]:
    return Ways(ENTITIES, agencies or {}, copied or {}).chains(told)


def _doubts(*told: tuple[Article, Claim], agencies: dict[str, Source] | None = None) -> list[Doubt | None]:
    return [chain.doubt for chain in _chains(*told, agencies=agencies)]


def test_a_chain_goes_from_who_says_it_to_the_article() -> None:
    """« Selon l'AFP, Anne Roux affirme que … »: she says it, the agency passes it on."""
    (chain,) = _chains(_told("a", "le pont a cédé", ("l'AFP", "agence-france-presse"), ("Anne Roux", "roux")))

    assert chain.origins == (Source("Anne Roux", "roux"),)
    assert [relay.entity for relay in chain.relays] == ["agence-france-presse"]
    assert (chain.article, chain.claim, chain.doubt) == ("a", "c-a", None)


def test_two_named_speakers_bear_each_other_out() -> None:
    """Each is an origin of its own."""
    chains = _chains(
        _told("a", "le pont a cédé", ("Moscou", "moscou")), _told("b", "le pont est tombé", ("Roux", "roux"))
    )

    assert all(chain.doubt is None for chain in chains)
    assert independent(chains, ENTITIES) == ("Anne Roux", "gouvernement russe")


def test_a_speaker_counts_once() -> None:
    """Two articles that cite the same person."""
    told = _told("a", "le pont a cédé", ("Roux", "roux")), _told("b", "le pont est tombé", ("Elle", "roux"))

    assert _doubts(*told) == [None, Doubt.SAME_ORIGIN]
    assert independent(_chains(*told), ENTITIES) == ("Anne Roux",)


def test_a_government_and_its_ministry_are_one_origin() -> None:
    """« Moscou » and « le ministère russe de la Défense »; the chain still says which of them spoke."""
    told = (
        _told("a", "le pont a cédé", ("le ministère", "ministere")),
        _told("b", "le pont est tombé", ("Moscou", "moscou")),
    )
    chains = _chains(*told)

    assert [chain.doubt for chain in chains] == [None, Doubt.SAME_ORIGIN]
    assert chains[0].origins == (Source("ministère russe de la Défense", "ministere", "russie"),)
    assert independent(chains, ENTITIES) == ("gouvernement russe",)


def test_nobody_named_adds_no_origin() -> None:
    """« des experts » may be anybody, also the same ones; nor does an article that speaks for itself."""
    told = _told("a", "le pont a cédé", ("des experts", None)), _told("b", "le pont est tombé")

    assert _doubts(*told) == [Doubt.UNNAMED, Doubt.UNNAMED]
    assert independent(_chains(*told), ENTITIES) == ()


def test_a_shared_agency_is_said() -> None:
    """Two outlets that name nobody and both owe their words to one agency; with a speaker of its own, one counts."""
    bare, other = _told("a", "le pont a cédé"), _told("b", "le pont est tombé")
    said = _told("b", "le pont est tombé", ("Roux", "roux"))
    shared = {"a": AFP, "b": AFP}

    assert _doubts(bare, other, agencies=shared) == [Doubt.UNNAMED, Doubt.SAME_RELAY]
    assert _doubts(bare, said, agencies=shared) == [Doubt.UNNAMED, None]
    assert _doubts(bare, other, agencies={"a": AFP}) == [Doubt.UNNAMED, Doubt.UNNAMED]


SENTENCE = "Le préfet a annoncé lundi la fermeture du pont pour trois semaines après la découverte de fissures"


def test_the_same_words_are_a_copy() -> None:
    """Whatever the outlet and whoever is named: a sentence, a long part of it, any claim of a copied article."""
    whole = _told("a", SENTENCE, ("Roux", "roux"))

    assert _doubts(whole, _told("b", f"{SENTENCE}, et le maire proteste", ("Moscou", "moscou"))) == [None, Doubt.COPY]
    assert _doubts(whole, _told("b", "la fermeture du pont", ("Moscou", "moscou"))) == [None, None]
    copied = _chains(whole, _told("b", "le pont ferme", ("Moscou", "moscou")), copied={"b": "a"})
    assert [chain.doubt for chain in copied] == [None, Doubt.COPY]


def test_the_same_quotation_is_a_copy() -> None:
    """Told in other words, the quotation itself was taken from one place."""
    quote = Quotation(exact="nous n'avons jamais vu un pont céder aussi vite", start=0, end=46)
    told = [
        (article, replace(claim, quotes=(quote,)))
        for article, claim in (_told("a", "il raconte la chute"), _told("b", "elle se souvient", ("Roux", "roux")))
    ]

    assert _doubts(*told) == [Doubt.UNNAMED, Doubt.COPY]


def test_joint_sources_are_several() -> None:
    """« Moscou et Anne Roux affirment » has two; « un proche de Moscou et d'Anne Roux » is neither."""
    mentions = tuple(
        Mention(exact=name, start=0, end=len(name), type=EntityType.PLACE, entity=ident)
        for name, ident in (("Moscou", "moscou"), ("Anne Roux", "roux"))
    )
    found = []
    for source in ("Moscou et Anne Roux", "un proche de Moscou et d'Anne Roux"):
        article, claim = _told("a", "le pont a cédé", (source, None))
        found.append(independent(_chains((article, replace(claim, entities=mentions))), ENTITIES))

    assert found == [("Anne Roux", "gouvernement russe"), ()]


def test_a_joint_source_adds_one_where_one_of_them_is_new() -> None:
    """The first article cites one of both already."""
    mentions = tuple(
        Mention(exact=name, start=0, end=len(name), type=EntityType.PLACE, entity=ident)
        for name, ident in (("Moscou", "moscou"), ("Anne Roux", "roux"))
    )
    article, claim = _told("b", "le pont est tombé", ("Moscou et Anne Roux", None))

    assert _doubts(_told("a", "le pont a cédé", ("Roux", "roux")), (article, replace(claim, entities=mentions))) == [
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("sources", "government"),
    [
        (("Le porte-parole du gouvernement belge, Luc Maes", "Luc Maes"), "gouvernement-belge"),
        (("Luc Maes, ministre belge des Transports",), "gouvernement-belge"),
        (("L'ancien ministre belge Luc Maes",), None),
        (("Le ministre belge Luc Maes", "Le ministre français Luc Maes"), None),
        (("Le secrétaire général de l'Otan, le Belge Luc Maes",), None),
    ],
)
def test_a_person_belongs_to_whom_a_title_names(sources: tuple[str, ...], government: str | None) -> None:
    """« Le porte-parole du gouvernement belge, Luc Maes » and « le gouvernement belge » are one origin."""
    assert FRENCH is not None
    claims = []
    for source in sources:
        _, claim = _told("a", "le pont a cédé", (source, "luc-maes"))
        claims.append(
            replace(
                claim, entities=(Mention(exact="Luc Maes", start=0, end=8, entity="luc-maes", type=EntityType.PERSON),)
            )
        )
    known = {entity.id: entity for entity in named(claims, (), FRENCH.gazetteer(), FRENCH.belonging())}

    assert known["luc-maes"].affiliation == government


@pytest.mark.parametrize(
    ("name", "government"),
    [
        ("services de renseignement sud-coréens", "gouvernement-sud-coreen"),
        ("ministère de la Défense de la Russie", "gouvernement-russe"),
        ("porte-parole du gouvernement russe", "gouvernement-russe"),
        ("état-major ukrainien", "gouvernement-ukrainien"),
        ("Le porte-parole de l'armée ukrainienne", "gouvernement-ukrainien"),
        ("la ministre belge des Transports", "gouvernement-belge"),
        ("porte-parole de l'opposition russe", None),
        ("ancien ministre belge", None),
        ("chef du gouvernement", None),
        ("gouvernement russe", None),
        ("ministère de la Défense", None),
        ("parlement russe", None),
        ("Banque de Russie", None),
        ("ministres français et russe", None),
    ],
)
def test_a_service_is_known_by_its_name(name: str, government: str | None) -> None:
    """With its country; what is independent of a government, or of no country, is part of none."""
    assert FRENCH is not None
    assert FRENCH.belonging().told(name) == government


@pytest.mark.parametrize(
    ("article", "agency"),
    [
        (Article(id="a", text="Le pont a cédé.", meta=Metadata(outlet="Le Point (AFP)")), "afp"),
        (Article(id="a", text="Le pont a cédé.", meta=Metadata(author="Le Parisien avec AFP")), "afp"),
        (Article(id="a", text="Paris (AFP) – Le pont de la ville a cédé lundi.\n\nIl avait trente ans."), "afp"),
        (Article(id="a", text="Le pont a cédé.\n\nAvec Reuters"), "reuters"),
        (Article(id="a", text="Le pont a cédé.\n\nAFP"), "afp"),
        (Article(id="a", text="Le pont a cédé, a dit le maire à l'AFP."), None),
        (Article(id="a", text="Le pont a cédé.\n\nPhoto : Jean Petit / AFP"), None),
        (Article(id="a", text="Le pont a cédé.\n\nAFP\n\nIl avait trente ans.\n\nOn l'a fermé.\n\nFin."), None),
    ],
    ids=lambda value: value.text[-20:] if isinstance(value, Article) else str(value),
)
def test_an_article_names_its_agency(article: Article, agency: str | None) -> None:
    """Whose words it holds, and not whom it cites."""
    assert FRENCH is not None
    assert agency_of(article, FRENCH.wording()) == agency


@pytest.mark.parametrize(
    ("text", "origins", "relays"),
    [
        ("Selon Reuters, qui cite une source policière, le pont a cédé.", ["une source policière"], ["Reuters"]),
        ("Un policier cité par l’AFP affirme que le pont a cédé.", ["Un policier"], ["Agence France-Presse"]),
        ("Selon un policier cité par l’AFP, le pont a cédé.", ["un policier"], ["Agence France-Presse"]),
        ("« Le pont a cédé », a déclaré Anne Roux à la BBC.", ["Anne Roux"], ["BBC"]),
        ("Le pont a cédé, a déclaré Anne Roux au Monde.", ["Anne Roux"], ["Le Monde"]),
        (
            "Selon l’AFP, Anne Roux a dit à la BBC que le pont avait cédé.",
            ["Anne Roux"],
            ["BBC", "Agence France-Presse"],
        ),
        ("Anne Roux affirme que la BBC a parlé du pont à l’AFP.", ["Anne Roux"], []),
        ("Selon l’AFP, le pont a cédé.", ["Agence France-Presse"], []),
        ("Le pont mène à la BBC.", [], []),
    ],
)
def test_the_way_is_told_by_the_text(text: str, origins: list[str], relays: list[str]) -> None:
    """Who said it, to whom, and who cites it; what a source tells of a medium makes that no relay."""
    assert FRENCH is not None
    article = Article(id="a", text=text)
    [claim] = extract(article, FRENCH, ())
    known = {entity.id: entity for entity in named([claim], (), FRENCH.gazetteer(), FRENCH.belonging())}
    ways = Ways(known, {}, {}, Relays(FRENCH.media(), {"fr": FRENCH.wording()}))
    [way] = ways.chains([(article, claim)])

    assert [source.name for source in way.origins] == origins
    assert [source.name for source in way.relays] == relays


MINISTRY = Entity(id="interieur", name="ministère de l'Intérieur", type=EntityType.ORGANISATION)
FRANCE = ("le gouvernement français", "gouvernement-francais")
RUSSIA = ("le gouvernement russe", "gouvernement-russe")
INTERIOR = ("le ministère de l'Intérieur", "interieur")


def _of_states(*sources: tuple[str, str]) -> tuple[list[Doubt | None], tuple[str, ...]]:
    """The doubts of claims that say the same, each by its source, and the origins that count."""
    assert FRENCH is not None
    told = [_told(f"a{n}", f"le pont a cédé {n}", source) for n, source in enumerate(sources)]
    mentions = tuple(Mention(exact=s, start=0, end=1, entity=e, type=EntityType.ORGANISATION) for s, e in sources)
    claims = [replace(claim, entities=mentions) for _, claim in told]
    actors = named(claims, (MINISTRY,), FRENCH.gazetteer(), FRENCH.belonging())
    unplaced = {e.id for e in actors if not e.affiliation and FRENCH.belonging().is_bare(e.name)}
    known = {entity.id: entity for entity in actors}
    chains = Ways(known, {}, {}, unplaced=frozenset(unplaced)).chains(told)
    return [chain.doubt for chain in chains], independent(chains, known)


def test_a_ministry_without_nationality_is_of_the_state_that_acts_where_its_language_is_spoken() -> None:
    """« ministère de l'Intérieur » beside « gouvernement français », whichever comes first: one origin."""
    assert _of_states(FRANCE, INTERIOR) == ([None, Doubt.SAME_ORIGIN], ("gouvernement français",))
    assert _of_states(INTERIOR, FRANCE) == ([None, Doubt.SAME_ORIGIN], ("gouvernement français",))
    assert _of_states(INTERIOR, INTERIOR) == ([None, Doubt.SAME_ORIGIN], ("ministère de l'Intérieur",))


def test_of_which_state_a_ministry_is_stays_open_where_nothing_tells_it() -> None:
    """Several states act, or one whose newspapers are not French: it is none of theirs and bears nobody out."""
    assert _of_states(RUSSIA, INTERIOR) == ([None, Doubt.SAME_STATE], ("gouvernement russe",))
    assert _of_states(INTERIOR, RUSSIA) == ([None, Doubt.SAME_STATE], ("ministère de l'Intérieur",))
    assert _of_states(FRANCE, RUSSIA, INTERIOR)[0] == [None, None, Doubt.SAME_STATE]


@pytest.mark.parametrize(
    ("name", "is_bare"),
    [
        ("ministère de l'Intérieur", True),
        ("le gouvernement", True),
        ("porte-parole de l'armée", True),
        ("ministère russe de la Défense", False),
        ("gouvernement français", False),
        ("Banque de France", False),
        ("préfecture du Rhône", False),
    ],
)
def test_a_service_that_tells_no_state(name: str, is_bare: bool) -> None:
    """What is no service of a government tells none either, and is not one."""
    assert FRENCH is not None
    assert FRENCH.belonging().is_bare(name) is is_bare

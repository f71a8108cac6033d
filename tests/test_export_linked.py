"""JSON-LD and Web Annotations: read as RDF by a program that is not ours, against the published vocabularies."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from msgspec.structs import replace
from rdflib import OWL, RDF, Graph, Namespace, URIRef
from rdflib.namespace import PROV, SDO

from briefing.export.linked.annotations import annotation_files, to_annotations
from briefing.export.linked.context import contexts
from briefing.export.linked.graph import to_jsonld
from briefing.export.linked.nodes import Linked
from briefing.export.linked.page import linked_page
from briefing.model.article import Rights
from briefing.model.claim import Status
from briefing.model.dossier import Dossier
from briefing.model.relation import DifferenceKind, Field
from briefing.model.ruling import Confidence, Likelihood
from briefing.model.span import Span
from exported import ADDRESS, ANNE, differing, judged, site, with_claim
from sample import BILAN, CRUE, DOSSIER, EVACUATED, HELD, MORE, RAIN, with_rights

HERE = Path(__file__).parent / "export"
SCHEMA_ORG, PROV_O = "https://schema.org/", "http://www.w3.org/ns/prov#"
OA, CITO = Namespace("http://www.w3.org/ns/oa#"), Namespace("http://purl.org/spar/cito/")
CITO_TERMS = {line for line in (HERE / "cito.txt").read_text("utf-8").split("\n") if not line.startswith("#")}
CONTEXT = json.loads((HERE / "annotation.json").read_text("utf-8"))["@context"]
INSIDE = "articles/crue-2024.html"
PAGE = f"{ADDRESS}{INSIDE}"

Json = dict[str, object]


def _graph(dossier: Dossier = DOSSIER, root: str = ADDRESS) -> Graph:
    return Graph().parse(data=to_jsonld(site(dossier), root), format="json-ld", publicID="https://base.example/x/")


def _nodes(dossier: Dossier = DOSSIER) -> dict[str, Json]:
    return {node["@id"]: node for node in json.loads(to_jsonld(site(dossier), ADDRESS))["@graph"]}


def _claim(claim: object, dossier: Dossier = DOSSIER) -> Json:
    found = [node for node in _nodes(dossier).values() if node.get("identifier") == claim.id]  # type: ignore[attr-defined]
    return found[0]


def test_every_term_is_one_of_its_vocabulary() -> None:
    """No property or class of schema.org, PROV or CiTO that these do not have; the rest is under our own name."""
    graph = _graph(judged(likelihood=Likelihood.LIKELY))
    terms = {p for _, p, _ in graph} | set(graph.objects(None, RDF.type))

    assert len(graph) > 150
    for term in terms:
        if str(term).startswith(SCHEMA_ORG):
            assert str(term).removeprefix(SCHEMA_ORG) in SDO.__annotations__, term
        elif str(term).startswith(PROV_O):
            assert str(term).removeprefix(PROV_O) in PROV.__annotations__, term
        elif str(term).startswith(str(CITO)):
            assert str(term).removeprefix(str(CITO)) in CITO_TERMS, term
        else:
            assert str(term).startswith(("urn:briefing:", str(OA), str(RDF))), term


def test_a_claim_has_what_schema_org_asks_for() -> None:
    """Each field of the requirements, one by one."""
    claim = _claim(EVACUATED)

    assert claim["@id"] == f"{INSIDE}#{EVACUATED.id}"
    assert claim["@type"] == "Claim"
    assert claim["text"] == EVACUATED.evidence.exact
    assert claim["inLanguage"] == "fr"
    author = claim["author"]
    assert isinstance(author, dict)
    assert (author["@type"], author["name"]) == ("Organization", "préfecture")
    assert author["sameAs"] == "http://www.wikidata.org/entity/Q123"
    assert claim["creditText"] == "préfecture"
    assert claim["datePublished"] == "2024-05-04"
    assert claim["appearance"] == [f"{INSIDE}#article"]
    assert claim["firstAppearance"] == f"{INSIDE}#article"
    assert claim["claimInterpreter"] == "#editor"
    assert claim["temporalCoverage"] == ["2024-05-03"]
    assert claim["briefing:modality"] == "alleged"
    assert claim["briefing:measure"] == [
        {"@type": "QuantitativeValue", "value": 1200, "unitText": "habitant", "briefing:bound": "exact"}
    ]


def test_an_article_stands_once_with_what_is_known_about_it() -> None:
    """Claims name it; its title, day and outlet are the article's own."""
    article = _nodes(DOSSIER)[f"{INSIDE}#article"]

    assert (article["@type"], article["url"]) == ("NewsArticle", CRUE.meta.url)
    assert (article["headline"], article["datePublished"]) == ("La crue de mai", "2024-05-04")
    assert article["publisher"] == {"@type": "Organization", "name": "L’Écho"}


def test_the_first_appearance_is_that_of_the_oldest_article_that_agrees() -> None:
    """A later article says again what an earlier one said."""
    assert _claim(MORE)["firstAppearance"] == f"{INSIDE}#article"


def test_who_speaks_is_never_made_up() -> None:
    """The article by its outlet; a name nobody knows without a type; an unnamed source as nobody."""
    assert _claim(RAIN)["author"] == {"@type": "Organization", "name": "L’Écho"}
    assert _claim(HELD)["author"] == {"@type": "Thing", "name": "le maire"}
    assert "author" not in _claim(MORE)
    assert _claim(MORE)["creditText"] == "Source non nommée"


def test_those_who_sign_an_article() -> None:
    """Each by name; the outlet itself is no person; its own statements are theirs."""
    crue = replace(CRUE, meta=replace(CRUE.meta, author="Dupont, Jean; L’Écho"))
    dossier = replace(DOSSIER, articles=(crue, BILAN))
    signed = [{"@type": "Person", "name": "Jean Dupont"}, {"@type": "Organization", "name": "L’Écho"}]

    assert _nodes(dossier)[f"{INSIDE}#article"]["author"] == signed
    assert _claim(RAIN, dossier)["author"] == signed


def test_a_bounded_number_is_no_exact_one() -> None:
    """« Plus de 900 » has a floor and no value."""
    measure = _claim(MORE)["briefing:measure"]

    assert measure == [{"@type": "QuantitativeValue", "minValue": 900, "unitText": "habitant", "briefing:bound": "min"}]


def test_a_quotation_names_who_speaks() -> None:
    """Words between quotation marks are a Quotation of somebody, based on the article."""
    assert _claim(HELD)["hasPart"] == [
        {
            "@type": "Quotation",
            "text": "La digue a tenu !",
            "spokenByCharacter": {"@type": "Thing", "name": "le maire"},
            "isBasedOn": f"{INSIDE}#article",
        }
    ]


@pytest.mark.parametrize(
    ("kind", "field", "term"),
    [
        (DifferenceKind.CONTRADICTION, Field.QUANTITY, "disagreesWith"),
        (DifferenceKind.CONTRADICTION, Field.POLARITY, "disputes"),
        (DifferenceKind.DIFFERENCE, Field.QUANTITY, "qualifies"),
        (DifferenceKind.UPDATE, Field.QUANTITY, "updates"),
    ],
)
def test_differences_are_citations_of_a_kind(kind: DifferenceKind, field: Field, term: str) -> None:
    """The later claim does it to the earlier one, never the other way round."""
    graph = _graph(differing(kind, field))
    later, earlier = (URIRef(ADDRESS + str(_claim(c)["@id"])) for c in (MORE, EVACUATED))

    assert [o for p, o in graph.predicate_objects(later) if p == CITO[term]] == [earlier]
    assert [p for p in graph.predicates(earlier) if str(p).startswith(str(CITO))] == []


def test_corroboration_agrees() -> None:
    """The later claim agrees with the earliest."""
    assert _claim(MORE)["cito:agreesWith"] == [f"{INSIDE}#{EVACUATED.id}"]
    assert "cito:agreesWith" not in _claim(RAIN)


def test_provenance_of_a_draft() -> None:
    """Derived from its span, generated by a rule of a program, which answers for it."""
    graph = _graph()
    claim = URIRef(ADDRESS + str(_claim(EVACUATED)["@id"]))
    activity = graph.value(claim, PROV.wasGeneratedBy)
    association = graph.value(activity, PROV.qualifiedAssociation)
    span = graph.value(claim, PROV.wasDerivedFrom)

    assert graph.value(association, PROV.hadPlan) == URIRef("urn:briefing:rule:fr.modality.alleged")
    assert graph.value(claim, PROV.wasAttributedTo) == URIRef(f"{PAGE}#generator")
    assert (URIRef(f"{PAGE}#generator"), RDF.type, PROV.SoftwareAgent) in graph
    assert graph.value(span, OA.hasSource) == URIRef(f"{PAGE}#article")
    selectors = {graph.value(s, RDF.type): s for s in graph.objects(span, OA.hasSelector)}
    assert int(str(graph.value(selectors[OA.TextPositionSelector], OA.start))) == EVACUATED.evidence.start


def test_what_one_rule_made_of_an_article_stands_once() -> None:
    """The claims lead to one activity, which used the article."""
    claims = (EVACUATED, replace(EVACUATED, id="c-2"))
    graph = _graph(replace(DOSSIER, files=(replace(DOSSIER.files[0], claims=claims),)))
    made = [graph.value(URIRef(f"{PAGE}#{claim.id}"), PROV.wasGeneratedBy) for claim in claims]

    assert made == [URIRef(f"{PAGE}#by-fr.modality.alleged")] * 2
    assert list(graph.objects(made[0], PROV.used)) == [URIRef(f"{PAGE}#article")]


def test_a_reviewed_claim_is_the_reviewers() -> None:
    """The person answers for it, in PROV."""
    assert _claim(EVACUATED, judged())["prov:wasAttributedTo"] == {"@type": "Person", "name": "Anne Roy"}


@pytest.mark.parametrize(
    ("grades", "rating"),
    [
        ({"likelihood": Likelihood.LIKELY}, (5, 7, "likely")),
        ({"credibility": 2}, (4, 5, "Admiralty 2")),
        ({"credibility": 5, "likelihood": Likelihood.REMOTE}, (1, 7, "remote")),
    ],
)
def test_a_verdict_is_a_persons(grades: Json, rating: tuple[int, int, str]) -> None:
    """A review with a grade becomes a ClaimReview; likelihood and credibility are never mixed."""
    [review] = [n for n in _nodes(judged(**grades, confidence=Confidence.HIGH)).values() if n["@type"] == "ClaimReview"]

    assert review["claimReviewed"] == EVACUATED.evidence.exact
    assert review["itemReviewed"] == {"@id": f"{INSIDE}#{EVACUATED.id}"}
    assert review["url"] == f"{INSIDE}#{EVACUATED.id}"
    assert review["author"] == {"@type": "Person", "name": "Anne Roy"}
    assert (review["datePublished"], review["reviewBody"]) == ("2024-06-03", "vu sur place")
    value, best, name = rating
    expected = {"@type": "Rating", "worstRating": 1, "bestRating": best, "ratingValue": value, "alternateName": name}
    assert review["reviewRating"] == expected


@pytest.mark.parametrize(
    "dossier",
    [
        DOSSIER,
        judged(),
        judged(confidence=Confidence.HIGH),
        judged(credibility=6),
        with_claim(EVACUATED, likelihood=Likelihood.LIKELY, credibility=1),
        with_claim(EVACUATED, status=Status.DRAFT, review=ANNE, credibility=1),
    ],
    ids=["a machine's draft", "no grade", "confidence alone", "cannot be judged", "no review", "not accepted"],
)
def test_no_verdict_without_a_persons_grade(dossier: Dossier) -> None:
    """The machine gives none, and a review without a grade is none."""
    assert "ClaimReview" not in to_jsonld(site(dossier), ADDRESS)
    assert "ClaimReview" not in linked_page(site(dossier), "articles/crue-2024.md")


def test_without_an_address_iris_are_relative_to_the_file() -> None:
    """A site read from disk is linked data too."""
    graph = _graph(root="../")

    assert URIRef(f"https://base.example/articles/crue-2024.html#{EVACUATED.id}") in set(graph.subjects())


def test_rights_none_let_no_word_of_the_text_out() -> None:
    """Neither the graph nor the page's data nor the annotations hold a passage; speaker and modality stay."""
    hidden = site(replace(with_rights(Rights.NONE), files=judged().files))
    for text in (
        to_jsonld(hidden, ADDRESS), linked_page(hidden, "articles/crue-2024.md"), to_annotations(hidden, ADDRESS),
    ):  # fmt: skip
        for words in ("habitants ont été", "La digue a tenu", "La pluie pourrait", "pourrait"):
            assert words not in text
        assert "préfecture" in text
        assert "alleged" in text


def test_what_a_page_says_of_itself() -> None:
    """The article's page describes the article and its claims; the data page the files; a section nothing."""
    found = site(judged())
    article = json.loads(re.sub(r"<[^>]+>", "", linked_page(found, "articles/crue-2024.md")))
    assert article["@type"] == "WebPage"
    about = article["mainEntity"]
    assert (about["@type"], about["headline"]) == ("NewsArticle", "La crue de mai")
    assert [c["text"] for c in about["interpretedAsClaim"]] == [EVACUATED.evidence.exact]  # the others are drafts

    assert '"@type":"WebSite"' in linked_page(found, "index.md")
    assert '"@type":"Dataset"' in linked_page(found, "donnees.md")
    assert linked_page(found, "chiffres.md") == ""
    assert linked_page(found, "une-page.md") == ""


def test_a_data_block_cannot_be_left() -> None:
    """What an article says never ends the script element."""
    bad = "</script><script>alert(1)</script><!--"
    crue = replace(CRUE, meta=replace(CRUE.meta, title=bad))
    page = linked_page(site(replace(DOSSIER, articles=(crue, BILAN))), "articles/crue-2024.md")

    assert page.count("<") == 2
    data = json.loads(page.removeprefix('<script type="application/ld+json">').removesuffix("</script>\n"))
    assert data["mainEntity"]["headline"] == bad


def _annotations(dossier: Dossier = DOSSIER) -> Json:
    found: Json = json.loads(to_annotations(site(dossier), ADDRESS))
    return found


def _items(dossier: Dossier = DOSSIER) -> list[Json]:
    first = _annotations(dossier)["first"]
    assert isinstance(first, dict)
    items: list[Json] = first["items"]
    return items


def test_the_collection_is_as_the_recommendation_wants() -> None:
    """Context, id, type, total, and one page with all items."""
    collection = _annotations()

    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["type"] == "AnnotationCollection"
    assert collection["total"] == len(_items()) == 5
    assert collection["first"]["partOf"] == collection["id"]  # type: ignore[index]


def test_an_annotation_as_the_recommendation_wants() -> None:
    """One id, one target with one source, one selector of each type; the modality classifies."""
    annotation = _items()[0]

    assert annotation["id"] == f"{PAGE}#n-{EVACUATED.id}"
    assert annotation["type"] == "Annotation"
    assert annotation["motivation"] == "identifying"
    assert annotation["generator"] == {"type": "Software", "name": "test"}
    assert "creator" not in annotation
    assert annotation["body"] == [
        {"id": f"{PAGE}#{EVACUATED.id}"},
        {"type": "TextualBody", "purpose": "classifying", "value": "alleged"},
        {"type": "TextualBody", "purpose": "describing", "value": "préfecture"},
    ]
    assert annotation["target"] == {
        "source": f"{ADDRESS}donnees/textes/crue-2024.txt",
        "scope": CRUE.meta.url,
        "state": {"type": "TimeState", "sourceDate": "2024-05-04T00:00:00Z"},
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": EVACUATED.evidence.exact,
                "prefix": CRUE.text[:54][-32:],
                "suffix": CRUE.text[99:][:32],
            },
            {"type": "TextPositionSelector", "start": 54, "end": 99},
        ],
    }


def test_a_reviewed_annotation_has_a_creator() -> None:
    """Who and when, in UTC."""
    annotation = _items(judged())[0]

    assert annotation["creator"] == {"type": "Person", "name": "Anne Roy"}
    assert annotation["modified"] == "2024-06-03T00:00:00Z"


def test_annotations_are_the_rdf_that_they_look_like() -> None:
    """Expanded with the published context's terms, each is an oa:Annotation with its selectors; no key is lost."""
    document = json.dumps({**_annotations(), "@context": CONTEXT})
    graph = Graph().parse(data=document, format="json-ld")

    assert len(set(graph.subjects(RDF.type, OA.Annotation))) == 5
    assert len(set(graph.subjects(OA.exact, None))) == 5
    assert len(set(graph.objects(None, OA.hasPurpose))) == 2
    assert (None, OWL.sameAs, None) not in graph
    for annotation in _items():
        assert set(annotation) <= set(CONTEXT)


def test_a_position_alone_where_words_would_be_a_copy() -> None:
    """Rights « none »: the offsets are of a text known by its content, and no quote selector goes out."""
    target = _items(with_rights(Rights.NONE))[0]["target"]

    digest = base64.urlsafe_b64decode(target["source"].removeprefix("ni:///sha-256;") + "=")  # type: ignore[index]
    assert digest == hashlib.sha256(CRUE.text.encode()).digest()
    assert target["scope"] == CRUE.meta.url  # type: ignore[index]
    assert target["selector"] == {"type": "TextPositionSelector", "start": 54, "end": 99}  # type: ignore[index]


def test_a_file_for_each_article() -> None:
    """Named after it, with its own claims only."""
    files = dict(annotation_files(site(), ADDRESS))

    assert set(files) == {"crue-2024.jsonld", "bilan-2024.jsonld"}
    assert len(json.loads(files["bilan-2024.jsonld"])) == 2


def test_the_file_of_an_article_is_a_list_that_annotators_load() -> None:
    """Recogito's reader wants an array, and in each target one quote and one position."""
    for item in json.loads(dict(annotation_files(site(), ADDRESS))["crue-2024.jsonld"]):
        assert item["@context"] == "http://www.w3.org/ns/anno.jsonld"
        assert [selector["type"] for selector in item["target"]["selector"]] == [
            "TextQuoteSelector",
            "TextPositionSelector",
        ]


@pytest.mark.parametrize(
    ("value", "mod", "expected"),
    [
        ("2024-04-15", "before", "../2024-04-15"),
        ("2024-02-03", "after", "2024-02-03/.."),
        ("2024-05", "start", "2024-05"),
        ("1955/1975", "before", "1955/1975"),
        ("2024-05-03", None, "2024-05-03"),
    ],
)
def test_a_date_that_is_a_bound_covers_what_lies_beyond_it(value: str, mod: str | None, expected: str) -> None:
    """An open range of ISO 8601; what is a range already stays."""
    date = replace(EVACUATED.dates[0], value=value, mod=mod)
    found = Linked(site(with_claim(EVACUATED, dates=(date,))), ADDRESS).claim(replace(EVACUATED, dates=(date,)))

    assert found["temporalCoverage"] == [expected]


def test_prefix_and_suffix_tell_repeated_words_apart() -> None:
    """All places that match are annotated, so only one may match."""
    text = "Le pont est fermé. " * 3 + "x" * 40 + "Le pont est fermé." + " y" * 40
    spans = [Span(m.start(), m.end()) for m in re.finditer("Le pont est fermé", text)]
    found = contexts(text, spans)

    for span in spans:
        prefix, suffix = found[span]
        assert text.count(prefix + span.of(text) + suffix) == 1
        assert text[: span.start].endswith(prefix)


def test_an_endless_repetition_is_told_by_its_place() -> None:
    """What repeats for thousands of characters costs no more than what does not."""
    text = "Le pont est fermé. " * 3000
    spans = [Span(m.start(), m.end()) for m in re.finditer("Le pont est fermé", text)]

    assert max(len(prefix) for prefix, _ in contexts(text, spans).values()) <= 256


def test_passages_count_code_points() -> None:
    """An emoji is one character, as in Python and unlike in JavaScript."""
    text = "😀😀 Le pont est fermé."
    start = text.index("Le")

    assert contexts(text, [Span(start, len(text))]) == {Span(start, len(text)): ("😀😀 ", "")}
    assert contexts(text, []) == {}
    assert list(pairwise(sorted(contexts(text, [Span(0, 1), Span(1, 2)])))) != []

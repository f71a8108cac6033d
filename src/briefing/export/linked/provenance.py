"""Where a claim comes from: its passage, the rule and the program that proposed it, the person who decided (PROV-O)."""

from __future__ import annotations

from briefing.export.json_text import Node, without_unknown
from briefing.model.article import Article, Rights
from briefing.model.claim import Claim, Status
from briefing.model.ruling import Likelihood
from briefing.pages.site import Site

_NO_JUDGEMENT = 6
_LIKELIHOODS = tuple(Likelihood)


def generator(page: str, name: str) -> Node:
    """The program that proposed the claims of the article of a page, in its version and that of its rules."""
    return {"@id": f"{page}#generator", "@type": ["prov:SoftwareAgent", "SoftwareApplication"], "name": name}


def activity(page: str, rule: str | None) -> Node:
    """The reading of the article of a page by a rule of the program, which made all claims that bear its name."""
    plan: Node | None = {"@id": f"urn:briefing:rule:{rule}", "@type": "prov:Plan"} if rule else None
    association: Node = {"@type": "prov:Association", "prov:agent": f"{page}#generator", "prov:hadPlan": plan}
    return {
        "@id": _activity(page, rule),
        "@type": "prov:Activity",
        "prov:used": f"{page}#article",
        "prov:qualifiedAssociation": without_unknown(association),
    }


def _activity(page: str, rule: str | None) -> str:
    return f"{page}#by-{rule or 'nobody'}"


def generated(claim: Claim, article: Article, page: str) -> Node:
    """What made a claim of which passage, by which rule, and who answers for it: the reviewer, else the program."""
    source = f"{page}#article"
    return {
        "prov:wasDerivedFrom": _passage(claim, article, source),
        "prov:wasQuotedFrom": source,
        "prov:wasGeneratedBy": _activity(page, claim.because.rule),
        "prov:wasAttributedTo": person(claim.review.who) if claim.review else f"{page}#generator",
    }


def _passage(claim: Claim, article: Article, source: str) -> Node:
    """The span of the article, in code points of its text; in its words too where they may be shown."""
    place: Node = {"@type": "oa:TextPositionSelector", "oa:start": claim.evidence.start, "oa:end": claim.evidence.end}
    words: Node = {"@type": "oa:TextQuoteSelector", "oa:exact": claim.evidence.exact}
    shown = [place] if article.meta.rights is Rights.NONE else [words, place]
    return {"@type": ["prov:Entity", "oa:SpecificResource"], "oa:hasSource": source, "oa:hasSelector": [*shown]}


def person(name: str) -> Node:
    """Somebody by name."""
    return {"@type": "Person", "name": name}


def organisation(name: str) -> Node:
    """A body by name."""
    return {"@type": "Organization", "name": name}


def editor(site: Site, root: str) -> Node:
    """Who reads claims out of articles: those who publish the briefing."""
    return {"@id": f"{root}#editor", **organisation(site.edition.author or site.edition.title)}


def verdict(claim: Claim, iri: str, words: str | None) -> Node | None:
    """A person's judgement of a claim as a ClaimReview; None unless a person reviewed it and graded it.

    A grade of likelihood goes before one of credibility; the two are never mixed. Credibility 6 says that the claim
    cannot be judged, which is no verdict.
    """
    rating = _rating(claim)
    if claim.review is None or claim.status is not Status.REVIEWED or rating is None:
        return None
    return without_unknown(
        {
            "@id": f"{iri}.review",
            "@type": "ClaimReview",
            "url": iri,
            "claimReviewed": words or claim.id,
            "reviewRating": rating,
            "author": person(claim.review.who),
            "datePublished": claim.review.when.isoformat(),
            "reviewBody": claim.review.why,
            "itemReviewed": {"@id": iri},
            "briefing:confidence": claim.confidence.value if claim.confidence else None,
        }
    )


def _rating(claim: Claim) -> Node | None:
    """Seven steps of likelihood (ICD 203), or five of credibility (Admiralty), the highest being the surest."""
    rating: Node = {"@type": "Rating", "worstRating": 1}
    if claim.likelihood is not None:
        steps, value = len(_LIKELIHOODS), _LIKELIHOODS.index(claim.likelihood) + 1
        return {**rating, "bestRating": steps, "ratingValue": value, "alternateName": claim.likelihood.value}
    if claim.credibility is not None and claim.credibility != _NO_JUDGEMENT:
        best = _NO_JUDGEMENT - 1
        name = f"Admiralty {claim.credibility}"
        return {**rating, "bestRating": best, "ratingValue": _NO_JUDGEMENT - claim.credibility, "alternateName": name}
    return None

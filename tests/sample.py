"""A small dossier made by hand, for the tests of pages: two articles about a flood, one about its cost."""

from __future__ import annotations

from msgspec.structs import replace

from briefing.model.annotation import Attribution, Bound, DateMention, EntityType, Mention, Quantity, Quotation
from briefing.model.article import Article, Metadata, Rights
from briefing.model.chain import Chain, Doubt, Source
from briefing.model.claim import Because, Claim, ClaimFile, Modality, claim_id
from briefing.model.dossier import Dossier
from briefing.model.entity import Entity
from briefing.model.measure import Measure, Measured
from briefing.model.relation import Corroboration, Difference, DifferenceKind, Field
from briefing.model.span import Passage
from briefing.relate.links.questions import Told, questions

CRUE = Article(
    id="crue-2024",
    text=(
        "La rivière est sortie de son lit\n"
        "Selon la préfecture, 1 200 habitants ont été évacués le 3 mai 2024. « La digue a tenu ! », dit le maire.\n"
        "- Deux ponts fermés\n"
        "- Une école fermée\n"
        "La pluie pourrait durer."
    ),
    meta=Metadata(
        title="La crue de mai", outlet="L’Écho", published="2024-05-04", url="https://echo.example/crue?a=1&b=2"
    ),
)
BILAN = Article(
    id="bilan-2024",
    text="Plus de 900 habitants auraient été évacués en mai 2024. L’État dément tout retard.",
    meta=Metadata(title="[Un bilan]", published="2024-06~", published_note="déduite du texte"),
)
ENTITIES = (
    Entity(id="prefecture", name="préfecture", type=EntityType.ORGANISATION, wikidata="Q123"),
    Entity(id="etat", name="État", type=EntityType.ORGANISATION),
)


def passage(article: Article, words: str) -> Passage:
    """Where the words stand in the article."""
    start = article.text.index(words)
    return Passage(exact=words, start=start, end=start + len(words))


def spot(article: Article, words: str) -> dict[str, str | int]:
    """The same as keywords, for rows."""
    found = passage(article, words)
    return {"exact": found.exact, "start": found.start, "end": found.end}


def _claim(article: Article, words: str, modality: Modality, cue: str = "", **rows: object) -> Claim:
    because = Because(f"fr.modality.{modality.value}", cue)
    identifier = claim_id(article.id, words)
    return Claim(id=identifier, evidence=passage(article, words), modality=modality, because=because, **rows)  # type: ignore[arg-type]


EVACUATED = _claim(
    CRUE,
    "1 200 habitants ont été évacués le 3 mai 2024",
    Modality.ALLEGED,
    "Selon",
    attribution=(
        Attribution(
            source="la préfecture",
            cue="Selon",
            content=passage(CRUE, "1 200 habitants ont été évacués le 3 mai 2024"),
            entity="prefecture",
        ),
    ),
    quantities=(Quantity(**spot(CRUE, "1 200 habitants"), value=1200, unit="habitant"),),  # type: ignore[arg-type]
    dates=(DateMention(**spot(CRUE, "3 mai 2024"), value="2024-05-03"),),  # type: ignore[arg-type]
)
HELD = _claim(
    CRUE,
    "La digue a tenu !",
    Modality.ASSERTED,
    quotes=(Quotation(**spot(CRUE, "La digue a tenu !"), speaker="le maire", cue="dit"),),  # type: ignore[arg-type]
)
RAIN = _claim(CRUE, "La pluie pourrait durer", Modality.POSSIBLE, "pourrait")
MORE = _claim(
    BILAN,
    "Plus de 900 habitants auraient été évacués en mai 2024",
    Modality.ALLEGED,
    "auraient été évacués",
    quantities=(Quantity(**spot(BILAN, "900 habitants"), value=900, bound=Bound.MIN, unit="habitant"),),  # type: ignore[arg-type]
    dates=(DateMention(**spot(BILAN, "en mai 2024"), value="2024-05"),),  # type: ignore[arg-type]
)
DENIED = _claim(
    BILAN,
    "L’État dément tout retard",
    Modality.DENIED,
    "dément",
    entities=(Mention(**spot(BILAN, "État"), entity="etat", type=EntityType.ORGANISATION),),  # type: ignore[arg-type]
)

DOSSIER = Dossier(
    articles=(CRUE, BILAN),
    files=(
        ClaimFile(article=CRUE.id, text_sha256=CRUE.text_sha256, generator="test", claims=(EVACUATED, HELD, RAIN)),
        ClaimFile(article=BILAN.id, text_sha256=BILAN.text_sha256, generator="test", claims=(MORE, DENIED)),
    ),
    entities=ENTITIES,
    corroborations=(
        Corroboration(
            id="k-1",
            claims=(EVACUATED.id, MORE.id),
            origins=("préfecture",),
            chains=(
                Chain(claim=EVACUATED.id, article=CRUE.id, origins=(Source("préfecture", "prefecture"),)),
                Chain(claim=MORE.id, article=BILAN.id, doubt=Doubt.UNNAMED),
            ),
            shared=("habitants évacués",),
        ),
    ),
    differences=(
        Difference(
            id="d-1",
            kind=DifferenceKind.DIFFERENCE,
            claims=(EVACUATED.id, MORE.id),
            field=Field.QUANTITY,
            reason="1 200 ici, plus de 900 là",
        ),
    ),
    measures=(
        Measure(
            id="m-1",
            unit="habitant",
            about=("évacuer",),
            values=(Measured(EVACUATED.id, EVACUATED.quantities[0]), Measured(MORE.id, MORE.quantities[0])),
        ),
    ),
)


def holding(*claims: Claim, dossier: Dossier = DOSSIER) -> Dossier:
    """The dossier with these claims in the place of those of their ids."""
    known = {claim.id: claim for claim in claims}
    files = (replace(file, claims=tuple(known.get(c.id, c) for c in file.claims)) for file in dossier.files)
    return replace(dossier, files=tuple(files))


def with_rights(rights: Rights) -> Dossier:
    """The same dossier, whose first article may be shown only so far."""
    limited = replace(CRUE, meta=replace(CRUE.meta, rights=rights))
    return replace(DOSSIER, articles=(limited, BILAN))


def asking(dossier: Dossier) -> Dossier:
    """With its questions, each called by the reason of its first difference."""
    claims = {ident: (dossier.article_of(claim), claim) for ident, claim in dossier.claims.items()}
    told = Told(claims, dossier.entity)
    found = questions(dossier.differences, dossier.corroborations, told, lambda *_: "")
    return replace(dossier, questions=found)

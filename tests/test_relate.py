"""Relating claims: origins, near copies, moments, and what joins or separates claims of different articles."""

from __future__ import annotations

from msgspec.structs import replace

from briefing.extract.pipeline import annotate, extract
from briefing.languages import find_pack
from briefing.model.annotation import Attribution, DateMention, EntityType, Quantity, Quotation
from briefing.model.article import Article, Metadata
from briefing.model.chain import Source
from briefing.model.claim import Because, Claim, ClaimFile, Modality
from briefing.model.entity import Entity
from briefing.model.span import Passage
from briefing.relate.copies import copies
from briefing.relate.origins import origins_of
from briefing.relate.voice import Voice, side_by_side, voices
from briefing.review.claims import said_by
from briefing.store.files import understood
from briefing.store.text.emit import emit_file

PASSAGE = Passage(exact="le texte", start=0, end=8)
ENTITIES = {
    "moscou": Entity(id="moscou", name="Moscou", type=EntityType.PLACE, stands_for="gouvernement"),
    "gouvernement": Entity(id="gouvernement", name="gouvernement russe", type=EntityType.ORGANISATION),
    "roux": Entity(id="roux", name="Anne Roux", type=EntityType.PERSON),
}


def _claim(number: int = 0, *sources: tuple[str, str | None], dates: tuple[str, ...] = ()) -> Claim:
    return Claim(
        id=f"c-{number:08}",
        evidence=PASSAGE,
        modality=Modality.ALLEGED,
        because=Because("fr.r"),
        attribution=tuple(Attribution(source=s, cue="selon", content=PASSAGE, entity=e) for s, e in sources),
        dates=tuple(DateMention(exact="le texte", start=0, end=8, value=value) for value in dates),
    )


def test_the_article_speaks_where_nobody_is_cited() -> None:
    """No voice, no origin: it must be shown as the article's own."""
    assert voices(_claim()) == ()
    assert origins_of(_claim(), ENTITIES) == ()


def test_a_voice_is_counted_once() -> None:
    """The same person in an attribution and in a quotation is one speaker."""
    claim = _claim(0, ("Elle", "roux"))
    quoted = Quotation(exact="oui", start=0, end=3, speaker="Anne Roux", entity="roux")

    assert voices(
        Claim(
            id=claim.id,
            evidence=PASSAGE,
            modality=claim.modality,
            because=claim.because,
            attribution=claim.attribution,
            quotes=(quoted,),
        )
    ) == (Voice("Elle", "roux"),)


def test_the_origin_is_the_root_of_the_chain() -> None:
    """« Selon l'agence, la ministre affirme que … »: the minister said it, the agency passed it on."""
    assert origins_of(_claim(0, ("l'agence", None), ("la ministre", "roux")), ENTITIES) == (
        Source("Anne Roux", "roux"),
    )


def _cited(text: str, *said: tuple[str, str, str], numbers: tuple[str, ...] = ()) -> Claim:
    """A claim of `text` with (source, cue, content) as its attributions, each content where it first stands."""

    def at(words: str) -> Passage:
        return Passage(exact=words, start=text.index(words), end=text.index(words) + len(words))

    spans = [(words, at(words)) for words in numbers]
    return replace(
        _claim(),
        evidence=at(text),
        attribution=tuple(Attribution(source=s, cue=cue, content=at(content)) for s, cue, content in said),
        quantities=tuple(Quantity(exact=words, start=p.start, end=p.end, value=1) for words, p in spans),
    )


def _chains(claim: Claim) -> list[list[str]]:
    return [[voice.name for voice in chain] for chain in side_by_side(voices(claim))]


def test_two_sources_speak_side_by_side() -> None:
    """« 1 100 selon Berne, 2 500 selon Rome »: neither passes on what the other says, wherever a content was cut."""
    apart = "Ils étaient 1 100 selon la mairie, 2 500 selon les élus."
    first, second = ("la mairie", "selon", "Ils étaient 1 100"), ("les élus", "selon", "2 500")
    assert _chains(_cited(apart, first, second)) == [["la mairie"], ["les élus"]]

    joined = "Ils étaient 3 000 selon les élus et 900 selon la mairie."
    first = ("les élus", "selon", "Ils étaient 3 000")
    second = ("la mairie", "selon", "Ils étaient 3 000 selon les élus et 900")
    assert _chains(_cited(joined, first, second)) == [["les élus"], ["la mairie"]]


def test_a_source_passes_on_what_lies_in_its_content() -> None:
    """« L'agence rapporte que la ministre assure que … », « …, a dit la ministre, selon l'agence »: one chain."""
    before = "L'agence rapporte que la ministre assure que le pont a cédé."
    outer = ("L'agence", "rapporte que", "la ministre assure que le pont a cédé")
    inner = ("la ministre", "assure que", "le pont a cédé")
    assert _chains(_cited(before, outer, inner)) == [["L'agence", "la ministre"]]

    behind = "Le pont a cédé, a dit la ministre, selon l'agence."
    outer = ("l'agence", "selon", "Le pont a cédé, a dit la ministre")
    inner = ("la ministre", "a dit", "Le pont a cédé")
    assert _chains(_cited(behind, outer, inner)) == [["l'agence", "la ministre"]]


def test_a_few_words_of_a_claim_are_not_the_claim() -> None:
    """« …, et non 40 comme l'avait indiqué la mairie »: the mayor's few words; with a number of its own, it counts."""
    text = "L'usine a rejeté 52 m³ de fioul dans le canal de la ville, selon les élus, et non 40 comme dit la mairie."
    most, little = ("les élus", "selon", text.split(", selon", maxsplit=1)[0]), ("la mairie", "comme dit", "40")
    assert _chains(_cited(text, most, little)) == [["les élus"]]
    assert _chains(_cited(text, most, little, numbers=("40",))) == [["les élus"], ["la mairie"]]


def test_a_speaker_told_again_without_its_article_is_one() -> None:
    """« …, ont annoncé les pompiers, qui évoquaient un feu … »: they are named once; the end of a word is no name."""
    text = "Un feu a brûlé deux bois, ont annoncé les pompiers, qui évoquaient un feu fort."
    first = ("les pompiers", "ont annoncé", "Un feu a brûlé deux bois")
    assert _chains(_cited(text, first, ("pompiers", "évoquaient", "un feu fort"))) == [["les pompiers"]]
    assert _chains(_cited(text, first, ("piers", "évoquaient", "un feu fort"))) == [["les pompiers"], ["piers"]]


def test_the_first_of_those_side_by_side_is_the_origin() -> None:
    """What one says is not borne out by the other, who says another part."""
    text = "Ils étaient 1 100 selon Moscou, 2 500 selon Anne Roux."
    said = ("Moscou", "selon", "Ils étaient 1 100"), ("Anne Roux", "selon", "2 500")
    assert origins_of(_cited(text, *said), ENTITIES) == (Source("Moscou"),)


WIRE = "Le préfet a annoncé lundi la fermeture du pont pour trois semaines après la découverte de fissures."


def test_the_same_wire_is_noticed() -> None:
    """An article that repeats another nearly word for word brings no second origin."""
    texts = {
        "a": WIRE,
        "b": WIRE + " Les riverains protestent.",
        "c": "Un tout autre sujet occupe ce matin le conseil municipal de la ville.",
    }

    assert copies(Article(id=ident, text=text) for ident, text in texts.items()) == {"b": "a"}


def test_every_copy_of_a_wire_is_found() -> None:
    """However many print it: each with the first one."""
    texts = {f"a{n:03}": f"{WIRE} Lire aussi le numéro {n}." for n in range(60)}

    found = copies(Article(id=ident, text=text) for ident, text in texts.items())

    assert found == dict.fromkeys(list(texts)[1:], "a000")


def _told(text: str) -> tuple[Claim, ...]:
    """The drafts of a French text."""
    pack = find_pack("fr")
    assert pack is not None
    meta = Metadata(published="2024-11-30", language="fr")
    return extract(Article(id="texte", text=text, meta=meta), pack)


def test_where_the_text_leaves_a_choice_nobody_is_named() -> None:
    """The voice holds those between whom the text leaves the choice, a review names them, a file keeps them."""
    claims = _told("Le policier et le manifestant se connaissaient. Il assure que tout est faux.")
    assert [v.candidates for v in voices(claims[-1])] == [("policier", "manifestant")]
    assert said_by(claims[-1]) == "Il (uncertain: policier or manifestant)"
    file = ClaimFile(article="texte", text_sha256="0a", generator="briefing", claims=claims)
    read = understood("claims/texte.yaml", emit_file(file), "texte").said
    assert read is not None
    assert [c.attribution[0].candidates for c in read.claims if c.attribution] == [("policier", "manifestant")]


def test_a_joint_source_counts_for_each_of_its_entities() -> None:
    """« Washington et Tokyo » is one voice, as written, and two origins; a file keeps both ids."""
    claims = _told("Washington et Tokyo ont annoncé que la base serait fermée.")
    assert [(v.name, v.entity, v.several) for v in voices(claims[0])] == [
        ("Washington et Tokyo", None, ("washington", "tokyo"))
    ]
    assert [source.entity for source in origins_of(claims[0], {})] == ["washington", "tokyo"]
    file = ClaimFile(article="texte", text_sha256="0a", generator="briefing", claims=claims)
    read = understood("claims/texte.yaml", emit_file(file), "texte").said
    assert read is not None
    assert read.claims[0].attribution[0].entities == ("washington", "tokyo")


def test_a_source_and_its_cue_know_where_they_stand() -> None:
    """Modality asks the places of a source and a cue, and does not search for their words."""
    text = "Tokyo, selon Rome, cède. Selon Rome, l'accord est signé."
    pack = find_pack("fr")
    assert pack is not None
    rows = annotate(Article(id="texte", text=text, meta=Metadata(published="2024-11-30", language="fr")), pack)
    assert all(a.cue_at is not None and a.cue_at.of(text) == a.cue for a in rows.attributions)
    assert all(a.source_at is not None and a.source_at.of(text) == a.source for a in rows.attributions)
    assert len(rows.attributions) == 2

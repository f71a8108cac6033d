"""Evidence found again after an article's text was corrected: the same words, or nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing.model.annotation import Attribution, DateMention, Mention, Quantity, Quotation
from briefing.model.article import Article
from briefing.model.claim import Because, Claim, ClaimFile, Modality, Status, claim_id
from briefing.model.span import Passage, Span
from briefing.problems import Severity
from briefing.store.anchor import Former, around
from briefing.store.files import claims_path, read_claims
from briefing.store.pending import pending_path
from briefing.store.place import UNKNOWN, Places, is_lost, passages
from briefing.store.reconcile import reconcile, save
from briefing.store.text.emit import emit_claim
from briefing.store.verify import verified

TEXT = (
    "La mairie a publié son budget. Selon la région, 120 postes seraient supprimés lundi à Nantes. "
    "Le vote a eu lieu. Le préfet parle d’un « accord fragile ». Le vote a eu lieu. Deux recours sont déposés."
)


def _at(text: str, words: str, number: int = 0) -> Passage:
    """The passage of the `number`-th such words."""
    start = -1
    for _ in range(number + 1):
        start = text.index(words, start + 1)
    return Passage.at(text, Span(start, start + len(words)))


def _claim(words: str, number: int = 0, text: str = TEXT) -> Claim:
    return Claim(
        id=claim_id("budget", words, number),
        evidence=_at(text, words, number),
        modality=Modality.ASSERTED,
        because=Because("fr.plain"),
    )


def _spot(words: str) -> dict[str, str | int]:
    found = _at(TEXT, words)
    return {"exact": found.exact, "start": found.start, "end": found.end}


BUDGET = _claim("La mairie a publié son budget.")
POSTS = replace(
    _claim("Selon la région, 120 postes seraient supprimés lundi à Nantes."),
    attribution=(
        Attribution(source="la région", cue="Selon", content=_at(TEXT, "120 postes seraient supprimés lundi à Nantes")),
    ),
    dates=(DateMention(**_spot("lundi"), value="2024-11-25"),),  # type: ignore[arg-type]
    quantities=(Quantity(**_spot("120 postes"), value=120, unit="poste"),),  # type: ignore[arg-type]
    entities=(Mention(**_spot("Nantes"), entity="nantes"),),  # type: ignore[arg-type]
)
VOTE, VOTE_AGAIN = _claim("Le vote a eu lieu."), _claim("Le vote a eu lieu.", 1)
PREFECT = replace(
    _claim("Le préfet parle d’un « accord fragile »."),
    quotes=(Quotation(**_spot("accord fragile"), speaker="le préfet"),),  # type: ignore[arg-type]
)
APPEALS = _claim("Deux recours sont déposés.")
CLAIMS = (BUDGET, POSTS, VOTE, PREFECT, VOTE_AGAIN, APPEALS)


def _moved(claim: Claim, text: str, known: tuple[Claim, ...] = CLAIMS) -> Claim:
    """As a claim file tells it: the claim's own places are those of TEXT."""
    file = ClaimFile(article="budget", text_sha256="of TEXT", generator="", claims=known)
    places = Places(text, "of the text of now", [(file, UNKNOWN)])
    return places.of(replace(file, claims=(claim,)))[0]


Correction = Callable[[str], str]
HARMLESS: dict[str, Correction] = {
    "nothing": lambda text: text,
    "a word in front": lambda text: "Mise à jour. " + text,
    "a sentence between": lambda text: text.replace("Le préfet", "Il pleut. Le préfet"),
    "words after": lambda text: text + " Fin.",
    "a sentence less": lambda text: text.replace("La mairie a publié son budget. ", ""),
    "paragraphs": lambda text: text.replace(". ", ".\n\n"),
    "characters beyond the first plane": lambda text: "🗳️🗳️ " + text,
}


@pytest.mark.parametrize("correction", HARMLESS)
@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.evidence.exact)
def test_what_stands_elsewhere_is_found_again(correction: str, claim: Claim) -> None:
    """With all its rows, each verbatim, unless it is the sentence that went."""
    text = HARMLESS[correction](TEXT)
    moved = _moved(claim, text)

    assert is_lost(moved, text) == (claim.evidence.exact not in text)
    if claim.evidence.exact in text:
        assert [p.exact for _, p in passages(moved)] == [p.exact for _, p in passages(claim)]


def test_a_paragraph_that_moved_is_found_by_its_words() -> None:
    """The words stand once, wherever that is."""
    text = "Deux recours sont déposés. " + TEXT.removesuffix(" Deux recours sont déposés.")

    assert _moved(APPEALS, text).evidence == _at(text, "Deux recours sont déposés.")


def test_the_same_words_twice_are_told_apart_by_their_neighbours() -> None:
    """Each stays on its side of what the prefect says."""
    text = "Rectifié. " + TEXT

    assert _moved(VOTE, text).evidence == replace(_at(text, "Le vote a eu lieu.", 0), nth=1)
    assert _moved(VOTE_AGAIN, text).evidence == replace(_at(text, "Le vote a eu lieu.", 1), nth=2)


def test_the_one_that_went_does_not_take_the_place_of_the_other() -> None:
    """Of two equal sentences the second is taken out: its claim has lost its words, the first keeps its own."""
    text = TEXT.replace("». Le vote a eu lieu.", "».")

    assert _moved(VOTE, text).evidence == VOTE.evidence
    assert is_lost(_moved(VOTE_AGAIN, text), text)


def test_sentences_that_changed_places_share_none() -> None:
    """One of two equal sentences is left, and what stood between them has turned round: it could be either."""
    former, text = "Un. Trois. Deux. Un.", "Deux. Un. Trois."
    known = [_at(former, "Un.", 0), _at(former, "Trois."), _at(former, "Deux."), _at(former, "Un.", 1)]

    assert [Former(text, known).place(passage) for passage in known[::3]] == [None, None]


@pytest.mark.parametrize("number", [0, 1])
def test_what_could_stand_in_two_places_is_not_placed(number: int) -> None:
    """Nothing between or around two equal sentences says which is which."""
    former, text = "Non. Oui. Non. Fin", "Non. Non. Début. Non. Fin"
    claim = _claim("Non.", number, former)

    assert Former(text, [claim.evidence]).place(claim.evidence) is None


@pytest.mark.parametrize(
    "correction",
    [
        ("120 postes", "130 postes"),
        ("120 postes", "1120 postes"),
        ("Selon la région", "Selon l’État"),
        ("seraient supprimés", "sont supprimés"),
        ("à Nantes.", "à Nantes !"),
        ("lundi", "mardi"),
    ],
)
def test_similar_words_are_other_words(correction: tuple[str, str]) -> None:
    """A corrected sentence is not the one that a person read."""
    text = TEXT.replace(*correction)

    assert [(p.exact, p.start, p.end) for _, p in passages(_moved(POSTS, text))] == [
        (p.exact, 0, 0) for _, p in passages(POSTS)
    ]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("120 postes", "La région supprime 1120 postes"),
        ("120 postes", "La région supprime 1 120 postes"),
        ("120 postes", "La région supprime 3,120 postes"),
        ("120 postes", "Un solde de −120 postes"),
        ("une hausse de 12", "On prévoit une hausse de 12,5 %"),
        ("une hausse de 12", "On prévoit une hausse de 12 000 euros"),
        ("une hausse de 12", "On prévoit une hausse de 125 euros"),
        ("respect des règles", "Le non-respect des règles"),
        ("il a voté", "il a votée"),
    ],
)
def test_the_part_of_a_longer_word_or_number_is_another(words: str, text: str) -> None:
    """« 120 » is not in « 1 120 »."""
    passage = Passage(exact=words, start=0, end=len(words))

    assert Former(text, [passage]).place(passage) is None


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("120 postes", "En 2024, 120 postes sont supprimés"),
        ("120 postes", "En 2024 120 postes sont supprimés"),
        ("usine ferme", "Il dit que l’usine ferme."),
        ("la hausse est de 12", "Et la hausse est de 12."),
        ("la hausse est de 12", "Et la hausse est de 12, dit-il"),
        ("« Non »", "Il a dit : « Non »."),
    ],
)
def test_whole_words_and_numbers_are_found(words: str, text: str) -> None:
    """Punctuation, an elided article or a year before them do no harm."""
    passage = Passage(exact=words, start=0, end=len(words))

    assert Former(text, [passage]).place(passage) == Span(text.index(words), text.index(words) + len(words))


def test_a_clause_keeps_its_place_in_its_sentence() -> None:
    """Words that stand twice are found where the sentence that holds them was found."""
    former = "Il a plu, dit Léa. Le maire dit : il a plu, hélas."
    sentence, clause = _claim("Le maire dit : il a plu, hélas.", 0, former), _claim("a plu,", 1, former)
    text = "Il a plu, dit Léa. Il a plu, dit Noé. Le maire dit : il a plu, hélas."

    found = Former(text, [sentence.evidence, clause.evidence]).place(clause.evidence)
    assert found == _at(text, "a plu,", 2).span


def test_a_slip_of_the_pen_is_not_looked_for() -> None:
    """Offsets that fit no text tell nothing: the words do."""
    text = "Bien. " + TEXT
    for start, end in ((999_999, -3), (-4, 14), (5, 4)):
        slip = replace(BUDGET, evidence=Passage(exact=BUDGET.evidence.exact, start=start, end=end))
        assert _moved(slip, text, (slip,)).evidence == _at(text, BUDGET.evidence.exact)


WORDS = st.sampled_from(["Un.", "Deux.", "Trois.", "Le 12.", "12", "Non.", "Oui, non.", "🗳️.", "12 000"])


@given(st.lists(WORDS, min_size=1, max_size=8), st.data())
def test_what_is_found_is_verbatim_and_no_place_is_given_twice(words: list[str], data: st.DataObject) -> None:
    """Whatever is cut, added or put elsewhere: the words are the same, and two claims never share a place."""
    former = " ".join(words)
    known, at = [], 0
    for word in words:
        known.append(Passage(exact=word, start=at, end=at + len(word)))
        at += len(word) + 1
    text = " ".join(data.draw(st.lists(WORDS, max_size=10)))
    assert all(p.exact == former[p.start : p.end] for p in known)
    found = [(p, place) for p in known if (place := Former(text, known).place(p)) is not None]

    assert all(place.of(text) == p.exact for p, place in found)
    assert len({place for _, place in found}) == len(found)


@given(st.lists(WORDS, min_size=1, max_size=8))
def test_in_the_same_text_nothing_moves(words: list[str]) -> None:
    """What is found at all is found where it was."""
    text = " ".join(words)
    known, at = [], 0
    for word in words:
        known.append(Passage(exact=word, start=at, end=at + len(word)))
        at += len(word) + 1

    assert all(Former(text, known).place(p) in (None, p.span) for p in known)


# --- in claim files -----------------------------------------------------------------------------------------------


def _article(text: str) -> Article:
    return Article(id="budget", text=text, path="corpus/budget.md")


def _drafts(text: str) -> tuple[Claim, ...]:
    """What rules would find: the claims of CLAIMS whose words stand in the text, and every other sentence."""
    return tuple(moved for claim in CLAIMS if not is_lost(moved := _moved(claim, text), text))


def _extract(root: Path, text: str, drafts: tuple[Claim, ...] | None = None) -> list[str]:
    """Extract, and what is said."""
    article = _article(text)
    outcome = reconcile(root, article, _drafts(text) if drafts is None else drafts, "briefing 0, fr 0")
    save(root, outcome)
    assert outcome.file is not None, outcome.problems
    _, wrong = verified(outcome.stored, article)
    return [f"{p.severity} {p}" for p in (*outcome.problems, *wrong)]


def _said(root: Path, text: str) -> list[str]:
    """What is wrong with the file as it stands."""
    return [str(problem) for problem in verified(read_claims(root, _article(text)), _article(text))[1]]


def _file(root: Path) -> Path:
    return root / claims_path("budget")


def _review(root: Path, claim: Claim, status: Status = Status.REVIEWED) -> None:
    text = _file(root).read_text("utf-8")
    old = f"- id: {claim.id}\n  status: draft\n"
    assert old in text
    comment = f"# vérifié par téléphone\n- id: {claim.id}\n  status: {status} # Zoé\n"
    _file(root).write_text(text.replace(old, comment), "utf-8")


def _published(root: Path, text: str) -> dict[str, Claim]:
    stored = read_claims(root, _article(text))
    assert stored.file is not None, stored.problems
    return {c.id: c for c in verified(stored, _article(text))[0].claims}


@pytest.mark.parametrize("status", [Status.REVIEWED, Status.REJECTED])
def test_a_decided_claim_follows_its_words(tmp_path: Path, status: Status) -> None:
    """No line of a claim changes, only what the file says of the text and of the proposal."""
    _extract(tmp_path, TEXT)
    _review(tmp_path, POSTS, status)
    before = _file(tmp_path).read_text("utf-8")
    text = "Mise à jour. " + TEXT
    assert _extract(tmp_path, text) == []
    after = _file(tmp_path).read_text("utf-8")
    stored = read_claims(tmp_path, _article(text))

    assert stored.file is not None
    assert stored.file.claims[1] == replace(_moved(POSTS, text), status=status)
    assert not is_lost(stored.file.claims[1], text)
    lines = [a for a, b in zip(before.splitlines(), after.splitlines(), strict=True) if a != b]
    assert [line.partition(":")[0] for line in lines] == ["text_sha256", "base"]


def test_an_added_claim_follows_its_words(tmp_path: Path) -> None:
    """The rules never found it; a person did."""
    _extract(tmp_path, TEXT, (BUDGET, APPEALS))
    added = emit_claim(replace(PREFECT, note="le préfet l’a redit"))
    _file(tmp_path).write_text(_file(tmp_path).read_text("utf-8") + "\n".join(added) + "\n", "utf-8")
    text = "Mise à jour. " + TEXT

    assert _extract(tmp_path, text, tuple(_moved(c, text) for c in (BUDGET, APPEALS))) == []
    assert _published(tmp_path, text)[PREFECT.id].quotes == _moved(PREFECT, text).quotes


def test_a_claim_whose_words_went_is_kept_and_marked(tmp_path: Path) -> None:
    """It stands in the file as it was, is said as a warning with its line, and is not published."""
    _extract(tmp_path, TEXT)
    _review(tmp_path, POSTS)
    lines = _file(tmp_path).read_text("utf-8").splitlines()
    text = TEXT.replace("120 postes", "130 postes")
    said = _extract(tmp_path, text)
    after = _file(tmp_path).read_text("utf-8").splitlines()
    here = next(n for n, line in enumerate(after, 1) if "120 postes seraient" in line)

    assert [line.partition(":")[0] for line in lines if line not in after] == ["text_sha256", "base"]
    assert len(said) == 1
    assert said[0].startswith(
        f"warning claims/budget.yaml:{here}: {POSTS.id}: its words left the article when the text"
    )
    assert said[0].endswith(f"run briefing edit {POSTS.id} words=… with those of now, or reject it")
    assert POSTS.id not in _published(tmp_path, text)
    assert set(_published(tmp_path, text)) == {c.id for c in (BUDGET, VOTE, PREFECT, VOTE_AGAIN, APPEALS)}


def test_the_mark_stays_until_a_person_acts(tmp_path: Path) -> None:
    """The next extraction says the same and changes no byte."""
    _extract(tmp_path, TEXT)
    _review(tmp_path, POSTS)
    text = TEXT.replace("120 postes", "130 postes")
    first, before = _extract(tmp_path, text), _file(tmp_path).read_bytes()

    assert _extract(tmp_path, text) == first
    assert _file(tmp_path).read_bytes() == before


def _denied(text: str) -> tuple[str, tuple[Claim, ...]]:
    """The text once « Il est faux que » stands before the first claim's words, and what the rules find there."""
    now = text.replace("La mairie a publié", "Il est faux que La mairie a publié")
    return now, tuple(c for c in _drafts(now) if c.id != BUDGET.id)


def test_what_the_article_says_otherwise_is_published_no_more(tmp_path: Path) -> None:
    """The words still stand there and say the contrary of what a person read: it waits until one reads it again."""
    _extract(tmp_path, TEXT)
    _review(tmp_path, BUDGET)
    text, drafts = _denied(TEXT)
    first, before = _extract(tmp_path, text, drafts), _file(tmp_path).read_bytes()

    (waiting,) = (said for said in first if said.startswith("warning"))
    assert f"{BUDGET.id}: the article was corrected around its words" in waiting
    assert BUDGET.id not in _published(tmp_path, text)
    assert waiting in _extract(tmp_path, text, drafts)
    assert _file(tmp_path).read_bytes() == before

    _extract(tmp_path, TEXT)
    assert BUDGET.id in _published(tmp_path, TEXT)


def test_so_is_one_of_which_the_rules_are_less_sure(tmp_path: Path) -> None:
    """« peut-être » was put elsewhere in the sentence: the same words, and another modality."""
    _extract(tmp_path, TEXT)
    _review(tmp_path, BUDGET)
    text = "Peut-être. " + TEXT
    drafts = tuple(replace(c, modality=Modality.POSSIBLE) if c.id == BUDGET.id else c for c in _drafts(text))

    assert any("corrected around its words" in said for said in _extract(tmp_path, text, drafts))
    assert BUDGET.id not in _published(tmp_path, text)


TURNED: dict[str, Correction] = {
    "before": lambda text: text.replace("La mairie a publié", "Personne ne croit que La mairie a publié"),
    "after": lambda text: text.replace("son budget.", "son budget. » Faux, répond la mairie."),
    "by a colon": lambda text: text.replace("La mairie a publié", "Rumeur : La mairie a publié"),
}


@pytest.mark.parametrize("correction", TURNED)
@pytest.mark.parametrize("is_found", [True, False], ids=["found by the rules", "added by a person"])
def test_so_is_one_whose_sentence_was_corrected(tmp_path: Path, correction: str, *, is_found: bool) -> None:
    """Though the rules see nothing in it, and before they look: what a person read is the sentence as it stood."""
    drafts = CLAIMS if is_found else CLAIMS[1:]
    added = () if is_found else emit_claim(BUDGET)
    _extract(tmp_path, TEXT, drafts)
    _file(tmp_path).write_text("\n".join([_file(tmp_path).read_text("utf-8").rstrip(), *added, ""]), "utf-8")
    _review(tmp_path, BUDGET)
    _extract(tmp_path, TEXT, drafts)
    text = TURNED[correction](TEXT)
    now = tuple(_moved(claim, text) for claim in drafts)

    assert BUDGET.id not in _published(tmp_path, text)
    said = _extract(tmp_path, text, now)
    assert [s for s in said if "corrected around its words" in s]
    assert said == _extract(tmp_path, text, now)
    assert BUDGET.id not in _published(tmp_path, text)
    _extract(tmp_path, TEXT, drafts)
    assert BUDGET.id in _published(tmp_path, TEXT)


def test_so_is_one_of_a_clone_without_its_base(tmp_path: Path) -> None:
    """Nobody knows what stood around its words: it is no whole sentence now, so it waits."""
    _extract(tmp_path, TEXT)
    for claim in (BUDGET, POSTS):
        _review(tmp_path, claim)
    _extract(tmp_path, TEXT)
    for file in (tmp_path / "claims/.base").iterdir():
        file.unlink()
    text = TURNED["before"](TEXT)
    now = tuple(_moved(claim, text) for claim in CLAIMS)

    assert BUDGET.id not in _published(tmp_path, text)
    _extract(tmp_path, text, now)
    assert BUDGET.id not in _published(tmp_path, text)
    assert POSTS.id in _published(tmp_path, text)


def test_so_is_one_that_waited_before_for_the_rules(tmp_path: Path) -> None:
    """They had changed their mind when the article was corrected."""
    _extract(tmp_path, TEXT)
    _review(tmp_path, BUDGET)
    _extract(tmp_path, TEXT, CLAIMS[1:])
    text = TURNED["before"](TEXT)
    _extract(tmp_path, text, tuple(_moved(claim, text) for claim in CLAIMS[1:]))
    assert BUDGET.id not in _published(tmp_path, text)


@pytest.mark.parametrize("correction", sorted(HARMLESS.keys() - {"characters beyond the first plane"}))  # in a sentence
def test_corrections_elsewhere_withdraw_nothing(tmp_path: Path, correction: str) -> None:
    """A sentence in front, between or behind is not the one that was read."""
    _extract(tmp_path, TEXT)
    for claim in CLAIMS:
        _review(tmp_path, claim)
    _extract(tmp_path, TEXT)
    text = HARMLESS[correction](TEXT)
    now = tuple(claim for claim in (_moved(claim, text) for claim in CLAIMS) if not is_lost(claim, text))

    assert not [said for said in _extract(tmp_path, text, now) if "corrected around" in said]
    assert set(_published(tmp_path, text)) == {claim.id for claim in now}


@pytest.mark.parametrize(
    ("text", "words", "is_whole"),
    [
        ("Il pleut. Le vote a eu lieu. Il neige.", "Le vote a eu lieu.", True),
        ("« Le vote a eu lieu. » Il neige.", "Le vote a eu lieu.", False),
        ("Le vote a eu lieu ! » a-t-il dit. Il neige.", "Le vote a eu lieu !", False),
        ("Il pleut.\nLe vote a eu lieu\nIl neige.", "Le vote a eu lieu", True),
        ("Il pleut. Le vote a eu lieu. Il neige. Fin.", "Le vote a eu lieu. Il neige.", True),
        ("Selon lui, le vote a eu lieu.", "le vote a eu lieu", False),
    ],
)
def test_what_stands_around_words_is_the_rest_of_their_sentence(text: str, words: str, *, is_whole: bool) -> None:
    """Of a whole sentence, nothing; and a space more is no other sentence."""
    found = around(_at(text, words).span, text)
    assert (found == "") == is_whole
    spaced = text.replace(". ", ".  ")
    assert words not in spaced or around(_at(spaced, words).span, spaced) == found


def test_rules_that_change_their_mind_take_nothing_from_the_page(tmp_path: Path) -> None:
    """The text is the one that a person read; nor does a correction elsewhere withdraw what waited before."""
    _extract(tmp_path, TEXT)
    _review(tmp_path, BUDGET)
    _extract(tmp_path, TEXT, tuple(c for c in _drafts(TEXT) if c.id != BUDGET.id))
    assert BUDGET.id in _published(tmp_path, TEXT)

    text = TEXT.replace("Deux recours", "Trois recours")
    _extract(tmp_path, text, tuple(c for c in _drafts(text) if c.id != BUDGET.id))
    assert BUDGET.id in _published(tmp_path, text)


def _retype(root: Path, *words: tuple[str, str]) -> None:
    """A person corrects the words of the first claim that has them, and leaves the places."""
    text = _file(root).read_text("utf-8")
    for old, new in words:
        text = text.replace(old, new, 1)
    _file(root).write_text(text, "utf-8")


CORRECTED = TEXT.replace("supprimés", "tous supprimés")
RETYPED = ("120 postes seraient supprimés", "120 postes seraient tous supprimés")


def _corrected_drafts() -> tuple[Claim, ...]:
    words = "Selon la région, 120 postes seraient tous supprimés lundi à Nantes."
    return (*_drafts(CORRECTED), _claim(words, 0, CORRECTED))


@pytest.mark.parametrize("status", [Status.REVIEWED, Status.REJECTED])
def test_a_retyped_claim_is_found_again_and_the_draft_gives_way(tmp_path: Path, status: Status) -> None:
    """A typo was corrected in its sentence: the person retypes the words, the places follow, one claim is left."""
    drafts = _corrected_drafts()
    _extract(tmp_path, TEXT)
    _review(tmp_path, POSTS, status)
    _extract(tmp_path, CORRECTED, drafts)
    assert drafts[-1].id in _published(tmp_path, CORRECTED)
    _retype(tmp_path, RETYPED, RETYPED)

    assert _extract(tmp_path, CORRECTED, drafts) == []
    published = _published(tmp_path, CORRECTED)
    assert drafts[-1].id not in published
    assert published[POSTS.id].evidence == drafts[-1].evidence
    assert published[POSTS.id].status is status
    assert not is_lost(published[POSTS.id], CORRECTED)
    before = _file(tmp_path).read_bytes()
    assert _extract(tmp_path, CORRECTED, drafts) == []
    assert _file(tmp_path).read_bytes() == before
    assert not (tmp_path / pending_path("budget")).exists()


def test_words_retyped_with_the_correction_bring_no_draft(tmp_path: Path) -> None:
    """Article and claim are corrected before the next extraction."""
    _extract(tmp_path, TEXT)
    _review(tmp_path, POSTS)
    _retype(tmp_path, RETYPED, RETYPED)
    _extract(tmp_path, CORRECTED, _corrected_drafts())

    published = _published(tmp_path, CORRECTED)
    assert published[POSTS.id].evidence == _corrected_drafts()[-1].evidence
    assert _corrected_drafts()[-1].id not in published


def test_a_claim_half_retyped_says_what_is_left_to_do(tmp_path: Path) -> None:
    """Its evidence is right, the words that somebody says are still the old ones."""
    _extract(tmp_path, TEXT)
    _review(tmp_path, POSTS)
    _extract(tmp_path, CORRECTED, _corrected_drafts())
    _retype(tmp_path, RETYPED)
    said = _extract(tmp_path, CORRECTED, _corrected_drafts())

    assert POSTS.id not in _published(tmp_path, CORRECTED)
    assert [line.partition(" ")[0] for line in said] == ["warning"]
    assert "is not in the article word for word; copy it from there" in said[0]


def test_retyped_words_that_stand_twice_need_their_number(tmp_path: Path) -> None:
    """Nothing tells which they are; the message says what to write, and it is enough."""
    _extract(tmp_path, TEXT)
    _review(tmp_path, BUDGET)
    _retype(tmp_path, ("La mairie a publié son budget.", "Le vote a eu lieu."))
    (said,) = [line for line in _said(tmp_path, TEXT) if BUDGET.id in line]
    assert said.endswith("“Le vote a eu lieu.” stands 2 times in the article; say which with nth: 1 to nth: 2")

    _retype(tmp_path, ('{exact: "Le vote a eu lieu."}', '{exact: "Le vote a eu lieu.", nth: 2}'))
    assert _extract(tmp_path, TEXT) == []
    assert _published(tmp_path, TEXT)[BUDGET.id].evidence.span == VOTE_AGAIN.evidence.span


def test_words_that_come_back_bring_their_claim_back(tmp_path: Path) -> None:
    """The correction was one too many."""
    _extract(tmp_path, TEXT)
    _review(tmp_path, POSTS)
    before = _file(tmp_path).read_bytes()
    _extract(tmp_path, TEXT.replace("120 postes", "130 postes"))

    assert _extract(tmp_path, TEXT) == []
    assert _file(tmp_path).read_bytes() == before
    assert not (tmp_path / pending_path("budget")).exists()


def test_a_rejected_claim_whose_words_went_says_nothing(tmp_path: Path) -> None:
    """Nobody waits for it; the corrected sentence is a new draft."""
    _extract(tmp_path, TEXT)
    _review(tmp_path, POSTS, Status.REJECTED)
    text = TEXT.replace("120 postes", "130 postes")
    corrected = _claim("Selon la région, 130 postes seraient supprimés lundi à Nantes.", 0, text)

    assert _extract(tmp_path, text, (*_drafts(text), corrected)) == []
    assert corrected.id in _published(tmp_path, text)


def test_a_draft_that_nobody_touched_goes_with_its_words(tmp_path: Path) -> None:
    """The machine withdraws what it alone had said."""
    _extract(tmp_path, TEXT)
    _review(tmp_path, BUDGET)

    assert _extract(tmp_path, TEXT.replace("120 postes", "130 postes")) == []
    assert "120 postes" not in _file(tmp_path).read_text("utf-8")


def test_an_edited_draft_keeps_its_edit_and_follows_its_words(tmp_path: Path) -> None:
    """Its modality is the person's, its rows are the machine's of now."""
    _extract(tmp_path, TEXT)
    text = _file(tmp_path).read_text("utf-8")
    place = text.index("modality", text.index(POSTS.id))
    _file(tmp_path).write_text(text[:place] + "modality: alleged" + text[place + len("modality: asserted") :], "utf-8")
    now = "Mise à jour. " + TEXT

    assert _extract(tmp_path, now) == []
    claim = _published(tmp_path, now)[POSTS.id]
    assert claim.modality is Modality.ALLEGED
    assert claim.quantities == _moved(POSTS, now).quantities


def test_a_mistake_of_a_person_is_no_lost_passage(tmp_path: Path) -> None:
    """Where the text did not change, words that are not in it stop the build."""
    _extract(tmp_path, TEXT)
    _file(tmp_path).write_text(_file(tmp_path).read_text("utf-8").replace("Deux recours", "Trois recours"), "utf-8")
    article = _article(TEXT)
    outcome = reconcile(tmp_path, article, _drafts(TEXT), "briefing 0, fr 0")
    assert outcome.file is not None
    _, wrong = verified(outcome.stored, article)

    assert [p.severity for p in wrong] == [Severity.ERROR]


def test_offsets_move_once(tmp_path: Path) -> None:
    """A second extraction of the corrected text changes nothing."""
    _extract(tmp_path, TEXT)
    _review(tmp_path, VOTE_AGAIN)
    text = "Rectifié. " + TEXT
    _extract(tmp_path, text)
    before = _file(tmp_path).read_bytes()

    assert _extract(tmp_path, text) == []
    assert _file(tmp_path).read_bytes() == before
    assert _published(tmp_path, text)[VOTE_AGAIN.id].evidence == replace(_at(text, "Le vote a eu lieu.", 1), nth=2)


def test_a_long_article_is_searched_once() -> None:
    """A thousand passages in a megabyte: one pass, not a thousand."""
    text = " ".join(f"Le rapport numéro {n} est rendu." for n in range(30_000))
    known = [Passage(exact=w, start=s, end=s + len(w)) for s, w in _some(text)]
    began = process_time()
    former = Former("Note. " + text, known)
    assert all(former.place(p) == Span(p.start + 6, p.end + 6) for p in known)
    assert process_time() - began < 3


def _some(text: str) -> list[tuple[int, str]]:
    found, start = [], 0
    for sentence in text.split(". "):
        found.append((start, sentence))
        start += len(sentence) + 2
    return found[::30]


def test_a_file_of_a_corrected_article_is_read_as_it_will_be(tmp_path: Path) -> None:
    """Before the next extraction: what moved is published where it stands now, what went is a warning."""
    _extract(tmp_path, TEXT)
    _review(tmp_path, POSTS)
    text = "Rectifié. " + TEXT.replace("120 postes", "130 postes")
    stored = read_claims(tmp_path, _article(text))
    assert stored.file is not None
    file, wrong = verified(stored, _article(text))

    assert [c.evidence for c in file.claims] == [_moved(c, text).evidence for c in CLAIMS if c is not POSTS]
    assert [(p.severity, POSTS.id in p.message) for p in wrong] == [(Severity.WARNING, True)]


def test_a_claim_file_of_now_is_written(tmp_path: Path) -> None:
    """The hash in the file is that of the text of now."""
    _extract(tmp_path, TEXT)
    _review(tmp_path, POSTS)
    _extract(tmp_path, "Rectifié. " + TEXT)
    stored = read_claims(tmp_path, _article("Rectifié. " + TEXT))

    assert isinstance(stored.file, ClaimFile)
    assert stored.file.text_sha256 == _article("Rectifié. " + TEXT).text_sha256

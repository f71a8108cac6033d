"""Questions as pages show them: their pictures, who says what in one table, and the home page that they make."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from msgspec.structs import replace

from briefing.model.annotation import Attribution, EntityType, Mention
from briefing.model.article import Article, Metadata, Rights
from briefing.model.claim import Claim, Modality, claim_id
from briefing.model.dossier import Dossier
from briefing.model.entity import Entity
from briefing.model.relation import Asked, Corroboration, Decided, Difference, DifferenceKind, Field
from briefing.pages.views.home.stories import lead, stories
from briefing.pages.views.questions.parties import Parties
from briefing.pages.views.questions.positions import Positions, positions
from briefing.pages.views.questions.questions import QuestionShown, chief, questions
from rendered import page_text, plain, site_of
from sample import (
    BILAN,
    CRUE,
    DENIED,
    DOSSIER,
    ENTITIES,
    EVACUATED,
    HELD,
    MORE,
    RAIN,
    asking,
    passage,
    spot,
    with_rights,
)

CONTRADICTED = replace(
    DOSSIER,
    differences=(
        Difference(
            id="d-2",
            kind=DifferenceKind.CONTRADICTION,
            claims=(EVACUATED.id, DENIED.id),
            field=Field.POLARITY,
            reason="affirmé ici, démenti là",
        ),
    ),
)


def _differing(*links: tuple[str, Field, Claim, Claim], decided: Decided = Decided.ADDED) -> Dossier:
    kind = DifferenceKind.DIFFERENCE
    found = (
        Difference(id=f"d-{name}", kind=kind, claims=(a.id, b.id), field=field, reason=name, decided=decided)
        for name, field, a, b in links
    )
    return replace(DOSSIER, corroborations=(), differences=tuple(found))


def _asked(dossier: Dossier) -> tuple[QuestionShown, ...]:
    return questions(Parties(site_of(asking(dossier)).catalogue))


def test_what_a_person_confirmed_comes_first() -> None:
    """A question of which nobody stands behind one difference is not confirmed."""
    one, other = (
        _differing(("a", Field.PLACE, EVACUATED, MORE)),
        _differing(("b", Field.QUANTITY, HELD, DENIED), decided=Decided.PROPOSED),
    )
    found = _asked(replace(one, differences=other.differences + one.differences))
    assert [(question.id, question.stands) for question in found] == [("q-a", True), ("q-b", False)]


def test_the_home_page_asks_each_kind_of_question_before_a_second_of_one() -> None:
    """In the order in which readers ask: how many, where, who denies, what."""
    dossier = _differing(
        ("p1", Field.PLACE, EVACUATED, MORE),
        ("p2", Field.PLACE, HELD, DENIED),
        ("q", Field.QUANTITY, EVACUATED, MORE),
        ("n", Field.NAME, RAIN, DENIED),
    )
    found = _asked(dossier)
    assert [question.id for question in chief(found, 2)] == ["q-q", "q-p1"]
    assert [question.id for question in chief(found, 9)] == ["q-q", "q-p1", "q-p2", "q-n"]


def test_a_question_of_number_has_a_chart_of_one_unit() -> None:
    """Each number with its bound; without two numbers there is no chart, and no other field has one."""
    chart = _asked(DOSSIER)[0].chart
    assert chart is not None
    assert [mark.figure.words.replace("\u202f", " ") for mark in chart.marks] == [
        "1 200 habitants",
        "Plus de 900 habitants",
    ]
    months = replace(EVACUATED.quantities[0], unit="mois")
    both = replace(EVACUATED, quantities=(*EVACUATED.quantities, months))
    first, *files = DOSSIER.files
    told = replace(first, claims=tuple(both if claim.id == both.id else claim for claim in first.claims))
    again = _asked(replace(DOSSIER, files=(told, *files)))[0].chart
    assert again is not None
    assert len(again.marks) == 2, "an equal number of months answers nothing"
    assert _asked(_differing(("a", Field.QUANTITY, EVACUATED, DENIED)))[0].chart is None
    assert _asked(_differing(("a", Field.PLACE, EVACUATED, MORE)))[0].chart is None


@pytest.mark.parametrize(("field", "answers"), [(Field.QUANTITY, False), (Field.POLARITY, True)])
def test_what_says_the_same_without_a_number_does_not_answer_how_many(field: Field, answers: bool) -> None:
    """It stands under the other questions that its group answers."""
    group = replace(DOSSIER.corroborations[0], claims=(EVACUATED.id, DENIED.id))
    dossier = replace(_differing(("a", field, EVACUATED, MORE)), corroborations=(group,))
    (question,) = _asked(dossier)
    assert (DENIED.id in {claim.id for claim in question.claims}) is answers


def test_the_answer_is_verbatim() -> None:
    """What follows the number where the question is where, with dots where the passage goes on before it."""
    (question,) = _asked(_differing(("a", Field.PLACE, EVACUATED, DENIED)))
    first, second = question.answers.rows
    assert (first.words, first.who.label) == ("… ont été évacués le 3 mai 2024", "Préfecture")
    assert (second.words, second.who.label) == ("L’État dément tout retard", "Source non nommée")
    assert [len(cell) for cell in first.cells] == [1, 0]


def test_no_words_of_a_text_that_may_not_be_shown() -> None:
    """Its sign and who says it stay."""
    dossier = replace(
        with_rights(Rights.NONE), differences=_differing(("a", Field.PLACE, EVACUATED, DENIED)).differences
    )
    row = _asked(replace(dossier, corroborations=()))[0].answers.rows[0]
    assert (row.words, row.who.label, len(row.cells[0])) == ("", "Préfecture", 1)


def test_who_denies_stands_below_who_affirms() -> None:
    """A party a row, the articles and sources without a name at the end."""
    (question,) = (q for q in _asked(CONTRADICTED) if q.asked is Asked.WHETHER)
    assert [row.who.label for row in question.answers.rows] == ["Préfecture", "Source non nommée"]


def test_where_no_sign_says_no_each_answer_stands_in_its_words() -> None:
    """« n'a pas reconnu » and « a reconnu » are both affirmed: the same sign for each party would tell nothing."""
    (question,) = _asked(_differing(("a", Field.POLARITY, EVACUATED, MORE)))
    assert question.asked is Asked.WHETHER
    assert all(row.words for row in question.answers.rows)


# --- who says what ------------------------------------------------------------------------------------------------

JOINT = Article(
    id="joint",
    text="Rome et Milan accusent la digue. Rome dément.",
    meta=Metadata(title="Accusée", published="2024-07"),
)
STATE = (
    Entity(id="italie", name="Italie", type=EntityType.PLACE, stands_for="gouvernement"),
    Entity(id="gouvernement", name="gouvernement italien", type=EntityType.ORGANISATION, affiliation="italie"),
    Entity(id="rome", name="Rome", type=EntityType.PLACE, stands_for="gouvernement"),
    Entity(id="milan", name="Milan", type=EntityType.PLACE),
)


def _said(words: str, source: str, *named: str, modality: Modality = Modality.ALLEGED) -> Claim:
    mentions = tuple(
        Mention(**spot(JOINT, name), entity=name.lower(), stands_for="gouvernement" if name == "Rome" else None)  # type: ignore[arg-type]
        for name in named
    )
    whole = passage(JOINT, words)
    entity = named[0].lower() if len(named) == 1 else None
    return replace(
        HELD,
        id=claim_id(JOINT.id, words),
        evidence=whole,
        modality=modality,
        quotes=(),
        attribution=(Attribution(source=source, cue="dit", content=whole, entity=entity),),
        entities=mentions,
    )


ACCUSED = _said("Rome et Milan accusent la digue", "Rome et Milan", "Rome", "Milan")
REFUTED = replace(
    _said("Rome dément", "Rome", modality=Modality.DENIED),
    attribution=(Attribution(source="Rome", cue="dément", content=passage(JOINT, "Rome dément"), entity="rome"),),
)


def _joint(differences: Iterable[Difference] = ()) -> Dossier:
    file = replace(DOSSIER.files[0], article=JOINT.id, text_sha256=JOINT.text_sha256, claims=(ACCUSED, REFUTED))
    return replace(
        DOSSIER,
        articles=(*DOSSIER.articles, JOINT),
        files=(*DOSSIER.files, file),
        entities=(*ENTITIES, *STATE),
        corroborations=(),
        differences=tuple(differences),
    )


def _positions(dossier: Dossier) -> Positions:
    parties = Parties(site_of(asking(dossier)).catalogue)
    return positions(parties, questions(parties), ())[0]


def test_columns_are_the_parties_that_speak_most() -> None:
    """On the questions asked. The state and its capital are one, called as the articles call it."""
    asked = _differing(("a", Field.POLARITY, ACCUSED, DENIED), ("b", Field.QUANTITY, EVACUATED, MORE)).differences
    page = _positions(_joint(asked))
    assert [party.label for party in page.questions.columns] == [
        "Milan",
        "Rome",
        "Préfecture",
        "Autres et sources non nommées",
    ]


def test_nobody_has_a_column_who_says_nothing_there() -> None:
    """Neither the articles nor a party that speaks of other things."""
    page = _positions(_joint(_differing(("a", Field.POLARITY, ACCUSED, REFUTED)).differences))
    assert [party.label for party in page.questions.columns] == ["Rome", "Milan"]
    assert not page.agreed.columns, "a table of its own has columns of its own"


def test_a_joint_statement_counts_for_each_and_a_denial_stands_last() -> None:
    """« Rome et Milan accusent »: under both; what Rome denies stands beside it."""
    found = _positions(
        _joint(_differing(("a", Field.POLARITY, ACCUSED, DENIED), ("b", Field.POLARITY, REFUTED, DENIED)).differences)
    )
    rome, milan, *_ = found.questions.rows[0].cells
    assert [claim.id for claim in rome.claims] == [ACCUSED.id, REFUTED.id]
    assert [claim.id for claim in milan.claims] == [ACCUSED.id]


def test_a_claim_stands_in_one_part_of_the_table() -> None:
    """With a question, else with what several say, else with what a party says besides; nothing is left out."""
    page = _positions(_joint())
    assert not page.questions.rows
    assert [(one.party.label, len(one.claims), one.left) for one in page.rest] == [
        ("Rome", 2, 0),
        ("Milan", 1, 0),
        ("Préfecture", 1, 0),
    ]


def test_who_says_what_is_a_table_of_passages() -> None:
    """A question a row; each mark says modality, speaker and date to those who do not see it."""
    text = page_text("accords.md", asking(CONTRADICTED))
    assert "rapporté, Préfecture, 4 mai 2024" in text
    assert "démenti, Source non nommée, juin 2024" in text
    assert "Affirmé ici, démenti là" in text


def test_nobody_speaks_where_there_is_no_claim() -> None:
    """And the page says so."""
    assert "Aucune affirmation n’a encore de locuteur" in page_text("accords.md", Dossier(articles=DOSSIER.articles))


def test_groups_of_the_same_claims_give_the_same_page_whatever_their_order() -> None:
    """Nothing hangs on the order of links."""
    second = Corroboration(id="k-2", claims=(EVACUATED.id, MORE.id), origins=("préfecture",))
    one = replace(CONTRADICTED, corroborations=(*CONTRADICTED.corroborations, second))
    one, other = asking(one), asking(replace(one, corroborations=one.corroborations[::-1]))
    for path in ("accords.md", "recoupements/index.md", "acteurs/index.md"):
        assert site_of(one).render(path).html == site_of(other).render(path).html


# --- the home page ------------------------------------------------------------------------------------------------


def test_articles_of_one_story_stand_together() -> None:
    """Every article once, those that tell no other's event by themselves."""
    dossier = replace(_joint(DOSSIER.differences), stories=((CRUE.id, BILAN.id),))
    told, alone = stories(site_of(dossier).catalogue)
    assert [[one.article.id for one in story.articles] for story in told] == [[CRUE.id, BILAN.id]]
    assert [one.article.id for one in alone] == [JOINT.id]


def test_what_people_wrote_lists_every_article() -> None:
    """Those of a story and those of none."""
    dossier = replace(_joint(DOSSIER.differences), stories=((CRUE.id, BILAN.id),))
    html = site_of(dossier).written("index.md", "<h1>Titre</h1><p>Chapeau.</p><h2>Un</h2><p>Analyse.</p>").html
    listed = html.partition('<ul class="articles bare">')[2].partition("</ul>")[0]
    assert all(f"articles/{one}.html" in listed for one in (CRUE.id, BILAN.id, JOINT.id))


def test_the_claim_that_tells_what_the_title_announces_leads() -> None:
    """Not the one that holds most numbers; of equals the first."""
    catalogue = site_of().catalogue
    claims = catalogue.by_article[CRUE.id]
    titled = replace(catalogue.articles[CRUE.id], title="La digue a tenu")
    assert lead(titled, claims) is catalogue.claims[HELD.id]
    assert lead(replace(titled, title="x"), ()) is None


def test_where_nobody_wrote_the_machine_says_so() -> None:
    """Questions first, then the articles by event, each with a passage; no template's instruction."""
    html = site_of(replace(asking(DOSSIER), stories=((CRUE.id, BILAN.id),))).render("index.md").html
    text = plain(html)
    assert "Personne n’a encore écrit d’analyse" in text
    assert html.index('id="questions"') < html.index('id="articles"') < html.index('id="overview"')
    assert "Les articles, par événement" in text
    assert "Écrivez ici" not in text


def test_a_dossier_without_questions_promises_none() -> None:
    """Nor does it speak of events where no two articles tell one."""
    html = site_of(replace(DOSSIER, corroborations=(), differences=())).render("index.md").html
    text = plain(html)
    assert 'id="questions"' not in html
    assert "les questions viennent" not in text
    assert "par événement" not in text


@pytest.mark.parametrize(("joined", "said"), [(True, True), (False, False)])
def test_what_several_say_comes_first_where_several_say_it(joined: bool, said: bool) -> None:
    """The rule is not said of a list that holds no corroboration."""
    group = replace(DOSSIER.corroborations[0], decided=Decided.ADDED)
    dossier = replace(DOSSIER, corroborations=(group,) if joined else (), differences=())
    assert ("Ce que plusieurs articles disent vient" in page_text("index.md", dossier)) is said


def test_what_people_wrote_stands_before_the_machines_list() -> None:
    """Title and answer, then the questions, the sections of the text with the articles, and the list folded."""
    text = "<h1>Titre</h1><p>Chapeau.</p><p>Suite.</p><h2>Un</h2><p>Analyse.</p>"
    html = site_of(asking(DOSSIER)).written("index.md", text).html
    order = (
        "</h1>",
        "Chapeau.",
        "Suite.",
        'id="questions"',
        "Analyse.",
        'id="articles"',
        '<details class="fold">',
        'id="overview"',
    )
    assert sorted(order, key=html.index) == list(order)
    assert "Personne n’a encore" not in html


def test_a_text_without_sections_is_not_cut() -> None:
    """Nothing of the machine's stands between two of its paragraphs."""
    html = site_of(asking(DOSSIER)).written("index.md", "<h1>Titre</h1><p>Chapeau.</p><p>Suite.</p>").html
    assert html.index("Chapeau.") < html.index("Suite.") < html.index('id="questions"')


def test_what_nobody_verified_says_so_once() -> None:
    """Above its table where nobody stands behind any row; else on each row that nobody stands behind."""
    sentence = "Aucun de ces rapprochements n’est encore vérifié"
    proposed = _differing(("a", Field.QUANTITY, EVACUATED, MORE), decided=Decided.PROPOSED)
    mixed = replace(
        proposed, differences=(*proposed.differences, *_differing(("b", Field.PLACE, HELD, MORE)).differences)
    )
    for path in ("accords.md", "index.md"):
        assert page_text(path, asking(proposed)).count(sentence) == 1
        assert sentence not in page_text(path, asking(_differing(("a", Field.QUANTITY, EVACUATED, MORE))))
    assert sentence not in page_text("accords.md", asking(mixed))
    assert "non vérifié" in page_text("accords.md", asking(mixed)).replace("Dossier non vérifié", "")


def test_without_a_table_the_page_promises_no_questions() -> None:
    """Articles that have nothing to do with each other: what each says is all there is."""
    text = page_text("accords.md", replace(DOSSIER, corroborations=(), differences=()))
    assert "Ce que chacun dit, passage par passage." in text
    assert "Question par question" not in text

"""Questions: how French asks what articles answer in several ways, and which differences are one question."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefing.extract.pipeline import extract
from briefing.extract.words.questions import Answer
from briefing.languages import find_pack
from briefing.model.article import Article
from briefing.model.claim import Claim
from briefing.model.relation import Asked, Corroboration, Difference, DifferenceKind, Field, relation_id
from briefing.model.span import Span
from briefing.relate.links.questions import Told, answer, questions

FRENCH, ENGLISH = find_pack("fr"), find_pack("en")


def _claims(text: str) -> tuple[Article, Claim]:
    """The article of one sentence, and its claim."""
    assert FRENCH is not None
    article = Article(id="a", text=text)
    return article, max(extract(article, FRENCH), key=lambda claim: len(claim.evidence.span))


def _title(asked: Asked, *texts: str) -> str:
    """How French asks what some sentences answer."""
    assert FRENCH is not None
    found = [_claims(text) for text in texts]
    answers = [answer(*each, {quantity.unit for quantity in each[1].quantities}) for each in found]
    return FRENCH.ask(asked, answers)


@pytest.mark.parametrize(
    ("asked", "sentence", "title"),
    [
        ("how_many", "300 marins russes rejoignent le port.", "Combien de marins russes rejoignent le port ?"),
        ("how_many", "Selon la CGT, 25 000 personnes ont défilé à Lyon.", "Combien de personnes ont défilé à Lyon ?"),
        ("how_many", "Une centaine d'habitants ont été évacués.", "Combien d’habitants ?"),
        ("how_many", "Le groupe supprimera 400 postes.", "Combien de postes ?"),
        ("how_many", "Le séisme a fait 23 morts et 112 blessés.", "Combien de morts ?"),
        ("how_many", "Le chantier a coûté 3 millions d'euros.", "Combien a coûté le chantier ?"),
        ("how_many", "53 % des salariés ont fait grève.", "Quelle part des salariés ?"),
        ("how_many", "La participation atteint 64,3 %, un record.", "À combien s’élève la participation ?"),
        ("how_many", "Le taux de grévistes s'élevait à 14 %.", "À combien s’élève le taux de grévistes ?"),
        ("how_many", "Le coût du pont atteint 3 millions d'euros.", "À combien s’élève le coût du pont ?"),
        ("how_many", "Les pertes dépassent 3 millions d'euros.", "À combien s’élèvent les pertes ?"),
        ("how_many", "Le candidat obtient 64,3 %.", "« Le candidat obtient 64,3 % » : combien ?"),
        ("how_many", "Elle atteint 64,3 %.", "« Elle atteint 64,3 % » : combien ?"),
        ("how_many", "Six piétons ont toutefois été blessés lundi.", "Combien de piétons ont été blessés lundi ?"),
        ("how_many", "Les caves sont lavées quatre fois par semaine.", "Combien de fois par semaine ?"),
        ("how_many", "Une hausse de 3,5 % des prix a été décidée.", "Quelle hausse des prix ?"),
        ("how_many", "Les grévistes veulent 6 % d'augmentation.", "Quelle augmentation ?"),
        ("how_many", "Une rançon de 4 millions de dollars a été réclamée.", "Quelle rançon ?"),
        ("how_many", "La région verse 3 millions d'euros d'aides.", "Quel montant d'aides ?"),
        ("how_many", "On en veut 3 millions d'euros.", "« On en veut 3 millions d'euros » : combien ?"),
        ("how_many", "Il a coûté 3 millions d'euros.", "« Il a coûté 3 millions d'euros » : combien ?"),
        ("whether", "Rome dément la présence de marins au port.", "La présence de marins au port est-elle avérée ?"),
        ("whether", "Rome et Berne ont nié l’envoi de troupes.", "L’envoi de troupes est-il avéré ?"),
        ("whether", "Le pont n'a pas été fermé lundi.", "Le pont a-t-il été fermé lundi ?"),
        ("whether", "La mairie assure que l'usine a pollué le canal.", "L'usine a-t-elle pollué le canal ?"),
        ("whether", "Les syndicats disent que les usines fermeront.", "Les usines fermeront-elles ?"),
        ("whether", "La mairie dit que cette usine a brûlé.", "« cette usine a brûlé » : est-ce avéré ?"),
        ("whether", "La prime n'a toujours pas été versée.", "La prime a-t-elle été versée ?"),
        ("whether", "Aucun site ne sera fermé.", "Un site sera-t-il fermé ?"),
        ("whether", "Aucune usine ne sera fermée.", "Une usine sera-t-elle fermée ?"),
        ("whether", "« L'eau du puits n'est pas sûre », affirme le maire.", "L'eau du puits est-elle sûre ?"),
        ("whether", "« Notre puits est sûr », affirme le maire.", "« Notre puits est sûr » : est-ce avéré ?"),
        ("whether", "« L'usine nous a trompés », affirme le maire.", "« L'usine nous a trompés » : est-ce avéré ?"),
        ("whether", "Le maire évoque une « fuite mineure ».", "« une “fuite mineure” » : est-ce avéré ?"),
        ("where", "Le corps a été retrouvé à Lyon.", "Où a été retrouvé le corps ?"),
        ("where", "L'usine a pollué le canal à Lyon.", "« L'usine a pollué le canal à Lyon » : où ?"),
        ("where", "Elle est à Lyon depuis lundi.", "« Elle est à Lyon depuis lundi » : où ?"),
        ("when", "L'usine fermera en mars.", "Quand fermera l'usine ?"),
        ("how_sure", "Le traité pourrait être signé mardi.", "Le traité pourrait-il être signé mardi ?"),
        ("which_name", "Les deux pays ont signé un pacte.", "« Les deux pays ont signé un pacte » : sous quel nom ?"),
    ],
)  # fmt: skip
def test_a_title_is_a_question_in_the_words_of_an_answer(asked: str, sentence: str, title: str) -> None:
    """Where its grammar allows; a pronoun or « cette usine » names nothing, and a plain question is put."""
    assert _title(Asked(asked), sentence) == title


def test_a_plain_question_names_the_numbers_that_part_answers() -> None:
    """Beside the words of one answer; of many numbers none is chosen."""
    given = [f"Le candidat obtient {share} %." for share in (61, 62, 63, 64)]

    assert _title(Asked.HOW_MANY, *given[:2]) == "« Le candidat obtient 61 % » : 61 % ou 62 % ?"
    assert _title(Asked.HOW_MANY, *given[:3]) == "« Le candidat obtient 61 % » : 61 %, 62 % ou 63 % ?"
    assert _title(Asked.HOW_MANY, *given) == "« Le candidat obtient 61 % » : combien ?"


def test_a_title_repeats_only_words_that_may_be_shown() -> None:
    """A long passage is cut between words, and its quotation closed."""
    assert FRENCH is not None
    text = "Elle assure : « rien de ce que le laboratoire avait transmis n'était positif »."
    hidden = Answer(text=text, passage=Span(0, len(text)), said=Span(0, len(text)), is_shown=False)
    shown = replace(hidden, is_shown=True)

    assert FRENCH.ask(Asked.WHAT, [hidden]) == "Qu’en est-il ?"
    asked = FRENCH.ask(Asked.WHAT, [hidden, shown])
    assert asked == "« Elle assure : “rien de ce que le laboratoire avait …” » : qu’en est-il ?"


def test_a_denial_says_best_what_is_at_issue() -> None:
    """Whichever article appeared first."""
    affirmed, denied = "La mairie dit que le pont a cédé.", "La mairie dément la fermeture du pont."

    assert _title(Asked.WHETHER, affirmed, denied) == "La fermeture du pont est-elle avérée ?"


def test_every_pack_has_a_question_for_every_kind() -> None:
    """Plain where nothing is known."""
    for pack in (FRENCH, ENGLISH):
        assert pack is not None
        assert all(pack.ask(asked, ()).endswith("?") for asked in Asked)


TEXTS = {name: f"{name} habitants ont été évacués lundi de la commune." for name in ("100", "200", "300", "400")}
TOLD = Told(
    {
        f"c-{name}": (replace(article, id=name), replace(claim, id=f"c-{name}"))
        for name, (article, claim) in ((name, _claims(text)) for name, text in TEXTS.items())
    },
    entities={},
)


def _difference(one: str, other: str, field: Field = Field.QUANTITY, title: str | None = None) -> Difference:
    claims = (f"c-{one}", f"c-{other}")
    ident = relation_id("d", (*claims, field))
    return Difference(
        id=ident, kind=DifferenceKind.CONTRADICTION, claims=claims, field=field, reason="Deux.", title=title
    )


def _asked(*differences: Difference, groups: tuple[Corroboration, ...] = ()) -> list[set[str]]:
    assert FRENCH is not None
    return [set(question.claims) for question in questions(differences, groups, TOLD, FRENCH.ask)]


def test_differences_that_share_a_claim_are_one_question() -> None:
    """Of one field; another field asks something else."""
    assert _asked(_difference("100", "200"), _difference("200", "300")) == [{"c-100", "c-200", "c-300"}]
    assert len(_asked(_difference("100", "200"), _difference("200", "300", Field.PLACE))) == 2
    assert len(_asked(_difference("100", "200"), _difference("300", "400"))) == 2


def test_claims_that_say_the_same_answer_the_same_question() -> None:
    """Those that only go the same way do not."""
    apart = _difference("100", "200"), _difference("300", "400")
    group = Corroboration(id="k-1", claims=("c-200", "c-300"))

    assert len(_asked(*apart, groups=(group,))) == 1
    assert len(_asked(*apart, groups=(replace(group, akin=True),))) == 2


def test_a_person_names_a_question() -> None:
    """Their words stand over the machine's."""
    assert FRENCH is not None
    named = _difference("200", "300", title="Combien d'évacués ?")
    (question,) = questions([_difference("100", "200"), named], (), TOLD, FRENCH.ask)

    assert question.title == "Combien d'évacués ?"
    assert question.claims == ("c-100", "c-200", "c-300")
    assert set(question.differences) == {_difference("100", "200").id, named.id}


def test_a_language_without_questions_gives_the_reason() -> None:
    """No page stands without a title."""
    (question,) = questions([_difference("100", "200")], (), TOLD, lambda *_: "")

    assert question.title == "Deux."

"""What an article says that no claim states, and why, from its page."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from briefing.languages import find_pack
from briefing.model.article import Rights
from briefing.model.claim import Modality, Status
from briefing.model.dossier import Aside, Dossier, Noted
from briefing.model.entity import Register
from briefing.model.ruling import Ruling
from briefing.model.span import Span
from briefing.pages.strings import strings
from briefing.project.readings import Task, read
from rendered import site_of
from sample import CRUE, DOSSIER, RAIN, with_rights

PAGE = "articles/crue-2024.md"
BRIDGES = "Deux ponts fermés"


def _html(dossier: Dossier) -> str:
    return site_of(dossier).render(PAGE).html


def _listed(html: str) -> str:
    return re.sub(r"<[^>]+>", " ", html[html.index('id="not-taken"') :].partition("</section>")[0])


def _with_opinion() -> Dossier:
    start = CRUE.text.index(BRIDGES)
    aside = Aside(Span(start, start + len(BRIDGES)), Modality.OPINION, "wish")
    return replace(DOSSIER, noted={CRUE.id: Noted(asides=(aside,))})


def test_what_the_rules_left_is_marked_and_listed_with_its_reason() -> None:
    """It has an anchor in the text, to which the list leads; it has no card."""
    html = _html(_with_opinion())
    mark = re.search(rf'<span class="aside m-opinion" id="(x-\d+)">{BRIDGES}</span>', html)
    assert mark is not None
    assert f'<a href="#{mark[1]}">{BRIDGES}</a>' in html
    assert "Jugements de l’auteur" in _listed(html)
    assert html.count('<details class="note') == 3


def test_every_sentence_is_a_claim_or_is_listed() -> None:
    """What no rule spoke of is listed too; what a claim touches never is."""
    listed = _listed(_html(DOSSIER))
    for left in ("La rivière est sortie de son lit", BRIDGES, "Une école fermée"):
        assert left in listed
    for taken in ("habitants", "La digue a tenu", "pluie"):
        assert taken not in listed


def test_what_a_person_rejected_is_said_with_the_reason() -> None:
    """Before everything else, and in that person's words."""
    first, second = DOSSIER.files
    gone = replace(RAIN, status=Status.REJECTED, review=Ruling("Anne", None, "une météo, pas un fait"))  # type: ignore[arg-type]
    listed = _listed(_html(replace(DOSSIER, files=(replace(first, claims=(*first.claims[:2], gone)), second))))
    assert listed.index("Rejeté à la main") < listed.index("La pluie pourrait durer") < listed.index("La rivière")
    assert "une météo, pas un fait" in listed


@pytest.mark.parametrize("rights", [Rights.EXCERPT, Rights.NONE])
def test_rights_hide_the_words_and_not_the_count(rights: Rights) -> None:
    """An article that may only be quoted shows how many sentences were left, and none of them."""
    listed = _listed(_html(with_rights(rights)))
    assert "Autres phrases" in listed
    assert "rivière" not in listed
    assert BRIDGES not in listed


SENTENCES = [
    ("Faut-il s’en inquiéter ?", "question"),
    ("Cet article examine les causes de la crue.", "theme"),
    ("Imaginez la scène.", "imperative"),
    ("À retenir :", "fragment"),
]


@pytest.mark.parametrize(("sentence", "reason"), SENTENCES)
def test_the_rules_say_why(sentence: str, reason: str) -> None:
    """Each reason that the rules give has its words on the site."""
    article = replace(CRUE, text=f"{sentence}\nLe 3 mai, la mairie a fermé deux ponts.")
    found = read(Task(article, Register()))
    assert [claim.evidence.exact for claim in found.claims] == ["Le 3 mai, la mairie a fermé deux ponts."]
    (left,) = found.noted.asides
    assert reason in (left.rule, left.modality.value)
    assert left.span.of(article.text) == sentence


@pytest.mark.parametrize("code", ["fr", "en"])
def test_reasons_have_a_title_and_a_sentence(code: str) -> None:
    """In both languages."""
    assert find_pack(code) is not None
    reasons = {key: value for key, value in strings(code)["not_taken"].items() if isinstance(value, dict)}  # type: ignore[union-attr]
    assert len(reasons) == 12
    assert all(reason["title"] and reason["why"] for reason in reasons.values())

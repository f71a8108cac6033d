"""What cannot be checked: it stays in its file and its article, is not counted, and is listed when asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from briefing.model.article import Article
from briefing.model.claim import Claim, ClaimFile, Uncheckable
from briefing.pages.strings import strings
from briefing.store.files import claims_path, read_claims
from briefing.store.merge import merge
from briefing.store.text.emit import emit_claim, emit_file
from rendered import site_of
from sample import CRUE, RAIN, holding

FELT = replace(RAIN, checkable=False, reason=Uncheckable.FEELING)


def test_it_stays_in_its_article_and_its_card_says_why() -> None:
    """The passage keeps its place and its anchor."""
    html = site_of(holding(FELT)).render("articles/crue-2024.md").html
    assert f'id="{RAIN.id}"' in html
    assert "<dt>Ne se vérifie pas</dt><dd>ressenti</dd>" in html
    assert "Ne se vérifie pas" not in site_of(holding(RAIN)).render("articles/crue-2024.md").html


def test_a_person_may_give_no_reason() -> None:
    """`checkable: false` alone is enough."""
    html = site_of(holding(replace(RAIN, checkable=False))).render("articles/crue-2024.md").html
    assert "<dt>Ne se vérifie pas</dt><dd>décision d’une personne</dd>" in html


def test_it_is_not_counted_nor_listed() -> None:
    """The table of claims lacks it, and says that there is more to ask for; the home page counts one less."""
    assert len(site_of(holding(FELT)).catalogue.checkable) == len(site_of(holding(RAIN)).catalogue.checkable) - 1
    table, whole = (site_of(holding(claim)).render("affirmations.md").html for claim in (FELT, RAIN))
    assert RAIN.id in whole
    assert RAIN.id not in table
    assert 'name="checkable"' in table
    assert 'name="checkable"' not in whole


def test_each_reason_has_its_words() -> None:
    """In every language of the interface."""
    for code in ("fr", "en"):
        assert set(strings(code)["unchecked"]) == {*Uncheckable, "other"}


def test_the_file_says_so_and_reads_it_back(tmp_path: Path) -> None:
    """Only where it is so; a reason without it is not written."""
    article = Article(id=CRUE.id, text=CRUE.text)
    for claim in (FELT, RAIN, replace(RAIN, checkable=False)):
        path = tmp_path / claims_path(CRUE.id)
        path.parent.mkdir(exist_ok=True)
        file = ClaimFile(article=CRUE.id, text_sha256=article.text_sha256, generator="essai", claims=(claim,))
        path.write_text(emit_file(file), "utf-8")
        stored = read_claims(tmp_path, article)
        assert stored.said is not None, stored.problems
        (read,) = stored.said.claims
        assert (read.checkable, read.reason) == (claim.checkable, claim.reason)
    assert "  checkable: false" in emit_claim(FELT)
    assert not [line for line in emit_claim(replace(FELT, checkable=True)) if "checkable" in line or "reason" in line]


@pytest.mark.parametrize("now", [FELT, replace(FELT, reason=Uncheckable.JUDGEMENT)])
def test_what_a_person_says_stays(now: Claim) -> None:
    """A person who finds it checkable is not overruled, whatever the rules find later; nor is one who does not."""
    person = replace(FELT, checkable=True)
    (step,) = merge({RAIN.id: FELT}, [person], [now])
    assert step.claim.checkable
    (step,) = merge({RAIN.id: RAIN}, [replace(RAIN, checkable=False)], [RAIN])
    assert not step.claim.checkable


def test_what_nobody_touched_follows_the_rules() -> None:
    """Both ways."""
    for was, now in ((RAIN, FELT), (FELT, RAIN)):
        (step,) = merge({RAIN.id: was}, [was], [now])
        assert (step.claim.checkable, step.claim.reason) == (now.checkable, now.reason)

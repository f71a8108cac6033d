"""`claims/links.yaml`: what people decided on links, and what the dossier makes of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefing.cli import commands
from briefing.model.claim import Because, Claim, Modality, Status
from briefing.model.link import Link, LinkDecision, LinkKind
from briefing.model.relation import Corroboration, Decided, Difference, DifferenceKind, Field, relation_id
from briefing.model.ruling import Ruling
from briefing.model.span import Passage
from briefing.problems import BriefingError
from briefing.project import load, refresh
from briefing.relate.rulings import Rulings
from briefing.review.acts.linking import Judged, linked
from briefing.review.acts.plan import committed
from briefing.store.links import FILE, file_of, fingerprint, load_links
from command import write

ARTICLE_OF = {"c-00000001": "a", "c-00000002": "b", "c-00000003": "c", "c-00000004": "a"}
DAY = date(2026, 11, 21)


def decide(
    root: Path,
    decision: LinkDecision,
    kind: LinkKind,
    claims: Iterable[Claim],
    *,
    who: str,
    when: date = DAY,
    why: str | None = None,
) -> None:
    """Record what a person decided about some claims."""
    link = Judged(name="d-1", kind=kind, claims=tuple(claims), decision=decision)
    committed(root, lambda: linked(root, [link], Ruling(who, when, why)))


def _claim(ident: str, words: str = "le pont est fermé") -> Claim:
    return Claim(
        id=ident,
        evidence=Passage(exact=words, start=0, end=len(words)),
        modality=Modality.ASSERTED,
        because=Because("fr.r"),
        status=Status.DRAFT,
    )


CLAIMS = {ident: _claim(ident) for ident in ARTICLE_OF}


def _link(decision: str, *claims: str, kind: str = "corroboration", **more: object) -> Link:
    return Link(
        decision=LinkDecision(decision),
        kind=LinkKind(kind),
        claims=claims,
        who="Ada",
        when=DAY,
        **more,  # type: ignore[arg-type] # the test names the fields
    )


def _group(*claims: str) -> Corroboration:
    return Corroboration(id=relation_id("k", claims), claims=claims)


def _difference(one: str, other: str, field: Field = Field.PLACE) -> Difference:
    ident = relation_id("d", (one, other, field))
    return Difference(
        id=ident, kind=DifferenceKind.CONTRADICTION, claims=(one, other), field=field, reason="Deux lieux."
    )


def _write(root: Path, text: str) -> None:
    (root / "claims").mkdir(exist_ok=True)
    (root / FILE).write_text(text, "utf-8")


def test_a_project_without_the_file_has_no_links(tmp_path: Path) -> None:
    """Nothing decided, nothing wrong."""
    assert load_links(tmp_path, ARTICLE_OF).links == ()
    assert load_links(tmp_path, ARTICLE_OF).problems == ()


def test_a_decision_is_appended_and_read_back(tmp_path: Path) -> None:
    """To the file of its claims, whatever their order; what stands there stays, comments included."""
    claims = [CLAIMS["c-00000001"], CLAIMS["c-00000002"]]
    path = tmp_path / file_of(LinkKind.UPDATE, ["c-00000002", "c-00000001"])
    decide(tmp_path, LinkDecision.REJECTED, LinkKind.UPDATE, claims, who="Ada", when=DAY, why="deux « ponts »")
    path.write_text(path.read_text("utf-8") + "# relu\n", "utf-8")
    decide(tmp_path, LinkDecision.CONFIRMED, LinkKind.UPDATE, claims[::-1], who="Ada", when=DAY)
    read = load_links(tmp_path, ARTICLE_OF)

    assert "# relu\n- decision: confirmed\n" in path.read_text("utf-8")
    assert read.problems == ()
    assert [link.decision.value for link in read.links] == ["rejected", "confirmed"]
    assert read.links[0].why == "deux « ponts »"
    assert read.links[0].seen == {claim.id: fingerprint(claim) for claim in claims}


def test_a_file_of_all_decisions_is_read_first(tmp_path: Path) -> None:
    """What was decided since stands in files of its own, and counts over it."""
    entry = "decision: confirmed, kind: update, claims: [c-00000001, c-00000002], who: Ada, when: 2026-11-21"
    _write(tmp_path, f"links:\n- {{{entry}}}\n")
    claims = [CLAIMS["c-00000001"], CLAIMS["c-00000002"]]
    decide(tmp_path, LinkDecision.REJECTED, LinkKind.UPDATE, claims, who="Zoé", when=date(2020, 1, 1))

    assert [link.decision.value for link in load_links(tmp_path, ARTICLE_OF).links] == ["confirmed", "rejected"]


def test_a_broken_file_takes_no_other_down(tmp_path: Path) -> None:
    """Two people decided on one link, and git could not join it: the others stand, and both decisions are kept."""
    claims = [CLAIMS["c-00000001"], CLAIMS["c-00000002"]]
    decide(tmp_path, LinkDecision.REJECTED, LinkKind.UPDATE, claims, who="Ada", when=DAY)
    decide(tmp_path, LinkDecision.REJECTED, LinkKind.CORROBORATION, claims, who="Ada", when=DAY)
    path = tmp_path / file_of(LinkKind.UPDATE, [claim.id for claim in claims])
    path.write_text(f"<<<<<<< HEAD\n{path.read_text('utf-8')}=======\n>>>>>>> theirs\n", "utf-8")
    read = load_links(tmp_path, ARTICLE_OF)

    assert [link.kind for link in read.links] == [LinkKind.CORROBORATION]
    (problem,) = read.problems
    assert str(problem).startswith(f"claims/links/{path.name}:1: git left a conflict here (<<<<<<<); keep what each")


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        (
            "claims: [c-00000001, c-0000002]",
            "links c-0000002, which no article has; correct the id, or remove the entry",
        ),
        ("claims: [c-00000001]", "a link joins two claims or more; name them"),
        ("claims: [c-00000001, c-00000004]", "the claims of a link stand in different articles; two of these"),
        ("claims: [c-00000001, c-00000002, c-00000003], kind: update", "a update is between two claims; name two"),
        (
            "claims: [c-00000001, c-00000002], kind: rumour",
            "kind: “rumour” is none of corroboration, akin, contradiction",
        ),
        ("claims: [c-00000001, c-00000002], sure: yes", "unknown key “sure”"),
        (
            "claims: [c-00000001, c-00000002], decision: added, kind: difference, field: nombre",
            "a difference that you add needs a why and a field, which is one of quantity",
        ),
        (
            "claims: [c-0000000x, c-00000002], decision: added, kind: difference",
            "a difference that you add needs a why and a field, which is one of quantity",
        ),
    ],
)
def test_a_mistake_names_its_line(tmp_path: Path, entry: str, message: str) -> None:
    """And the good entry beside it counts, unless the file does not fit at all."""
    kind = "" if "kind:" in entry else ", kind: corroboration"
    by = "who: Ada, when: 2026-11-21"
    decision = "" if "decision:" in entry else ", decision: confirmed"
    good = f"{{claims: [c-00000001, c-00000003], kind: update, decision: confirmed, {by}}}"
    _write(tmp_path, f"links:\n- {good}\n- {{{entry}{kind}{decision}, {by}}}\n")
    read = load_links(tmp_path, ARTICLE_OF)

    assert any(message in p.message and p.where.line == 3 for p in read.problems), read.problems


_GROUP = "claims: [c-00000001, c-00000002, c-00000003], kind: corroboration"


@pytest.mark.parametrize(
    ("entries", "wrong"),
    [
        ((_GROUP, "claims: [c-00000002, c-00000001], kind: contradiction"), [3]),
        ((_GROUP, "claims: [c-00000002, c-00000001], kind: update"), []),
        ((_GROUP, "claims: [c-00000002, c-00000001], kind: contradiction, decision: rejected"), []),
        ((f"{_GROUP}, decision: rejected", "claims: [c-00000001, c-00000002], kind: contradiction"), []),
        (
            (
                _GROUP,
                "claims: [c-00000002, c-00000001, c-00000003], kind: corroboration, decision: dropped",
                "claims: [c-00000001, c-00000002], kind: contradiction",
            ),
            [],
        ),
    ],
)
def test_two_claims_do_not_say_the_same_and_contradict_each_other(
    tmp_path: Path, entries: tuple[str, ...], wrong: list[int]
) -> None:
    """Neither is shown as decided until a person takes one back; who left the group may contradict it."""
    by = "who: Ada, when: 2026-11-21"
    rows = (f"- {{{entry}{'' if 'decision:' in entry else ', decision: confirmed'}, {by}}}" for entry in entries)
    _write(tmp_path, "links:\n" + "\n".join(rows) + "\n")
    read = load_links(tmp_path, ARTICLE_OF)

    assert [problem.where.line for problem in read.problems] == wrong
    assert len(read.links) == (0 if wrong else len(entries))
    assert all("claims/links.yaml:2" in problem.message for problem in read.problems)


@pytest.mark.parametrize(("who", "why"), [("Ada\x1b[2J", None), ("Ada", "vu\0")])
def test_a_decision_that_no_file_can_hold_is_not_written(tmp_path: Path, who: str, why: str | None) -> None:
    """It would keep the file from being read; what cannot stand in it is said."""
    with pytest.raises(BriefingError, match="the control character U"):
        decide(tmp_path, LinkDecision.ADDED, LinkKind.CORROBORATION, CLAIMS.values(), who=who, why=why)
    assert not (tmp_path / "claims").exists()


def test_nothing_is_written_over_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    """A broken file is the person's to mend."""
    path = tmp_path / file_of(LinkKind.UPDATE, CLAIMS)
    path.parent.mkdir(parents=True)
    path.write_text("links: {\n", "utf-8")

    with pytest.raises(BriefingError):
        decide(tmp_path, LinkDecision.ADDED, LinkKind.UPDATE, CLAIMS.values(), who="Ada", when=DAY)
    assert path.read_text("utf-8") == "links: {\n"


def test_a_rejected_pair_is_never_joined() -> None:
    """Nor any pair of a rejected group."""
    rejected = _link("rejected", "c-00000001", "c-00000002", "c-00000003")
    rulings = Rulings([rejected], CLAIMS)

    assert frozenset({"c-00000001", "c-00000003"}) in rulings.parted
    assert [s.ruling for s in rulings.set_aside()] == [rejected.ruling]


def test_what_is_confirmed_stands_as_it_was_seen() -> None:
    """With its name and who decided; a proposal that overlaps it is not shown beside it."""
    rulings = Rulings([_link("confirmed", "c-00000001", "c-00000002", title="Le pont")], CLAIMS)
    shown = rulings.corroborations([_group("c-00000001", "c-00000002", "c-00000003")])

    assert [(g.claims, g.decided, g.title) for g in shown] == [
        (("c-00000001", "c-00000002"), Decided.CONFIRMED, "Le pont")
    ]
    assert shown[0].ruling is not None
    assert shown[0].ruling.who == "Ada"


def test_what_nobody_decided_stays_proposed() -> None:
    """One claim in common takes nothing away."""
    rulings = Rulings([_link("added", "c-00000001", "c-00000002")], CLAIMS)
    shown = rulings.corroborations([_group("c-00000001", "c-00000003")])

    assert {g.decided for g in shown} == {Decided.ADDED, Decided.PROPOSED}


def test_a_rejected_difference_does_not_come_back() -> None:
    """Without a field, in any field; with one, in that field only."""
    proposed = [_difference("c-00000001", "c-00000002"), _difference("c-00000001", "c-00000002", Field.DATE)]
    every = Rulings([_link("rejected", "c-00000002", "c-00000001", kind="contradiction")], CLAIMS)
    place = Rulings([_link("rejected", "c-00000002", "c-00000001", kind="contradiction", field=Field.PLACE)], CLAIMS)

    assert every.differences(proposed) == ()
    assert [d.field for d in place.differences(proposed)] == [Field.DATE]


def test_an_added_difference_says_why() -> None:
    """Its reason is the person's."""
    link = _link("added", "c-00000001", "c-00000002", kind="update", field=Field.POLARITY, why="Il a changé d'avis.")
    (shown,) = Rulings([link], CLAIMS).differences([])

    assert (shown.kind, shown.reason, shown.decided) == (DifferenceKind.UPDATE, "Il a changé d'avis.", Decided.ADDED)


def test_the_later_decision_counts() -> None:
    """A person may change their mind."""
    first, then = (_link(d, "c-00000001", "c-00000002") for d in ("confirmed", "rejected"))

    assert Rulings([first, then], CLAIMS).corroborations([]) == ()
    assert len(Rulings([then, first], CLAIMS).corroborations([])) == 1


def test_a_link_whose_claim_changed_since_is_suspect() -> None:
    """The fingerprint holds the passage, the modality and the speakers."""
    seen = {"c-00000001": fingerprint(CLAIMS["c-00000001"])}
    link = _link("confirmed", "c-00000001", "c-00000002", seen=seen)
    changed = {**CLAIMS, "c-00000001": _claim("c-00000001", "le pont est ouvert")}

    assert not Rulings([link], CLAIMS).corroborations([])[0].suspect
    assert Rulings([link], changed).corroborations([])[0].suspect


def test_a_link_to_a_claim_that_was_rejected_is_not_shown() -> None:
    """It is kept in the file."""
    link = _link("confirmed", "c-00000001", "c-00000002")
    left = {ident: claim for ident, claim in CLAIMS.items() if ident != "c-00000002"}

    assert Rulings([link], left).corroborations([]) == ()


def test_one_claim_leaves_a_group_and_the_others_stay() -> None:
    """Of what a person joined; the group keeps its address and who decided."""
    three = _link("added", "c-00000001", "c-00000002", "c-00000003", title="Le pont")
    out = _link("dropped", "c-00000002", "c-00000001", "c-00000003", why="un autre pont")
    (shown,) = Rulings([three, out], CLAIMS).corroborations([])

    assert shown.claims == ("c-00000001", "c-00000003")
    assert shown.id == relation_id("k", three.claims)
    assert shown.title == "Le pont"
    assert [aside.why for aside in Rulings([three, out], CLAIMS).set_aside()] == ["un autre pont"]


def test_a_dropped_claim_is_never_joined_to_the_others_again() -> None:
    """By the rules; a person may take it back by joining them later."""
    out = _link("dropped", "c-00000002", "c-00000001", "c-00000003")
    again = _link("added", "c-00000001", "c-00000002", "c-00000003")

    assert Rulings([out], CLAIMS).parted == {
        frozenset({"c-00000002", "c-00000001"}),
        frozenset({"c-00000002", "c-00000003"}),
    }
    assert Rulings([out, again], CLAIMS).parted == frozenset()
    assert len(Rulings([out, again], CLAIMS).corroborations([])[0].claims) == 3


def test_only_a_group_loses_a_claim(tmp_path: Path) -> None:
    """A difference has two sides; it is rejected as a whole."""
    entry = "decision: dropped, kind: contradiction, claims: [c-00000001, c-00000002], who: Ada, when: 2026-11-21"
    _write(tmp_path, f"links:\n- {{{entry}}}\n")
    (problem,) = load_links(tmp_path, ARTICLE_OF).problems

    assert "only a group can lose one of its claims" in str(problem)


def test_the_command_takes_one_claim_out_of_a_group(tmp_path: Path) -> None:
    """`briefing review k-… --drop c-…`; a claim that the group has not is named."""
    for name in ("a", "b", "c"):
        head = f"---\ntitle: {name}\npublished: 2026-03-0{ord(name) - 96}\n---\n\n"
        write(tmp_path, f"corpus/{name}.md", f"{head}Le pont {name} a été fermé lundi par la mairie.\n")
    refresh(tmp_path)
    claims = load(tmp_path).dossier.claims.values()
    ids = ", ".join(claim.id for claim in claims)
    entry = f"decision: added, kind: corroboration, claims: [{ids}], who: Ada, when: 2026-11-21"
    _write(tmp_path, f"links:\n- {{{entry}}}\n")
    (group,) = load(tmp_path).dossier.corroborations
    command = ["review", group.id, "--drop", group.claims[1], "-C", str(tmp_path), "--by", "Ada"]
    said = CliRunner().invoke(commands, command)
    (left,) = load(tmp_path).dossier.corroborations

    assert said.exit_code == 0, said.output
    assert f"took {group.claims[1]} out of 1 link, by Ada" in said.output
    assert (left.id, left.claims) == (group.id, (group.claims[0], group.claims[2]))
    assert "cannot be taken out" in CliRunner().invoke(commands, command).output

"""The laws of the merge: whatever people and rules did, nothing of a person's is lost and nothing comes twice."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing.model.annotation import Attribution, DateMention, Mention
from briefing.model.article import Article
from briefing.model.claim import Because, Claim, ClaimFile, Modality, Status
from briefing.model.ruling import Ruling
from briefing.model.span import Passage, Span
from briefing.store.base import Proposal, base_path, emit_base
from briefing.store.files import claims_path, read_claims
from briefing.store.merge import Step, merge
from briefing.store.reconcile import reconcile, save
from briefing.store.text.emit import emit_claim, emit_file

History = tuple[tuple[Claim, ...], tuple[Claim, ...], tuple[Claim, ...]]
"""What the rules proposed, what a person made of it, what the rules propose now."""
FIELDS = tuple(name for name in Claim.__struct_fields__ if name != "id")
TEXT = " ".join(f"La phrase {n} est dite à Caen le {n + 1} mai." for n in range(6))
ARTICLE = Article(id="essai", text=TEXT, path="corpus/essai.md")


def _claim(number: int) -> Claim:
    start = TEXT.index(f"La phrase {number}")
    return Claim(
        id=f"c-{number}",
        evidence=Passage.at(TEXT, Span(start, TEXT.index("mai.", start) + 4)),
        modality=Modality.ASSERTED,
        because=Because("fr.plain"),
    )


def _rows(claim: Claim) -> st.SearchStrategy[Claim]:
    """What the rules may find in a claim, from one version to the next."""
    place, day = TEXT.index("Caen", claim.evidence.start), TEXT.index("le ", claim.evidence.start + 20) + 3
    town = Mention(exact="Caen", start=place, end=place + 4, entity="caen")
    when = DateMention(exact=TEXT[day : day + 5], start=day, end=day + 5, value="2024-05")
    return st.builds(
        lambda modality, because, entities, dates: replace(
            claim, modality=modality, because=because, entities=entities, dates=dates
        ),
        st.sampled_from(list(Modality)),
        st.sampled_from([Because("fr.plain"), Because("fr.selon", "Selon")]),
        st.sampled_from(
            [(), (town,), (replace(town, entity="ville-de-caen"),), (town, replace(town, stands_for="état"))]
        ),
        st.sampled_from([(), (when,), (replace(when, value=None),)]),
    )


@st.composite
def proposals(draw: st.DrawFn) -> tuple[Claim, ...]:
    """What one version of the rules finds, in the order of the text."""
    return tuple(draw(_rows(_claim(n))) for n in range(6) if draw(st.integers(0, 3)))


@st.composite
def edits(draw: st.DrawFn, claim: Claim) -> Claim:
    """What a person makes of a claim: nothing, or some fields, or a decision."""
    kind = draw(st.integers(0, 3))
    if kind == 1:
        claim = replace(
            claim, modality=draw(st.sampled_from(list(Modality))), note=draw(st.sampled_from(["relu", "à voir"]))
        )
    if kind == 2:
        claim = replace(claim, dates=(), credibility=2)
    if kind == 3:
        ruling = Ruling("Zoé", date(2026, 11, 21), "vérifié")
        claim = replace(claim, status=draw(st.sampled_from([Status.REVIEWED, Status.REJECTED])), review=ruling)
    return claim


@st.composite
def histories(draw: st.DrawFn) -> History:
    """A person edits some claims, removes some, puts some elsewhere and adds one."""
    base, drafts = draw(proposals()), draw(proposals())
    current = [draw(edits(claim)) for claim in base if draw(st.integers(0, 5))]
    added = draw(st.integers(0, 11))
    if added < 6 and f"c-{added}" not in {c.id for c in base}:
        current.append(replace(_claim(added), note="ajouté"))
    return base, tuple(draw(st.permutations(current))), drafts


def _by_id(claims: Sequence[Claim]) -> dict[str, Claim]:
    return {claim.id: claim for claim in claims}


def _claims(steps: Sequence[Step]) -> tuple[Claim, ...]:
    return tuple(step.claim for step in steps)


def _remembered(drafts: Sequence[Claim], steps: Sequence[Step]) -> dict[str, Claim]:
    """What the next merge starts from."""
    return {**_by_id(drafts), **{step.claim.id: step.was for step in steps if step.was is not None}}


@given(proposals(), proposals())
def test_where_nobody_changed_anything_the_machine_is_followed(
    base: tuple[Claim, ...], drafts: tuple[Claim, ...]
) -> None:
    """merge(b, b, d) == d."""
    steps = merge(_by_id(base), base, drafts)

    assert _claims(steps) == drafts
    assert not any(step.conflicts for step in steps)


@given(histories())
def test_where_the_machine_changed_nothing_the_file_stays(history: History) -> None:
    """merge(b, c, b) == c: merging nothing changes nothing."""
    base, current, _ = history
    steps = merge(_by_id(base), current, base)

    assert _claims(steps) == current
    assert not any(step.conflicts or step.was for step in steps)


@given(histories())
def test_no_field_of_a_person_is_lost(history: History) -> None:
    """What differs from the machine's last word stands, in whatever order the person wrote it."""
    base, current, drafts = history
    known, merged = _by_id(base), merge(_by_id(base), current, drafts)
    after = _by_id(_claims(merged))
    for claim in current:
        was = known.get(claim.id)
        theirs = [f for f in FIELDS if was is None or claim.status != "draft" or getattr(claim, f) != getattr(was, f)]
        assert not theirs or claim.id in after
        assert all(getattr(after[claim.id], f) == getattr(claim, f) for f in theirs)
    kept = [c.id for c in current if c.id in after]
    assert [c.id for c in _claims(merged) if c.id in set(kept)] == kept


@given(histories())
def test_what_a_person_removed_stays_removed(history: History) -> None:
    """And nothing stands twice."""
    base, current, drafts = history
    after = [c.id for c in _claims(merge(_by_id(base), current, drafts))]

    assert not (set(_by_id(base)) - set(_by_id(current))) & set(after)
    assert len(after) == len(set(after))


@given(histories())
def test_twice_is_once(history: History) -> None:
    """The second merge changes nothing and reports the same."""
    base, current, drafts = history
    once = merge(_by_id(base), current, drafts)
    twice = merge(_remembered(drafts, once), _claims(once), drafts)

    assert _claims(twice) == _claims(once)
    assert [(s.was, s.conflicts) for s in twice] == [(s.was, s.conflicts) for s in once]


@given(histories(), st.randoms())
def test_the_order_in_which_proposals_are_remembered_does_not_matter(history: History, random: object) -> None:
    """Only the file's own order counts."""
    base, current, drafts = history
    shuffled = list(base)
    random.shuffle(shuffled)  # type: ignore[attr-defined]

    assert merge(_by_id(shuffled), current, drafts) == merge(_by_id(base), current, drafts)


@given(histories(), st.integers(0, 5))
def test_each_claim_is_merged_for_itself(history: History, number: int) -> None:
    """Without one of them, the others come out the same."""
    others = [tuple(c for c in side if c.id != f"c-{number}") for side in history]
    whole = merge(_by_id(history[0]), history[1], history[2])
    rest = merge(_by_id(others[0]), others[1], others[2])

    assert _by_id(_claims(rest)) == {k: v for k, v in _by_id(_claims(whole)).items() if k != f"c-{number}"}


@given(histories(), proposals())
def test_two_upgrades_are_one_for_what_nobody_decided(history: History, last: tuple[Claim, ...]) -> None:
    """A field that a person left alone ends as the last rules propose, however many came between."""
    base, current, between = history
    steps = merge(_by_id(base), current, between)
    after = _by_id(_claims(merge(_remembered(between, steps), _claims(steps), last)))
    was, now = _by_id(base), _by_id(last)
    for claim in current:
        if claim.status != "draft" or not {claim.id} <= was.keys() & now.keys() & _by_id(between).keys():
            continue
        untouched = [f for f in FIELDS if getattr(claim, f) == getattr(was[claim.id], f)]
        assert all(getattr(after[claim.id], f) == getattr(now[claim.id], f) for f in untouched)


def test_what_changed_on_both_sides_waits_until_it_is_settled() -> None:
    """It is reported again while both differ, and no longer when the person writes what the machine finds."""
    base = _claim(0)
    theirs, draft = replace(base, modality=Modality.DENIED), replace(base, modality=Modality.ALLEGED)
    first = merge({base.id: base}, [theirs], [draft])
    second = merge(_remembered([draft], first), [theirs], [draft])
    settled = merge(_remembered([draft], second), [draft], [draft])

    assert first == second == (Step(theirs, was=base, conflicts=frozenset({"modality"})),)
    assert settled == (Step(draft),)


def test_a_rule_that_comes_to_its_senses_leaves_nothing_to_say() -> None:
    """It finds again what it had found when the person decided."""
    base = _claim(0)
    theirs, draft = replace(base, status=Status.REVIEWED), replace(base, modality=Modality.ALLEGED)
    steps = merge({base.id: base}, [theirs], [draft])

    assert steps[0].was == replace(draft, modality=base.modality)
    assert merge(_remembered([draft], steps), [theirs], [base]) == (Step(theirs),)


@pytest.mark.parametrize("status", [Status.REVIEWED, Status.REJECTED])
@pytest.mark.parametrize("cut", [(0, -1), (3, 0), (10, -8)])
def test_a_decided_claim_does_not_come_back_under_another_passage(status: Status, cut: tuple[int, int]) -> None:
    """New rules cut the sentence otherwise; somebody has decided about these words."""
    base = _claim(2)
    span = Span(base.evidence.start + cut[0], base.evidence.end + cut[1])
    draft = replace(_claim(2), id="c-other", evidence=Passage.at(TEXT, span))
    theirs = replace(base, status=status)

    assert _claims(merge({base.id: base}, [theirs], [draft])) == (theirs,)
    assert _claims(merge({}, [theirs], [draft])) == (theirs,)


def test_nor_does_a_removed_one() -> None:
    """Its words are the same but for a full stop."""
    base = _claim(2)
    span = Span(base.evidence.start, base.evidence.end - 1)
    draft = replace(base, id="c-other", evidence=Passage.at(TEXT, span))

    assert merge({base.id: base}, [], [draft]) == ()


def test_the_sentence_beside_a_rejected_one_is_new() -> None:
    """Only what covers the same words is kept away."""
    theirs = replace(_claim(2), status=Status.REJECTED)

    assert _claims(merge({}, [theirs], [_claim(3)])) == (theirs, _claim(3))


def test_the_words_of_a_lost_claim_keep_nothing_away() -> None:
    """Its offsets are those of another text."""
    theirs = replace(_claim(2), status=Status.REVIEWED)
    draft = replace(_claim(2), id="c-other")

    assert _claims(merge({}, [theirs], [draft], lost={theirs.id})) == (theirs, draft)


def test_a_claim_at_which_a_comment_stands_is_not_withdrawn() -> None:
    """Somebody looked at it, though no field says so; what the rules still find there follows them."""
    base, draft = _claim(0), replace(_claim(0), modality=Modality.ALLEGED)

    assert merge({base.id: base}, [base], []) == ()
    assert merge({base.id: base}, [base], [], touched={base.id}) == (Step(base, was=base),)
    assert _claims(merge({base.id: base}, [base], [draft], touched={base.id})) == (draft,)


# --- in the text of the file --------------------------------------------------------------------------------------


def _proposal(claims: Sequence[Claim]) -> ClaimFile:
    return ClaimFile(article="essai", text_sha256=ARTICLE.text_sha256, generator="briefing 0", claims=tuple(claims))


def _written(claims: Sequence[Claim], base: Sequence[Claim] = ()) -> str:
    """A claim file that was merged with a base."""
    return emit_file(replace(_proposal(claims), base=Proposal(_proposal(base)).name))


def _put_base(root: Path, base: Sequence[Claim]) -> None:
    _put(root, base_path("essai"), emit_base(Proposal(_proposal(base)), _proposal(()), {}, None))


@st.composite
def handwriting(draw: st.DrawFn, claims: Sequence[Claim], base: Sequence[Claim]) -> tuple[str, list[str]]:
    """A claim file as a person leaves it: comments above, behind and under its lines, blank lines; and the comments."""
    said: list[str] = []

    def comment(margin: str) -> str:
        said.append(f"# remarque {len(said)} : « a: [b] »")
        return f"{margin}{said[-1]}"

    lines = _written((), base).replace("claims: []", "claims:" if claims else "claims: []").splitlines()
    for line in [line for claim in claims for line in emit_claim(claim)]:
        kind = draw(st.integers(0, 12))
        margin = " " * (len(line) - len(line.lstrip(" -")))
        lines += [comment(margin)] if kind == 1 else [""] if kind == 2 else []
        lines += [line + comment("  ") if kind == 3 else line]
    if draw(st.booleans()):
        lines.append(comment(""))
    newline = draw(st.sampled_from(["\n", "\r\n"]))
    return newline.join(lines) + draw(st.sampled_from([newline, ""])), said


def _put(root: Path, path: str, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, "utf-8", newline="")


@settings(max_examples=60)
@given(histories(), st.data())
def test_comments_order_and_line_ends_survive_any_merge(history: History, data: st.DataObject) -> None:
    """The file says what the merge says, holds every comment, and a second extraction changes no byte."""
    base, current, drafts = history
    text, said = data.draw(handwriting(current, base))
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        _put_base(root, base)
        _put(root, claims_path("essai"), text)
        outcome = reconcile(root, ARTICLE, drafts, "briefing 0")
        assert outcome.file is not None, outcome.problems
        save(root, outcome)
        after = (root / claims_path("essai")).read_bytes().decode()
        stored = read_claims(root, ARTICLE)
        assert stored.file is not None
        assert stored.file.claims == outcome.file.claims
        assert [comment for comment in said if comment not in after] == []
        assert ("\r\n" in text) == ("\r\n" in after)
        assert after.count("\r\n") in (0, after.count("\n"))
        again = reconcile(root, ARTICLE, drafts, "briefing 0")
        assert again.new_text is None
        assert again.problems == ()


@settings(max_examples=60)
@given(histories())
def test_a_merge_that_changes_nothing_changes_no_byte(history: History) -> None:
    """However the person wrote it."""
    base, current, _ = history
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        _put_base(root, base)
        _put(
            root, claims_path("essai"), "# à moi\n" + _written(current, base).replace("  modality: ", "  modality:   ")
        )

        assert reconcile(root, ARTICLE, base, "briefing 0").new_text is None


def _flow_item(claim: Claim) -> str:
    place = f"start: {claim.evidence.start}, end: {claim.evidence.end}"
    exact = f'evidence: {{exact: "{claim.evidence.exact}", {place}}}'
    return f"- {{id: {claim.id}, {exact}, modality: asserted, because: {{rule: fr.plain}}}}\n"


LAYOUTS: dict[str, Callable[[str], str]] = {
    "as written": str,
    "deeper": lambda text: re.sub(r"(?m)^(?=- |  )", "    ", text),
    "a dash alone": lambda text: text.replace("- id", "-\n  id"),
    "wider": lambda text: re.sub(r"(?m)^  (?!-)", "     ", text.replace("- id", "-    id")),
    "quoted": lambda text: text.replace("modality: asserted", "modality: 'asserted'"),
    "block": lambda text: re.sub(r"\{(exact: .*)\}", r"\n    \1", text),
    "with places": lambda text: re.sub(r"\{(exact: .*)\}", r"{\1, start: 1, end: 2}", text),
    "with places in lines": lambda text: re.sub(r"\{(exact: .*)\}", r"\n    start: 1\n    end: 2\n    \1", text),
    "in brackets": lambda text: text[: text.index("- id")] + _flow_item(_claim(0)) + text[text.index("- id: c-1") :],
    "an anchor": lambda text: text.replace("modality: asserted", "modality: &sure asserted", 1),
    "as JSON": lambda text: json.dumps(yaml.safe_load(text)),
    "keys in another order": lambda text: re.sub(r"(?m)^(- )(id: .*)\n(  )(status: .*)$", r"\1\4\n\3\2", text),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_any_layout_is_edited_in_place(tmp_path: Path, layout: str) -> None:
    """Or, between brackets, written anew; the values are those of the merge."""
    base = (_claim(0), _claim(1), _claim(3))
    drafts = (replace(_claim(0), modality=Modality.DENIED), replace(_claim(1), because=Because("fr.b")), _claim(2))
    text = LAYOUTS[layout](_written(base, base))
    assert layout == "as written" or text != _written(base, base)
    _put_base(tmp_path, base)
    _put(tmp_path, claims_path("essai"), text + ("\n# relu\n" if layout != "as JSON" else "\n"))
    outcome = reconcile(tmp_path, ARTICLE, drafts, "briefing 0")
    save(tmp_path, outcome)
    stored = read_claims(tmp_path, ARTICLE)

    assert outcome.problems == ()
    assert stored.file is not None, stored.problems
    assert stored.file.claims == drafts


def test_a_file_that_cannot_be_edited_in_place_is_left_alone(tmp_path: Path) -> None:
    """A comment between brackets would swallow what follows; the file is refused with a reason, not torn."""
    claim = _claim(0)
    cited = replace(claim, attribution=(Attribution(source="la mairie", cue="Selon", content=claim.evidence),))
    draft = replace(cited, attribution=(replace(cited.attribution[0], content=Passage.at(TEXT, Span(0, 36))),))
    text = _written((cited,), (cited,)).replace("content: {", "content: { # cité\n      start: 0, end: 37, ")
    _put_base(tmp_path, (cited,))
    _put(tmp_path, claims_path("essai"), text)
    outcome = reconcile(tmp_path, ARTICLE, (draft,), "briefing 0")
    save(tmp_path, outcome)

    assert "cannot be edited in place" in str(outcome.problems[0])
    assert (tmp_path / claims_path("essai")).read_text("utf-8") == text

"""Claim files: what a person wrote survives, what nobody touched follows the machine, the rest keeps its bytes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing.disk.write import sweep, write
from briefing.model.annotation import Attribution, Bound, Mention, Quantity
from briefing.model.article import Article
from briefing.model.claim import Because, Claim, ClaimFile, Modality, Status, claim_id
from briefing.model.span import Passage, Span
from briefing.problems import BriefingError
from briefing.schemas import schema
from briefing.store.base import base_path
from briefing.store.files import claims_path, read_claims
from briefing.store.merge import merge
from briefing.store.reconcile import reconcile, save
from briefing.store.text.emit import emit_file
from briefing.store.verify import verified
from schemas import made

TEXT = "Le maire dément la fermeture. Selon la région, 120 postes seraient supprimés. Le vote aura lieu dimanche."
ARTICLE = Article(id="usine", text=TEXT, path="corpus/usine.md")
GENERATOR = "briefing 0, fr 0"


def _claim(words: str, modality: Modality = Modality.ASSERTED, **rows: object) -> Claim:
    start = TEXT.index(words)
    evidence = Passage.at(TEXT, Span(start, start + len(words)))
    return Claim(id=claim_id("usine", words), evidence=evidence, modality=modality, because=Because("fr.plain"), **rows)  # type: ignore[arg-type]


MAYOR = _claim("Le maire dément la fermeture.", Modality.DENIED)
REGION = _claim(
    "Selon la région, 120 postes seraient supprimés.",
    Modality.ALLEGED,
    attribution=(
        Attribution(source="la région", cue="Selon", content=Passage.at(TEXT, Span(47, 77)), rule="fr.speech.selon"),
    ),
    quantities=(Quantity(exact="120 postes", start=47, end=57, value=120, unit="poste", bound=Bound.EXACT),),
)
VOTE = _claim("Le vote aura lieu dimanche.", Modality.PREDICTED)
DRAFTS = (MAYOR, REGION, VOTE)


def _extract(root: Path, *drafts: Claim) -> ClaimFile:
    outcome = reconcile(root, ARTICLE, drafts or DRAFTS, GENERATOR)
    save(root, outcome)
    assert outcome.file is not None, outcome.problems
    return outcome.file


def _lines(root: Path) -> list[str]:
    """The claim file but for the line that names its base."""
    return [line for line in (root / claims_path("usine")).read_text("utf-8").splitlines() if line[:5] != "base:"]


def _edit(root: Path, old: str, new: str) -> None:
    path = root / claims_path("usine")
    text = path.read_text("utf-8")
    assert text.count(old) == 1, text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_claim_file_is_written_for_people() -> None:
    """The contract's fields, one row a line, in the order in which one reads them."""
    file = ClaimFile(article="usine", text_sha256="0" * 64, generator=GENERATOR, claims=(REGION,))

    assert emit_file(file).splitlines() == [
        "# yaml-language-server: $schema=../schemas/claims.json",
        "article: usine",
        f"text_sha256: {'0' * 64}",
        "generator: briefing 0, fr 0",
        "claims:",
        f"- id: {REGION.id}",
        "  status: draft",
        '  evidence: {exact: "Selon la région, 120 postes seraient supprimés."}',
        "  modality: alleged",
        "  because: {rule: fr.plain}",
        "  attribution:",
        '  - {source: la région, cue: Selon, content: {exact: "120 postes seraient supprimés."}}',
        "  quantities:",
        '  - {exact: "120 postes", value: 120, bound: exact, unit: poste}',
    ]


def test_what_hides_or_turns_words_is_seen() -> None:
    """Marks of direction are written as escapes: whoever reviews the file reads what it says."""
    marks = "\u200e\u200f\u202a\u202d\u202e\u2066\u2069\u2028\u0085"
    claim = Claim(
        id="c-00000000",
        evidence=Passage(exact=f"a{marks}b", start=0, end=len(marks) + 2),
        modality=Modality.ASSERTED,
        because=Because("fr.r"),
        note=f"x{marks}",
    )
    written = emit_file(ClaimFile(article="a", text_sha256="f", generator=GENERATOR, claims=(claim,)))
    assert not set(marks) & set(written)


words = st.text(min_size=1)


@given(words, words, words, words)
def test_any_words_survive_the_file(exact: str, source: str, cue: str, note: str) -> None:
    """What is written is read back, whatever characters an article holds."""
    claim = Claim(
        id="c-00000000",
        evidence=Passage(exact=exact, start=0, end=len(exact)),
        modality=Modality.ALLEGED,
        because=Because("fr.r", cue),
        attribution=(Attribution(source=source, cue=cue, content=Passage(exact=exact, start=0, end=len(exact))),),
        entities=(Mention(exact=exact, start=0, end=len(exact), entity=source),),
        note=note,
    )
    read = yaml.safe_load(emit_file(ClaimFile(article="a", text_sha256="f", generator=GENERATOR, claims=(claim,))))
    row = read["claims"][0]

    assert row["evidence"]["exact"] == row["entities"][0]["exact"] == exact
    assert row["attribution"][0]["source"] == row["entities"][0]["entity"] == source
    assert row["because"]["cue"] == row["attribution"][0]["cue"] == cue
    assert row["note"] == note


def test_extracting_twice_changes_no_byte(tmp_path: Path) -> None:
    """Nor does a second run write anything."""
    _extract(tmp_path)
    before = (tmp_path / claims_path("usine")).read_bytes()
    outcome = reconcile(tmp_path, ARTICLE, DRAFTS, GENERATOR)

    assert outcome.new_text is None
    assert save(tmp_path, outcome) is False
    assert (tmp_path / claims_path("usine")).read_bytes() == before


def test_the_file_says_what_it_was_given(tmp_path: Path) -> None:
    """Round trip through the disk."""
    _extract(tmp_path)
    stored = read_claims(tmp_path, ARTICLE)

    assert stored.problems == ()
    assert stored.file is not None
    assert [c.id for c in stored.file.claims] == [c.id for c in DRAFTS]
    assert stored.file.claims[1].quantities == REGION.quantities


@pytest.mark.parametrize("status", ["reviewed", "rejected"])
def test_a_decided_claim_is_never_overwritten(tmp_path: Path, status: str) -> None:
    """Whatever the rules find later, and whether or not they still find it."""
    _extract(tmp_path)
    _edit(tmp_path, f"{REGION.id}\n  status: draft", f"{REGION.id}\n  status: {status} # vérifié au téléphone")
    before = _lines(tmp_path)
    _extract(tmp_path, MAYOR, replace(REGION, modality=Modality.POSSIBLE), VOTE)
    assert _lines(tmp_path) == before

    _extract(tmp_path, MAYOR, VOTE)
    assert _lines(tmp_path) == before


def test_comments_order_and_edits_stay(tmp_path: Path) -> None:
    """Only the lines that the machine changes are touched."""
    _extract(tmp_path)
    _edit(tmp_path, "- id: " + VOTE.id, "# à vérifier dimanche\n- id: " + VOTE.id)
    _edit(tmp_path, "  modality: denied", "  modality: asserted   # il le confirme")
    file = _extract(tmp_path, MAYOR, replace(REGION, modality=Modality.POSSIBLE), VOTE)
    text = (tmp_path / claims_path("usine")).read_text("utf-8")

    assert "# à vérifier dimanche\n- id: " in text
    assert "  modality: asserted   # il le confirme" in text
    assert [c.modality for c in file.claims] == [Modality.ASSERTED, Modality.POSSIBLE, Modality.PREDICTED]
    assert yaml.safe_load(text)["claims"][1]["modality"] == "possible"


def test_an_added_claim_stays(tmp_path: Path) -> None:
    """A person's own claim is no draft of the machine, even when nobody marked it."""
    _extract(tmp_path, MAYOR, VOTE)
    added = emit_file(ClaimFile(article="usine", text_sha256="", generator="", claims=(REGION,))).split("claims:\n")[1]
    path = tmp_path / claims_path("usine")
    path.write_text(path.read_text("utf-8") + added, "utf-8")

    assert REGION.id in [c.id for c in _extract(tmp_path, MAYOR, VOTE).claims]


def test_a_removed_claim_stays_removed(tmp_path: Path) -> None:
    """The machine proposed it before; somebody took it out."""
    _extract(tmp_path)
    path = tmp_path / claims_path("usine")
    text = path.read_text("utf-8")
    path.write_text(text[: text.index(f"- id: {VOTE.id}")], "utf-8")

    assert [c.id for c in _extract(tmp_path).claims] == [MAYOR.id, REGION.id]


def test_a_removed_claim_stays_removed_though_the_rules_waver(tmp_path: Path) -> None:
    """They lose it, and find it again; only who removes the whole file begins anew."""
    _extract(tmp_path)
    path = tmp_path / claims_path("usine")
    text = path.read_text("utf-8")
    path.write_text(text[: text.index(f"- id: {VOTE.id}")], "utf-8")
    _extract(tmp_path, MAYOR, REGION)
    _extract(tmp_path, MAYOR, REGION)

    assert [c.id for c in _extract(tmp_path).claims] == [MAYOR.id, REGION.id]
    path.unlink()
    assert [c.id for c in _extract(tmp_path).claims] == [MAYOR.id, REGION.id, VOTE.id]


def test_what_nobody_touched_follows_the_machine(tmp_path: Path) -> None:
    """A withdrawn draft goes, a new one takes its place in the order of the text."""
    _extract(tmp_path, MAYOR, VOTE)

    assert [c.id for c in _extract(tmp_path, REGION, VOTE).claims] == [REGION.id, VOTE.id]


def test_a_change_on_both_sides_is_reported(tmp_path: Path) -> None:
    """The person's value stands; the other is said with its line."""
    _extract(tmp_path)
    _edit(tmp_path, "  modality: denied", "  modality: asserted")
    outcome = reconcile(tmp_path, ARTICLE, (replace(MAYOR, modality=Modality.OPINION), REGION, VOTE), GENERATOR)

    assert [str(p) for p in outcome.problems] == [
        f"claims/usine.yaml:10: the rules now find another modality for {MAYOR.id}; yours stands"
    ]


claims = st.lists(st.sampled_from(DRAFTS), unique=True).map(
    lambda found: tuple(sorted(found, key=lambda c: c.evidence.start))
)
changed = claims.map(lambda found: tuple(replace(c, modality=Modality.OPINION, note="relu") for c in found))


def _merged(base: tuple[Claim, ...], current: tuple[Claim, ...], drafts: tuple[Claim, ...]) -> tuple[Claim, ...]:
    return tuple(step.claim for step in merge({c.id: c for c in base}, current, drafts))


@given(claims, claims)
def test_nobody_changed_anything(base: tuple[Claim, ...], drafts: tuple[Claim, ...]) -> None:
    """merge(b, b, d) == d."""
    assert _merged(base, base, drafts) == drafts


@given(claims, changed)
def test_the_machine_changed_nothing(base: tuple[Claim, ...], current: tuple[Claim, ...]) -> None:
    """merge(b, c, b) == c."""
    assert _merged(base, current, base) == current


@given(claims, changed, claims)
def test_no_field_of_a_person_is_lost(
    base: tuple[Claim, ...], current: tuple[Claim, ...], drafts: tuple[Claim, ...]
) -> None:
    """Each edited claim is there afterwards, with what the person wrote; and twice is once."""
    merged = _merged(base, current, drafts)

    assert {c.id: c.note for c in merged if c.note} == {c.id: c.note for c in current}
    assert _merged(drafts, merged, drafts) == merged


def test_a_file_saved_meanwhile_is_left_alone(tmp_path: Path) -> None:
    """The person's save wins; the message says to run again."""
    _extract(tmp_path)
    outcome = reconcile(tmp_path, ARTICLE, (MAYOR,), GENERATOR)
    _edit(tmp_path, "  modality: denied", "  modality: asserted")

    with pytest.raises(BriefingError, match="changed while we worked"):
        save(tmp_path, outcome)
    assert "modality: asserted" in (tmp_path / claims_path("usine")).read_text("utf-8")


def test_nothing_half_written_is_left(tmp_path: Path) -> None:
    """No temporary file stays behind, and an unchanged file is not written."""
    assert write(tmp_path, "claims/a.yaml", "a: 1\n", expected=None)
    assert not write(tmp_path, "claims/a.yaml", "a: 1\n", expected="other")
    assert [p.name for p in (tmp_path / "claims").iterdir()] == ["a.yaml"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("modality: denied", "modality: denyed", "10: modality: “denyed” is none of asserted"),
        ("modality: denied", "modalty: denied", "10: unknown key “modalty”; did you mean “modality”?"),
        ("  modality: denied\n", "", "7: “modality” is missing; add it"),
        ('fermeture."}', 'fermeture.", nth: deux}', "9: nth: "),
        ('fermeture."}', 'fermeture.", start: zéro, end: 3}', "9: start: "),
        ('fermeture."}', 'fermeture.", start: 3}', "9: “end” is missing"),
        (f"- id: {REGION.id}", f"- id: {MAYOR.id}", f"12: claim {MAYOR.id} stands here twice (first in line 7)"),
        ("article: usine", "article: autre", "2: the file is named after usine but says article: autre"),
        ("claims:", "claims: [", "yaml:7: this is not valid YAML"),
    ],
)
def test_a_mistake_in_a_claim_file_names_its_line(tmp_path: Path, old: str, new: str, message: str) -> None:
    """And the file is left as it is."""
    _extract(tmp_path)
    path = tmp_path / claims_path("usine")
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    before = path.read_bytes()
    outcome = reconcile(tmp_path, ARTICLE, DRAFTS, GENERATOR)
    save(tmp_path, outcome)

    assert any(message in str(problem) for problem in outcome.problems), outcome.problems
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("dément la", "confirme la", "is not in the article word for word; copy it from there"),
        ('fermeture."}', 'fermeture.", nth: 2}', "stands once in the article; remove nth: 2"),
        ('fermeture."}', 'fermeture.", nth: 0}', "stands once in the article; remove nth: 0"),
    ],
)
def test_evidence_is_verbatim_or_refused(tmp_path: Path, old: str, new: str, message: str) -> None:
    """A claim whose passage is not in the article is left out, and said."""
    _extract(tmp_path)
    _edit(tmp_path, old, new)
    stored = read_claims(tmp_path, ARTICLE)
    assert stored.file is not None
    file, problems = verified(stored, ARTICLE)

    assert [c.id for c in file.claims] == [REGION.id, VOTE.id]
    assert str(problems[0]).startswith("claims/usine.yaml:9: ")
    assert message in str(problems[0])


def test_a_wrong_place_of_words_that_stand_once_is_put_right(tmp_path: Path) -> None:
    """Only the place was wrong: the claim is published, and the next extraction writes where it stands."""
    _extract(tmp_path)
    before = (tmp_path / claims_path("usine")).read_text("utf-8")
    _edit(tmp_path, 'fermeture."}', 'fermeture.", start: 1, end: 30}')
    stored = read_claims(tmp_path, ARTICLE)
    assert stored.file is not None
    file, problems = verified(stored, ARTICLE)

    assert (problems, file.claims[0].evidence) == ([], MAYOR.evidence)
    _extract(tmp_path)
    assert (tmp_path / claims_path("usine")).read_text("utf-8") == before


def test_a_date_that_no_calendar_has_is_refused(tmp_path: Path) -> None:
    """With its line; the other claims stay."""
    _extract(tmp_path)
    _edit(tmp_path, "modality: predicted", "modality: predicted\n  dates:\n  - {exact: dimanche, value: 2024-13-45}")
    stored = read_claims(tmp_path, ARTICLE)
    assert stored.file is not None
    file, problems = verified(stored, ARTICLE)

    assert [c.id for c in file.claims] == [MAYOR.id, REGION.id]
    assert "“2024-13-45” is no date; write 2024-10-25" in str(problems[0])
    assert stored.text is not None
    assert "2024-13-45" in stored.text.splitlines()[problems[0].where.line - 1]


def test_without_a_remembered_proposal_everything_stays(tmp_path: Path) -> None:
    """A lost base makes nobody lose a claim."""
    _extract(tmp_path)
    _edit(tmp_path, "  modality: denied", "  modality: asserted")
    (tmp_path / base_path("usine")).unlink()

    assert next(iter(_extract(tmp_path).claims)).modality is Modality.ASSERTED


def test_the_schemas_are_fresh() -> None:
    """What the program is shipped with is what `scripts/schemas.py` makes of the types."""
    assert {name: schema(name) for name in made()} == made()


def test_the_schema_describes_every_key() -> None:
    """An editor shows what a key means while one writes, and completes what is one of a few words."""
    document = json.loads(schema("claims"))
    parts = {"": document, **document["$defs"]}
    described = {
        (name, key): part["properties"][key] for name, part in parts.items() for key in part.get("properties", {})
    }

    assert [place for place, field in described.items() if not field.get("description")] == []
    assert described["Claim", "modality"]["$ref"] == "#/$defs/Modality"
    assert document["$defs"]["Modality"]["enum"] == sorted(Modality)
    assert document["$defs"]["Status"]["enum"] == sorted(Status)
    assert not [part for part in parts.values() if part.get("type") == "object" and part["additionalProperties"]]


def test_status_is_what_people_decide() -> None:
    """Three words, no more."""
    assert set(Status) == {"draft", "reviewed", "rejected"}


def test_what_a_killed_write_left_is_swept(tmp_path: Path) -> None:
    """By the next extraction; a write that another process is at keeps its file, and so does a person's."""
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    folder = tmp_path / "claims"
    folder.mkdir()
    dead, alive, ours = (
        folder / name for name in (f".a.yaml.x1.{gone.pid}", f".a.yaml.x2.{os.getpid()}", ".a.yaml.old")
    )
    for path in (dead, alive, ours):
        path.write_text("x", "utf-8")
    sweep(tmp_path, ["claims"])

    assert [path.exists() for path in (dead, alive, ours)] == [False, True, True]

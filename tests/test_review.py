"""`briefing review`: what waits is shown with its passage and place; what is decided changes only its own lines."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import yaml
from click.testing import Result
from msgspec.structs import replace

from briefing.corpus.loader import load_corpus
from briefing.model.annotation import Attribution, Quotation
from briefing.model.article import Article
from briefing.model.claim import Because, Claim, ClaimFile, Modality, Status, claim_id
from briefing.model.relation import Corroboration, Decided, Proposal
from briefing.model.ruling import Ruling
from briefing.model.span import Passage, Span
from briefing.problems import BriefingError
from briefing.project import Loaded
from briefing.review import person
from briefing.review.acts.plan import committed
from briefing.review.acts.ruling import ruled
from briefing.review.claims import Kind, _changes, said_by, sheets
from briefing.review.links import waiting
from briefing.store.files import claims_path, read_file
from briefing.store.pending import pending_path
from briefing.store.reconcile import reconcile, save
from briefing.store.text.edit import edited
from command import run, write
from sample import DOSSIER

TEXT = "Selon le maire, 120 personnes ont voté vendredi. Le vote a eu lieu dans le calme. Deux recours sont annoncés."
RULING = Ruling("Zoé Martin", date(2026, 11, 21), "relu")


def _claim(words: str) -> Claim:
    start = TEXT.index(words)
    return Claim(
        id=claim_id("vote", words),
        evidence=Passage.at(TEXT, Span(start, start + len(words))),
        modality=Modality.ASSERTED,
        because=Because("fr.plain"),
    )


VOTERS, CALM, APPEALS = (_claim(f"{words.strip(' .')}.") for words in TEXT.split(". "))
DRAFTS = (VOTERS, CALM, APPEALS)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one article of three claims."""
    _write(tmp_path, TEXT)
    _extract(tmp_path, *DRAFTS)
    return tmp_path


def _write(root: Path, text: str, name: str = "vote") -> None:
    write(root, f"corpus/{name}.md", f"---\npublished: 2024-11-30\n---\n\n{text}\n")


def _article(root: Path) -> Article:
    return load_corpus(root)[0][0]


def _extract(root: Path, *drafts: Claim) -> list[str]:
    outcome = reconcile(root, _article(root), drafts, "briefing 0, fr 0")
    save(root, outcome)
    assert outcome.file is not None, outcome.problems
    return [str(problem) for problem in outcome.problems]


def _run(root: Path, *arguments: str) -> Result:
    return run("review", "-C", root, *arguments)


def _decide(root: Path, *arguments: str) -> Result:
    return _run(root, *arguments, "--by", "Zoé Martin", "--on", "2026-11-21")


def _file(root: Path) -> Path:
    return root / claims_path("vote")


def _kinds(root: Path) -> dict[str, Kind]:
    found, problems = sheets(root)
    assert problems == []
    return {matter.claim.id: matter.kind for sheet in found for matter in sheet.matters}


def test_what_is_new_is_listed_with_passage_speaker_modality_and_place(project: Path) -> None:
    """An editor goes from the line to the file."""
    said = _run(project)

    assert said.exit_code == 0
    assert said.output.splitlines()[:3] == [
        "vote: 0 of 3 reviewed",
        f"  claims/vote.yaml:7: {VOTERS.id} new, asserted, said by the article",
        "    “Selon le maire, 120 personnes ont voté vendredi.”",
    ]
    assert said.output.endswith("3 claims to review: 3 new; 0 links\n")
    lines = _file(project).read_text("utf-8").splitlines()
    assert lines[7 - 1] == f"- id: {VOTERS.id}"


def test_the_speaker_is_named(project: Path) -> None:
    """The one who says it, as written."""
    text = _file(project).read_text("utf-8")
    content = 'content: {exact: "120 personnes ont voté vendredi", start: 16, end: 47}'
    row = f"  attribution:\n  - {{source: le maire, cue: Selon, {content}}}\n"
    _file(project).write_text(
        text.replace("  because: {rule: fr.plain}\n", f"  because: {{rule: fr.plain}}\n{row}", 1), "utf-8"
    )

    assert f"{VOTERS.id} new, asserted, said by le maire" in _run(project).output


def test_only_the_articles_asked_for_are_listed(project: Path) -> None:
    """A misspelt one is said with its nearest match."""
    _write(project, "La route est fermée.", "route")

    assert "vote: 0 of 3" in _run(project, "vote").output
    assert "vote: 0 of 3" not in _run(project, "route").output
    wrong = _run(project, "vot")
    assert wrong.exit_code == 1
    assert "there is no article “vot”; did you mean “vote”?" in wrong.output


@pytest.mark.parametrize("name", ["\u200b", "\u202e\u2060", "\u00ad \ufeff"])
def test_nobody_decides_by_signs_that_nobody_sees(project: Path, name: str) -> None:
    """A page would say « vérifiée par » and nothing: no claim is reviewed by nobody."""
    before = _file(project).read_bytes()
    said = _run(project, "--accept", CALM.id, "--by", name)
    assert said.exit_code == 1
    assert "who: must be a person's name" in said.output
    assert _file(project).read_bytes() == before


def test_accepting_changes_the_lines_of_that_claim_alone(project: Path) -> None:
    """Comments stay, who and when are recorded, progress is shown."""
    text = _file(project).read_text("utf-8")
    text = text.replace(f"- id: {CALM.id}\n  status: draft", f"# à voir\n- id: {CALM.id}\n  status: draft # ?")
    _file(project).write_text(text, "utf-8")
    said = _decide(project, "--accept", CALM.id)

    assert said.output == "accepted 1 claim, by Zoé Martin on 2026-11-21\nvote: 1 of 3 reviewed\n"
    after = _file(project).read_text("utf-8")
    assert after == text.replace(f"{CALM.id}\n  status: draft", f"{CALM.id}\n  status: reviewed").replace(
        f"  because: {{rule: fr.plain}}\n- id: {APPEALS.id}",
        f"  because: {{rule: fr.plain}}\n  review: {{who: Zoé Martin, when: 2026-11-21}}\n- id: {APPEALS.id}",
    )
    assert yaml.safe_load(after)["claims"][1]["review"] == {"who": "Zoé Martin", "when": date(2026, 11, 21)}
    assert _kinds(project) == {VOTERS.id: Kind.NEW, APPEALS.id: Kind.NEW}


def test_several_are_accepted_at_once(project: Path) -> None:
    """In one call, in one file."""
    said = _decide(project, "--accept", CALM.id, VOTERS.id)

    assert said.output == "accepted 2 claims, by Zoé Martin on 2026-11-21\nvote: 2 of 3 reviewed\n"
    assert list(_kinds(project)) == [APPEALS.id]


def test_rejecting_says_why(project: Path) -> None:
    """The reason stands in the file, quoted as YAML needs it."""
    said = _decide(project, "--reject", CALM.id, "--why", "pas vérifiable : une impression")

    assert said.exit_code == 0
    row = yaml.safe_load(_file(project).read_text("utf-8"))["claims"][1]
    assert row["status"] == "rejected"
    assert row["review"]["why"] == "pas vérifiable : une impression"


def test_all_drafts_of_an_article_are_accepted(project: Path) -> None:
    """What was rejected before stays so."""
    _decide(project, "--reject", CALM.id, "--why", "non")
    said = _decide(project, "--all-of", "vote")

    assert said.output == "accepted 2 claims, by Zoé Martin on 2026-11-21\nvote: 3 of 3 reviewed\n"
    stored = read_file(project, "vote")
    assert stored.said is not None
    assert [c.status for c in stored.said.claims] == [Status.REVIEWED, Status.REJECTED, Status.REVIEWED]
    assert _run(project).output == "vote: 3 of 3 reviewed\nnothing to review\n"
    assert _decide(project, "--all-of", "vote").output == "accepted nothing, by Zoé Martin on 2026-11-21\n"


def test_a_decision_can_be_changed(project: Path) -> None:
    """The last one counts; there is one review in the file."""
    _decide(project, "--reject", CALM.id, "--why", "non")
    _run(project, "--accept", CALM.id, "--by", "Léa", "--on", "2026-11-22")

    row = yaml.safe_load(_file(project).read_text("utf-8"))["claims"][1]
    assert (row["status"], row["review"]) == ("reviewed", {"who": "Léa", "when": date(2026, 11, 22)})
    assert _file(project).read_text("utf-8").count("review:") == 1


def test_the_next_extraction_keeps_what_was_decided(project: Path) -> None:
    """To the byte."""
    _decide(project, "--accept", CALM.id)
    before = _file(project).read_bytes()

    assert _extract(project, *DRAFTS) == []
    assert _file(project).read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--accept"], "name the claims by their ids"),
        (["--accept", "--reject", "c-1"], "decide one thing at a time"),
        (["--reject", "c-1"], "say why they are rejected: --why TEXT"),
        (["--reject", "c-1", "--why", "  "], "say why they are rejected: --why TEXT"),
        (["--all-of", "vote", "c-1"], "--all-of takes one article"),
        (["--by", "Zoé"], "say what you decide"),
        (["--accept", "c-1", "--on", "hier"], "'hier' does not match the format"),
    ],
)
def test_a_call_that_is_off_ends_with_two(project: Path, arguments: list[str], message: str) -> None:
    """And changes nothing."""
    before = _file(project).read_bytes()
    said = _run(project, *arguments)

    assert said.exit_code == 2
    assert message in said.output
    assert _file(project).read_bytes() == before


def test_a_misspelt_id_is_said_and_none_that_is_merely_near(project: Path) -> None:
    """Before anything is written: an id says nothing by its looks, so its neighbour is never the one meant."""
    before = _file(project).read_bytes()
    said = _decide(project, "--accept", CALM.id, f"{VOTERS.id[:-1]}x")

    assert said.exit_code == 1
    assert f"there is no claim “{VOTERS.id[:-1]}x”; its id, or at least 3" in said.output
    assert VOTERS.id not in said.output
    assert _file(project).read_bytes() == before


@pytest.mark.parametrize("shorten", [lambda name: name[:6], lambda name: name[2:6]], ids=["c-8f3a", "8f3a"])
def test_the_beginning_of_an_id_is_enough(project: Path, shorten: Callable[[str], str]) -> None:
    """As long as only one claim begins so."""
    assert _decide(project, "--accept", shorten(CALM.id)).exit_code == 0
    assert CALM.id not in _kinds(project)


def test_the_beginning_of_several_ids_is_none(project: Path) -> None:
    """They are listed, and nothing is written."""
    text = _file(project).read_text("utf-8").replace(CALM.id, f"{VOTERS.id[:-1]}-")
    _file(project).write_text(text, "utf-8")
    said = _decide(project, "--accept", VOTERS.id[:-1])

    assert said.exit_code == 1
    assert f"begins 2 ids: {VOTERS.id[:-1]}-, {VOTERS.id}" in said.output
    assert _file(project).read_text("utf-8") == text


@pytest.mark.parametrize("few", ["", "c", "c-", CALM.id[:4]])
def test_too_few_characters_are_no_name(project: Path, few: str) -> None:
    """Even where one claim alone begins so today: tomorrow there are more."""
    assert _decide(project, "--accept", few).exit_code == 1


def test_the_last_one_has_a_name(project: Path) -> None:
    """« dernier » is what the last decision was about; before the first, nothing is."""
    assert "nothing was decided yet" in _decide(project, "--reject", "dernier", "--why", "non").output
    _decide(project, "--accept", CALM.id)
    assert _decide(project, "--reject", "dernier", "--why", "non").exit_code == 0
    stored = read_file(project, "vote").said
    assert stored is not None
    assert [c.id for c in stored.claims if c.status is Status.REJECTED] == [CALM.id]


def test_an_article_is_no_claim(project: Path) -> None:
    """But there is an option for it."""
    said = _decide(project, "--accept", "vote")

    assert said.exit_code == 1
    assert "“vote” is an article; to accept all its drafts, say --all-of vote" in said.output


def test_a_link_is_told_by_its_id(project: Path) -> None:
    """An unknown one is said."""
    said = _decide(project, "--accept", "k-00000000")

    assert said.exit_code == 1
    assert "there is no link “k-00000000”" in said.output


def test_a_broken_claim_file_is_not_touched(project: Path) -> None:
    """Its mistake is said with its line; nothing is decided."""
    text = _file(project).read_text("utf-8").replace("modality: asserted", "modality: certain", 1)
    _file(project).write_text(text, "utf-8")
    said = _decide(project, "--accept", CALM.id)

    assert said.exit_code == 1
    assert "claims/vote.yaml:10: modality: “certain” is none of" in said.output
    assert _file(project).read_text("utf-8") == text


def test_who_decides_is_asked_of_git_then_of_the_system(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In this order; where neither knows, one must say."""
    monkeypatch.setattr(person, "_git_name", lambda _root: "Zoé de git")
    assert person.reviewer(project) == "Zoé de git"
    monkeypatch.setattr(person, "_git_name", lambda _root: "")
    monkeypatch.setattr("getpass.getuser", lambda: "zoe")
    assert person.reviewer(project) == "zoe"

    def nobody() -> str:
        raise OSError

    monkeypatch.setattr("getpass.getuser", nobody)
    said = _run(project, "--accept", CALM.id)
    assert said.exit_code == 1
    assert "nobody is known who decides; give your name with --by NAME" in said.output


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_git_knows_the_name(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """That of the project's own configuration first."""
    import subprocess

    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    subprocess.run(["git", "init", "-q", str(project)], check=True)
    subprocess.run(["git", "-C", str(project), "config", "user.name", "Zoé Ü."], check=True)

    assert person.reviewer(project) == "Zoé Ü."


def test_a_claim_without_its_words_is_suspect_and_not_accepted(project: Path) -> None:
    """It can be rejected, or its passage corrected in the file."""
    _decide(project, "--accept", CALM.id)
    _write(project, TEXT.replace("dans le calme", "dans le bruit"))
    _extract(project, VOTERS, replace(APPEALS, evidence=Passage.at(_article(project).text, APPEALS.evidence.span)))

    assert _kinds(project)[CALM.id] is Kind.SUSPECT
    refused = _decide(project, "--accept", CALM.id)
    assert refused.exit_code == 1
    assert f"{CALM.id}: its words are not in the article; correct its passages first, or reject it" in refused.output
    assert _decide(project, "--reject", CALM.id, "--why", "corrigé").exit_code == 0
    assert CALM.id not in _kinds(project)
    assert not (project / pending_path("vote")).exists()


def test_a_corrected_passage_is_suspect_no_longer(project: Path) -> None:
    """The person copies the words of now, and accepts."""
    _decide(project, "--accept", CALM.id)
    _write(project, TEXT.replace("dans le calme", "dans le bruit"))
    _extract(project, VOTERS, APPEALS)
    _file(project).write_text(_file(project).read_text("utf-8").replace("dans le calme", "dans le bruit"), "utf-8")

    assert CALM.id not in _kinds(project)
    assert _decide(project, "--accept", CALM.id).exit_code == 0
    assert _extract(project, VOTERS, APPEALS) == []


def _claims(root: Path) -> str:
    """The claims of the file, below what it says of the text and of the proposal."""
    return _file(root).read_text("utf-8").partition("claims:")[2]


def test_what_the_rules_now_find_otherwise_is_changed(project: Path) -> None:
    """The reviewed fields stand; the list says both values until a person accepts anew."""
    _decide(project, "--accept", CALM.id)
    other = replace(CALM, modality=Modality.POSSIBLE)
    before = _claims(project)

    assert _extract(project, VOTERS, other, APPEALS) == [
        f"claims/vote.yaml:15: the rules now find another modality for {CALM.id}; yours stands"
    ]
    assert _claims(project) == before
    assert _extract(project, VOTERS, other, APPEALS) == []
    assert "    modality: asserted here; the rules now find possible\n" in _run(project).output
    assert _kinds(project)[CALM.id] is Kind.CHANGED

    _decide(project, "--accept", CALM.id)
    assert CALM.id not in _kinds(project)
    assert _extract(project, VOTERS, other, APPEALS) == []
    assert CALM.id not in _kinds(project)


def test_what_the_article_says_otherwise_is_changed(project: Path) -> None:
    """The rules find the same in the words; it waits until a person accepts it anew."""
    _decide(project, "--accept", CALM.id)
    _extract(project, *DRAFTS)
    before = "Nul ne croit que "
    _write(project, TEXT.replace("Le vote", f"{before}Le vote"))
    moved = [CALM, APPEALS]
    for number, claim in enumerate(moved):
        start, end = (place + len(before) for place in (claim.evidence.start, claim.evidence.end))
        moved[number] = replace(claim, evidence=replace(claim.evidence, start=start, end=end))
    assert "run briefing extract first, then read it again" in _decide(project, "--accept", CALM.id).output
    _extract(project, VOTERS, *moved)

    assert _kinds(project)[CALM.id] is Kind.CHANGED
    assert "the article was corrected around its words; it is not published" in _run(project).output
    _decide(project, "--accept", CALM.id)
    assert CALM.id not in _kinds(project)
    assert _extract(project, VOTERS, *moved) == []
    assert CALM.id not in _kinds(project)


def test_of_the_same_words_the_list_says_what_differs() -> None:
    """The rows as the file has them, and only those that differ."""
    quotes = tuple(Quotation(exact=words, start=0, end=0, speaker="Anne", entity="anne") for words in ("oui", "calme"))
    claim = replace(CALM, quotes=quotes)
    other = replace(CALM, quotes=(quotes[0], replace(quotes[1], entity="anne-petit")))

    (line,) = _changes(claim, claim, other)
    here, found = line.split(" here; the rules now find ")
    assert here == 'quotes: {exact: "calme", speaker: Anne, entity: anne}'
    assert found == '{exact: "calme", speaker: Anne, entity: anne-petit}'


@pytest.mark.parametrize(
    ("source", "entity", "shown"),
    [("elle", "anne-petit", "elle (anne-petit)"), ("Anne Petit", "anne-petit", "Anne Petit"), ("elle", None, "elle")],
)
def test_a_pronoun_says_whom_it_means(source: str, entity: str | None, shown: str) -> None:
    """Where that is known; a name needs no id beside it."""
    said = Attribution(source=source, cue="dit", entity=entity, content=CALM.evidence)
    assert said_by(replace(CALM, attribution=(said,))) == shown


def test_what_the_rules_no_longer_find_is_changed(project: Path) -> None:
    """A reviewed claim stays without them."""
    _decide(project, "--accept", CALM.id)

    assert _extract(project, VOTERS, APPEALS) == [
        f"claims/vote.yaml:12: the rules no longer find {CALM.id}; yours stands"
    ]
    assert "    the rules no longer find it\n" in _run(project).output
    _decide(project, "--accept", CALM.id)
    assert _extract(project, VOTERS, APPEALS) == []
    assert CALM.id not in _kinds(project)


def test_a_conflict_is_listed_until_it_is_decided(project: Path) -> None:
    """A person and the rules changed the same field of a draft; accepting takes the person's."""
    text = _file(project).read_text("utf-8")
    place = text.index("modality: asserted", text.index(CALM.id))
    _file(project).write_text(text[:place] + "modality: denied" + text[place + len("modality: asserted") :], "utf-8")
    _extract(project, VOTERS, replace(CALM, modality=Modality.POSSIBLE), APPEALS)

    assert "    modality: denied here; the rules now find possible\n" in _run(project).output
    said = _decide(project, "--all-of", "vote")
    assert f"left for you to look at one by one: {CALM.id}" in said.output
    assert _kinds(project) == {CALM.id: Kind.CHANGED}
    _decide(project, "--accept", CALM.id)
    assert _kinds(project) == {}
    row = yaml.safe_load(_file(project).read_text("utf-8"))["claims"][1]
    assert (row["status"], row["modality"]) == ("reviewed", "denied")


def test_a_rejected_claim_never_asks_again(project: Path) -> None:
    """Whatever the rules find in its place."""
    _decide(project, "--reject", CALM.id, "--why", "non")
    shorter = Passage.at(TEXT, Span(CALM.evidence.start, CALM.evidence.end - 1))
    other = replace(CALM, id=claim_id("vote", shorter.exact), evidence=shorter, modality=Modality.POSSIBLE)

    for drafts in (
        (VOTERS, other, APPEALS),
        (VOTERS, APPEALS),
        (VOTERS, replace(CALM, modality=Modality.DENIED), APPEALS),
    ):
        assert _extract(project, *drafts) == []
        assert set(_kinds(project)) == {VOTERS.id, APPEALS.id}


def test_an_uncorrected_claim_file_of_a_corrected_article_is_read_as_it_will_be(project: Path) -> None:
    """Before the next extraction, what only moved is neither suspect nor refused."""
    _write(project, "Mise à jour. " + TEXT)

    assert set(_kinds(project).values()) == {Kind.NEW}
    assert _decide(project, "--accept", CALM.id).exit_code == 0


def test_a_file_saved_meanwhile_is_left_alone(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The person's save wins; the message says to run again."""

    def saved_meanwhile(text: str, root: yaml.Node | None, file: ClaimFile, merged: ClaimFile) -> str:
        _file(project).write_text(_file(project).read_text("utf-8") + "# enregistré entre-temps\n", "utf-8")
        return edited(text, root, file, merged)

    monkeypatch.setattr("briefing.review.acts.claim_files.edited", saved_meanwhile)
    with pytest.raises(BriefingError, match="changed while we worked"):
        committed(project, lambda: ruled(project, [CALM.id], Status.REVIEWED, RULING))
    assert "review:" not in _file(project).read_text("utf-8")
    assert _file(project).read_text("utf-8").endswith("# enregistré entre-temps\n")


def test_words_do_not_steer_the_terminal(project: Path) -> None:
    """What turns the words behind it round is shown, not obeyed."""
    text = _file(project).read_text("utf-8")
    content = 'content: {exact: "120 personnes ont voté vendredi", start: 16, end: 47}'
    row = f'  attribution:\n  - {{source: "le \\u202Emaire", cue: Selon, {content}}}\n'
    _file(project).write_text(
        text.replace("  because: {rule: fr.plain}\n", f"  because: {{rule: fr.plain}}\n{row}", 1), "utf-8"
    )

    said = _run(project).output
    assert "le \\u202emaire" in said
    assert "\u202e" not in said


@pytest.fixture
def linked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose dossier has a corroboration and a difference."""
    monkeypatch.setattr("briefing.review.links.load", lambda _root, **_: Loaded(DOSSIER))
    (tmp_path / "claims").mkdir()
    return tmp_path


def test_links_are_decided_by_their_ids(linked: Path) -> None:
    """Each in a file of its own, with who, when and why."""
    (one,), (other,) = DOSSIER.corroborations, DOSSIER.differences
    accepted = _decide(linked, "--accept", one.id)
    rejected = _decide(linked, "--reject", other.id, "--why", "deux jours différents")

    assert accepted.output == "accepted 1 link, by Zoé Martin on 2026-11-21\n"
    assert rejected.output == "rejected 1 link, by Zoé Martin on 2026-11-21\n"
    files = sorted((linked / "claims" / "links").iterdir(), reverse=True)
    rows = [row for file in files for row in yaml.safe_load(file.read_text("utf-8"))["links"]]
    assert [(row["decision"], row["kind"], tuple(row["claims"])) for row in rows] == [
        ("confirmed", "corroboration", one.claims),
        ("rejected", "difference", other.claims),
    ]
    assert {row["who"] for row in rows} == {"Zoé Martin"}
    assert rows[1]["why"] == "deux jours différents"


@pytest.fixture
def proposing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose dossier proposes its links and shows none."""
    pairs = [(DOSSIER.corroborations[0].claims, "corroboration", 0.9), (DOSSIER.differences[0].claims, "update", 0.4)]
    proposals = tuple(
        Proposal(kind=kind, claims=(claims[0], claims[1]), score=score, features={}) for claims, kind, score in pairs
    )
    loaded = Loaded(replace(DOSSIER, corroborations=(), differences=(), proposals=proposals))
    monkeypatch.setattr("briefing.review.links.load", lambda _root, **_: loaded)
    monkeypatch.setattr("briefing.project.load", lambda _root, **_: loaded)
    (tmp_path / "claims").mkdir()
    return tmp_path


def _proposed_ids(root: Path) -> list[str]:
    return re.findall(r"^0\.\d+ (\S+)", _run(root, "--links").output, re.MULTILINE)


@pytest.mark.parametrize(
    ("options", "decision", "kind"),
    [
        (["--accept"], "added", "corroboration"),
        (["--accept", "--as", "akin"], "added", "akin"),
        (["--accept", "--as", "difference", "--field", "date", "--why", "deux jours"], "added", "difference"),
        (["--reject", "--why", "autre chose"], "rejected", "corroboration"),
    ],
)
def test_a_proposed_pair_is_taken_up_by_its_id(proposing: Path, options: list[str], decision: str, kind: str) -> None:
    """As the rules propose it, or as the person says."""
    first, _ = _proposed_ids(proposing)
    said = _decide(proposing, first, *options)
    assert said.exit_code == 0, said.output
    (file,) = (proposing / "claims/links").iterdir()
    (row,) = yaml.safe_load(file.read_text("utf-8"))["links"]
    assert (row["decision"], row["kind"]) == (decision, kind)


def test_a_difference_is_taken_up_with_field_and_why(proposing: Path) -> None:
    """What is missing is said with the fields that there are; nothing is written."""
    _, second = _proposed_ids(proposing)
    said = _decide(proposing, "--accept", second)
    assert said.exit_code == 1
    assert "a difference that you add needs a why and a field, which is one of quantity, date, place" in said.output
    assert not (proposing / "claims/links").exists()


def test_the_likeliest_pairs_are_listed_first_and_the_rest_is_counted(
    proposing: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of them only if asked for."""
    monkeypatch.setattr("briefing.cli.editing.links._LIKELIEST", 1)
    said = _run(proposing, "--links").output
    assert "2 proposed links; the likeliest 1 are here, --links --all lists all" in said
    assert "0.90" in said
    assert "0.40" not in said
    assert "0.40" in _run(proposing, "--links", "--all").output


def test_a_link_that_was_one_says_where_those_of_now_are(linked: Path) -> None:
    """An id is made of what a link joins."""
    assert "briefing review lists those of now" in _decide(linked, "--accept", "k-0123abcd").output


def test_a_group_on_the_site_becomes_no_difference(linked: Path) -> None:
    """It would stand there as both."""
    (one,) = DOSSIER.corroborations
    said = _decide(linked, "--accept", one.id, "--as", "update", "--field", "date", "--why", "plus tard")
    assert said.exit_code == 1
    assert f"{one.id} is a corroboration on the site; reject it" in said.output


def test_a_misspelt_link_is_said(linked: Path) -> None:
    """And nothing is written."""
    said = _decide(linked, "--accept", "k-l")

    assert said.exit_code == 1
    assert "there is no link “k-l”; a claim's id begins with c-" in said.output
    assert not (linked / "claims" / "links.yaml").exists()


def test_links_wait_until_somebody_decides_and_again_when_a_claim_changed() -> None:
    """New where the rules propose them, suspect where a decided one is no longer what was read."""
    (one,), (other,) = DOSSIER.corroborations, DOSSIER.differences
    decided = replace(one, decided=Decided.CONFIRMED)

    def kinds(link: Corroboration) -> dict[str, Kind]:
        return {matter.id: matter.kind for matter in waiting(replace(DOSSIER, corroborations=(link,)))}

    assert kinds(one) == {one.id: Kind.NEW, other.id: Kind.NEW}
    assert kinds(decided) == {other.id: Kind.NEW}
    assert kinds(replace(decided, suspect=True)) == {one.id: Kind.SUSPECT, other.id: Kind.NEW}

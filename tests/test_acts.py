"""What a person does by command: edit, claim, rename, remove, entity, undo; nothing else changes, all goes back."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from briefing.cli import commands
from briefing.model.entity import slug
from briefing.project import load, refresh
from briefing.review.acts.fields import corrected
from briefing.review.acts.plan import committed
from briefing.review.links import proposed, waiting
from command import run, write

VOTE = (
    "Selon le maire, 120 personnes ont voté vendredi à Lyon. Le vote a eu lieu dans le calme. "
    "La préfecture dément tout incident. Deux recours ont été déposés à Lyon le 2 décembre 2024."
)
PORT = "À Lyon, 130 personnes ont voté vendredi. Le port de Marseille a fermé lundi. La ville de Lyon a porté plainte."
HOME = "# Le vote\n\nIls étaient 120 [@{0}; @{1}]. Le calme a régné [@{1}]. Voir [l’article](articles/vote.md).\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Two articles with their claims, and a page that cites two of them."""
    (tmp_path / "corpus").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: Vote\nplugins: [briefing]\n", "utf-8")
    _article(tmp_path, "vote", VOTE)
    _article(tmp_path, "port", PORT)
    refresh(tmp_path)
    ids = list(_claims(tmp_path))
    (tmp_path / "docs/index.md").write_text(HOME.format(ids[0], ids[1]), "utf-8")
    return tmp_path


def _article(root: Path, name: str, text: str) -> None:
    front = "---\ntitle: Un titre\npublished: 2024-12-03\n---\n\n"
    (root / f"corpus/{name}.md").write_text(f"{front}{text}\n", "utf-8")


def _claims(root: Path, name: str = "vote") -> dict[str, dict[str, object]]:
    """The rows of a claim file by id."""
    text = (root / f"claims/{name}.yaml").read_text("utf-8")
    return {row["id"]: row for row in yaml.safe_load(text)["claims"]}


def _run(root: Path, *arguments: str) -> Result:
    name, *rest = arguments
    if name == "entity":
        return CliRunner().invoke(commands, [name, rest[0], "-C", str(root), *rest[1:]])
    return run(name, "-C", root, *rest)


def _files(root: Path) -> dict[str, str]:
    """All that the project's people see."""
    paths = [p for p in root.rglob("*") if p.is_file() and not {".cache", "schemas"} & set(p.parts)]
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in paths}


def _id(root: Path, words: str, name: str = "vote") -> str:
    return next(i for i, row in _claims(root, name).items() if words in str(row["evidence"]))


def _changed(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    """The lines that differ, by file."""
    found = []
    for name in sorted(before.keys() | after.keys()):
        was, now = (texts.get(name, "").splitlines() for texts in (before, after))
        found += [f"{name}: -{line}" for line in was if line not in now]
        found += [f"{name}: +{line}" for line in now if line not in was]
    return found


EDITS = {
    "modality=possible": ("-  modality: alleged", "+  modality: possible"),
    "note=vu : à revoir": ('+  note: "vu : à revoir"',),
    "credibility=2": ("+  credibility: 2",),
    "dates.1.value=2024-11-22": (
        '-  - {exact: "vendredi", value: "2024-11-29"}',
        '+  - {exact: "vendredi", value: "2024-11-22"}',
    ),
    "dates.1=": ('-  - {exact: "vendredi", value: "2024-11-29"}',),
    "quantities.1.bound=min": ("bound: exact", "bound: min"),
    "speaker=la mairie": ("source: le maire", "source: la mairie"),
    "words=120 personnes ont voté vendredi": (
        "Selon le maire, 120 personnes",
        'exact: "120 personnes ont voté vendredi"}',
    ),
}


NOTES = (
    "vu : à revoir", "# à voir", "- un tiret", "« citée »", '"Non", dit-il', "l'article dit 'non'", "100 %",
    "% sûr", "@qui ?", "*", "&a", "!", "?", "{", "[a", "]", "}", "> 3", "| 3", "`x`", "oui",
    "no", "null", "~", "12", "1e3", "2024-11-30",
    "a: b", "a:", ": a", "---", "...", "<<", "=", ",", "\\n", "à\nrevoir\n- demain", "\ttab", "  autour  ",
    "e\u0301te\u0301", "\u2028ligne\u0085", "\U0001f600", "!!python/object/apply:os.system [id]", "x" * 5000,
)  # fmt: skip


@pytest.mark.parametrize("note", NOTES)
def test_an_ordinary_person_s_note_is_kept_as_it_is(project: Path, note: str) -> None:
    """Whatever YAML would make of it; it is read back the same, by us and by any other reader of YAML."""
    before, claim = _files(project), _id(project, "120 personnes")
    said = _run(project, "edit", claim, f"note={note}")
    assert said.exit_code == 0, said.output
    kept = unicodedata.normalize("NFC", note)
    assert _claims(project)[claim]["note"] == kept
    assert [c.note for c in load(project).dossier.claims.values() if c.id == claim] == [kept]
    _run(project, "edit", claim, "note=")
    assert _files(project) == before


@pytest.mark.parametrize(
    "act",
    [
        ("edit", "{}", "note=\x1b[2J"),
        ("review", "--accept", "{}", "--by", "Ada\x1b[2J"),
        ("review", "--reject", "{}", "--why", "faux\x07", "--by", "Ada"),
    ],
)
def test_what_would_command_a_terminal_is_not_written(project: Path, act: tuple[str, ...]) -> None:
    """No file of a project holds a control character, so none is decided with one."""
    before, claim = _files(project), _id(project, "120 personnes")
    said = _run(project, *(word.format(claim) for word in act))

    assert said.exit_code == 1
    assert "the control character U+00" in said.output
    assert _files(project) == before


@pytest.mark.parametrize(
    ("accepted", "setting", "status"),
    [
        ("Ada", "modality=denied", "draft"),
        ("Ada", "dates.1=", "draft"),
        ("Ada", "words=120 personnes ont voté vendredi", "draft"),
        ("Ada", "note=vu", "reviewed"),
        ("Ada", "credibility=3", "reviewed"),
        ("Zoé", "modality=denied", "reviewed"),
    ],
)
def test_nobody_accepted_what_somebody_else_corrects(project: Path, accepted: str, setting: str, status: str) -> None:
    """It is a draft again; but the same person may correct it, and notes and grades say nothing else of the article."""
    claim, (field, _, value) = _id(project, "120 personnes"), setting.partition("=")
    _run(project, "review", "--accept", claim, "--by", accepted, "--on", "2024-06-01")
    before = _files(project)
    committed(project, lambda: corrected(project, claim, [(field, value)], by="Zoé"))

    row = _claims(project)[claim]
    assert (row["status"], "review" in row) == (status, status == "reviewed")
    _run(project, "undo")
    assert _files(project) == before


def test_who_accepted_a_claim_is_told_to_who_corrects_it(project: Path) -> None:
    """And what to do."""
    claim = _id(project, "120 personnes")
    _run(project, "review", "--accept", claim, "--by", "Ada (absente)")
    said = _run(project, "edit", claim, "modality=denied").output

    assert f"Ada (absente) accepted it as it was; it is a draft again: briefing review --accept {claim}" in said


@pytest.mark.parametrize(("setting", "lines"), EDITS.items(), ids=EDITS)
def test_a_field_is_edited_and_taken_back(project: Path, setting: str, lines: tuple[str, ...]) -> None:
    """Only its lines change; undo brings every byte back."""
    before, claim = _files(project), _id(project, "120 personnes")
    said = _run(project, "edit", claim, setting)

    assert said.exit_code == 0, said.output
    changed = _changed(before, _files(project))
    assert {line.partition(":")[0] for line in changed} == {"claims/vote.yaml"}
    assert all(any(line in change for change in changed) for line in lines), changed
    assert refresh(project).changed == ()
    assert _run(project, "undo").output.startswith(f"took back: edit {claim}")
    assert _changed(before, _files(project)) in ([], [c for c in _changed(before, _files(project)) if ".base" in c])


def test_other_words_keep_what_a_person_judged(project: Path) -> None:
    """Only the passage and its rows are new: the judgements on the claim stay, whether it can be checked too."""
    claim = _id(project, "120 personnes")
    for setting in ("checkable=false", "note=à revoir", "words=120 personnes ont voté vendredi"):
        said = _run(project, "edit", claim, setting)
        assert said.exit_code == 0, said.output

    row = _claims(project)[claim]
    assert (row["checkable"], row["note"]) == (False, "à revoir")
    assert row["evidence"] == {"exact": "120 personnes ont voté vendredi"}


def test_an_added_row_stands_in_the_file(project: Path) -> None:
    """Written as the file writes it."""
    claim = _id(project, "La préfecture dément")
    assert (
        _run(project, "edit", claim, "entities.+={exact: incident, entity: incident-de-lyon, type: event}").exit_code
        == 0
    )
    rows = _claims(project)[claim]["entities"]
    assert isinstance(rows, list)
    assert rows[-1] == {"exact": "incident", "entity": "incident-de-lyon", "type": "event"}


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ("modality=certain", "modality: “certain” is none of asserted, alleged"),
        ("modalité=denied", "“modalité” is no field; did you mean “modality”?"),
        ("dates.1.value=2024-13-44", "“2024-13-44” is no date"),
        ("dates.7.value=2024", "there is no such row or key"),
        ("dates.0.value=2024", "there is no such row or key"),
        (f"dates.{'9' * 5000}.value=2024", "there is no such row or key"),
        ("dates=2024", "“dates” is no field"),
        ("dates.1.exact=samedi", "“samedi” is not in the article word for word"),
        ("words=130 personnes", "“130 personnes” is not in the article word for word"),
        ("words=", "“” is not in the article word for word"),
        ("id=c-00000001", "an id never changes"),
        ("status=reviewed", "decide with briefing review"),
        ("quantities.1.value=beaucoup", "value: must be"),
        ("quantities.1.value={", "cannot be read; put it in quotes"),
        ("modality", "sets nothing; say FIELD=VALUE"),
    ],
)
def test_what_cannot_be_is_said_and_not_written(project: Path, setting: str, message: str) -> None:
    """With the claim's line."""
    before = _files(project)
    said = _run(project, "edit", _id(project, "120 personnes"), setting)

    assert said.exit_code in {1, 2}
    assert message in said.output
    assert _files(project) == before


def test_naming_nobody_takes_the_speaker_away(project: Path) -> None:
    """Rather none than a wrong one."""
    claim = _id(project, "120 personnes")
    assert _run(project, "edit", claim, "speaker=").exit_code == 0
    assert "attribution" not in _claims(project)[claim]


def test_the_entity_of_a_speaker_follows_the_name(project: Path) -> None:
    """Where the project knows it; another name has none."""
    (project / "corpus/entities.yaml").write_text(
        "entities:\n- {id: mairie, name: mairie de Lyon, type: organisation, aliases: [la mairie]}\n", "utf-8"
    )
    claim = _id(project, "120 personnes")
    for name, entity in (("la mairie", "mairie"), ("un passant", None)):
        _run(project, "edit", claim, f"speaker={name}")
        rows = _claims(project)[claim]["attribution"]
        assert isinstance(rows, list)
        assert [(row["source"], row.get("entity")) for row in rows] == [(name, entity)]


def test_a_speaker_is_who_has_that_name_in_the_article(project: Path) -> None:
    """Wherever it stands in it; a name that it gives to two is nobody's."""
    _article(project, "gare", "Anne Petit a visité la gare mardi. Selon la cheffe, le chantier finira en 2025.")
    refresh(project)
    claim = _id(project, "le chantier", "gare")
    for name, entity in (("Anne Petit", "anne-petit"), ("Anne Grand", None)):
        _run(project, "edit", claim, f"speaker={name}")
        rows = _claims(project, "gare")[claim]["attribution"]
        assert isinstance(rows, list)
        assert [(row["source"], row.get("entity")) for row in rows] == [(name, entity)]


@pytest.mark.parametrize(
    ("words", "settings", "hint"),
    [
        ("dans le calme", ["speaker=Anne Petit"], "still asserted; if only Anne Petit says so"),
        ("dans le calme", ["speaker=Anne Petit", "modality=alleged"], ""),
        ("120 personnes", ["speaker="], "still alleged, by nobody"),
        ("120 personnes", ["speaker=la mairie"], ""),
    ],
)
def test_a_modality_that_stays_beside_another_speaker_is_said(
    project: Path, words: str, settings: list[str], hint: str
) -> None:
    """With the command that changes it."""
    claim = _id(project, words)
    said = _run(project, "edit", claim, *settings).output.splitlines()
    assert len(said) == (2 if hint else 1)
    assert hint in said[-1]
    assert f"briefing edit {claim} modality=" in said[-1] or not hint


def test_a_file_that_a_person_began_is_decided_on(project: Path) -> None:
    """Before the rules have ever read its article: it names no proposal, and gets no line that says nothing."""
    written = 'article: vote\nclaims:\n- id: c-1\n  evidence: {exact: "le maire"}\n  modality: asserted\n'
    (project / "claims/vote.yaml").write_text(written, "utf-8")

    assert _run(project, "review", "--accept", "c-1", "--by", "Zoé", "--on", "2024-12-04").exit_code == 0
    lines = (project / "claims/vote.yaml").read_text("utf-8").splitlines()
    assert [line for line in lines if line not in written.splitlines()] == [
        "  status: reviewed",
        "  review: {who: Zoé, when: 2024-12-04}",
    ]


def test_words_make_a_claim_with_its_rows(project: Path) -> None:
    """In its place in the file, as a draft; the next extraction leaves it."""
    before = _files(project)
    said = _run(project, "claim", "vote", "  Deux recours ont été déposés à Lyon ")

    assert said.exit_code == 0, said.output
    rows = _claims(project)
    new = next(name for name in rows if name in said.output)
    assert (rows[new]["status"], list(rows)[-1]) == ("draft", new)
    assert "Lyon" in str(rows[new]["entities"])
    assert refresh(project).changed == ()
    assert _run(project, "review", "--accept", "dernier").exit_code == 0
    assert _claims(project)[new]["status"] == "reviewed"
    _run(project, "undo"), _run(project, "undo")
    assert [line for line in _changed(before, _files(project)) if ".base" not in line] == []


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("Le vote a eu lieu dans le bruit", "not in the article word for word"),
        ("Lyon", "stands 2 times in the article; say which with --nth"),
        ("Le vote a eu lieu dans le calme.", "these words are those of c-"),
        ("", "not in the article word for word"),
    ],
)
def test_words_that_make_no_claim(project: Path, words: str, message: str) -> None:
    """Are said, and nothing is written."""
    before = _files(project)
    said = _run(project, "claim", "vote", words)
    assert said.exit_code == 1
    assert message in said.output
    assert _files(project) == before


def test_typed_apostrophes_and_spaces_are_the_article_s(project: Path) -> None:
    """What is kept is the article's own words."""
    _article(project, "gare", "Le ministre a dit que « l’essai a eu lieu à 15\u202fh ».")
    refresh(project)
    assert _run(project, "claim", "gare", "l'essai a eu lieu à 15 h").exit_code == 0
    assert "l’essai a eu lieu à 15\u202fh" in [row["evidence"]["exact"] for row in _claims(project, "gare").values()]  # type: ignore[index]


def test_a_removed_claim_takes_its_citations_along(project: Path) -> None:
    """It does not come back, and undo brings all of it back."""
    before, (first, *_) = _files(project), _claims(project)
    assert _run(project, "remove", first).exit_code == 0

    assert first not in _claims(project)
    home = (project / "docs/index.md").read_text("utf-8")
    assert first not in home
    assert home.startswith("# Le vote\n\nIls étaient 120 [@c-")
    refresh(project)
    assert first not in load(project).dossier.claims
    _run(project, "undo")
    assert (project / "docs/index.md").read_text("utf-8") == before["docs/index.md"]
    assert first in load(project).dossier.claims


def test_a_removed_claim_takes_its_links_along(project: Path) -> None:
    """In the file of one link and in that of all."""
    one, other = _id(project, "120 personnes"), _id(project, "130 personnes", "port")
    third = _id(project, "dans le calme")
    entry = "- {{decision: added, kind: akin, claims: [{0}, {1}], who: Zoé, when: 2024-12-04}}\n"
    blocks = "".join(
        f"- decision: added\n  kind: akin\n  claims: [{name}, {other}]\n  who: Zoé\n  when: 2024-12-04\n"
        for name in (one, third)
    )
    (project / "claims/links.yaml").write_text(f"# à la main\nlinks:\n{blocks}", "utf-8")
    write(project, "claims/links/k-1.yaml", "links:\n" + entry.format(one, other))
    before = _files(project)
    assert len(load(project).dossier.corroborations) >= 2

    assert _run(project, "remove", one).exit_code == 0
    assert not (project / "claims/links/k-1.yaml").exists()
    text = (project / "claims/links.yaml").read_text("utf-8")
    assert text.startswith("# à la main\nlinks:\n- decision: added")
    assert (one in text, third in text) == (False, True)
    assert load(project).problems == ()
    _run(project, "undo")
    assert _files(project) == before


def test_a_removed_article_takes_all_of_it_along(project: Path) -> None:
    """And comes back whole."""
    before = _files(project)
    assert _run(project, "remove", "vote").exit_code == 0
    left = _files(project)
    assert [name for name in left if "vote" in name] == []
    assert "@c-" not in left["docs/index.md"]
    assert load(project).problems == ()
    _run(project, "undo")
    assert _files(project) == before


def test_what_is_unknown_is_not_removed(project: Path) -> None:
    """Nor anything that was named beside it."""
    before, (first, *_) = _files(project), _claims(project)
    said = _run(project, "remove", first, "c-ffffffff")
    assert said.exit_code == 1
    assert "there is no claim “c-ffffffff”" in said.output
    assert _files(project) == before


def _by_command(root: Path) -> None:
    assert _run(root, "rename", "vote", "scrutin").exit_code == 0


def _by_hand(root: Path) -> None:
    (root / "corpus/vote.md").rename(root / "corpus/scrutin.md")


def _by_both(root: Path) -> None:
    _by_hand(root)
    _by_command(root)


@pytest.mark.parametrize("rename", [_by_command, _by_hand, _by_both])
@pytest.mark.parametrize("is_reviewed", [True, False])
def test_a_renamed_article_keeps_its_claims(project: Path, rename: Callable[[Path], None], is_reviewed: bool) -> None:
    """Their ids, reviews and citations: whether a command or the file manager did it, edited or not."""
    before = _claims(project)
    if is_reviewed:
        _run(project, "review", "--accept", next(iter(before)), "--by", "Zoé")
        before = _claims(project)
    rename(project)
    refreshed = refresh(project)

    assert _claims(project, "scrutin") == before
    assert not list((project / "claims").rglob("vote*"))
    assert [str(p) for p in refreshed.problems if p.severity != "note"] == []
    assert refresh(project).changed == ()
    assert _run(project, "check").exit_code == 0


def test_a_renamed_article_is_the_old_one_after_undo(project: Path) -> None:
    """Its page's address on the home page too."""
    before = _files(project)
    _run(project, "rename", "vote", "scrutin")
    assert "(articles/scrutin.md)" in (project / "docs/index.md").read_text("utf-8")
    _run(project, "undo")
    assert _files(project) == before


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("vote", "Le Vote", "“Le Vote” can be no id"),
        ("vote", "port", "“port” is an article already"),
        ("vota", "scrutin", "there is no article “vota”; did you mean “vote”?"),
        ("vote", "../vote", "can be no id"),
    ],
)
def test_an_id_that_cannot_be_is_said(project: Path, old: str, new: str, message: str) -> None:
    """Nothing moves."""
    before = _files(project)
    said = _run(project, "rename", old, new)
    assert said.exit_code == 1
    assert message in said.output
    assert _files(project) == before


def test_of_two_articles_with_one_text_none_is_followed(project: Path) -> None:
    """Which one was renamed, nobody can tell."""
    _by_hand(project)
    _article(project, "double", VOTE)
    problems = refresh(project).problems
    assert (project / "claims/vote.yaml").exists()
    assert any("run briefing rename vote NEW" in p.message for p in problems)


def test_a_mended_typo_keeps_every_claim_of_the_same_words(project: Path) -> None:
    """Wherever it stands: before them, or in a sentence of another claim."""
    for claim in _claims(project):
        _run(project, "review", "--accept", claim, "--by", "Zoé")
    before = _claims(project)
    _article(project, "vote", "Lyon, le 3 décembre. " + VOTE.replace("tout incident", "tout accident"))
    refresh(project)
    after = _claims(project)
    kept = {name for name, row in before.items() if "incident" not in str(row["evidence"])}
    assert {name: after[name] for name in kept} == {name: before[name] for name in kept}


def test_words_that_come_to_stand_twice_keep_their_id(project: Path) -> None:
    """The new sentence gets the new id, though it stands first."""
    claim = _id(project, "dans le calme")
    words = "Le vote a eu lieu dans le calme."
    for is_reviewed in (False, True):
        if is_reviewed:
            _run(project, "review", "--accept", claim, "--by", "Zoé")
        _article(project, "vote", f"{words} {VOTE}")
        refresh(project)
        rows = [row for row in _claims(project).values() if words in str(row["evidence"])]
        assert [(row["id"] == claim, row["evidence"]["nth"]) for row in rows] == [(False, 1), (True, 2)]  # type: ignore[index]
        assert refresh(project).changed == ()
        _article(project, "vote", VOTE)
        refresh(project)
        assert _id(project, words) == claim


def test_two_entities_are_one(project: Path) -> None:
    """In the list, and in every claim that named the other."""
    before = _files(project)
    assert _run(project, "entity", "merge", "lyon", "Marseille").exit_code == 0
    listed = yaml.safe_load((project / "corpus/entities.yaml").read_text("utf-8"))["entities"]
    assert [(e["id"], "Marseille" in e["aliases"]) for e in listed] == [("lyon", True)]
    texts = "".join(text for name, text in _files(project).items() if re.fullmatch(r"claims/\w+\.yaml", name))
    assert "entity: marseille" not in texts
    refresh(project)
    assert not [p for p in load(project).problems if p.severity == "error"]
    _run(project, "undo")
    assert "corpus/entities.yaml" not in _files(project)
    refresh(project)
    assert {
        n: t for n, t in _files(project).items() if ".base" not in n and n != "claims/port.yaml"
    }.items() <= before.items()


@pytest.fixture
def family(project: Path) -> Path:
    """Two people of one family name, each called by it, by both names and by a first name that is an entity apart."""
    for first in ("Claire", "Hervé"):
        name = slug(first)
        _article(project, name, f"Vauquelin a signé lundi. {first} Vauquelin a vendu mardi. {first} a fermé le site.")
    refresh(project)
    for name, words, entity in (
        ("claire", "Vauquelin a signé", "claire-vauquelin"),
        ("claire", "Claire a fermé", "claire"),
        ("herve", "Vauquelin a signé", "herve-vauquelin"),
        ("herve", "Hervé a fermé", "herve"),
    ):
        claim = _id(project, words, name)
        _run(project, "edit", claim, "entities.1=")
        row = f"entities.+={{exact: {words.split()[0]}, entity: {entity}, type: person}}"
        assert _run(project, "edit", claim, row).exit_code == 0
    return project


def test_who_is_kept_keeps_the_fullest_name(family: Path) -> None:
    """What two people are both called is no alias of one, so the list can be read after each merge."""
    for first in ("claire", "herve"):
        said = _run(family, "entity", "merge", f"{first}-vauquelin", first)
        assert said.exit_code == 0, said.output
    listed = yaml.safe_load((family / "corpus/entities.yaml").read_text("utf-8"))["entities"]
    assert [(e["name"], e["aliases"]) for e in listed] == [
        ("Claire Vauquelin", ["Claire"]),
        ("Hervé Vauquelin", ["Hervé"]),
    ]
    assert _run(family, "check").exit_code == 0


def test_a_name_of_two_says_nobody_s_id(family: Path) -> None:
    """And what would give the list a mistake is not written."""
    before = _files(family)
    said = _run(family, "entity", "merge", "claire", "Vauquelin")
    assert "“Vauquelin” is a name of claire-vauquelin and of herve-vauquelin; say which by its id" in said.output
    assert _files(family) == before


def test_a_merge_that_breaks_the_list_is_refused(project: Path) -> None:
    """What the list ignores names nobody."""
    text = "entities:\n- id: lyon\n  name: Lyon\n  type: place\nignore: [calme]\n"
    (project / "corpus/entities.yaml").write_text(text, "utf-8")
    claim = _id(project, "dans le calme")
    _run(project, "edit", claim, "entities.+={exact: calme, entity: calme, type: event}")
    before = _files(project)
    said = _run(project, "entity", "merge", "lyon", "calme")
    assert said.exit_code == 1
    assert "this would make a mistake in the list: ignore: “calme” names the entity lyon" in said.output
    assert _files(project) == before


def test_what_others_say_of_a_merged_entity_they_say_of_the_one(project: Path) -> None:
    """And what is known of a place stays with it, whatever it is."""
    text = (
        "entities:\n- id: lyon\n  name: Lyon\n  type: place\n  coordinates: [45.76, 4.84]\n  radius: 5\n"
        "- id: metropole\n  name: Grand Lyon\n  type: place\n"
        "- id: mairie\n  name: mairie\n  type: organisation\n  affiliation: metropole\n"
    )
    (project / "corpus/entities.yaml").write_text(text, "utf-8")
    assert _run(project, "entity", "merge", "lyon", "metropole").exit_code == 0
    assert (project / "corpus/entities.yaml").read_text("utf-8") == (
        "entities:\n- id: lyon\n  name: Lyon\n  type: place\n  coordinates: [45.76, 4.84]\n  radius: 5\n"
        "  aliases: [Grand Lyon]\n- id: mairie\n  name: mairie\n  type: organisation\n  affiliation: lyon\n"
    )


def test_a_name_is_somebody_else_s(project: Path) -> None:
    """Comments in the list stay."""
    aliases = "La ville de Lyon, Le port de Marseille"
    text = f"# acteurs\nentities:\n- id: lyon # la ville\n  name: Lyon\n  type: place\n  aliases: [{aliases}]\n"
    (project / "corpus/entities.yaml").write_text(text, "utf-8")
    assert _run(project, "entity", "split", "lyon", "Le port de Marseille").exit_code == 0
    now = (project / "corpus/entities.yaml").read_text("utf-8")
    assert now.startswith("# acteurs\nentities:\n- id: lyon # la ville\n")
    one, other = yaml.safe_load(now)["entities"]
    assert (one["aliases"], one["not_same_as"]) == (["La ville de Lyon"], ["le-port-de-marseille"])
    assert (other["name"], other["not_same_as"]) == ("Le port de Marseille", ["lyon"])


def test_a_name_is_no_entity(project: Path) -> None:
    """No claim names it any longer, and no extraction finds it again."""
    assert _run(project, "entity", "ignore", "Marseille").exit_code == 0
    refresh(project)
    assert "Marseille" not in [m.exact for c in load(project).dossier.claims.values() for m in c.entities]
    assert yaml.safe_load((project / "corpus/entities.yaml").read_text("utf-8")) == {"ignore": ["Marseille"]}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("merge", "lyon", "atlantide"), "there is no entity “atlantide”"),
        (("merge", "lyon", "Lyon"), "name two entities"),
        (("split", "lyon", "Lyon"), "is the name of lyon"),
        (("split", "lyon", "Le port de Lyon"), "no claim names lyon “Le port de Lyon”"),
        (("type", "lyon", "ville"), "“ville” is none of person"),
    ],
)
def test_an_entity_that_cannot_be_mended_is_said(project: Path, arguments: tuple[str, ...], message: str) -> None:
    """Nothing is written."""
    before = _files(project)
    said = _run(project, "entity", *arguments)
    assert said.exit_code in {1, 2}
    assert message in said.output
    assert _files(project) == before


def test_the_shell_completes_ids(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the project in which it stands, of what its claims name too: click's own completion asks the commands."""
    monkeypatch.chdir(project)
    claim = next(iter(_claims(project)))
    entity = next(str(row["entity"]) for found in _claims(project).values() for row in found["entities"])  # type: ignore[attr-defined]
    dossier = load(project).dossier
    link = next(link.id for link in (*waiting(dossier), *proposed(dossier)))
    for command, word in (
        ("edit", claim),
        ("review --accept", claim),
        ("review --accept", link),
        ("entity merge", entity),
    ):
        words = f"briefing {command} {word[:4]}"
        asked = {"_BRIEFING_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
        said = CliRunner().invoke(commands, prog_name="briefing", complete_var="_BRIEFING_COMPLETE", env=asked)
        assert f"plain,{word}" in said.output.splitlines()

"""The journal: acts are whole or not at all, and each can be taken back without touching what others wrote since."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.disk.hunk import Change, MisfitError, hunk_of
from briefing.disk.journal import Act, acts, carry_out, finish, journal, take_back
from briefing.disk.write import remove, write
from briefing.problems import BriefingError
from briefing.project import refresh
from briefing.review.acts.plan import Plan, committed

BEFORE = "un\ndeux\ntrois\nquatre\ncinq\nsix\nsept\n"
AFTER = BEFORE.replace("quatre", "4")
LINES = st.lists(st.sampled_from(["a\n", "b\n", "c\n", "d\n"]), max_size=8).map("".join)


def _file(root: Path, text: str, name: str = "a.txt") -> Path:
    (root / name).write_text(text, "utf-8")
    return root / name


def _done(root: Path, before: str | None = BEFORE, after: str | None = AFTER, name: str = "a.txt") -> None:
    carry_out(root, f"change {name}", [name], [Change(name, before, after)])


def _journal(root: Path) -> Path:
    found = journal(root)
    assert found is not None
    return found


def test_an_act_is_written_and_taken_back(tmp_path: Path) -> None:
    """To the byte; then there is nothing to take back."""
    file = _file(tmp_path, BEFORE)
    _done(tmp_path)
    assert file.read_text("utf-8") == AFTER

    assert take_back(tmp_path).said == "change a.txt"
    assert file.read_text("utf-8") == BEFORE
    with pytest.raises(BriefingError, match="there is nothing to take back"):
        take_back(tmp_path)


def test_acts_are_taken_back_last_first(tmp_path: Path) -> None:
    """What was taken back is no act any more; the one before it is next."""
    file = _file(tmp_path, BEFORE)
    _done(tmp_path)
    _done(tmp_path, AFTER, AFTER.replace("six", "6"))
    take_back(tmp_path)
    assert file.read_text("utf-8") == AFTER
    _done(tmp_path, AFTER, AFTER.replace("un\n", "1\n"))
    assert [act.hunks[0].after for act in acts(tmp_path)] == ["4\n", "1\n"]
    take_back(tmp_path)
    take_back(tmp_path)
    assert file.read_text("utf-8") == BEFORE


def test_what_a_person_wrote_beside_it_stays(tmp_path: Path) -> None:
    """The same lines are found where they stand now."""
    file = _file(tmp_path, BEFORE)
    _done(tmp_path)
    file.write_text("zéro\n" * 9 + AFTER + "huit\n", "utf-8")

    take_back(tmp_path)
    assert file.read_text("utf-8") == "zéro\n" * 9 + BEFORE + "huit\n"


@pytest.mark.parametrize("now", [AFTER.replace("4", "IV"), AFTER + AFTER, "", AFTER.replace("trois\n", "")])
def test_lines_that_changed_or_stand_twice_are_left_alone(tmp_path: Path, now: str) -> None:
    """It is said, nothing is written, and the act still stands."""
    file = _file(tmp_path, BEFORE)
    _done(tmp_path)
    file.write_text(f"zéro\n{now}", "utf-8")

    with pytest.raises(BriefingError, match="these lines changed since"):
        take_back(tmp_path)
    assert file.read_text("utf-8") == f"zéro\n{now}"
    assert len(acts(tmp_path)) == 1


def test_files_come_and_go(tmp_path: Path) -> None:
    """One that was made is removed, one that was removed is there again."""
    old = _file(tmp_path, BEFORE)
    carry_out(tmp_path, "rename", [], [Change("b.txt", None, BEFORE), Change("a.txt", BEFORE, None)])
    assert not old.exists()
    assert (tmp_path / "b.txt").read_text("utf-8") == BEFORE

    take_back(tmp_path)
    assert old.read_text("utf-8") == BEFORE
    assert not (tmp_path / "b.txt").exists()


def test_a_made_file_that_a_person_went_on_with_is_not_removed(tmp_path: Path) -> None:
    """Nothing a person wrote is lost."""
    _done(tmp_path, None, BEFORE)
    _file(tmp_path, BEFORE + "huit\n")
    with pytest.raises(BriefingError, match="these lines changed since"):
        take_back(tmp_path)
    assert (tmp_path / "a.txt").read_text("utf-8") == BEFORE + "huit\n"


def test_a_file_saved_meanwhile_stops_the_whole_act(tmp_path: Path) -> None:
    """What was written before it is as it was."""
    one, other = _file(tmp_path, BEFORE), _file(tmp_path, "autre\n", "b.txt")
    with pytest.raises(BriefingError, match="changed while we worked"):
        carry_out(tmp_path, "two", [], [Change("a.txt", BEFORE, AFTER), Change("b.txt", BEFORE, AFTER)])
    assert (one.read_text("utf-8"), other.read_text("utf-8")) == (BEFORE, "autre\n")
    assert acts(tmp_path) == []


def test_nothing_is_no_act(tmp_path: Path) -> None:
    """A decision that changes nothing leaves nothing to take back."""
    _file(tmp_path, BEFORE)
    _done(tmp_path, BEFORE, BEFORE)
    assert acts(tmp_path) == []
    assert not _journal(tmp_path).exists()


@pytest.mark.parametrize("written", range(4))
def test_an_act_that_was_killed_in_the_middle_is_finished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: int
) -> None:
    """Whatever file it had come to: the next command writes the rest, and it can be taken back as a whole."""
    changes = [Change("a.txt", BEFORE, AFTER), Change("b.txt", None, AFTER), Change("c.txt", BEFORE, None)]
    _file(tmp_path, BEFORE), _file(tmp_path, BEFORE, "c.txt")
    with monkeypatch.context() as patch, suppress(KeyboardInterrupt):
        left = iter(range(written))
        patch.setattr("briefing.disk.journal.write", _killed(write, left))
        patch.setattr("briefing.disk.journal.remove", _killed(remove, left))
        carry_out(tmp_path, "three", [], changes)
    finish(tmp_path)
    assert [(tmp_path / name).read_text("utf-8") for name in ("a.txt", "b.txt")] == [AFTER, AFTER]
    assert not (tmp_path / "c.txt").exists()

    take_back(tmp_path)
    assert [(tmp_path / name).read_text("utf-8") for name in ("a.txt", "c.txt")] == [BEFORE, BEFORE]
    assert not (tmp_path / "b.txt").exists()


def _killed(work: Callable[..., object], left: Iterator[int]) -> Callable[..., object]:
    """The work as often as `left` has something, then the end."""

    def killed(*given: object, **named: object) -> object:
        if next(left, None) is None:
            raise KeyboardInterrupt
        return work(*given, **named)

    return killed


def test_a_line_that_a_kill_cut_never_happened(tmp_path: Path) -> None:
    """Those before it count, and others follow."""
    file = _file(tmp_path, BEFORE)
    _done(tmp_path)
    with _journal(tmp_path).open("ab") as journal_file:
        journal_file.write(b'{"kind":"begun","act":{"sai')
    assert len(acts(tmp_path)) == 1
    _done(tmp_path, AFTER, AFTER.replace("six", "6"))
    assert len(acts(tmp_path)) == 2
    take_back(tmp_path)
    assert file.read_text("utf-8") == AFTER


def test_a_journal_that_is_deleted_takes_no_decision_away(tmp_path: Path) -> None:
    """Only that it can be taken back."""
    file = _file(tmp_path, BEFORE)
    _done(tmp_path)
    _journal(tmp_path).unlink()
    finish(tmp_path)
    assert file.read_text("utf-8") == AFTER


@given(before=LINES, after=LINES)
def test_a_change_and_its_reverse_are_nothing(before: str, after: str) -> None:
    """Whatever lines there are, repeated ones too."""
    hunk = hunk_of(Change("a", before, after))
    assert hunk.in_place(before) == after
    assert hunk.reversed().in_place(after) == before


@given(before=LINES, after=LINES, more=LINES)
def test_what_stands_elsewhere_is_never_touched(before: str, after: str, more: str) -> None:
    """Lines put above move the place; where two could be meant, none is taken."""
    hunk = hunk_of(Change("a", before, after)).reversed()
    try:
        now = hunk.put_into(more + after)
    except MisfitError:
        return
    assert now is not None
    assert len(now) == len(more) + len(before)


def test_an_extraction_finishes_what_a_kill_left(tmp_path: Path) -> None:
    """Before it reads anything: half a rename would be two articles."""
    (tmp_path / "corpus").mkdir()
    _file(tmp_path, "---\ntitle: A\n---\n\nLe pont ferme lundi.\n", "corpus/a.md")
    text = (tmp_path / "corpus/a.md").read_text("utf-8")
    changes = [Change("corpus/b.md", None, text), Change("corpus/a.md", text, None)]
    with pytest.MonkeyPatch.context() as patch, suppress(KeyboardInterrupt):
        patch.setattr("briefing.disk.journal.remove", _killed(remove, iter(())))
        carry_out(tmp_path, "rename a b", ["b"], changes)
    assert len(list((tmp_path / "corpus").iterdir())) == 2

    assert [article.id for article in refresh(tmp_path).dossier.articles] == ["b"]


def test_the_next_act_is_made_after_what_a_kill_left(tmp_path: Path) -> None:
    """It reads the files as they are then."""
    file = _file(tmp_path, BEFORE)
    with pytest.MonkeyPatch.context() as patch, suppress(KeyboardInterrupt):
        patch.setattr("briefing.disk.journal.write", _killed(write, iter(())))
        _done(tmp_path)
    assert file.read_text("utf-8") == BEFORE

    def plan() -> Plan:
        text = file.read_text("utf-8")
        return Plan("next", (), (Change("a.txt", text, text.replace("six", "6")),))

    committed(tmp_path, plan)
    assert file.read_text("utf-8") == AFTER.replace("six", "6")
    assert [act.said for act in acts(tmp_path)] == ["change a.txt", "next"]


OUTSIDE = ["../dehors.txt", "./../dehors.txt", "././../dehors.txt", "sous/../../dehors.txt", "sous//../../dehors.txt"]


@pytest.mark.parametrize("name", [*OUTSIDE, "{outside}", "lien/dehors.txt"])
@pytest.mark.parametrize("after", [AFTER, None])
def test_a_journal_from_elsewhere_changes_nothing_outside(tmp_path: Path, name: str, after: str | None) -> None:
    """Of a project that a stranger sent: its last act is begun, and leads to a file of somebody's own."""
    root, outside = tmp_path / "projet", _file(tmp_path, BEFORE, "dehors.txt")
    (root / "sous").mkdir(parents=True)
    (root / "lien").symlink_to("..")
    _file(root, BEFORE)
    _done(root)
    _file(root, BEFORE)
    change = hunk_of(Change(name.format(outside=outside), BEFORE, after))
    act = Act(said="x", names=(), hunks=(change,))
    line = b'{"kind":"begun","act":' + msgspec.json.encode(act) + b"}\n"
    _journal(root).write_bytes(line)

    with pytest.raises(BriefingError, match="outside the project"):
        finish(root)
    assert outside.read_text("utf-8") == BEFORE


@pytest.mark.parametrize("link", [".cache", ".cache/briefing", "{journal}"])
def test_a_journal_that_is_a_link_is_not_followed(tmp_path: Path, link: str) -> None:
    """Nothing is written to somebody's own file or folder, and nothing is decided."""
    root, outside = tmp_path / "projet", tmp_path / "dehors"
    outside.mkdir()
    root.mkdir()
    file = _file(root, BEFORE)
    place = root / link.format(journal=_journal(root))
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(outside if "." not in place.name[1:] else outside / "profil")

    with pytest.raises(BriefingError, match="cannot be"):
        _done(root)
    assert list(outside.iterdir()) == []
    assert file.read_text("utf-8") == BEFORE


def test_what_a_stranger_began_is_not_finished(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor taken back: a journal that came with a project says what to write into it, hooks that a build runs, say."""
    change = Change("a.txt", None, AFTER)
    with monkeypatch.context() as theirs, suppress(KeyboardInterrupt):
        theirs.setenv("XDG_STATE_HOME", str(tmp_path / "stranger"))
        theirs.setattr("briefing.disk.journal.write", _killed(write, iter(())))
        carry_out(tmp_path, "begun", [], [change])
    assert len(list(tmp_path.glob(".cache/briefing/journal-*.jsonl"))) == 1

    finish(tmp_path)
    assert acts(tmp_path) == []
    assert not (tmp_path / "a.txt").exists()


def test_without_a_folder_of_the_user_acts_are_done_and_not_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in a container without a home: nothing could tell this journal from a stranger's."""
    (tmp_path / "home").write_text("a file", "utf-8")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "home"))
    file = _file(tmp_path, BEFORE)
    _done(tmp_path)
    assert file.read_text("utf-8") == AFTER
    with pytest.raises(BriefingError, match="nothing to take back"):
        take_back(tmp_path)


def test_a_journal_that_cannot_be_is_said(tmp_path: Path) -> None:
    """And nothing is decided without it: half an act could not be finished."""
    file = _file(tmp_path, BEFORE)
    _file(tmp_path, "", ".cache")
    with pytest.raises(BriefingError, match="the folder cannot be made"):
        _done(tmp_path)
    assert file.read_text("utf-8") == BEFORE

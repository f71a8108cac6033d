"""What surrounds the program may be wrong in any way: it answers with a sentence, and nothing else is taken down."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from briefing import project
from briefing.cache.checks import known
from briefing.check.project import check
from briefing.check.settings import read_settings
from briefing.extract.pipeline import annotate
from briefing.extract.reading import Reading
from briefing.languages import find_pack
from briefing.model.article import Article, Metadata
from briefing.model.dossier import Dossier
from briefing.plugin.build import build_site
from briefing.plugin.files.clock import stop_the_clock
from briefing.problems import BriefingError, Problem, Where, enough
from briefing.project import readings
from command import run, write

FRONT = "---\ntitle: T\npublished: 2024-05-04\nlanguage: {}\n---\n"


def _run(*arguments: str, **surroundings: str) -> subprocess.CompletedProcess[bytes]:
    """The program as a shell runs it."""
    return subprocess.run(
        [sys.executable, "-m", "briefing", *arguments],
        env={**os.environ, **surroundings},
        capture_output=True,
        check=False,
    )


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with one article."""
    write(tmp_path, "corpus/un.md", FRONT.format("fr") + "Le maire a dit oui.\n")
    return tmp_path


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-16", "cp437:strict"])
def test_all_output_is_utf8(root: Path, encoding: str) -> None:
    """As in a pipe on Windows; the name of a file that is no text is written out."""
    (root / "corpus" / "L’Été – 日本.md").write_text("x", "utf-8")
    said = _run("check", "-C", str(root), PYTHONIOENCODING=encoding, PYTHONUTF8="0")

    assert "L’Été – 日本.md: the file's name is the article's id" in said.stdout.decode("utf-8")
    assert b"Traceback" not in said.stderr


@pytest.mark.parametrize("zone", ["/etc/passwd", ":/etc/passwd", ".", "/dev/null"])
def test_a_time_zone_that_is_none(root: Path, zone: str) -> None:
    """Libraries read the file it names when they are loaded."""
    said = _run("check", "-C", str(root), TZ=zone)

    assert said.returncode == 1
    assert said.stderr.decode() == (
        f"TZ: “{zone.removeprefix(':')}” is a file and no time zone; write a name such as Europe/Paris, or unset it\n"
    )


@pytest.mark.parametrize("zone", ["", "UTC", "Europe/Paris", "CET-1CEST", "Nowhere/Land"])
def test_a_time_zone(root: Path, zone: str) -> None:
    """A name is the system's affair."""
    assert _run("check", "-C", str(root), TZ=zone).returncode == 0


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["check"], ["extract"], ["review"], ["explain", "un"], ["export", "-o", "-"], ["add", "-"]],
)
def test_standard_output_on_a_full_disk(root: Path, arguments: list[str]) -> None:
    """A sentence, also where the rest of the command went well; what it wrote to files stands."""
    in_project = [] if arguments == ["--help"] else ["-C", str(root)]
    with Path("/dev/full").open("wb") as full:
        said = subprocess.run(
            [sys.executable, "-m", "briefing", *arguments, *in_project],
            input=b"Le pont ferme lundi, dit le maire de la ville. Il rouvre mardi.",
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )

    assert said.returncode == 1
    assert said.stderr.decode() == "standard output: it cannot be written: No space left on device\n"
    assert len(list((root / "corpus").iterdir())) == (2 if "add" in arguments else 1)
    assert (root / "claims/un.yaml").exists() == ("extract" in arguments)


@pytest.mark.parametrize("moment", ["abc", "-1", "1e9", "1.5", "9" * 20, "9" * 5000, "²", "٣", "0x10", str(2**32)])
def test_a_moment_that_is_none(monkeypatch: pytest.MonkeyPatch, moment: str) -> None:
    """SOURCE_DATE_EPOCH is whole seconds, as far as a packed file can count them."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", moment)

    with pytest.raises(BriefingError, match="is no moment; write whole seconds since 1970"):
        stop_the_clock(Dossier(articles=()))


@pytest.mark.parametrize(
    ("published", "moment"),
    [
        ("1970-01-02", "86400"),
        ("1869-05-04", "0"),
        ("0001", "0"),
        ("2300-01-01", str(2**32 - 1)),
        ("9999-12-31", str(2**32 - 1)),
    ],
)
@pytest.mark.parametrize("given", ["", " "])
def test_the_newest_article_sets_the_clock(
    monkeypatch: pytest.MonkeyPatch, published: str, moment: str, given: str
) -> None:
    """Also one that is older or newer than what a packed file can say."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    stop_the_clock(Dossier(articles=(Article(id="a", text="x", meta=Metadata(published=published)),)))

    assert os.environ["SOURCE_DATE_EPOCH"] == moment


@pytest.mark.parametrize("given", [None, "", "86400"])
def test_a_build_leaves_the_clock_as_it_was(root: Path, monkeypatch: pytest.MonkeyPatch, given: str | None) -> None:
    """Built well or not: the next build of a preview may have a newer article."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    if given is not None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    (root / "mkdocs.yml").write_text("site_name: Vote\ntheme: {name: material}\nplugins: [briefing]\n", "utf-8")
    (root / "docs").mkdir()
    build_site(root)
    assert os.environ.get("SOURCE_DATE_EPOCH") == given

    (root / "docs/x.md").write_text("Un fait [@c-rien].", "utf-8")
    with pytest.raises(BriefingError):
        build_site(root)
    assert os.environ.get("SOURCE_DATE_EPOCH") == given


@pytest.mark.parametrize("published", ["1789-07-14", "0001-01-01", "9999-12-31"])
def test_an_article_of_any_year_is_published(root: Path, published: str) -> None:
    """The sitemap says its day, though the packed copy that MkDocs makes on the way could not."""
    (root / "mkdocs.yml").write_text(
        "site_name: Vote\nsite_url: https://example.org/\ntheme: {name: material}\nplugins: [briefing]\n", "utf-8"
    )
    write(root, "docs/index.md", "# Vote\n")
    write(root, "corpus/vote.md", f"---\npublished: {published}\n---\n\nLe vote a eu lieu.\n")
    build_site(root)
    assert f"<lastmod>{published}</lastmod>" in (root / "site/sitemap.xml").read_text("utf-8")


@pytest.mark.parametrize("source", ["", " ", "\t"])
def test_a_source_without_a_name(root: Path, source: str) -> None:
    """« briefing add "$page" » where the variable is empty adds no folder."""
    said = _run("add", source, "-C", str(root))

    assert said.returncode == 1
    assert said.stderr.decode() == "add: a source has no name; name a file, a folder or an address\n"


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "[" * 3000 + "]" * 3000,
        "a: " + "{b: " * 3000 + "}" * 3000,
        "\n".join(" " * depth + "a:" for depth in range(1500)),
        "- " * 3000,
        "? " * 3000,
    ],
    ids=["lists", "mappings", "lines", "dashes", "keys"],
)
@pytest.mark.parametrize(
    "path", ["corpus/un.md", "corpus/entities.yaml", "claims/links.yaml", "docs/x.md", "mkdocs.yml"]
)
def test_values_nested_thousands_deep(root: Path, path: str, text: str) -> None:
    """Every parser would exhaust its stack; each file that people write is refused before."""
    (root / "mkdocs.yml").write_text("site_name: S\nplugins: [briefing]\n", "utf-8")
    (root / path).parent.mkdir(exist_ok=True)
    (root / path).write_text(f"---\n{text}\n---\nTexte.\n" if path.endswith(".md") else text, "utf-8")
    found = check(root).problems

    assert "values are nested more than 60 deep; write the file in fewer levels" in [
        problem.message for problem in found
    ]


@pytest.mark.parametrize(
    ("inherits", "base", "said"),
    [
        ("base.yml", "plugins: [briefing]\ndocs_dir: seiten\n", []),
        ("../base.yml", "plugins: [briefing]\ndocs_dir: seiten\n", []),
        ("base.yml", "docs_dir: seiten\n", ["mkdocs.yml:1: plugins: the plugin briefing is missing; add it"]),
        ("nichts.yml", "", ["mkdocs.yml:1: INHERIT: there is no file nichts.yml; make it, or correct its name"]),
        ("mkdocs.yml", "", ["mkdocs.yml:1: INHERIT: this leads from mkdocs.yml back to it; correct it"]),
        ("base.yml", "INHERIT: mkdocs.yml", ["base.yml:1: INHERIT: this leads from mkdocs.yml back to it; correct it"]),
        ("base.yml", "- a\n", ["base.yml: the file: must be lines of “key: value”"]),
        ("[base.yml]", "", ["mkdocs.yml:1: INHERIT: write the name of one file"]),
    ],
)
def test_settings_may_be_inherited(root: Path, inherits: str, base: str, said: list[str]) -> None:
    """As MkDocs joins them, from a file that several projects share, too; a circle ends in a sentence."""
    (root / "mkdocs.yml").write_text(f"INHERIT: {inherits}\nsite_name: S\n", "utf-8")
    (root / "base.yml" if inherits != "../base.yml" else root.parent / "base.yml").write_text(base, "utf-8")
    write(root, "seiten/index.md", "# S\n")
    settings, found = read_settings(root)
    assert [str(problem) for problem in found] == said
    if "back" in "".join(said):
        with pytest.raises(BriefingError, match="leads from"):
            build_site(root)
    elif not said:
        assert settings.docs == "seiten"
        build_site(root)
        assert (root / "site/index.html").is_file()


def test_what_is_inherited_is_checked_anew(root: Path) -> None:
    """A check that nothing changed for is remembered: this is what it read, too."""
    (root / "mkdocs.yml").write_text("INHERIT: base.yml\nsite_name: S\n", "utf-8")
    write(root, "base.yml", "plugins: [briefing]\n")
    write(root, "docs/index.md", "# S\n")
    write(root, "seiten/index.md", "Un fait [@c-rien].\n")
    check(root)
    assert known(root) is not None
    write(root, "base.yml", "plugins: [briefing]\ndocs_dir: seiten\n")
    assert known(root) is None


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        ("hook.py", "\ndef on_env(env, **_):\n    raise RuntimeError('boum')\n", "hook.py:3: this code of the project"),
        ("hook.py", "def (:\n", "hook.py:1: this code of the project fails: SyntaxError"),
        ("own/main.html", "{% extends 'base.html' %}\n{% block content %}{{ 1/0 }}{% endblock %}", "own/main.html:2: "),
    ],
)
def test_a_fault_of_the_projects_own_code_is_said_as_such(root: Path, path: str, text: str, said: str) -> None:
    """With its line: it is none of the program, and nobody can mend it there."""
    write(root, "hook.py", "")
    write(root, "own/x.html", "")
    write(root, path, text)
    theme = "theme: {name: material, custom_dir: own}\n"
    (root / "mkdocs.yml").write_text(f"site_name: S\n{theme}plugins: [briefing]\nhooks: [hook.py]\n", "utf-8")
    write(root, "docs/index.md", "# S\n")
    with pytest.raises(BriefingError) as wrong:
        build_site(root)
    assert str(wrong.value.problems[0]).startswith(said)


def test_a_fault_of_a_pack_costs_one_article_its_claims(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The others are read, related and saved."""
    (root / "corpus" / "deux.md").write_text(FRONT.format("fr") + "Oui.\n", "utf-8")
    french = find_pack("fr")
    assert french is not None

    def failing(reading: Reading) -> Reading:
        if reading.article.id == "deux":
            raise OverflowError("too much")
        return reading

    broken = replace(french, annotators=lambda: (failing, *french.annotators()))
    monkeypatch.setattr(readings, "find_pack", lambda _: broken)
    loaded = project.refresh(root)

    assert [str(problem) for problem in loaded.problems] == [
        "corpus/deux.md: the rules for “fr” stopped at this article (OverflowError: too much); please report it with it"
    ]
    assert (root / "claims" / "un.yaml").exists()
    assert not (root / "claims" / "deux.yaml").exists()


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("digits", ["9" * 309, "9" * 5000, "1," * 400 + "000", "9" * 15 + " trillion" * 200])
@pytest.mark.parametrize(
    "around", ["Il y a {} tonnes.", "{} %", "${} million.", "In {} people.", "le {} mai {}", "{}–{}"]
)
def test_numbers_that_no_machine_holds(language: str, digits: str, around: str) -> None:
    """A serial number or a run of zeros counts nothing, and stops nothing."""
    pack = find_pack(language)
    assert pack is not None
    text = around.replace("{}", digits)
    for quantity in annotate(Article(id="a", text=text), pack).quantities:
        assert abs(quantity.value) < 10**19


def test_problems_cross_to_another_process() -> None:
    """An exception carries its problems as they are."""
    problem = Problem(Where("a.md", 3), "wrong")
    copy = pickle.loads(pickle.dumps(BriefingError(problem)))  # noqa: S301 - our own bytes

    assert copy.problems == (problem,)
    assert str(copy) == "a.md:3: wrong"


def test_a_hundred_problems_of_a_kind_are_enough() -> None:
    """A table pasted into the front matter is not told line by line."""
    told = list(enough(Problem(Where("a.md", line), "wrong") for line in range(200_000)))

    assert len(told) == 101
    assert told[-1].message.startswith("there are more mistakes like these")
    assert len(list(enough(told[:100]))) == 100


def test_a_folder_that_is_gone_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody removed the folder in which a terminal stands."""
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    said = run("check")
    monkeypatch.chdir(tmp_path)
    assert said.exit_code == 1
    assert said.output.splitlines()[-1] == ".: the folder that you are in is gone; change to one that is there"


def test_a_fault_of_the_program_is_a_sentence(root: Path) -> None:
    """Whatever no test tried; where it happened is printed on demand."""
    broken = "import briefing.project as p; p.load = lambda *_, **__: 1 / 0\nfrom briefing.cli import main; main()"
    command = [sys.executable, "-c", broken, "check", "-C", str(root)]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    where = subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, "BRIEFING_TRACEBACK": "1"}
    )

    assert said.returncode == 1
    assert said.stderr.startswith("briefing: a fault of the program (ZeroDivisionError: division by zero)")
    assert "Traceback" not in said.stderr
    assert "Traceback" in where.stderr


def _loop(path: Path) -> None:
    path.symlink_to(path.name)


PLACES = (
    *("claims", "claims/un.yaml", "claims/.base/un.yaml", "claims/.base/un.pending.yaml", "claims/links/k-1.yaml"),
    *("corpus/deux.md", "corpus/entities.yaml", "editions/2024-12-05.json", "schemas/claims.json", ".cache/briefing"),
)


@pytest.mark.parametrize("odd", [os.mkfifo, Path.mkdir, _loop], ids=["pipe", "folder", "loop"])
@pytest.mark.parametrize("place", PLACES)
def test_what_stands_where_a_file_belongs(root: Path, place: str, odd: Callable[[Path], None]) -> None:
    """A pipe, from which reading never ends, a folder, a link that leads to itself: a sentence at most, and no wait."""
    (root / place).parent.mkdir(parents=True, exist_ok=True)
    odd(root / place)

    for command in ("extract", "check"):
        said = run(command, "-C", root)
        assert said.exit_code in (0, 1)
        assert "fault of the program" not in said.output
    assert (root / place).is_symlink() or not (root / place).is_file()


def test_stopping_it_while_it_is_loaded_is_told_in_a_line() -> None:
    """Ctrl-C in the first tenths of a second: what a shell expects, and no traceback."""
    stopped = "import os, signal, briefing.__main__; os.kill(os.getpid(), signal.SIGINT)"
    run = subprocess.run([sys.executable, "-c", stopped], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr.strip()) == (130, "briefing: stopped before anything was done")


def test_stopping_it_at_work_is_told_in_a_line(root: Path) -> None:
    """Ctrl-C later: the same, from the command and not from each of its processes."""
    stopped = (
        "import os, signal, briefing.project, briefing.__main__; "
        "briefing.project.refresh = lambda *_, **__: os.kill(os.getpid(), signal.SIGINT); briefing.__main__.main()"
    )
    run = subprocess.run(
        [sys.executable, "-c", stopped, "extract", "-C", root], capture_output=True, text=True, check=False
    )
    assert run.returncode == 130
    assert run.stderr.strip() == "briefing: stopped; what was written until now is whole and stands"

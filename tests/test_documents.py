"""The documents say what the program does: their commands run, their options exist, every key is named."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from briefing.cli import commands
from briefing.export import NAMES
from briefing.model.article import Metadata
from briefing.model.claim import Claim
from briefing.model.entity import Entity
from briefing.model.link import Link
from briefing.plugin.edition import Options

ROOT = Path(__file__).parent.parent
GUIDE = ROOT / "docs/guide"
DOCUMENTS = (
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    *sorted(GUIDE.glob("*.md")),
    ROOT / "src/briefing/new/template/README.md",
    ROOT / "src/briefing/new/template/pages.yml",
    ROOT / "src/briefing/new/template/gitlab-ci.yml",
)
_BLOCK = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"(?:^\s*|`|- run: |- )briefing ([a-z]+)((?: [^`\n]*)?)", re.MULTILINE)
_PATH = re.compile(r"`((?:\w+/)*\w+\.(?:py|yaml)|(?:\w+/)+\w*)`")
_OF_A_PROJECT = frozenset({"claims", "corpus", "editions", "site"})
_ROW = re.compile(r"^\| `([\w-]+)` \|", re.MULTILINE)


def _known() -> dict[str, click.Command]:
    """Every command; they are imported when asked for."""
    context = click.Context(commands)
    found = ((name, commands.get_command(context, name)) for name in commands.list_commands(context))
    return {name: command for name, command in found if command is not None}


KNOWN = _known()


def _commands(path: Path) -> Iterator[tuple[str, str]]:
    """The name of each command that a document shows, and what follows it."""
    for name, rest in _COMMAND.findall(path.read_text("utf-8")):
        yield name, re.split(r"  +|#", rest.strip())[0]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_commands_and_options_exist(path: Path) -> None:
    """What a reader copies is understood."""
    for name, rest in _commands(path):
        command = KNOWN.get(name)
        assert command is not None, f"{path.name}: there is no command {name}"
        known = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)}
        for option in re.findall(r"(?<!\S)--?[a-zA-Z][\w-]*", rest):
            assert option in known, f"{path.name}: briefing {name} has no {option}"


def test_there_are_commands_in_the_documents() -> None:
    """The test above reads something."""
    assert {name for path in DOCUMENTS for name, _ in _commands(path)} >= {"add", "extract", "review", "check", "build"}


def test_what_the_architecture_names_exists() -> None:
    """Each path in it is a module, a file or a folder of the program; those of a project are examples."""
    there = [f"/{path.relative_to(ROOT).with_suffix('')}" for path in (*ROOT.glob("*/*"), *ROOT.glob("[st]*/**/*"))]
    named = {path.strip("/") for path in _PATH.findall((ROOT / "docs/architecture.md").read_text("utf-8"))}
    ours = {path.rpartition(".")[0] or path for path in named if path.partition("/")[0] not in _OF_A_PROJECT}

    assert [path for path in sorted(ours) if not any(place.endswith(f"/{path}") for place in there)] == []
    assert "store/merge" in ours


def test_make_targets_exist() -> None:
    """`make x` of README and CONTRIBUTING."""
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = {
        target
        for name in ("README.md", "CONTRIBUTING.md")
        for target in re.findall(r"(?:^|`)make ([a-z-]+)", (ROOT / name).read_text("utf-8"), re.MULTILINE)
    }

    assert named
    assert named <= targets


def _keys(page: str, heading: str) -> set[str]:
    """What the first column of the table under a heading names."""
    text = (GUIDE / page).read_text("utf-8")
    parts = re.split(r"^#+ ", text, flags=re.MULTILINE)
    section = next(part for part in parts if part.startswith(heading))
    return set(_ROW.findall(section))


@pytest.mark.parametrize(
    ("page", "heading", "keys"),
    [
        ("fichiers.md", "Un article", set(Metadata.__struct_fields__)),
        ("fichiers.md", "Les noms", set(Entity.__struct_fields__)),
        ("fichiers.md", "Les affirmations", set(Claim.__struct_fields__)),
        ("fichiers.md", "Les liens", set(Link.__struct_fields__)),
        ("commandes.md", "Commandes et options", set(KNOWN)),
        ("commandes.md", "Dans `mkdocs.yml`", set(dict(Options()._schema))),  # noqa: SLF001 - MkDocs names them nowhere else
        ("commandes.md", "Les exports", set(NAMES)),
    ],
    ids=["front matter", "entities", "claims", "links", "commands", "options", "exports"],
)
def test_the_guide_names_every_key(page: str, heading: str, keys: set[str]) -> None:
    """No more and no fewer than there are."""
    assert _keys(page, heading) == keys


def test_the_formats_of_check_are_named() -> None:
    """`check --format`."""
    option = next(p for p in KNOWN["check"].params if "--format" in p.opts)
    assert isinstance(option.type, click.Choice)

    text = (GUIDE / "commandes.md").read_text("utf-8")
    assert all(f"`{choice}`" in text for choice in option.type.choices if choice != "text")


@pytest.fixture
def bench(tmp_path: Path) -> Path:
    """A folder with three saved pages, as the tutorial wants them."""
    stories = {
        "une": "Le pont de Valmont a fermé lundi. « Les travaux dureront deux ans », a déclaré la maire, Anne Petit. ",
        "deux": "Selon la préfecture, le pont de Valmont est fermé depuis lundi. Un bac passera toutes les heures. ",
        "trois": "Anne Petit dément que les travaux aient pris du retard. Ils coûteront plus de 3 millions d’euros. ",
    }
    for day, (name, story) in enumerate(stories.items(), 3):
        page = (
            f'<html lang="fr"><head><title>Le pont, jour {day}</title>'
            f'<meta property="article:published_time" content="2024-06-0{day}T08:00:00+02:00"></head>'
            f"<body><article><h1>Le pont, jour {day}</h1>{f'<p>{story * 3}</p>' * 3}</article></body></html>"
        )
        (tmp_path / f"{name}.html").write_text(page, "utf-8")
    programs = tmp_path / "bin"
    programs.mkdir()
    shim = programs / "briefing"
    shim.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m briefing "$@"\n', "utf-8")
    shim.chmod(0o755)
    return tmp_path


def test_the_tutorial_runs_as_it_is_written(bench: Path) -> None:
    """Every block of commands, one after the other, in one shell that stops at the first failure."""
    script = "".join(_BLOCK.findall((GUIDE / "premiers-pas.md").read_text("utf-8")))
    path = os.pathsep.join([str(bench / "bin"), os.environ["PATH"]])
    done = subprocess.run(
        ["sh", "-euc", script], cwd=bench, env={**os.environ, "PATH": path}, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout + done.stderr
    project = bench / "mondossier"
    assert len(list((project / "corpus").glob("*.md"))) == 3
    assert "Le pont de Valmont a fermé lundi" in (project / "site/index.html").read_text("utf-8")
    assert (project / "editions/2026-11-30.json").exists()

"""The package: an RO-Crate that names every file of the dossier with its size and hash, as the standard wants."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from msgspec.structs import replace
from rocrate.rocrate import ROCrate  # type: ignore[import-untyped]

from briefing.export.crate import NAME
from briefing.export.downloads import downloads, offered, package
from briefing.export.folder import write_files
from briefing.export.parts import ANEW
from briefing.model.article import Rights
from exported import site
from sample import BILAN, CRUE, DOSSIER, with_rights

Node = dict[str, object]


def _graph(files: dict[str, str]) -> dict[str, Node]:
    return {node["@id"]: node for node in json.loads(files[NAME])["@graph"]}


def test_the_root_says_what_the_standard_wants() -> None:
    """RO-Crate 1.2: type, name, description, a whole day, a licence; the descriptor points to it."""
    graph = _graph(dict(package(site())))
    root = graph["./"]

    assert graph[NAME]["about"] == {"@id": "./"}
    assert graph[NAME]["conformsTo"] == {"@id": "https://w3id.org/ro/crate/1.2"}
    assert (root["@type"], root["name"], root["datePublished"]) == ("Dataset", "Crues", "2024-06-10")
    assert root["description"]
    assert graph[root["license"]["@id"]]["description"]  # type: ignore[index]


def test_every_file_is_named_with_its_size_and_hash() -> None:
    """No file is left out, and none is named that is not there."""
    files = dict(package(site()))
    named = {key: node for key, node in _graph(files).items() if node["@type"] == "File"}

    assert set(named) == set(files) - {NAME}
    assert _graph(files)["./"]["hasPart"] == [{"@id": path} for path in named]
    for path, node in named.items():
        content = files[path].encode()
        assert node["contentSize"] == str(len(content))
        assert node["sha256"] == hashlib.sha256(content).hexdigest()


def test_the_graph_is_flat_and_leads_nowhere_else() -> None:
    """Each `@id` that stands in a node is a node of its own, which RO-Crate wants."""
    signed = replace(CRUE, meta=replace(CRUE.meta, author="Yuliana Glazunova"))
    graph = _graph(dict(package(site(replace(DOSSIER, articles=(signed, BILAN))))))
    led = {
        target["@id"]
        for node in graph.values()
        for value in node.values()
        for target in (value if isinstance(value, list) else [value])
        if isinstance(target, dict)
    }

    assert led - set(graph) == {"https://w3id.org/ro/crate/1.2"}
    assert graph["#by-yuliana-glazunova"]["@type"] == "Person"


def test_a_text_whose_rights_keep_it_back_is_not_in_the_package() -> None:
    """Neither as a file nor by name."""
    files = dict(package(site(with_rights(Rights.NONE))))

    assert not [path for path in files if CRUE.id in path and path.endswith(".txt")]
    assert CRUE.text not in "".join(files.values())


def test_a_preview_offers_the_same_as_a_build() -> None:
    """Made when asked for, or all at once."""
    built = dict(downloads(site()))

    assert {offer.download.path: offer.make(ANEW) for offer in offered(site())} == built


def test_other_programs_open_it(tmp_path: Path) -> None:
    """The library of the standard's authors finds every file."""
    files = dict(package(site()))
    write_files(tmp_path, iter(files.items()), whole=True)
    opened = ROCrate(tmp_path)

    assert opened.name == "Crues"
    assert {file.id for file in opened.get_by_type("File")} == set(files) - {NAME}


def test_an_earlier_package_leaves_nothing_behind(tmp_path: Path) -> None:
    """What is no longer in the dossier is no longer in the folder."""
    write_files(tmp_path, package(site()), whole=True)
    write_files(tmp_path, package(site(replace(DOSSIER, articles=(CRUE,)))), whole=True)

    assert not list(tmp_path.rglob("*bilan-2024*"))

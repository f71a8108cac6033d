"""What results are kept under: the hash of values, and of the program that works on them."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, entry_points, version
from importlib.util import find_spec
from pathlib import Path

import msgspec
from msgspec.structs import astuple

_LIBRARIES = (
    *("babel", "jinja2", "markdown", "markupsafe", "mkdocs", "mkdocs-material", "msgspec"),
    *("pyahocorasick", "pymdown-extensions", "pyyaml"),
)
"""What a result depends on beside our own files."""
_PROGRAM = Path(__file__).parents[1]

_SEVERAL = 6
"""Fields of a struct that may hold much, and be held by many."""
_ALONE = frozenset({str, int, float, bool, type(None)})
_encode = msgspec.msgpack.Encoder(order="deterministic").encode


def digest(*values: object) -> str:
    """The hash of values as msgspec writes them: structs, tuples, mappings (in any order), text, numbers, dates."""
    return hashlib.sha256(_encode(values)).hexdigest()


class Digests:
    """Hashes of values that share parts, as views do: each struct is hashed once, however many hold it.

    Structs of the kinds `whole` hold little that others hold: each is written at once with all that stands in it.
    """

    def __init__(self, *whole: type[msgspec.Struct]) -> None:
        self._whole = frozenset(whole)
        self._known: dict[int, tuple[object, bytes]] = {}  # with the value, so that its id stays its own

    def of(self, value: object) -> bytes:
        """The hash of a value; kinds, ends of parts and the order of a mapping count."""
        return _hash(self._plain(value))

    def _plain(self, value: object) -> object:
        """The value as msgspec writes it fastest, each struct in it as its hash."""
        if type(value) in _ALONE:  # most are; asking first whether one is a mapping takes longer than its hash
            return value
        if isinstance(value, msgspec.Struct):
            return self._struct(value)
        if isinstance(value, tuple | list):
            return self._row(value)
        if isinstance(value, Mapping):
            return {"": [self._row(pair) for pair in value.items()]}
        return {type(value).__name__: value}

    def _row(self, values: Iterable[object]) -> list[object]:
        return [value if type(value) in _ALONE else self._plain(value) for value in values]

    def _struct(self, value: msgspec.Struct) -> bytes | list[object]:
        """The hash of a struct; a small one is written out, which takes less than to know it again."""
        if len(value.__struct_fields__) < _SEVERAL:
            return [type(value).__qualname__, *self._row(astuple(value))]
        known = self._known.get(id(value))
        if known is None:
            parts = value if type(value) in self._whole else self._row(astuple(value))
            known = self._known[id(value)] = value, _hash((type(value).__qualname__, parts))
        return known[1]


def _hash(value: object) -> bytes:
    return hashlib.blake2b(_encode(value), digest_size=16).digest()


def hash_of(content: bytes) -> str:
    """The hash by which a file's content is known."""
    return hashlib.sha256(content).hexdigest()


def hash_of_file(path: Path) -> str | None:
    """The same of a file as it stands; None where there is none that can be read, nor where reading might never end."""
    try:
        return hash_of(path.read_bytes()) if path.is_file() else None
    except OSError:
        return None


@cache
def program() -> str:
    """The hash of the program, its rules and templates, packs of other distributions, and the libraries' versions.

    Files are read, not looked at: the dates that an installer gives them tell nothing.
    """
    folders = (_PROGRAM, *_packs())
    files = [
        (path.relative_to(folder).as_posix(), hash_of(path.read_bytes()))
        for folder in folders
        for path in _files(folder)
    ]
    return digest(files, [(name, _version(name)) for name in _LIBRARIES], platform.python_version())


def _packs() -> list[Path]:
    """The folders of language packs that are not ours."""
    modules = {entry.module.partition(".")[0] for entry in entry_points(group="briefing.languages")}
    found = [find_spec(name) for name in sorted(modules - {_PROGRAM.name})]
    return [Path(spec.origin).parent for spec in found if spec and spec.origin]


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.suffix != ".pyc" and path.is_file())


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""

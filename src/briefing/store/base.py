"""What the machine proposed last, with the places of all words: the base of the next merge.

A claim file names its base by a hash. When the two do not belong together (an older claim file was put back, a merge of
branches took one side of each), nobody can tell what a person removed, and nothing counts as removed.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from briefing.corpus.textfile import CONFLICT, text_at
from briefing.disk.write import remove, write
from briefing.model.claim import ClaimFile
from briefing.model.span import Passage
from briefing.store.defaults import completed
from briefing.store.text.emit import emit_file
from briefing.yamlfile import Document, fitted, parse

N = TypeVar("N")
FOLDER = "claims/.base"
_BEYOND = "\nplaces:"
"""What stands below is about the claim file, and no part of the proposal."""
_SHORT = 12
_SIDE = re.compile(r"^(<{7}|\|{7}|={7}|>{7})(?: .*)?\n?", re.MULTILINE)


class Base(ClaimFile, frozen=True, kw_only=True):
    """The claims that the machine proposed, and what it knows of the claim file that came of them."""

    places: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Where the evidence of other claims of the file stands: those that a person added, or whose words he corrected."""
    around: dict[str, str] | None = None
    """What stands around the words of claims in their sentences; none is named that is a whole one. Not known of a base
    that an earlier version of the program wrote."""
    written: str | None = None
    """The hash of the claim file as it was written: while it holds, nobody has edited the file."""
    name: str = ""
    """By which the claim file calls it; nothing for one that an earlier version of the program wrote."""

    def stood(self, file: ClaimFile) -> Mapping[str, Passage]:
        """Where evidence stood, by claim; nothing where the claim file is of another text."""
        if self.text_sha256 != file.text_sha256:
            return {}
        stood = {claim.id: claim.evidence for claim in self.claims}
        return stood | {name: Passage(exact="", start=start, end=end) for name, (start, end) in self.places.items()}


def base_path(article: str) -> str:
    """Where an article's base stands, relative to the project."""
    return f"{FOLDER}/{article}.yaml"


def _next_path(article: str) -> str:
    """Where it stands while the claim file is written: whenever that is stopped, the file finds the one it names."""
    return f"{FOLDER}/{article}.next.yaml"


def base_paths(article: str) -> tuple[str, str]:
    """Where all stands that may be its base."""
    return base_path(article), _next_path(article)


def digest(text: str) -> str:
    """A short hash of a text with LF line ends; it begins with a letter, so that YAML takes it for a word."""
    return "b" + hashlib.sha256(text.replace("\r\n", "\n").encode()).hexdigest()[:_SHORT]


class Proposal(Struct, frozen=True, dict=True):
    """What the rules find in an article, which was merged with nothing yet."""

    file: ClaimFile

    @cached_property
    def text(self) -> str:
        """The text by which it is remembered."""
        return emit_file(self.file, places=True)

    @property
    def name(self) -> str:
        """What the claim file says that it was merged with."""
        return digest(self.text)


def read_bases(root: Path, article: str) -> list[Base]:
    """The base of an article, and others that may be: of a write that was stopped, and both sides of a git conflict."""
    found = (note for path in base_paths(article) for note in notes(root, path, Base))
    return [replace(base, name=proposal_of(text)) for base, text in found]


def base_of(file: ClaimFile, bases: Iterable[Base]) -> Base | None:
    """The base that a claim file was merged with."""
    return next((base for base in bases if base.name == file.base), None)


def notes(root: Path, path: str, wanted: type[N]) -> Iterator[tuple[N, str]]:
    """What the program noted in a file, and the text that says it; nothing where that cannot be read.

    Both sides of a git conflict count.
    """
    for text in versions(text_at(root / path) or ""):
        document = parse(text, path)
        if isinstance(document, Document) and isinstance(document.content, dict):
            note, _ = fitted(wanted, document, completed(document.content))
            if note is not None:
                yield note, text


def versions(text: str) -> Iterator[str]:
    """A text; of one in which git left conflicts, the text of each of the two sides."""
    if not CONFLICT.search(text):
        yield text
        return
    parts = _SIDE.split(text)
    marks, words = [">>>>>>>", *parts[1::2]], parts[::2]
    for left_out in (("|||||||", "======="), ("<<<<<<<", "|||||||")):
        yield "".join(part for mark, part in zip(marks, words, strict=True) if mark not in left_out)


def proposal_of(text: str) -> str:
    """The name of the proposal in the text of a base; nothing in one that an earlier version of the program wrote."""
    proposal, mark, _ = text.partition(_BEYOND)
    return digest(f"{proposal}\n") if mark else ""


def emit_base(proposal: Proposal, merged: ClaimFile, around: Mapping[str, str], written: str | None) -> str:
    """The text of a base; `written`: that of the claim file that came of it, None when it holds what people did."""
    proposed = {claim.id: claim.evidence.span for claim in proposal.file.claims}
    places = ", ".join(
        f"{claim.id}: [{claim.evidence.start}, {claim.evidence.end}]"
        for claim in merged.claims
        if proposed.get(claim.id) != claim.evidence.span
    )
    context = ", ".join(f"{name}: {words}" for name, words in around.items())
    beyond = f"places: {{{places}}}\naround: {{{context}}}\nwritten: {digest(written) if written else 'null'}\n"
    return f"{proposal.text}{beyond}"


@contextmanager
def saving(root: Path, article: str, text: str) -> Iterator[None]:
    """Write a base; meanwhile, write the claim file that belongs to it. Raises BriefingError where it cannot."""
    path, coming = base_path(article), _next_path(article)
    before = text_at(root / path)
    if before != text:
        write(root, coming, text, expected=text_at(root / coming))
    yield
    write(root, path, text, expected=before)
    remove(root, coming)

"""Reading `claims/<article>.yaml`: validated, every mistake with its line."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from pathlib import Path

from msgspec import Struct, ValidationError, convert
from msgspec.structs import fields, replace

from briefing.corpus.textfile import legible, read_text
from briefing.model.article import Article
from briefing.model.claim import Claim, ClaimFile, Modality, Status
from briefing.problems import Problem, Where
from briefing.store.base import base_of, read_bases
from briefing.store.defaults import completed
from briefing.store.pending import read_pending
from briefing.store.place import UNKNOWN, Known, Places, is_turned
from briefing.yamlfile import Document, fitted, parse
from briefing.yamlfile.document import child, items

FOLDER = "claims"
SCHEMA = "schemas/claims.json"
_CLAIM_ID = re.compile(r"c-[\w-]{1,60}")
"""As long as the name of its page can be on every system."""
_NAMED = re.compile(r"^\W*id:\s*[\"']?(c-[\w-]+)", re.MULTILINE)


class Stored(Struct, frozen=True):
    """A claim file as it stands on disk: its text, what it says, and what is wrong with it."""

    path: str
    text: str | None = None
    document: Document | None = None
    said: ClaimFile | None = None
    """What it says: words, and places only where a person or an earlier version of the program wrote them."""
    file: ClaimFile | None = None
    """The same with each passage where it stands in the article."""
    problems: tuple[Problem, ...] = ()
    lost: frozenset[str] = frozenset()
    """Ids of the claims whose words left the article when its text was corrected."""
    corrected: frozenset[str] = frozenset()
    """Ids of the claims around whose words it was corrected since a person decided."""
    rest: Stored | None = None
    """Of a file that holds mistakes, what can be read of its claims: more may be wrong with them. Where one id stands
    for several claims, the first of them, and the others in a `rest` of its own."""

    def where(self, *keys: str | int) -> Where:
        """The line of what `keys` lead to, as far as they lead; of a file that cannot be read, the file."""
        return self.document.where(keys) if self.document else Where(self.path)

    def where_of(self, claim: str, *keys: str | int) -> Where:
        """The line on which a claim stands, or what `keys` lead to in it."""
        rows = items(child(self.document.root, "claims")) if self.document else []
        names = (child(row, "id") for row in rows)
        number = next((n for n, name in enumerate(names) if name is not None and name.value == claim), None)
        return self.where() if number is None else self.where("claims", number, *keys)

    def in_text(self, article: Article, known: Known = UNKNOWN) -> Stored:
        """With each passage where it stands in the article."""
        if self.said is None:
            return self
        return self.placed(Places(article.text, article.text_sha256, [(self.said, known)]), known)

    def placed(self, places: Places, known: Known) -> Stored:
        """With each passage at its place; claims that are known to be gone and are not found are lost."""
        if self.said is None:
            return self
        file = replace(self.said, claims=places.of(self.said, known))
        lost = {claim.id for claim in file.claims if claim.id in known.gone and places.lacks(claim)}
        return replace(self, file=file, lost=frozenset(lost))


def claims_path(article: str) -> str:
    """Where an article's claims stand, relative to the project."""
    return f"{FOLDER}/{article}.yaml"


def read_file(root: Path, article: str) -> Stored:
    """The claim file of an article as it says, its words not looked for; empty when there is none yet."""
    path = claims_path(article)
    if not (root / path).exists() and not (root / path).is_symlink():
        return Stored(path)
    text, problems = read_text(root / path, path)
    return Stored(path, problems=tuple(problems)) if text is None else understood(path, text, article)


def read_claims(root: Path, article: Article) -> Stored:
    """The claim file of an article, each passage where it stands in the article's text of now."""
    return _placed(root, article, read_file(root, article.id))


def _placed(root: Path, article: Article, stored: Stored) -> Stored:
    if stored.rest is not None:
        stored = replace(stored, rest=_placed(root, article, stored.rest))
    if stored.said is None:
        return stored
    pending, base = read_pending(root, article.id), None
    if stored.said.text_sha256 not in ("", article.text_sha256):
        base = base_of(stored.said, read_bases(root, article.id))
    placed = stored.in_text(article, Known(base.stood(stored.said) if base else {}, pending.lost))
    claims = placed.file.claims if placed.file else ()
    read = pending.read(stored.said, base, article.text_sha256)
    turned = frozenset(claim.id for claim in claims if is_turned(claim, article.text, read))
    return replace(placed, corrected=turned.union(pending.corrected))


@lru_cache(maxsize=1)  # what an act writes it reads back, and the next act on the same file reads again
def understood(path: str, text: str, article: str) -> Stored:
    """What the `text` of an article's claim file says."""
    document = parse(text, path)
    if isinstance(document, Problem):
        return Stored(path, text, problems=(document,))
    file, problems = fitted(ClaimFile, document, completed(document.content))
    sound, said = (document, file) if file else _legible(document, article)
    problems += [*_wrong_name(sound, said, article), *_doubles(sound, said), *_odd(sound, said)]
    if not problems:
        return Stored(path, text, document, said)
    return Stored(path, text, document, problems=tuple(problems), rest=_once(path, text, sound, said))


def _legible(document: Document, article: str) -> tuple[Document, ClaimFile]:
    """The file with what can be read of its claims."""
    given = completed(document.content)
    content = given if isinstance(given, dict) else {}
    rows = content.get("claims")
    claims = [_as_far_as_legible(row) for row in (rows if isinstance(rows, list) else ())]
    spoilt = [number for number, claim in enumerate(claims) if claim is None]
    named, sha = content.get("article"), content.get("text_sha256")
    said = ClaimFile(
        article=named if isinstance(named, str) else article,
        text_sha256=sha if isinstance(sha, str) else "",
        claims=tuple(claim for claim in claims if claim is not None),
    )
    return (document.without("claims", spoilt) if spoilt else document), said


def _as_far_as_legible(row: object) -> Claim | None:
    """A claim without those of its fields that cannot be read; None where its words or its id are among them."""
    given = row if isinstance(row, dict) else {}
    sound = {field.name: given[field.name] for field in fields(Claim) if _fits(field.type, given.get(field.name))}
    try:
        return convert({"modality": Modality.ASSERTED, **sound}, Claim)
    except ValidationError:
        return None


def _fits(wanted: object, given: object) -> bool:
    try:
        convert(given, wanted)
    except ValidationError:
        return False
    return given is not None


def _once(path: str, text: str, document: Document, said: ClaimFile) -> Stored:
    """Of claims with one id the first alone, for a place is found by it; the others in its `rest`."""
    ids = [claim.id for claim in said.claims]
    again = [number for number, name in enumerate(ids) if name in ids[:number]]
    if not again:
        return Stored(path, text, document, said)
    first = [number for number in range(len(ids)) if number not in again]
    one, more = (replace(said, claims=tuple(said.claims[n] for n in numbers)) for numbers in (first, again))
    rest = _once(path, text, document.without("claims", first), more)
    return Stored(path, text, document.without("claims", again), one, rest=rest)


def _wrong_name(document: Document, file: ClaimFile, article: str) -> list[Problem]:
    if file.article == article:
        return []
    return [
        Problem(
            document.where(["article"]),
            f"the file is named after {article} but says article: {file.article}; make them agree",
        )
    ]


def _doubles(document: Document, file: ClaimFile) -> list[Problem]:
    first: dict[str, int] = {}
    problems = []
    for number, claim in enumerate(file.claims):
        if claim.id in first:
            line = document.where(["claims", first[claim.id]]).line
            problems.append(
                Problem(
                    document.where(["claims", number]),
                    f"claim {claim.id} stands here twice (first in line {line}); remove one",
                )
            )
        first.setdefault(claim.id, number)
    return problems


def _odd(document: Document, file: ClaimFile) -> Iterator[Problem]:
    """Ids that cannot be cited (`[@c-1]`) nor be an anchor, and passages that end before they begin."""
    for number, claim in enumerate(file.claims):
        at: list[str | int] = ["claims", number]
        if not _CLAIM_ID.fullmatch(claim.id):
            message = f"id: “{claim.id}” cannot be cited; write c- and at most 60 letters, digits and hyphens"
            yield Problem(document.where([*at, "id"]), message)
        start, end = claim.evidence.start, claim.evidence.end
        if end < start:
            message = f"{claim.id}: the passage ends ({end}) before it begins ({start}); remove both and they are found"
            yield Problem(document.where([*at, "evidence"]), message)


def withheld(root: Path, sound: Collection[str]) -> Iterator[tuple[str, str, bool]]:
    """Each id that a claim file names, with that file's article and whether a person rejected it.

    Files of the articles `sound` are left out: what they hold is known.
    """
    for path in sorted((root / FOLDER).glob("*.yaml")):
        name = path.relative_to(root).as_posix()
        if path.stem not in sound:
            text = legible(path, name)
            found = _named(text, parse(text, name)) if text else _proposed(root, path.stem)
            yield from ((claim, path.stem, is_rejected) for claim, is_rejected in found)


def _proposed(root: Path, article: str) -> Iterator[tuple[str, bool]]:
    """Of a file that cannot even be opened, the ids that the rules gave."""
    yield from ((claim.id, False) for base in read_bases(root, article) for claim in base.claims)


def _named(text: str, document: Document | Problem) -> Iterator[tuple[str, bool]]:
    """The ids in the text of a claim file, however little of it can be read, and whether a person rejected them."""
    if isinstance(document, Problem):
        yield from ((match[1], False) for match in _NAMED.finditer(text))
        return
    claims = document.content.get("claims") if isinstance(document.content, dict) else None
    for row in claims if isinstance(claims, list) else ():
        if isinstance(row, dict) and isinstance(row.get("id"), str):
            yield row["id"], row.get("status") == Status.REJECTED

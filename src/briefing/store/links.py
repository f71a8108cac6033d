"""The links that people confirmed, rejected or added, in `claims/links/` and `claims/links.yaml`.

`briefing review` writes a file for each set of claims, so that git never has to join what two people decided on two
links; who writes by hand may put all into `claims/links.yaml`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from msgspec import Struct

from briefing.corpus.textfile import read_text
from briefing.model.claim import Claim
from briefing.model.dossier import Withheld
from briefing.model.link import Link, LinkDecision, LinkKind
from briefing.model.relation import Field, relation_id
from briefing.model.ruling import Ruling
from briefing.problems import BriefingError, Problem, Where, enough
from briefing.store.text.patch import is_in_brackets, patched, removal
from briefing.yamlfile import Document, fitted, parse
from briefing.yamlfile.document import child, items

FILE = "claims/links.yaml"
FOLDER = "claims/links"
SCHEMA = "schemas/links.json"
_NONE: Mapping[str, Withheld] = {}
NEEDED = f"a difference that you add needs a why and a field, which is one of {', '.join(Field)}"
AT_ODDS = "these claims are said to contradict each other here, and to say the same in {place}; remove one of the two"
_DIFFERENCES = frozenset(kind for kind in LinkKind if not kind.is_alike)
_HEAD = "# yaml-language-server: $schema=../../schemas/links.json\nlinks:\n"


class _File(Struct, frozen=True):
    """One file."""

    links: tuple[Link, ...]
    """The decisions, in the order in which they were taken."""


class Links(Struct, frozen=True):
    """What people decided, and what is wrong with the file."""

    links: tuple[Link, ...] = ()
    problems: tuple[Problem, ...] = ()
    places: tuple[Where, ...] = ()
    """Where each of the links stands."""


def load_links(root: Path, article_of: Mapping[str, str], withheld: Mapping[str, Withheld] = _NONE) -> Links:
    """The links of a project, and the problems of their files; a broken entry takes no other down.

    `article_of` maps every known claim to its article, `withheld` says why others cannot be shown: a link of theirs
    waits. What stands in `claims/links/` counts over `claims/links.yaml`.
    """
    read = [_load(root, path, article_of, withheld) for path in files(root)]
    placed = [pair for found in read for pair in zip(found.links, found.places, strict=True)]
    odds = dict(_at_odds(placed))
    wrong = (Problem(placed[n][1], AT_ODDS.format(place=placed[m][1])) for n, m in odds.items())
    kept = [pair for n, pair in enumerate(placed) if n not in odds and n not in odds.values()]
    told = (problem for found in read for problem in found.problems)
    return Links(tuple(link for link, _ in kept), (*told, *wrong), tuple(place for _, place in kept))


def _at_odds(placed: Sequence[tuple[Link, Where]]) -> Iterator[tuple[int, int]]:
    """The standing decisions that two claims contradict each other, with that by which they say the same."""
    last = {(k.kind.is_alike, frozenset(k.claims), k.field, k.dropped): n for n, (k, _) in enumerate(placed)}
    standing = [
        n for n in sorted(last.values()) if placed[n][0].decision in (LinkDecision.CONFIRMED, LinkDecision.ADDED)
    ]
    same = [n for n in standing if placed[n][0].kind is LinkKind.CORROBORATION]
    for n in standing:
        if placed[n][0].kind is LinkKind.CONTRADICTION:
            both = frozenset(placed[n][0].claims)
            apart = any(k.dropped in both and both <= frozenset(k.claims) for k, _ in placed if k.dropped)
            yield from ((n, m) for m in same if both <= frozenset(placed[m][0].claims) and not apart)


def files(root: Path) -> Iterator[str]:
    """Where decisions on links stand, relative to the project."""
    if (root / FILE).exists() or (root / FILE).is_symlink():
        yield FILE
    yield from (f"{FOLDER}/{path.name}" for path in sorted((root / FOLDER).glob("*.yaml")))


def _load(root: Path, path: str, article_of: Mapping[str, str], withheld: Mapping[str, Withheld]) -> Links:
    text, problems = read_text(root / path, path)
    document = parse(text, path) if text is not None else None
    if document is None or isinstance(document, Problem):
        return Links(problems=(*problems, *([document] if isinstance(document, Problem) else ())))
    content = document.content if document.content is not None else {"links": []}
    if isinstance(content, dict) and content.get("links", 0) is None:
        content = {**content, "links": []}
    value, problems = fitted(_File, document, content)
    if value is None:
        return Links(problems=(*problems, *_unfinished(document, content)))
    kept, places = [], []
    for number, link in enumerate(value.links):
        unknown = [claim for claim in link.claims if claim not in article_of]
        wrong = _unknown(document, number, unknown, withheld), _wrong(document, number, link, article_of)
        problems += (found := list(enough(chain.from_iterable(wrong))))
        if not unknown and not found:
            kept.append(link)
            places.append(document.where(["links", number]))
    return Links(tuple(kept), tuple(problems), tuple(places))


def _unknown(
    document: Document, number: int, claims: Iterable[str], withheld: Mapping[str, Withheld]
) -> Iterator[Problem]:
    """Claims that nobody can link, but those of which their own file says why."""
    for claim in claims:
        found = withheld.get(claim, Withheld("which no article has; correct the id, or remove the entry"))
        if not found.is_told:
            yield Problem(document.where(["links", number, "claims"]), f"links {claim}, {found.why}")


def _wrong(document: Document, number: int, link: Link, article_of: Mapping[str, str]) -> Iterator[Problem]:
    where = document.where(["links", number, "claims"])
    if len(set(link.claims)) < 2:
        yield Problem(where, "a link joins two claims or more; name them")
    if len({article_of.get(claim, claim) for claim in link.claims}) < len(set(link.claims)):
        yield Problem(where, "the claims of a link stand in different articles; two of these stand in one")
    if not link.kind.is_alike and len(link.claims) != 2:
        yield Problem(where, f"a {link.kind} is between two claims; name two")
    if link.dropped and not link.kind.is_alike:
        yield Problem(where, "only a group can lose one of its claims; reject the difference")
    if _lacks_reason(link.decision, link.kind, link.field, link.why):
        yield Problem(document.where(["links", number]), NEEDED)


def _unfinished(document: Document, content: object) -> Iterator[Problem]:
    """What entries lack beside what does not fit, so that all is told at once."""
    rows = content.get("links") if isinstance(content, dict) else None
    for number, row in enumerate(rows if isinstance(rows, list) else ()):
        if isinstance(row, dict) and _lacks_reason(*map(row.get, ("decision", "kind", "field", "why"))):
            yield Problem(document.where(["links", number]), NEEDED)


def _lacks_reason(decision: object, kind: object, field: object, why: object) -> bool:
    return decision == LinkDecision.ADDED and kind in _DIFFERENCES and not (field and why)


def fingerprint(claim: Claim) -> str:
    """What a reader sees of a claim, in eight characters: its passage, modality and speakers."""
    speakers = [a.source for a in claim.attribution] + [q.speaker for q in claim.quotes]
    seen = json.dumps([claim.evidence.exact, claim.modality, speakers], ensure_ascii=False)
    return hashlib.sha256(seen.encode()).hexdigest()[:8]


def decided(
    standing: str | None,
    decision: LinkDecision,
    kind: LinkKind,
    claims: Sequence[Claim],
    *,
    ruling: Ruling,
    field: Field | None = None,
) -> str:
    """The text of the file of these claims with a decision behind the others; `standing`: as it is, if there is one.

    Raises BriefingError where nothing can be added to it, or what a person says cannot stand in a file.
    """
    seen = ", ".join(f'{claim.id}: "{fingerprint(claim)}"' for claim in claims)
    entry = {
        "decision": decision,
        "kind": kind,
        "field": field,
        "claims": f"[{', '.join(claim.id for claim in claims)}]",
        "who": json.dumps(ruling.who, ensure_ascii=False),
        "when": ruling.when.isoformat(),
        "why": json.dumps(ruling.why, ensure_ascii=False) if ruling.why else None,
        "seen": f"{{{seen}}}",
    }
    lines = "\n  ".join(f"{key}: {value}" for key, value in entry.items() if value)
    head = standing if standing and standing.strip() else _HEAD
    whole = head.rstrip("\n") + f"\n- {lines}\n"
    path = file_of(kind, [claim.id for claim in claims])
    if isinstance(wrong := parse(f"{_HEAD}- {lines}\n", path), Problem):
        raise BriefingError(wrong)
    if isinstance(parse(whole, path), Problem):
        message = "nothing can be added behind what stands there; end it with a list"
        raise BriefingError.at(path, message)
    return whole


def without(text: str, path: str, is_gone: Callable[[frozenset[str]], bool]) -> str | None:
    """A links file without the decisions whose claims say so; None where a file of one link has none left."""
    document = parse(text, path)
    links = child(document.root, "links") if isinstance(document, Document) else None
    rows = items(links)
    gone = [row for row in rows if is_gone(frozenset(name.value for name in items(child(row, "claims"))))]
    if not gone:
        return text
    if len(gone) == len(rows) and path != FILE:
        return None
    if is_in_brackets(links):
        return text
    closed = text if text.endswith("\n") else f"{text}\n"
    return patched(closed, [removal(closed, row) for row in gone])


def file_of(kind: LinkKind, claims: Iterable[str]) -> str:
    """Where decisions about these claims stand: the same place for every order and every field."""
    return f"{FOLDER}/{relation_id('k' if kind is LinkKind.CORROBORATION else 'd', sorted(claims))}.yaml"

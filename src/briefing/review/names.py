"""What a person calls a claim or a link: its id, the beginning of it, or « dernier » for what was decided last."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from briefing.disk.journal import acts, names_of
from briefing.problems import BriefingError, Problem, Where
from briefing.review.acts.claim_files import ids
from briefing.store.files import FOLDER, claims_path

LAST = frozenset({"dernier", "last"})
_LINKS = ("k-", "d-")
_SHORTEST = 3
"""Characters behind « c- » by which a claim may be called."""
_SHOWN = 5


def is_link(name: str) -> bool:
    """Whether a name can only be a link's."""
    return name.startswith(_LINKS)


def in_full(root: Path, given: Sequence[str]) -> list[str]:
    """The full ids behind these names; links' ids are left as they are.

    Raises BriefingError for what names no claim, or several: one that is merely alike is never taken.
    """
    names = [name for word in given for name in (_last(root) if word.lower() in LAST else (word,))]
    if all(map(is_link, names)):
        return list(dict.fromkeys(names))
    held = ids(root)
    known = {claim for found in held.values() for claim in found}
    wrong: list[Problem] = []
    found = [name if is_link(name) or name in known else _whole(name, known, held, wrong) for name in names]
    if wrong:
        raise BriefingError(*wrong)
    return list(dict.fromkeys(found))


def _last(root: Path) -> tuple[str, ...]:
    names = names_of(acts(root))
    if not names:
        raise BriefingError.at(FOLDER, "nothing was decided yet, so there is no last one; name it by its id")
    return names


def _whole(name: str, known: Iterable[str], articles: Collection[str], wrong: list[Problem]) -> str:
    """The one id that begins so."""
    begin = name if name.startswith("c-") else f"c-{name}"
    found = sorted(claim for claim in known if claim.startswith(begin)) if len(begin) >= _SHORTEST + 2 else []
    if len(found) == 1:
        return found[0]
    wrong.append(_unknown(name, found, articles))
    return name


def _unknown(name: str, found: Sequence[str], articles: Collection[str]) -> Problem:
    if found:
        more = ", …" if len(found) > _SHOWN else ""
        return Problem(
            Where(FOLDER), f"“{name}” begins {len(found)} ids: {', '.join(found[:_SHOWN])}{more}; write more of it"
        )
    if name in articles:
        message = f"“{name}” is an article; to accept all its drafts, say --all-of {name}"
        return Problem(Where(claims_path(name)), message)
    return Problem(
        Where(FOLDER),
        f"there is no claim “{name}”; its id, or at least {_SHORTEST} of the characters behind c-, says which",
    )

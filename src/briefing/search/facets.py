"""What the table of claims filters and sorts by: for each claim of the index a letter or a number a column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import cast

from briefing.model.claim import Modality, Status
from briefing.model.entity import slug
from briefing.pages.strings import Words, word
from briefing.pages.typography import spaces
from briefing.pages.views.across.explorer import newest_first, rarer
from briefing.pages.views.shown import ClaimShown
from briefing.search.shards import Json

_MODALITIES = [modality.value for modality in Modality]
_STATUSES = [status.value for status in Status]


def facets(claims: Iterable[ClaimShown], words: Mapping[str, Words]) -> Json:
    """Columns in the order of the index. A cell that may hold several numbers is a list only where it does."""
    found = newest_first(claims)
    rare = rarer(found)
    speakers, said = _numbered([[(who.key, who.name) for who in claim.speakers] for claim in found], words)
    named = [list(zip(claim.actor_keys, (a.label for a in claim.actors), strict=True)) for claim in found]
    actors, names = _numbered(named, words)
    counts = cast("Mapping[str, Json]", words["counts"])
    return {
        "modalities": _MODALITIES,
        "modality": "".join(str(_MODALITIES.index(claim.modality)) for claim in found),
        "checkable": "".join("01"[claim.unchecked is None] for claim in found),
        "statuses": _STATUSES,
        "rarer": rare or "",
        "status": "".join(str(_STATUSES.index(claim.status)) for claim in found),
        "articles": [
            [article.id, (article.published or "").rstrip("~?%")]
            for article, _ in groupby(claim.article for claim in found)
        ],
        "speakers": speakers,
        "speaker": said,
        "actors": actors,
        "actor": names,
        "links": {str(number): links for number, claim in enumerate(found) if any(links := _links(claim))},
        "words": {
            "corroboration": counts["corroboration"],
            "difference": counts["difference"],
            "rarer": word(words, "status", rare) if rare else "",
        },
    }


def _numbered(rows: Sequence[list[tuple[str, str]]], words: Mapping[str, Words]) -> tuple[Json, list[Json]]:
    """Keys with names and counts, the most frequent first; and for each row the numbers of its keys."""
    counts = Counter(key for row in rows for key, _ in dict(row).items())
    names = {key: name for row in rows for key, name in row}
    names |= {key: name for row in rows for key, name in row if slug(name) == key}  # a state by its own name
    order = sorted(counts, key=lambda key: (-counts[key], key))
    number = {key: place for place, key in enumerate(order)}
    language = str(words["language"])
    listed: Json = [[key, spaces(names[key], language), counts[key]] for key in order]
    cells = [[number[key] for key in dict(row)] for row in rows]
    return listed, [cell[0] if len(cell) == 1 else cell for cell in cells]


def _links(claim: ClaimShown) -> Sequence[str | int]:
    """Where the one corroboration and the one difference of a claim stand, or how many there are."""
    return [
        claim.groups[0].path if len(claim.groups) == 1 else len(claim.groups),
        claim.differences[0].path if len(claim.differences) == 1 else len(claim.differences),
    ]

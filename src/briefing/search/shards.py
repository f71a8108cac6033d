"""Classic scripts that hand data to the page: one call a file, so that it loads from disk and under a strict policy."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TypeAlias

Json: TypeAlias = "bool | int | float | str | Sequence[Json] | dict[str, Json] | None"
_encode = json.JSONEncoder(allow_nan=False, ensure_ascii=False, separators=(",", ":")).encode


def written(value: Json) -> str:
    """`value` as compact JSON, which is JavaScript as well."""
    return _encode(value)


def script(key: str, value: str) -> str:
    """The script that hands over the JSON `value` under the name `key`."""
    return f'briefingSearch.add("{key}",{value});\n'


def cut(rows: Iterable[str], size: int) -> list[int]:
    """Where each shard begins when rows of JSON fill shards of about `size` characters; a long row stands alone."""
    starts, filled = [0], 0
    for number, row in enumerate(rows):
        if filled and filled + len(row) > size:
            starts.append(number)
            filled = 0
        filled += len(row)
    return starts


def shards(kind: str, rows: Sequence[str], size: int) -> tuple[list[int], dict[str, str]]:
    """Where each shard begins, and the JSON list of each by its key (`p0`, `p1`, …)."""
    starts = cut(rows, size)
    ends = [*starts[1:], len(rows)]
    lists = (f"[{','.join(rows[start:end])}]" for start, end in zip(starts, ends, strict=True))
    return starts, {f"{kind}{number}": rows_of for number, rows_of in enumerate(lists)}

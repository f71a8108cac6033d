"""The index: every claim under every word of its passage and its speaker's name, as scripts that a page loads.

One script while that stays small; beyond, shards that the page asks for by need. The content is the same.

- `index`: how many claims, where shards begin, the interface's words, what is known of French
- `forms`: all words, sorted, in one string; `p<n>`: for each word the claims, newest first, as gaps between numbers
- `t<n>`: texts, article by article, what a result shows; `ids`: claim ids; `titles`: articles and their first claims
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import groupby, pairwise
from typing import cast

import yaml

from briefing.pages.strings import Words
from briefing.pages.views.shown import ClaimShown
from briefing.search.records import Record, records
from briefing.search.shards import Json, script, shards, written
from briefing.search.tokens import fold, tokens

_ONE_SCRIPT = 400_000
_SHARD = 48_000
"""Characters. Small enough for a slow line, large enough for few requests."""


def index(claims: Iterable[ClaimShown], words: Mapping[str, Words]) -> dict[str, str]:
    """The scripts by name, `index.js` first; the same claims and words give the same bytes."""
    return scripts(records(claims, words), words)


def folder(scripts: Mapping[str, str]) -> str:
    """A name that changes with the content, so that a browser never mixes the files of two builds."""
    return hashlib.sha256("\0".join(scripts.values()).encode()).hexdigest()[:8]


def scripts(found: Sequence[Record], words: Mapping[str, Words]) -> dict[str, str]:
    """The same for records."""
    postings = _postings(found)
    forms = sorted(postings)
    first_forms, lists = shards("p", [written(_gaps(postings[form])) for form in forms], _SHARD)
    by_article = list(_grouped(found))
    first_articles, texts = shards("t", [written(_texts(group)) for _, group in by_article], _SHARD)
    first_claims = [by_article[place][0] for place in first_articles] if by_article else [0]
    parts = {
        "forms": written(" ".join(forms)),
        "ids": written(" ".join(record.id for record in found)),
        "titles": written([[group[0].article.title, number] for number, group in by_article]),
        **lists,
        **texts,
    }
    about: dict[str, Json] = {"claims": len(found), "p": first_forms, "t": first_claims, "words": _shown(words)}
    calls = {f"{key}.js": script(key, value) for key, value in parts.items()}
    head = script("index", written(about | _french()))
    if sum(map(len, calls.values())) <= _ONE_SCRIPT:
        return {"index.js": head + "".join(calls.values())}
    return {"index.js": head, **calls}


def _postings(found: Iterable[Record]) -> dict[str, list[int]]:
    """The numbers of the claims that each word finds."""
    postings: dict[str, list[int]] = {}
    for number, record in enumerate(found):
        for form in {*tokens(record.passage), *_named(record.named)}:
            postings.setdefault(form, []).append(number)
    return postings


@lru_cache(maxsize=4096)
def _named(names: str) -> tuple[str, ...]:
    return tuple(tokens(names))


def _gaps(numbers: Sequence[int]) -> list[int]:
    return [numbers[0], *(after - before for before, after in pairwise(numbers))]


def _grouped(found: Iterable[Record]) -> Iterator[tuple[int, list[Record]]]:
    """The records of each article, after the number of the first."""
    for _, group in groupby(enumerate(found), key=lambda numbered: numbered[1].article):
        numbers, of_article = zip(*group, strict=True)
        yield numbers[0], list(of_article)


def _texts(group: Sequence[Record]) -> list[Json]:
    """An article and its claims as results show them."""
    article = group[0].article
    claims = [[record.id, record.passage, record.speakers, record.modality] for record in group]
    return [article.title, article.path, article.date, article.language, claims]


def _shown(words: Mapping[str, Words]) -> dict[str, Json]:
    """The words that the script shows."""
    counts = cast("Mapping[str, Json]", words["counts"])
    box = cast("Mapping[str, Json]", words["search_box"])
    modality = cast("Json", words["modality"])
    return {"modality": modality, "not_shown": str(words["not_shown"]), "count": counts["claim"], **box}


@cache
def _french() -> dict[str, Json]:
    """Stop words and what joins the forms of a word, folded; the longest suffixes first."""
    known = yaml.safe_load(fold((files(__package__) / "french.yaml").read_text("utf-8")))
    suffixes = [(suffix, least) for least, line in known["suffixes"].items() for suffix in line.split()]
    return {
        "stop": " ".join(known["stop"]),
        "irregular": known["irregular"],
        "endings": sorted(known["endings"].items(), key=lambda ending: -len(ending[0])),
        "suffixes": sorted(suffixes, key=lambda suffix: -len(suffix[0])),
    }

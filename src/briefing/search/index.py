"""The index: every claim under every word of its passage and its speaker's name, as scripts that a page loads.

One script while that stays small; beyond, shards that the page asks for by need. The content is the same.

- `index`: how many claims, where shards begin, the interface's words, what is known of each language
- `forms`: all words, sorted, in one string; `p<n>`: for each word the claims, newest first, as gaps between numbers
- `spoken`: where articles are in several languages, the language of each word: a word of two stands twice
- `t<n>`: texts, article by article, what a result shows; `ids`: claim ids; `titles`: articles and their first claims
- `facets`: what the table of claims filters and sorts by
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import groupby, pairwise
from types import MappingProxyType
from typing import cast

from briefing.extract.words.forms import WordForms
from briefing.languages import find_pack
from briefing.pages.strings import Words
from briefing.pages.views.shown import ClaimShown
from briefing.search.facets import facets
from briefing.search.records import Record, records
from briefing.search.shards import Json, script, shards, written
from briefing.search.tokens import fold, tokens

_ONE_SCRIPT = 400_000
_FIRST_LETTER = ord("0")
_SHARD = 48_000
"""Characters. Small enough for a slow line, large enough for few requests."""


def index(
    claims: Iterable[ClaimShown],
    words: Mapping[str, Words],
    pages: Iterable[Record] = (),
    subjects: Iterable[Record] = (),
) -> dict[str, str]:
    """The scripts by name, `index.js` first; the same claims and words give the same bytes.

    `pages` are the paragraphs of pages that people write, `subjects` what has a page of its own; both stand after all
    claims, and of equals a subject is found first.
    """
    claims = list(claims)
    found = [*records(claims, words), *pages]
    first = len(found)
    return scripts([*found, *subjects], words, {"facets": written(facets(claims, words))}, first)


def folder(scripts: Mapping[str, str]) -> str:
    """A name that changes with the content, so that a browser never mixes the files of two builds."""
    return hashlib.sha256("\0".join(scripts.values()).encode()).hexdigest()[:8]


def where(name: str) -> str:
    """The one script that pages know: it names the folder of the others, and no page changes when they do."""
    return script("where", written(name))


def scripts(
    found: Sequence[Record],
    words: Mapping[str, Words],
    more: Mapping[str, str] = MappingProxyType({}),
    subjects: int | None = None,
) -> dict[str, str]:
    """The same for records; `more` is JSON by its key, `subjects` the number of the first subject."""
    postings = sorted(_postings(found).items())
    languages = sorted({_code(record) for record in found})
    first_forms, lists = shards("p", [written(_gaps(claims)) for _, claims in postings], _SHARD)
    by_article = list(_grouped(found))
    first_articles, texts = shards("t", [written(_texts(group)) for _, group in by_article], _SHARD)
    first_claims = [by_article[place][0] for place in first_articles] if by_article else [0]
    parts = {
        "forms": written(" ".join(form for (form, _), _ in postings)),
        "ids": written(" ".join(record.id for record in found)),
        "titles": written([[group[0].article.title, number] for number, group in by_article]),
        **lists,
        **texts,
        **more,
    }
    claims = sum(bool(record.modality) for record in found)
    about: dict[str, Json] = {
        "claims": claims,
        "all": len(found),
        "subjects": len(found) if subjects is None else subjects,
        "p": first_forms,
        "t": first_claims,
        "words": _shown(words),
    }
    about["languages"] = [rules(language) for language in languages]
    if len(languages) > 1:
        parts["spoken"] = written(
            "".join(chr(_FIRST_LETTER + languages.index(language)) for (_, language), _ in postings)
        )
    calls = {f"{key}.js": script(key, value) for key, value in parts.items()}
    head = script("index", written(about))
    if sum(map(len, calls.values())) <= _ONE_SCRIPT:
        return {"index.js": head + "".join(calls.values())}
    return {"index.js": head, **calls}


def _postings(found: Iterable[Record]) -> dict[tuple[str, str], list[int]]:
    """The numbers of the claims that each word of a language finds."""
    postings: dict[tuple[str, str], list[int]] = {}
    for number, record in enumerate(found):
        language = _code(record)
        for form in {*tokens(record.passage), *_named(record.named)}:
            postings.setdefault((form, language), []).append(number)
    return postings


def _code(record: Record) -> str:
    """The language of a record's article without its country."""
    return record.article.language.partition("-")[0].lower()


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
    return {
        "modality": modality,
        "not_shown": str(words["not_shown"]),
        "count": counts["claim"],
        "pages": counts["page"],
        **box,
    }


@cache
def rules(language: str) -> Json:
    """A language's stop words and what joins the forms of its words, folded; the longest endings first."""
    pack = find_pack(language)
    known = pack.word_forms() if pack else WordForms()
    endings = [(fold(ending), fold(becomes)) for ending, becomes in known.endings.items()]
    suffixes = [(suffix, least) for least, line in known.suffixes.items() for suffix in fold(line).split()]
    endings.sort(key=lambda ending: -len(ending[0]))
    suffixes.sort(key=lambda suffix: -len(suffix[0]))
    return {
        "stop": fold(" ".join(known.stop)),
        "irregular": {fold(form): fold(word) for form, word in known.irregular.items()},
        "verbs": [(fold(infinitive), fold(forms)) for infinitive, forms in known.verbs.items()],
        "plurals": known.plurals,
        "endings": endings,
        "suffixes": suffixes,
        "finals": [(fold(final.ends), fold(final.becomes), final.left) for final in known.finals],
    }

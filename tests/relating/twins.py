"""Two events of one kind in one dossier: every second article tells of another town, two months later.

Its sentences stay as they are; only names, days and figures tell both events apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from msgspec.structs import replace

from briefing.extract.pipeline import extract
from briefing.languages import find_pack
from briefing.model.article import Article
from briefing.model.claim import Claim
from relating.labelled import Labelled

_WORD, _INSIDE = re.compile(r"[^\W\d_]+"), re.compile(r"(?<=[\w,][ ’'-])[^\W\d_]+")
_DIGITS = re.compile(r"\d{2,}")
_MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()  # noqa: SIM905 - read as a line
_MONTH = re.compile(rf"\b({'|'.join(_MONTHS)})\b")
_LATER, _MONTHS_LATER = timedelta(61), 2
_RESPELT = str.maketrans("aeiouéèbcdfglmnprstvAEIOUÉBCDFGLMNPRSTV", "ioaieaadglvcmnrtbpsfIOAIEADGLVCMNRTBPSF")
_EVERYWHERE = frozenset({"France", "Paris", "Europe", "Bruxelles", "État"})
"""Named in the press of any town."""
_YEARS = range(1900, 2100)


@dataclass(frozen=True)
class Twins:
    """Articles of two events in order of publication, with their claims, and the event of each by its id."""

    name: str
    articles: tuple[Article, ...]
    claims: dict[str, tuple[Claim, ...]]
    events: dict[str, str]


def twins(dossier: Labelled) -> Twins:
    """A dossier of which every second article tells of the twin of its event."""
    renamed = frozenset(_names(dossier))
    articles, claims, events = [], {}, {}
    for number, article in enumerate(dossier.articles):
        told = _told_of_twin(article, renamed) if number % 2 else article
        articles.append(told)
        claims[told.id] = _claims(told) if number % 2 else dossier.claims[told.id]
        events[told.id] = f"{dossier.name}.{number % 2}"
    articles.sort(key=lambda article: (article.meta.published or "", article.id))
    return Twins(dossier.name, tuple(articles), claims, events)


def _claims(article: Article) -> tuple[Claim, ...]:
    pack = find_pack("fr")
    assert pack is not None
    return tuple(sorted(extract(article, pack), key=lambda claim: claim.evidence.start))


def _names(dossier: Labelled) -> Iterator[str]:
    """The capitalised words inside sentences that are nowhere written small, but those that any press names."""
    texts = [article.text for article in dossier.articles]
    small = {word for text in texts for word in _WORD.findall(text) if word.islower()}
    for word in (word for text in texts for word in _INSIDE.findall(text)):
        if word.istitle() and word.lower() not in small and word not in _EVERYWHERE:
            yield word


def _told_of_twin(article: Article, renamed: frozenset[str]) -> Article:
    meta = article.meta
    day = date.fromisoformat(meta.published or "") + _LATER
    meta = replace(meta, published=day.isoformat(), title=_respelt(meta.title or "", renamed))
    return replace(article, id=f"{article.id}-twin", text=_respelt(article.text, renamed), meta=meta)


def _respelt(text: str, renamed: frozenset[str]) -> str:
    text = _WORD.sub(lambda found: found[0].translate(_RESPELT) if found[0] in renamed else found[0], text)
    text = _MONTH.sub(lambda found: _MONTHS[(_MONTHS.index(found[0]) + _MONTHS_LATER) % len(_MONTHS)], text)
    return _DIGITS.sub(lambda found: _other_number(found[0]), text)


def _other_number(digits: str) -> str:
    """Another last digit; a year stays."""
    return digits if int(digits) in _YEARS else f"{digits[:-1]}{(int(digits[-1]) + 3) % 10}"

"""Sentences of the pages people write: those that cite nothing, or quote what nobody wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from briefing.corpus.text import fold
from briefing.model.claim import Claim
from briefing.pages import citations
from briefing.pages.paths import HOME
from briefing.problems import Problem, Severity, Where

_FRONT = re.compile(r"\A---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
# A paragraph or an item of a list; no heading, table, quotation, HTML, admonition or definition of a link.
_PROSE = re.compile(
    r"^(?![ \t]*(?:[#|<>]|:{3}|!!!|\?{3}|\[\^?[^\]@]+\]:))[^\n]+(?:\n(?![ \t]*(?:[#|<>*-]|\d+[.)]|\n))[^\n]+)*",
    re.MULTILINE,
)
# A sentence ends at its mark, no initial's, with the quotation marks and citations after it, before a capital.
_SENTENCE = re.compile(
    r"\S.*?(?:(?<!\W\w)[.!?…]+(?:\s?[»”\")])*(?:\s*\[@[^\]\n]+\])*(?=\s+[\W\d_]*[^\W\d_a-zà-ÿ]|\s*\Z)|\Z)", re.DOTALL
)
_CITES = re.compile(r"\[@[^\]\n]+\]|\]\(|\[\^")
_STATES = re.compile(r"[.!…]+(?:\s?[»”\")])*\Z")
_QUOTED = re.compile(r"«\s*([^«»]+?)\s*»")
_SHORT = 4


def uncited(text: str, where: str, page: str) -> Iterator[Problem]:
    """A note for each sentence without a citation or a link, on the home page and on every page that cites."""
    if page != HOME and next(citations.citations(text, where, page), None) is None:
        return
    for words, place in _sentences(text, where):
        if _STATES.search(words) and len(words.split()) >= _SHORT and not _CITES.search(words):
            message = f"“{words}” cites nothing; add the claim it rests on, as [@c-8f3a1c2e]"
            yield Problem(place, message, Severity.NOTE)


def misquoted(text: str, where: str, claims: Mapping[str, Claim]) -> Iterator[Problem]:
    """A note for each quotation that stands in none of the passages that its sentence cites."""
    for words, place in _sentences(text, where):
        cited = [claims[ident] for ident in citations.ids_in(words) if ident in claims]
        passages = [_plain(claim.evidence.exact) for claim in cited]
        for quoted in _QUOTED.findall(words) if passages else ():
            if not any(_plain(quoted) in passage for passage in passages):
                message = f"“{quoted.strip()}” stands in no passage that this sentence cites; quote it word for word"
                yield Problem(place, message, Severity.NOTE)


def _sentences(text: str, where: str) -> Iterator[tuple[str, Where]]:
    """The sentences of a page's paragraphs and lists on one line each, and where each begins."""
    front = _FRONT.match(text)
    for paragraph in citations.outside_code(text, _PROSE):
        if paragraph.start() < (front.end() if front else 0):
            continue
        for sentence in _SENTENCE.finditer(paragraph[0]):
            yield " ".join(sentence[0].split()), Where.at(where, text, paragraph.start() + sentence.start())


def _plain(words: str) -> str:
    """Words with one space and one apostrophe, without what typography alone changes."""
    return " ".join(fold(words).split()).strip(" .,").casefold()

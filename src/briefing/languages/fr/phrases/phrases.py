"""Names made of common words: « guerre en Syrie », « ministère de la Santé », « Agence spatiale canadienne ».

`heads.yaml` gives the first noun and its `kind`; a kind is a function that reads the words behind the noun and says
where the name ends, or that there is none. All read forward over a bounded number of words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from briefing.extract.analysis.syntax import Tag
from briefing.languages.fr.phrases import bodies, events
from briefing.languages.fr.phrases.line import Line
from briefing.languages.fr.phrases.reach import Found
from briefing.languages.fr.phrases.vocabulary import Head, heads_by_word

_KINDS: dict[str, Callable[[Line, int, int], Found]] = {
    "accession": events.accession,
    "ballot": events.ballot,
    "bare": bodies.bare,
    "christened": events.named,
    "committee": bodies.committee,
    "conflict": events.conflict,
    "contest": events.contest,
    "crisis": events.crisis,
    "district": bodies.district,
    "invasion": events.invasion,
    "land": bodies.land,
    "lone": bodies.lone,
    "meeting": events.meeting,
    "ministry": bodies.ministry,
    "named": events.named,
    "office": bodies.office,
    "official": bodies.official,
    "organ": bodies.organ,
    "pact": events.pact,
    "post": bodies.post,
    "reform": events.reform,
    "serving": bodies.serving,
    "site": bodies.site,
    "spelled": bodies.spelled,
    "square": bodies.square,
    "summit": events.summit,
    "team": bodies.team,
    "tragedy": events.tragedy,
    "treaty": events.of_place,
    "vote": events.vote,
}
FUNCTIONS = frozenset({"office", "post", "bare"})
"""Kinds that name a function and no entity; their capitals are no names."""


class Phrase(Struct, frozen=True):
    """Words `first` to `last` that `head` begins; `about` is the kind and the place of an event."""

    first: int
    last: int
    head: Head
    about: tuple[str, ...] = ()


def phrases(line: Line) -> Iterator[Phrase]:
    """The names that the heads of a sentence begin, in its order."""
    by_word = heads_by_word()
    for i in [i for i, word in enumerate(line.words) if word.form in by_word]:
        for forms, head in by_word[line.words[i].form]:
            if _begins(line, i, forms, head):
                found = _KINDS[head.kind](line, i, i + len(forms))
                if found:
                    yield Phrase(_with_epithet(line, i), found[0], head, found[1])
                    break


def _begins(line: Line, i: int, forms: tuple[str, ...], head: Head) -> bool:
    """A head has its words, and its capital where it needs one."""
    if head.word[0].isupper() and not line.words[i].capital:
        return False
    return len(forms) == 1 or all(line.form(i + k) == form for k, form in enumerate(forms))


def _with_epithet(line: Line, i: int) -> int:
    """« la Folle (Journée) », « le Grand (Théâtre) »: an adjective with a capital before the noun, after an article."""
    if not line.words[i].capital or not line.capital(i - 1) or not line.determined(i - 1):
        return i
    return i - 1 if line.tag(i - 1) in (Tag.ADJECTIVE, Tag.NOUN, Tag.NAME) else i

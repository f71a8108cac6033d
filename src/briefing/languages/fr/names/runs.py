"""Capitalised words that stand together, cut into the names that they hold."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from msgspec import Struct
from msgspec.structs import replace

from briefing.extract.analysis.syntax import Tag
from briefing.languages.fr.grammar.lexicon import adverbial
from briefing.languages.fr.grammar.voices import is_person
from briefing.languages.fr.names.titles import has_title, is_capital_title
from briefing.languages.fr.phrases.line import Line
from briefing.languages.fr.phrases.plain import SMALL, is_article, is_plain, plain_tags
from briefing.languages.fr.phrases.reach import with_gentile
from briefing.languages.fr.phrases.vocabulary import words
from briefing.model.annotation import EntityType

_MOST_WORDS = 4
_LONGEST = 10
_NAMES = frozenset({Tag.NAME, Tag.NOUN, Tag.ADJECTIVE})


class Run(Struct, frozen=True):
    """Words `first` to `last` that may be one name. `titled`: a title stood before it in capitals (« Maître X »)."""

    line: Line
    first: int
    last: int
    opens: bool
    titled: bool = False
    article: bool = False
    """Whether the word before it was cut off and may be of the name after all: « De (Gaulle) », « La (Chimère) »."""

    @property
    def surface(self) -> str:
        """The words as written."""
        return self.line.surface(self.first, self.last)

    @property
    def start(self) -> int:
        """The offset of its first letter."""
        return self.line.words[self.first].start

    @property
    def end(self) -> int:
        """The offset behind its last letter."""
        return self.line.words[self.last - 1].end

    def __len__(self) -> int:
        return self.last - self.first


def runs(line: Line, taken: Collection[int]) -> Iterator[Run]:
    """The runs of a sentence; titles, first words, days and the words of `taken` are cut off."""
    before: Run | None = None
    for first, last in _stretches(line, taken):
        if last - first == 1 and line.words[first].tag in _NO_NAME and line.opens(first):
            continue  # nearly every sentence: « Le », « Selon »
        for start, end in _parts(line, first, last):
            run = _trimmed(line, start, end)
            if before and run and _is_joined(before, run):
                before = replace(before, last=run.last)
                continue
            if before:
                yield before
            before = run
    if before:
        yield before


def _stretches(line: Line, taken: Collection[int]) -> Iterator[tuple[int, int]]:
    """Capitals in a row, with the small words that stand inside foreign names."""
    end = 0
    for i in line.capitals:
        if i < end or i in taken:
            continue
        end = i + 1
        while end < len(line) and end - i < _LONGEST:
            further = _next(line, end, taken)
            if further is None:
                break
            end = further + 1
        yield i, end


def _next(line: Line, i: int, taken: Collection[int]) -> int | None:
    """The capital that goes on at a word, up to two foreign particles or an « & » between."""
    k = i
    while k - i < 2 and (line.form(k) == "&" or (line.form(k) in words("foreign particles") and not line.capital(k))):
        k += 1
    good = (
        line.capital(k)
        and k not in taken
        and line.words[k].kind != "handle"
        and line.form(i - 1)[0] != "@"
        and all(line.near(n) for n in range(i, k + 1))
    )
    return k if good and not line.civil(k) else None


def _parts(line: Line, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Two names in a row are cut apart: « (le patron de) Renault Luca de Meo », « LFI Éric Coquerel »."""
    start = first
    name = first + (line.opens(first) and is_article(line.form(first)))
    for i in range(name + 1, last):
        more = i + 1 < last or (line.of(i + 1) is not None and line.capital(line.of(i + 1) or 0))
        begins = more and _is_given_name(line, i) and not line.is_given(name)
        ended = line.form(i - 1).endswith(".") and line.opens(i)
        if ended or begins or (more and _completes(line, name, i)):
            yield start, i
            start = name = i
    yield start, last


def _is_given_name(line: Line, i: int) -> bool:
    return line.is_given(i) and not line.form(i).endswith(".")


def _completes(line: Line, start: int, i: int) -> bool:
    """Whether words are a known name that ends a noun group: « (la présidente de la) BCE Christine Lagarde ».

    So does an unknown acronym with its article, before two names or more: « (dit à) l'AVF Sigrún Jónasdóttir ».
    """
    known, shout = line.known(start), line.surface(i - 1, i).isupper()
    if known is None:
        return shout and i - start == 1 and line.determined(start) and not is_plain(line.form(i))
    if known[0] != i or all(a.entity.type is EntityType.PERSON for a in known[1]):
        return False
    complement = any(line.form(k) in words("complement") for k in (start - 1, start - 2) if k >= 0)
    return complement or shout


def _is_joined(before: Run, run: Run) -> bool:
    """Whether « de » joins two runs in a person's name: « Zoé de Brie », not « Zoé Brun du PS »."""
    line = run.line
    if line.of(before.last) != run.first or len(before) > _MOST_WORDS or line.known(run.first):
        return False
    if line.is_given(before.first) or _is_entitled(before):
        return True
    return len(before) == 1 and line.known(before.first) is None and (before.titled or has_title(line, before.first))


def _is_entitled(run: Run) -> bool:
    """« (à) L'Écho (du Littoral) »: an article with a capital inside a sentence begins a title."""
    return is_article(run.line.form(run.first)) and len(run) > 1 and not run.opens


def _with_complement(run: Run) -> int:
    """« L'Ombre [des femmes] »: the end of a title with the common noun that completes it."""
    line, noun = run.line, run.line.of(run.last)
    if noun is None or not _is_entitled(run) or line.tag(noun) is not Tag.NOUN or line.known(run.first):
        return run.last
    if is_person(line.words[noun].lemma):
        return run.last  # « (le film) Le Retour [de la cinéaste Anne Petit] »
    return noun + 1


def _with_adjective(run: Run) -> int:
    """« l'association Parents [engagés] »: the end of a body's name of one common noun with its adjective."""
    line, i = run.line, run.first
    before = line.words[i - 1].lemma if i else ""
    common = len(run) == 1 and Tag.NOUN in plain_tags(line.form(i)) and before in words("bodies")
    foreign = line.nation(run.last) is not None
    return line.adjectives(run.last, line.words[i]) if common and not foreign else run.last


def _trimmed(line: Line, first: int, last: int) -> Run | None:
    """The run without what is not of its name."""
    opens, titled, article = line.opens(first), False, False
    while first < last and not _is_known(line, first, last):
        shout = line.surface(first, first + 1).isupper()
        title = last - first > 1 and not shout and is_capital_title(line, first, last)
        kind = last - first > 1 and shout and line.form(first) in words("acronyms")  # « l'ONG Oxfam »
        if not (title or kind or _is_time(line, first) or (opens and _is_common(line, first, last))):
            break
        titled = titled or title
        article = line.tag(first) in _SMALL
        opens = opens and not title and line.tag(first) is Tag.ADJECTIVE
        first += 1
    while first < last and _is_time(line, last - 1):
        last -= 1
    while first < last and not line.capital(last - 1):
        last -= 1
    noble = first < last and line.form(first - 2) in words("civil") and line.of(first - 1) == first
    if noble and line.tag(first - 2) is not Tag.ADJECTIVE and line.known(first) is None:
        return Run(line, first - 1, last, opens=False, titled=True)
    if first < last:
        last = with_gentile(line, first, last)
        last = _with_adjective(Run(line, first, _with_complement(Run(line, first, last, opens)), opens))
    return Run(line, first, last, opens, titled, article) if first < last else None


def _is_known(line: Line, first: int, last: int) -> bool:
    """Whether a known name begins here: « Le Monde », « Premier League »."""
    known = line.known(first)
    if known is None or (line.opens(first) and is_article(line.form(first)) and line.known(first + 1)):
        return False  # « La Provence brûle » is no newspaper
    return known[0] <= last or known[0] > first + 1


def _is_time(line: Line, i: int) -> bool:
    return line.form(i) in adverbial()


_SMALL = SMALL | {Tag.ADVERB}
_NO_NAME = _SMALL | {Tag.FINITE, Tag.INFINITIVE, Tag.GERUND, Tag.PARTICIPLE, Tag.OTHER}


def _is_common(line: Line, i: int, last: int) -> bool:
    """Whether a first word is a word of the language: « Contactée », « Grand (Soir) », « Perturbations (RER) »."""
    if line.tag(i) in _NO_NAME:
        return True
    if line.tag(i) is Tag.ADJECTIVE and last - i > 1:
        return line.form(i) not in words("town words")
    known = line.known(i + 1) if last - i > 1 else None
    sharp = last - i > 1 and (known is not None or line.surface(i + 1, i + 2).isupper() or line.is_given(i + 1))
    return line.tag(i) is Tag.NOUN and sharp and line.form(i) not in words("town words")

"""A sentence as names are read in it: its words, the known names among them, and what its capitals are worth."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from functools import cached_property

from msgspec import Struct

from briefing.extract.analysis.syntax import Syntax, Tag, Word, clash
from briefing.extract.names.known import Alias, Hits
from briefing.languages.fr.gazetteer.demonyms import place_of
from briefing.languages.fr.grammar import grammar
from briefing.languages.fr.grammar.people import family_first, is_given
from briefing.languages.fr.grammar.voices import titles
from briefing.languages.fr.phrases.plain import is_small, plain_tags
from briefing.languages.fr.phrases.vocabulary import words
from briefing.model.annotation import EntityType
from briefing.model.article import BlockKind

_ARTICLE_JOINED = re.compile(r"(?:al|el|ad|as|ar|at|ash|an)-[^\W\d_]")
_LONG_WORD = re.compile(r"\w{4,}")
_MOST = 0.6
_BREAKS = frozenset({Tag.STOP, Tag.BRACKET})


class Setting(Enum):
    """How far the capitals of a sentence may be trusted."""

    TEXT = "text"
    HEADING = "heading"
    """A heading or a table: a capital alone proves nothing."""
    STYLED = "styled"
    """Most words have one: « Une Alliance Inattendue aux Enjeux Majeurs »."""


def setting(kind: BlockKind, text: str) -> Setting | None:
    """The setting of a sentence in a block; None where no names are looked for: a line in capitals."""
    if text.isupper() and kind is not BlockKind.SIGNATURE and " " in text:
        return None
    if kind not in (BlockKind.HEADING, BlockKind.TABLE_ROW):
        return Setting.TEXT
    long = _LONG_WORD.findall(text)
    capital = sum(word[0].isupper() for word in long)
    return Setting.STYLED if len(long) > 2 and capital >= _MOST * len(long) else Setting.HEADING


class Line(Struct, frozen=True, eq=False, dict=True):
    """An analysed sentence of the folded `text`; all indexes are those of its words, ends are excluded."""

    text: str
    syntax: Syntax
    hits: Hits
    setting: Setting
    words: tuple[Word, ...]
    capitals: Mapping[int, None]
    """The words with a capital, in order, that behind an Arabic article counted: « al-Sissi »."""

    @classmethod
    def read(cls, text: str, syntax: Syntax, hits: Hits, setting: Setting) -> Line:
        """The line of a sentence."""
        words = syntax.words
        likely = [i for i, word in enumerate(words) if word.capital or "-" in word.form or word.kind == "handle"]
        capitals = dict.fromkeys(i for i in likely if _has_capital(text, words, i))
        return cls(text, syntax, hits, setting, words, capitals)

    def __len__(self) -> int:
        return len(self.words)

    def form(self, i: int) -> str:
        """A word in lower case, "" where there is none."""
        return self.words[i].form if 0 <= i < len(self.words) else ""

    def tag(self, i: int) -> Tag:
        """The tag of a word, a stop where there is none."""
        return self.words[i].tag if 0 <= i < len(self.words) else Tag.STOP

    def surface(self, first: int, last: int) -> str:
        """The words as written."""
        return self.text[self.words[first].start : self.words[last - 1].end]

    def near(self, i: int) -> bool:
        """Whether a word follows the one before it closely: nothing was cut out between them."""
        return 0 < i < len(self.words) and self.words[i].start - self.words[i - 1].end < 2

    def capital(self, i: int) -> bool:
        """Whether a word has a capital."""
        return i in self.capitals

    def civil(self, i: int) -> bool:
        """Whether a word is a title of civility: « M. », « Mme »."""
        return 0 <= i < len(self.words) and _is_civil(self.text, self.words, i)

    def opens(self, i: int) -> bool:
        """Whether the capital of a word may be only that of a first word: of a sentence, a quotation, a cell."""
        k = i - 1
        if k >= 0 and not self.civil(k) and self.form(k).endswith(".") and is_small(self.form(i)):
            return True  # « (l'annexe) B. Le texte »: the stop is no initial's
        return self._first[max(i, 0)]

    @cached_property
    def _first(self) -> list[bool]:
        """Whether a word is the first, but for marks, of the sentence or behind a mark that begins one."""
        found = [True]
        for word in self.words:
            is_mark = not word.form[0].isalnum() and word.tag is not Tag.QUOTATION
            found.append(is_mark and (word.form in ":?!…|]" or found[-1]))
        return found

    def known(self, i: int) -> tuple[int, tuple[Alias, ...]] | None:
        """The known name that begins with a word: where it ends and what it may mean."""
        hit = self.hits.at.get(self.words[i].start) if 0 <= i < len(self.words) else None
        if hit is None:
            return None
        last = i
        while last < len(self.words) and self.words[last].end < hit.end:
            last += 1
        whole = last < len(self.words) and self.words[last].end == hit.end
        return (last + 1, hit.aliases) if whole else None

    def known_as(self, i: int, kind: EntityType) -> tuple[int, str] | None:
        """The known place, body … that begins with a word: where it ends and its id."""
        found = self.known(i)
        entity = next((a.entity for a in found[1] if a.entity.type is kind), None) if found else None
        return (found[0], entity.id) if found and entity else None

    def nation(self, i: int) -> str | None:
        """The place of an adjective of nationality in lower case."""
        word = self.words[i] if 0 <= i < len(self.words) else None
        return place_of(word.form) if word and not word.capital else None

    def determined(self, i: int) -> bool:
        """Whether an article or the like stands before a word."""
        before = self.words[i - 1] if i > 0 else None
        return before is not None and (before.tag is Tag.DETERMINER or before.kind == "contracted")

    def skip_article(self, i: int) -> int:
        """The index past a definite article without a capital."""
        article = self.tag(i) is Tag.DETERMINER and self.words[i].kind == "definite" and not self.words[i].capital
        return i + article

    def of(self, i: int) -> int | None:
        """The index past « de », « du », « de la »; None where there is none."""
        form = self.form(i)
        if form not in grammar().groups.of or self.words[i].capital:
            return None
        return self.skip_article(i + 1) if form[-1] in "e'" else i + 1

    def adjectives(self, i: int, noun: Word | None = None, *, styled: bool = False) -> int:
        """The index past the adjectives that follow a noun; `styled` allows them a capital (« Agence Régionale »)."""
        while i < len(self.words) and self.near(i) and self._is_adjective(i, noun, styled=styled):
            i += 1
        return i

    def _is_adjective(self, i: int, noun: Word | None, *, styled: bool) -> bool:
        word = self.words[i]
        tags = plain_tags(word.form)
        if word.capital:
            fits = styled and Tag.ADJECTIVE in tags and Tag.NOUN not in tags
        else:
            nominal = word.tag is Tag.NOUN and Tag.ADJECTIVE in tags  # a noun right behind a noun is an adjective
            fits = word.tag in (Tag.ADJECTIVE, Tag.PARTICIPLE) or nominal or place_of(word.form) is not None
        if not fits:
            return False
        return noun is None or not clash(noun, word)

    def chain(self, i: int) -> int:
        """The index past up to four capitals, cut before a person's given name; `i` itself where there is none."""
        from_known = self.known_as(i, EntityType.PLACE)
        if not self.capital(i) or (from_known is None and self._is_style(i)):
            return i
        last = i + 1
        while last < len(self.words) and last - i < 4 and self.near(last) and self._goes_on(i, last):
            last += 1
        while last > i + 1 and not self.capital(last - 1):
            last -= 1
        return max(last, from_known[0] if from_known else 0)

    def _goes_on(self, first: int, i: int) -> bool:
        if self.form(i).isdecimal():
            return len(self.form(i)) < 3 and self.capital(i + 1)
        begins_person = self.is_given(i) and self.capital(i + 1) and not self.is_given(first)
        return self.capital(i) and self.tag(i) is not Tag.STOP and not begins_person

    def _is_style(self, i: int) -> bool:
        return self.form(i) in words("style") or self.form(i) in words("acronyms")

    def is_given(self, i: int) -> bool:
        """Whether a word begins a person's name: a given name, an initial, a family name that stands first."""
        word = self.surface(i, i + 1)
        return is_given(word) or word in family_first()

    @cached_property
    def _related(self) -> Mapping[int, tuple[int, ...]]:
        """The heads of the groups that say more of the name at a word, or that it says more of."""
        nouns, found = self.syntax.nouns, defaultdict[int, list[int]](list)
        for group in nouns:
            if group.apposed_to is not None:
                other = nouns[group.apposed_to]
                found[group.head].append(other.head)
                found[other.head].append(group.head)
        return {head: tuple(others) for head, others in found.items()}

    def explained(self, i: int) -> Iterator[str]:
        """The lemmas of the nouns set against a name: « Soukaina, une militante », « l'architecte du roi Le Nôtre »."""
        for head in self._related.get(i, ()):
            if self.words[head].tag is Tag.NOUN:
                yield self.words[head].lemma

    def located(self, i: int) -> bool:
        """Whether a preposition of place stands before a word: « à Gruissan », « au-dessus du Minervois »."""
        k = i - 2 if self.determined(i) and self.words[i - 1].kind != "contracted" else i - 1
        form = self.form(k)
        before_of = self.form(k - 1) if form in grammar().groups.of else form.rpartition(" ")[0].rpartition(" ")[2]
        return self.tag(k) is Tag.PREPOSITION and (form in words("locative") or before_of in words("beside"))


def _has_capital(text: str, words: Sequence[Word], i: int) -> bool:
    word = words[i]
    if word.capital:
        return word.tag is not Tag.QUOTATION and not _is_civil(text, words, i)
    if "-" not in word.form:
        return word.kind == "handle"
    joined = _ARTICLE_JOINED.match(word.form)
    return joined is not None and text[word.start + joined.end() - 1].isupper()


def _is_civil(text: str, words: Sequence[Word], i: int) -> bool:
    """« M. Roux », « Mme Petit »; « Kevin M. a dit » has an initial."""
    form = words[i].form
    if form not in titles():
        return False
    after = i + 1 < len(words) and words[i + 1].capital
    initial = form[-1] == "." and not after and i > 0
    return not (initial and is_given(text[words[i - 1].start : words[i - 1].end]))

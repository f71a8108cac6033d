"""One sentence with all that is known of it: what the rules of modality look at. No language in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter

from msgspec import Struct

from briefing.extract.analysis.syntax import Clause, ClauseKind, Syntax, Tag, VerbGroup
from briefing.extract.modality.signs import Sighting, Signs
from briefing.extract.reading import Reading
from briefing.extract.rows import Rows
from briefing.model.annotation import Attribution, DateMention, Mention, Quantity, Quotation
from briefing.model.article import BlockKind, Sentence
from briefing.model.claim import Modality, Uncheckable
from briefing.model.span import Span


class Verdict(Struct, frozen=True):
    """What one rule says of a sentence or clause: the modality, the rule's name and the words that decide."""

    modality: Modality
    rule: str
    cue: str = ""
    at: Span | None = None
    """Where the cue stands."""
    silent: bool = False
    """Whether it states nothing."""
    reason: Uncheckable | None = None
    """Why what it states cannot be checked."""


_MARKS = frozenset({Tag.COMMA, Tag.STOP, Tag.BRACKET})
_NOTHING_SAID = _MARKS | {Tag.QUOTATION}
_CARRIERS = frozenset({ClauseKind.RELATIVE, ClauseKind.COMPLETIVE})
_GOVERNED = frozenset({ClauseKind.INFINITIVE})


class Scene(Struct, frozen=True, kw_only=True):
    """A sentence: words `first` to `last` of its analysis, and the rows of earlier layers that touch it."""

    reading: Reading
    span: Span
    kind: BlockKind
    syntax: Syntax
    first: int
    last: int
    clauses: tuple[Clause, ...]
    """Those that begin in the sentence and have a verb."""
    mains: tuple[Clause, ...]
    """The clauses that carry the sentence; empty where none has a verb."""
    signs: dict[str, list[Sighting]]
    """By kind, in the order of the text."""
    attributions: tuple[Attribution, ...]
    quotations: tuple[Quotation, ...]
    quantities: tuple[Quantity, ...]
    dates: tuple[DateMention, ...]
    mentions: tuple[Mention, ...]

    def verb(self, clause: Clause) -> VerbGroup | None:
        """The verb group of a clause."""
        return self.syntax.verb_of(clause)

    def chain(self, clause: Clause) -> list[VerbGroup]:
        """The clause's verb and the infinitives that it governs: « continue de nier », « a pu être vu »."""
        verb = self.verb(clause)
        found: list[VerbGroup] = []
        while verb is not None:
            found.append(verb)
            verb = self._governed(verb)
        return found

    def _governed(self, verb: VerbGroup) -> VerbGroup | None:
        if verb.infinitive is not None:
            return self.syntax.verbs[verb.infinitive]
        place = verb.last
        while place < self.last and self.syntax.words[place].tag is Tag.ADVERB:
            place += 1
        inner = self.syntax.clause_at(place) if place < self.last else None
        directly = inner is not None and inner.kind is ClauseKind.INFINITIVE and inner.first == place
        return self.syntax.verb_of(inner) if inner is not None and directly else None

    def owns(self, clause: Clause, place: int) -> bool:
        """Whether a word belongs to the clause itself or an infinitive in it; all do where it carries the sentence."""
        found = self.syntax.clause_at(place)
        while found is not None and found.kind in _GOVERNED and found.parent is not None:
            found = self.syntax.clauses[found.parent]
        alone = clause.verb is None or (clause.kind in _CARRIERS and self.mains == (clause,))
        return found is clause or alone

    def marked(self, kind: str, clause: Clause) -> Iterator[Sighting]:
        """The signs of a kind in the clause itself."""
        return (s for s in self.signs.get(kind, ()) if self.owns(clause, s.first))

    def governed(self, kind: str, clause: Clause) -> Iterator[Sighting]:
        """The same, whose verb is the clause's own or one that it governs; those without a verb too."""
        if kind not in self.signs:
            return
        places = {n for verb in self.chain(clause) for n in range(verb.first, verb.last)}
        for sighting in self.marked(kind, clause):
            if sighting.verb is None or sighting.verb in places:
                yield sighting

    def heads(self, clause: Clause, sighting: Sighting) -> bool:
        """Whether the sign's verb is the one that the clause conjugates."""
        verb = self.verb(clause)
        return verb is not None and sighting.verb is not None and verb.first <= sighting.verb < verb.last

    def verdict(self, modality: Modality, rule: str, first: int, last: int) -> Verdict:
        """A verdict whose cue is words `first` to `last` (excluded)."""
        at = self.syntax.span_of(first, last)
        return Verdict(modality, rule, at.of(self.reading.article.text), at)

    def words_of(self, verb: VerbGroup, last: int | None = None) -> tuple[int, int]:
        """The verb from its conjugated form on, without the clitics and the negation before it."""
        return verb.finite, max(verb.last, last or 0)

    def is_told(self, clause: Clause, told: Attribution) -> bool:
        """Whether what a source says holds the clause's verb; without one, half of what tells not of the source.

        What stands before a colon is no part of it: « Bilan : trois morts, selon la police ».
        """
        verb, content = self.verb(clause), told.content.span
        if verb is not None:
            return content.contains(self.syntax.words[verb.finite].span)
        relatives = (self.syntax.span_of(c.first, c.last) for c in self.clauses if c.kind is ClauseKind.RELATIVE)
        telling = [span for span in (told.source_at, told.cue_at, *relatives) if span and not span.overlap(content)]
        first = self.syntax.index_at(content.start) or self.first
        start = content.start if self.form(first - 1) == ":" else self.span.start
        return 2 * content.overlap(self.span) >= self.span.end - start - sum(map(len, telling))

    def form(self, place: int) -> str:
        """The form of a word; empty outside the sentence."""
        return self.syntax.words[place].form if self.first <= place < self.last else ""


_where, _start, _end = attrgetter("span"), attrgetter("start"), attrgetter("end")


def scenes(reading: Reading, signs: Signs) -> Iterator[Scene]:
    """The sentences of a reading, one by one."""
    attributions = Rows(reading.attributions, lambda row: row.content.span)
    quotations, quantities = Rows(reading.quotations, _where), Rows(reading.quantities, _where)
    dates, mentions = Rows(reading.dates, _where), Rows(reading.mentions, _where)
    for sentence in reading.sentences:
        placed = _placed(reading, sentence, quotations)
        if placed is None:
            continue
        syntax, first, last = placed
        clauses = clauses_in(syntax, first, last)
        yield Scene(
            reading=reading,
            span=sentence.span,
            kind=reading.blocks[sentence.block].kind,
            syntax=syntax,
            first=first,
            last=last,
            clauses=clauses,
            mains=mains_of(syntax, clauses),
            signs=signs.find(syntax, first, last),
            attributions=attributions.touching(sentence.span),
            quotations=quotations.touching(sentence.span),
            quantities=quantities.touching(sentence.span),
            dates=dates.touching(sentence.span),
            mentions=mentions.touching(sentence.span),
        )


def _placed(reading: Reading, sentence: Sentence, quotations: Rows[Quotation]) -> tuple[Syntax, int, int] | None:
    """The analysis around a sentence and its words in it; the one within the quotation of which it is a part."""
    number = reading.parsed.outer_number(sentence.span.start)
    if number is None:
        return None
    syntax = reading.parsed.outer[number]
    first, last = words_in(syntax, sentence.span)
    if any(word.tag not in _NOTHING_SAID for word in syntax.words[first:last]):
        return syntax, first, last
    inside = next((q.start for q in quotations.touching(sentence.span) if q.start >= sentence.span.start), None)
    inner = reading.parsed.at(sentence.span.start if inside is None else inside)
    if inner is None or inner is syntax:
        return (syntax, first, last) if first < last else None
    return inner, *words_in(inner, sentence.span)


def words_in(syntax: Syntax, span: Span) -> tuple[int, int]:
    """The first word of a sentence that reaches into a span, and the one behind the last."""
    first = bisect_left(syntax.words, span.start + 1, key=_end)
    return first, bisect_left(syntax.words, span.end, key=_start)


def clauses_in(syntax: Syntax, first: int, last: int) -> tuple[Clause, ...]:
    """The clauses whose verb stands among words `first` to `last`."""
    return tuple(c for c in syntax.clauses if c.verb is not None and first <= syntax.verbs[c.verb].finite < last)


def mains_of(syntax: Syntax, clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """The main clauses and what a cleft one presents; else who says it, what qualifies a noun or hangs on an order."""
    mains = tuple(c for c in clauses if c.kind is ClauseKind.MAIN)
    cleft = tuple(c for c in clauses if c.kind in _CARRIERS and any(_is_cleft(syntax, m, c) for m in mains))
    if mains:
        return mains + cleft
    told = tuple(c for c in clauses if c.kind is ClauseKind.INSERTION)
    return (told or tuple(c for c in clauses if c.kind in _CARRIERS and not _is_aside(syntax, c)))[:1]


def _is_aside(syntax: Syntax, clause: Clause) -> bool:
    """« Pour le maire, [qui défend le club], « il plaît » »: between two commas."""
    ends = (syntax.words[i].tag for i in (clause.first - 1, clause.last) if 0 < i < len(syntax.words))
    return clause.kind is ClauseKind.RELATIVE and [*ends] == [Tag.COMMA, Tag.COMMA]


_CLEFT_WITHIN = 9


def _is_cleft(syntax: Syntax, main: Clause, other: Clause) -> bool:
    """« c'est mardi que le procès s'ouvrira », « ce sont les pompiers qui »: told by a neuter subject, and no comma."""
    verb = syntax.verb_of(main)
    if verb is None or other.opener is None or verb.head != verb.finite or verb.first == 0:
        return False
    subject = syntax.words[verb.first - 1] if verb.first else None
    between = syntax.words[verb.last : other.first]
    plain = 0 < len(between) < _CLEFT_WITHIN and not any(word.tag in _MARKS for word in between)
    return plain and subject is not None and subject.kind == "neuter"

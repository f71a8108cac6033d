"""One sentence with all that is known of it: what the rules of modality look at."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import TypeVar

from briefing.extract.reading import Reading
from briefing.languages.fr.modality.lists.markers import Found, find
from briefing.languages.fr.modality.syntax.clauses import Clause, clauses
from briefing.languages.fr.modality.syntax.grammar import grammar
from briefing.languages.fr.modality.syntax.groups import verb_group
from briefing.languages.fr.modality.syntax.openers import Role
from briefing.languages.fr.modality.syntax.tokens import BREAKS, Tokens, tokenize
from briefing.model.annotation import Attribution, DateMention, Quantity, Quotation
from briefing.model.article import BlockKind, Sentence
from briefing.model.claim import Modality
from briefing.model.span import Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one rule says of a sentence or clause: the modality, the rule's name and the words that decide."""

    modality: Modality
    rule: str
    cue: str = ""
    checkable: bool = True
    at: Span | None = None
    """Where the cue stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A sentence, its clauses and markers, and the rows of earlier layers that touch it."""

    reading: Reading
    span: Span
    kind: BlockKind
    tokens: Tokens
    clauses: tuple[Clause, ...]
    mains: tuple[Clause, ...]
    """The clauses that carry the sentence; one without a verb where there is none."""
    owners: tuple[Clause, ...]
    """For each token, the innermost clause that it belongs to."""
    groups: dict[int, tuple[int, ...]]
    """For each finite verb, its place and those of the participles and infinitives that it governs."""
    markers: dict[str, list[Found]]
    """By the name of their list, in the order of the text."""
    attributions: tuple[Attribution, ...]
    quotations: tuple[Quotation, ...]
    quantities: tuple[Quantity, ...]
    dates: tuple[DateMention, ...]

    def owner(self, place: int) -> Clause:
        """The innermost clause that the token belongs to."""
        return self.owners[place]

    def group(self, clause: Clause) -> tuple[int, ...]:
        """The verb and the participles and infinitives that it governs: « continue de nier », « a été vu »."""
        if clause.verb < 0:
            return ()
        return self.groups.get(clause.verb) or verb_group(self.tokens, clause.verb)

    def verdict(self, modality: Modality, rule: str, first: int, last: int) -> Verdict:
        """A verdict whose cue runs from token `first` to token `last`."""
        at = self.tokens.span(first, last)
        return Verdict(modality, f"fr.modality.{rule}", at.of(self.reading.article.text), at=at)

    def marked(self, name: str, clause: Clause) -> Iterator[Found]:
        """The markers of a list that belong to the clause itself; all of them where no main clause has a verb."""
        return (m for m in self.markers.get(name, ()) if self._owns(clause, m.first))

    def governed(self, name: str, clause: Clause) -> Iterator[Found]:
        """The markers of a list whose verb is the clause's own, or one that it governs; those without a verb too."""
        group = self.group(clause)
        return (m for m in self.marked(name, clause) if m.verb < 0 or m.verb in group)

    def quoted(self, place: int) -> bool:
        """Whether the token stands inside a quotation."""
        at = self.tokens.starts[place]
        return any(q.start <= at < q.end for q in self.quotations)

    def _owns(self, clause: Clause, place: int) -> bool:
        """Whether the token belongs to the clause; a participle may head a stretch of a main clause."""
        owner = self.owner(place)
        if clause.verb < 0 or owner == clause:
            return True
        return owner.role is Role.MAIN and clause.verb > owner.verb and clause.start <= place < clause.end


def scenes(reading: Reading) -> Iterator[Scene]:
    """The sentences of a reading, one by one."""
    attributions = by_sentence(reading.sentences, reading.attributions, lambda a: a.content.span)
    quotations = by_sentence(reading.sentences, reading.quotations, _where)
    quantities = by_sentence(reading.sentences, reading.quantities, _where)
    dates = by_sentence(reading.sentences, reading.dates, _where)
    for number, sentence in enumerate(reading.sentences):
        tokens = tokenize(reading.text, sentence.span)
        found = clauses(tokens)
        mains = _mains(tokens, found)
        yield Scene(
            reading=reading,
            span=sentence.span,
            kind=reading.blocks[sentence.block].kind,
            tokens=tokens,
            clauses=found,
            mains=mains,
            owners=_owners(len(tokens), found, mains),
            groups={c.verb: verb_group(tokens, c.verb) for c in found},
            markers=find(tokens),
            attributions=tuple(attributions[number]),
            quotations=tuple(quotations[number]),
            quantities=tuple(quantities[number]),
            dates=tuple(dates[number]),
        )


def by_sentence(sentences: Sequence[Sentence], rows: Sequence[T], span: Callable[[T], Span]) -> list[list[T]]:
    """For each sentence, the rows that share a code point with it."""
    starts = [s.span.start for s in sentences]
    ends = [s.span.end for s in sentences]
    found: list[list[T]] = [[] for _ in sentences]
    for row in rows:
        place = span(row)
        for number in range(bisect_right(ends, place.start), bisect_left(starts, place.end)):
            found[number].append(row)
    return found


_where = attrgetter("span")


def _mains(tokens: Tokens, found: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """The main clauses and the cleft ones; else what qualifies a lone noun, or what follows « rappelons que »."""
    mains = tuple(c for c in found if c.role is Role.MAIN)
    cleft = tuple(c for c in found for m in mains if c.role is not Role.MAIN and _is_cleft(tokens, m, c))
    carrier = Role.COMPLETIVE if tokens.forms[0].person == "nous" else Role.RELATIVE
    alone = () if mains else tuple(c for c in found if c.role is carrier)
    return mains + cleft or alone or (Clause(-1, Role.MAIN, 0, len(tokens)),)


def _owners(tokens: int, found: Sequence[Clause], mains: Sequence[Clause]) -> tuple[Clause, ...]:
    """The main clauses first, those that are inside over them: what begins last is innermost."""
    owners = [mains[0]] * tokens
    inner = sorted(enumerate(found), key=lambda item: (item[1].start, -item[0]))
    for clause in (*reversed(mains), *(c for _, c in inner if c.role is not Role.MAIN)):
        start, end = max(0, clause.start), min(tokens, clause.end)
        owners[start:end] = [clause] * max(0, end - start)
    return tuple(owners)


def _is_cleft(tokens: Tokens, main: Clause, other: Clause) -> bool:
    """« c'est mardi que le procès s'ouvrira », « ce sont les pompiers qui »."""
    presents = tokens[main.verb - 1] in {"c'", "ce"} and "être" in tokens.forms[main.verb].lemmas
    linked = tokens[other.opener] == "qui" or tokens[other.opener] in grammar().que
    between = tokens.words[main.verb + 1 : other.opener]
    return presents and linked and 0 < len(between) < 9 and BREAKS.isdisjoint(between)

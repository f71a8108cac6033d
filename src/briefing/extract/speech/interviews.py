"""Interviews: what somebody answers to the questions of an article, paragraph by paragraph, without quotation marks.

Questions are told by how they are set: behind the name of who asks, in bold or italics, behind a dash, or alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from briefing.extract.reading import Reading
from briefing.extract.words.noun_kinds import words_of_kind
from briefing.model.article import Block, BlockKind
from briefing.model.span import Span

_LABELS = (
    re.compile(r"[*_]{0,3}(?P<label>[^\W_][^:?!«»“”\"\n]{0,40}?)[*_]{0,3}\s?:[*_]{0,3}\s+(?=\S)"),
    re.compile(r"[*_]{0,3}(?P<label>(?:[A-ZÀ-Þ]\.[ -]?){1,4})(?<=\.)\s?–?[*_]{0,3}\s+(?=\S)"),
    re.compile(r"[*_]{0,3}(?P<label>[A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+){1,3})\s?[.–][*_]{0,3}\s+(?=\S)"),
)
"""« Le Courrier : », « **Anne Petit :** »; « A. P. », « Q. »; « Anne Petit. »."""
_INITIALS = re.compile(r"(?:[A-ZÀ-Þ]\.[ -]?){2,4}")
_SET_OFF = re.compile(r"(?P<mark>[*_]{1,3})[^*_\n]+(?P=mark)")
_DASH = re.compile(r"[–-]\s+(?=\S)")
_QUOTED = re.compile(r"[«“\"][^«»“”\"]*[»”\"]")
_END = re.compile(r"[.!?…]\s")
_TITLE = re.compile(r"[«“\"][^«»“”\"]*[^«»“”\".!?…\s]\s?[»”\"]")
"""« « On a vendu des montres-espions » »: quoted without a full stop, as a heading within the text."""
_WORD = re.compile(r"[^\W\d_]+'?")
_CLOSING = ' »”"'
_LINES = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM})
_ENOUGH = 2
"""Questions that make an interview, and lines that make a name before them one of its two voices."""
_SHARE = 3
"""One answer in so many speaks of oneself; the others may be short."""


_OPENING = 3000
"""Code points in which who is interviewed is named."""


class InterviewWords(Struct, frozen=True):
    """What a language tells of talk between two, in lower case."""

    oneself: frozenset[str] = frozenset()
    """Words by which one speaker means himself: « je », « mon »."""
    addressed: frozenset[str] = frozenset()
    """Words by which a question means who is asked: « vous », « votre »."""
    turns: frozenset[str] = frozenset()
    """Letters for question and answer: « q », « r »."""

    def ask_another(self, words: str) -> bool:
        """« Vous saviez ? »: whether somebody else will answer; not « Que voulez-vous que je dise ? »."""
        asked = words.rstrip(_CLOSING).endswith("?")
        said = set(_WORD.findall(words.lower()))
        return asked and not self.addressed.isdisjoint(said) and not self.speak_of_oneself(words)

    def speak_of_oneself(self, words: str) -> bool:
        """« Mon mari arrosait »: whether one person says them."""
        return not self.oneself.isdisjoint(_WORD.findall(words.lower()))


def interview_words(package: str) -> InterviewWords:
    """What the `voices.yaml` of a language's grammar tells of talk between two."""
    return InterviewWords(*(words_of_kind(package, kind) for kind in ("oneself", "addressed", "turn")))


class _Line(Struct, frozen=True):
    """A paragraph or heading: where its words stand without the name before them, and how it is set."""

    said: Span
    words: str
    label: str
    asks: bool
    set_off: bool
    dash: bool
    running: bool


def answers(reading: Reading, words: InterviewWords) -> Iterator[Span]:
    """The paragraphs that answer the questions of an interview, without the names before them."""
    lines = _lines(reading, words)
    asked = _questions(lines, words)
    if len(asked) < _ENOUGH:
        return
    runs = [
        (asking, list(run))
        for asking, run in groupby(_until_credit(reading, lines, max(asked)), key=lambda line: line.said.start in asked)
    ]
    first = next(n for n, (asking, _) in enumerate(runs) if asking)
    replies = [[line for line in run if line.running] for asking, run in runs[first:] if not asking]
    if _are_spoken([line for asking, run in runs if asking for line in run], replies, words):
        yield from (line.said for reply in replies for line in _without_remarks(reply, replies, words))


def _until_credit(reading: Reading, lines: Sequence[_Line], last: int) -> Iterator[_Line]:
    """The lines in front of « Propos recueillis par Jeanne Morel », if a line answers the `last` question before."""
    answer = next((line.said.start for line in lines if line.said.start > last), last)
    credited = (block.span.start for block in reading.blocks if block.kind is BlockKind.BYLINE)
    end = next((start for start in credited if start > answer), len(reading.text))
    return (line for line in lines if line.said.start < end)


def _without_remarks(
    reply: Sequence[_Line], replies: Sequence[Sequence[_Line]], words: InterviewWords
) -> Sequence[_Line]:
    """« Le fabricant dément. »: what stands between two answers asks too, where each answer has one paragraph."""
    several = len(reply) % 2 == 1 and 2 * sum(len(other) == 1 for other in replies) > len(replies)
    return [line for n, line in enumerate(reply) if not (several and n % 2 == 1 and _is_remark(line, words))]


def _is_remark(line: _Line, words: InterviewWords) -> bool:
    """One sentence, or more to who answers: « Le seuil est de 300 naissances. Vous en faites 270. »."""
    return not _END.search(line.words) or _is_to_another(line, words)


def _is_to_another(line: _Line, words: InterviewWords) -> bool:
    return _holds(line, words.addressed) and not _holds(line, words.oneself)


def _lines(reading: Reading, words: InterviewWords) -> list[_Line]:
    blocks = [block for block in reading.blocks if block.kind in _LINES]
    labels = [_label(reading.text, block) for block in blocks]
    names = [label["label"].strip() if label else "" for label in labels]
    counted = Counter(names)
    found: list[_Line] = []
    for block, label, name in zip(blocks, labels, names, strict=True):
        letter = name.rstrip(".").lower() in words.turns
        often = counted[name] >= _ENOUGH and len(name) > len("M.")
        known = letter or often or _INITIALS.fullmatch(name) or _is_named_before(reading, name, block)
        found.append(_line(reading.text, block, label if known else None))
    return found


def _is_named_before(reading: Reading, name: str, block: Block) -> bool:
    """Whether a first and a family name stand in the title or in the opening lines."""
    opening = reading.text[: min(_OPENING, block.span.start)]
    return name.istitle() and " " in name and name in f"{reading.article.meta.title} {opening}"


def _label(text: str, block: Block) -> re.Match[str] | None:
    """What stands before the words of a line and may name who says them."""
    found = (pattern.match(text, block.span.start, block.span.end) for pattern in _LABELS)
    return next((label for label in found if label), None)


def _line(text: str, block: Block, label: re.Match[str] | None) -> _Line:
    said = Span(label.end() if label else block.span.start, block.span.end).stripped(text, "*_ ")
    return _Line(
        said=said,
        words=said.of(text),
        label=label["label"].strip() if label else "",
        asks=said.of(text).rstrip(_CLOSING).endswith("?"),
        set_off=_SET_OFF.fullmatch(text, block.span.start, block.span.end) is not None,
        dash=_DASH.match(text, block.span.start) is not None,
        running=block.kind is BlockKind.PARAGRAPH and not _TITLE.fullmatch(said.of(text)),
    )


def _questions(lines: Sequence[_Line], words: InterviewWords) -> frozenset[int]:
    """Where the lines begin that ask, by the way in which questions are set; else those that end with their mark."""
    names = sorted({line.label for line in lines if line.label})
    styles = [
        *([line for line in lines if line.label == name] for name in names),
        [line for line in lines if line.set_off],
        [line for line in lines if line.dash],
    ]
    asking = [style for style in styles if _mostly_asks(style)]
    alone = [*_opening_remarks(lines, words), *(line for line in lines if line.asks)]
    return frozenset(line.said.start for style in asking or [alone] for line in style)


def _opening_remarks(lines: Sequence[_Line], words: InterviewWords) -> Iterator[_Line]:
    """« Vous venez d'être primée. »: a sentence to who answers, with an answer between it and the first question."""
    first = next((n for n, line in enumerate(lines) if line.asks), 0)
    for line in lines[: max(0, first - 1)]:
        if line.running and not _END.search(line.words) and _is_to_another(line, words):
            yield line


def _mostly_asks(lines: Sequence[_Line]) -> bool:
    """« Racontez-nous. » stands among questions; not the lines of a dialogue, of which every second one asks."""
    return len(lines) >= _ENOUGH and 2 * sum(line.asks for line in lines) > len(lines)


def _are_spoken(asked: Iterable[_Line], replies: Sequence[Sequence[_Line]], words: InterviewWords) -> bool:
    """Whether who answers is named before the answers, or speaks of himself and is spoken to: else it explains."""
    if sum(bool(line.label) for reply in replies for line in reply) >= _ENOUGH:
        return True
    personal = sum(any(_holds(line, words.oneself) for line in reply) for reply in replies)
    return personal * _SHARE >= len(replies) > 0 and any(_holds(line, words.addressed) for line in asked)


def _holds(line: _Line, words: frozenset[str]) -> bool:
    """Whether one of the words stands in a line, outside of marks or where they hold the whole line."""
    said = line.words if _QUOTED.fullmatch(line.words) else _QUOTED.sub(" ", line.words)
    return not words.isdisjoint(_WORD.findall(said.lower()))

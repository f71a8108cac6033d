"""Who says the quoted words: by the verb beside them, the sentence they continue, or the report they stand in."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from briefing.extract.reading import Reading
from briefing.languages.en.grammar import Word, kind, words
from briefing.languages.en.scene import Scene
from briefing.languages.en.speech.attributions import entity_in
from briefing.languages.en.speech.subjects import subject_after, subject_before
from briefing.languages.en.speech.vocabulary import phrases, verbs
from briefing.model.annotation import Attribution, EntityType, Mention, Quotation
from briefing.model.article import BlockKind
from briefing.model.span import Span

_HEAD, _TAIL = 400, 160
"""Characters before and behind the words that may name their speaker."""
_FAR = 40
_PRONOUNS = ("he", "she", "they", "it")
_CLOSES = re.compile(r"[,.!?]?[”\"'»]?,? ?")
_DETERMINER = re.compile(r"(?:the|a|an|his|her|its|their|this|that) ", re.IGNORECASE)
_COLON = re.compile(r"([^.!?:;,“”\"]{2,60}): ?[“\"‘'«]$")


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker with the cue that names it; no name where only a pronoun stands and nobody is known."""

    name: str | None
    entity: str | None
    cue: str | None


def speakers(reading: Reading) -> Reading:
    """Fill in the speakers of `quotations`."""
    scene = Scene(reading)
    found: list[Quotation] = []
    last: Voice | None = None
    for quotation in reading.quotations:
        voice = _voice(scene, quotation, found[-1] if found else None, last)
        if voice and voice.name:
            last = voice
        found.append(replace(quotation, speaker=voice.name, entity=voice.entity, cue=voice.cue) if voice else quotation)
    meant = tuple(_meant(scene, attribution) for attribution in reading.attributions)
    return replace(reading, quotations=tuple(found), attributions=meant)


def _meant(scene: Scene, attribution: Attribution) -> Attribution:
    """« He added that … »: the source stays as written, its entity is the last person named before."""
    if (attribution.source or "").lower() not in ("he", "she") or attribution.entity:
        return attribution
    person = _person_before(scene, attribution.content.start)
    return replace(attribution, entity=person.entity) if person else attribution


def _voice(scene: Scene, quotation: Quotation, before: Quotation | None, last: Voice | None) -> Voice | None:
    text, span = scene.text, quotation.span
    block = next(iter(scene.blocks.touching(span)), None)
    if block is None:
        return None
    if block.kind is BlockKind.BLOCK_QUOTE:
        return _signed(scene, block.span)
    sentence = _around(scene, span, block.span)
    named = _behind(scene, span, block.span) or _ahead(scene, span, sentence) or _titled(scene, span, block.span)
    if named:
        return _resolved(scene, named, last)
    if _continues(text, span, sentence, before, block.span) and last:
        return Voice(last.name, last.entity, None)
    report = next((a for a in scene.attributions.touching(span) if a.content.span.contains(span)), None)
    if report and report.source:
        start = text.find(report.source, sentence.start, sentence.end)
        source = Span(start, start + len(report.source)) if start >= 0 else None
        return _resolved(scene, (source, report.cue), last) if source else None
    return None


def _around(scene: Scene, span: Span, block: Span) -> Span:
    """The sentences that the quotation touches, as one span."""
    inside = [s.span for s in scene.sentences.touching(span)]
    return Span(min(s.start for s in inside), max(s.end for s in inside)) if inside else block


def _behind(scene: Scene, span: Span, block: Span) -> tuple[Span, str] | None:
    """“…,” said X; “…,” X said; “…,” according to X."""
    close = _CLOSES.match(scene.text, span.end)
    start = close.end() if close else span.end
    sentence = next((s.span for s in scene.sentences.touching(Span(span.end - 1, span.end))), block)
    asked = scene.text[span.end - 1] in "?!"
    tail = Span(start, max(start, min(block.end if asked else sentence.end, start + _TAIL)))
    line = _clause(words(scene.text, tail))
    for place, word in enumerate(line[:14]):
        verb = verbs().get(word.lower)
        if verb is None or word.lower.endswith("ing"):
            continue
        source = subject_after(line, place) if place == 0 else subject_before(line, place, scene.text)
        plain = source is not None and (place == 0 or source.start == line[0].start)
        return (source, word_of(scene, word)) if source and plain else None
    connector = next((c for c in phrases().connectors if scene.text.startswith(c, start)), None)
    if connector:
        source = subject_after(line, len(connector.split()) - 1)
        return (source, connector) if source else None
    return None


def _clause(line: list[Word]) -> list[Word]:
    """The words up to the mark that ends the clause."""
    end = next((i for i, word in enumerate(line) if word.lower in ('"', "“", "”", ".", ";", ":", "!", "?")), len(line))
    return line[:end]


def word_of(scene: Scene, word: Word) -> str:
    """The word as the article writes it."""
    return scene.reading.article.text[word.start : word.end]


def _ahead(scene: Scene, span: Span, sentence: Span) -> tuple[Span, str] | None:
    """X said: “…”; X called it “…”."""
    line = words(scene.text, Span(max(sentence.start, span.start - _HEAD), max(sentence.start, span.start)))
    for place in range(len(line) - 1, -1, -1):
        verb = verbs().get(line[place].lower)
        before = [word.lower for word in line[max(0, place - 3) : place]]
        if verb is None or any(w in kind("passives") or w.endswith("n't") for w in before[-2:]) or "to" in before[-1:]:
            continue
        source = subject_before(line, place, scene.text)
        if source is None and line[place].lower.endswith("ing"):
            continue
        return (source, word_of(scene, line[place])) if source else None
    connector = (
        next(
            (c for c in phrases().connectors if scene.text[sentence.start : sentence.start + len(c)].lower() == c), None
        )
        if line
        else None
    )
    if connector:
        source = subject_after(line, len(connector.split()) - 1)
        return (source, connector) if source else None
    return None


def _titled(scene: Scene, span: Span, block: Span) -> tuple[Span, str] | None:
    """Ann Hale: “…”."""
    found = _COLON.search(scene.text, max(block.start, span.start - 70), span.start)
    if found is None:
        return None
    people = [m for m in scene.mentions.touching(Span(*found.span(1))) if m.end <= found.end(1)]
    return (people[-1].span, ":") if people else None


def _signed(scene: Scene, block: Span) -> Voice | None:
    """The line below a block quote names who said it."""
    place = bisect_left(scene.blocks.starts, block.end)
    signature = scene.blocks.spans[place] if place < len(scene.blocks.spans) else None
    if signature is None:
        return None
    name = scene.reading.article.text[signature.start : signature.end].lstrip("–—-\u00a0 ")
    return Voice(name, next((m.entity for m in scene.mentions.touching(signature)), None), None)


def _continues(text: str, span: Span, sentence: Span, before: Quotation | None, block: Span) -> bool:
    """A sentence that is all quotation, in the paragraph of another; or the next paragraph of one that goes on."""
    if before is None:
        return False
    if before.rule.endswith("goes_on"):
        return span.start - before.end < 8
    alone = (
        text[sentence.start : span.start].strip(" \"“‘'«") == ""
        and text[span.end : sentence.end].strip(" .\"”'»!?,") == ""
    )
    return alone and block.contains(before.span)


def _resolved(scene: Scene, named: tuple[Span, str], last: Voice | None) -> Voice:
    """The fullest name of a speaker; a pronoun is the last person who spoke or was named."""
    span, cue = named
    words_of = scene.reading.article.text[span.start : span.end]
    if words_of.lower() in _PRONOUNS:
        person = _person_before(scene, span.start) if words_of.lower() in ("he", "she") else None
        if last and last.name and (person is None or person.entity == last.entity or not last.entity):
            return Voice(last.name, last.entity, cue)
        return Voice(_full(scene, person), person.entity, cue) if person else Voice(None, None, cue)
    inside = [m for m in scene.mentions.touching(span) if m.type is EntityType.PERSON]
    entity = entity_in(scene, span)
    if inside and (entity == inside[-1].entity or inside[-1].end >= span.end - 1):
        return Voice(_full(scene, inside[-1]), inside[-1].entity, cue)
    apposed = _apposed(scene, span)
    if apposed:
        return Voice(_full(scene, apposed), apposed.entity, cue)
    return Voice(_DETERMINER.sub("", words_of, count=1) if _DETERMINER.match(words_of) else words_of, entity, cue)


def _apposed(scene: Scene, span: Span) -> Mention | None:
    """« the mayor, Ann Hale, said »: the person whom the next words name."""
    near = scene.mentions.touching(Span(span.end, span.end + 4))
    people = (m for m in near if m.type is EntityType.PERSON and scene.text[span.end : m.start] == ", ")
    return next(people, None)


def _person_before(scene: Scene, place: int) -> Mention | None:
    last = bisect_left(scene.mentions.starts, place)
    for number in range(last - 1, max(-1, last - 1 - _FAR), -1):
        if scene.mentions.rows[number].type is EntityType.PERSON:
            return scene.mentions.rows[number]
    return None


def _full(scene: Scene, person: Mention | None) -> str | None:
    """The longest way in which the article, or the project, names the person."""
    if person is None:
        return None
    known = next((e.name for e in scene.reading.register if e.id == person.entity), None)
    return known or scene.names.get(person.entity or "", person.exact)

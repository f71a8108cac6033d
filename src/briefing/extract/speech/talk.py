"""What an article's sentences report, and who its speakers are: read once for attributions and quotations alike."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from msgspec import Struct

from briefing.extract.analysis.syntax import Syntax, Tag
from briefing.extract.chains.actors import Actor, ChainWords, Resolution
from briefing.extract.chains.chains import Chains
from briefing.extract.chains.named import Names
from briefing.extract.chains.roles import Roles
from briefing.extract.reading import Reading
from briefing.extract.speech.report import Report


class SpeechRules(Struct, frozen=True, kw_only=True):
    """What a language tells of speech."""

    code: str
    """Begins the names of its rules."""
    reports: Callable[[Syntax], tuple[Report, ...]]
    """All that is reported in a sentence, in the order of the cues."""
    words: ChainWords
    taken_up: Callable[[Talk, int, int], Actor | None] = lambda _talk, _sentence, _word: None
    """Whom the words around a sentence that is all quotation name as its speaker: « C'est ainsi que X résume »."""
    said: int = 3
    """Words from which on a quotation without a cue of its own is taken for the words of its sentence's speaker."""


class Talk(Struct, dict=True):
    """The reports of an article, sentence by sentence, and its chains of mention."""

    reading: Reading
    rules: SpeechRules
    quoted: bool = False
    """Whether the sentences within quotations are meant, not those around them."""

    @cached_property
    def sentences(self) -> tuple[Syntax, ...]:
        """The sentences around quotations, or within them."""
        return self.reading.parsed.inner if self.quoted else self.reading.parsed.outer

    @cached_property
    def starts(self) -> list[int]:
        """Where the sentences begin."""
        return [syntax.span.start for syntax in self.sentences]

    @cached_property
    def reports(self) -> tuple[tuple[Report, ...], ...]:
        """The reports of each sentence."""
        return tuple(self.rules.reports(syntax) for syntax in self.sentences)

    @cached_property
    def chains(self) -> Chains:
        """The chains of mention, with who speaks where."""
        speaking = {
            i: frozenset(report.source for report in found if report.source is not None)
            for i, found in enumerate(self.reports)
        }
        reading = self.reading
        names = Names(reading.article.text, self.sentences, reading.mentions, reading.register, self.rules.words)
        return Chains(names, Roles(names, reading.register), speaking, reading.article.meta.title or "")

    def speaker(self, sentence: int, report: Report) -> Resolution:
        """Who says what a report tells."""
        words = self.sentences[sentence].words[report.cue.first : report.cue.last]
        if report.source is None and any(word.tag is Tag.SUBJECT for word in words):
            return Resolution(None)  # « peut-on lire »
        if report.source is None:
            return Resolution(self.voice_before(sentence, report.cue.first))
        return self.chains.source(sentence, report.source)

    def voice_before(self, sentence: int, word: int | None = None) -> Actor | None:
        """Who spoke last in the sentence or in the one before it in the paragraph."""
        here = self.chains.last_speaker(sentence, word) if word is None or word > 0 else None
        before = self.chains.last_speaker(sentence - 1) or self.chains.only_subject(sentence - 1) if sentence else None
        return here or before

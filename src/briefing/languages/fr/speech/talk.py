"""What an article's sentences report, and who its speakers are: read once for attributions and quotations alike."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property

from briefing.extract.analysis.syntax import Syntax, Tag
from briefing.extract.chains.actors import Actor, ChainWords, Resolution
from briefing.extract.chains.chains import Chains
from briefing.extract.chains.named import Names
from briefing.extract.chains.roles import Roles
from briefing.extract.reading import Reading
from briefing.languages.fr.gazetteer.demonyms import place_of
from briefing.languages.fr.grammar import grammar
from briefing.languages.fr.grammar.voices import general_nouns, nouns_of, offices, periphrases, titles, voice_of_noun
from briefing.languages.fr.reporting.report import Report
from briefing.languages.fr.reporting.reports import reports
from briefing.model.span import Span


@cache
def _chain_words() -> ChainWords:
    return ChainWords(
        voice=voice_of_noun,
        alike=offices(),
        general=general_nouns(),
        apart=nouns_of("apart"),
        posts=nouns_of("post"),
        origin=place_of,
        periphrases=periphrases(),
        titles=titles(),
        latter=nouns_of("latter"),
        same=nouns_of("same"),
        both=nouns_of("both"),
        parse=lambda text: grammar().parse(text, Span(0, len(text))),
    )


@dataclass
class Talk:
    """The reports of an article, sentence by sentence, and its chains of mention."""

    reading: Reading
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
        return tuple(reports(syntax) for syntax in self.sentences)

    @cached_property
    def chains(self) -> Chains:
        """The chains of mention, with who speaks where."""
        speaking = {
            i: frozenset(report.source for report in found if report.source is not None)
            for i, found in enumerate(self.reports)
        }
        reading = self.reading
        names = Names(reading.article.text, self.sentences, reading.mentions, reading.register, _chain_words())
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

"""What an article's sentences report, and who its speakers are: read once for attributions and quotations alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property

from msgspec import Struct

from briefing.extract.analysis.syntax import Clause, ClauseKind, Syntax, Tag
from briefing.extract.chains.actors import Actor, ChainWords, Resolution
from briefing.extract.chains.antecedents import CITED, OTHER, SPEAKS
from briefing.extract.chains.chains import Chains
from briefing.extract.chains.names import Names
from briefing.extract.chains.roles import Roles
from briefing.extract.reading import Reading
from briefing.extract.speech.interviews import InterviewWords
from briefing.extract.speech.report import Report


class SpeechRules(Struct, frozen=True, kw_only=True):
    """What a language tells of speech."""

    code: str
    """Begins the names of its rules."""
    reports: Callable[[Syntax], tuple[Report, ...]]
    """All that is reported in a sentence, in the order of the cues."""
    words: ChainWords
    citing: frozenset[str] = frozenset()
    """The rules by which a source is cited without a verb of its own: « selon l'Insee », « appuyé par Séoul »."""
    taken_up: Callable[[Talk, int, int], Actor | None] = lambda _talk, _sentence, _word: None
    """Whom the words around a sentence that is all quotation name as its speaker: « C'est ainsi que X résume »."""
    says: Callable[[str], bool] = lambda _lemma: False
    """Whether a verb tells of speech, by lemma."""
    turns: InterviewWords = InterviewWords()
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
        speaking = {i: self._sources(i) for i in range(len(self.sentences))}
        names = Names(self.reading, self.sentences, self.rules.words)
        roles = Roles(names, self.reading.register)
        return Chains(names, roles, speaking, self.reading.article.meta.title or "")

    def _sources(self, sentence: int) -> dict[int, int]:
        """How prominent each source of a sentence is."""
        found: dict[int, int] = {}
        for report in self.reports[sentence]:
            if report.source is not None:
                rank = self._rank(self.sentences[sentence], report)
                found[report.source] = min(rank, found.get(report.source, rank))
        found |= dict.fromkeys(self._speaking_without_content(self.sentences[sentence]), SPEAKS)
        return found

    def _speaking_without_content(self, syntax: Syntax) -> Iterator[int]:
        """« [La direction] réfute. », « ce que [le club] ne confirme pas »: who speaks of what was told before."""
        for clause in syntax.clauses:
            verb = syntax.verb_of(clause)
            if verb is None or clause.subject is None or not self.rules.says(verb.lemma):
                continue
            ends = syntax.words[min(verb.last, len(syntax.words) - 1)].tag is Tag.STOP
            if (clause.kind is ClauseKind.MAIN and ends) or _takes_up(syntax, clause):
                yield clause.subject

    def _rank(self, syntax: Syntax, report: Report) -> int:
        """« la vente, révélée par Mediapart » only mentions it; « selon l'Insee », « des voisins, qui crient » cite."""
        clause = syntax.clause_at(report.cue.first)
        own = any(verb.passive and verb.head == report.cue.first for verb in syntax.verbs)
        if syntax.words[report.cue.first].tag is Tag.PARTICIPLE and not own:
            return OTHER
        relative = clause is not None and clause.kind is ClauseKind.RELATIVE
        return CITED if relative or report.rule in self.rules.citing else SPEAKS

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
        here = self.chains.told.last_speaker(sentence, word) if word is None or word > 0 else None
        before = (
            self.chains.told.last_speaker(sentence - 1) or self.chains.told.only_subject(sentence - 1)
            if sentence
            else None
        )
        return here or before


def _takes_up(syntax: Syntax, clause: Clause) -> bool:
    """« …, ce que [le maire dément] »: a relative of what the sentence told before."""
    opener = clause.opener if clause.kind is ClauseKind.RELATIVE else None
    return bool(opener) and syntax.words[(opener or 1) - 1].kind == "neuter"

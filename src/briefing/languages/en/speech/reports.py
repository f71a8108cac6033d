"""Reports: somebody says something by some words, in one sentence; found clause by clause over the analysis."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from briefing.extract.analysis.syntax import Clause, ClauseKind, Syntax, Tag, VerbGroup
from briefing.extract.speech.connectors import end_of_source, what_is_told
from briefing.extract.speech.extent import only_quoted, sentence_end, sentence_start
from briefing.extract.speech.report import Part, Report
from briefing.extract.words.lexicon import listed
from briefing.languages.en.grammar.saying import Frame, Saying, saying
from briefing.languages.en.grammar.voices import can_speak
from briefing.languages.en.speech.contents import behind, content_of, quoted_behind

_AFTER = frozenset({Frame.CLAUSE, Frame.THAT, Frame.LISTENER, Frame.WORDS})
_MARKS = frozenset({Tag.COMMA, Tag.QUOTATION})


def reports(syntax: Syntax) -> tuple[Report, ...]:
    """All that is reported in a sentence, in the order of the cues."""
    found = [report for number in range(len(syntax.clauses)) for report in _of_clause(syntax, number)]
    return tuple(sorted((*found, *_connected(syntax)), key=lambda report: (report.cue, report.content)))


def said_verb(syntax: Syntax, clause: Clause) -> VerbGroup | None:
    """The verb of a clause; of « did not say », « will announce » the infinitive, negated as the whole is."""
    verb = syntax.verb_of(clause)
    if verb is None or verb.infinitive is None or verb.lemma not in listed(__package__, "phrases", "helpers"):
        return verb
    return replace(syntax.verbs[verb.infinitive], negated=verb.negated, finite=verb.finite)


def _of_clause(syntax: Syntax, number: int) -> Iterator[Report]:
    clause = syntax.clauses[number]
    verb = said_verb(syntax, clause)
    entry = saying(verb.lemma) if verb is not None else None
    if verb is None or entry is None or verb.passive or clause.kind is ClauseKind.INFINITIVE:
        return
    source = _source(syntax, number)
    if source is None or (verb.negated and Frame.DENIAL not in entry.takes):
        return
    if clause.kind is not ClauseKind.INSERTION:
        content = content_of(syntax, number, verb, entry)
        if content is not None:
            indirect = not only_quoted(syntax, content)
            yield Report("en.speech.clause", _cue(syntax, verb), source, content, indirect=indirect)
            return
    yield from _around(syntax, clause, verb, entry, source)


def _cue(syntax: Syntax, verb: VerbGroup) -> Part:
    """The verb without its auxiliaries, with « that » right behind it."""
    following = verb.last < len(syntax.words) and syntax.words[verb.last].form == "that"
    return Part(verb.head, verb.last + following)


def _source(syntax: Syntax, number: int) -> int | None:
    """The noun group that speaks: « …, adding that » is who said what stands before it."""
    clause = syntax.clauses[number]
    if clause.kind is ClauseKind.PARTICIPIAL:
        clause = _governing(syntax, clause)
    source = clause.subject
    if source is None or not can_speak(syntax, syntax.nouns[source]):
        return None
    joined = syntax.nouns[source].joined_to
    return None if joined is not None and not can_speak(syntax, syntax.nouns[joined]) else source


def _governing(syntax: Syntax, clause: Clause) -> Clause:
    """The clause around a participle whose verb says something, or the participle's own."""
    around: Clause | None = clause
    while around is not None:
        around = syntax.clauses[around.parent] if around.parent is not None else None
        verb = said_verb(syntax, around) if around is not None else None
        if around is not None and verb is not None and saying(verb.lemma) is not None:
            return around
    return clause


def _around(syntax: Syntax, clause: Clause, verb: VerbGroup, entry: Saying, source: int) -> Iterator[Report]:
    """« p, X said »; « p, said X »; « X: “…” »: what stands before the verb and its subject, and quotations behind."""
    first = min(syntax.nouns[source].first, verb.first)
    start = sentence_start(syntax, first)
    before = Part(start, first - (first > 0 and syntax.words[first - 1].tag is Tag.COMMA))
    marked = first > start and syntax.words[first - 1].tag in _MARKS
    said = bool(entry.takes & _AFTER) and verb.tense.finite
    if said and marked and before.first < before.last and _ends(syntax, clause, verb, source):
        whole = clause.kind is ClauseKind.INSERTION and _goes_on(syntax, clause, verb)
        content = Part(start, sentence_end(syntax, verb.last)) if whole else before
        quoted = only_quoted(syntax, before)
        if quoted or any(w.tag is Tag.FINITE for w in syntax.words[content.first : content.last]):
            yield Report("en.speech.around", _cue(syntax, verb), source, content, indirect=not quoted)
    behind_it = quoted_behind(syntax, verb.last, len(syntax.words))
    if behind_it is not None:
        yield Report("en.speech.words", _cue(syntax, verb), source, behind_it, indirect=False)


def _ends(syntax: Syntax, clause: Clause, verb: VerbGroup, source: int) -> bool:
    """Whether nothing but whom it was told, when and where stands between the verb and the end of its clause."""
    last = max(verb.last, syntax.nouns[source].whole)
    entry = saying(verb.lemma)
    i = behind(syntax, last, listener=entry is not None and Frame.LISTENER in entry.takes)
    return i >= clause.last or syntax.words[i].tag not in (Tag.DETERMINER, Tag.NOUN, Tag.SUBJECT, Tag.ADJECTIVE)


def _goes_on(syntax: Syntax, clause: Clause, verb: VerbGroup) -> bool:
    """Whether the clause around an insertion has its verb behind it: « the ship, the owners insist, was sound »."""
    around = syntax.clauses[clause.parent] if clause.parent is not None else None
    main = syntax.verb_of(around) if around is not None else None
    return main is not None and main.first >= verb.last


def _connected(syntax: Syntax) -> Iterator[Report]:
    """« According to X, p » and « p, according to X »."""
    for number, group in enumerate(syntax.nouns):
        at = group.preposition
        if at is None or syntax.words[at].kind != "source":
            continue
        content = what_is_told(syntax, at, end_of_source(syntax, number), syntax.words[at].form)
        if content.first < content.last:
            indirect = not only_quoted(syntax, content)
            yield Report("en.speech.connector", Part(at, at + 1), number, content, indirect=indirect)

"""Speakers: who said the quoted words, from the reports of their sentence, the sentences around, or nobody."""

from __future__ import annotations

from bisect import bisect_right

from msgspec.structs import replace

from briefing.extract.analysis.syntax import ClauseKind, Syntax, Tag
from briefing.extract.chains.actors import Actor, Resolution, Voice
from briefing.extract.chains.antecedents import CITED, SUBJECT
from briefing.extract.reading import Decision, Reading
from briefing.extract.speech.continued import going_on
from briefing.extract.speech.extent import subject_of_quoted
from briefing.extract.speech.interviewed import answering
from briefing.extract.speech.report import Report
from briefing.extract.speech.talk import Talk
from briefing.model.annotation import Quotation
from briefing.model.span import Span

_DEEPEST = 8
"""Sentences before a nested quotation among which the one is that holds it: quotations nest four deep."""
_SIDE_BY_SIDE = 20
"""Quotations and commas in a row that are looked through for a verb."""
_OPENING = frozenset('«“"')
_SHORT = 3
"""Letters of a word that has no capital in a name: « du »."""


def speakers(reading: Reading, talk: Talk) -> Reading:
    """Fill `speaker`, `entity` and `cue` of each quotation; scare quotes, titles and nicknames have none."""
    within = Talk(reading, talk.rules, quoted=True)
    answers = answering(talk)
    rows: list[Quotation] = []
    around: list[Span] = []
    for row in reading.quotations:
        while around and around[-1].end <= row.start:
            around.pop()
        if row.speaker is not None:
            rows.append(_signed(row, talk))
        else:
            spoken = _nested(row, within) if around else _spoken(row, talk)
            if spoken.speaker is None and rows and _runs_on(talk.reading.text[rows[-1].end : row.start]):
                spoken = _as(rows[-1], row)
            answered = answers.get(row.start) if spoken.speaker is None else None
            rows.append(_with(talk, row, answered, None) if answered else spoken)
        around.append(row.span)
    decisions = (
        Decision(
            f"{talk.rules.code}.speech.speaker",
            row.span,
            kept=row.speaker is not None,
            why=row.speaker or "nobody says it",
        )
        for row in rows
    )
    return replace(reading, quotations=tuple(rows)).noting(*decisions)


def _runs_on(between: str) -> bool:
    """« J'ai tout donné. ¶ « Je ne regrette rien. »: a paragraph opens a quotation again that nothing has closed."""
    return "\n" in between and between.strip() in _OPENING


def _as(said: Quotation, row: Quotation) -> Quotation:
    """A quotation with the speaker of another."""
    return replace(row, speaker=said.speaker, entity=said.entity, entities=said.entities, candidates=said.candidates)


def _signed(row: Quotation, talk: Talk) -> Quotation:
    """A block quote with whom its signature names."""
    start = talk.reading.article.text.find(row.speaker or "", row.end)
    named = talk.chains.names.mentions_in(Span(start, start + len(row.speaker or "")))
    return replace(row, entity=next((m.entity for m in named), None))


def _spoken(row: Quotation, talk: Talk) -> Quotation:
    sentence = talk.reading.parsed.outer_number(row.start)
    if sentence is None:
        return row
    syntax = talk.sentences[sentence]
    k = syntax.index_at(row.start)
    if k is None or syntax.words[k].tag is not Tag.QUOTATION:
        return row
    report = _nearest(talk.reports[sentence], k)
    if report is not None and report.indirect and _is_name(syntax, k, row.exact):
        return row
    if report is not None:
        return _with(talk, row, talk.speaker(sentence, report), _cue(talk, sentence, report))
    if row.rule.endswith(".dialogue"):
        return row
    headed = _headed(talk, sentence, k)
    if headed is not None:
        return _with(talk, row, headed, None)
    if _stands_alone(syntax, k):
        return _with(talk, row, Resolution(going_on(talk, sentence, k)), None)
    if len(row.exact.split()) >= talk.rules.said or _says_itself(talk, row, syntax, k):
        return _with(talk, row, _only_source(talk, sentence, k), None)
    return row


def _says_itself(talk: Talk, row: Quotation, syntax: Syntax, k: int) -> bool:
    """« La France « condamne fermement » l'attaque »: the quoted verb tells what its subject says."""
    inner = talk.reading.parsed.at(row.start)
    told = inner is not None and inner.quotation is not None and any(talk.rules.says(v.lemma) for v in inner.verbs[:1])
    return told and subject_of_quoted(syntax, k) is not None


def _is_name(syntax: Syntax, k: int, words: str) -> bool:
    """« le chalutier “Étoile du Nord” », « le “Nordlicht” »: what a noun or an article stands before, in capitals."""
    before = syntax.words[k - 1].tag if k else Tag.STOP
    telling = [word for word in words.split() if len(word) > _SHORT]
    return before in (Tag.DETERMINER, Tag.NOUN) and all(not word[0].islower() for word in telling)


def _only_source(talk: Talk, sentence: int, k: int) -> Resolution:
    """Who alone speaks in the sentence in front of a quotation that no cue reports, or does what it says.

    « Corvel dément, [Krall] « s'excuse » », « L'usine, filiale de Krall, « s'excuse » et indique que … »: whose verb is
    quoted.
    """
    subject = subject_of_quoted(talk.sentences[sentence], k)
    if subject is not None:
        return talk.chains.source(sentence, subject)
    joined = (
        k + 1 < len(talk.sentences[sentence].words) and talk.sentences[sentence].words[k + 1].tag is Tag.COORDINATOR
    )
    told = {
        report.source: report
        for report in talk.reports[sentence]
        if report.source is not None and (report.cue.last <= k or (joined and report.cue.first == k + 2))
    }
    return talk.speaker(sentence, next(iter(told.values()))) if len(told) == 1 else Resolution(None)


def _nested(row: Quotation, talk: Talk) -> Quotation:
    """« Le préfet m'a dit : “Signez” »: a quotation in another, told by its own sentence or by nobody."""
    last = bisect_right(talk.starts, row.start)
    for sentence in range(max(0, last - _DEEPEST), last):
        syntax = talk.sentences[sentence]
        k = syntax.index_at(row.start) if syntax.span.contains(row.span) else None
        if k is not None and syntax.words[k].tag is Tag.QUOTATION:
            report = _nearest(talk.reports[sentence], k)
            if report is not None and report.source is not None:
                return _with(talk, row, talk.speaker(sentence, report), _cue(talk, sentence, report))
    return row


def _with(talk: Talk, row: Quotation, said: Resolution, cue: str | None) -> Quotation:
    actor = said.actor
    if actor is None or (_is_no_person(actor) and talk.rules.turns.speak_of_oneself(row.exact)):
        return replace(row, cue=cue, candidates=said.candidates)
    thing = actor.voice is None or (actor.voice is Voice.DOCUMENT and actor.number == "p")  # « des informations »
    if thing and not actor.named and actor.entity is None:
        return replace(row, cue=cue)
    return replace(row, speaker=actor.name, entity=actor.entity, entities=actor.entities, cue=cue)


def _is_no_person(actor: Actor) -> bool:
    """« la commune » says nothing of « mon mari »; who is named may be a person that no word tells as one."""
    return actor.voice not in (Voice.PERSON, Voice.SOURCE) and not (actor.named and actor.voice is None)


def _nearest(found: tuple[Report, ...], k: int) -> Report | None:
    """The report with the shortest content that holds word `k`."""
    holding = [report for report in found if report.content.first <= k < report.content.last]
    return min(holding, key=lambda r: (r.content.last - r.content.first, -r.cue.first), default=None)


def _cue(talk: Talk, sentence: int, report: Report) -> str:
    """The cue as written, without « que »."""
    syntax = talk.sentences[sentence]
    last = report.cue.last
    while last > report.cue.first + 1 and syntax.words[last - 1].tag is Tag.SUBORDINATOR:
        last -= 1
    return syntax.span_of(report.cue.first, last).of(talk.reading.article.text)


def _stands_alone(syntax: Syntax, k: int) -> bool:
    """Whether a quotation makes a sentence of its own."""
    quoted = {Tag.QUOTATION, Tag.COMMA}
    first = k
    while first > max(0, k - _SIDE_BY_SIDE) and syntax.words[first - 1].tag in quoted:
        first -= 1
    last = k + 1
    while last < min(len(syntax.words), k + _SIDE_BY_SIDE) and syntax.words[last].tag in quoted:
        last += 1
    led = syntax.words[first - 1].form == ":" and any(word.tag is Tag.FINITE for word in syntax.words[:first])
    opens = first == 0 or (syntax.words[first - 1].tag is Tag.STOP and not led)
    return opens and (last == len(syntax.words) or syntax.words[last].tag is Tag.STOP)


def _headed(talk: Talk, sentence: int, k: int) -> Resolution | None:
    """« Camille Roy : « … » », « Le sélectionneur a perdu patience : « … » »: who stands before the colon.

    Where that is a pronoun, whom it means or nobody: not whom the sentence mentions beside.
    """
    syntax = talk.sentences[sentence]
    if k == 0 or syntax.words[k - 1].form != ":":
        return None
    subject = _leading_subject(talk, sentence, k)
    if subject is not None:
        return subject
    main = {c.subject for c in syntax.clauses if c.kind is ClauseKind.MAIN}
    beside = {group.first for n, group in enumerate(syntax.nouns) if n not in main}
    told = talk.chains.told.in_sentence(sentence)
    named = [n for n in told if n.word < k and not (n.rank == SUBJECT and n.word in beside)]
    ranked = sorted(named, key=lambda n: (n.rank, n.word))
    people = [n.actor for n in ranked if n.actor.voice in (Voice.PERSON, Voice.BODY)]
    if not people:
        return None
    verbless = all(word.tag is not Tag.FINITE for word in syntax.words[:k])
    alone = len({n.actor.name for n in ranked}) == 1
    return Resolution(people[0]) if ranked[0].rank < CITED or (verbless and alone) else None


def _leading_subject(talk: Talk, sentence: int, k: int) -> Resolution | None:
    """« Interrogé par des élus, [il] a nié tout retard : « … » »: who speaks in the clause that leads to the colon."""
    syntax = talk.sentences[sentence]
    clause = syntax.clause_at(k - 2)
    subject = clause.subject if clause is not None and clause.kind is ClauseKind.MAIN else None
    pronoun = subject is not None and syntax.words[syntax.nouns[subject].head].tag is Tag.SUBJECT
    if subject is None or not (pronoun or subject in talk.chains.speaking.get(sentence, ())):
        return None
    said = talk.chains.resolve(sentence, subject)
    return said if pronoun or said.actor is not None else None

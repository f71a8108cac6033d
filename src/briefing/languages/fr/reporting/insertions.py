"""Insertions: « …, assure le maire, … », a verb of saying with its subject in or behind what is said."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from briefing.extract.analysis.syntax import Clause, ClauseKind, Syntax, Tag, VerbGroup
from briefing.extract.speech.connectors import with_appositions
from briefing.extract.speech.extent import only_quoted, sentence_end, sentence_start
from briefing.extract.speech.report import Part, Report
from briefing.languages.fr.grammar.voices import can_speak, nouns_of, spellings
from briefing.languages.fr.reporting.cues import Cue, CueVerb, Frame, is_cue


class Saying(Struct, frozen=True):
    """A verb of saying in its clause, and the noun group that says it."""

    syntax: Syntax
    clause: Clause
    cue: CueVerb
    source: int | None

    def fits(self, entry: Cue) -> bool:
        """Whether the source is what the entry asks for: « l'étude montre une baisse », not « le guide »."""
        return self.source is None or can_speak(self.syntax, self.syntax.nouns[self.source], entry.subject or "")


def is_inserted(found: Saying) -> bool:
    """« …, assure le maire »: the verb stands in or behind what is said, its subject behind it or unsaid."""
    if found.cue.having(Frame.INSERTION) is None:
        return False
    if found.clause.kind is ClauseKind.INSERTION:
        return True
    verb, words = found.cue.verb, found.syntax.words
    behind = found.source is not None and found.syntax.nouns[found.source].first >= verb.last
    behind = behind or verb.inverted is not None
    before = words[verb.first - 1].tag if verb.first else None
    named = before is Tag.QUOTATION and verb.first > 1 and words[verb.first - 2].tag is Tag.DETERMINER
    return behind and before in (Tag.COMMA, Tag.QUOTATION) and not named and found.clause.opener is None


def said_around(found: Saying) -> Iterator[Report]:
    """What an insertion reports: the quotations around it, or the sentence that it stands in."""
    syntax, verb = found.syntax, found.cue.verb
    first = verb.first - (syntax.words[verb.first - 1].tag is Tag.COMMA if verb.first else 0)
    cue = Part(verb.first, found.cue.last)
    start = max(_start_of_said(syntax, first), _behind_another(found))
    before, later = Part(start, first), Part(found.cue.last, len(syntax.words))
    told = any(_is_said(syntax, i) for i in range(later.first, later.last))
    if told and not _states(syntax, before):
        first = start  # « Pour autant, prévient l'économiste, « rien n'est joué » »
    if first > start and not only_quoted(syntax, before):
        whole = Part(start, sentence_end(syntax, later.first))
        content = whole if _goes_on(found) else _completed(found, whole) or before
        yield Report("fr.speech.insertion", cue, found.source, content, indirect=True)
    elif first > start or not told:
        yield Report("fr.speech.insertion", cue, found.source, before if first > start else later, indirect=False)
    if told:
        yield Report("fr.speech.insertion", cue, found.source, later, indirect=False)


def _states(syntax: Syntax, part: Part) -> bool:
    """Whether words have a verb or are quoted: more than what opens a sentence."""
    return any(word.tag in (Tag.FINITE, Tag.QUOTATION) for word in syntax.words[part.first : part.last])


def _start_of_said(syntax: Syntax, first: int) -> int:
    """Behind the full stop, or behind a colon between two statements: « Il nie : le prêt a, dit-il, … »."""
    start, words = sentence_start(syntax, first), syntax.words
    colon = next((i for i in range(first - 1, start, -1) if words[i].form == ":"), None)
    sides = () if colon is None else (words[start:colon], words[colon + 1 : first])
    states = [any(word.tag in (Tag.FINITE, Tag.QUOTATION) for word in side) for side in sides]
    return colon + 1 if colon is not None and all(states) else start


def _behind_another(found: Saying) -> int:
    """« Une source évoque un feu, mais [rien n'est exclu], dit le parquet »: where what somebody else says ends."""
    clauses = found.syntax.clauses
    around = clauses[found.clause.parent] if found.clause.parent is not None else None
    other = clauses[around.coordinated] if around is not None and around.coordinated is not None else None
    verb = found.syntax.verb_of(other) if other is not None else None
    return around.first if around is not None and verb is not None and is_cue(verb.lemma) else 0


def _is_said(syntax: Syntax, i: int) -> bool:
    """A quotation that goes on, and does not name a thing: « …, a-t-il lancé à ceux qui tiennent le « tabouret » »."""
    joint = syntax.words[i - 1] if i else syntax.words[i]
    clause = syntax.clause_at(i)
    aside = clause is not None and clause.kind is ClauseKind.RELATIVE  # « …, dit la chanteuse, primée pour « Ondine » »
    of = joint.form in spellings("de") and joint.kind != "contracted"
    named = joint.tag in _NAMING or (joint.tag is Tag.PREPOSITION and not of)
    return syntax.words[i].tag is Tag.QUOTATION and not named and not aside


_NAMING = frozenset({Tag.DETERMINER, Tag.NOUN, Tag.ADJECTIVE, Tag.NAME, Tag.PARTICIPLE})


def _goes_on(found: Saying) -> bool:
    """Whether the verb or its object stands behind the insertion: « la grève, assure-t-il, [continue] »."""
    syntax = found.syntax
    around = syntax.clauses[found.clause.parent] if found.clause.parent is not None else None
    verb = syntax.verb_of(around) if around is not None else None
    if verb is None or verb.first >= found.cue.last:
        return verb is not None
    comma = found.cue.last
    behind = syntax.words[comma : comma + 2]
    before = syntax.words[verb.last : found.cue.verb.first - 1]
    broken_off = all(word.tag is Tag.ADVERB for word in before)  # « il pèse encore, a-t-il dit, moins de 4 % »
    return broken_off and len(behind) > 1 and behind[0].tag is Tag.COMMA and behind[1].tag in _OBJECT


_OBJECT = frozenset({Tag.DETERMINER, Tag.NUMBER, Tag.ADJECTIVE, Tag.ADVERB, Tag.QUOTATION})


def _completed(found: Saying, whole: Part) -> Part | None:
    """« [En cause, dit la maire, un tuyau] », « Faux, dit la maire : [la salle est pleine] »: what a fragment opens."""
    syntax, source = found.syntax, found.source
    around = syntax.clauses[found.clause.parent] if found.clause.parent is not None else None
    if source is None or (around is not None and syntax.verb_of(around) is not None):
        return None
    mark = max(with_appositions(syntax, source), found.cue.last)
    named = syntax.noun_at(mark + 1)
    if named is not None and syntax.words[mark].tag is Tag.COMMA and not can_speak(syntax, named):
        return whole if named.determiner == mark + 1 else None
    told = Part(mark + 1, sentence_end(syntax, mark + 1))
    states = any(word.tag is Tag.FINITE for word in syntax.words[told.first : told.last])
    return told if states and syntax.words[mark].form == ":" else None


def speaks_behind_quotation(syntax: Syntax, clause: Clause) -> bool:
    """« « … », soulève la professeure »: whoever stands so behind a quotation says it, whatever the verb."""
    verb, source = syntax.verb_of(clause), syntax.subject_of(clause)
    if verb is None or source is None or verb.first < 2:
        return False
    if verb.inverted is None and source.first < verb.last - 1:
        return False
    comma, quoted = syntax.words[verb.first - 1], syntax.words[verb.first - 2]
    behind = comma.tag is Tag.COMMA and quoted.tag is Tag.QUOTATION
    if not behind or verb.passive or not can_speak(syntax, source):
        return False
    form = syntax.words[source.head].form
    return form not in nouns_of("behind_nobody") and not (
        form in nouns_of("behind_perhaps") and verb.lemma in nouns_of("impersonal")
    )


def direct(syntax: Syntax, clause: Clause, verb: VerbGroup) -> Report:
    """What the quotation before a verb says."""
    content = Part(sentence_start(syntax, verb.first), verb.first - 1)
    return Report("fr.speech.insertion", Part(verb.first, verb.last), clause.subject, content, indirect=False)

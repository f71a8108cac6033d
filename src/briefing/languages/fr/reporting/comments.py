"""Comments: a clause that tells who says the rest of its sentence, « comme l'a dit le maire », « ce que nie Lyon »."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extract.analysis.syntax import Clause, ClauseKind, Syntax, Tag
from briefing.extract.speech.extent import only_quoted, sentence_end, sentence_start
from briefing.extract.speech.report import Part, Report
from briefing.languages.fr.reporting.cues import cue_verb
from briefing.languages.fr.reporting.insertions import Saying

_POINTED = 2
"""Words from « que » back to the verb of « c'est ce que »."""


def of_what_was_said(found: Saying) -> Iterator[Report]:
    """« …, ce que contestent les économistes », « C'est ce qu'a indiqué la préfecture »: what was said before."""
    content = _before_comma(found) or _pointed_back(found)
    if content is not None and found.source is not None:
        cue = Part(found.cue.verb.first, found.cue.last)
        yield Report("fr.speech.what", cue, found.source, content, indirect=True)


def _before_comma(found: Saying) -> Part | None:
    """What the sentence said before, or what it reported."""
    syntax, comma = found.syntax, found.clause.first - 2
    if comma < 1 or syntax.words[comma].tag is not Tag.COMMA:
        return None
    told = [c for c in syntax.clauses if c.kind is ClauseKind.COMPLETIVE and c.opener is not None and c.first < comma]
    return Part(told[-1].opener + 1 if told and told[-1].opener is not None else sentence_start(syntax, comma), comma)


def _pointed_back(found: Saying) -> Part | None:
    """« C'est du moins ce qu'a indiqué X »: the words themselves, for what they point to is another sentence."""
    syntax, verb = found.syntax, found.clause.first - _POINTED
    while verb > 0 and syntax.words[verb].tag is Tag.ADVERB:
        verb -= 1
    if verb < 1 or syntax.words[verb].lemma != "être" or syntax.words[verb - 1].kind != "neuter":
        return None
    opens = verb == 1 or syntax.words[verb - 2].tag is Tag.STOP
    return Part(verb - 1, sentence_end(syntax, verb)) if opens else None


def as_said(found: Saying) -> Iterator[Report]:
    """« Comme l'a souligné la rapporteure, … »: the rest of the sentence, or the sentence around it."""
    syntax, clause = found.syntax, found.clause
    if found.source is None or found.cue.cues[0].stance == "denial":
        return  # « La firme dément, comme elle a toujours démenti »
    opening = all(word.tag in (Tag.COORDINATOR, Tag.ADVERB, Tag.COMMA) for word in syntax.words[: clause.first])
    if not opening and _is_denied(syntax, clause):
        return  # « Elle conteste tout risque, comme l'a affirmé le maire »: he affirmed what she denies
    end = max(clause.last, syntax.nouns[found.source].whole)
    first = _behind_apposition(syntax, found.source, end) if opening else sentence_start(syntax, clause.first)
    content = Part(first, sentence_end(syntax, first))
    quoted = only_quoted(syntax, content)
    yield Report("fr.speech.as_said", Part(clause.first, found.cue.last), found.source, content, indirect=not quoted)


def _is_denied(syntax: Syntax, clause: Clause) -> bool:
    """Whether the clause around another denies."""
    around = syntax.clauses[clause.parent] if clause.parent is not None else None
    verb = syntax.verb_of(around) if around is not None else None
    cue = cue_verb(syntax, verb) if verb is not None else None
    return cue is not None and cue.cues[0].stance == "denial"


def _behind_apposition(syntax: Syntax, source: int, end: int) -> int:
    """The word behind « , présidente du refuge, »."""
    for group in syntax.nouns:
        if group.apposed_to == source and group.first >= end:
            end = group.whole
    return end + (end < len(syntax.words) and syntax.words[end].tag is Tag.COMMA)

"""What the shape of a form tells in any language: digits, signs and marks, and a name by its capital."""

from __future__ import annotations

from briefing.extract.analysis.syntax import Tag
from briefing.extract.analysis.tagging.costs import Candidate
from briefing.extract.words.morphology import Analysis, Lexicon, Pos, Tense

VERBAL = {Tense.PARTICIPLE: Tag.PARTICIPLE, Tense.INFINITIVE: Tag.INFINITIVE, Tense.GERUND: Tag.GERUND}
"""What the forms of a verb are that have no person."""
_MARKS = dict.fromkeys(",–—", Tag.COMMA) | dict.fromkeys("()[]", Tag.BRACKET) | {"&": Tag.COORDINATOR}
_UNITS = frozenset("%€$£¥°‰")


def sign(form: str, ordinals: tuple[str, ...]) -> Candidate:
    """The reading of a form that begins with no letter; `ordinals` are the endings behind digits: « 3e », “3rd”."""
    if form[0].isdecimal():
        if form.endswith(ordinals):
            return Candidate(Tag.ADJECTIVE, form, kind="ordinal")
        return Candidate(Tag.NUMBER, form, number="" if form in ("0", "1") else "p", kind="digits")
    if form[0] in "@#" and len(form) > 1:
        return Candidate(Tag.NAME, form, kind="handle")
    if form in _UNITS:
        return Candidate(Tag.NOUN, form, kind="unit")
    return Candidate(_MARKS.get(form, Tag.STOP), form)


def name(form: str, lexicon: Lexicon) -> Candidate:
    """The reading of a form as a name, by the lexicon's where it has it: a given name before others."""
    titled = form[0].upper() + form[1:]
    known = [a for a in lexicon.analyses(titled) if a.pos is Pos.NAME]
    if not known and "-" in form:
        known = [a for a in lexicon.analyses(form.title()) if a.pos is Pos.NAME]
    given = [a for a in known if a.kind == "given"]
    first = (given or known or [Analysis(titled, Pos.NAME, kind="unknown")])[0]
    return Candidate(Tag.NAME, titled, first.gender, kind=first.kind)

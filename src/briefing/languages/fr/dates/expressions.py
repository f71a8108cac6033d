"""Dates in French text: where they stand, and what they mean."""

from __future__ import annotations

from functools import partial

from briefing.extract.analysis.syntax import Syntax
from briefing.extract.dates.constructions import Item
from briefing.extract.dates.outlook import OutlookWords, outlook
from briefing.extract.dates.resolution import DateRules, dating
from briefing.languages.fr.dates.forms import CONSTRUCTIONS
from briefing.languages.fr.dates.vocabulary import date_words, words_of
from briefing.languages.fr.dates.years import judged
from briefing.languages.fr.grammar.voices import nouns_of, spellings
from briefing.languages.fr.reporting.cues import Frame, reports_alone, stance_of

_TIMES = frozenset({"depuis", "dès", "avant", "après", "durant", "jusque"})
_SAYING = frozenset({"neutral", "assertive", "opinion", "denial"})
_AIM = frozenset({"pour", "pour le"})


def _items(syntax: Syntax) -> list[Item]:
    return CONSTRUCTIONS.reduce(judged(date_words().items(syntax)))


def _is_telling(lemma: str, quoted: bool) -> bool:
    """« assure mardi le maire », « « … », lance mardi le maire »; « la grève commence mardi » tells nothing."""
    return reports_alone(lemma, Frame.INSERTION if quoted else Frame.THAT) and stance_of(lemma) in _SAYING


def _rules() -> DateRules:
    words = OutlookWords(
        modal=words_of("modal"),
        prospective=words_of("prospective"),
        recent=words_of("recent"),
        hoped=words_of("hoped"),
        excluded=words_of("excluded"),
        scheduled=words_of("scheduled"),
        states=words_of("state"),
        reached=words_of("reached"),
        of=spellings("de"),
        of_kind=nouns_of("bare_of"),
        to=spellings("à") | _AIM,
        aim=_AIM,
        is_telling=_is_telling,
    )
    return DateRules(
        name="fr.dates",
        items=_items,
        outlook=partial(outlook, words=words),
        back=frozenset({"depuis"}),
        ahead=frozenset({"dès", "jusque", "avant"}),
        until=frozenset({"jusque"}),
        lasting=words_of("lasting"),
        by=frozenset({"dici"}),
        adverbial=frozenset({"en", "le"}),
        happening=words_of("happening"),
        before_events=frozenset(form for form, meant in date_words().meant.items() if meant.tag in _TIMES),
    )


dates = dating(_rules)

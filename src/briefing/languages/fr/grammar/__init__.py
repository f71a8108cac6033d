"""The grammar of French: its words, what may follow what, and how they make groups and clauses."""

from __future__ import annotations

import re
from functools import cache

from briefing.extract.analysis.grammar import Grammar
from briefing.extract.analysis.group_words import GroupWords
from briefing.extract.analysis.tagging.steps import Steps
from briefing.extract.analysis.tagging.tables import costs, expressions
from briefing.extract.analysis.tagging.tagger import Tagger
from briefing.extract.analysis.tokens import Tokens, any_of
from briefing.languages.fr.grammar.voices import is_body, is_either, may_title, nouns_of, taking_up
from briefing.languages.fr.grammar.words import readings, unaccented


def _pattern() -> re.Pattern[str]:
    """How French is cut."""
    enclitic = nouns_of("enclitic")
    return re.compile(
        rf"""
      (?=\S)(?:                                                            # no space is tried as a word
      (?-i:[^\W\d_]+)(?=[ ,;!?)»\n])                                        # most words, at once
    | https?://\S+ | (?<![\w@.-])[\w-]{{1,60}}+(?:\.[\w-]{{1,30}}){{1,4}}/\S*    # addresses
    | {any_of(nouns_of("whole"))}\b
    | {any_of(nouns_of("abbreviated"))}\.(?=\s)                                 # M. Petit
    | (?<![^\W\d_]){any_of(nouns_of("measure"))}/{any_of(nouns_of("per"))}\b       # 130 km/h
    | (?-i:[A-ZÀ-Þ]\.(?:-?[A-ZÀ-Þ]\.)*(?=\s?[A-ZÀ-Þ,a-zà-ÿ]))              # J.-P. Petit, Paul L., 52 ans
    | {any_of(nouns_of("elided"))}'
    | \d{{1,3}}(?:[ .']\d{{3}})+(?:,\d+)?(?!\d) | \d+(?:[.,:]\d+)*(?:[a-z]+\b)?  # 12 000; 3,5; 18h; 1er
    | (?<=\w)-(?:t-)?{any_of(enclitic | nouns_of("enclitic_article"))}\b
    | [^\W\d_][^\W_]*(?:\.(?=[^\W\d_]\.)[^\W\d_])*                          # O.N.U.
      (?:['’](?=[^\W\d_])[^\W_]+)*
      (?:-(?!(?:t-)?{any_of(enclitic)}\b)(?:[ld]')?[^\W_]+)*
    | [@\#][^\W_]\w*                                                      # @GPetit
    | \.{{3}}|…|[^\w\s]
      )
    """,
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def grammar() -> Grammar:
    """The French grammar."""
    return Grammar(
        tokens=Tokens(_pattern(), expressions(__package__), unaccented()),
        tagger=Tagger(readings, Steps(costs(__package__), frozenset({"être", "avoir"}))),
        groups=GroupWords(
            having="avoir",
            being="être",
            moving=nouns_of("moving"),
            of=nouns_of("of"),
            binding=nouns_of("binding"),
            telling=nouns_of("telling"),
            told=nouns_of("told"),
            pointing=taking_up(),
            is_person=may_title,
            is_body=is_body,
            is_either=is_either,
        ),
    )

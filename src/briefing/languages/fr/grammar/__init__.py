"""The grammar of French: its words, what may follow what, and how they make groups and clauses."""

from __future__ import annotations

import re
from functools import cache

from briefing.extract.analysis.grammar import Grammar
from briefing.extract.analysis.group_words import GroupWords
from briefing.extract.analysis.tagging.costs import Steps
from briefing.extract.analysis.tagging.tagger import Tagger
from briefing.extract.analysis.tagging.written import costs
from briefing.extract.analysis.tokens import Tokens
from briefing.languages.fr.grammar.voices import is_body, is_person, nouns_of
from briefing.languages.fr.grammar.words import expressions, readings

_PATTERN = re.compile(
    r"""
      https?://\S+ | (?<![\w@.-])[\w-]{1,60}(?:\.[\w-]{1,30}){1,4}/\S*    # addresses
    | (?:aujourd'hui|rendez-vous|quelqu'un|prud'hom\w+|main-d'\w+|chefs?-d'\w+|presqu'île)\b
    | (?:mm?|mgr|dre?|pre?)\.(?=\s)                                       # M. Petit
    | (?<![^\W\d_])(?:k?m|k?g|[tl]|[kmgt]?wh)/(?:h|s|km|ha|an|l)\b          # 130 km/h
    | (?-i:[A-ZÀ-Þ]\.(?:-?[A-ZÀ-Þ]\.)*(?=\s?[A-ZÀ-Þ,a-zà-ÿ]))              # J.-P. Petit, Paul L., 52 ans
    | (?:jusqu|lorsqu|puisqu|quoiqu|qu|[ldjmtsnc])'                         # elision
    | \d{1,3}(?:[ .']\d{3})+(?:,\d+)?(?!\d) | \d+(?:[.,:]\d+)*(?:[a-z]+\b)?  # 12 000; 3,5; 18h; 1er
    | (?<=\w)-(?:t-)?(?:ils?|elles?|on|je|tu|nous|vous|ce|l[ea]s?|moi|toi|lui|leur|y|en)\b
    | [^\W\d_][^\W_]*(?:\.(?=[^\W\d_]\.)[^\W\d_])*                          # O.N.U.
      (?:['’](?=[^\W\d_])[^\W_]+)*
      (?:-(?!(?:t-)?(?:ils?|elles?|on|je|tu|nous|vous|ce|moi|toi|lui|leur)\b)(?:[ld]')?[^\W_]+)*
    | [@\#][^\W_]\w*                                                      # @GPetit
    | \.{3}|…|[^\w\s]
    """,
    re.VERBOSE | re.IGNORECASE,
)


@cache
def grammar() -> Grammar:
    """The French grammar."""
    return Grammar(
        tokens=Tokens(_PATTERN, expressions()),
        tagger=Tagger(readings, Steps(costs(__package__), frozenset({"être", "avoir"}))),
        groups=GroupWords(
            having="avoir",
            being="être",
            moving=nouns_of("moving"),
            of=frozenset({"de", "d'", "du", "des", "d'entre"}),
            binding=frozenset({"à", "au", "aux", "chez"}),
            telling=frozenset({"à", "chez"}),
            told=nouns_of("told"),
            is_person=is_person,
            is_body=is_body,
        ),
    )

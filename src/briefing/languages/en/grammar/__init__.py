"""The grammar of English: its words, what may follow what, and how they make groups and clauses."""

from __future__ import annotations

import re
from functools import cache

from briefing.extract.analysis.grammar import Grammar
from briefing.extract.analysis.group_words import GroupWords
from briefing.extract.analysis.tagging.steps import Steps
from briefing.extract.analysis.tagging.tables import costs, expressions
from briefing.extract.analysis.tagging.tagger import Tagger
from briefing.extract.analysis.tokens import Tokens, any_of
from briefing.languages.en.grammar.saying import takes_clause
from briefing.languages.en.grammar.voices import is_body, is_person, nouns_of
from briefing.languages.en.grammar.words import readings


def _pattern() -> re.Pattern[str]:
    """How English is cut."""
    contracted = any_of(nouns_of("contracted"))
    return re.compile(
        rf"""
      (?=\S)(?:                                                           # no space is tried as a word
      (?-i:[^\W\d_]+)(?=[ ,;!?)”\n])                                       # most words, at once
    | https?://\S+ | (?<![\w@.-])[\w-]{{1,60}}+(?:\.[\w-]{{1,30}}){{1,4}}/\S*     # addresses
    | (?:{any_of(nouns_of("abbreviated"))}|{any_of(nouns_of("numbered"))}(?=\.\s\d))\.(?=\s)
    | (?-i:(?:[A-Z]\.){{2,}}|[A-Z]\.(?=\s[A-Z]))                             # U.S.; J. Lund
    | [ap]\.m\.
    | n't\b | '{contracted}\b | (?<=s)'(?=\s)                              # didn't, it's; the tenants' account
    | \d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?(?!\d) | \d+(?:[.:]\d+)*(?:[a-z]+\b)?    # 12,000; 3.5; 9.40; 3rd; 40m
    | [^\W\d_]+?(?=n't\b)                                                  # did|n't
    | [^\W\d_][^\W_]*(?:'(?!{contracted}\b)(?=[^\W\d_])[^\W_]+)*(?:[-&](?=\w)[^\W_]+(?:'(?!s\b)[^\W_]+)*)*
    | [@\#][^\W_]\w*                                                       # @GPetit
    | \.{{3}}|…|[^\w\s]
      )
    """,
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def grammar() -> Grammar:
    """The English grammar."""
    return Grammar(
        tokens=Tokens(_pattern(), expressions(__package__)),
        tagger=Tagger(readings, Steps(costs(__package__), frozenset({"be", "have"}))),
        marks="“”«»\"'",
        groups=GroupWords(
            having="have",
            being="be",
            progressive="be",
            heads_last=True,
            takes_clause=takes_clause,
            of=nouns_of("of"),
            binding=nouns_of("binding"),
            told=nouns_of("told"),
            is_person=is_person,
            is_body=is_body,
        ),
    )

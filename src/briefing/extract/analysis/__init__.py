"""The analysis of a sentence: words and tags, groups, clauses; by a grammar that a language gives as data."""

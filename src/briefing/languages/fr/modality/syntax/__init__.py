"""A little French syntax: words, finite verbs and the clauses that they head."""

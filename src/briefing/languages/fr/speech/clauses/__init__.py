"""Clauses that report: cue verbs, their subjects, and how far what they report goes."""

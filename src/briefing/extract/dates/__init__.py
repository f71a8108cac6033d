"""Dates: what a language's words for days, months and stretches of time mean, and the day from which that is seen."""

"""Words of a language: word lists, forms for the search, the lexicon of all analyses."""

"""The names that every French reader knows: countries, towns, bodies, events, and their adjectives."""

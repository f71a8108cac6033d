"""Names in any language: known ones, people and their short forms, acronyms, and the choice among candidates."""

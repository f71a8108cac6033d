"""Which sentences and clauses are statements, and how sure the text is of each."""

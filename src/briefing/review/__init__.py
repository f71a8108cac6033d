"""Review: what waits for a person, and what a person decides about it."""

"""How alike two claims are: which pairs are compared, by which features, and what these weigh."""

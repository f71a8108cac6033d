"""Words, tags and noun groups: the little French grammar that speech rules stand on."""

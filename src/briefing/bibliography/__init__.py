"""References to articles and claims, in the formats of the programs that manage them."""

"""Material as the frame of our pages: its HTML repaired, its styles pruned, its scripts replaced, a policy over it."""

"""Editions: what a reader could see on the day of each publication, and what changed between two of them."""

"""Quantities: how numbers are written, whatever the language calls them, and what can be reckoned with them."""

"""Claims about the same thing that do not agree, and the field in which they part."""

"""How well the rules do: what they extract from annotated articles, against the annotations."""

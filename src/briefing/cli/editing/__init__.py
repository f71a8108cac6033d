"""The commands by which a person decides: each writes through the acts of `review`, and `undo` takes it back."""

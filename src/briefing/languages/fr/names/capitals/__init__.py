"""Names that only their capitals show: sequences of capitalised words, and what tells names from first words."""

"""The questions that articles answer in several ways, their pictures, and the table of who says what."""

"""Speech: who says what, and by which words; a language gives the reports of a sentence."""

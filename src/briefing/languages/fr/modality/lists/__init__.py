"""The word lists of modality, and how their entries are found."""

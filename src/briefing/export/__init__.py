"""Export: the dossier in the formats of other programs."""

"""Export: the dossier in the formats of other programs."""

NAMES = ("json", "csv", "jsonld", "annotations", "csl-json", "bibtex", "ris", "schema", "ro-crate", "markdown")
"""What can be asked for; each is made in a module that is loaded when it is."""

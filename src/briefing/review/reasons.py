"""Why claims are rejected, in the site's language: what a person chooses from before writing something else."""

REASONS = (
    "non vérifiable",
    "hors sujet",
    "passage mal découpé",
    "répète une autre affirmation",
    "opinion de l’auteur",
    "titre, légende ou mention du site",
    "contresens de la machine",
)

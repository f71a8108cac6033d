"""Relate: all claims of all articles become one dossier."""

"""Tagging: what each word does in its sentence."""

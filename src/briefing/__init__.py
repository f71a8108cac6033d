"""Briefing: press articles in, a cross-referenced research briefing out."""

__version__ = "0.1.0"

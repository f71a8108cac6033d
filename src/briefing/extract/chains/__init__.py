"""Chains of mention: who is who in an article."""

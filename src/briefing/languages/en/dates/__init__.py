"""Dates: temporal expressions and their values as partial ISO 8601."""

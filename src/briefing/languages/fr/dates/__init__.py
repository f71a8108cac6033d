"""Dates: what day, month or stretch of time French words name."""

"""Collect: reading what a project holds, strictly and with line numbers."""

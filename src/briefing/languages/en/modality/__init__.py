"""Modality: how sure the text is of each statement."""

"""`briefing serve`: a preview that follows every change."""

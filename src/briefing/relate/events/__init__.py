"""Articles: which of them tell of one event."""

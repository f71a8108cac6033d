"""Who says what: quotations, indirect speech and speakers."""

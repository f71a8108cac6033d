"""Sources named without a verb: « selon », « pour », « les accusations de »."""

"""What one claim says, cut into what can be compared: words, numbers, names, dates, and whether it denies."""

"""Writing to disk: files whole or not at all, one writer at a time, and only what the program itself put there."""

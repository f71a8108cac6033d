"""The forms that dates take: a small language for them, and all forms written in it."""

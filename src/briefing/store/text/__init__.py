"""The text of a claim file: written anew, and changed in place."""

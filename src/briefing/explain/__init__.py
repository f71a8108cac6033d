"""Why the rules found what they found: in a line of an article, and between two claims."""

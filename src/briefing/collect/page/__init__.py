"""HTML pages: what they declare, how they are laid out, and which part of them is the article."""

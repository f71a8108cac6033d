"""Extract: the language-free engine, from an article to its draft claims."""

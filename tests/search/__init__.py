"""What the search is tested with: words, queries and the texts they search."""

"""Layout: what the lines of an article are, and where its sentences end."""

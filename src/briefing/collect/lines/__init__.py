"""What a single line of an article or of a site tells: who wrote it and when, or that it is the site's."""

"""What stands on a page beside the article: boxes, teasers, and the names by which sites mark them."""

"""What stands on a page beside the article: boxes, further articles, and the names by which sites mark them."""

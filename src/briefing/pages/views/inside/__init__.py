"""Views of what one article, one claim or one group holds."""

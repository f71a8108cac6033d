"""Views of what one article or one claim holds."""

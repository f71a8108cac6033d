"""The pages of the site: addresses, views, templates, words, styles."""

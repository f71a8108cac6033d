"""Views that run across all articles: pages of a long list, who agrees, what stands alone, what happened when."""

"""Files that a site writes beside the pages of MkDocs."""

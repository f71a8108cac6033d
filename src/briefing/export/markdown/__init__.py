"""Every page of a site as plain Markdown, for engines that run no plugins."""

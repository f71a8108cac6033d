"""Every problem of a project: corpus, claims, links, entities, pages and citations."""

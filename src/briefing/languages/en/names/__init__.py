"""Names: which words name a person, body, place or event, and what a capital stands for when it acts."""

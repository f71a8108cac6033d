"""Names in French: people, places, bodies and events, and which words mean the same one."""

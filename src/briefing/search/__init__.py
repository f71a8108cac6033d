"""Search: an index of the claims that a browser reads without a server, and the box that asks it."""

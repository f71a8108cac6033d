"""Which claims state something that can be checked, and why the others do not."""

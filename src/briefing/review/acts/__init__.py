"""What a person can do: each act says which files it changes, and how, before anything is written."""

"""The map: an outline of the world that is packed with the program, and what the dossier places on it."""

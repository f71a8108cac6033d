"""Dossiers with all their links, what the program finds of them, and the fitting of the weights by which it finds."""

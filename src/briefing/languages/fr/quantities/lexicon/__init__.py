"""The French words of number, unit and bound, and the classes that read them."""

"""The words that dates are made of, and where in a text they stand."""

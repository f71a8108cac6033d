"""What the lines of a body are, where sentences end, and which quotation marks make a pair."""

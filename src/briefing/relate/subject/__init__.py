"""What a claim is about, reduced to what can be compared with another claim."""

"""What joins claims: groups that say the same, differences, questions, series of numbers, and what is only proposed."""

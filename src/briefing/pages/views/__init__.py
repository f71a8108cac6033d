"""What templates see: small frozen values, every address and every word decided before anything is rendered."""

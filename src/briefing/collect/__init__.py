"""What is published elsewhere becomes `corpus/<id>.md`: its words unchanged, the site around them gone."""

"""How sure a sentence is: signs, splitting into statements, the order of verdicts."""

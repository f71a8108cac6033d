"""Numbers with their units and bounds: « plus de 12.000 soldats », « 425 millions de dollars »."""

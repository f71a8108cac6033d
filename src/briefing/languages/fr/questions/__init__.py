"""How French asks what articles answer in several ways: « Combien de soldats ? », « Le pont a-t-il été fermé ? »."""

"""Themes: classes of actions and things, and the states that adjectives mean."""

"""The values that pass between the stages; frozen, typed, and without any disk."""

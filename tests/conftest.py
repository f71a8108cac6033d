"""What all tests share."""

from __future__ import annotations

import gc
import os

from hypothesis import settings

# Tests run beside others, so a slow moment is no failure; CI tries the same examples each time, people try new ones.
# Fifty examples find what a change breaks; `make fuzz` looks for what nobody thought of, with two hundred.
settings.register_profile("briefing", deadline=None, max_examples=50, derandomize=bool(os.environ.get("CI")))
settings.load_profile("briefing")

gc.set_threshold(50_000)  # as the program has it: tests keep what they make, and looking for garbage finds none

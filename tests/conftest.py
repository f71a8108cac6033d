"""What all tests share."""

from __future__ import annotations

import os

from hypothesis import settings

# Tests run beside others, so a slow moment is no failure; CI tries the same examples each time, people try new ones.
settings.register_profile("briefing", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("briefing")

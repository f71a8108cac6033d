"""What all tests share."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("briefing", deadline=None)  # tests run beside others: a slow moment is no failure
settings.load_profile("briefing")

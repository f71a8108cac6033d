"""All forms, in the order in which they are tried; a later form sees what the earlier ones left or made.

First what is no date, then what the calendar names, what is told from another day, and what puts dates together.
"""

from __future__ import annotations

from briefing.languages.fr.dates.forms.calendar import CALENDAR, NAMES
from briefing.languages.fr.dates.forms.joined import JOINED, LISTED, NAMED
from briefing.languages.fr.dates.forms.relative import COUNTED, NEIGHBOURS, SPEAKER, VAGUE, WEEKDAYS

GRAMMAR = (*NAMES, *CALENDAR, *SPEAKER, *NAMED, *WEEKDAYS, *NEIGHBOURS, *JOINED, *COUNTED, *VAGUE, *LISTED)

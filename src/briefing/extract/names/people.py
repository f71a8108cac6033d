"""Persons by their full names, and the short forms that mean one of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable

from briefing.extract.names.known import key
from briefing.model.entity import slug

_SUFFIXES = frozenset({"Jr", "Sr", "II", "III", "IV"})
_INITIALS = re.compile(r"(?:\w\.-?)+$")
_HANDLE = 4
"""Letters that a family name needs to be found in the name of an account, or between two others."""
_TWO_FAMILIES = 3
"""Words of a name with those of both parents: « Gabriel García Márquez »."""


class People:
    """Persons by full name and by short form: « Macron », « Le Pen », « Xi », « Lola » mean one person or none.

    `names` are full names (two words or more) with the id that the project gives them, or None; `begins` tells a given
    name, or a family name that stands first, `gender` the gender of a given name. Two spellings that differ by case,
    hyphens or accents, by initials (« J.-P. Roux ») or by a second given name are one person; nothing else is merged.
    """

    def __init__(
        self,
        names: Iterable[tuple[str, str | None]],
        begins: Callable[[str], bool],
        gender: Callable[[str], str] = lambda _: "",
    ) -> None:
        self._begins, self._gender = begins, gender
        self._ids: dict[str, str] = {}
        self._genders: dict[str, str] = {}
        self._short: dict[str, set[str]] = defaultdict(set)
        self._family: dict[str, set[tuple[str, str]]] = defaultdict(set)
        alike: dict[str, list[tuple[list[str], str]]] = defaultdict(list)
        for name, known in sorted(names, key=lambda row: (row[1] is None, -len(row[0]), row[0])):
            self._add(name, known, alike)

    def _add(self, name: str, known: str | None, alike: dict[str, list[tuple[list[str], str]]]) -> None:
        if key(name) in self._ids:
            return
        parts = name.split(" ")
        group = alike[key(parts[-1])]
        same = next((entity for other, entity in group if self._same_person(parts, other)), None)
        entity = known or same or slug(name)
        group.append((parts, entity))
        self._ids[key(name)] = entity
        for short in self._short_forms(parts):
            self._short[key(short)].add(entity)
        self._genders.setdefault(entity, self._gender(parts[0]))
        self._family[slug(parts[-1]).replace("-", "")].add((slug(parts[0]), entity))

    def __contains__(self, surface: str) -> bool:
        """Whether a short form means somebody."""
        return key(surface) in self._short

    def has(self, name: str) -> bool:
        """Whether somebody has this full name."""
        return key(name) in self._ids

    def find(self, surface: str, gender: str = "") -> str | None:
        """The id of the one person whom a full name or a short form means; None for nobody or for several.

        Of several, `gender` tells the one whose given name has it: « Mme Dubois ».
        """
        full = self._ids.get(key(surface))
        several = self._short.get(key(surface), set())
        if gender and len(several) > 1:
            several = {one for one in several if self._genders[one] == gender}
        return full or (next(iter(several)) if len(several) == 1 else None)

    def of_account(self, handle: str) -> str | None:
        """The person whose initial or given name and family name an account bears: « GDarmanin »."""
        plain = slug(handle).replace("-", "")
        for size in range(_HANDLE, len(plain)):
            given = plain[: len(plain) - size]
            fitting = {one for first, one in self._family.get(plain[-size:], ()) if given in (first, first[0])}
            if len(fitting) == 1:
                return fitting.pop()
        return None

    def _same_person(self, short: list[str], long: list[str]) -> bool:
        """« J.-P. Roux » and « Jean-Pierre Roux », « George Bush » and « George W. Bush »; the last names are equal."""
        first, other = short[0], long[0]
        if _INITIALS.match(first):
            wanted = [part[0].lower() for part in first.replace(".", " ").replace("-", " ").split()]
            return wanted == [part[0].lower() for part in other.split("-")][: len(wanted)]
        middle = long[1:-1] if len(short) == 2 else []
        return key(first) == key(other) and bool(middle) and all(self._begins(m) or _INITIALS.match(m) for m in middle)

    def _short_forms(self, parts: list[str]) -> list[str]:
        """Every end of the name, without its article (« al-Sissi »), its first word, the first of two family names."""
        if len(parts) > 2 and parts[-1].rstrip(".") in _SUFFIXES:
            parts = parts[:-1]
        forms = [" ".join(parts[i:]) for i in range(1, len(parts))]
        if self._begins(parts[0]) or parts[0].isupper() or len(parts) == 2:
            forms.append(parts[0])
        if len(parts) == _TWO_FAMILIES and len(parts[1]) >= _HANDLE and not self._begins(parts[1]):
            forms.append(parts[1])
        if "-" in parts[-1] and parts[-1][0].islower():
            forms.append(parts[-1].partition("-")[2])
        return [form for form in forms if form[0].isupper() or " " in form or "-" in form]

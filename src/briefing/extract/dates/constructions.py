"""A small language of constructions: which items in a row make a date, and what replaces them.

A form is a row of tags: `weekday? day month year`. `a|b` is either; `?` may be absent; `(…)` groups; `name=tag` names
an item that the rule asks for (else an item is known by its tag); `[…]` marks the span, the rest is context. An
upper-case tag is a date that an earlier rule put together. The rules run in order, each over what the earlier left.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from briefing.extract.dates.calendar import Unit
from briefing.extract.dates.meaning import Meaning, Nothing

REFUSED = "REFUSED"
Value = int | str | None


class Item(Struct, frozen=True):
    """A tagged word, or a date put together from several (then it has a meaning)."""

    tag: str
    start: int
    end: int
    value: Value = None
    word: int = 0
    """The index of its first word in the sentence."""
    meaning: Meaning | None = None
    mod: str | None = None
    rule: str = ""


class Parts(Struct, frozen=True):
    """The items that a construction found, by name."""

    named: Mapping[str, Item]

    def get(self, name: str) -> Item | None:
        """The item of that name, if there is one."""
        return self.named.get(name)

    def value(self, name: str) -> Value:
        """The value of the item of that name, or None."""
        item = self.named.get(name)
        return item.value if item else None

    def number(self, name: str) -> int:
        """The value of the item, as a number."""
        return int(self.named[name].value or 0)

    def unit(self, name: str) -> Unit:
        """The unit that the value of the item names."""
        return Unit(str(self.named[name].value))

    def meaning(self, name: str) -> Meaning:
        """The meaning of a date that an earlier rule put together."""
        meaning = self.named[name].meaning
        if meaning is None:
            raise LookupError(name)
        return meaning


class Construction(Struct, frozen=True):
    """A form, the tag of what replaces it, and its meaning; a meaning of None leaves the items as they are."""

    name: str
    tag: str
    """Empty for a form that looks like a date and is none."""
    form: str
    make: Callable[[Parts], Meaning | None] | None = None
    mod: Callable[[Parts], str | None] = lambda _: None


_TERM = re.compile(r"(?P<open>\()|(?P<close>\)\??)|(?P<mark>[\[\]])|(?:(?P<name>\w+)=)?(?P<tags>[\w|]+)(?P<maybe>\??)")


class _Form(Struct, frozen=True):
    """A form made ready: an expression over the characters of tags, and tags of which one must occur."""

    pattern: re.Pattern[str]
    needs: frozenset[str]


class Constructions(Struct, frozen=True, dict=True):
    """The constructions of a language in order, and names for several tags at once: `anyunit` for `unit|length`."""

    rules: tuple[Construction, ...]
    aliases: Mapping[str, str]

    @cached_property
    def _ready(self) -> tuple[tuple[Construction, _Form], ...]:
        return tuple((rule, self._form(rule.form)) for rule in self.rules)

    @cached_property
    def _codes(self) -> dict[str, str]:
        """The character that stands for each tag that some form names."""
        found: dict[str, str] = {REFUSED: chr(0xE000)}
        for rule in self.rules:
            tags = [tag for term in _TERM.finditer(rule.form) if term["tags"] for tag in self._expanded(term["tags"])]
            for tag in (*tags, rule.tag):
                found.setdefault(tag, chr(0xE000 + len(found)))
        return found

    def reduce(self, items: list[Item]) -> list[Item]:
        """The items, with every construction replaced by one item."""
        row = self._row(items)
        tags = frozenset(row)
        for rule, form in self._ready if items else ():
            found = [] if form.needs.isdisjoint(tags) else list(form.pattern.finditer(row))
            if found:
                items = _rewritten(items, rule, found)
                row = self._row(items)
                tags = frozenset(row)
        return items

    def _row(self, items: Iterable[Item]) -> str:
        codes = self._codes
        return "".join([codes.get(item.tag, "_") for item in items])

    def _expanded(self, tags: str) -> list[str]:
        return "|".join(self.aliases.get(tag, tag) for tag in tags.split("|")).split("|")

    def _form(self, form: str) -> _Form:
        """The form made ready; context after the span is looked at, not taken."""
        parts, names, depth = [], set[str](), 0
        needs = frozenset(self._codes.values())
        for term in _TERM.finditer(form):
            if term["mark"]:
                parts.append("(?P<span>" if term["mark"] == "[" else ")(?=")
            elif term["open"] or term["close"]:
                depth += 1 if term["open"] else -1
                parts.append("(?:" if term["open"] else term["close"])
            else:
                tags = "".join(self._codes[tag] for tag in self._expanded(term["tags"]))
                name = term["name"] or term["tags"].split("|")[0]
                parts.append((f"(?P<{name}>" if name not in names else "(?:") + f"[{tags}]){term['maybe']}")
                names.add(name)
                rare = not depth and not term["maybe"] and len(tags) <= len(needs)
                needs = frozenset(tags) if rare else needs
        whole = "".join(parts)
        return _Form(re.compile(whole + ")" if "[" in form else f"(?P<span>{whole})"), needs)


def _rewritten(items: list[Item], rule: Construction, found: list[re.Match[str]]) -> list[Item]:
    done: list[Item] = []
    at = 0
    for match in found:
        start, end = match.span("span")
        item = _replacement(items, rule, match)
        if item is not None:
            done += [*items[at:start], item]
            at = end
    return done + items[at:]


def _replacement(items: Sequence[Item], rule: Construction, match: re.Match[str]) -> Item | None:
    inside = items[match.start("span") : match.end("span")]
    start, end, word = inside[0].start, inside[-1].end, inside[0].word
    if rule.make is None:
        return Item(REFUSED, start, end, word=word, rule=rule.name)
    named = {name: items[match.start(name)] for name in match.groupdict() if name != "span" and match[name]}
    parts = Parts(named)
    meaning = rule.make(parts)
    if meaning is None:
        return None
    if isinstance(meaning, Nothing):
        return Item(REFUSED, start, end, word=word, rule=rule.name)
    dated = [item for item in inside if item.meaning]
    mod = rule.mod(parts) or (dated[0].mod if len(dated) == 1 else None)
    return Item(rule.tag, start, end, None, word, meaning, mod, rule.name)

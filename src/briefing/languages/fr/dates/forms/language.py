"""A small language of forms: which items in a row make a date, and what replaces them.

A form is a row of tags: `weekday? day month year`. `a|b` is either; `?` may be absent; `(…)` groups; `name=tag` names
an item that the rule asks for (else an item is known by its tag); `[…]` marks the span, the rest is context. An
upper-case tag is a date that an earlier rule put together. The rules run in order, each over what the earlier left.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from briefing.languages.fr.dates.meaning import Meaning, Nothing
from briefing.languages.fr.dates.words.tokens import Item
from briefing.languages.fr.dates.words.vocabulary import Value

REFUSED = "REFUSED"
_ALIASES = {
    "DATED": "DAY|MONTH|YEAR|WEEKDAY|SPAN",
    "anyunit": "unit|length|years",
    "count": "number|day|year|about",
    "anymonth": "month|Month|abbr",
    "anyweekday": "weekday|Weekday",
}
_TERM = re.compile(
    r"(?P<open>\()|(?P<close>\)(?:\?|\{\d,\d\})?)|(?P<mark>[\[\]])|(?:(?P<name>\w+)=)?(?P<tags>[\w|]+)(?P<maybe>\??)"
)
_codes: dict[str, str] = {}


@dataclass(frozen=True, slots=True)
class Found:
    """The items that a form found, by name."""

    named: dict[str, Item]

    def get(self, name: str) -> Item | None:
        """The item of that name, if the form found one."""
        return self.named.get(name)

    def value(self, name: str) -> Value:
        """The value of the item of that name, or None."""
        item = self.named.get(name)
        return item.value if item else None

    def number(self, name: str) -> int:
        """The value of the item, as a number."""
        return int(self.named[name].value or 0)

    def meaning(self, name: str) -> Meaning:
        """The meaning of a date that an earlier rule put together."""
        meaning = self.named[name].meaning
        if meaning is None:
            raise LookupError(name)
        return meaning


Make = Callable[[Found], Meaning | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A form, the tag of what replaces it, and its meaning; a meaning of None leaves the items as they are."""

    name: str
    tag: str
    form: str
    make: Make | None = None
    """None for a form that looks like a date and is none."""
    mod: Callable[[Found], str | None] = lambda _found: None


def _code(tag: str) -> str:
    """The character that stands for a tag."""
    return _codes.setdefault(tag, chr(0xE000 + len(_codes)))


@dataclass(frozen=True, slots=True)
class Form:
    """A form made ready: an expression over the characters of tags, and one tag without which it cannot match."""

    pattern: re.Pattern[str]
    needs: str


@cache
def compiled(form: str) -> Form:
    """The form made ready; context after the span is looked at, not taken."""
    parts, names, depth, needs = [], set[str](), 0, ""
    for term in _TERM.finditer(form):
        if term["mark"]:
            parts.append("(?P<span>" if term["mark"] == "[" else ")(?=")
        elif term["open"] or term["close"]:
            depth += 1 if term["open"] else -1
            parts.append("(?:" if term["open"] else term["close"])
        else:
            tags = "".join(_code(tag) for tag in _expanded(term["tags"]))
            name = term["name"] or term["tags"].split("|")[0]
            parts.append((f"(?P<{name}>" if name not in names else "(?:") + f"[{tags}]){term['maybe']}")
            names.add(name)
            needs = tags if len(tags) == 1 and not depth and not term["maybe"] else needs
    whole = "".join(parts)
    return Form(re.compile(whole + ")" if "[" in form else f"(?P<span>{whole})"), needs)


def _expanded(tags: str) -> list[str]:
    return "|".join(_ALIASES.get(tag, tag) for tag in tags.split("|")).split("|")


def reduce(items: list[Item], rules: Iterable[Rule]) -> list[Item]:
    """The items, with every form that a rule knows replaced by one item."""
    row = _row(items)
    for rule in rules:
        form = compiled(rule.form)
        found = list(form.pattern.finditer(row)) if form.needs in row else []
        if found:
            items = _rewritten(items, rule, found)
            row = _row(items)
    return items


def _row(items: Sequence[Item]) -> str:
    return "".join([_code(item.tag) for item in items])


def _rewritten(items: list[Item], rule: Rule, found: list[re.Match[str]]) -> list[Item]:
    done: list[Item] = []
    at = 0
    for match in found:
        start, end = match.span("span")
        item = _replacement(items, rule, match)
        if item is not None:
            done += [*items[at:start], item]
            at = end
    return done + items[at:]


def _replacement(items: Sequence[Item], rule: Rule, match: re.Match[str]) -> Item | None:
    first, last = items[match.start("span")], items[match.end("span") - 1]
    named = {name: items[match.start(name)] for name in match.groupdict() if name != "span" and match[name]}
    found = Found(named)
    meaning = rule.make(found) if rule.make else Nothing()
    if meaning is None:
        return None
    if isinstance(meaning, Nothing):
        return Item(REFUSED, first.start, last.end, rule=rule.name)
    dated = [item for item in items[match.start("span") : match.end("span")] if item.meaning]
    mod = rule.mod(found) or (dated[0].mod if len(dated) == 1 else None)
    return Item(rule.tag, first.start, last.end, meaning=meaning, mod=mod, rule=rule.name)

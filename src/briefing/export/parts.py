"""What a file says of each article: taken from how the file stands, where it was made of the same, else made anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping


class Parts:
    """The parts of one file. `keys` gives the hash of what is said of each article, `before` is the file as it stands.

    `places` are what `placed` gave for it; an article without a key is told anew.
    """

    def __init__(self, keys: Mapping[str, str], before: bytes = b"", places: Iterable[str] = ()) -> None:
        self._keys, self._before = keys, before
        self._standing = {key: slice(int(start), int(end)) for key, start, end in map(str.split, places)}
        self._given: list[tuple[str, str]] = []

    def of(self, article: str | None, make: Callable[[], str]) -> str:
        """What the file says of an article; None: of all of them."""
        key = self._keys.get(article or "")
        if key is None:
            return make()
        place = self._standing.get(key)
        text = self._before[place].decode() if place else make()
        self._given.append((key, text))
        return text

    def placed(self, content: bytes) -> Iterator[str]:
        """Where the parts stand in the file now that it is whole: the hash of each, its first byte and its end."""
        end = 0
        for key, text in self._given:
            part = text.encode()
            start = content.index(part, end)
            end = start + len(part)
            yield f"{key} {start} {end}"


ANEW = Parts({})
"""Everything is told anew."""

"""The lines of an article that a selection of its text left out, and those of the site that it took for some."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from lxml.html import HtmlElement
from msgspec import Struct

from briefing.collect.alignment import PIECE, letters
from briefing.collect.lines.site import is_invitation, is_paywall, is_prose
from briefing.collect.page.beside.marks import BYLINE, CAPTION, KICKER, STANDFIRST, home_of, is_aside, marks_of
from briefing.collect.page.headings import heads, is_bare, is_bold, is_heading
from briefing.collect.page.layout import PageLine
from briefing.collect.words import beginning, is_one_of, speaks_of_consent

_HOUR = re.compile(r"(?:- )?\d{1,2}\s?[h:]\s?\d{2}(?:\s?(?:[ap]\.?m\.?))?", re.IGNORECASE)
_POINTING = ("👉", "📲", "➡", "▶", "▸", "►", "→", "📩", "💌")
"""What sites put before a link to something else, or to themselves."""
_SET = frozenset({"table", "blockquote", "figure", "dl"})
"""What holds short lines that an article sets apart."""
_SHORT = 6
_NOTICE = 300
"""Characters of a line that asks for something; a longer one only mentions it."""
_BEFORE = 2
"""Lines above the first paragraph that may be of its entry: its hour, its heading."""


class Head(Struct, frozen=True):
    """What is known of an article before its text is: the headline's line, and the summaries that the page declares."""

    line: int | None = None
    block: HtmlElement | None = None
    summaries: tuple[str, ...] = ()

    def is_summary(self, line: PageLine) -> bool:
        """Whether a line is a summary, or the beginning of one that the page cuts short for machines."""
        text = letters(line.text)
        told = (letters(summary).rstrip(".…") for summary in self.summaries)
        return len(text) > PIECE and any(len(s) > PIECE and (text.startswith(s) or s.startswith(text)) for s in told)


def told_in(lines: Sequence[PageLine], kept: Sequence[int]) -> Counter[object]:
    """How many characters of paragraphs stand in each kind of part of the page; at least one part.

    What asks the reader to accept or to subscribe is none: a page may ask before each film in it. Nor is what stands in
    one part with it, unless most paragraphs do.
    """
    told: Counter[object] = Counter()
    for line in (lines[n] for n in kept):
        is_text = is_prose(line.text) and not speaks_of_consent(line.text) and not is_invitation(line.text)
        told[home_of(line.container)] += len(line.text) if is_text else 0
    walls = {home_of(lines[n].container) for n in kept if is_paywall(lines[n].text)}
    most = max(told.values(), default=0)
    return Counter({home: 0 if home in walls and length < most else length for home, length in told.items()})


def completed(lines: Sequence[PageLine], kept: Sequence[int], head: Head, gone: set[HtmlElement]) -> list[int]:
    """The chosen lines without links elsewhere and what follows the text, with what was left out among them.

    That is headings and short paragraphs where the article's paragraphs stand, the standfirst, a last paragraph.
    `gone` are the parts of the page that are the site's: only what was chosen in them may be the article's.
    """
    text = _Text.around(lines, kept)
    captions = "\n".join(letters(line.text) for line in lines if line.block.tag == "figcaption")
    start = head.line + 1 if head.line is not None and head.line < text.first else text.first
    found = []
    for n in sorted({*kept, *range(start, len(lines))}):
        line = lines[n]
        is_caption = letters(line.text) in captions or CAPTION.search(line.marks) is not None
        is_beside = is_caption or (n not in text.chosen and line.within(gone))
        is_summary = n < text.first and head.is_summary(line)
        if (is_summary or (not is_beside and _belongs(n, lines, text, head))) and not _leads_away(line):
            found.append(n)
    found = [n for n, below in zip(found, [*found[1:], n], strict=True) if not is_bare(lines[n], lines[below])]
    while found and _announces(lines[found[-1]]):
        found.pop()
    return found


class _Text(Struct, frozen=True):
    """A selection of lines: where it begins and ends, and in which parts of the page it stands."""

    chosen: frozenset[int]
    homes: frozenset[object]
    """The kinds of parts that hold paragraphs,"""
    blocks: frozenset[object]
    """and of what is a paragraph."""
    frames: frozenset[object]
    """and what holds several of these parts;"""
    first: int
    """the first paragraph."""
    main: int
    """The first of those that stand where most do; what is above it leads in."""
    hours: frozenset[int]
    """The lines that are only an hour: those of a live page's entries."""
    last: int
    ended: int
    """The first label of the site behind the text, « À lire aussi »."""

    @classmethod
    def around(cls, lines: Sequence[PageLine], kept: Sequence[int]) -> _Text:
        """What is to be known of the lines that were kept."""
        told = told_in(lines, kept)
        home = max(told, key=told.__getitem__)
        written = [n for n in kept if is_prose(lines[n].text)]
        prose = written or list(kept)
        calling = {n for n in written if is_invitation(lines[n].text)}
        hours = [n for n in range(max(0, prose[0] - _BEFORE), kept[-1]) if _HOUR.fullmatch(lines[n].text)]
        return cls(
            chosen=frozenset(kept),
            homes=frozenset(home_of(lines[n].container) for n in written if n not in calling),
            blocks=frozenset(home_of(lines[n].block) for n in written),
            frames=_frames([lines[n] for n in written if n not in calling]),
            first=prose[0],
            main=next(n for n in kept if home_of(lines[n].container) == home),
            hours=frozenset(n for n in hours if n > prose[0] or len(hours) > 1),
            last=kept[-1],
            ended=next((n for n in range(kept[-1], len(lines)) if is_one_of(lines[n].text, "ends")), len(lines)),
        )


def _frames(paragraphs: Sequence[PageLine]) -> frozenset[object]:
    """What holds several parts of a text, each with its paragraphs."""
    parts = {line.container for line in paragraphs if line.container is not None}
    return frozenset(above for above, held in Counter(part.getparent() for part in parts).items() if held > 1)


def _belongs(number: int, lines: Sequence[PageLine], text: _Text, head: Head) -> bool:
    """Whether a line is the article's by where it stands, and by what it is."""
    line = lines[number]
    if number in text.hours:
        return True
    if number < text.first:
        return _leads_in(line, head) or (number in text.chosen and not _is_label(line))
    if number in text.chosen:
        return not _is_box(line, text)
    if number < text.main and _is_point(line):
        return True
    if number > text.last:
        return _goes_on(number, lines, text)
    is_led = number + 1 in text.chosen and heads(line, lines[number + 1])
    if is_heading(line) and _parts(line, text):
        return True
    return is_led or (_is_at_home(line, text.homes) and not _is_box(line, text))


def _goes_on(number: int, lines: Sequence[PageLine], text: _Text) -> bool:
    """Whether a line behind the text is more of it."""
    line, last = lines[number], lines[text.last]
    if number == text.last + 1 and line.container is last.container and _closes(line):
        return True
    is_listed = line.linked > 0 or not _is_alike(line, last)  # « À lire aussi : », a title with what it is about
    is_text = is_prose(line.text) or is_heading(line)
    return is_text and _is_at_home(line, text.homes) and not (number > text.ended and is_listed)


def _parts(line: PageLine, text: _Text) -> bool:
    """Whether a heading stands between the parts of a text that has a part for each of its paragraphs."""
    return line.container in text.frames


def _is_alike(line: PageLine, last: PageLine) -> bool:
    """Whether what holds the part of a line is marked like what holds that of the last one."""
    ours, theirs = last.container, line.container
    if ours is theirs or ours is None or theirs is None:
        return ours is theirs
    return home_of(ours.getparent()) == home_of(theirs.getparent())


def _announces(line: PageLine) -> bool:
    """Whether a line leads to what follows: no article ends with a heading or a colon."""
    return is_heading(line) or line.text.endswith(":")


def _closes(line: PageLine) -> bool:
    """Whether a short line may be the last of a text, as « Affaire à suivre » is."""
    return line.block.tag == "p" and not line.linked and line.text.endswith((".", "!", "?", "»", "”"))


def _is_at_home(line: PageLine, homes: frozenset[object]) -> bool:
    """Whether a line stands where the article's paragraphs do; a heading may stand in a part of its own there."""
    above = line.container
    is_framed = is_heading(line) and above is not None and len(above) == 1
    return home_of(above) in homes or (is_framed and above is not None and home_of(above.getparent()) in homes)


def _leads_in(line: PageLine, head: Head) -> bool:
    """Whether a line between the headline and the text is the article's: a standfirst, a summary in points."""
    if is_aside(line.block, head.block) or BYLINE.search(line.marks):
        return False
    is_in_standfirst = line.container is not None and STANDFIRST.search(marks_of(line.container))
    is_standfirst = STANDFIRST.search(line.marks) or (is_in_standfirst and len(line.text.split()) > _SHORT)
    return _is_point(line) or is_prose(line.text) or bool(is_standfirst)


def _is_point(line: PageLine) -> bool:
    """Whether a line is one of the points that sum an article up."""
    return line.block.tag == "li" and not line.linked and len(line.text.split()) > 5


def _is_box(line: PageLine, text: _Text) -> bool:
    """Whether a line is a label or a call in a part of its own: « En vidéo. Le débat », « Faites un don »."""
    is_apart = line.block.tag == "div" and home_of(line.block) not in text.blocks
    if is_invitation(line.text) and (is_apart or home_of(line.container) not in text.homes):
        return True
    if not _is_label(line) or any(part.tag in _SET for part in line.block.iterancestors()):
        return False
    if is_bold(line) and home_of(line.container) in text.homes:
        return False
    is_framed = is_apart and _is_marked(line.block)
    is_set_off = line.block.tag in {"p", "div"} and home_of(line.container) not in text.homes
    return is_framed or (is_set_off and _is_marked(line.container))


def _is_marked(part: HtmlElement | None) -> bool:
    return part is not None and bool(marks_of(part).strip())


def _is_label(line: PageLine) -> bool:
    """Whether a line above the first paragraph is a label: the author's name, a place, a section."""
    is_set_apart = line.block.tag == "li" or is_heading(line)
    return len(line.text.split()) < 8 and not is_set_apart and not re.search(r"[.!?…»”\"]\s*$", line.text)


def _leads_away(line: PageLine) -> bool:
    """Whether a line is a link to something else: nearly all of it, or it asks to subscribe."""
    if KICKER.search(line.marks) and len(line.text.split()) < _SHORT and not line.text.endswith((".", "!", "?")):
        return True
    return not is_heading(line) and (line.is_link or (line.linked > 0 and _asks(line)))


def _asks(line: PageLine) -> bool:
    """Whether a line with a link asks its reader to do something: by its first words, or by those of the link."""
    if is_invitation(line.text) or line.text.startswith(_POINTING) or beginning(line.text, "asks"):
        return True
    links = (" ".join("".join(link.itertext()).split()) for link in line.block.iter("a"))
    calls = (text for text in links if " " in text and text in line.text)
    return len(line.text) < _NOTICE and any(beginning(text, "asks") for text in calls)

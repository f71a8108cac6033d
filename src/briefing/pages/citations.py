"""`[@c-8f3a1c2e]` in the pages people write: found, checked, kept away from Markdown, and put back as references."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator

from msgspec import Struct

from briefing.model.dossier import Dossier, Withheld
from briefing.pages.paths import HOME, Paths
from briefing.pages.views.shown import Backlink, Link
from briefing.problems import Problem, Severity, Where

_CITATION = re.compile(r"[ \u00a0]?\[@([^\[\]\n]+)\](?![(\[])")
_UNFINISHED = re.compile(r"(\[@[\s;@]*\]|\[@\s*c-[^\[\]\n]*(?=[\[\n]|\Z))")
_ID = re.compile(r"c-[\w-]+")
# Code and comments, where `[@…]` is no citation: fences, code spans, comments, indented blocks after a blank line.
_VERBATIM = re.compile(
    r"^(?P<indent>[ >\t]*)(?P<fence>`{3,}|~{3,})[^\n]*\n(?:.*?\n)??(?P=indent)[ \t]*(?P=fence)[`~]*[ \t]*$"
    r"|(?<!`)(?P<ticks>`+)(?!`)(?:(?!\n\s*\n).)+?(?<!`)(?P=ticks)(?!`)"
    r"|<!--.*?-->"
    r"|(?<=\n\n)(?P<indented>(?:(?: {4}|\t)[^\n]*(?:\n|\Z))+)",
    re.DOTALL | re.MULTILINE,
)
# After these, an indented line goes on with the item or admonition and is no code.
_HOLDS_INDENTED = re.compile(r"(?:[-*+]|\d+[.)]|!!!|\?\?\?|===|\[\^)")
# Private-use characters: Markdown and its extensions give them no meaning.
_OPEN, _CLOSE = "\ue0b1", "\ue0b2"
_MARK = re.compile(f"{_OPEN}([^{_CLOSE}]*){_CLOSE}")
_CODE = re.compile(r"<(?P<tag>code|pre)\b.*?</(?P=tag)>", re.DOTALL)
_SENTENCE_END = re.compile(r"[.!?…][»”\"]?(?:\s|$)|\n\s*\n|\n(?=[#*-])")
_MARKDOWN = re.compile(r"^[#>*+\s-]+|\s*\[@[^\]]*\]|[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}|\{[:#.][^}]*\}", re.MULTILINE)
_INLINE_LINK = re.compile(r"!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])")


class Citation(Struct, frozen=True):
    """A claim cited on a page people write, in which sentence."""

    claim: str
    where: Where
    sentence: str
    page: str = ""
    """The page's source path, from the root of the site."""

    @property
    def title(self) -> str:
        """A name for the page: the last part of its path, in words."""
        return self.page.removesuffix(".md").rpartition("/")[2].replace("-", " ").capitalize()


def citations(text: str, path: str, page: str) -> Iterator[Citation]:
    """Every citation of a file's whole text (front matter included, so that lines are right), in order."""
    for match in outside_code(text, _CITATION):
        where = Where.at(path, text, match.start(1))
        sentence = _sentence(text, match)
        for claim in _ids(match[1]):
            yield Citation(claim, where, sentence, page)


def ids_in(sentence: str) -> list[str]:
    """The ids of the claims that a sentence cites."""
    return [claim for match in _CITATION.finditer(sentence) for claim in _ids(match[1])]


def unfinished(text: str, path: str) -> Iterator[Problem]:
    """Citations that are none, because they name nothing or are not closed: they would be read as they stand."""
    for match in outside_code(text, _UNFINISHED):
        where = Where.at(path, text, match.start(1))
        message = f"“{match[1].strip()}” is no citation; write it on one line as [@c-8f3a1c2e], with the id of a claim"
        yield Problem(where, message, Severity.WARNING)


def problems(found: Iterable[Citation], dossier: Dossier) -> list[Problem]:
    """What is wrong with citations: claims that no article has, or that a person rejected."""
    return [
        Problem(citation.where, f"cites {citation.claim}, {why}")
        for citation in found
        if (why := why_not(citation.claim, dossier))
    ]


def why_not(claim: str, dossier: Dossier) -> str:
    """Why a claim of this id is not shown, in words that follow the id; nothing where it is, or its file says why."""
    if claim in dossier.rejected:
        return "which a person rejected; cite another claim, or remove the citation"
    if claim in dossier.claims:
        return ""
    withheld = dossier.withheld.get(claim, Withheld("which no article has; copy the id from the claim's own page"))
    return "" if withheld.is_told else withheld.why


def sealed(markdown: str) -> str:
    """`markdown` with each citation as an inert mark, glued to the word before it."""
    parts, last = [], 0
    for match in outside_code(markdown, _CITATION):
        parts += [markdown[last : match.start()], _OPEN, ";".join(_ids(match[1])), _CLOSE]
        last = match.end()
    return "".join([*parts, markdown[last:]])


def unsealed(html: str, reference: Callable[[tuple[str, ...]], str]) -> str:
    """`html` with each mark as the HTML that `reference` makes of its claims; in code, as it was written."""
    html = _CODE.sub(lambda code: _MARK.sub(_as_written, code[0]), html)
    return _MARK.sub(lambda mark: reference(tuple(mark[1].split(";"))), html)


def without_marks(text: str) -> str:
    """`text` with no mark at all: for titles and tables of contents."""
    return _MARK.sub("", text)


def backlinks(cited: tuple[Citation, ...], paths: Paths, home: str) -> dict[str, tuple[Backlink, ...]]:
    """The sentences that cite each claim, each once, with the page they stand on."""
    found: dict[str, dict[Backlink, None]] = defaultdict(dict)
    for citation in cited:
        title = home if citation.page == HOME else citation.title
        link = Link(title, paths.url(citation.page))
        found[citation.claim][Backlink(sentence=citation.sentence, page=link)] = None
    return {claim: tuple(links) for claim, links in found.items()}


def uncited(text: str, claims: Collection[str]) -> str:
    """A page's text in which these claims are cited no longer; code and all other citations stay."""
    parts, last = [], 0
    for match in outside_code(text, _CITATION):
        kept = [claim for claim in _ids(match[1]) if claim not in claims]
        if len(kept) == len(_ids(match[1])):
            continue
        before = match[0][: match[0].index("[")]
        parts += [text[last : match.start()], f"{before}[{'; '.join(f'@{claim}' for claim in kept)}]" if kept else ""]
        last = match.end()
    return "".join([*parts, text[last:]])


def _as_written(mark: re.Match[str]) -> str:
    return "[" + "; ".join(f"@{claim}" for claim in mark[1].split(";")) + "]"


def outside_code(text: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """What the pattern finds in a page, but not in code and comments."""
    code = [m.span() for m in _VERBATIM.finditer(text) if not (m["indented"] and _inside_item(text, m.start()))]
    place = 0
    for match in pattern.finditer(text):
        begin = match.start(match.lastindex or 0)
        while place < len(code) and code[place][1] <= begin:
            place += 1
        if place == len(code) or begin < code[place][0]:
            yield match


def _inside_item(text: str, start: int) -> bool:
    """Whether the last line before `start` that is not indented opens a list item, an admonition or a footnote."""
    lines = text[:start].split("\n")
    opening = next((line for line in reversed(lines) if line.strip() and not line.startswith(("    ", "\t"))), "")
    return _HOLDS_INDENTED.match(opening.strip()) is not None


def _ids(inside: str) -> list[str]:
    """The ids between the brackets; what is no id stays as it is, and is then unknown."""
    return [part.strip().removeprefix("@").strip() for part in inside.split(";") if part.strip()]


def _sentence(text: str, match: re.Match[str]) -> str:
    """The sentence that ends at or runs through the citation, without markup."""
    before = text[max(0, match.start() - 600) : match.start()]
    after = text[match.end() : match.end() + 300]
    end = _SENTENCE_END.search(after)
    after = after[: end.end()] if end else after
    ends = [m.end() for m in _SENTENCE_END.finditer(before.rstrip(" .!?"))]
    words = (before[ends[-1] :] if ends else before).rstrip()
    if words.endswith((".", "!", "?")):
        after = ""
    return " ".join(_MARKDOWN.sub("", _INLINE_LINK.sub(r"\1", words + after)).split())

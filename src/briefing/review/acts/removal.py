"""Taking claims, articles and decisions on links out of a project, and out of all that names them.

Editions keep what they published.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from briefing.corpus.loader import find_article
from briefing.disk.hunk import Change
from briefing.pages.citations import uncited
from briefing.problems import BriefingError
from briefing.review.acts.claim_files import filed, holding, ids, rewritten
from briefing.review.acts.files import in_links, in_pages, text_of
from briefing.review.acts.plan import Plan
from briefing.store import links
from briefing.store.base import base_path
from briefing.store.files import claims_path
from briefing.store.pending import pending_path


def removed(root: Path, claims: Sequence[str], hint: str = "") -> Plan:
    """Claims out of their files, with the decisions on their links and the citations of them; no rule brings them back.

    Raises BriefingError for an unknown claim and a file that cannot be read.
    """
    changes = [_taken_out(root, article, held) for article, held in holding(root, claims, hint).items()]
    changes += _mentions(root, claims)
    return Plan(f"remove {', '.join(claims)}", tuple(claims), tuple(changes))


def _taken_out(root: Path, article: str, gone: Collection[str]) -> Change:
    found = filed(root, article)
    return rewritten(found, [claim for claim in found.said.claims if claim.id not in gone])


def removed_article(root: Path, name: str) -> Plan:
    """An article with its claims, the decisions on their links and the citations of them.

    Raises BriefingError when there is no such article.
    """
    article = find_article(root, name)
    paths = (article.path, claims_path(name), base_path(name), pending_path(name))
    files = [Change(path, text, None) for path in paths if (text := text_of(root, path)) is not None]
    return Plan(f"remove {name}", (name,), (*files, *_mentions(root, ids(root).get(name, set()))))


def removed_link(root: Path, name: str, claims: Collection[str]) -> Plan:
    """What people decided about the link of these claims: it is the rules' again.

    Raises BriefingError where nobody decided about it.
    """
    wanted = frozenset(claims)
    changes = tuple(in_links(root, lambda joined: joined == wanted))
    if all(change.before == change.after for change in changes):
        raise BriefingError.at(links.FOLDER, f"nobody decided on {name}; to refuse it, say review --reject")
    return Plan(f"remove {name}", (name,), changes)


def _mentions(root: Path, claims: Collection[str]) -> Iterator[Change]:
    """The decisions on their links, and the citations of them."""
    gone = frozenset(claims)
    yield from in_links(root, lambda joined: bool(joined & gone))
    yield from in_pages(root, lambda text: uncited(text, gone))

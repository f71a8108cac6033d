"""What a site has pages of, as records: actors, corroborations, differences, articles and charts, found by name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from briefing.pages.contents import Content
from briefing.pages.site import Site
from briefing.pages.typography import capital, spaces
from briefing.pages.views.article import ArticlePage
from briefing.pages.views.entities import EntityPage
from briefing.pages.views.figures import Series
from briefing.pages.views.groups import DifferencePage, GroupPage
from briefing.search.records import Headline, Record


def subject_records(site: Site) -> Iterator[Record]:
    """A record for each, under the name of its section; an empty modality says that nobody claims it."""
    for content in site.pages.values():
        for section, words, path in _subjects(site, content):
            language = site.edition.language
            headline = Headline(title=site.titles[section], path=path, date="", language=language)
            shown = spaces(capital(words), language)
            yield Record(id="", passage=shown, speakers="", named="", modality="", article=headline)


def _subjects(site: Site, content: Content) -> Iterator[tuple[str, str, str]]:
    """The section, the words and the address of each subject of a page."""
    page, url = content.page, site.paths.url(content.path)
    if isinstance(page, EntityPage):
        others = dict.fromkeys((*(part.name for part in page.parts_of[1:]), *page.entity.aliases))
        yield "entities", page.entity.name + (f" ({', '.join(others)})" if others else ""), url
    elif isinstance(page, GroupPage) and page.head.titled:  # else its title is a claim's own words
        yield "corroborations", page.head.title, url
    elif isinstance(page, DifferencePage):
        yield "differences", " ".join(dict.fromkeys((page.head.title, page.head.reason))), url
    elif isinstance(page, ArticlePage):
        yield "articles", page.article.title, url
        yield from (("entities", lodger.entity.name, f"{url}#{lodger.anchor}") for lodger in page.lodgers)
    elif content.template == "figures":
        for chart in cast("dict[str, tuple[Series, ...]]", page)["charts"]:
            yield "figures", chart.label, f"{url}#{chart.anchor}"

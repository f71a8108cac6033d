"""What the basket knows of articles, as a script that a page loads from disk too: words, BibTeX and CSL of each."""

from __future__ import annotations

from briefing.bibliography.bibtex import bibtex_entry
from briefing.bibliography.csl import csl_item
from briefing.export.json_text import inline
from briefing.pages.site import Site


def sources_script(site: Site) -> str:
    """`briefingSources`: the references of every article, by its id."""
    found = {}
    for key, article in site.catalogue.articles.items():
        record = site.citing.article_record(article)
        cited = site.citing.article(article)
        found[key] = {"text": cited.text, "bibtex": bibtex_entry(record), "csl": csl_item(record)}
    return f"globalThis.briefingSources = {inline(found)};\n"

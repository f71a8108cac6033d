"""What the basket knows of articles, as a script that a page loads from disk too: words, BibTeX and CSL of each."""

from __future__ import annotations

import json

from briefing.bibliography.bibtex import bibtex_entry
from briefing.bibliography.csl import csl_item
from briefing.pages.site import Site

_INERT = str.maketrans({"<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def sources_script(site: Site) -> str:
    """`briefingSources`: the references of every article, by its id."""
    found = {}
    for key, article in site.catalogue.articles.items():
        record = site.citing.article_record(article)
        cited = site.citing.article(article)
        found[key] = {"text": cited.text, "bibtex": bibtex_entry(record), "csl": csl_item(record)}
    text = json.dumps(found, allow_nan=False, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return f"globalThis.briefingSources = {text.translate(_INERT)};\n"

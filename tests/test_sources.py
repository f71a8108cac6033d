"""What the basket knows of articles: a script that holds no markup, and says of each what its references say."""

from __future__ import annotations

import json

from msgspec.structs import replace

from briefing.export.downloads import sources_script
from briefing.pages.site import Edition, Site
from sample import BILAN, CRUE, DOSSIER


def _read(script: str) -> dict[str, dict[str, object]]:
    head, _, text = script.partition(" = ")
    assert head == "globalThis.briefingSources"
    found: dict[str, dict[str, object]] = json.loads(text.rstrip(";\n"))
    return found


def test_each_article_in_words_bibtex_and_csl() -> None:
    """By its id; a supplied title stands in brackets."""
    found = _read(sources_script(Site(DOSSIER, Edition(title="Crues"))))
    assert set(found) == {CRUE.id, BILAN.id}
    assert "La crue de mai" in str(found[CRUE.id]["text"])
    assert str(found[CRUE.id]["bibtex"]).startswith("@article{crue-2024,")
    assert found[BILAN.id]["csl"]["title"] == "[Un bilan]"  # type: ignore[index]


def test_what_an_article_says_ends_no_script() -> None:
    """Nor begins one."""
    wicked = replace(CRUE, meta=replace(CRUE.meta, title="</script><script>alert(1)</script>\u2028"))
    script = sources_script(Site(replace(DOSSIER, articles=(wicked, BILAN)), Edition(title="Crues")))
    assert "<" not in script
    assert "\u2028" not in script
    assert "alert(1)" in str(_read(script)[CRUE.id]["text"])

"""A claim and its life as JSON, at an address that never dies: `<claims>/<id>.json` beside the claim's own page."""

from __future__ import annotations

from briefing.export.json_text import Json, Node, without_unknown, written
from briefing.export.to_json import claim_json
from briefing.pages.site import Site
from briefing.pages.views.inside.life import ClaimLife, StepShown


def life_json(site: Site, life: ClaimLife) -> str:
    """What the export says of the claim where it is shown, else how it was last shown; then its history."""
    dossier = site.catalogue.dossier
    claim = dossier.claims.get(life.id)
    document: dict[str, Json] = {"id": life.id, "state": life.over.turn if life.over else "current"}
    if claim is not None and life.claim is not None:
        document |= {"claim": claim_json(claim, dossier), "permalink": site.edition.address + life.claim.path}
    else:
        said: list[Json] = [speaker.name for speaker in life.line.speakers]
        shown: dict[str, Json] = {"passage": life.line.passage} if life.line.passage else {}
        named: dict[str, Json] = {"speakers": said, "article": life.line.article.label}
        document["last"] = {"modality": life.line.modality.value, **named, **shown}
    history: list[Json] = [_step(step) for step in life.steps if step.day or life.is_published]
    return written({**document, "page": site.edition.address + life.path, "history": history}, depth=2)


def _step(step: StepShown) -> Node:
    return without_unknown(
        {
            "edition": step.day,
            "turn": step.turn,
            "altered": [{"field": a.field, "before": a.before, "after": a.after} for a in step.altered],
            "why": step.why.name if step.why else None,
            "words": step.why.words if step.why else None,
            "other": step.other.label if step.other else None,
        }
    )

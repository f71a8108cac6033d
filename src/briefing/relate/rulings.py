"""People decide: what they rejected never comes back, what they confirmed or added stands as they saw it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import combinations

from msgspec import Struct
from msgspec.structs import replace

from briefing.model.claim import Claim
from briefing.model.link import Link, LinkDecision, LinkKind
from briefing.model.relation import Corroboration, Decided, Difference, DifferenceKind, Field, SetAside, relation_id
from briefing.store.links import fingerprint

Claims = frozenset[str]


class Rulings(Struct, frozen=True, dict=True):
    """The decisions on links; of two on the same claims and field the later one counts."""

    links: Sequence[Link]
    claims: Mapping[str, Claim]
    """Every claim that nobody rejected, by id."""

    @cached_property
    def _places(self) -> Mapping[str, int]:
        """Of each claim which it is, in order of publication and text."""
        return {claim: number for number, claim in enumerate(self.claims)}

    @cached_property
    def _standing(self) -> tuple[Link, ...]:
        """The decisions that count and whose claims all stand."""
        last = {(link.kind.is_alike, frozenset(link.claims), link.field, link.dropped): link for link in self.links}
        return tuple(link for link in last.values() if all(claim in self.claims for claim in link.claims))

    @cached_property
    def parted(self) -> frozenset[Claims]:
        """The pairs of claims that a person says do not corroborate each other."""
        rejected = (k for k in self._standing if k.kind.is_alike and k.decision is LinkDecision.REJECTED)
        return self._dropped | {frozenset(pair) for link in rejected for pair in combinations(link.claims, 2)}

    @cached_property
    def _dropped(self) -> frozenset[Claims]:
        """Each claim that was taken out of a group, with each that stays; what is joined again later counts."""
        pairs: dict[Claims, bool] = {}
        for link in self.links:
            if link.dropped:
                pairs |= dict.fromkeys((frozenset({link.dropped, other}) for other in link.claims[1:]), True)
            elif link.kind.is_alike and link.decision is not LinkDecision.REJECTED:
                pairs |= dict.fromkeys(map(frozenset, combinations(link.claims, 2)), False)
        return frozenset(pair for pair, is_apart in pairs.items() if is_apart)

    def _left(self, link: Link) -> tuple[str, ...]:
        """The claims of a group in order, without those that were taken out of it; its address stays."""
        return tuple(
            claim
            for claim in sorted(set(link.claims), key=self._places.__getitem__)
            if not all(frozenset({claim, other}) in self._dropped for other in link.claims if other != claim)
        )

    def corroborations(self, proposed: Iterable[Corroboration]) -> tuple[Corroboration, ...]:
        """What people decided, and the proposals that they have not decided on."""
        decided = [
            (self._left(link), link)
            for link in self._standing
            if link.kind.is_alike and link.decision in (LinkDecision.CONFIRMED, LinkDecision.ADDED)
        ]
        owned = [frozenset(claims) for claims, _ in decided]
        offered = {frozenset(group.claims): group for group in proposed}
        kept = [group for claims, group in offered.items() if not any(len(claims & own) > 1 for own in owned)]
        for claims, link in ((claims, link) for claims, link in decided if len(claims) > 1):
            group = offered.get(frozenset(link.claims)) if len(claims) == len(link.claims) else None
            kept.append(
                replace(
                    group or Corroboration(id=relation_id("k", link.claims), claims=claims),
                    akin=link.kind is LinkKind.AKIN,
                    decided=Decided(link.decision),
                    title=link.title,
                    ruling=link.ruling,
                    suspect=self._is_suspect(link),
                )
            )
        return tuple(sorted(kept, key=lambda group: group.id))

    def differences(self, proposed: Iterable[Difference]) -> tuple[Difference, ...]:
        """The same for differences; a rejection without a field holds for every field."""
        decided = [link for link in self._standing if not link.kind.is_alike]
        found = {difference.id: difference for difference in proposed}
        for link in decided:
            claims = frozenset(link.claims)
            fields = {d.field for d in found.values() if frozenset(d.claims) == claims}
            for field in [link.field] if link.field else sorted(fields):
                ident = relation_id("d", (*claims, field))
                standing = found.pop(ident, None)
                if link.decision is not LinkDecision.REJECTED:
                    found[ident] = self._decided(link, field, standing, ident)
        return tuple(found[ident] for ident in sorted(found))

    def _decided(self, link: Link, field: Field, standing: Difference | None, ident: str) -> Difference:
        """The claims stand in the order of the line that tells of them: the person's, else that of the rules."""
        one, other = standing.claims if standing and not link.why else link.claims
        mine, theirs = standing.told if standing else ((), ())
        return Difference(
            id=ident,
            kind=DifferenceKind(link.kind),
            claims=(one, other),
            field=field,
            reason=link.why or (standing.reason if standing else ""),
            told=(mine, theirs) if standing is None or standing.claims == (one, other) else (theirs, mine),
            title=link.title,
            decided=Decided(link.decision),
            ruling=link.ruling,
            suspect=self._is_suspect(link),
        )

    def set_aside(self) -> Iterator[SetAside]:
        """What a person rejected, with the reason."""
        for link in self._standing:
            if link.decision is LinkDecision.REJECTED or link.dropped:
                yield SetAside(
                    kind=link.kind,
                    claims=link.claims[:2] if link.dropped else link.claims,
                    why=link.why or "",
                    ruling=link.ruling,
                )

    def _is_suspect(self, link: Link) -> bool:
        return any(fingerprint(self.claims[claim]) != seen for claim, seen in link.seen.items() if claim in self.claims)

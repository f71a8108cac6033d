"""People decide: what they rejected never comes back, what they confirmed or added stands as they saw it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations

from briefing.model.claim import Claim
from briefing.model.link import Link, LinkDecision, LinkKind
from briefing.model.relation import Corroboration, Decided, Difference, DifferenceKind, Field, SetAside, relation_id
from briefing.store.links import fingerprint

Claims = frozenset[str]


@dataclass(frozen=True)
class Rulings:
    """The decisions on links; of two on the same claims and field the later one counts."""

    links: Sequence[Link]
    claims: Mapping[str, Claim]
    """Every claim that nobody rejected, by id."""

    @cached_property
    def _standing(self) -> tuple[Link, ...]:
        """The decisions that count and whose claims all stand."""
        last = {(link.is_corroboration, frozenset(link.claims), link.field): link for link in self.links}
        return tuple(link for link in last.values() if all(claim in self.claims for claim in link.claims))

    @cached_property
    def parted(self) -> frozenset[Claims]:
        """The pairs of claims that a person says do not corroborate each other."""
        rejected = (k for k in self._standing if k.is_corroboration and k.decision is LinkDecision.REJECTED)
        return frozenset(frozenset(pair) for link in rejected for pair in combinations(link.claims, 2))

    def corroborations(self, proposed: Iterable[Corroboration]) -> tuple[Corroboration, ...]:
        """What people decided, and the proposals that they have not decided on."""
        decided = {
            frozenset(link.claims): link
            for link in self._standing
            if link.is_corroboration and link.decision is not LinkDecision.REJECTED
        }
        offered = {frozenset(group.claims): group for group in proposed}
        kept = [group for claims, group in offered.items() if not any(len(claims & own) > 1 for own in decided)]
        for claims, link in decided.items():
            group = offered.get(claims) or self._added(link)
            kept.append(
                replace(
                    group,
                    akin=link.kind is LinkKind.AKIN,
                    decided=Decided(link.decision),
                    title=link.title,
                    ruling=link.ruling,
                    suspect=self._is_suspect(link),
                )
            )
        return tuple(sorted(kept, key=lambda group: group.id))

    def _added(self, link: Link) -> Corroboration:
        claims = tuple(claim for claim in self.claims if claim in link.claims)
        return Corroboration(id=relation_id("k", claims), claims=claims)

    def differences(self, proposed: Iterable[Difference]) -> tuple[Difference, ...]:
        """The same for differences; a rejection without a field holds for every field."""
        decided = [link for link in self._standing if not link.is_corroboration]
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
        one, other = sorted(link.claims, key=list(self.claims).index) if standing is None else standing.claims
        return Difference(
            id=ident,
            kind=DifferenceKind(link.kind),
            claims=(one, other),
            field=field,
            reason=link.why or (standing.reason if standing else ""),
            title=link.title,
            decided=Decided(link.decision),
            ruling=link.ruling,
            suspect=self._is_suspect(link),
        )

    def set_aside(self) -> Iterator[SetAside]:
        """What a person rejected, with the reason."""
        for link in self._standing:
            if link.decision is LinkDecision.REJECTED:
                yield SetAside(
                    kind=link.kind,
                    claims=link.claims,
                    why=link.why or "",
                    decided=Decided.REJECTED,
                    ruling=link.ruling,
                )

    def _is_suspect(self, link: Link) -> bool:
        return any(fingerprint(self.claims[claim]) != seen for claim, seen in link.seen.items() if claim in self.claims)

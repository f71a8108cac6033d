"""All differences of a dossier, in order of their ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from briefing.model.relation import Difference
from briefing.relate.corroborate import Group
from briefing.relate.differ.clashes import clashes
from briefing.relate.differ.denials import denials
from briefing.relate.differ.fields import fields
from briefing.relate.pairs import Pair
from briefing.relate.subject.subject import Subject


def differences(
    subjects: Sequence[Subject],
    groups: Iterable[Group],
    pairs: Sequence[Pair],
    nations: frozenset[str],
    reasons: Mapping[str, str],
) -> tuple[Difference, ...]:
    """Where claims about the same thing part; each pair once in each field."""
    inside = (apart for group in groups for apart in fields(group, nations))
    told = (apart.told(reasons) for apart in (*inside, *denials(subjects), *clashes(pairs)))
    found = {difference.id: difference for difference in told}
    return tuple(found[ident] for ident in sorted(found))

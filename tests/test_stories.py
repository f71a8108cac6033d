"""Stories: which articles tell of one event, from how alike they are."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.relate.events.outlines import Outline, compared, unit
from briefing.relate.events.stories import Near, apart, stories


def _near(articles: str, **alike: float) -> Near:
    """Articles of one letter, and how alike pairs of them are: `ab=.3`."""
    near: dict[str, dict[str, float]] = {article: {} for article in articles}
    for pair, value in alike.items():
        near[pair[0]][pair[1]] = near[pair[1]][pair[0]] = value
    return near


@pytest.mark.parametrize(
    ("near", "expected"),
    [
        (_near(""), []),
        (_near("a"), []),
        (_near("ab"), []),
        (_near("ab", ab=0.5), ["ab"]),
        (_near("ab", ab=0.3), []),
        (_near("abc", ab=0.6, bc=0.6, ac=0.4), ["abc"]),
        (_near("abcd", ab=0.6, cd=0.8), ["ab", "cd"]),
        (_near("abcde", ab=0.6, cd=0.4, ce=0.4, de=0.4), ["cde", "ab"]),
    ],
)
def test_articles_that_are_alike_are_one_story(near: Near, expected: list[str]) -> None:
    """Two at least, the largest story first, then by the order of the dossier."""
    assert ["".join(story) for story in stories(near)] == expected


@pytest.mark.parametrize(("shared", "told"), [({}, 0.0), ({"France": 0.2}, 0.0), ({"Nantes": 1.0, "Morel": 1.0}, 1.0)])
def test_a_day_tells_of_one_event_only_beside_names(shared: dict[str, float], told: float) -> None:
    """A festival and a strike of one Thursday share « France », and are two."""
    day = frozenset({"2024-03-14"})
    one, other = (Outline(unit({**shared, name: 1.0}), day) for name in ("Cannes", "Rouen"))
    assert compared(one, other).day == told
    assert compared(one, Outline(other.names, frozenset())).day == 0.0


def test_one_article_between_two_stories_does_not_make_them_one() -> None:
    """An article about both joins the one that it is closer to."""
    near = _near("abcmxyz", ab=0.8, bc=0.8, ac=0.8, xy=0.8, yz=0.8, xz=0.8, mc=0.6, mb=0.6, ma=0.6, mx=0.4)

    assert ["".join(story) for story in stories(near)] == ["abcm", "xyz"]


def test_a_large_story_is_one_though_each_article_is_compared_with_few() -> None:
    """Thirty reports, each beside the six that came before it."""
    names = [f"a{number:02}" for number in range(30)]
    near: dict[str, dict[str, float]] = {name: {} for name in names}
    for one, other in combinations(range(30), 2):
        if other - one <= 6:
            near[names[one]][names[other]] = near[names[other]][names[one]] = 0.9

    assert len(stories(near)) <= 3
    assert sum(map(len, stories(near))) == 30


def test_a_copy_stands_with_its_original_and_changes_no_story() -> None:
    """As alike as it is to its original, it would draw the others away or in."""
    near = _near("abcx", ab=0.5, bc=0.5, ac=0.5, ax=1.0)

    assert stories(near, {"x": "a"}) == (("a", "b", "c", "x"),)
    assert stories(_near("ax"), {"x": "a"}) == (("a", "x"),)


def test_two_stories_are_not_compared() -> None:
    """Whoever is in neither is, with both."""
    near = _near("abcdx", ab=0.6, cd=0.6, ac=0.4, xa=0.2, xc=0.2)

    assert apart(near, [("a", "b"), ("c", "d")]) == _near("abcdx", ab=0.6, cd=0.6, xa=0.2, xc=0.2)


@given(st.dictionaries(st.tuples(*[st.sampled_from("abcdefgh")] * 2).filter(lambda p: p[0] < p[1]), st.floats(0, 1)))
def test_no_article_stands_in_two(alike: dict[tuple[str, str], float]) -> None:
    """And none alone."""
    found = stories(_near("abcdefgh", **{one + other: value for (one, other), value in alike.items()}))

    assert all(len(story) > 1 for story in found)
    assert len({article for story in found for article in story}) == sum(map(len, found))

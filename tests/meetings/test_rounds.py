"""Whatever the set: everybody has a table or an announced bye, nobody forbidden together, no pair twice, the same every time."""

from itertools import combinations
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from assistant.meetings.rounds import Round, rounds

Pair = tuple[str, str]


@st.composite
def gatherings(draw: st.DrawFn) -> tuple[list[str], dict[Pair, float], set[Pair], int]:
    ids = [f"c{at:02}" for at in range(draw(st.integers(2, 14)))]
    every = list(combinations(ids, 2))
    forbidden = draw(st.sets(st.sampled_from(every), max_size=len(every) // 3))
    allowed = [pair for pair in every if pair not in forbidden]
    worth = {pair: draw(st.integers(0, 100)) / 100 for pair in allowed}
    rivals = draw(st.sets(st.sampled_from(allowed), max_size=5)) if allowed else set()
    return ids, worth, rivals, draw(st.integers(1, 6))


def together(made: Round) -> list[frozenset[str]]:
    return [frozenset(pair) for table in made.tables for pair in combinations(table, 2)]


@given(gatherings())
def test_everybody_is_placed_and_nobody_meets_twice_or_meets_who_they_must_not(
    gathering: tuple[list[str], dict[Pair, float], set[Pair], int],
) -> None:
    ids, worth, rivals, count = gathering
    made = rounds(ids, worth, rivals, count)
    allowed, met = {frozenset(pair) for pair in worth}, list[frozenset[str]]()
    for found in made:
        placed = [person for table in found.tables for person in table] + list(found.byes)
        assert sorted(placed) == ids
        assert all(len(table) in (2, 3) for table in found.tables)
        left = allowed - set(met)
        assert set(together(found)) <= left
        for one, other in combinations(found.byes, 2):
            assert frozenset({one, other}) not in left, "two without a table could have met"
        met += together(found)
    assert len(met) == len(set(met))
    assert len(made) <= count
    if len(made) < count:
        assert allowed == set(met)


@given(gatherings(), st.randoms(use_true_random=False))
def test_the_order_of_the_list_changes_nothing(
    gathering: tuple[list[str], dict[Pair, float], set[Pair], int], random: Random
) -> None:
    ids, worth, rivals, count = gathering
    made = rounds(ids, worth, rivals, count)
    pairs = list(worth.items())
    random.shuffle(ids)
    random.shuffle(pairs)
    flipped = {(other, one): value for (one, other), value in pairs}
    assert rounds(ids, flipped, [(b, a) for a, b in rivals], count) == made


def complete(ids: str) -> dict[Pair, float]:
    return dict.fromkeys(combinations(ids, 2), 0.5)


def test_the_best_company_is_chosen_over_all_not_one_by_one() -> None:
    worth = {("a", "b"): 0.9, ("a", "c"): 0.8, ("b", "d"): 0.8, ("c", "d"): 0.1, ("a", "d"): 0.0, ("b", "c"): 0.0}
    (made,) = rounds("abcd", worth, [], 1)
    assert made.tables == (("a", "c"), ("b", "d"))


def test_rivals_meet_only_when_somebody_would_be_left_alone() -> None:
    (made,) = rounds("abcd", {**complete("abcd"), ("a", "b"): 1.0}, [("a", "b")], 1)
    assert ("a", "b") not in made.tables
    (made,) = rounds("ab", {("a", "b"): 0.0}, [("a", "b")], 1)
    assert made.tables == (("a", "b"),)


def test_the_one_who_joins_a_table_of_two_is_never_the_same() -> None:
    made = rounds("abcdefg", complete("abcdefg"), [], 3)
    joining = [table[-1] for found in made for table in found.tables if len(table) == 3]
    assert len(joining) == len(set(joining)) == 3


def test_whoever_had_a_bye_is_placed_in_the_next_round() -> None:
    worth = {("a", "b"): 0.9, ("a", "c"): 0.1}
    first, second = rounds("abc", worth, [], 2)
    assert (first.tables, first.byes) == ((("a", "b"),), ("c",))
    assert (second.tables, second.byes) == ((("a", "c"),), ("b",))


def test_another_odd_one_out_is_tried_before_somebody_gets_a_bye() -> None:
    worth = dict.fromkeys(combinations("abcd", 2), 1.0) | {("a", "e"): 0.0, ("b", "e"): 0.0}
    (made,) = rounds("abcde", worth, [], 1)
    assert made.byes == ()

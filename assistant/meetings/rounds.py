"""Who sits with whom, round after round: a maximum weight matching on the pairs that may still meet.

As many as possible are paired; then as few rivals as possible; then whoever had a table of three or a bye before is
paired first; then what the meetings are worth. An odd one joins a table where nobody is forbidden or met already.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

Pairs = Mapping[tuple[str, str], float]
_STEPS = 1000  # worth is weighed in thousandths: with whole numbers the matching is exact
_ATTEMPTS = 5  # other choices of the odd one out, when the first finds no table


@dataclass(frozen=True, slots=True)
class Round:
    """The tables of a round, ids in order, the joining one last; and those without a table."""

    tables: tuple[tuple[str, ...], ...]
    byes: tuple[str, ...]


@dataclass
class _Memory:
    met: set[frozenset[str]] = field(default_factory=set)
    odd: Counter[str] = field(default_factory=Counter)  # how often in a table of three, or without a table

    def note(self, made: Round) -> None:
        for table in made.tables:
            self.met |= {frozenset({a, b}) for a in table for b in table if a != b}
            if len(table) > 2:
                self.odd.update(table)
        self.odd.update(made.byes)


def rounds(ids: Iterable[str], worth: Pairs, rivals: Iterable[tuple[str, str]], count: int) -> list[Round]:
    """At most `count` rounds over `ids`; `worth` in [0, 1] has the pairs that may meet, in any order.

    `rivals`, among them, meet only when somebody would be left alone otherwise. No two ids meet twice; fewer rounds
    come back when nobody is left to meet.
    """
    people = sorted(set(ids))
    values = {frozenset(pair): value for pair, value in worth.items()}
    avoided = {frozenset(pair) for pair in rivals}
    memory, made = _Memory(), list[Round]()
    for _ in range(count):
        left = {pair: value for pair, value in values.items() if pair not in memory.met}
        if not left:
            break
        made.append(_round(people, left, avoided, memory.odd))
        memory.note(made[-1])
    return made


def _round(
    people: Sequence[str], left: Mapping[frozenset[str], float], avoided: set[frozenset[str]], odd: Counter[str]
) -> Round:
    """The best of a few attempts: whoever finds no table is placed first in the next."""
    first, best = Counter(odd), None
    for _ in range(_ATTEMPTS):
        found = _seated(people, _matching(people, left, avoided, first), left, avoided, odd)
        if best is None or len(found.byes) < len(best.byes):
            best = found
        if not best.byes:
            break
        first.update(found.byes)
    assert best is not None
    return best


def _matching(
    people: Sequence[str], left: Mapping[frozenset[str], float], avoided: set[frozenset[str]], first: Counter[str]
) -> list[tuple[str, str]]:
    import networkx

    turn = _STEPS * len(people)  # more than all the worth of a round
    friendly = turn * (2 * max(first.values(), default=0) + 1) * len(people)  # more than all the turns of a round
    graph = networkx.Graph()
    graph.add_nodes_from(people)
    for one, other in sorted(tuple(sorted(pair)) for pair in left):
        pair = frozenset({one, other})
        weight = round(_STEPS * left[pair]) + turn * (first[one] + first[other]) + friendly * (pair not in avoided)
        graph.add_edge(one, other, weight=weight)
    matched = networkx.max_weight_matching(graph, maxcardinality=True)
    return sorted((min(pair), max(pair)) for pair in matched)


def _seated(
    people: Sequence[str],
    matched: Sequence[tuple[str, str]],
    left: Mapping[frozenset[str], float],
    avoided: set[frozenset[str]],
    odd: Counter[str],
) -> Round:
    """The pairs, with those who have none joining a table of two that takes them."""
    tables: list[tuple[str, ...]] = list(matched)
    paired = {person for pair in matched for person in pair}
    byes = []
    for alone in sorted(set(people) - paired, key=lambda person: (-odd[person], person)):
        open_to = [t for t in tables if len(t) == 2 and all(frozenset({alone, member}) in left for member in t)]
        if not open_to:
            byes.append(alone)
            continue
        best = min(open_to, key=lambda table: _cost(alone, table, left, avoided, odd))
        tables[tables.index(best)] = (*best, alone)
    return Round(tuple(tables), tuple(byes))


def _cost(
    alone: str,
    table: tuple[str, ...],
    left: Mapping[frozenset[str], float],
    avoided: set[frozenset[str]],
    odd: Counter[str],
) -> tuple[int, int, float, tuple[str, ...]]:
    """No rival first; then those who shared a table least; then the better company."""
    new = [frozenset({alone, member}) for member in table]
    return sum(pair in avoided for pair in new), sum(odd[m] for m in table), -sum(left[pair] for pair in new), table

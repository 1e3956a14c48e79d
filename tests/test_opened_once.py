"""What is opened at its first use is opened once, by however many threads it is asked for."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest

from assistant.opened_once import opened_once


class Opened:
    def __init__(self, make: Callable[[], object] = object) -> None:
        self._make, self.made, self.waits = make, 0, Event()

    @opened_once
    def part(self) -> object:
        """A part."""
        time.sleep(0.05)
        self.made += 1
        return self._make()

    @opened_once
    def whole(self) -> tuple[object]:
        return (self.part,)

    @opened_once
    def slow(self) -> bool:
        return self.waits.wait(10)


def test_threads_that_ask_together_get_the_one_value() -> None:
    opened, together = Opened(), Barrier(8)

    def ask(number: int) -> object:
        together.wait()
        return opened.whole[0] if number % 2 else opened.part

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(ask, range(8)))
    assert opened.made == 1 and len(set(map(id, found))) == 1


def test_each_object_has_its_own_and_makes_it_again_once_removed() -> None:
    one, other = Opened(), Opened()
    assert one.part is one.part is not other.part
    first = one.__dict__.pop("part")
    assert one.part is not first and one.made == 2


def test_what_could_not_be_opened_is_tried_again() -> None:
    faults = iter([ValueError("spoilt")])

    def make() -> object:
        for fault in faults:
            raise fault
        return "open"

    opened = Opened(make)
    with pytest.raises(ValueError, match="spoilt"):
        _ = opened.part
    assert opened.part == "open"


def test_what_is_quick_does_not_wait_for_what_is_slow() -> None:
    opened = Opened()
    with ThreadPoolExecutor(1) as pool:
        slow = pool.submit(lambda: opened.slow)
        assert opened.part is not None
        opened.waits.set()
        assert slow.result()


def test_it_is_documented_as_the_method_was() -> None:
    assert Opened.part.__doc__ == "A part."

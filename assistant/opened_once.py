"""A property that is made at its first use and kept, whichever thread asks first."""

from collections.abc import Callable
from threading import RLock
from typing import Any, Generic, Self, TypeVar, overload

T = TypeVar("T")


class opened_once(Generic[T]):  # noqa: N801 - used as a decorator, as `property` is
    """Makes the value of a method once for each object: one thread makes it, the others wait for it.

    As with `functools.cached_property`, the value lies in the object's `__dict__` and is made again when it is removed
    from there; that one holds no lock from Python 3.12 on. One value may rest on others: each has a lock of its own, so
    that what is quick to open never waits for what is slow.
    """

    def __init__(self, make: Callable[[Any], T]) -> None:
        self._make, self.__doc__ = make, make.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, holder: None, owner: type) -> Self: ...

    @overload
    def __get__(self, holder: object, owner: type) -> T: ...

    def __get__(self, holder: object | None, owner: type) -> Self | T:
        if holder is None:
            return self
        kept = holder.__dict__
        with kept.setdefault(f"_opening_{self._name}", RLock()):
            if self._name not in kept:
                kept[self._name] = self._make(holder)
            value: T = kept[self._name]
            return value

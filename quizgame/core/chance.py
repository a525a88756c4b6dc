"""Chance as data: an order is a pure function of a seed.

Each item's place follows from a hash of the seed, the purpose and the item itself, so that an order is the same on
every machine and every version of Python, and does not change when other items come or go.
"""

import hashlib
from collections.abc import Callable, Iterable
from typing import TypeVar

__all__ = ["draw_order", "rank"]

T = TypeVar("T")


def rank(seed: int, purpose: str, name: str) -> int:
    """A number from 0 to 2**64 - 1 that looks random and follows from the arguments alone."""
    told = f"{seed}:{purpose}:{name}".encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(told, digest_size=8).digest(), "big")


def draw_order(items: Iterable[T], *, seed: int, purpose: str, name: Callable[[T], str]) -> list[T]:
    """The items in the order that chance puts them in.

    Args:
        items: What to order.
        seed: The game's seed.
        purpose: What the order is for, so that one seed gives unrelated orders for unrelated things.
        name: What identifies an item; items of one name stay in the order they came in.
    """
    return sorted(items, key=lambda item: rank(seed, purpose, name(item)))

"""Elements that are searched by name or by a function at a fifth of the time that BeautifulSoup takes, which asks every text too."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from bs4 import Tag

OTHERWISE = ("string", "text", "recursive", "class_")  # how BeautifulSoup is to search


class Element(Tag):
    """What is asked of it in another way, such as by a text, BeautifulSoup answers."""

    def find_all(self, name: Any = None, *more: Any, **wanted: Any) -> Any:  # type: ignore[override]
        is_wanted = None if more else _test_of(name, wanted)
        if is_wanted is None:
            return super().find_all(name, *more, **wanted)
        return list(islice(filter(is_wanted, self._elements()), wanted.get("limit")))

    def find(self, name: Any = None, *more: Any, **wanted: Any) -> Any:  # type: ignore[override]
        is_wanted = None if more else _test_of(name, wanted)
        if is_wanted is None:
            return super().find(name, *more, **wanted)
        return next(filter(is_wanted, self._elements()), None)

    def _elements(self) -> Iterator[Tag]:
        """All below it, in the order of the page; no further than somebody asks."""
        stack = [iter(self.contents)]
        while stack:
            for child in stack[-1]:
                if isinstance(child, Tag):
                    yield child
                    stack.append(iter(child.contents))
                    break
            else:
                stack.pop()


def _test_of(name: Any, wanted: dict[str, Any]) -> Callable[[Tag], Any] | None:
    """None for a search of another kind."""
    if any(key in wanted for key in OTHERWISE):
        return None
    attributes = {**wanted.get("attrs", {}), **wanted}
    for key in ("attrs", "limit"):
        attributes.pop(key, None)
    if not all(value is True or isinstance(value, (str, re.Pattern)) for value in attributes.values()):
        return None
    test = _test_of_name(name, is_enough=bool(attributes))
    if test is None or not attributes:
        return test
    asked = attributes.items()
    return lambda tag: test(tag) and all(key in tag.attrs and _fits(tag.attrs[key], value) for key, value in asked)


def _fits(value: Any, wanted: Any) -> bool:
    """``value``: a list where the attribute holds several words, which are asked one by one and as they stand."""
    if wanted is True:
        return value is not None
    texts = [*value, " ".join(value)] if isinstance(value, list) else [str(value)]
    return any(text == wanted if isinstance(wanted, str) else wanted.search(text) for text in texts)


def _test_of_name(name: Any, *, is_enough: bool) -> Callable[[Tag], Any] | None:
    if name is True or (name is None and is_enough):
        return _any
    if isinstance(name, str):
        return lambda tag: tag.name == name
    if callable(name):
        return name  # type: ignore[no-any-return]
    if isinstance(name, (tuple, list, set, frozenset)) and all(isinstance(one, str) for one in name):
        names = frozenset(name)
        return lambda tag: tag.name in names
    return None


def _any(tag: Tag) -> bool:
    return True

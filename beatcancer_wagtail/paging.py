"""A list in pages: which one is shown, and links to the others."""

from functools import cached_property
from typing import NamedTuple


class Choice(NamedTuple):
    """One link of a list: where it leads and, where that is known, how many it would leave."""

    label: str
    url: str
    selected: bool
    count: int | None = None


class Paged:
    """What a list of several pages knows of them. A page that does not exist is the first one.

    Whoever wears it provides ``listed`` (how many there are), ``page_size``, ``asked_page`` and
    ``page_url(number)``.
    """

    listed: int
    page_size: int
    asked_page: int

    def page_url(self, number: int) -> str:
        raise NotImplementedError

    @cached_property
    def pages(self) -> int:
        """How many pages the list has; at least one."""
        return max(1, -(-self.listed // self.page_size))

    @cached_property
    def number(self) -> int:
        """The page shown, from 1."""
        return self.asked_page if self.asked_page <= self.pages else 1

    @property
    def start(self) -> int:
        """How many come before the page shown."""
        return (self.number - 1) * self.page_size

    @property
    def previous_url(self) -> str:
        return self.page_url(self.number - 1) if self.number > 1 else ""

    @property
    def next_url(self) -> str:
        return self.page_url(self.number + 1) if self.number < self.pages else ""

    @cached_property
    def page_choices(self) -> list[Choice | None]:
        """Links to the first, the last and the neighbouring pages; None where some are left out."""
        near = {1, self.number - 1, self.number, self.number + 1, self.pages}
        numbers = sorted(number for number in near if 1 <= number <= self.pages)
        choices: list[Choice | None] = []
        for index, number in enumerate(numbers):
            if index and number - numbers[index - 1] > 1:
                choices.append(None)
            choices.append(Choice(str(number), self.page_url(number), number == self.number))
        return choices


def page_number(text: str | None) -> int:
    """A page number from the query string; 1 for anything that is none."""
    return int(text) if text and text.isascii() and text.isdigit() and 0 < len(text) < 9 and int(text) else 1

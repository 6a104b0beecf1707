"""What reading one page gives."""

from __future__ import annotations

from dataclasses import dataclass, field

from bs4 import BeautifulSoup, Tag

from ..outline import Dropped, Metadata, Sentence


class CannotRead(Exception):
    """The bytes are no page that can be imported. ``message`` is a full sentence that says what to do."""

    def __init__(self, code: str, template: str, **values: str | int):
        self.code = code
        self.message = Sentence(template, **values)
        super().__init__(self.message)


@dataclass
class FoundPage:
    root: Tag
    soup: BeautifulSoup
    metadata: Metadata
    dropped: list[Dropped] = field(default_factory=list)
    warnings: list[Sentence] = field(default_factory=list)
    encoding: str = "utf-8"
    address: str = ""
    as_found: bool = False
    look: list[Sentence] = field(default_factory=list)

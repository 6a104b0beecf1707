"""What reading one page gives."""

from __future__ import annotations

from dataclasses import dataclass, field

from bs4 import BeautifulSoup, Tag

from ..outline import Dropped, Metadata


class CannotRead(Exception):
    """The bytes are no page that can be imported. ``message`` is a full sentence that says what to do."""

    def __init__(self, code: str, message: str):
        super().__init__(message)
        self.code = code
        self.message = message


@dataclass
class FoundPage:
    root: Tag
    soup: BeautifulSoup
    metadata: Metadata
    dropped: list[Dropped] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    encoding: str = "utf-8"
    address: str = ""

"""The places in Markdown pages that figures are written into: between ``<!-- NAME: begin -->`` and its end.

Each raises ValueError where the page has no such place.
"""

import re
from pathlib import Path


def part(name: str, text: str) -> str:
    """What stands there now."""
    begin, end = _marks(name)
    if not (found := re.search(f"{begin}(.*){end}", text, re.DOTALL)):
        raise ValueError(f"The page has no place for the figures: {begin} ... {end}")
    return found[1]


def filled(name: str, text: str, figures: str) -> str:
    """The page with ``figures`` there."""
    begin, end = _marks(name)
    return text.replace(f"{begin}{part(name, text)}{end}", f"{begin}\n\n{figures}\n\n{end}")


def put(figures: str, page: Path, name: str) -> None:
    page.write_text(filled(name, page.read_text("utf-8"), figures), "utf-8")


def _marks(name: str) -> tuple[str, str]:
    return f"<!-- {name}: begin -->", f"<!-- {name}: end -->"

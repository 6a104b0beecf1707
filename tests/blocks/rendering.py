"""Renders one block as an article would, and looks at the HTML."""

from bs4 import BeautifulSoup

from beatcancer_wagtail.blocks import ArticleBodyBlock
from tests.builders import block

BODY = ArticleBodyBlock()
HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"]


def render(stored, **context) -> str:
    """The HTML of a block as the editor stores it: ``{"type": ..., "value": ..., "id": ...}``."""
    (child,) = BODY.to_python([stored])
    return str(child.render(context))


def shown(stored, **context) -> BeautifulSoup:
    return BeautifulSoup(render(stored, **context), "html.parser")


def full(kind) -> dict:
    """A block with everything in it, as stored: what its preview shows."""
    definition = BODY.child_blocks[kind]
    return block(kind, definition.get_prep_value(definition.get_preview_value()))


def heading_levels(soup) -> list[str]:
    """Each heading with its level, in order: ``["h2 Stages", "h3 Stage one"]``."""
    return [f"{heading.name} {' '.join(heading.get_text().split())}" for heading in soup.find_all(HEADINGS)]

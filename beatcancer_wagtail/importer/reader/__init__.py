"""Bytes of a saved page to its content and its facts. No Django, no network."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bs4 import NavigableString

from ..outline import Dropped
from .addresses import base_of
from .chosen import chosen, drop_chosen
from .content import Finder
from .encoding import decode
from .found import CannotRead, FoundPage
from .metadata import metadata_of
from .outside import outside
from .prune import prune, text_in, trim_edges
from .repeats import take_out_repeats
from .soup import MAX_BYTES, TOO_LARGE, soup_of
from .tabs import label_panels

__all__ = ["CannotRead", "FoundPage", "read_page"]

NO_TEXT = "The page holds no text. If it is filled in by a script, open it in a browser, save what you see as HTML and try again."


def read_page(
    data: bytes,
    *,
    address: str = "",
    selector: str = "",
    drop: Sequence[str] = (),
    encoding: str = "",
) -> FoundPage:
    """The content of a page, without what is no content, and its facts.

    ``selector`` says where the content is, ``drop`` what of it to leave out; both are CSS selectors.
    Raises CannotRead, and nothing else, for what is no page.
    """
    if len(data) > MAX_BYTES:
        raise CannotRead("large", TOO_LARGE.format(found=f"{len(data) // 1_000_000} MB"))
    text, name, warnings = decode(data, encoding)
    soup = soup_of(text)
    del text
    body = soup.body or soup.html or soup
    shown = " ".join(text_in(part) for part in body.find_all(True, recursive=False) if part.name != "head")
    shown += "".join(str(part) for part in body.contents if type(part) is NavigableString)
    if not re.search(r"\w", shown) and not body.find(("img", "video", "iframe")):
        raise CannotRead("no-text", NO_TEXT)
    dropped: list[Dropped] = []
    base = base_of(soup, address)
    drop_chosen(soup, drop, dropped)
    label_panels(soup, dropped)
    finder = Finder(body)
    if selector:
        root = core = chosen(soup, selector)
    else:
        core = finder.core()
        root = finder.widened(core)
    metadata = metadata_of(soup, root, address, base)
    prune(root, core, finder, dropped)
    trim_edges(root, finder, dropped)
    take_out_repeats(root, metadata, dropped)
    dropped += outside(root, body)
    return FoundPage(root, soup, metadata, dropped, warnings, name, base or address)

"""Bytes of a saved page to its content and its facts. No Django, no network."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bs4 import NavigableString, Tag

from ..drops import gettext_noop
from ..outline import Dropped, Sentence
from ..words import words_of, words_of_html
from .addresses import base_of
from .buttons import read_buttons
from .cell_labels import take_out_cell_labels
from .chosen import chosen, drop_chosen
from .columns import order_rows
from .content import Finder
from .contents import take_out_contents
from .controls import take_out_controls
from .copies import take_out_copies
from .counters import fill_counters
from .declared import Declared
from .doubts import Doubts
from .drawings import drawings_told
from .encoding import decode
from .fonts import name_font_titles
from .found import CannotRead, FoundPage
from .glued import part_boxes
from .guess import script_told
from .hidden import take_out_hidden
from .icons import read_icons, silent_cells
from .ids import part_ids
from .metadata import metadata_of
from .outside import outside
from .parts import goes_on_told
from .players import take_out_players
from .presses import buttons_told
from .prune import prune, text_in, trim_edges
from .repeats import keep_bylines, links_of_menus, take_out_repeats
from .shown import show_fields, show_frames, show_titles
from .signs import read_signs, said_of
from .soup import MAX_BYTES, soup_of
from .spans import spread_cells
from .symbol_font import read_symbol_fonts
from .tabs import label_panels
from .tidy import name_steps, take_out_bare_headings
from .twice import read_once
from .verdicts import read_verdicts
from .word_lists import make_lists

__all__ = ["CannotRead", "FoundPage", "read_page"]

TOO_LARGE = gettext_noop(
    "The page is too large for one article (%(size)s MB). Split it into several pages and try again."
)
CUT_OFF = gettext_noop(
    "A comment in the page's mark-up has no end, so the page ends there for readers and for us. What comes after it is left out: “%(words)s”"
)
SHOWN = 80  # characters
TEASER = gettext_noop(
    "The page declares an article of %(declared)s words and shows %(shown)s. The rest may be for subscribers only: save the page as one of them sees it."
)
REST = 100  # words
NO_TEXT = gettext_noop(
    "The page holds no text. If it is filled in by a script, open it in a browser, save what you see as HTML and try again."
)


def read_page(
    data: bytes,
    *,
    address: str = "",
    selector: str = "",
    drop: Sequence[str] = (),
    encoding: str = "",
    as_found: bool = False,
) -> FoundPage:
    """The content of a page, without what is no content, and its facts.

    ``selector`` says where the content is, ``drop`` what of it to leave out; both are CSS selectors.
    ``as_found``: what an editor would take out of the content stays in it, such as the page's own list of contents.
    Raises CannotRead, and nothing else, for what is no page.
    """
    if len(data) > MAX_BYTES:
        raise CannotRead("large", TOO_LARGE, size=len(data) // 1_000_000)
    text, name, warnings = decode(data, encoding)
    soup = soup_of(text)
    is_from_word = "Mso" in text
    del text
    if soup.cut_off:
        warnings.append(Sentence(CUT_OFF, words=soup.cut_off[:SHOWN]))
    signs = read_symbol_fonts(soup)
    show_frames(soup)
    show_fields(soup)
    show_titles(soup)
    if is_from_word:
        make_lists(soup)
    counters = fill_counters(soup)
    body = soup.body or soup.html or soup
    shown = " ".join(text_in(part) for part in body.find_all(True, recursive=False) if part.name != "head")
    shown += "".join(str(part) for part in body.contents if type(part) is NavigableString)
    if not re.search(r"\w", shown) and not body.find(("img", "video", "iframe")):
        raise CannotRead("no-text", NO_TEXT)
    dropped: list[Dropped] = []
    base = base_of(soup, address)
    drop_chosen(soup, drop, dropped)
    part_ids(soup)
    label_panels(soup, dropped)
    order_rows(soup)
    read_buttons(soup)
    parted = part_boxes(soup)
    goes_on = goes_on_told(soup, address, base)
    read_once(soup, dropped, keep_pictures=as_found)
    take_out_copies(soup, dropped)
    if not as_found:
        take_out_controls(soup, dropped)
        take_out_hidden(soup, dropped)
        take_out_players(soup, dropped)
    finder = Finder(body)
    if selector:
        root = core = chosen(soup, selector)
    else:
        core = finder.core()
        root = finder.widened(core)
    declared = Declared(soup)
    metadata = metadata_of(soup, declared, root, address, base, as_found=as_found)
    keep_bylines(root, finder, metadata)
    menu = links_of_menus(soup)
    doubts = Doubts(core, finder, metadata.title.value if metadata.title else "")
    headings = prune(root, core, finder, doubts, dropped)
    name_font_titles(root)
    if not as_found:
        take_out_contents(root, base or address, dropped)
        take_out_bare_headings(root, headings, dropped)
        name_steps(root)
    trim_edges(root, finder, dropped)
    look = [
        *signs.look(root),
        *parted.look(root),
        *counters.look(root),
        *buttons_told(root),
    ]  # the title too, which goes next
    warnings += [*signs.told(root), *counters.told(root)]
    take_out_repeats(root, metadata, dropped, menu)
    take_out_cell_labels(root, dropped)
    read = read_icons(root)
    warnings += read_verdicts(root)
    look += silent_cells(root)
    if not as_found:
        said, once = spread_cells(root)
        warnings += said
        look += once
        texts, unread = read_signs(root)
        read += texts
        look += [*unread, *drawings_told(root)]
    warnings += said_of(read)
    look += script_told(root, metadata.language) + _teaser_told(root, declared) + goes_on
    dropped += outside(root, body, doubts)
    return FoundPage(root, soup, metadata, dropped, warnings, name, base or address, as_found, look)


def _teaser_told(root: Tag, declared: Declared) -> list[Sentence]:
    """A sentence where the page shows less than half of the article that it declares."""
    whole = len(words_of_html(declared.body_of_article()))
    shown = len(words_of(root.get_text(" "))) if whole > REST else whole
    return [Sentence(TEASER, declared=whole, shown=shown)] if whole > max(shown * 2, shown + REST) else []

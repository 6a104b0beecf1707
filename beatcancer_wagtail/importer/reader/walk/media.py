"""Pictures, captions, films and frames, formulas and drawings, where they stand in the page."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup, NavigableString, Tag

from beatcancer_wagtail.importer.markup.addresses import PICTURE_FILE
from beatcancer_wagtail.importer.markup.lines import Line
from beatcancer_wagtail.importer.markup.spans import Marks
from beatcancer_wagtail.importer.outline import Picture, Text
from beatcancer_wagtail.importer.reader.drawings import drawing_text
from beatcancer_wagtail.importer.reader.measure import INLINE
from beatcancer_wagtail.importer.reader.walk import embeds, pictures
from beatcancer_wagtail.importer.reader.walk.formulas import formula_text
from beatcancer_wagtail.importer.reader.walk.names import attribute
from beatcancer_wagtail.importer.reader.walk.pictures import Caption, picture_of, same_file, text_below
from beatcancer_wagtail.importer.reader.walk.walker import DONE, OPEN, THROUGH, Mode, Walker

NO_CAPTION_HOLDS = ["img", "picture", "figure", "table", "iframe", "video", "figcaption", "h2", "h3"]
ONE_PARAGRAPH = re.compile(r"<p>((?:(?!</?p>|<[uo]l>).)*)</p>")


def picture(walker: Walker, tag: Tag) -> Mode:
    alt = attribute(tag, "alt").strip()
    if alt and len(alt) <= 8 and not re.search(r"\w", alt) and not alt.isascii():
        walker.flow.text(alt)  # an emoji
        return DONE
    found = picture_of(tag, walker.base)
    if found is None:
        return DONE
    if below := text_below(tag):
        walker.known.captions.add(id(below))
    found.url = "" if walker.flow.link.startswith("#") else walker.flow.link
    for_no_script = tag.find_parent("noscript") is not None
    twin = _last_picture(walker)
    if twin and (
        (for_no_script and same_file(twin.src, found.src)) or (twin.src == found.src and walker.after_noscript)
    ):
        return DONE
    walker.after_noscript = for_no_script
    if walker.flow.line_is_empty:
        walker.add(found)
    else:
        walker.pending.append(found)  # it does not part the line that it stands in
    return DONE


def _last_picture(walker: Walker) -> Picture | None:
    if walker.pending:
        return walker.pending[-1]
    last = walker.nodes[-1] if walker.nodes else None
    return last if isinstance(last, Picture) and not walker.flow.lines and walker.flow.line_is_empty else None


def noscript(walker: Walker, tag: Tag) -> Mode:
    """What a browser without scripts shows: the pictures and films that others load later, and no words."""
    if not tag.find(True) and "<" in (tag.string or ""):
        tag = BeautifulSoup(f"<noscript>{tag.string}</noscript>", "lxml").find("noscript") or tag
    for found in tag.find_all(["img", "iframe"]):
        picture(walker, found) if found.name == "img" else frame(walker, found)
    return DONE


def figure(walker: Walker, tag: Tag) -> Mode:
    if walker.is_deep:
        return OPEN
    walker.add(*walker.inside(tag.contents, is_figure=True, first=pictures.declared_in(tag, walker.base)))
    return DONE


def credit(walker: Walker, tag: Tag) -> Mode:
    nodes = walker.inside(tag.contents)
    text = pictures.one_line(nodes)
    walker.add(*([Caption(text, "", "", is_credit=True)] if text else nodes))
    return DONE


def caption(walker: Walker, tag: Tag) -> Mode:
    if walker.is_deep:
        return OPEN
    nodes = walker.inside(tag.contents)
    if any(not isinstance(node, Text) for node in nodes):
        walker.add(*nodes)
    elif nodes:
        html = "".join(node.html for node in nodes if isinstance(node, Text))
        single = ONE_PARAGRAPH.fullmatch(html)
        walker.add(Caption(pictures.one_line(nodes), single[1] if single and "<" in single[1] else "", html))
    return DONE


def caption_by_class(walker: Walker, tag: Tag) -> Mode:
    """A caption without ``figcaption``; a box around picture and caption often has such a name too, and a part of a word."""
    before = tag.previous_sibling
    is_word = isinstance(before, NavigableString) and before[-1:].isalnum()
    goes_on = tag.get_text()[:1].islower() or tag.get_text()[:1].isdigit()
    is_part = tag.name in INLINE and is_word and goes_on
    return OPEN if is_part or tag.find(NO_CAPTION_HOLDS) else caption(walker, tag)


def frame(walker: Walker, tag: Tag) -> Mode:
    walker.end_block()
    address = embeds.address_of(tag, walker.base)
    title = " ".join((attribute(tag, "title") or attribute(tag, "aria-label")).split())
    if not address:
        return THROUGH if tag.name == "object" else DONE
    if embed := embeds.embed_of(address, title):
        walker.add(embed)
        return DONE
    if embeds.shows_nothing(tag, address):
        return DONE
    if tag.name in ("object", "embed") and PICTURE_FILE.search(address):
        walker.add(Picture(address, title or None))
        return DONE
    walker.flow.lines.append(Line([(embeds.name_of(tag, address), Marks((0, address)))]))
    return DONE


def drawing(walker: Walker, tag: Tag) -> Mode:
    walker.flow.text(f" {drawing_text(tag)} ")
    return DONE


def formula(walker: Walker, tag: Tag) -> Mode:
    walker.flow.text(formula_text(tag))
    return DONE

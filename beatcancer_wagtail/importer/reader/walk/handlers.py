"""Which element is handled by what. What has no handler is text: its words stay, and its marks where they have any."""

from __future__ import annotations

from bs4 import Tag

from beatcancer_wagtail.importer.reader.walk import boxed, media, names, titles
from beatcancer_wagtail.importer.reader.walk.boxes import callout_kind, is_action_box
from beatcancer_wagtail.importer.reader.walk.walker import DONE, THROUGH, Handler, Mode, Walker

CAPTION_ELEMENTS = ("p", "div", "span", "dd", "td")


def line_break(walker: Walker, _tag: Tag) -> Mode:
    if walker.pending:
        walker.end_block()
    else:
        walker.flow.line_break()
    return DONE


def rule(walker: Walker, _tag: Tag) -> Mode:
    walker.end_block()
    return DONE


def unseen(_walker: Walker, _tag: Tag) -> Mode:
    return DONE


def template(_walker: Walker, tag: Tag) -> Mode:
    return THROUGH if tag.has_attr("shadowrootmode") else DONE


BY_NAME: dict[str, Handler] = {
    **dict.fromkeys(names.HEADINGS, titles.heading),
    **dict.fromkeys(("img", "amp-img", "image"), media.picture),
    **dict.fromkeys(("iframe", "video", "audio", "object", "embed"), media.frame),
    **dict.fromkeys(("lite-youtube", "amp-youtube", "lite-vimeo", "amp-vimeo", "amp-iframe"), media.frame),
    **dict.fromkeys(("pre", "listing", "xmp"), boxed.code),
    **dict.fromkeys(("canvas", "datalist", "input", "noframes", "noembed"), unseen),
    "blockquote": boxed.quote,
    "br": line_break,
    "figcaption": media.caption,
    "figure": media.figure,
    "hr": rule,
    "math": media.formula,
    "noscript": media.noscript,
    "svg": media.drawing,
    "table": boxed.table,
    "template": template,
}


def handler_of(walker: Walker, tag: Tag) -> Handler | None:
    if id(tag) in walker.known.titles:
        return titles.panel_title
    if handler := BY_NAME.get(tag.name):
        return handler
    if id(tag) in walker.known.captions:
        return media.caption
    if names.role(tag) == "heading":
        return titles.heading
    if not tag.has_attr("class") and not tag.has_attr("role"):
        return None
    if walker.in_figure and names.has_class(tag, names.CREDIT) and not tag.find(["img", "figcaption", "a"]):
        return media.credit
    if tag.name in CAPTION_ELEMENTS and names.has_class(tag, names.CAPTION):
        return media.caption_by_class
    if not walker.is_deep and (callout_kind(tag) or is_action_box(tag)):
        return boxed.box
    return None

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from wagtail.blocks import Block
from wagtail.images.blocks import ImageBlock, ImageChooserBlock

from beatcancer_wagtail.importer.writer.kinds import limit_of
from beatcancer_wagtail.importer.writer.long_texts import cut
from beatcancer_wagtail.importer.writer.rich_text import paragraphs, plain, text_of

if TYPE_CHECKING:
    from beatcancer_wagtail.importer.writer.blocks import Writer


def write_picture(writer: "Writer", block: Block | None, value: dict) -> None:
    """A picture with alternative text and caption. One that could not be had leaves its caption and an empty place."""
    src, alt = str(value.get("src") or ""), value.get("alt")
    html = str(value.get("caption") or "") if value.get("format") == "html" else ""
    caption, credit = text_of(html) if html else plain(value.get("caption")), plain(value.get("credit"))
    image = writer.pictures.get(src)
    linked = "<a " in html
    chosen = _chosen(block, image, alt)
    if not isinstance(block, (ImageBlock, ImageChooserBlock)) and block is not None:
        short, more = cut(caption, limit_of(block, "caption"))
        stored = {"image": chosen, "caption": "" if more or linked else short, "credit": ""}
        name, more_credit = cut(credit, limit_of(block, "credit"))
        stored["credit"] = "" if more_credit else name
        added = writer.places.add(block, {name: stored[name] for name in stored if name in block.child_blocks})
        below = [caption] if caption and ("caption" not in block.child_blocks or more) else []
        below += [credit] if credit and ("credit" not in block.child_blocks or more_credit) else []
    else:
        added = writer.places.add(block, chosen) if block is not None else None
        below = [text for text in (caption, credit) if text]
    if added is not None and image is not None and image.pk is None:
        writer.unstored[added["id"]] = (image, alt)
    if linked:
        writer.changes.append(
            _("A caption with links stands as text below its picture: “%(text)s”") % {"text": caption[:80]}
        )
        writer.places.add_text(html if html.lstrip().startswith("<p") else f"<p>{html}</p>")
        below = [text for text in below if text != caption]
    elif below and block is not None:
        writer.changes.append(
            _("The caption is too long for its field and stands below the picture: “%(text)s”")
            % {"text": below[0][:80]}
        )
    writer.places.add_text(paragraphs(below))
    if image is not None and alt is None:
        writer.unfilled.append(_("The picture %(src)s has no alternative text.") % {"src": src[:300]})
    elif image is None:
        writer.unfilled.append(missing_picture(src, alt or ""))


def missing_picture(src: str, alt: str) -> str:
    return _("The picture %(src)s is missing (alternative text: “%(alt)s”).") % {"src": src[:300], "alt": alt}


def _chosen(block: Block | None, image, alt: str | None) -> object:
    """What an image block stores; a picture whose ``alt`` is empty says of itself that it is decoration."""
    inner = (
        block.child_blocks["image"]
        if block is not None and hasattr(block, "child_blocks") and not isinstance(block, ImageBlock)
        else block
    )
    pk = image.pk if image is not None else None
    if isinstance(inner, ImageBlock):
        return {"image": pk, "decorative": image is not None and alt == "", "alt_text": alt or ""}
    return pk

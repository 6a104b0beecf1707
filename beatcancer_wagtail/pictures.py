"""Pictures in several sizes and formats."""

from typing import NamedTuple

from django.utils.safestring import SafeString, mark_safe
from wagtail.images.models import Filter, Picture, SourceImageIOError
from wagtail.images.shortcuts import get_renditions_or_not_found

from beatcancer_wagtail.memory import remembered

FORMATS = "format-{webp,jpeg}"


class PictureFile(NamedTuple):
    """One file of a picture, as other sites and search engines are told of it; sizes in pixels."""

    url: str
    width: int
    height: int
    mime_type: str


def picture_html(image, spec: str, **attributes) -> SafeString:
    """A ``<picture>`` of ``image`` as WebP and JPEG, or "" without an image.

    ``spec`` is one of Wagtail's resize rules, with braces for several sizes: ``"width-{480,960}"``. The markup
    is remembered: asking Wagtail for the renditions of a shelf of books takes longer than the rest of the page.
    """
    if not image:
        return mark_safe("")
    focus = (image.focal_point_x, image.focal_point_y, image.focal_point_width, image.focal_point_height)
    name = repr((image.pk, image.file.name, image.file_hash, focus, spec, sorted(attributes.items())))
    html = remembered(f"picture.{name}", lambda: _render(image, spec, attributes), per_edition=False)
    return mark_safe(html)  # noqa: S308 - Wagtail's own markup, escaped there


def _render(image, spec: str, attributes: dict[str, str]) -> str:
    specs = Filter.expand_spec(f"{spec}|{FORMATS}|preserve-svg")
    return str(Picture(get_renditions_or_not_found(image, specs), attributes))


def picture_file(image, spec: str) -> PictureFile | None:
    """The file that ``spec`` makes of ``image``; None without an image, for a drawing, or if its file is lost.

    Nobody who shows links to pages draws SVG.
    """
    if not image or image.is_svg():
        return None
    focus = (image.focal_point_x, image.focal_point_y, image.focal_point_width, image.focal_point_height)
    name = repr((image.pk, image.file.name, image.file_hash, focus, spec))
    found = remembered(f"picture file {name}", lambda: _file(image, spec), per_edition=False)
    return PictureFile(*found) if found else None


def _file(image, spec: str) -> tuple | None:
    try:
        rendition = image.get_rendition(spec)
    except SourceImageIOError:
        return None
    mime_type = "image/png" if rendition.file.name.endswith(".png") else "image/jpeg"
    return rendition.url, rendition.width, rendition.height, mime_type

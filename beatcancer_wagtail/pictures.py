"""Pictures in several sizes and formats."""

from django.utils.safestring import SafeString, mark_safe
from wagtail.images.models import Filter, Picture
from wagtail.images.shortcuts import get_renditions_or_not_found

from beatcancer_wagtail.memory import remembered

FORMATS = "format-{webp,jpeg}"


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

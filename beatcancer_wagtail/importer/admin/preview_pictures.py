"""Pictures in the preview of a draft: shown from the upload, before any of them is stored as an image."""

import io

from django.forms.utils import flatatt
from django.http import HttpResponse
from django.urls import reverse
from django.utils.safestring import mark_safe
from PIL import Image as Drawing
from wagtail.blocks import StreamValue, StructValue
from wagtail.blocks.list_block import ListValue
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageBlock, ImageChooserBlock

from beatcancer_wagtail.importer.admin.places import NAMESPACE
from beatcancer_wagtail.importer.admin.received import NAME
from beatcancer_wagtail.importer.models import ImportUpload
from beatcancer_wagtail.importer.writer.keys import file_key
from beatcancer_wagtail.importer.writer.picture_places import candidates
from beatcancer_wagtail.importer.writer.shown_pictures import lead_of, pictures_in

TYPES = {"PNG": "image/png", "JPEG": "image/jpeg", "GIF": "image/gif", "WEBP": "image/webp", "AVIF": "image/avif"}


class Shown:
    """What Wagtail's templates ask of a rendition."""

    def __init__(self, url: str, width: int, height: int):
        self.url = self.full_url = url
        self.width, self.height, self.alt = width, height, ""

    @property
    def attrs_dict(self) -> dict:
        return {"src": self.url, "width": self.width, "height": self.height, "alt": self.alt}

    def img_tag(self, extra_attributes=None):
        return mark_safe(f"<img{flatatt({**self.attrs_dict, **(extra_attributes or {})})}>")  # noqa: S308 - flatatt escapes


def show_pictures(page, row) -> None:
    """Put the pictures of the upload into a page that is only shown. Nothing of them is stored as an image."""
    wanted = [(src, alt) for src, alt in pictures_in(row.document) if src]
    lead, _alt = lead_of(row.document)
    uploads = uploads_for({src for src, _alt in wanted} | {lead}, row)
    places = list(empty_places(page))
    if len(places) == len(wanted):  # else nobody knows which belongs where
        for (holder, key), (src, alt) in zip(places, wanted, strict=True):
            if upload := uploads.get(src):
                holder[key] = image_of(upload, row, alt)
    if (upload := uploads.get(lead)) and getattr(page, "hero_image", upload) is None:
        page.hero_image = image_of(upload, row, "")


def uploads_for(sources: set[str], row) -> dict:
    """The upload that each address leads to, where one does."""
    address = row.address or row.document.get("address") or ""
    paths = {src: candidates(src, address, row.source) for src in sources if src}
    keys = {src: [file_key(name) for name in names if len(name) <= NAME] for src, names in paths.items()}
    asked = {key for many in keys.values() for key in many}
    uploads = {upload.key: upload for upload in ImportUpload.objects.filter(run_id=row.run_id, key__in=asked)}
    found = {src: next((uploads[key] for key in many if key in uploads), None) for src, many in keys.items()}
    return {src: upload for src, upload in found.items() if upload and measured(upload)[0] in TYPES}


def empty_places(page):
    """Where a picture is missing in the body, in reading order: what holds the place, and its key."""
    for stream in (value for value in vars(page).values() if isinstance(value, StreamValue)):
        yield from _empty_places(stream)


def _empty_places(value):
    if isinstance(value, StreamValue):
        for number, child in enumerate(value):
            if isinstance(child.block, (ImageBlock, ImageChooserBlock)):
                if child.value is None:
                    yield _Child(value), number
            else:
                yield from _empty_places(child.value)
    elif isinstance(value, StructValue):
        for name, inner in value.items():
            if isinstance(value.block.child_blocks.get(name), (ImageBlock, ImageChooserBlock)):
                if inner is None:
                    yield value, name
            else:
                yield from _empty_places(inner)
    elif isinstance(value, ListValue):
        for inner in value:
            yield from _empty_places(inner)


class _Child:
    """A picture that stands in a stream by itself."""

    def __init__(self, stream):
        self.stream = stream

    def __setitem__(self, number, image):
        self.stream[number].value = image


def image_of(upload, row, alt):
    """An image that only looks stored."""
    _kind, width, height = measured(upload)
    url = reverse(f"{NAMESPACE}:picture", args=[row.run_id, row.pk, upload.pk])
    image = get_image_model()(title=upload.name, width=width, height=height)
    image.file.name = f"import-{upload.pk}{upload.name[-4:]}"
    image.file_hash = url
    shown = Shown(url, width, height)
    image.get_rendition = lambda _spec: shown
    image.get_renditions = lambda *specs: {spec if isinstance(spec, str) else spec.spec: shown for spec in specs}
    image.is_svg = lambda: False
    image.contextual_alt_text, image.decorative = alt or "", alt == ""
    return image


def measured(upload) -> tuple[str, int, int]:
    """Format and size by the head of the file; nothing of it is decoded."""
    try:
        with Drawing.open(io.BytesIO(bytes(upload.data)), formats=list(TYPES)) as drawing:
            return drawing.format or "", *drawing.size
    except (OSError, ValueError, SyntaxError, Drawing.DecompressionBombError, Drawing.DecompressionBombWarning):
        return "", 0, 0


def picture_response(upload) -> HttpResponse:
    kind, _width, _height = measured(upload)
    if kind not in TYPES:
        return HttpResponse(status=404)
    headers = {
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "Cache-Control": "private, max-age=600",
    }
    return HttpResponse(bytes(upload.data), content_type=TYPES[kind], headers=headers)

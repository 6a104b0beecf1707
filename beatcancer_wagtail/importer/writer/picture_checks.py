"""Whether bytes are a picture that may be stored: really decoded, within the limits, and of which type."""

import warnings
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import BinaryIO

from django.utils.translation import gettext as _
from PIL import Image
from wagtail.images.fields import get_allowed_image_extensions

from beatcancer_wagtail.conf import library_settings

EXTENSIONS = {"PNG": "png", "JPEG": "jpg", "MPO": "jpg", "GIF": "gif", "WEBP": "webp", "AVIF": "avif"}
_SAME = {"jpeg": "jpg", "jpe": "jpg", "jfif": "jpg"}
_MAX_FRAMES = 500
_FRAMES_WORTH = 10  # an animation may have so many times the pixels of a still picture


class BadPicture(Exception):
    """Carries a full sentence for the report."""


@dataclass(frozen=True)
class Checked:
    """``note`` says what was wrong with a picture that is stored all the same."""

    extension: str
    width: int
    height: int
    note: str = ""


def check_picture(file: BinaryIO, name: str) -> Checked:
    """Decodes the whole picture; raises BadPicture."""
    file.seek(0)
    start = file.read(1024)
    if not start.strip():
        raise BadPicture(_("The file is empty."))
    if b"<svg" in start.lower() or PurePosixPath(name).suffix.lower() in (".svg", ".svgz"):
        raise BadPicture(_("SVG drawings are not imported, because they may carry scripts. Save it as PNG."))
    file.seek(0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow's own limit is a warning, ours is a refusal
        try:
            checked = _decode(file, name)
        except BadPicture:
            raise
        except Image.DecompressionBombError as error:
            raise BadPicture(_too_many_pixels()) from error
        except Image.UnidentifiedImageError as error:
            raise BadPicture(_("The file is no picture of a known type, whatever its name says.")) from error
        except Exception as error:
            raise BadPicture(_("The file is damaged or cut off: it cannot be shown as a picture.")) from error
    file.seek(0)
    return checked


def _decode(file: BinaryIO, name: str) -> Checked:
    formats = [name for name in EXTENSIONS if name != "MPO"]
    limit = library_settings().IMPORT_MAX_PIXELS
    with Image.open(file, formats=formats) as picture:
        width, height = picture.size
        if width * height > limit:
            raise BadPicture(_too_many_pixels())
        extension = EXTENSIONS[picture.format]
        if extension not in [_SAME.get(allowed, allowed) for allowed in get_allowed_image_extensions()]:
            raise BadPicture(
                _("Pictures of the type %(type)s are not allowed on this site.") % {"type": extension.upper()}
            )
        picture.load()
        frames = 1
        while getattr(picture, "is_animated", False) and frames <= _MAX_FRAMES:
            try:
                picture.seek(frames)
                picture.load()
            except EOFError:
                break
            frames += 1
            if frames * width * height > _FRAMES_WORTH * limit:
                raise BadPicture(_too_many_pixels())
        if frames > _MAX_FRAMES:
            raise BadPicture(_("The animation has too many frames."))
    said = PurePosixPath(name).suffix.lower().lstrip(".")
    said = _SAME.get(said, said)
    note = ""
    if said in EXTENSIONS.values() and said != extension:
        note = _("The file was called .%(said)s but is %(type)s; it is stored as what it is.") % {
            "said": said,
            "type": extension.upper(),
        }
    return Checked(extension, width, height, note)


def _too_many_pixels() -> str:
    return _("The picture has more than %(limit)d million pixels.") % {
        "limit": library_settings().IMPORT_MAX_PIXELS // 1_000_000
    }

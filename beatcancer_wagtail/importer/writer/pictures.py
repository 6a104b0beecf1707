"""The pictures of a page: found in what was given or fetched, checked, and stored once."""

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import PurePosixPath
from typing import BinaryIO
from urllib.parse import unquote, urljoin, urlsplit

from django.core.files.images import ImageFile
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.images import get_image_model
from wagtail.models import Collection

from beatcancer_wagtail.conf import library_settings
from beatcancer_wagtail.importer.models import ImportedPicture
from beatcancer_wagtail.importer.writer.network import CannotFetch, Fetcher
from beatcancer_wagtail.importer.writer.picture_checks import BadPicture, Checked, check_picture
from beatcancer_wagtail.importer.writer.picture_places import PicturePlace

IN_MEMORY = 2_000_000


@dataclass
class Found:
    """A picture of the page. ``key`` is the hash of its bytes; without one, ``reason`` says why it could not be had."""

    src: str
    alt: str | None = None
    key: str = ""
    reason: str = ""
    note: str = ""
    file: BinaryIO | None = None
    checked: Checked | None = None
    image: object = None


@dataclass
class Gallery:
    """Where pictures of one page come from. ``known`` are the keys that an earlier import found, by address."""

    place: PicturePlace | None = None
    fetcher: Fetcher | None = None
    known: dict[str, str] = field(default_factory=dict)
    is_command: bool = False
    _by_key: dict[str, Found] = field(default_factory=dict)

    def find(self, wanted: Iterable[tuple[str, str | None]], address: str = "") -> list[Found]:
        """Each picture that the page shows, once; checked, nothing stored. Call :meth:`close` in the end."""
        found = {src: Found(src, alt) for src, alt in wanted if src}
        for picture in found.values():
            self._find(picture, address)
        stored = ImportedPicture.objects.select_related("image").in_bulk(
            [picture.key for picture in found.values() if picture.key], field_name="key"
        )
        for picture in found.values():
            if picture.key in stored:
                picture.image = stored[picture.key].image
            elif picture.key and picture.file is None and picture.key not in self._by_key:
                picture.key, picture.reason = "", _("It was imported before and has been deleted here since.")
        return list(found.values())

    def close(self) -> None:
        for picture in self._by_key.values():
            if picture.file is not None:
                picture.file.close()
        self._by_key.clear()

    def _find(self, picture: Found, address: str) -> None:
        limit = library_settings().IMPORT_MAX_PICTURE_MB * 1_000_000
        file = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - closed by close()
        try:
            if self.place is None or not self.place.read(picture.src, address, file, limit):
                if key := self.known.get(picture.src):
                    picture.key = key
                    return
                self._fetch(picture, address, file)
            picture.checked = check_picture(file, _file_name(picture.src))
        except (BadPicture, CannotFetch, ValueError) as error:
            picture.reason = str(error)
            file.close()
            return
        picture.key, picture.note = _hash_of(file), picture.checked.note
        twin = self._by_key.setdefault(picture.key, picture)
        if twin is picture:
            picture.file = file
        else:
            picture.file, picture.checked = twin.file, twin.checked
            file.close()

    def _fetch(self, picture: Found, address: str, file: BinaryIO) -> None:
        if picture.src.startswith("data:"):
            raise BadPicture(_("Pictures that are written into the page itself are not imported."))
        if self.fetcher is None:
            raise BadPicture(
                _("Not among the files: the command import_articles fetches such pictures with --fetch-images.")
                if self.is_command
                else _("Not among the files: put such pictures into the ZIP archive, or add them in the draft.")
            )
        self.fetcher.fetch(urljoin(address, picture.src), file)


def _hash_of(file: BinaryIO) -> str:
    digest = sha256()
    file.seek(0)
    while chunk := file.read(1 << 20):
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()


def _file_name(src: str) -> str:
    try:
        return unquote(PurePosixPath(urlsplit(src).path).name)
    except ValueError:
        return ""


@contextmanager
def stored_together(found: Iterable[Found], user) -> Iterator[dict[str, object]]:
    """Within a transaction: the images by their address. If what follows fails, no file of them stays behind."""
    written: list[tuple] = []
    try:
        yield {picture.src: picture.image or _store(picture, user, written) for picture in found if picture.key}
    except BaseException:
        for storage, name in written:
            storage.delete(name)
        raise


def unstored(found: Iterable[Found]) -> dict[str, object]:
    """The same without storing anything: images that are not in the database yet, to plan with."""
    fresh = {picture.key: get_image_model()(title=picture.key) for picture in found if picture.key}
    return {picture.src: picture.image or fresh[picture.key] for picture in found if picture.key}


def _store(picture: Found, user, written: list[tuple]):
    known = ImportedPicture.objects.filter(key=picture.key).select_related("image").first()
    if known is not None:
        return known.image
    name = _file_name(picture.src)
    stem = slugify(PurePosixPath(name).stem)[:40] or "picture"
    title = (picture.alt or PurePosixPath(name).stem or stem).strip()[:255] or stem
    image = get_image_model()(title=title, collection=_collection(), uploaded_by_user=user)
    if hasattr(image, "description"):
        image.description = (picture.alt or "")[:255]
    file_name = f"{stem}-{picture.key[:12]}.{picture.checked.extension}"
    stored_name = image.file.field.generate_filename(image, file_name)
    storage = image.file.storage
    is_there = _is_there(storage, stored_name, picture.key)
    if is_there:  # left by an import that was killed before it was through, or of one that runs beside this
        image.file.name = stored_name
        image.width, image.height = picture.checked.width, picture.checked.height
    else:
        _write(image, file_name, picture, written)
    image._set_image_file_metadata()
    image.save()
    image.file.close()
    ImportedPicture.objects.create(key=picture.key, image=image)
    if is_there and not storage.exists(stored_name):  # the other import came to nothing and took its file away
        _write(image, file_name, picture, written)
        image.save()
        image.file.close()
    return image


def _write(image, file_name: str, picture: Found, written: list[tuple]) -> None:
    picture.file.seek(0)
    image.file.save(file_name, ImageFile(picture.file, name=file_name), save=False)
    written.append((image.file.storage, image.file.name))


def _is_there(storage, name: str, key: str) -> bool:
    try:
        if not storage.exists(name):
            return False
        with storage.open(name) as file:
            return _hash_of(file) == key
    except OSError:
        return False


def _collection() -> Collection:
    name = library_settings().IMPORT_COLLECTION
    root = Collection.get_first_root_node()
    if not name:
        return root
    return root.get_children().filter(name=name).first() or root.add_child(name=name)

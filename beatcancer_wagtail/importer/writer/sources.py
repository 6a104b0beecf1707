"""What is to be imported: one file, a folder, a zip file or an upload, as pages with their pictures beside them."""

import os
import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from django.utils.translation import gettext as _

from beatcancer_wagtail.conf import library_settings
from beatcancer_wagtail.importer.writer.archives import Archive, BadFile, CannotOpen, ZipPlace, open_archive
from beatcancer_wagtail.importer.writer.picture_places import FolderPlace, PicturePlace

PAGES = (".html", ".htm", ".xhtml", ".shtml")
PICTURES = (".png", ".jpg", ".jpeg", ".jpe", ".jfif", ".gif", ".webp", ".avif", ".svg")
_QUERY = re.compile(r"[?@].*", re.DOTALL)  # as programs that mirror sites put it into the name of a file
_SAVED_WITH_A_PAGE = ("_files", "-files", ".files", "_dateien", "_fichiers", "_archivos", "_bestanden")
_HTM = re.compile(r"\.htm")
_NOT_CONTENT = ("__macosx", ".git", ".svn", "node_modules")


@dataclass
class Source:
    """One page. ``name`` is its path from the top; ``known_as`` the name by which a later run knows it again.

    ``read()`` gives the bytes, or raises BadFile. A source with a ``refusal`` has none.
    """

    name: str
    known_as: str = ""
    read: Callable[[], bytes] = bytes
    place: PicturePlace | None = None
    refusal: str = ""


@dataclass
class Sources:
    """``label`` names what was given; ``pages`` come in the order of their names. :meth:`close` it in the end."""

    label: str
    pages: list[Source]
    file: BinaryIO | None = None

    def __iter__(self) -> Iterator[Source]:
        return iter(self.pages)

    def __len__(self) -> int:
        return len(self.pages)

    def close(self) -> None:
        if self.file is not None:
            self.file.close()


def page_limit() -> int:
    return library_settings().IMPORT_MAX_PAGE_MB * 1_000_000


def open_path(path: Path) -> Sources:
    """The pages at ``path``; raises CannotOpen."""
    try:
        if path.is_dir():
            return _folder(path)
        if not path.is_file():
            raise CannotOpen(_("There is no file or folder %(path)s.") % {"path": path})
        if path.suffix.lower() == ".zip":
            return _zip(path)
    except OSError as error:
        raise CannotOpen(
            _("%(path)s cannot be read: %(why)s.") % {"path": path, "why": error.strerror or error}
        ) from error
    path = path.absolute()
    return Sources(path.name, [_page_in(path.parent.resolve(), path.name)])


def _folder(root: Path) -> Sources:
    root = root.resolve()
    pages = []
    for folder, below, names in os.walk(root):
        saved = _saved_pages(names)
        below[:] = sorted(name for name in below if _is_content(name, saved))
        found = [Path(folder, name) for name in names if name.lower().endswith(PAGES)]
        pages += [_page_in(root, path.relative_to(root).as_posix()) for path in found]
    return Sources(root.name, sorted(pages, key=lambda page: page.name))


def _saved_pages(names: Iterable[str]) -> set[str]:
    """What stands before ".htm" in the names of the pages of one folder."""
    return {name[: end.start()] for name in map(str.lower, names) for end in _HTM.finditer(name)}


def _is_content(folder: str, saved_beside: Collection[str]) -> bool:
    """Browsers put the frames of a saved page into a folder beside it; they are no pages of the site."""
    low = folder.lower()
    stem = next((low.removesuffix(end) for end in _SAVED_WITH_A_PAGE if low.endswith(end)), None)
    return low not in _NOT_CONTENT and (stem is None or stem not in saved_beside)


def _page_in(root: Path, name: str) -> Source:
    path = root / name
    if not path.resolve().is_relative_to(root):
        return Source(name, refusal=_("A link in the folder leads out of it; the importer does not follow it."))

    def read() -> bytes:
        try:
            size = path.stat().st_size
            if size > page_limit():
                raise BadFile(_("The page is larger than %(size)d MB.") % {"size": page_limit() // 1_000_000})
            return path.read_bytes()
        except OSError as error:
            raise BadFile(_("The file cannot be read: %(why)s.") % {"why": error.strerror or error}) from error

    return Source(name, posixpath.join(root.name, name), read, FolderPlace(root, name))


def _zip(path: Path) -> Sources:
    file = path.open("rb")
    try:
        return Sources(path.name, _pages_of(open_archive(file), path.stem), file)
    except BaseException:
        file.close()
        raise


def _pages_of(archive: Archive, label: str) -> list[Source]:
    refused = [
        Source(name, refusal=reason)
        for name, reason in archive.refused
        if not _is_picture(name) and not name.endswith("/")
    ]
    folders: dict[str, list[str]] = {}
    for name in archive.members:
        folders.setdefault(posixpath.dirname(name), []).append(posixpath.basename(name))
    saved = {folder: _saved_pages(names) for folder, names in folders.items()}
    names = [name for name in archive.members if name.lower().endswith(PAGES) and _is_page(name, saved)]
    pages = [
        Source(name, posixpath.join(label, name), _reader(archive, name), ZipPlace(archive, name))
        for name in sorted(names)
    ]
    return [*pages, *refused]


def _is_picture(name: str) -> bool:
    return name.lower().endswith(PICTURES) or _QUERY.sub("", name.lower()).endswith(PICTURES)


def _is_page(name: str, saved: dict[str, set[str]]) -> bool:
    """``saved``: the pages in each folder of the archive."""
    folders = posixpath.dirname(name).split("/")
    return all(_is_content(folder, saved.get("/".join(folders[:number]), ())) for number, folder in enumerate(folders))


def _reader(archive: Archive, name: str) -> Callable[[], bytes]:
    return lambda: archive.read(name, page_limit())


@dataclass
class Upload:
    """What one uploaded file holds. ``refused`` are (name, reason); ``pictures`` are (name, how to read it)."""

    pages: list[Source] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)
    pictures: list[tuple[str, Callable[[], bytes]]] = field(default_factory=list)


def of_upload(name: str, file: BinaryIO) -> Upload:
    """The pages and pictures of a file that was uploaded in the admin. Nothing is unpacked before it is asked for."""
    plain = posixpath.basename(name.replace("\\", "/"))[:500]
    if not plain.lower().endswith(".zip"):
        return Upload(pages=[Source(plain, plain, _upload_reader(file))])
    try:
        archive = open_archive(file)
    except CannotOpen as error:
        return Upload(refused=[(plain, str(error))])
    stem = posixpath.splitext(plain)[0]
    found = _pages_of(archive, stem)
    limit = library_settings().IMPORT_MAX_PICTURE_MB * 1_000_000
    pictures = [name for name in archive.members if _is_picture(name)]
    return Upload(
        [page for page in found if not page.refusal],
        [(page.name, page.refusal) for page in found if page.refusal],
        [(name, lambda name=name: archive.read(name, limit)) for name in sorted(pictures)],
    )


def _upload_reader(file: BinaryIO) -> Callable[[], bytes]:
    def read() -> bytes:
        file.seek(0)
        data = file.read(page_limit() + 1)
        if len(data) > page_limit():
            raise BadFile(_("The page is larger than %(size)d MB.") % {"size": page_limit() // 1_000_000})
        return data

    return read

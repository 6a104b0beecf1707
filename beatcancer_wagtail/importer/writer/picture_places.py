"""Where the pictures of a saved page lie: beside it, in its folder or its zip, and nowhere else."""

import posixpath
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Protocol
from urllib.parse import unquote, urlsplit

from django.utils.translation import gettext as _

from beatcancer_wagtail.importer.writer.picture_checks import BadPicture

CHUNK = 1 << 16


class PicturePlace(Protocol):
    def read(self, src: str, address: str, into: BinaryIO, limit: int) -> bool:
        """Write the picture into ``into``; False when it is not here. Raises BadPicture."""
        ...


def candidates(src: str, address: str, page: str) -> Iterator[str]:
    """The paths, from the top of what was given, at which a picture of ``page`` may lie; never one above the top."""
    try:
        parts, own = urlsplit(src), urlsplit(address)
        path, query = unquote(parts.path), unquote(parts.query).replace("/", "%2F")
        host = parts.hostname or ""
    except ValueError:
        return
    if parts.scheme not in ("", "http", "https") or not path or "\0" in path + query:
        return
    folder = posixpath.dirname(page)
    names = []
    if not host:
        names.append(path.lstrip("/") if path.startswith("/") else posixpath.join(folder, path))
    else:
        if host == (own.hostname or ""):
            beside = posixpath.relpath(path or "/", posixpath.dirname(unquote(own.path)) or "/")
            names.append(posixpath.join(folder, beside))
        names += [path.lstrip("/"), posixpath.join(host, path.lstrip("/"))]  # as programs that mirror sites put them
    if query:  # programs that mirror sites leave it in the name of the file, on Windows behind another sign
        names = [f"{name}{sign}{query}" for sign in "?@" for name in names] + names
    for name in names:
        plain = posixpath.normpath(name.replace("\\", "/"))
        if (
            plain not in ("", ".")
            and not plain.startswith(("../", "/"))
            and plain != ".."
            and ":" not in plain.split("/")[0]
        ):
            yield plain


class FolderPlace:
    """A folder; nothing outside it is read, whatever links say that lie in it."""

    def __init__(self, root: Path, page: str):
        self.root, self.page = root.resolve(), page

    def read(self, src: str, address: str, into: BinaryIO, limit: int) -> bool:
        for name in candidates(src, address, self.page):
            path = self.root / name
            try:
                if not path.is_file():
                    continue
                if not path.resolve().is_relative_to(self.root):
                    raise BadPicture(_("A link in the folder leads out of it; the importer does not follow it."))
                if path.stat().st_size > limit:
                    raise BadPicture(too_big(limit))
                with path.open("rb") as file:
                    while chunk := file.read(CHUNK):
                        into.write(chunk)
            except (OSError, ValueError):  # a name that no file can have, or one that may not be read
                continue
            return True
        return False


def too_big(limit: int) -> str:
    return _("The picture is larger than %(size)d MB.") % {"size": limit // 1_000_000}

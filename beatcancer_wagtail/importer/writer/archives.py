"""Zip files from strangers: what leads out of them, hides in them or swells up is refused, one line each."""

import posixpath
import stat
import zipfile
import zlib
from dataclasses import dataclass, field
from typing import BinaryIO

from django.utils.translation import gettext as _

from beatcancer_wagtail.conf import library_settings
from beatcancer_wagtail.importer.writer.picture_checks import BadPicture
from beatcancer_wagtail.importer.writer.picture_places import candidates, too_big

MAX_FILES = 20_000
MAX_RATIO, RATIO_MATTERS_ABOVE = 200, 1_000_000
CHUNK = 1 << 16
_ENCRYPTED = 0x1
_UTF8_NAME = 0x800
_NESTED = (".zip", ".gz", ".tgz", ".tar", ".bz2", ".xz", ".7z", ".rar", ".jar")


class CannotOpen(Exception):
    """Carries a full sentence for the report: nothing of what was given can be read."""


class BadFile(ValueError):
    """Carries a full sentence for the report: this one file cannot be read."""


@dataclass
class Archive:
    """An opened zip file. ``members`` by their readable names; ``refused`` are (name, reason)."""

    file: zipfile.ZipFile
    members: dict[str, zipfile.ZipInfo] = field(default_factory=dict)
    refused: list[tuple[str, str]] = field(default_factory=list)
    left: int = 0  # bytes that may still be unpacked

    def read(self, name: str, limit: int) -> bytes:
        """What a member holds; raises BadFile."""
        info = self.members[name]
        parts, size = [], 0
        try:
            with self.file.open(info) as member:
                while chunk := member.read(CHUNK):
                    size += len(chunk)
                    self.left -= len(chunk)
                    if size > limit:
                        raise BadFile(_("The file is larger than %(size)d MB.") % {"size": limit // 1_000_000})
                    if self.left < 0:
                        raise BadFile(
                            _("The zip file unpacks to more than %(size)d MB.")
                            % {"size": library_settings().IMPORT_MAX_ZIP_MB}
                        )
                    parts.append(chunk)
        except (OSError, EOFError, RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib.error) as error:
            raise BadFile(_("The file in the zip is damaged, or packed in a way that is not known.")) from error
        return b"".join(parts)


def open_archive(file: BinaryIO) -> Archive:
    """Looks at the list of contents alone; raises CannotOpen."""
    try:
        opened = zipfile.ZipFile(file)
        infos = opened.infolist()
    except (OSError, EOFError, ValueError, NotImplementedError, zipfile.BadZipFile, UnicodeError) as error:
        raise CannotOpen(_("This is no zip file, or it is damaged.")) from error
    if len(infos) > MAX_FILES:
        raise CannotOpen(
            _("The zip file holds %(count)d files; up to %(limit)d are read.")
            % {"count": len(infos), "limit": MAX_FILES}
        )
    limit = library_settings().IMPORT_MAX_ZIP_MB * 1_000_000
    if sum(info.file_size for info in infos) > limit:
        raise CannotOpen(_("The zip file unpacks to more than %(size)d MB.") % {"size": limit // 1_000_000})
    archive = Archive(opened, left=limit)
    for info in infos:
        name = _name_of(info)
        path = name.replace("\\", "/")  # as programs for Windows write it
        if problem := _problem(info, path, archive):
            archive.refused.append((name[:500], problem))
        elif not path.endswith("/"):
            archive.members[posixpath.normpath(path)] = info
    return archive


def _name_of(info: zipfile.ZipInfo) -> str:
    """The readable name. Programs that do not say so write UTF-8 all the same."""
    if info.flag_bits & _UTF8_NAME or info.filename.isascii():
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return info.filename  # an old code page: the letters are wrong, the file is not


def _problem(info: zipfile.ZipInfo, path: str, archive: Archive) -> str:
    if any(ord(sign) < 32 for sign in path):
        return _("The name has signs that no file name should have.")
    if path.startswith("/") or ":" in path.split("/")[0]:
        return _("The name is a full path; a zip file for an import has none.")
    if ".." in path.split("/"):
        return _("The name leads out of the zip file.")
    if stat.S_ISLNK(info.external_attr >> 16):
        return _("It is a link to another file; links are not followed.")
    if info.flag_bits & _ENCRYPTED:
        return _("It is encrypted. Pack it again without a password.")
    if info.file_size > RATIO_MATTERS_ABOVE and info.file_size > MAX_RATIO * max(1, info.compress_size):
        return _("It swells to more than %(ratio)d times its size when it is unpacked.") % {"ratio": MAX_RATIO}
    if path.lower().endswith(_NESTED):
        return _("It is packed again inside the zip file. Unpack it first.")
    if posixpath.normpath(path) in archive.members:
        return _("The zip file holds two files with this name; the first one counts.")
    return ""


class ZipPlace:
    """The pictures beside a page that came in a zip file."""

    def __init__(self, archive: Archive, page: str):
        self.archive, self.page = archive, page

    def read(self, src: str, address: str, into: BinaryIO, limit: int) -> bool:
        for name in candidates(src, address, self.page):
            info = self.archive.members.get(name)
            if info is None:
                continue
            if info.file_size > limit:
                raise BadPicture(too_big(limit))
            try:
                into.write(self.archive.read(name, limit))
            except BadFile as error:
                raise BadPicture(str(error)) from error
            return True
        return False

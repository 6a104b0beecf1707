"""The pictures that were uploaded with a page: read from the database when the page asks for them."""

from typing import BinaryIO

from beatcancer_wagtail.importer.admin.received import NAME
from beatcancer_wagtail.importer.models import ImportRow, ImportUpload
from beatcancer_wagtail.importer.writer.keys import file_key
from beatcancer_wagtail.importer.writer.picture_checks import BadPicture
from beatcancer_wagtail.importer.writer.picture_places import candidates, too_big


class UploadPlace:
    """Never a folder on the disk: a name in an archive need not be one that a file can have."""

    def __init__(self, row: ImportRow):
        self.uploads, self.page = ImportUpload.objects.filter(run_id=row.run_id), row.source

    def read(self, src: str, address: str, into: BinaryIO, limit: int) -> bool:
        names = [name for name in candidates(src, address, self.page) if len(name) <= NAME]
        if not names:
            return False
        keys = [file_key(name) for name in names]
        pks = dict(self.uploads.filter(key__in=keys).values_list("key", "pk"))
        pk = next((pks[key] for key in keys if key in pks), None)
        data = self.uploads.filter(pk=pk).values_list("data", flat=True).first() if pk else None
        if data is None:
            return False
        if len(data) > limit:
            raise BadPicture(too_big(limit))
        into.write(data)
        return True

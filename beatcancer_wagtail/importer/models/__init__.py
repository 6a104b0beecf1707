from beatcancer_wagtail.importer.models.memory import ImportedPage, ImportedPicture
from beatcancer_wagtail.importer.models.runs import ImportRow, ImportRun, ImportUpload

__all__ = ["ImportRow", "ImportRun", "ImportUpload", "ImportedPage", "ImportedPicture"]

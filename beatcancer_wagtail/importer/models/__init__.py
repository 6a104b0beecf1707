from beatcancer_wagtail.importer.models.memory import ImportedPage, ImportedPicture
from beatcancer_wagtail.importer.models.runs import ImportRow, ImportRun

__all__ = ["ImportRow", "ImportRun", "ImportedPage", "ImportedPicture"]

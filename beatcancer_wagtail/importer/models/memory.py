"""What has been imported before, so that the same thing twice is one thing."""

from django.db import models
from django.utils import timezone
from wagtail.images import get_image_model_string

from beatcancer_wagtail.models.base_page import BASE_PAGE


class ImportedPage(models.Model):
    """Where a page came from. ``key`` is the SHA-256 of its address, or of its path in the folder where it has none.

    ``name`` is that path and ``file_key`` its SHA-256, whatever ``key`` is: by it, saved files that link to each other
    find each other. ``also_key``: of its other address, where one was given for it and it says another itself.
    ``pictures``: the key of each picture by the address that the source gives it. ``awaited``: keys of the pages that
    its text links to and that have not been imported yet.
    """

    key = models.CharField(max_length=64, unique=True)
    name = models.TextField()
    file_key = models.CharField(max_length=64, db_index=True)
    also_key = models.CharField(max_length=64, blank=True, db_index=True)
    address = models.TextField(blank=True)
    content_hash = models.CharField(max_length=64)
    page = models.OneToOneField(BASE_PAGE, on_delete=models.CASCADE, related_name="beatcancer_imported_from")
    revision = models.ForeignKey("wagtailcore.Revision", null=True, on_delete=models.SET_NULL, related_name="+")
    imported_at = models.DateTimeField(default=timezone.now)
    pictures = models.JSONField(default=dict)
    awaited = models.JSONField(default=list)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return self.address or self.name


class ImportedPicture(models.Model):
    """A picture that came with an import. ``key`` is the SHA-256 of its bytes."""

    key = models.CharField(max_length=64, unique=True)
    image = models.ForeignKey(get_image_model_string(), on_delete=models.CASCADE, related_name="+")

    class Meta:
        default_permissions = ()

    def __str__(self):
        return self.key

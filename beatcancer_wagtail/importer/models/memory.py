"""What has been imported before, so that the same thing twice is one thing."""

from django.db import models
from django.utils import timezone
from wagtail.images import get_image_model_string

from beatcancer_wagtail.models.base_page import BASE_PAGE


class ImportedPage(models.Model):
    """Where a page came from. ``key`` is the SHA-256 of its address, or of its path in the folder where it has none."""

    key = models.CharField(max_length=64, unique=True)
    address = models.TextField()
    content_hash = models.CharField(max_length=64)
    page = models.OneToOneField(BASE_PAGE, on_delete=models.CASCADE, related_name="beatcancer_imported_from")
    revision = models.ForeignKey("wagtailcore.Revision", null=True, on_delete=models.SET_NULL, related_name="+")
    imported_at = models.DateTimeField(default=timezone.now)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return self.address


class ImportedPicture(models.Model):
    """A picture that came with an import. ``key`` is the SHA-256 of its bytes."""

    key = models.CharField(max_length=64, unique=True)
    image = models.ForeignKey(get_image_model_string(), on_delete=models.CASCADE, related_name="+")

    class Meta:
        default_permissions = ()

    def __str__(self):
        return self.key

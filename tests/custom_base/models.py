"""A site that brings its own base page, image and user; needs Wagtail 8."""

from django.db import models
from wagtail.images.models import AbstractImage, AbstractRendition, Image
from wagtail.models import AbstractPage


class CreditedImage(AbstractImage):
    credit = models.CharField(max_length=80, blank=True)
    admin_form_fields = (*Image.admin_form_fields, "credit")


class CreditedRendition(AbstractRendition):
    image = models.ForeignKey(CreditedImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = [("image", "filter_spec", "focal_point_key")]


class BasePage(AbstractPage):
    audience = models.CharField(max_length=40, blank=True)

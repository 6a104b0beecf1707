from django.db import models
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase, Tag

from beatcancer_wagtail.models.base_page import BASE_PAGE


class ResourceTag(ItemBase):
    """One tag of one resource.

    It belongs to the base page, so that one statement counts or filters the tags of all resources,
    whichever models they are of.
    """

    tag = models.ForeignKey(Tag, on_delete=models.CASCADE, related_name="beatcancer_resources")
    content_object = ParentalKey(BASE_PAGE, on_delete=models.CASCADE, related_name="beatcancer_tagged_items")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["tag", "content_object"], name="beatcancer_tag_once_a_page")]

from django.db import models
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase, Tag

from beatcancer_wagtail.models.base_page import BASE_PAGE


class TagsManager(ClusterTaggableManager):
    """Gives a form all tags in two statements, not one for each tag."""

    def value_from_object(self, instance):
        items = list(
            getattr(instance, self.through._meta.get_field("content_object").remote_field.get_accessor_name()).all()
        )
        models.prefetch_related_objects(items, "tag")
        return [item.tag for item in items]

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        return name, "modelcluster.contrib.taggit.ClusterTaggableManager", args, kwargs


class ResourceTagsManager(TagsManager):
    """The tags of a page whose through model belongs to the base page, so that ``filter(tags__name=…)`` finds them."""

    def _get_mm_case_path_info(self, direct=False, filtered_relation=None):
        steps = super()._get_mm_case_path_info(direct=direct, filtered_relation=filtered_relation)
        base = self.remote_field.through._meta.get_field("content_object").related_model
        if direct:
            return [*self.model._meta.get_path_to_parent(base), *steps]
        return [*steps, *self.model._meta.get_path_from_parent(base)]


class ResourceTag(ItemBase):
    """One tag of one resource.

    It belongs to the base page, so that one statement counts or filters the tags of all resources,
    whichever models they are of.
    """

    tag = models.ForeignKey(Tag, on_delete=models.CASCADE, related_name="beatcancer_resources")
    content_object = ParentalKey(BASE_PAGE, on_delete=models.CASCADE, related_name="beatcancer_tagged_items")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["tag", "content_object"], name="beatcancer_tag_once_a_page")]

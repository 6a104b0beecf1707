"""The pages that somebody may import below: for a form that works without JavaScript, and fills in the only one."""

from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from beatcancer_wagtail.importer.admin.choice import is_number
from beatcancer_wagtail.importer.writer.article_class import article_models
from beatcancer_wagtail.models import ResourceListingMixin
from beatcancer_wagtail.resources import base_page_model

MOST = 100


def possible_parents(user) -> list:
    """The library pages that ``user`` may add articles to; where a site has none, other pages that take articles."""
    fitting = {
        parent for model in article_models() if model.is_creatable for parent in model.allowed_parent_page_models()
    }
    libraries = [model for model in fitting if issubclass(model, ResourceListingMixin)]
    pages = PagePermissionPolicy().instances_user_has_permission_for(user, "add").filter(depth__gt=1)
    return list(pages.exact_type(*(libraries or fitting)).order_by("path")[:MOST])


def with_chosen(parents: list, chosen) -> list[tuple]:
    """The (page, whether it is chosen) that a list offers beside Wagtail's chooser; none where there is nothing to choose.

    ``chosen`` is a page, or what a form was sent.
    """
    if not isinstance(chosen, Page):
        chosen = base_page_model().objects.filter(pk=chosen).first() if is_number(str(chosen or "")) else None
    if len(parents) == 1 and parents == [chosen]:
        return []
    offered = parents if chosen is None or chosen in parents else [chosen, *parents]
    return [(page, page == chosen) for page in offered]

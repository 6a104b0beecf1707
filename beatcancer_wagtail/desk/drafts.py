"""An article that begins as the words of a search."""

import swapper
from django.db.models import Q, QuerySet
from django.utils.text import capfirst
from wagtail.models import Page

from beatcancer_wagtail.models import ResourceListingMixin
from beatcancer_wagtail.resources import base_page_model, resource_models


def article_model() -> type[Page]:
    """The package's article, or the one that the site has put in its place."""
    return swapper.load_model("beatcancer_wagtail", "ArticlePage")


def libraries_for(user) -> list[Page]:
    """The library pages below which ``user`` may add an article, in the order of the tree."""
    libraries = base_page_model().objects.type(ResourceListingMixin).order_by("path").specific(defer=True)
    model = article_model()
    return [
        library
        for library in libraries
        if library.permissions_for_user(user).can_add_subpage() and model.can_create_at(library)
    ]


def title_from(words: str) -> str:
    """The words as a title begins."""
    return capfirst(words)


def articles_called(title: str, within: str) -> QuerySet:
    """Pages of the library that have this title, published or as a draft, the oldest first.

    ``within`` is a ``site_path()``: two sites, or two languages, may each have theirs.
    """
    same = Q(title__iexact=title) | Q(draft_title__iexact=title)
    of_library = (
        base_page_model().objects.type(*resource_models()) if resource_models() else base_page_model().objects.none()
    )
    return of_library.filter(same, url_path__startswith=within).order_by("pk")


def make_draft(title: str, library: Page, user) -> Page:
    """A draft with nothing but a title, as if ``user`` had begun it below ``library``."""
    page = article_model()(title=title, owner=user, locale=library.locale, live=False, has_unpublished_changes=True)
    library.add_child(instance=page)
    page.save_revision(user=user, log_action=True, clean=False)
    return page

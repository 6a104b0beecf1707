"""The page model that our pages stand on: Wagtail's, or the site's own (``WAGTAIL_PAGE_MODEL``)."""

import swapper
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.db import models
from wagtail.models import Page

import beatcancer_wagtail.resources  # noqa: F401  (names the setting as Wagtail does)

BASE_PAGE = swapper.get_model_name("wagtailcore", "Page")


def load_base_page() -> type[Page]:
    """The base page class while models are still being loaded.

    Raises ImproperlyConfigured when the site's own base page comes after this package.
    """
    try:
        return apps.get_registered_model(*BASE_PAGE.split("."))
    except LookupError as error:
        label = BASE_PAGE.split(".")[0]
        message = f"WAGTAIL_PAGE_MODEL is {BASE_PAGE}: list {label!r} before 'beatcancer_wagtail' in INSTALLED_APPS."
        raise ImproperlyConfigured(message) from error


def parent_link(related_name: str = "+") -> models.OneToOneField:
    """The link of a concrete page to its base; named ``page_ptr`` whatever the base is called."""
    return models.OneToOneField(
        BASE_PAGE, on_delete=models.CASCADE, parent_link=True, primary_key=True, related_name=related_name
    )

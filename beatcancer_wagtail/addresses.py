"""Where the library's own views are, on a site that includes ``beatcancer_wagtail.urls``."""

from django.urls import NoReverseMatch, reverse

NAMESPACE = "beatcancer_wagtail"


def address_of(name: str, *args) -> str:
    """The path of a view, such as ``"search"``; "" where the site has not included it."""
    try:
        return reverse(f"{NAMESPACE}:{name}", args=args)
    except NoReverseMatch:
        return ""


def is_routed(name: str) -> bool:
    """Whether the site has included the view."""
    return bool(address_of(name))

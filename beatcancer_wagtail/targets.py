"""Where a call to action leads: a page of ours that a stranger may read, or an address."""

from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from beatcancer_wagtail.links import is_safe_link
from beatcancer_wagtail.privacy import IsPrivate
from beatcancer_wagtail.resources import IS_PUBLIC, public_ones


def target_of(page: Page | None, url: str, request=None) -> str:
    """The address of ``page`` if a stranger may read it; without a page ``url`` if it is safe; else "".

    Asks the database whether the page is public, unless :func:`mark_public` has told it.
    """
    if page is not None:
        return (page.get_url(request) or "") if page.live and public_ones([page]) else ""
    return url if url and is_safe_link(url) else ""


def target_is_private(link: str) -> IsPrivate:
    """Whether the page is private that the foreign key ``link`` leads to; to annotate the records with."""
    return IsPrivate(f"{link}__path", f"{link}__alias_of")


def mark_public(page: Page | None, *, is_private: bool) -> None:
    """Note in ``page`` whether a stranger may read it, as a statement has just said."""
    if page is not None:
        setattr(page, IS_PUBLIC, page.live and not is_private)


def require_one_target(page, url: str) -> None:
    """Raises ValidationError at both fields unless there is either a page or an address."""
    if message := target_problem(page, url):
        raise ValidationError({"page": message, "url": message})


def target_problem(page, url: str) -> str | Callable[[], str]:
    """What is wrong with the choice of a target, in words for the editor; "" when nothing is."""
    if page and url:
        return _("Choose a page or give an address, not both.")
    return "" if page or url else _("Choose a page, or give an address.")

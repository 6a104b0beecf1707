"""What the forms of readers have in common: no session, no cookie, no JavaScript, and a signed token instead of both."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, TypeVar

from django.conf import settings
from django.db import OperationalError, connections, router
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Site

from beatcancer_wagtail.conf import library_settings
from beatcancer_wagtail.resources import public_pages
from beatcancer_wagtail.senders import comes_from_here

TRIES = 4

Written = TypeVar("Written")


class Refused(Exception):
    """The form is not taken: why, in words for the reader."""

    def __init__(self, status: int, why, *, page: Page | None = None, **headers: str):
        super().__init__(str(why))
        self.status, self.why, self.page, self.headers = status, why, page, headers


def refuse_strange_forms(request: HttpRequest, most_bytes: int) -> None:
    """Raise ``Refused`` for a form that another site sent, or that is longer than ours can be."""
    if not comes_from_here(request):
        raise Refused(403, _("This form was sent from another site. Please open the article here and answer there."))
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not length.isdecimal() or len(length) > 9 or int(length) > most_bytes:
        raise Refused(413, _("That is more than the form can take. Please shorten it."))


def page_for_readers(request: HttpRequest, page_id: int) -> Page:
    """The page, if a stranger may read it on this site; else there is none."""
    page = public_pages().filter(pk=page_id).first()
    site = Site.find_for_request(request)
    parts = page.get_url_parts(request) if page else None
    if not (parts and site and parts[0] == site.pk):
        raise Http404
    return page


def see_other(name: str, *args) -> HttpResponse:
    """To a view with a name, or to an address."""
    response = redirect(name, *args)
    response.status_code = 303  # GET, whatever was sent
    return response


def language_of_page(page: Page | None) -> AbstractContextManager:
    """In the language of ``page``: our addresses have none in them, and the reader keeps that of the article."""
    language = page.locale.language_code if page and getattr(settings, "WAGTAIL_I18N_ENABLED", False) else None
    return translation.override(language or translation.get_language())


def render_for_readers(
    request: HttpRequest, template: str, page: Page | None, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    """A whole page within the site's own template, in the language of ``page``."""
    conf = library_settings()
    shown = {"base_template": conf.BASE_TEMPLATE, "content_element": conf.CONTENT_ELEMENT, **context}
    with language_of_page(page):
        return render(request, template, shown, status=status)


def when_not_busy(write: Callable[[], Written], model: type[Model]) -> Written:
    """What ``write()`` returns, tried again where SQLite was busy for too long, or MariaDB broke a deadlock."""
    connection = connections[router.db_for_write(model)]
    for _try in range(TRIES - 1):
        try:
            return write()
        except OperationalError:  # noqa: PERF203
            if connection.in_atomic_block:
                raise
    return write()

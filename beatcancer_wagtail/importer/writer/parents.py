"""The page below which drafts are made, as somebody types it: an id, a path or a slug."""

from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from beatcancer_wagtail.importer.writer.article_class import NoArticleHere, article_model_below
from beatcancer_wagtail.resources import base_page_model


class NoSuchPage(ValueError):
    """Carries a full sentence that says what to type instead."""


def find_parent(text: str) -> Page:
    """The page with this id, with this path on the default site (or the full one), or the only one with this slug."""
    text = text.strip()
    pages = base_page_model().objects.filter(depth__gt=1)
    if text.isdigit() and (page := pages.filter(pk=int(text)).first()):
        return page.specific
    if "/" in text:
        path = f"/{text.strip('/')}/".replace("//", "/")
        site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
        paths = [path, *([site.root_page.url_path.rstrip("/") + path] if site else [])]
        found = {page.url_path: page for page in pages.filter(url_path__in=paths)}
        page = next((found[path] for path in reversed(paths) if path in found), None)
        if page is None:
            raise NoSuchPage(_("There is no page at %(path)s.") % {"path": path})
        return page.specific
    found = list(pages.filter(slug=text).order_by("path")[:6])
    if not found:
        raise NoSuchPage(
            _("There is no page with the id or slug “%(text)s”. Give an id, a path such as /library/, or a slug.")
            % {"text": text}
        )
    if len(found) > 1:
        listed = ", ".join(f"{page.pk} ({page.url_path})" for page in found)
        raise NoSuchPage(
            _("Several pages have the slug “%(text)s”: %(pages)s. Give the id.") % {"text": text, "pages": listed}
        )
    return found[0].specific


def why_not_below(parent: Page | None, user) -> str:
    """One sentence that says why ``user`` cannot import below ``parent``; "" when nothing stands in the way."""
    if parent is None:
        return _("The page that the drafts should stand below is gone. Choose another one.")
    parent = parent.specific_deferred
    try:
        article_model_below(parent)
    except NoArticleHere as error:
        return str(error)
    if user is not None and not parent.permissions_for_user(user).can_add_subpage():
        return _("You may not add pages below “%(parent)s”.") % {"parent": parent.get_admin_display_title()}
    return ""

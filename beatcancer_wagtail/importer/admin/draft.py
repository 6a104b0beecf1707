"""The draft as it will look, before it is stored."""

import logging

from django.template.response import TemplateResponse
from django.utils.translation import override

from beatcancer_wagtail.importer.admin.preview_pictures import show_pictures
from beatcancer_wagtail.importer.states import CHANGED, CREATED

# The words are those of strangers; the frame around it has its sandbox, and this holds without the frame as well.
POLICY = "script-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"

logger = logging.getLogger(__name__)


def draft_response(row, request):
    """The page as its template shows it. Nothing is stored for it."""
    page = drafted(row, request.user)
    if page is None or not page.preview_modes:
        response = TemplateResponse(request, "beatcancer_importer/admin/no_draft.html", {"row": row}).render()
    else:
        with override(page.locale.language_code):  # as readers will see it, whatever the language of the editor
            response = page.make_preview_request(request, page.default_preview_mode)
    response["X-Frame-Options"] = "SAMEORIGIN"
    response["Content-Security-Policy"] = POLICY
    response["Cache-Control"] = "private, no-store"
    return response


def drafted(row, user):
    """The page of ``row``: the draft that was stored, else one that is only shown; None when there is neither."""
    if row.state in (CREATED, CHANGED):
        page = row.page and row.page.specific
        may_edit = page and page.permissions_for_user(user).can_edit()
        return page.get_latest_revision_as_object() if may_edit else None
    if not row.document or row.run.parent is None:
        return None
    try:
        from beatcancer_wagtail.importer.writer import articles

        parent = row.run.parent.specific
        page = articles.draft_of(row.document, parent=parent, user=user)
        put_below(page, parent)
        show_pictures(page, row)
    except Exception:  # the preview of one page must not take the whole screen with it
        logger.exception("Row %s of import %s cannot be shown.", row.position, row.run_id)
        return None
    return page


def put_below(page, parent) -> None:
    """As Wagtail's own preview of a page that is not stored: it stands where the next page would."""
    page.depth = parent.depth + 1
    last = parent.get_last_child()
    page.path = last._inc_path() if last else page._get_path(parent.path, page.depth, 1)
    page.set_url_path(parent)

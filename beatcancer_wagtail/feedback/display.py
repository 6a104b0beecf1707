from beatcancer_wagtail.addresses import address_of
from beatcancer_wagtail.conf import library_settings
from beatcancer_wagtail.feedback.tokens import page_token
from beatcancer_wagtail.resources import public_ones


def feedback_form(page, request) -> dict[str, object]:
    """What the form below ``page`` needs; empty where nobody can answer.

    It is the same for every reader. In a preview it is shown, but cannot be sent.
    """
    address = address_of("feedback") if library_settings().FEEDBACK else ""
    if not address or page is None:
        return {}
    if getattr(request, "is_preview", False):
        return {"feedback_address": address, "is_preview": True}
    if page.pk is None or not page.live or not public_ones([page]):
        return {}
    return {"feedback_address": address, "token": page_token(page)}

"""Where the comments of a page are, whatever else shows them."""

from wagtail.models import Page

from beatcancer_wagtail.addresses import address_of

FORM_ANCHOR, LIST_ANCHOR, THANKS_ANCHOR = "#bc-comment-form", "#bc-comments", "#bc-comment-thanks"


def address_of_comments(page: Page) -> str:
    """The path of the comments of ``page``; "" on a site that has not included the library's addresses."""
    return address_of("comments", page.pk) if page.pk else ""

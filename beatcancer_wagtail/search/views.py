from django.dispatch import Signal
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from beatcancer_wagtail.conf import library_settings
from beatcancer_wagtail.partial import mark_part, wants_part
from beatcancer_wagtail.search.service import OVERLAY_SIZE, SiteSearch

# What the overlay asks for: results while somebody types, and again when they leave with words that found nothing.
TYPING, FINISHED = "beatcancer-search-typing", "beatcancer-search"

#: Sent when a finished search found nothing of any kind, with ``words`` and ``kind`` ("" for all).
found_nothing = Signal()


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """The search page, or the part of it that the overlay shows."""
    is_typing = wants_part(request, TYPING)
    is_part = is_typing or wants_part(request, FINISHED)
    found = SiteSearch(request, page_size=OVERLAY_SIZE) if is_part else SiteSearch(request)
    if found.query and not found.total and not is_typing and found.asked_page == 1 and request.method == "GET":
        found_nothing.send_robust(SiteSearch, words=str(found.query), kind=found.asked_name)
    template = "components/search_overlay.html" if is_part else "search.html"
    context = {
        "search": found,
        "base_template": library_settings().BASE_TEMPLATE,
        "content_element": library_settings().CONTENT_ELEMENT,
    }
    response = render(request, f"beatcancer_wagtail/{template}", context)
    return mark_part(response, is_part=is_part)

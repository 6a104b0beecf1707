"""The comments of a page at their own address, which no cache keeps: to read them all, and to write.

No session, no cookie, no JavaScript. A signed token stands for the CSRF cookie, which would spoil every cache.
"""

from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from beatcancer_wagtail.comments.components import comments_of
from beatcancer_wagtail.comments.visit import Visit
from beatcancer_wagtail.partial import mark_part
from beatcancer_wagtail.reader_posts import Refused, language_of_page, page_for_readers


@sensitive_post_parameters()  # or Django would mail them to ADMINS with every error, and with every 503
@transaction.non_atomic_requests  # what fails is answered with the words that somebody wrote
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def comments(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show the comments with the form below them, or take one."""
    page = page_for_readers(request, page_id).specific_deferred
    with language_of_page(page):
        if (shown := comments_of(page, request)) is None:
            raise Http404
        visit = Visit(request, page, shown[0])
        response = _take(visit) if request.method == "POST" else visit.show()
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "same-origin"
    return mark_part(response, is_part=False)  # the part is no more kept than the page


def _take(visit: Visit) -> HttpResponse:
    try:
        return visit.thank(visit.take())
    except Refused as refused:
        return visit.show_form_again(refused)
    except IntegrityError:  # the page was deleted meanwhile
        raise Http404 from None

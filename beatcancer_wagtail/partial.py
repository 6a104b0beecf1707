"""Parts of a page on the page's own address, for scripts of ours that show them without loading the rest.

A script says in a header which part it wants. The answer varies on that header, so that no cache gives a part to
somebody who asked for the page; shared caches may not keep a part at all, since some of them know no ``Vary``.
"""

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control, patch_vary_headers

HEADER = "X-Requested-With"
PART_SECONDS = 60


def wants_part(request: HttpRequest, name: str) -> bool:
    """Whether a script of ours asks for the part with this name."""
    return request.headers.get(HEADER) == name


def mark_part(response: HttpResponse, *, is_part: bool) -> HttpResponse:
    """Tell caches what they must know of a page that also comes in parts; returns ``response``."""
    patch_vary_headers(response, [HEADER])
    if is_part:
        patch_cache_control(response, private=True, max_age=PART_SECONDS)
    return response

"""The source of a page, harmless: no script runs, nothing is fetched, no link leads anywhere."""

import re
from urllib.parse import quote

from django.http import HttpResponse
from django.utils.translation import gettext as _

SHOWN = 5_000_000  # signs; a browser that gets more than that shows nothing for a long time

POLICY = "; ".join(
    (
        "default-src 'none'",
        "img-src data:",
        "style-src data:",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'self'",
        "sandbox",
    )
)
# Without the styles of the old site everything stands one below the other, collapsed and hidden parts as well.
STYLE = """
:root { color-scheme: light; }
body { max-inline-size: 44em; margin: 1.5rem auto; padding-inline: 1rem; font: 1rem/1.55 system-ui, sans-serif; color: #1a1a1a; background: #fff; overflow-wrap: anywhere; }
[hidden]:not(script, style, template, noscript) { display: revert !important; }
script, style, template { display: none !important; }
details::details-content { content-visibility: visible; block-size: auto; }
table { border-collapse: collapse; } td, th { padding: .25rem .5rem; border: 1px solid #bbb; text-align: start; vertical-align: top; }
img, svg, video, iframe { max-inline-size: 100%; block-size: auto; } svg { max-inline-size: 3rem; max-block-size: 3rem; }
a { color: #14506e; } pre { white-space: pre-wrap; }
"""
# The first base element holds for the page: in a frame that may open no window its links do nothing.
HEAD = '<!doctype html><base target="_blank"><link rel="stylesheet" href="data:text/css;charset=utf-8,{}">'

# Links that ask for this very frame would leave an error page in it: the policy of the page around forbids all others.
LINK = re.compile(r"<(?:a|area|form|base)\b[^<>]*", re.IGNORECASE)
TARGET = re.compile(r"\btarget(?=\s*=)", re.IGNORECASE)


def text_of(data: bytes) -> str:
    """The text of a file, whatever it is: one that was refused is shown as well."""
    # Without the extra the site starts all the same, and a check says what is missing.
    from beatcancer_wagtail.importer.reader.encoding import decode
    from beatcancer_wagtail.importer.reader.found import CannotRead

    try:
        return decode(data)[0]
    except CannotRead:
        return data.decode("utf-8", errors="replace")


def source_response(data: bytes) -> HttpResponse:
    """``data`` as it was given, for a frame of ours."""
    text = text_of(data)
    too_long = _("The rest is too long to be shown here.")
    cut = f"<p>{too_long}</p>" if len(text) > SHOWN else ""
    shown = LINK.sub(lambda link: TARGET.sub("data-target", link.group()), text[:SHOWN])
    html = HEAD.format(quote(STYLE)) + shown + cut
    headers = {
        "Content-Security-Policy": POLICY,
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "SAMEORIGIN",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(html, content_type="text/html; charset=utf-8", headers=headers)

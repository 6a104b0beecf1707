from django import template
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import ngettext

from beatcancer_wagtail.addresses import address_of
from beatcancer_wagtail.blocks.walk import rich_text_html
from beatcancer_wagtail.components import Banner, ClosingCallBand, LatestResources
from beatcancer_wagtail.conf import library_settings
from beatcancer_wagtail.extras import article_extras
from beatcancer_wagtail.feedback.display import feedback_form
from beatcancer_wagtail.models.listing import find_listing
from beatcancer_wagtail.page_meta import meta_of
from beatcancer_wagtail.pictures import picture_html
from beatcancer_wagtail.search.highlight import highlight
from beatcancer_wagtail.structured_data import element_for

register = template.Library()


@register.simple_tag
def bc_stylesheet():
    """The link to the package's stylesheet; nothing when the setting ``STYLESHEET`` is empty."""
    path = library_settings().STYLESHEET
    return format_html('<link rel="stylesheet" href="{}">', static(path)) if path else ""


@register.simple_tag
def bc_picture(image, spec, **attributes):
    """A ``<picture>`` as WebP and JPEG; ``spec`` is a resize rule of Wagtail's, with braces for several sizes."""
    return picture_html(image, spec, **attributes)


@register.simple_tag(takes_context=True)
def bc_latest_resources(context, count=3, **options):
    """The latest resources with a link to all; see :class:`beatcancer_wagtail.components.LatestResources`."""
    return LatestResources(count, **options).render_html(context)


@register.simple_tag(takes_context=True)
def bc_banner(context):
    """The site's survey banner, directly after ``<body>``; nothing while it is off or not its time."""
    return Banner().render_html(context)


@register.simple_tag(takes_context=True)
def bc_closing_call(context, page=None, heading_level=2):
    """The call to action that closes a page: its own, or the site's; nothing where there is none."""
    return ClosingCallBand(page, heading_level=heading_level).render_html(context)


@register.inclusion_tag("beatcancer_wagtail/components/feedback.html", takes_context=True)
def bc_feedback(context, page):
    """Asks whether ``page`` was helpful; nothing where the site does not ask, or the page is not public."""
    return feedback_form(page, context.get("request"))


@register.simple_tag(takes_context=True)
def bc_article_extras(context, page):
    """What hooks add below an article, each rendered."""
    return [extra.render_html(context) for extra in article_extras(page, context.get("request"))]


@register.inclusion_tag("beatcancer_wagtail/components/meta.html", takes_context=True)
def bc_meta(context, page):
    """What the head of a page tells search engines, feed readers and whoever shows a link to it."""
    return {"meta": meta_of(page, context.get("request"), _list_shown(context, page))}


@register.simple_tag(takes_context=True)
def bc_structured_data(context, page):
    """The page's graph of structured data in its element; see :mod:`beatcancer_wagtail.structured_data`."""
    return element_for(context.get("request"), page, _list_shown(context, page))


def _list_shown(context, page):
    """What the page has put in its context as ``listing``: a list of resources, or of something else in pages."""
    shown = context.get("listing") if context.get("page") == page else None
    return shown if hasattr(shown, "is_plain") and hasattr(shown, "number") else None


@register.simple_tag(takes_context=True)
def bc_find_listing(context, page=None):
    """The library that a page belongs to, or the first of the site, or None."""
    return find_listing(context.get("request"), page)


@register.simple_tag
def bc_home_url():
    """Where the site begins, under whatever prefix or language its URLs stand."""
    return reverse("wagtail_serve", args=[""])


@register.filter
def bc_rich_text(text):
    """Rich text with its links, which the page has looked up together with those of its other texts."""
    return SafeString(rich_text_html(text))


@register.filter
def bc_level(level, deeper=0):
    """A heading level from "2" to "6", so many deeper."""
    return SafeString(max(2, min(6, int(level or 2) + int(deeper))))


@register.simple_tag(takes_context=True)
def bc_heading(context, css_class="bc-heading"):
    """The heading of the block, at its level in the page and with its anchor; nothing where there is none."""
    text = context["value"].get("heading")
    if not text:
        return ""
    level, anchor = context["heading_level"], context["anchor"]
    return SafeString(f'<h{level} class="{css_class}" id="{anchor}">{escape(text)}</h{level}>')


@register.filter(expects_localtime=True)
def bc_time(moment):
    """A date, or the date of a moment, as the reader's language writes it, in a ``<time>`` element."""
    if not moment:
        return ""
    return SafeString(f'<time datetime="{moment:%Y-%m-%d}">{escape(date_format(moment))}</time>')


@register.filter
def bc_reading_time(minutes):
    """Minutes in words: "8 min read"."""
    return ngettext("%(minutes)s min read", "%(minutes)s min read", minutes) % {"minutes": minutes}


@register.filter
def bc_is_below(page, other):
    """Whether ``page`` stands somewhere below ``other`` in the tree; False when one of them is missing."""
    return bool(page and other and page.is_descendant_of(other))


@register.simple_tag
def bc_search_button(label="", *, shortcut=True):
    """A link to the search page that opens the search over the page; nothing where the site has no search page.

    ``shortcut=False`` leaves the key "/" alone.
    """
    address = address_of("search")
    context = {"address": address, "label": label, "shortcut": shortcut}
    return render_to_string("beatcancer_wagtail/components/search_button.html", context) if address else ""


@register.filter
def bc_highlight(text, query):
    """``text`` with the words of a search in ``<mark>``."""
    return highlight(text, query)

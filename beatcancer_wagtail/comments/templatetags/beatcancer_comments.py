from django import template
from django.templatetags.static import static
from django.utils.html import format_html

from beatcancer_wagtail.comments.components import CommentsBelow
from beatcancer_wagtail.comments.telephone import with_telephone_links
from beatcancer_wagtail.conf import library_settings

register = template.Library()

register.filter("bc_telephones", with_telephone_links)


@register.simple_tag
def bc_comments_stylesheet():
    """The link to the stylesheet of the comments; nothing when the setting ``STYLESHEET`` is empty."""
    if not library_settings().STYLESHEET:
        return ""
    return format_html('<link rel="stylesheet" href="{}">', static("beatcancer_comments/css/comments.css"))


@register.simple_tag(takes_context=True)
def bc_comments(context, page):
    """The comments of ``page``, whose class wears ``Commentable``; nothing where there are none for readers."""
    return CommentsBelow(page).render_html(context)

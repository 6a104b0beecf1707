from wagtail.fields import RichTextField
from wagtail.models import Page


class FloorPage(Page):
    """The smallest possible Wagtail page: what a text costs at the very least."""

    text = RichTextField(blank=True)
    template = "floor/floor_page.html"

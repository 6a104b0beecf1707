from wagtail.fields import RichTextField
from wagtail.models import Page


class FloorPage(Page):
    """The smallest possible Wagtail page: what any article costs at the very least."""

    text = RichTextField(blank=True)
    template = "floor/floor_page.html"


class FloorListingPage(Page):
    """The smallest possible listing: titles of the live children, twenty at a time."""

    template = "floor/floor_listing_page.html"

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["pages"] = self.get_children().live().order_by("-first_published_at")[:20]
        context["total"] = self.get_children().live().count()
        return context

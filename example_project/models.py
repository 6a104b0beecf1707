from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from beatcancer_wagtail.blocks import CallToActionBlock


class HomePage(Page):
    """The front page of the demo: one sentence of purpose, the search field, the latest resources, a closing call."""

    heading = models.CharField(max_length=160)
    introduction = models.TextField(max_length=400, blank=True)
    about = RichTextField(blank=True, features=["bold", "italic", "link"])
    closing = StreamField([("call_to_action", CallToActionBlock())], max_num=1, blank=True)

    content_panels = Page.content_panels + [
        FieldPanel("heading"),
        FieldPanel("introduction"),
        FieldPanel("about"),
        FieldPanel("closing"),
    ]
    template = "example_project/home_page.html"
    max_count = 1

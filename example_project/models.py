from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page


class HomePage(Page):
    """The front page of the demo: one sentence of purpose, the search field, the latest resources."""

    heading = models.CharField(max_length=160)
    introduction = models.TextField(max_length=400, blank=True)
    about = RichTextField(blank=True, features=["bold", "italic", "link"])

    content_panels = Page.content_panels + [
        FieldPanel("heading"),
        FieldPanel("introduction"),
        FieldPanel("about"),
    ]
    template = "example_project/home_page.html"
    max_count = 1

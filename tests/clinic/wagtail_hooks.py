from django.utils.translation import gettext_lazy as _
from laces.components import Component
from wagtail import hooks

from beatcancer_wagtail.resources import Resource, public_pages
from beatcancer_wagtail.search.kinds import Kind, of_this_site

from .telling import name_the_conditions

hooks.register("register_beatcancer_structured_data", name_the_conditions)


class AskTheNurses(Component):
    template_name = "clinic/ask_the_nurses.html"

    def __init__(self, page):
        self.page = page

    def get_context_data(self, parent_context=None):
        return {"title": self.page.title}


@hooks.register("register_beatcancer_article_extra")
def ask_the_nurses(page, request):
    if "treatment" in [tag.slug for tag in page.tag_labels]:
        return AskTheNurses(page)
    return None


@hooks.register("register_beatcancer_search_kind")
def pages():
    return Kind(
        name="pages",
        label=_("About the clinic"),
        records=find_pages,
        load=load_pages,
        template="clinic/page_result.html",
        order=400,
    )


def find_pages(request):
    return of_this_site(public_pages(), request).not_type(Resource)


def load_pages(ids):
    found = public_pages().in_bulk(ids)
    return [found[pk] for pk in ids if pk in found]

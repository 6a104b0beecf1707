from laces.components import Component
from wagtail import hooks


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

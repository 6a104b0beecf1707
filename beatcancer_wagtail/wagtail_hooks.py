from wagtail import hooks
from wagtail.snippets.models import register_snippet

from beatcancer_wagtail.viewsets import LibraryViewSetGroup

register_snippet(LibraryViewSetGroup)


@hooks.register("register_icons")
def register_icons(icons):
    return [*icons, "beatcancer_wagtail/icons/book.svg"]

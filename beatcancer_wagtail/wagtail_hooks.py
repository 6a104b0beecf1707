from django.apps import apps
from wagtail import hooks
from wagtail.contrib.settings.registry import register_setting
from wagtail.snippets.models import register_snippet

from beatcancer_wagtail import findable
from beatcancer_wagtail.explorer import library_viewsets
from beatcancer_wagtail.models import ClosingCall, Organisation, SurveyBanner
from beatcancer_wagtail.viewsets import LibraryViewSetGroup

register_snippet(LibraryViewSetGroup)

if apps.is_installed("wagtail.contrib.settings"):
    register_setting(SurveyBanner, icon="comment")
    register_setting(ClosingCall, icon="pick")
    register_setting(Organisation, icon="group")

if apps.is_installed("wagtail_modeladmin"):
    from wagtail_modeladmin.options import modeladmin_register

    from beatcancer_wagtail.desk.group import LibraryDesk

    modeladmin_register(LibraryDesk)


@hooks.register("register_admin_viewset", order=-1)
def register_library_explorer():
    return library_viewsets()


@hooks.register("register_icons")
def register_icons(icons):
    return [*icons, "beatcancer_wagtail/icons/book.svg"]


hooks.register("register_beatcancer_search_kind", findable.resources)
hooks.register("register_beatcancer_search_kind", findable.books)

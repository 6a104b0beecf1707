"""Puts the importer's lists on the library desk."""

from wagtail import hooks
from wagtail_modeladmin.options import modeladmin_register

from beatcancer_wagtail.desk.group import MENU_HOOK
from beatcancer_wagtail.importer.desk.rows import ImportRowAdmin
from beatcancer_wagtail.importer.desk.runs import ImportRunAdmin


def join_desk() -> None:
    for model_admin in (ImportRunAdmin, ImportRowAdmin):
        modeladmin_register(model_admin)
        hooks.register(MENU_HOOK, model_admin().get_menu_item)

from django.apps import apps
from wagtail import hooks

from beatcancer_wagtail.importer import permissions
from beatcancer_wagtail.importer.admin import urls

hooks.register("register_permissions", permissions.registered)
hooks.register("register_admin_urls", urls.admin_urls)
hooks.register("register_admin_menu_item", urls.menu_item)

if apps.is_installed("wagtail_modeladmin"):
    from beatcancer_wagtail.importer.desk.joining import join_desk

    join_desk()

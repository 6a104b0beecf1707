from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import Menu
from wagtail_modeladmin.menus import GroupMenuItem
from wagtail_modeladmin.options import ModelAdminGroup

from beatcancer_wagtail.desk.answers import FeedbackAnswerAdmin
from beatcancer_wagtail.desk.searches import FailedSearchAdmin

# Opt-in apps add their lists: a function that returns a menu item, as for Wagtail's own menus.
MENU_HOOK = "register_beatcancer_desk_menu_item"


class LibraryDesk(ModelAdminGroup):
    """The menu entry under which the lists of the desk stand; hidden from those who may read none of them."""

    menu_label = _("Library desk")
    menu_item_name = "beatcancer-desk"
    menu_icon = "clipboard-list"
    menu_order = 260
    items = (FailedSearchAdmin, FeedbackAnswerAdmin)

    def get_menu_item(self):
        menu = Menu(items=self.get_submenu_items(), register_hook_name=MENU_HOOK)
        return GroupMenuItem(self, self.get_menu_order(), menu)

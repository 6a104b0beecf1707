from django.utils.translation import gettext_lazy as _
from wagtail_modeladmin.options import ModelAdminGroup

from beatcancer_wagtail.desk.answers import FeedbackAnswerAdmin
from beatcancer_wagtail.desk.searches import FailedSearchAdmin


class LibraryDesk(ModelAdminGroup):
    """The menu entry under which the lists of the desk stand; hidden from those who may read none of them."""

    menu_label = _("Library desk")
    menu_item_name = "beatcancer-desk"
    menu_icon = "clipboard-list"
    menu_order = 260
    items = (FailedSearchAdmin, FeedbackAnswerAdmin)

"""What both lists of the importer have in common on the desk."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from wagtail_modeladmin.helpers import ButtonHelper

from beatcancer_wagtail.desk.records import DeskAdmin, DeskIndexView

CSS = "beatcancer_importer/css/desk.css"


def moment(when) -> str:
    """Day and time, by which imports of one name are told apart."""
    return date_format(timezone.localtime(when), "DATETIME_FORMAT")


class ImportsIndexView(DeskIndexView):
    """Called as in the menu."""

    def get_page_title(self):
        return capfirst(self.model_admin.menu_label)


class QuietButtons(ButtonHelper):
    """Deleting is no more than one thing that can be done."""

    delete_button_classnames = ["button-small", "button-secondary"]


class ImportsAdmin(DeskAdmin):
    index_view_class = ImportsIndexView
    button_helper_class = QuietButtons
    index_view_extra_css = [CSS]

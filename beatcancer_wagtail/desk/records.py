"""What all records of the desk have in common: they are read, narrowed and exported, never written by hand."""

from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail_modeladmin.helpers import AdminURLHelper, ButtonHelper, PermissionHelper
from wagtail_modeladmin.mixins import ThumbnailMixin
from wagtail_modeladmin.options import ModelAdmin
from wagtail_modeladmin.views import DeleteView, IndexView, InstanceSpecificView

from beatcancer_wagtail.desk.export import cell
from beatcancer_wagtail.search.query import clean_query
from beatcancer_wagtail.spreadsheets import SafeSpreadsheets


def day(moment) -> str:
    """The date of a moment, as the editor's language writes it."""
    return date_format(timezone.localtime(moment))


class ReadOnly(PermissionHelper):
    """Whoever may view the records may list them; nobody adds or changes one; deleting has its own permission."""

    def get_all_model_permissions(self):
        ours = [self.get_perm_codename(action) for action in ("view", "delete")]
        return Permission.objects.filter(
            content_type__app_label=self.opts.app_label, content_type__model=self.opts.model_name, codename__in=ours
        )

    def user_can_list(self, user):
        return self.user_has_specific_permission(user, self.get_perm_codename("view"))

    def user_can_create(self, user):
        return False

    def user_can_edit_obj(self, user, obj):
        return False

    def user_can_delete_obj(self, user, obj):
        return self.user_can_list(user) and super().user_can_delete_obj(user, obj)


class NumberedURLs(AdminURLHelper):
    """Addresses with a number in them: any other would be an error of the database."""

    def _get_object_specific_action_url_pattern(self, action):
        return rf"^{self.base_url_path}/{action}/(?P<instance_pk>[0-9]{{1,18}})/$"


class DeskIndexView(SafeSpreadsheets, IndexView):
    """The list. Unknown parameters are dropped, so that no tracking link ends in an error."""

    def dispatch(self, request, *args, **kwargs):
        given = request.GET
        request.GET = given.copy()
        for name in given:
            if name not in self._known:
                del request.GET[name]
        if self.SEARCH_VAR in given:
            request.GET[self.SEARCH_VAR] = self.model_admin.clean_search(given[self.SEARCH_VAR])
        return super().dispatch(request, *args, **kwargs)

    @property
    def _known(self) -> set[str]:
        own = {self.ORDER_VAR, self.PAGE_VAR, self.SEARCH_VAR, self.EXPORT_VAR}
        return own | {narrowing.parameter_name for narrowing in self.model_admin.list_filter}

    def to_row_dict(self, item):
        return {name: cell(name, item, self.model_admin) for name in self.list_export}

    def stream_csv(self, queryset):
        """All at once, as the other format: while the response is sent, language and time zone are no longer the editor's."""
        return list(super().stream_csv(queryset))


class DeskDeleteView(DeleteView):
    """Deletes without a trace: Wagtail's log would keep the words that somebody wants gone."""

    http_method_names = ["get", "head", "post"]

    def post(self, request, *args, **kwargs):
        self.delete_instance()
        messages.success(request, _("It is deleted."))
        return redirect(self.index_url)


class DeskAction(InstanceSpecificView):
    """A view of ours on one record: only for those who may list the records and whom ``is_permitted`` lets in."""

    def check_action_permitted(self, user):
        return self.permission_helper.user_can_list(user) and self.is_permitted(user)

    def is_permitted(self, user) -> bool:
        raise NotImplementedError

    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_authenticated or not self.check_action_permitted(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class DeskAdmin(ModelAdmin):
    """The base of every list on the desk. ``list_filter`` takes only classes of ``desk.filters``."""

    permission_helper_class = ReadOnly
    url_helper_class = NumberedURLs
    index_view_class = DeskIndexView
    delete_view_class = DeskDeleteView
    button_helper_class = ButtonHelper
    index_template_name = "beatcancer_wagtail/admin/desk.html"
    list_per_page = 50
    history_view_enabled = False
    introduction = ""
    empty = ""

    def clean_search(self, words: str) -> str:
        """What an editor typed, fit for the database."""
        return clean_query(words)

    def get_empty_value_display(self, field_name=None):
        return ""

    def get_admin_urls_for_registration(self):
        unused = {self.url_helper.get_action_url_name(action) for action in ("create", "edit")}
        return tuple(url for url in super().get_admin_urls_for_registration() if url.name not in unused)

    def register_admin_url_finders(self):
        """There is no form to edit a record, so nothing links to one."""

    def register_indexing(self):
        """Nobody asks where a record is used, and to keep that up would cost every reader's answer statements."""


class DeskThumbnailMixin(ThumbnailMixin):
    """modeladmin's thumbnail column, with the empty ``alt`` of a picture that only decorates its row."""

    def admin_thumb(self, obj):
        return SafeString(str(super().admin_thumb(obj)).replace("<img", '<img alt=""', 1))

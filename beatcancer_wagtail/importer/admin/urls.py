"""Addresses of the importer in the admin, below ``import/``."""

from django.urls import include, path
from wagtail.admin.menu import MenuItem

from beatcancer_wagtail.importer.admin import actions, rows, runs
from beatcancer_wagtail.importer.admin.kinds import all_kinds
from beatcancer_wagtail.importer.admin.places import NAMESPACE, start_url
from beatcancer_wagtail.importer.admin.upload import StartView, upload
from beatcancer_wagtail.importer.permissions import may_import

OF_ONE = {
    "confirm": actions.ConfirmView,
    "step": actions.StepView,
    "progress": actions.ProgressView,
    "resume": actions.ResumeView,
    "discard": actions.DiscardView,
}
OF_A_ROW = {"draft": rows.DraftView, "source": rows.SourceView, "leave": rows.LeaveView}


def patterns():
    own = [path(f"{kind.name}/", include(kind.urls())) for kind in all_kinds().values() if kind.urls()]
    row = "<int:run_id>/<int:row_id>/"
    return [
        path("", StartView.as_view(), name="start"),
        *own,
        *(path(f"<int:run_id>/{name}/", view.as_view(), name=name) for name, view in OF_ONE.items()),
        path("<int:run_id>/report.<slug:form>", actions.ReportView.as_view(), name="report"),
        path("<int:run_id>/", runs.RunView.as_view(), name="run"),
        path(row, rows.RowView.as_view(), name="row"),
        *(path(f"{row}{name}/", view.as_view(), name=name) for name, view in OF_A_ROW.items()),
        path(f"{row}picture/<int:upload_id>/", rows.PictureView.as_view(), name="picture"),
        path("<slug:kind>/", upload, name="upload"),
    ]


def admin_urls():
    """For the hook ``register_admin_urls``."""
    return [path("import/", include((patterns(), NAMESPACE)))]


class ImportMenuItem(MenuItem):
    def is_shown(self, request):
        return may_import(request.user)


def menu_item():
    """For the hook ``register_admin_menu_item``."""
    from django.utils.translation import gettext as _

    return ImportMenuItem(_("Import"), start_url(), name="beatcancer-import", icon_name="upload", order=265)

from django.utils.translation import gettext_lazy as _

from beatcancer_wagtail.desk.filters import DeskFilter, PeriodFilter
from beatcancer_wagtail.importer import states
from beatcancer_wagtail.importer.desk.lists import moment
from beatcancer_wagtail.importer.models import ImportRun

RUNS_OFFERED = 15


def named(run) -> str:
    """Many imports are called alike, so day and time stand behind."""
    return f"{run}, {moment(run.created_at)}"


class KindFilter(DeskFilter):
    title, parameter_name, field = _("kind"), "kind", "kind"

    def lookups(self, request, model_admin):
        return states.kinds()

    def narrow(self, queryset, value):
        return queryset.filter(**{self.field: value})


class RowKindFilter(KindFilter):
    field = "run__kind"


class RunStateFilter(DeskFilter):
    title, parameter_name = _("state"), "state"

    def lookups(self, request, model_admin):
        return states.run_states()

    def narrow(self, queryset, value):
        return queryset.filter(state=value)


class RowStateFilter(RunStateFilter):
    def lookups(self, request, model_admin):
        return states.row_states()


class LookFilter(DeskFilter):
    title, parameter_name = _("needs a look"), "look"

    def lookups(self, request, model_admin):
        return [("yes", _("Yes")), ("no", _("No"))]

    def narrow(self, queryset, value):
        return queryset.filter(needs_look=value == "yes")


class StartedFilter(PeriodFilter):
    """When the import was begun."""


class RunFilter(DeskFilter):
    """The latest imports, and the one that a link asked for."""

    title, parameter_name = _("import"), "run"

    def lookups(self, request, model_admin):
        offered = {str(run.pk): named(run) for run in ImportRun.objects.only("source", "created_at")[:RUNS_OFFERED]}
        asked = request.GET.get(self.parameter_name, "")
        if asked.isascii() and asked.isdigit() and len(asked) < 19 and asked not in offered:
            run = ImportRun.objects.only("source", "created_at").filter(pk=asked).first()
            offered |= {asked: named(run)} if run else {}
        return list(offered.items())

    def narrow(self, queryset, value):
        return queryset.filter(run_id=int(value))

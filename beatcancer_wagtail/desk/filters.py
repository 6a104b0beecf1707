"""Filters that no address can break: what they do not know, they leave alone."""

from datetime import timedelta

from django.contrib.admin import SimpleListFilter
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext


class DeskFilter(SimpleListFilter):
    """A filter of the desk. Give ``title``, ``parameter_name``, ``lookups()`` and ``narrow()``."""

    def queryset(self, request, queryset):
        value = self.value()
        known = {str(key) for key, _label in self.lookup_choices}
        return self.narrow(queryset, value) if value in known else queryset

    def narrow(self, queryset, value: str):
        raise NotImplementedError


class PeriodFilter(DeskFilter):
    """The last week, month or year; ``field`` is the column with the moment."""

    title, parameter_name, field = _("date"), "when", "created_at"
    periods = (7, 30, 365)

    def lookups(self, request, model_admin):
        return [(str(days), ngettext("last %d day", "last %d days", days) % days) for days in self.periods]

    def narrow(self, queryset, value):
        return queryset.filter(**{f"{self.field}__gte": timezone.now() - timedelta(days=int(value))})

"""Cells of the desk's spreadsheets: every value as it is."""

import datetime

from django.contrib.admin.utils import lookup_field
from django.db.models import Field
from django.utils import timezone
from django.utils.encoding import force_str
from django.utils.translation import gettext as _

from beatcancer_wagtail.spreadsheets import without_control_signs


def cell(name: str, record, model_admin) -> object:
    """What a column of the desk holds for one record: labels of choices, yes and no, 0 as 0, nothing as ""."""
    field, _attribute, value = lookup_field(name, record, model_admin)
    if isinstance(field, Field) and field.flatchoices:
        return force_str(dict(field.flatchoices).get(value, value if value is not None else ""))
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, datetime.datetime) and timezone.is_aware(value):
        return timezone.localtime(value).replace(tzinfo=None, microsecond=0)
    if isinstance(value, (int, float, datetime.datetime, datetime.date)):
        return value
    return without_control_signs(force_str(value))

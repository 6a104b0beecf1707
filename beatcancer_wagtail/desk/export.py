"""Cells of a spreadsheet: every value as it is, and none that a spreadsheet would run."""

import datetime
import re

from django.contrib.admin.utils import lookup_field
from django.db.models import Field
from django.utils import timezone
from django.utils.encoding import force_str
from django.utils.translation import gettext as _

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
_NOT_IN_XLSX = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


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
    return _NOT_IN_XLSX.sub("", force_str(value))


def defused(value: object) -> object:
    """A text that a spreadsheet would take for a formula gets an apostrophe in front; numbers stay numbers."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value

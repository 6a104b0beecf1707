"""Cells of a spreadsheet: every value as it is, and none that a spreadsheet would run."""

import datetime
import re

from django.contrib.admin.utils import lookup_field
from django.db.models import Field
from django.utils import timezone
from django.utils.encoding import force_str
from django.utils.translation import gettext as _

# At the beginning, and after what a spreadsheet may take for the end of a cell: where it expects semicolons it knows
# nothing of our quotes.
_FORMULA = re.compile(r"^(?=[=+\-@\t\r\n|%])|(?<=[;\t\r\n])(?= *[=+\-@|%])")
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
    """What a spreadsheet would take for a formula in a text gets an apostrophe in front; numbers stay numbers."""
    return _FORMULA.sub("'", value) if isinstance(value, str) else value

"""How editors choose a time zone: a field that completes what they write.

A list of all zones, in groups, weighs 27 kB; and Wagtail sends every widget twice.
"""

from django import forms
from wagtail.admin.panels import FieldPanel

from beatcancer_wagtail.events.zones import zone_named, zone_names

LIST_ID = "bc-time-zones"


class TimeZoneInput(forms.TextInput):
    """A text field that proposes time zones; the list of them stands beside it once, see ``TimeZonePanel``.

    Names are shown with spaces, since browsers find nothing for "new york" in "America/New_York".
    """

    def __init__(self, attrs=None):
        super().__init__({"list": LIST_ID, "autocomplete": "off", "spellcheck": "false", **(attrs or {})})

    def format_value(self, value):
        return _with_spaces(super().format_value(value) or "")

    def value_from_datadict(self, data, files, name):
        value = super().value_from_datadict(data, files, name)
        return zone_named(value) if value else value


class TimeZonePanel(FieldPanel):
    """A field for a time zone, with the list of those it proposes."""

    def __init__(self, field_name, **kwargs):
        super().__init__(field_name, **{"widget": TimeZoneInput, **kwargs})

    class BoundPanel(FieldPanel.BoundPanel):
        template_name = "beatcancer_events/admin/time_zone_panel.html"

        def get_context_data(self, parent_context=None):
            names = [_with_spaces(name) for name in zone_names()]
            return {**super().get_context_data(parent_context), "list_id": LIST_ID, "zone_names": names}


def _with_spaces(name: str) -> str:
    return name.replace("_", " ")

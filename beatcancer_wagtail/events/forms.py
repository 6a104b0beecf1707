"""What an event must have before it is published. A draft may be half-filled, and wrong for a while."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy
from wagtail.admin.forms import WagtailAdminPageForm

from beatcancer_wagtail.events.states import CANCELLED, MIXED, MOVED_ONLINE, OFF, ONLINE
from beatcancer_wagtail.events.zones import exists, load_zone, moment_of, place_of

DATES = "beatcancer_event_dates"
YEARS = range(1970, 2100)


class EventForm(WagtailAdminPageForm):
    """The editor's form.

    Only the form refuses: an event must still be copied, moved and cancelled when an import left it incomplete.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if dates := self.formsets.get(DATES):
            dates.error_messages["too_few_forms"] = ngettext_lazy(
                "Add at least %(num)d date.", "Add at least %(num)d dates.", "num"
            )

        if zone := self.fields.get("time_zone"):
            zone.error_messages["invalid_choice"] = _(
                "No time zone has this name. Choose one from the list, such as Europe/London."
            )

    def clean(self):
        cleaned = super().clean()
        self._check_years()
        if self.is_deferred_validation:
            return cleaned
        if cleaned.get("status") not in OFF:
            self._check_place(cleaned)
        for form in self._dates():
            self._check_date(form, cleaned)
        self._check_doubles(bool(cleaned.get("all_day")))
        return cleaned

    def _dates(self) -> list:
        """The forms of the dates that can be checked."""
        forms = self.formsets[DATES].forms if DATES in self.formsets else []
        return [form for form in forms if form.is_valid() and not form.cleaned_data.get("DELETE")]

    def _check_years(self) -> None:
        """Of a draft too: nothing can be worked out at the ends of time."""
        for form in self._dates():
            for name in ("start_date", "end_date"):
                day = form.cleaned_data.get(name)
                if day and day.year not in YEARS:
                    self._refuse(form, name, _("Check the year: it has four digits and is near to now."))

    def _check_place(self, cleaned) -> None:
        mode = ONLINE if cleaned.get("status") == MOVED_ONLINE else cleaned.get("mode")
        if mode and mode != ONLINE and not cleaned.get("venue"):
            self._refuse(self, "venue", _("Say where people meet, or choose “Online”."))
        if mode in (ONLINE, MIXED) and not (cleaned.get("join_url") or cleaned.get("booking_url")):
            self._refuse(
                self,
                "join_url",
                _("Give the link to take part, or the address where people book and are sent the link."),
            )

    def _check_date(self, form, cleaned) -> None:
        row = form.cleaned_data
        first, last = row.get("start_date"), row.get("end_date") or row.get("start_date")
        if not first:
            return  # the field itself says so
        if last < first:
            self._refuse(form, "end_date", _("The last day is before the first. Give a later day, or leave it empty."))
        elif not cleaned.get("all_day") and row.get("status") != CANCELLED:
            self._check_times(form, row, first, last, cleaned.get("time_zone") or "UTC")

    def _check_doubles(self, all_day: bool) -> None:
        """A date that stands twice is a slip, and readers would be sent two entries for their calendars."""
        again = _("A row above has the same date. Change this row, or delete it.")
        if not all_day:
            again = _("A row above has the same date and time. Change this row, or delete it.")
        seen = set()
        for form in self._dates():
            row = form.cleaned_data
            begins = (row.get("start_date"), None if all_day else row.get("start_time"))
            if begins in seen:
                self._refuse(form, "start_date", again)
            seen.add(begins)

    def _check_times(self, form, row, first, last, time_zone: str) -> None:
        start, end, zone = row.get("start_time"), row.get("end_time"), load_zone(time_zone)
        if not start:
            self._refuse(form, "start_time", _("Say when it begins, or tick “All day”."))
        if not end and not form.errors.get("end_time"):
            self._refuse(
                form, "end_time", _("Say when it ends, as well as you know. People plan their way home by it.")
            )
        missing = _("%(time)s does not exist on this day: clocks in %(place)s go forward then. Choose another time.")
        for day, clock, name in ((first, start, "start_time"), (last, end, "end_time")):
            if clock and not exists(day, clock, zone):
                self._refuse(form, name, missing % {"time": f"{clock:%H:%M}", "place": place_of(time_zone)})
                return
        if start and end:
            begins = moment_of(first, start, zone)
            if moment_of(last, end, zone, after=begins).timestamp() <= begins.timestamp():
                self._refuse(
                    form, "end_time", _("It ends before it begins. If it goes on past midnight, give the last day too.")
                )

    def _refuse(self, form, name: str, message: str) -> None:
        if name in form.fields:
            form.add_error(name, message)

from django.conf import settings
from django.http import Http404
from wagtail.url_routing import RouteResult

from beatcancer_wagtail.events.calendars import calendar_response, is_available
from beatcancer_wagtail.resources import public_ones

# Wagtail's addresses hold letters, digits, hyphens and underscores only, so that "calendar.ics" would never arrive.
CALENDAR = "ics"


class CalendarRoute:
    """A page with a calendar file below it, at ``ics/``. Whoever wears it has ``get_calendar(request)``."""

    def route(self, request, path_components):
        if path_components == [CALENDAR]:
            if not (self.live and is_available()):
                raise Http404
            return RouteResult(self, kwargs={"calendar": True})
        return super().route(request, path_components)

    def serve(self, request, *args, calendar=False, **kwargs):
        if not calendar:
            return super().serve(request, *args, **kwargs)
        if not public_ones([self]):  # not even for those who know the password: a calendar passes on what it is given
            raise Http404
        return calendar_response(request, self.get_calendar(request))

    def calendar_path(self, address: str) -> str:
        """Where the calendar of a page with this address is; "" without an address or without icalendar."""
        if not address or not is_available():
            return ""
        return f"{address.rstrip('/')}/{CALENDAR}" + ("/" if getattr(settings, "WAGTAIL_APPEND_SLASH", True) else "")

    def get_route_paths(self):
        return [*super().get_route_paths(), f"/{CALENDAR}/"]

    def get_cached_paths(self):
        return [*super().get_cached_paths(), f"/{CALENDAR}/"]

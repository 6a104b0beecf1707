from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BeatcancerEventsConfig(AppConfig):
    name = "beatcancer_wagtail.events"
    label = "beatcancer_events"
    verbose_name = _("Events")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from beatcancer_wagtail.events import checks, purging, signals  # noqa: F401  (registers the system check)

        signals.connect()
        purging.connect()

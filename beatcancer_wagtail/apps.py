from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BeatcancerWagtailConfig(AppConfig):
    name = "beatcancer_wagtail"
    label = "beatcancer_wagtail"
    verbose_name = _("Health library")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from beatcancer_wagtail import checks, signals  # noqa: F401  (registers the system checks)

        signals.connect()

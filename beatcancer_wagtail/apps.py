from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BeatcancerWagtailConfig(AppConfig):
    name = "beatcancer_wagtail"
    label = "beatcancer_wagtail"
    verbose_name = _("Health library")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from beatcancer_wagtail import checks, purging, signals  # noqa: F401  (registers the system checks)
        from beatcancer_wagtail.conf import library_settings
        from beatcancer_wagtail.fields import load_body_block

        signals.connect()
        purging.connect()

        # Wagtail numbers blocks as they are made, and the editor's block picker asks for them by number: every
        # process must know the site's blocks from the start.
        load_body_block(library_settings().BODY_BLOCK)

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BeatcancerImporterConfig(AppConfig):
    name = "beatcancer_wagtail.importer"
    label = "beatcancer_importer"
    verbose_name = _("Importer")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from beatcancer_wagtail.importer import checks  # noqa: F401  (registers them)

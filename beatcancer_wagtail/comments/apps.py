from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BeatcancerCommentsConfig(AppConfig):
    name = "beatcancer_wagtail.comments"
    label = "beatcancer_comments"
    verbose_name = _("Comments")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from beatcancer_wagtail.comments import checks, mail, memory, purging  # noqa: F401  (registers the system checks)

        mail.connect()
        memory.connect()
        purging.connect()

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Exists, OuterRef
from django.db.models.functions import Cast
from django.utils.functional import cached_property
from wagtail.models import Revision


class ScheduleKnown:
    """Put before a model with drafts: :func:`with_schedules` can tell for a whole list what Wagtail asks for each record."""

    @cached_property
    def approved_schedule(self) -> bool:
        """Whether a revision waits for its day."""
        return self.scheduled_revision is not None


def with_schedules(records: models.QuerySet) -> models.QuerySet:
    """``records`` with what Wagtail's lists show of drafts, in the statement that loads them."""
    waiting = Revision.objects.filter(
        base_content_type=ContentType.objects.get_for_model(records.model),
        object_id=Cast(OuterRef("pk"), models.CharField()),
        approved_go_live_at__isnull=False,
    )
    return records.select_related("latest_revision").annotate(approved_schedule=Exists(waiting))

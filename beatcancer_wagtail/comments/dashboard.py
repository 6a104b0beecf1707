"""What waits, on the first page of the admin."""

from wagtail.admin.ui.components import Component

from beatcancer_wagtail.comments.notices import notices_for
from beatcancer_wagtail.comments.permissions import may_moderate
from beatcancer_wagtail.comments.queue import queue_url, waiting


class WaitingPanel(Component):
    """How many wait and how many of them may be at risk, for moderators only. It stays when nothing waits, so that nobody wonders."""

    name = "beatcancer_comments"
    order = 120
    template_name = "beatcancer_comments/admin/waiting_panel.html"

    def get_context_data(self, parent_context):
        notices = notices_for(parent_context["request"].user)
        return {"waiting": waiting(), "queue_url": queue_url(), "notices": notices}


def add_panel(request, panels):
    """For the hook ``construct_homepage_panels``."""
    if may_moderate(request.user):
        panels.append(WaitingPanel())

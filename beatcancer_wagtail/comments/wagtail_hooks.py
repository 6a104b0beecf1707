from django.apps import apps
from django.core.exceptions import PermissionDenied
from wagtail import hooks
from wagtail.contrib.settings.registry import register_setting
from wagtail.snippets.models import register_snippet

from beatcancer_wagtail.comments import dashboard, log_actions, page_rules, structured
from beatcancer_wagtail.comments.bulk import BULK_ACTIONS
from beatcancer_wagtail.comments.components import comments_below_article
from beatcancer_wagtail.comments.models import Comment, CommentSettings
from beatcancer_wagtail.comments.permissions import ModeratorPolicy
from beatcancer_wagtail.comments.urls import comment_urls
from beatcancer_wagtail.comments.viewsets import CommentsViewSetGroup

try:
    from wagtail.permissions import register_permission_policy
except ImportError:  # Wagtail 7.4 asks the viewset
    pass
else:
    register_permission_policy(Comment, ModeratorPolicy(Comment))

register_snippet(CommentsViewSetGroup)

if apps.is_installed("wagtail.contrib.settings"):
    register_setting(CommentSettings, icon="comment")

for bulk_action in BULK_ACTIONS:
    hooks.register("register_bulk_action", bulk_action)

hooks.register("register_beatcancer_urls", comment_urls)
hooks.register("register_beatcancer_article_extra", comments_below_article)
hooks.register("register_beatcancer_structured_data", structured.tell_comments)
hooks.register("register_log_actions", log_actions.register)
hooks.register("construct_homepage_panels", dashboard.add_panel)
hooks.register("register_admin_urls", page_rules.urls)
hooks.register("register_page_listing_more_buttons", page_rules.more_buttons)
hooks.register("register_page_header_buttons", page_rules.header_buttons)


@hooks.register("before_delete_snippet")
def refuse_to_delete_comments(request, instances):
    """Wagtail's own bulk action: it would leave no trace. A comment is erased by ``actions.erase()``."""
    if any(isinstance(instance, Comment) for instance in instances):
        raise PermissionDenied

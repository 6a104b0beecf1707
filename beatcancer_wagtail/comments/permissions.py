"""Who may moderate: one permission, apart from that of editing pages."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from wagtail.permission_policies.base import ModelPermissionPolicy

from beatcancer_wagtail.comments.models import Comment

MODERATE = "beatcancer_comments.moderate_comment"
# What Wagtail asks for before it shows a list or its entry in the menu.
LOOKING = frozenset({"view", "moderate"})


def may_moderate(user) -> bool:
    """Whether ``user`` may see, decide, shorten, answer and erase comments."""
    return user.is_active and user.has_perm(MODERATE)


def moderators():
    """Everybody who may moderate."""
    app_label, codename = MODERATE.split(".")
    permission = Permission.objects.filter(content_type__app_label=app_label, codename=codename)
    having = Q(is_superuser=True) | Q(user_permissions__in=permission) | Q(groups__permissions__in=permission)
    return get_user_model().objects.filter(having, is_active=True).distinct()


class ModeratorPolicy(ModelPermissionPolicy):
    """Moderators look at the list; nobody adds, changes or deletes a comment by Wagtail's own views, a superuser neither."""

    def user_has_permission(self, user, action):
        return action in LOOKING and may_moderate(user)

    def user_has_any_permission(self, user, actions):
        return any(self.user_has_permission(user, action) for action in actions)

    def users_with_any_permission(self, actions):
        return moderators() if LOOKING & set(actions) else get_user_model().objects.none()


class ModeratorMixin:
    """Put before a class-based view of the admin: only for moderators."""

    model = Comment

    def dispatch(self, request, *args, **kwargs):
        if not may_moderate(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

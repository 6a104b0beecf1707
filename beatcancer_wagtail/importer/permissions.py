"""Who may import, and who may look at what was imported."""

from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied

ADD, VIEW, DELETE = (f"beatcancer_importer.{action}_importrun" for action in ("add", "view", "delete"))


def may_import(user) -> bool:
    """Whether ``user`` may bring articles and books in; what they may add, and where, is asked for besides."""
    return user.is_active and user.has_perm(ADD)


def may_see(user, run) -> bool:
    """Everybody sees their own imports; those of others only with the permission for it."""
    return user.is_active and ((may_import(user) and run.started_by_id == user.pk) or user.has_perm(VIEW))


def may_go_on(user, run) -> bool:
    """Only who has begun an import confirms it: the drafts carry their name."""
    return may_import(user) and run.started_by_id == user.pk


def may_discard(user, run) -> bool:
    return may_go_on(user, run) or (may_see(user, run) and user.has_perm(DELETE))


def registered():
    """For the hook ``register_permissions``."""
    return Permission.objects.filter(
        content_type__app_label="beatcancer_importer",
        codename__in=["add_importrun", "view_importrun", "delete_importrun", "view_importrow"],
    )


class ImporterMixin:
    """Put before a class-based view of the admin: only for those who may import."""

    def dispatch(self, request, *args, **kwargs):
        if not may_import(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

"""To whom a command attributes what it makes."""

from django.contrib.auth import get_user_model
from django.core.management import CommandError
from django.utils.translation import gettext as _


def user_called(name: str | None):
    """The user of that name, None for no name; raises CommandError."""
    if not name:
        return None
    model = get_user_model()
    user = model._default_manager.filter(**{model.USERNAME_FIELD: name}).first()
    if user is None:
        raise CommandError(_("There is no user “%(name)s”.") % {"name": name})
    return user

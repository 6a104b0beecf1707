"""The groups of the block picker, named for what an editor wants to do."""

from django.utils.translation import gettext_lazy as _

TEXT = _("Text")
MEDIA = _("Media")
QUESTIONS = _("Questions")
ACTIONS = _("Actions")
LIBRARY = _("Library")

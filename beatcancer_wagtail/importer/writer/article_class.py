"""Which of the site's page classes an import makes."""

from functools import lru_cache

import swapper
from django.apps import apps
from django.utils.translation import gettext as _
from wagtail.models import Page

from beatcancer_wagtail.models import ArticleMixin


class NoArticleHere(ValueError):
    """Carries a full sentence for the report."""


@lru_cache(maxsize=1)
def article_models() -> tuple[type[Page], ...]:
    """The package's article, or what the site has put in its place, before other kinds of article."""
    first = swapper.load_model("beatcancer_wagtail", "ArticlePage")
    models = [model for model in apps.get_models() if issubclass(model, ArticleMixin) and not model._meta.proxy]
    return tuple(sorted(models, key=lambda model: model is not first))


def article_model_below(parent: Page) -> type[Page]:
    """The first kind of article that may stand below ``parent``; raises NoArticleHere."""
    for model in article_models():
        if model.is_creatable and model.can_create_at(parent):
            return model
    raise NoArticleHere(
        _("No kind of article may stand below “%(parent)s”. Choose another place, such as a library page.")
        % {"parent": parent.get_admin_display_title()}
    )

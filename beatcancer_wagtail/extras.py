"""The article's slots: whatever else an app or a site wants to show below an article."""

from wagtail import hooks

HOOK = "register_beatcancer_article_extra"


def article_extras(page, request) -> list:
    """The laces components that hooks offer for this page, in the order of the hooks.

    A hook takes ``(page, request)`` and returns a component, or None to stay out.
    """
    offered = (hook(page, request) for hook in hooks.get_hooks(HOOK))
    return [component for component in offered if component is not None]

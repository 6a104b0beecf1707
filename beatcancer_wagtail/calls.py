"""Which call to action closes a page.

The page's own, else the one that the site has set for all its pages. A page may want none; and a page whose text ends
with a large call has it already, so the site's stays away.
"""

from django.conf import settings
from django.utils.translation import get_language
from wagtail.coreutils import get_supported_content_language_variant

from beatcancer_wagtail.blocks import CallToActionBlock, ReusableCallBlock
from beatcancer_wagtail.memory import remembered
from beatcancer_wagtail.models import CallToAction
from beatcancer_wagtail.site_words import words_of_site

CLOSING = "closing"


def closing_call(request, page=None) -> CallToAction | None:
    """The call that closes ``page``, live and with somewhere to lead to, or None.

    Any page will do: one without ``closing_call`` and ``hide_closing_call`` has the site's.
    """
    if getattr(page, "hide_closing_call", False):
        return None
    if own := getattr(page, "closing_call_id", None):
        return shown_call(call_with_id(own), request)
    setting = words_of_site(request).closing_call
    if setting is None or setting.call is None or _closes_itself(page, request):
        return None
    return shown_call(setting.call, request)


def shown_call(call: CallToAction | None, request=None) -> CallToAction | None:
    """``call`` in the reader's language; None unless it is live and leads somewhere.

    Where it has no live translation it stays as it is: better understood by some than by nobody.
    """
    if call is not None and getattr(settings, "WAGTAIL_I18N_ENABLED", False):
        call = _translation(call) or call
    return call if call is not None and call.live and call.get_target(request) else None


def call_with_id(pk: int) -> CallToAction | None:
    """One call with all that shows it, kept between requests."""
    return remembered(f"call {pk}", lambda: CallToAction.objects.for_display().filter(pk=pk).first())


def _translation(call: CallToAction) -> CallToAction | None:
    try:
        language = get_supported_content_language_variant(get_language())  # that of Canadian French is French
    except LookupError:
        return None
    translations = CallToAction.objects.for_display().live().filter(translation_key=call.translation_key)
    found = translations.filter(locale__language_code=language)
    return remembered(f"call {call.translation_key} in {language}", found.first)


def _closes_itself(page, request) -> bool:
    body = getattr(page, "body", None)
    stream_block, stored = getattr(body, "stream_block", None), getattr(body, "raw_data", None)
    if not stream_block or not stored:
        return False
    last = list(stored)[-1]
    block, value = stream_block.child_blocks.get(last["type"]), last["value"] or {}
    if isinstance(block, ReusableCallBlock):
        chosen = value.get("call")
        return value.get("size") == CLOSING and bool(chosen and shown_call(call_with_id(chosen), request))
    return isinstance(block, CallToActionBlock) and value.get("size") == CLOSING

"""Why a fragment of a page was left out: one sentence for each code that ``Dropped.reason`` may hold."""

from __future__ import annotations


def gettext_noop(text: str) -> str:
    """Marks a sentence for the catalogues: the admin translates it, and this part knows nothing of Django."""
    return text


REASONS = {
    "account": gettext_noop("Log-in or registration."),
    "advert": gettext_noop("Advertising."),
    "byline": gettext_noop("Author's name or details, which stand with the page's facts."),
    "comments": gettext_noop("Readers' comments."),
    "consent": gettext_noop("Notice about cookies or consent."),
    "contents": gettext_noop("List of contents, which links to places in the page itself."),
    "control": gettext_noop("Button or form control."),
    "date": gettext_noop("Date line, which stands with the page's facts."),
    "feedback": gettext_noop("Question to readers about the page."),
    "footer": gettext_noop("Foot of the site."),
    "form": gettext_noop("Form to fill in."),
    "gallery": gettext_noop("Picture gallery of its own."),
    "header": gettext_noop("Head of the site."),
    "hidden": gettext_noop("A few words in a line that the page itself hides."),
    "label": gettext_noop("Sign or label beside a question."),
    "links": gettext_noop("List of links with no text of its own."),
    "mapping": gettext_noop("Left out as the mapping says."),
    "navigation": gettext_noop("Menu or other navigation."),
    "newsletter": gettext_noop("Invitation to a newsletter."),
    "noscript": gettext_noop("Text for browsers without scripts."),
    "outside": gettext_noop("Outside the content that was found."),
    "popup": gettext_noop("Window that opens above the page."),
    "related": gettext_noop("Links to other articles."),
    "repeat": gettext_noop("Stands a second time on the page."),
    "search": gettext_noop("Search form."),
    "share": gettext_noop("Buttons to share or follow."),
    "sidebar": gettext_noop("Side column."),
    "summary": gettext_noop("The summary, which stands with the page's facts."),
    "tags": gettext_noop("Topics or tags, which stand with the page's facts."),
    "title": gettext_noop("The title, which stands with the page's facts."),
}

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from django.utils.html import escape
from django.utils.translation import gettext as _
from wagtail.blocks import Block
from wagtail.embeds.blocks import EmbedBlock
from wagtail.embeds.finders import get_finders

from beatcancer_wagtail.importer.writer.kinds import limit_of
from beatcancer_wagtail.importer.writer.long_texts import cut
from beatcancer_wagtail.importer.writer.rich_text import paragraphs, plain

if TYPE_CHECKING:
    from beatcancer_wagtail.importer.writer.blocks import Writer

# The address of a player, and that of the page which providers know.
_PLAYERS = [
    (
        re.compile(r"^https?://(?:www\.)?youtube(?:-nocookie)?\.com/(?:embed|v|shorts)/([\w-]{6,})"),
        "https://www.youtube.com/watch?v={}",
    ),
    (re.compile(r"^https?://player\.vimeo\.com/video/(\d+)"), "https://vimeo.com/{}"),
    (re.compile(r"^https?://(?:www\.)?dailymotion\.com/embed/video/(\w+)"), "https://www.dailymotion.com/video/{}"),
]


def write_embed(writer: "Writer", block: Block | None, value: Any) -> None:
    """A video or other embed of a provider that the site knows; a link to it otherwise."""
    value = value if isinstance(value, dict) else {"url": str(value or "")}
    url = _page_of(str(value.get("url") or "").strip())
    title, caption = plain(value.get("alt")), plain(value.get("caption"))
    if not _is_web_address(url):
        if url:
            writer.changes.append(
                _("An embed of an address that is not safe was left out: %(url)s") % {"url": url[:200]}
            )
        writer.places.add_text(paragraphs([text for text in (title, caption) if text]))
        return
    if block is None or not _is_known(url):
        writer.changes.append(_("No provider of the site embeds %(url)s: it is a link now.") % {"url": url[:300]})
        writer.addresses += [] if title else [url]
        writer.places.add_text(f'<p><a href="{escape(url)}">{escape(title or url)}</a></p>')
        writer.places.add_text(paragraphs([caption]) if caption else "")
        return
    if isinstance(block, EmbedBlock):
        writer.places.add(block, url)
        writer.places.add_text(paragraphs([text for text in (title, caption) if text]))
        return
    stored, below = {"url": url}, []
    for name, text in (("title", title), ("caption", caption)):
        short, rest = cut(text, limit_of(block, name))
        stored[name] = short
        if rest:
            writer.changes.append(_("A title or caption is longer than its field: “%(text)s”") % {"text": text[:200]})
            below.append(rest)
    writer.places.add(block, {name: stored[name] for name in stored if name in block.child_blocks})
    writer.places.add_text(paragraphs(below))
    if not title:
        writer.unfilled.append(_("The video %(url)s has no title.") % {"url": url[:300]})


def _page_of(url: str) -> str:
    url = f"https:{url}" if url.startswith("//") else url
    for player, page in _PLAYERS:
        if match := player.match(url):
            return page.format(match[1])
    return url


def _is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not any(sign.isspace() for sign in url)


def _is_known(url: str) -> bool:
    """Whether a provider of the site's would answer for this address. Nobody is asked."""
    return any(finder.accept(url) for finder in get_finders())

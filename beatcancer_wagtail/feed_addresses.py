"""Where a library's feeds are, below its own address: ``feed/atom/`` and ``feed/rss/``, or with a tag behind."""

from collections.abc import Sequence
from urllib.parse import quote

ATOM, RSS = "atom", "rss"
MIME_TYPES = {ATOM: "application/atom+xml", RSS: "application/rss+xml"}
BELOW = "feed"


def feed_path(kind: str, tag: str = "") -> str:
    """The path of a feed below its library; ``tag`` is a slug, which may hold any letters."""
    return f"{BELOW}/{kind}/{quote(tag)}/" if tag else f"{BELOW}/{kind}/"


def feed_paths(tags: Sequence[str] = ()) -> list[str]:
    """The paths of the feeds of a library, and of these tags of it."""
    return [feed_path(kind, tag) for tag in ("", *tags) for kind in MIME_TYPES]


def feed_asked_for(path_components: Sequence[str]) -> dict[str, str]:
    """``feed`` and ``tag`` as an address below a library names them; empty for any other address."""
    match list(path_components):
        case [below, kind, *tag] if below == BELOW and kind in MIME_TYPES and len(tag) < 2:
            return {"feed": kind, "tag": tag[0] if tag else ""}
    return {}

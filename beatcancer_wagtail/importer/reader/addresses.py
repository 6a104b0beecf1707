"""Addresses that a page gives, made absolute; what cannot be one is "" and never an error."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

from bs4 import Tag

LONGEST = 2000


def absolute(base: str, address: object) -> str:
    """The absolute web address, or "" for what is none: no script, no file, nothing built in."""
    text = re.sub(r"[\x00-\x20\x7f]+", "", str(address or ""))
    if not text or len(text) > LONGEST:
        return ""
    try:
        joined = urljoin(base, text) if base else text
        parts = urlsplit(joined)
        parts.port  # noqa: B018 - a port that is no number raises here
    except ValueError:
        return ""
    return joined if parts.scheme in ("http", "https") and parts.hostname else ""


def base_of(soup: Tag, address: str) -> str:
    """What relative addresses on the page stand against: its ``<base>`` where that is a web address."""
    tag = soup.find("base", href=True)
    own = absolute("", address)
    return (absolute(own, tag["href"]) if isinstance(tag, Tag) else "") or own

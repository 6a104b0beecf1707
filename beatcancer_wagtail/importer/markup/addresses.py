"""Which addresses may stay, and in which form."""

from __future__ import annotations

import re
from urllib.parse import urldefrag, urljoin, urlsplit

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
FETCHED = frozenset({"http", "https"})
# Browsers skip these, so "java\nscript:" would run.
SKIPPED = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\ufeff]")
PICTURE_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg|bmp)(?:$|[?#])", re.IGNORECASE)
LONGEST = 4000


def safe_address(address: str, base: str = "", *, schemes: frozenset[str] = SCHEMES) -> str:
    """The address as it may be stored, absolute where ``base`` allows it; empty when it may not."""
    address = SKIPPED.sub("", address).strip()
    if not address or len(address) > LONGEST:
        return ""
    try:
        if address.startswith("#"):
            return re.sub(r"\s", "%20", address) if len(address) > 1 else ""
        scheme = urlsplit(address).scheme.lower()
        if scheme and scheme not in schemes:
            return ""
        if not scheme and re.match(r"[^/?#]*:", address):  # "&colon;", "java\tscript:" and the like
            return ""
        if scheme not in ("mailto", "tel"):
            address = urljoin(base, address) if base else address
            if base and "#" in address and urldefrag(address)[0] == urldefrag(base)[0]:
                return "#" + urldefrag(address)[1] if urldefrag(address)[1] else ""
        scheme = urlsplit(address).scheme.lower()
    except ValueError:  # "http://[" and the like
        return ""
    if scheme and scheme not in schemes:
        return ""
    return re.sub(r"\s", "%20", address)

"""By what a page is known again: its address, or its place in the folder; and whether anything in it is new."""

import hashlib
import json
import posixpath
import re
from urllib.parse import unquote, urljoin, urlsplit

_TRACKING = re.compile(r"^(?:utm_\w+|fbclid|gclid|mc_[ce]id)=")
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)$", re.IGNORECASE)
_PAGE_FILE = re.compile(r"\.html?$", re.IGNORECASE)  # programs that mirror a site add it to its addresses
_NOT_CONTENT = ("report", "provenance", "canonical", "_seconds")


def plain_address(address: str) -> str:
    """One spelling of an address: without scheme, fragment, tracking, closing slash and ``.html``; "" when it is no web address."""
    try:
        parts = urlsplit(address.strip())
        port = parts.port
    except ValueError:
        return ""
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
        return ""
    host = parts.hostname.lower() + (f":{port}" if port not in (None, 80, 443) else "")
    asked = _PAGE_FILE.sub("", parts.query).split("&")
    query = "&".join(part for part in asked if part and not _TRACKING.match(part))
    path = _PAGE_FILE.sub("", _INDEX.sub("", unquote(parts.path))).rstrip("/") or "/"
    return f"{host}{path}" + (f"?{query}" if query else "")


def address_key(address: str) -> str:
    """The key of a page's address; "" when it has none."""
    plain = plain_address(address)
    return _hash(plain) if plain else ""


def file_key(name: str) -> str:
    """The key of a page that is known by its place in what was given, such as ``"old-site/news/a.html"``."""
    return _hash("file:" + posixpath.normpath(name.replace("\\", "/")))


def link_keys(href: str, name: str, address: str) -> list[str]:
    """The keys under which the page that a link leads to may be remembered; none when it leads to no page.

    ``name`` and ``address`` are those of the page that the link stands in.
    """
    try:
        parts = urlsplit(href)
        whole = urljoin(address, href) if address else href
    except ValueError:
        return []
    keys = [address_key(whole)]
    if not (parts.scheme or parts.netloc or parts.path.startswith("/")) and parts.path:
        keys.append(file_key(posixpath.join(posixpath.dirname(name), unquote(parts.path))))
    return [key for key in keys if key]


def content_hash(document: dict) -> str:
    """The same for the same content, whatever the report about it says."""
    content = {name: value for name, value in document.items() if name not in _NOT_CONTENT}
    return _hash(json.dumps(content, sort_keys=True, ensure_ascii=False))


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()

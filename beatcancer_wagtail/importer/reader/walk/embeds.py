"""Films, sounds and frames: an embed for hosts that Wagtail can embed, a link for all others."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

from bs4 import Tag

from beatcancer_wagtail.importer.markup.addresses import FETCHED, safe_address
from beatcancer_wagtail.importer.outline import Embed
from beatcancer_wagtail.importer.reader.walk.names import attribute

YOUTUBE = re.compile(r"(?:^|\.)youtube(?:-nocookie)?\.com$")
YOUTUBE_ID = re.compile(r"^/(?:embed|v|shorts|live)/([\w-]{6,20})")
VIMEO_ID = re.compile(r"^/video/(\d+)")
HOSTS = re.compile(
    r"(?:^|\.)(?:youtu\.be|vimeo\.com|dailymotion\.com|dai\.ly|ted\.com|soundcloud\.com|spotify\.com|slideshare\.net|"
    r"speakerdeck\.com|flickr\.com|flic\.kr|mixcloud\.com|codepen\.io|tiktok\.com|audioboom\.com|kickstarter\.com)$"
)
# Counters, advertisements and the like: nothing a reader would see.
NOTHING = re.compile(
    r"(?:^|\.)(?:googletagmanager|doubleclick|googlesyndication|google-analytics|facebook|recaptcha)\.(?:com|net)$"
)
NAMES = {"video": "Video", "audio": "Audio"}
SOURCES = ("src", "data-src", "data-lazy-src", "data", "data-litespeed-src", "data-cookieblock-src")


def address_of(tag: Tag, base: str) -> str:
    """Where a frame, film or sound comes from."""
    for name in SOURCES:
        address = safe_address(attribute(tag, name), base, schemes=FETCHED)
        if address and not address.startswith("#"):
            return address
    for source in tag.find_all(["source", "embed", "param"]):
        if source.name == "param" and attribute(source, "name").lower() not in ("movie", "src", "url"):
            continue
        value = attribute(source, "src") or attribute(source, "value")
        if address := safe_address(value, base, schemes=FETCHED):
            return address
    number = attribute(tag, "videoid") or attribute(tag, "data-videoid")
    if re.fullmatch(r"[\w-]{6,20}", number):
        return f"https://youtu.be/{number}" if "youtube" in tag.name else f"https://vimeo.com/{number}"
    return ""


def embed_of(address: str, title: str = "") -> Embed | None:
    """The embed, by the address of the film's own page, or None where the host does not embed."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").lower()
        query = parse_qs(parts.query)
    except ValueError:
        return None
    if YOUTUBE.search(host):
        found = YOUTUBE_ID.match(parts.path)
        number = found[1] if found else query.get("v", [""])[0]
        if number == "videoseries" and query.get("list"):
            return Embed(f"https://www.youtube.com/playlist?list={query['list'][0]}", title)
        return Embed(f"https://youtu.be/{number}", title) if re.fullmatch(r"[\w-]{6,20}", number) else None
    if host == "player.vimeo.com" and (found := VIMEO_ID.match(parts.path)):
        secret = query.get("h", [""])[0]
        return Embed(f"https://vimeo.com/{found[1]}" + (f"/{secret}" if secret.isalnum() else ""), title)
    if host.endswith("dailymotion.com"):
        address = address.replace("/embed/video/", "/video/")
    if host == "open.spotify.com":
        address = address.replace("/embed/", "/")
    if host == "w.soundcloud.com" and query.get("url"):
        address = query["url"][0].replace("//api.soundcloud.com", "//soundcloud.com")
        return Embed(address, title) if safe_address(address, schemes=FETCHED) else None
    return Embed(address, title) if HOSTS.search(host) else None


def shows_nothing(tag: Tag, address: str) -> bool:
    sizes = [attribute(tag, name).strip().removesuffix("px") for name in ("width", "height")]
    try:
        host = (urlsplit(address).hostname or "").lower()
    except ValueError:
        return True
    return bool(NOTHING.search(host)) or any(size in ("0", "1") for size in sizes)


def name_of(tag: Tag, address: str) -> str:
    """What the link says in place of a frame: its title, else what it is or where it leads."""
    title = attribute(tag, "title") or attribute(tag, "aria-label")
    return " ".join(title.split()) or NAMES.get(tag.name) or urlsplit(address).hostname or address

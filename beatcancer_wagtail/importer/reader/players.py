"""The controls of a player for films or sounds: "Mute", "Progress: 0%", "0:00". They are no words of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from bs4 import BeautifulSoup, NavigableString, Tag

from ..outline import Dropped
from ..words import words_of
from .prune import remove, text_in
from .vocabulary import HEADING_TAGS, classes_of, words_of_class

MEDIA = ("video", "audio")
CLIMBS = 3  # elements around the film that may be its player
PLAYS = frozenset(("play", "pause", "mute", "unmute", "volume", "fullscreen", "seek", "replay", "rewind"))
SLIDERS = ("slider", "progressbar")
BUTTONS = ("button", "menuitem", "menuitemradio", "menuitemcheckbox", "switch", *SLIDERS)
CLOCK = re.compile(r"[-−]?\d{1,2}(?::\d\d){1,2}(?:\s*/\s*\d{1,2}(?::\d\d){1,2})?")
PLAIN_NUMBERS = re.compile(rf"{CLOCK.pattern}|\d+(?:\.\d+)?\s?(?:%|[x×]\b|p\b)")
DIGIT = re.compile(r"\d")
TEXTS = ("p", "table", "figcaption", "blockquote", "pre", "dl", "img", "iframe", "details", *MEDIA, *HEADING_TAGS)
SAYS = frozenset(("caption", "captions", "transcript", "transcription", "description", "credit", "subtitle", "title"))
LONGEST_RUN = 6  # words
NO_PLAYER = ("body", "html", "main", "article", "td", "[document]")


def take_out_players(soup: BeautifulSoup, dropped: list[Dropped]) -> None:
    for media in soup.find_all(MEDIA):
        player = _player_of(media)
        for part in _controls(player) if player is not None else ():
            remove(part, "control", dropped)


def _player_of(media: Tag) -> Tag | None:
    """The nearest element around a film that holds what works it."""
    for above in islice(media.parents, CLIMBS):
        if above.name in NO_PLAYER:
            return None
        if any(_works(tag) for tag in above.find_all(True)):
            return above
    return None


def _works(tag: Tag) -> bool:
    if tag.get("role") in SLIDERS or (tag.name == "input" and tag.get("type") == "range"):
        return True
    if tag.name != "button" and tag.get("role") != "button":
        return False
    said = " ".join(str(tag.get(key) or "") for key in ("aria-label", "title")) + " " + text_in(tag)[:40]
    return bool(PLAYS & {*words_of(said), *_names(tag)})


def _controls(player: Tag) -> Iterator[Tag]:
    """Buttons, sliders and clocks beside the film, and boxes that hold only these with their labels."""
    stack = [player]
    while stack:
        for part in [child for child in stack.pop().contents if isinstance(child, Tag) and child.name not in MEDIA]:
            if part.find(MEDIA) is not None:
                stack.append(part)
            elif _is_control(part) or CLOCK.fullmatch(text_in(part)):
                yield part
            elif part.name not in TEXTS and part.find(_is_button) is not None:
                stack.append(part)


def _is_control(part: Tag) -> bool:
    if part.name in TEXTS or part.find(TEXTS) is not None or DIGIT.search(PLAIN_NUMBERS.sub("", text_in(part))):
        return False
    texts = (str(text) for text in part.find_all(string=True) if type(text) is NavigableString)
    if any(len(words_of(text)) > LONGEST_RUN for text in texts):
        return False
    return _is_button(part) or (
        part.find(_is_button) is not None and part.find(_is_caption) is None and not _is_caption(part)
    )


def _is_button(tag: Tag) -> bool:
    return tag.name in BUTTONS or tag.get("role") in BUTTONS or (tag.name == "input" and tag.get("type") == "range")


def _is_caption(tag: Tag) -> bool:
    """What says something of the film; a button for its captions has such a name too."""
    if not SAYS & set(_names(tag)) or _is_button(tag) or tag.find(_is_button) is not None:
        return False
    return tag.find_parent(BUTTONS) is None and tag.find_parent(role=BUTTONS) is None


def _names(tag: Tag) -> list[str]:
    return [word for name in classes_of(tag) for word in words_of_class(name)]

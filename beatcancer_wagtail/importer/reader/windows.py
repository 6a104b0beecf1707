"""Windows and panels that open when somebody presses a word of the text."""

from __future__ import annotations

from functools import cached_property

from bs4 import Tag

from .evidence import FEW_LINKS, is_borne_out
from .measure import Measures
from .vocabulary import class_reason

OPENING = ("aria-controls", "commandfor", "popovertarget")
OPENERS = ("a", "button", "data")  # a button within a sentence is data by now
OF_SITE = ("nav", "header", "footer")


class Windows:
    def __init__(self, top: Tag, measures: Measures):
        self.measures = measures
        self.top = top
        self._texts: dict[int, bool] = {}

    @cached_property
    def openers(self) -> dict[str, Tag]:
        found: dict[str, Tag] = {}
        for opener in self.top.find_all(OPENERS):
            names = _named(opener)
            if names and not any(above.name in OF_SITE for above in opener.parents):
                for name in names:
                    found.setdefault(name, opener)
        return found

    def opener_of(self, tag: Tag) -> Tag | None:
        """What opens the window that the element is or stands in; not for one to log in or to accept something."""
        for above in (tag, *tag.parents):
            opener = self.openers.get(str(above.get("id") or ""))
            if opener is not None and self._is_text(above) and not any(around is above for around in opener.parents):
                return opener
        return None

    def _is_text(self, window: Tag) -> bool:
        found = self._texts.get(id(window))
        if found is None:
            measure = self.measures.of(window)
            found = _is_window(window) and not measure.fields and measure.any_link_share < FEW_LINKS
            found = self._texts[id(window)] = found and not is_borne_out(window, measure, "consent")
        return found

    def opens_text(self, button: Tag) -> bool:
        """What it says is the title of a window that stays."""
        windows = [window for name in _named(button) if (window := self.measures.by_id.get(name)) is not None]
        return any(
            self.opener_of(window) is not None and not any(above is window for above in button.parents)
            for window in windows
        )

    def opens_what_is_above(self, tag: Tag) -> bool:
        """ "Show more" below what it shows; the title of a panel stands above it."""
        panel = self.measures.by_id.get(str(tag.get("aria-controls") or ""))
        if panel is None or any(above is panel for above in tag.parents):
            return False
        return self.measures.order.get(id(panel), 0) < self.measures.order.get(id(tag), 0)


def _is_window(tag: Tag) -> bool:
    return tag.name == "dialog" or "dialog" in str(tag.get("role") or "") or class_reason(tag)[0] == "popup"


def _named(opener: Tag) -> list[str]:
    """The ids that it may open, whatever script does it."""
    values = (
        str(value)
        for key, value in opener.attrs.items()
        if key in OPENING or key.startswith("data-") or (key == "href" and str(value).startswith("#"))
    )
    return [name for value in values if (name := value.removeprefix("#"))]

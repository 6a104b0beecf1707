"""Answers as search engines may show them: the few elements that they know, and nothing that could do harm."""

from html import escape
from html.parser import HTMLParser

from beatcancer_wagtail.links import is_safe_link
from beatcancer_wagtail.places import Place

KNOWN = frozenset({"a", "b", "br", "div", "em", "h2", "h3", "h4", "h5", "h6", "i", "li", "ol", "p", "strong", "ul"})
_SILENT = frozenset({"script", "style", "template", "iframe", "object", "svg", "math"})
_ENDLESS = frozenset({"br"})
# Search engines drop <sup> and <sub>: ten to the power of nine would become a hundred and nine.
_RAISED = {
    "sup": str.maketrans("0123456789+-−=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾"),
    "sub": str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎"),
}


def safe_answer(html: str, place: Place) -> str:
    """``html`` with known elements only, full addresses in its links and no attribute but those; closed as it opens."""
    cleaner = _Cleaner(place)
    cleaner.feed(html)
    cleaner.close()
    return cleaner.result


class _Cleaner(HTMLParser):
    def __init__(self, place: Place):
        super().__init__(convert_charrefs=True)
        self._place, self._parts = place, []
        self._open: list[str] = []
        self._raised: list[str] = []
        self._silent = 0

    @property
    def result(self) -> str:
        text = "".join(self._parts) + "".join(f"</{name}>" for name in reversed(self._open))
        return text.strip()

    def handle_starttag(self, name, attributes):
        if name in _SILENT:
            self._silent += 1
        elif name in _RAISED:
            self._raised.append(name)
        elif name in KNOWN and not self._silent:
            link = self._link(dict(attributes).get("href") or "") if name == "a" else ""
            if name != "a" or link:
                self._parts.append(f"<{name}{link}>")
                self._open += [] if name in _ENDLESS else [name]

    def handle_startendtag(self, name, attributes):
        if name in _ENDLESS:
            self.handle_starttag(name, attributes)

    def handle_endtag(self, name):
        if name in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif name in _RAISED:
            self._raised = self._raised[:-1]
        elif name in self._open:
            while self._open:
                last = self._open.pop()
                self._parts.append(f"</{last}>")
                if last == name:
                    break

    def handle_data(self, text):
        if not self._silent:
            if self._raised:
                text = text.translate(_RAISED[self._raised[-1]])
            self._parts.append(escape(text, quote=False))

    def _link(self, href: str) -> str:
        return f' href="{escape(self._place.full(href.strip()))}"' if href and is_safe_link(href) else ""

"""Rich text as Wagtail's editor stores it: opened and saved there, it stays as it is."""

import re
from collections.abc import Collection
from functools import lru_cache

from bs4 import BeautifulSoup
from django.utils.html import escape
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.blocks import RichTextBlock
from wagtail.rich_text import features as feature_registry

from beatcancer_wagtail.blocks import TextBlock
from beatcancer_wagtail.conf import library_settings
from beatcancer_wagtail.importer.markup.scripts import lowered, raised
from beatcancer_wagtail.importer.words import words_of_html

_MARKS = ("a", "li", "b", "i", "sup", "sub")
_BLOCKS = ["p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "tr", "div", "dt", "dd"]
_BLANK = re.compile(r"\s+")
_SHIFTED = re.compile(r"<(sup|sub)>(.*?)</\1>", re.DOTALL)
_TEXT = re.compile(r"[^<>]+(?=<|$)")
_FEATURE = {"sup": "superscript", "sub": "subscript"}


def features_of(block: RichTextBlock) -> tuple[str, ...]:
    """The features of the editor that shows this block."""
    if isinstance(block, TextBlock) and block.own_features is None:
        return tuple(library_settings().RICH_TEXT_FEATURES)
    return tuple(feature_registry.get_default_features() if block.features is None else block.features)


@lru_cache(maxsize=16)
def _converter(features: tuple[str, ...]) -> ContentstateConverter:
    return ContentstateConverter(list(features))


def settle(html: str, features: tuple[str, ...]) -> tuple[str, bool]:
    """``html`` as the editor would store it, and whether all of it came through.

    What the editor cannot hold becomes plain paragraphs, so that no word of it is lost.
    """
    if not html.strip():
        return "", True
    html = without_shifts(html, features)
    stored = _through_the_editor(html, features)
    if stored and "\n" in stored:  # a break within a link is lost when the editor opens it: better now than later
        stored = _through_the_editor(stored, features)
    if stored is not None and words_of_html(stored) == words_of_html(html):
        return stored, _marks(stored) == _marks(html)
    plain = paragraphs(lines_of(html))
    return _through_the_editor(plain, features) or plain, False


def without_shifts(html: str, features: Collection[str] = ()) -> str:
    """Raised and lowered signs as signs of their own where the editor has no mark for them: 10⁹ is not 109."""

    def shift(match: re.Match) -> str:
        if _FEATURE[match[1]] in features:
            return match[0]
        move = raised if match[1] == "sup" else lowered
        return _TEXT.sub(lambda text: move(text[0]), match[2])

    return _SHIFTED.sub(shift, html)


def _through_the_editor(html: str, features: tuple[str, ...]) -> str | None:
    converter = _converter(features)
    try:
        return converter.to_database_format(converter.from_database_format(html))
    except Exception:  # noqa: BLE001 - it raises whatever it likes for mark-up that it does not expect
        return None


def _marks(html: str) -> dict[str, str]:
    """What stands in items, links and marks of each kind; one mark may be written as two neighbours."""
    soup = BeautifulSoup(f"<div>{html}</div>", "lxml")  # a text that is only an address would be warned of
    return {
        name: "".join("".join(tag.get_text().split()) for tag in soup.find_all(name) if not tag.find_parent(name))
        for name in _MARKS
    }


def lines_of(html: str) -> list[str]:
    """The text of each paragraph and item, without marks."""
    soup = BeautifulSoup(f"<div>{without_shifts(html)}</div>", "lxml")
    for tag in soup.find_all(["br", *_BLOCKS]):
        tag.insert_before("\n")
        tag.insert_after("\n")
    lines = (_BLANK.sub(" ", line).strip() for line in soup.get_text().split("\n"))
    return [line for line in lines if line]


def text_of(html: str) -> str:
    """One line of plain text, without the marks."""
    return " ".join(lines_of(html))


def plain(text: object) -> str:
    """A text without mark-up, in one line. "<" in it means less."""
    return _BLANK.sub(" ", str(text or "")).strip()


def paragraphs(lines: list[str]) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in lines)

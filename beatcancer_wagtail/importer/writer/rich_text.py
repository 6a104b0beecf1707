"""Rich text as Wagtail's editor stores it: opened and saved there, it stays as it is."""

import re
from collections.abc import Collection
from functools import lru_cache
from html import unescape

from django.utils.html import escape
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.blocks import RichTextBlock
from wagtail.rich_text import features as feature_registry

from beatcancer_wagtail.blocks import TextBlock
from beatcancer_wagtail.conf import library_settings
from beatcancer_wagtail.importer.markup.scripts import lowered, raised
from beatcancer_wagtail.importer.words import words_of_html
from beatcancer_wagtail.importer.writer.pieces import ATTRIBUTES, TOKEN, in_pieces

_MARKS = frozenset({"a", "li", "b", "i", "sup", "sub"})
_ENDS_LINE = re.compile(r"</?(?:p|li|h[1-6]|blockquote|pre|tr|div|dt|dd|br)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(rf"</?[a-zA-Z]{ATTRIBUTES}>|<!--.*?-->", re.DOTALL)
_KEY = re.compile(r' data-block-key="[^"]*"')
_BLANK = re.compile(r"\s+")
_LIST = re.compile(r"(</?[ou]l>)")
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
    html = _lists_apart(without_shifts(html, features))
    stored = _through_the_editor(html, features)
    if stored and "\n" in stored:  # a break within a link is lost when the editor opens it: better now than later
        stored = _through_the_editor(stored, features)
    if stored is not None and _KEY.sub("", stored) == html:
        return stored, True
    if stored is not None and words_of_html(stored) == words_of_html(html):
        return stored, _marks(stored) == _marks(html)
    plain = paragraphs(lines_of(html))
    return _through_the_editor(plain, features) or plain, False


def _lists_apart(html: str) -> str:
    """The editor makes one list of two that stand side by side, and numbers the steps of the second on from the first."""
    parts, depth, ended = [], 0, ""
    for part in _LIST.split(html):
        if part in ("</ol>", "</ul>"):
            depth, ended = depth - 1, part[2:]
        elif part in ("<ol>", "<ul>"):
            if not depth and ended == part[1:]:
                parts.append("<p></p>")
            depth, ended = depth + 1, ""
        elif part.strip():
            ended = ""
        parts.append(part)
    return "".join(parts)


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
        return in_pieces(html, lambda piece: converter.to_database_format(converter.from_database_format(piece)))
    except Exception:  # noqa: BLE001 - it raises whatever it likes for mark-up that it does not expect
        return None


def _marks(html: str) -> dict[str, str]:
    """What stands in items, links and marks of each kind; one mark may be written as two neighbours."""
    open_ = dict.fromkeys(_MARKS, 0)
    found: dict[str, list[str]] = {name: [] for name in _MARKS}
    for token in TOKEN.finditer(html):
        slash, name, text = token[1], (token[2] or "").lower(), token[3]
        if text:
            words = "".join(unescape(text).split())
            for mark, depth in open_.items():
                if depth:
                    found[mark].append(words)
        elif name in _MARKS:
            open_[name] += -1 if slash else 1
    return {name: "".join(texts) for name, texts in found.items()}


def lines_of(html: str) -> list[str]:
    """The text of each paragraph and item, without marks."""
    if "<" in html:
        html = _TAG.sub("", _ENDS_LINE.sub("\n", without_shifts(html)))
    lines = (_BLANK.sub(" ", line).strip() for line in unescape(html).split("\n"))
    return [line for line in lines if line]


def text_of(html: str) -> str:
    """One line of plain text, without the marks."""
    return " ".join(lines_of(html))


def plain(text: object) -> str:
    """A text without mark-up, in one line. "<" in it means less."""
    return _BLANK.sub(" ", str(text or "")).strip()


def paragraphs(lines: list[str]) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in lines)

"""Each kind of the JSON in the block that the site has for it; what it has none for becomes text, never nothing."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.html import escape
from django.utils.translation import gettext as _
from wagtail import blocks

from beatcancer_wagtail.blocks.callout import KINDS
from beatcancer_wagtail.importer.writer import embeds, media, tables
from beatcancer_wagtail.importer.writer.kinds import (
    ACTION,
    CALLOUT,
    CODE,
    EMBED,
    PICTURE,
    QUOTE,
    SECTION,
    TABLE,
    limit_of,
)
from beatcancer_wagtail.importer.writer.long_texts import cut
from beatcancer_wagtail.importer.writer.places import Frame, Places
from beatcancer_wagtail.importer.writer.questions import QuestionsWriter
from beatcancer_wagtail.importer.writer.rich_text import lines_of, paragraphs, plain, text_of
from beatcancer_wagtail.links import is_safe_link
from beatcancer_wagtail.text.outline import make_anchor


class Writer(QuestionsWriter):
    """Goes through the JSON once, from top to bottom. ``changes`` and ``unfilled`` are full sentences for the report."""

    def __init__(self, places: Places, pictures: Mapping[str, Any], language: str = ""):
        self.places, self.pictures, self.language = places, pictures, language
        self.changes: list[str] = []
        self.unfilled: list[str] = []
        self.addresses: list[str] = []  # that stand in the text now, and did not in the source
        self.unstored: dict[str, tuple[Any, str | None]] = {}  # images for a preview, by the block that shows them

    def write_all(self, nodes: Iterable[dict]) -> None:
        for node in nodes:
            self.write(node)

    def write(self, node: dict) -> None:
        kind, value = node.get("type", ""), node.get("value")
        write = getattr(self, f"_{kind}", None) if kind in _KINDS else None
        if write is not None:
            write(value)
        else:
            self.places.add_text(paragraphs(list(_strings(value))))

    # ---- Text

    def _rich_text(self, value: str) -> None:
        self.places.add_text(value or "")

    def _list(self, value: list[str]) -> None:
        self.places.add_text("<ul>" + "".join(f"<li>{escape(text_of(item))}</li>" for item in value or ()) + "</ul>")

    def _heading(self, value: dict) -> None:
        self.places.add_text(f"<p><b>{escape(value.get('text', ''))}</b></p>")

    def _code(self, value: Any) -> None:
        text = value.get("text") or value.get("code") or "" if isinstance(value, dict) else str(value or "")
        block = self.places.block(CODE)
        if isinstance(block, blocks.TextBlock):
            self.places.add(block, text)
        elif block is not None:
            self.places.add(block, {"code": text})
        else:
            lines = [
                escape(line).replace("  ", "\u00a0 ").replace("\t", "\u00a0\u00a0 ")
                for line in text.strip("\n").split("\n")
            ]
            self.places.add_text(f"<p>{'<br/>'.join(lines)}</p>")

    def _link(self, value: dict) -> None:
        """Where the picture before it led: pictures of the library are no links."""
        url = str(value.get("url") or "").strip()
        is_relative = ":" not in url.partition("/")[0] and not url.startswith(("//", "\\"))
        if url and (is_relative or is_safe_link(url)):
            self.changes.append(
                _("A picture was a link; where it led to stands below it: %(url)s") % {"url": url[:300]}
            )
            label = plain(value.get("alt")) or url
            self.addresses.append(label)
            self.places.add_text(f'<p><a href="{escape(url)}">{escape(label)}</a></p>')

    def _quote(self, value: Any) -> None:
        quote = value if isinstance(value, dict) else {"quote": str(value or "")}
        source, attribution = str(quote.get("quote") or ""), plain(quote.get("attribution"))
        is_html = quote.get("format") == "html"
        text = "\n\n".join(lines_of(source)) if is_html else source.strip()
        block = self.places.block(QUOTE)
        if block is None or (is_html and ("<a " in source or "<li" in source)):
            if block is not None:
                self.changes.append(_("A quotation with links or lists became text: “%(text)s”") % {"text": text[:80]})
            self.places.add_text(source if is_html else paragraphs(lines_of(escape(text))))
            self.places.add_text(paragraphs([f"— {attribution}"]) if attribution else "")
            return
        name, rest = cut(attribution, limit_of(block, "attribution"))
        if rest:
            name, text = "", f"{text}\n\n— {attribution}"
            self._tell_long(_("Who said a quotation"), attribution)
        self.places.add(block, {"text": text, "attribution": name})

    # ---- Headings and what stands below them

    def _section(self, value: dict) -> None:
        places, depth = self.places, len(self.places.frames)
        heading = plain(value.get("heading"))
        nested = places.block(SECTION) is not None
        block = places.climb(SECTION)
        if block is None:
            places.add_text(f"<p><b>{escape(heading)}</b></p>" if heading else "")
        else:
            if not nested:
                self.changes.append(
                    _("The section “%(heading)s” stands one level higher than in the source.")
                    % {"heading": heading[:80]}
                )
            short, rest = cut(heading, limit_of(block, "heading"))
            stored = places.add(
                block, {"heading": short, "anchor": make_anchor(str(value.get("anchor") or "")), "content": []}
            )
            places.frames.append(Frame(block.child_blocks["content"], stored["value"]["content"], stored))
            if rest:
                self._tell_long(_("A heading"), heading)
                places.add_text(paragraphs([rest]))
        if url := value.get("url"):
            places.add_text(f'<p><a href="{escape(url)}">{escape(heading)}</a></p>')
        places.add_text(value.get("html") or "")
        self.write_all(value.get("content") or ())
        del places.frames[max(1, min(len(places.frames), depth)) :]

    def _callout(self, value: dict) -> None:
        places, block = self.places, self.places.block(CALLOUT)
        heading, content = plain(value.get("heading")), list(value.get("content") or ())
        if value.get("html"):
            content.insert(0, {"type": "rich_text", "value": value["html"]})
        texts = []
        while content and content[0].get("type") == "rich_text":
            texts.append(content.pop(0)["value"])
        if block is None or not (texts or heading):
            places.add_text(f"<p><b>{escape(heading)}</b></p>" if heading else "")
            self.write_all([*({"type": "rich_text", "value": html} for html in texts), *content])
            return
        short, rest = cut(heading, limit_of(block, "heading"))
        if rest:
            self._tell_long(_("A heading"), heading)
            texts.insert(0, paragraphs([rest]))
        kind = value.get("kind") if value.get("kind") in dict(KINDS) else KINDS[0][0]
        stored = {"kind": kind, "heading": short, "text": "".join(texts)}
        places.add(block, stored)
        places.passages.append((stored, "text", block.child_blocks["text"]))
        if not short:
            self.unfilled.append(_("A callout has no heading: “%(text)s”") % {"text": text_of(stored["text"])[:80]})
        if content:
            self.changes.append(
                _("A callout holds only text: what else stood in “%(heading)s” follows it.")
                % {"heading": (short or kind)[:80]}
            )
            self.write_all(content)

    def _call_to_action(self, value: dict) -> None:
        places, block = self.places, self.places.block(ACTION)
        heading, text = plain(value.get("heading")), plain(value.get("text"))
        button, url = plain(value.get("button_text")), str(value.get("url") or "").strip()
        if url and not is_safe_link(url):
            if url.partition(":")[0].lower() in ("http", "https", "mailto", "tel"):
                url = url.replace(" ", "%20")
            elif ":" in url.partition("/")[0] or url.startswith(("//", "\\")):
                self.changes.append(
                    _("A button led to an address that is not safe, so it leads nowhere: %(url)s") % {"url": url[:200]}
                )
                url = ""
        too_long = block is not None and (len(button) > (limit_of(block, "button_text") or len(button)) or not button)
        if block is None or too_long or not is_safe_link(url):
            linked = f'<a href="{escape(url)}">{escape(button or url)}</a>' if url else escape(button)
            self.addresses += [] if button else [url]
            places.add_text(f"<p><b>{escape(heading)}</b></p>" if heading else "")
            places.add_text((paragraphs([text]) if text else "") + (f"<p>{linked}</p>" if linked else ""))
            return
        short, rest = cut(heading, limit_of(block, "heading"))
        if rest:
            self._tell_long(_("A heading"), heading)
        stored = {
            "heading": short,
            "text": " ".join(filter(None, [rest, text])),
            "button_text": button,
            "url": url,
            "page": None,
            "size": "band",
        }
        places.add(block, {name: stored[name] for name in stored if name in block.child_blocks})
        if not short:
            self.unfilled.append(_("The call to action “%(button)s” has no heading.") % {"button": button})

    # ---- Media, each in a module of its own

    def _image(self, value: dict) -> None:
        media.write_picture(self, self.places.block(PICTURE), value or {})

    def _table(self, value: Any) -> None:
        tables.write_table(self, self.places.block(TABLE), value)

    def _embed(self, value: Any) -> None:
        embeds.write_embed(self, self.places.block(EMBED), value)

    def _tell_long(self, what: str, text: str) -> None:
        self.changes.append(
            _("%(what)s is longer than its field; the rest stands below it: “%(text)s”")
            % {"what": what, "text": text[:200]}
        )


def _strings(value: Any) -> Iterable[str]:
    """Every text in something of a kind that is not known."""
    if isinstance(value, str):
        yield from lines_of(value)
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


_KINDS = {
    "rich_text",
    "list",
    "heading",
    "code",
    "quote",
    "section",
    "faq",
    "callout",
    "call_to_action",
    "image",
    "table",
    "embed",
    "link",
}

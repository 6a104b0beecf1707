from collections.abc import Iterable

from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from wagtail import blocks

from beatcancer_wagtail.importer.writer.kinds import FAQ, block_for, limit_of
from beatcancer_wagtail.importer.writer.long_texts import cut
from beatcancer_wagtail.importer.writer.places import Places
from beatcancer_wagtail.importer.writer.rich_text import paragraphs, plain
from beatcancer_wagtail.text.outline import make_anchor


class QuestionsWriter:
    """Questions and answers in the block that the site has for them, which may not stand in a section."""

    places: Places
    language: str
    changes: list[str]
    unfilled: list[str]

    def _faq(self, value: dict) -> None:
        places, items = self.places, value["items"]
        heading, anchor = plain(value.get("heading")), make_anchor(str(value.get("anchor") or ""))
        if places.block(FAQ) is None:
            if block_for(FAQ, places.frames[0].stream) is None:
                return self._questions_as_sections(heading, items)
            heading, anchor = self._out_of_section(heading, anchor)
        block = places.climb(FAQ)
        short, rest = cut(heading, limit_of(block, "heading"))
        if rest:  # nothing stands between this heading and the first question
            self._tell_long(_("A heading"), heading)
            places.add_text(paragraphs([heading]))
            short = ""
        if not short and "heading" in block.child_blocks:
            with override(self.language or get_language()):
                short = str(block.child_blocks["heading"].get_default() or "")
            if not rest:
                self.changes.append(
                    _("Questions without a heading got the heading “%(heading)s”.") % {"heading": short}
                )
        stored = {"heading": short, "anchor": anchor, "questions": [self._question(block, item) for item in items]}
        places.add(block, {name: stored[name] for name in stored if name in block.child_blocks})
        return None

    def _out_of_section(self, heading: str, anchor: str) -> tuple[str, str]:
        """Heading and anchor for questions that must leave their section: its own, when nothing else stands in it."""
        places, within = self.places, self.places.innermost.opened_by
        if within is not None and (not heading or within["value"]["heading"].casefold() == heading.casefold()):
            taken = places.drop_empty_section() or {}
            heading, anchor = heading or taken.get("heading", ""), anchor or taken.get("anchor", "")
            within = places.innermost.opened_by
        if within is not None:
            self.changes.append(
                _(
                    "Questions cannot stand inside a section: those of “%(heading)s” stand after it, with what follows them."
                )
                % {"heading": within["value"]["heading"][:80]}
            )
        return heading, anchor

    def _question(self, block: blocks.Block, item: dict) -> dict:
        inner = block.child_blocks["questions"].child_block
        asked = plain(item.get("question"))
        question, rest = cut(asked, limit_of(inner, "question"))
        html = str(item.get("answer") or "")
        if rest:
            self._tell_long(_("A question"), asked)
            html = paragraphs([rest]) + html
        if not html.strip():
            self.unfilled.append(_("The question “%(question)s” has no answer.") % {"question": asked[:80]})
        stored = {
            "question": question,
            "answer": html,
            "anchor": make_anchor(str(item.get("anchor") or "")),
            "offered": True,
        }
        stored = {name: stored[name] for name in stored if name in inner.child_blocks}
        self.places.passages.append((stored, "answer", inner.child_blocks["answer"]))
        return {"type": "item", "value": stored, "id": None}

    def _questions_as_sections(self, heading: str, items: Iterable[dict]) -> None:
        self.changes.append(_("The site's articles have no block for questions; they are sections now."))
        content = [
            {"type": "section", "value": {"heading": item.get("question"), "html": item.get("answer")}}
            for item in items
        ]
        if heading:
            self._section({"heading": heading, "content": content})
        else:
            self.write_all(content)

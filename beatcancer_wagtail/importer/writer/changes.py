"""What a later import of a page brings, in words."""

import json
import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.blocks.stream_block import StreamValue

from beatcancer_wagtail.importer.writer.stored_text import stored_texts

_BLOCK_KEY = re.compile(r' data-block-key=\\?"[^"]*"')
SHOWN = 20


def comparable(body: StreamValue) -> str:
    """The same for two bodies that an editor could not tell apart."""
    return _BLOCK_KEY.sub("", json.dumps(_without_ids(body.get_prep_value()), sort_keys=True))


def _without_ids(value):
    if isinstance(value, dict):
        return {name: _without_ids(inner) for name, inner in value.items() if name != "id"}
    return [_without_ids(inner) for inner in value] if isinstance(value, list) else value


def parts_of(body: StreamValue) -> list[tuple[str, str]]:
    """(heading, text) for each section and for what stands between them; a heading that comes twice is numbered."""
    parts: list[tuple[str, list[str]]] = []
    for child in body.get_prep_value():
        block = body.stream_block.child_blocks.get(child["type"])
        value = child["value"]
        heading = str(value.get("heading") or "") if isinstance(value, dict) else ""
        texts = list(stored_texts(block, value)) if block else []
        if heading or not parts or parts[-1][0]:
            parts.append((heading, texts))
        else:
            parts[-1][1].extend(texts)
    return list(_numbered(parts))


def _numbered(parts) -> Iterator[tuple[str, str]]:
    seen: dict[str, int] = {}
    for heading, texts in parts:
        seen[heading] = seen.get(heading, 0) + 1
        yield (heading if seen[heading] == 1 else f"{heading} ({seen[heading]})"), " ".join(" ".join(texts).split())


def body_changes(before: StreamValue, after: StreamValue) -> list[str]:
    """Which sections are new, gone or changed; pictures, tables and links count as well."""
    if comparable(before) == comparable(after):
        return []
    old, new = dict(parts_of(before)), dict(parts_of(after))
    said = []
    for names, one, many in (
        ([name for name in new if name not in old], _("New section: %(names)s"), _("New sections: %(names)s")),
        ([name for name in old if name not in new], _("Section gone: %(names)s"), _("Sections gone: %(names)s")),
        (
            [name for name in new if name in old and old[name] != new[name]],
            _("Section changed: %(names)s"),
            _("Sections changed: %(names)s"),
        ),
    ):
        if names:
            said.append((one if len(names) == 1 else many) % {"names": _listed(names)})
    kept = [name for name in old if name in new]
    if kept != [name for name in new if name in old]:
        said.append(_("The sections stand in another order."))
    return said or [_("Pictures, links or marks of the text changed; its words did not.")]


def _listed(names: list[str]) -> str:
    shown = ", ".join(f"“{name}”" if name else _("the text without a heading") for name in names[:SHOWN])
    more = len(names) - SHOWN
    return shown + (ngettext(" and %d more", " and %d more", more) % more if more > 0 else "")


def text_change(label: str, before: str, after: str) -> str:
    shorter = [text if len(text) <= 120 else text[:119] + "…" for text in (before, after)]
    return _("%(label)s: “%(before)s” is now “%(after)s”.") % {
        "label": label,
        "before": shorter[0],
        "after": shorter[1],
    }

"""JSON that is safe inside a page, whatever the texts in it hold."""

import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.safestring import SafeString

# Nothing that HTML could take for the end of the script, and no line ends that old parsers stumble over.
_ESCAPED = [(character, f"\\u{ord(character):04X}") for character in "<>&\u2028\u2029"]
_EMPTY: tuple = (None, "", [], {})


def without_empty(value: Any) -> Any:
    """``value`` without the properties that have nothing to say, at any depth."""
    if isinstance(value, dict):
        kept = {name: without_empty(inner) for name, inner in value.items()}
        return {name: inner for name, inner in kept.items() if inner not in _EMPTY}
    if isinstance(value, (list, tuple)):
        return [inner for inner in map(without_empty, value) if inner not in _EMPTY]
    return value


def json_of(graph: dict[str, Any]) -> str:
    return json.dumps(graph, cls=DjangoJSONEncoder, ensure_ascii=False, separators=(",", ":"))


def script_of(graph: dict[str, Any]) -> SafeString:
    """The element that carries ``graph``; nothing for an empty one."""
    if not graph:
        return SafeString("")
    text = json_of(graph)
    for character, escaped in _ESCAPED:
        text = text.replace(character, escaped)
    return SafeString(f'<script type="application/ld+json">{text}</script>')

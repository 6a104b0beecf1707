"""A block that was there before keeps its id: Wagtail compares versions by them, and anchors hang on them."""

from typing import Any


def keep_ids(new: list[dict], old: list[dict]) -> list[dict]:
    """``new`` with the ids of the blocks of ``old`` that they take the place of, at every depth."""
    left: dict[tuple, list[dict]] = {}
    for child in old:
        left.setdefault(_signature(child), []).append(child)
    kept = []
    for child in new:
        same = left.get(_signature(child))
        before = same.pop(0) if same else None
        if before is None:
            kept.append(child)
        else:
            kept.append({**child, "id": before.get("id"), "value": _within(child["value"], before["value"])})
    return kept


def _signature(child: dict) -> tuple:
    value = child["value"]
    heading = (value.get("heading") or value.get("question")) if isinstance(value, dict) else None
    return child["type"], heading


def _within(new: Any, old: Any) -> Any:
    if not isinstance(new, dict) or not isinstance(old, dict):
        return new
    return {
        name: keep_ids(value, old[name]) if _is_stream(value) and _is_stream(old.get(name)) else value
        for name, value in new.items()
    }


def _is_stream(value: Any) -> bool:
    return isinstance(value, list) and all(
        isinstance(child, dict) and "type" in child and "value" in child for child in value
    )

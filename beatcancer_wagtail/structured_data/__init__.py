"""Structured data: what a page tells search engines of itself, in schema.org's words, as one JSON-LD graph."""

from beatcancer_wagtail.structured_data.element import element_for
from beatcancer_wagtail.structured_data.graph import HOOK, graph_for
from beatcancer_wagtail.structured_data.script import script_of

__all__ = ["HOOK", "element_for", "graph_for", "script_of"]

"""Checks a graph against facts of schema.org's vocabulary and of what search engines ask for.

``vocabulary.json`` holds, for the types that we use, their parents, and for each property the types that it describes
and those that it may have as value. ``search_engines.json`` holds what Google's and Bing's pages on structured data
call required or recommended for a type.
"""

import json
import re
from pathlib import Path

FOLDER = Path(__file__).parent
VOCABULARY = json.loads((FOLDER / "vocabulary.json").read_text())
SEARCH_ENGINES = json.loads((FOLDER / "search_engines.json").read_text())
PREFIX = "https://schema.org/"

DAY = r"\d{4}(-\d{2}-\d{2})?"
LITERALS = {
    "Text": lambda value: isinstance(value, str),
    "URL": lambda value: isinstance(value, str) and re.fullmatch(r"https?://[^\s<>\"]+", value),
    "Date": lambda value: isinstance(value, str) and re.fullmatch(DAY, value),
    "DateTime": lambda value: (
        isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})", value)
    ),
    "Duration": lambda value: isinstance(value, str) and re.fullmatch(r"PT\d+M", value),
    "Integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "Number": lambda value: isinstance(value, (int, float)) and not isinstance(value, bool),
    "Distance": lambda value: isinstance(value, int),  # a number of pixels
    "Boolean": lambda value: isinstance(value, bool),
}


def lineage(kind):
    """A type with all that it is a kind of."""
    return {kind}.union(*(lineage(parent) for parent in VOCABULARY["types"][kind]))


def nodes_of(graph, kind=""):
    """All nodes with a type at any depth; with ``kind`` only those of that type, or of one below it."""
    found = []

    def walk(value):
        if isinstance(value, dict):
            if "@type" in value:
                found.append(value)
            for inner in value.values():
                walk(inner)
        elif isinstance(value, list):
            for inner in value:
                walk(inner)

    walk(graph["@graph"])
    return [node for node in found if not kind or kind in lineage(node["@type"])]


def violations(graph):
    """What in ``graph`` the vocabulary does not allow; a reference must lead to a node of the graph."""
    by_id = {}
    for node in nodes_of(graph):
        if "@id" in node:
            by_id.setdefault(node["@id"], node)
    found = [] if graph["@context"] == "https://schema.org" else ["context"]
    for node in nodes_of(graph):
        kind = node["@type"]
        if kind not in VOCABULARY["types"]:
            found.append(f"unknown type {kind}")
            continue
        for name, value in node.items():
            if not name.startswith("@"):
                found += [f"{kind}.{fault}" for fault in _faults(kind, name, value, by_id)]
        if "@id" in node and not LITERALS["URL"](node["@id"]):
            found.append(f"{kind}.@id is no address: {node['@id']}")
    return found


def _faults(kind, name, value, by_id):
    facts = VOCABULARY["properties"].get(re.sub("-(input|output)$", "", name))
    if facts is None:
        return [f"{name} is unknown"]
    domains, ranges = facts
    if not lineage(kind) & set(domains):
        return [f"{name} does not describe a {kind}"]
    values = value if isinstance(value, list) else [value]
    return [f"{name} may not be {one!r}" for one in values if not _fits(one, ranges, by_id)] + (
        [] if values and value != "" else [f"{name} is empty"]
    )


def _fits(value, ranges, by_id):
    if isinstance(value, dict):
        node = value if "@type" in value else by_id.get(value["@id"])
        return bool(node and lineage(node["@type"]) & set(ranges))
    members = [PREFIX + member for kind in ranges for member in VOCABULARY["members"].get(kind, ())]
    return value in members or any(LITERALS[kind](value) for kind in ranges if kind in LITERALS)


def missing(node, kind, *, level="required"):
    """The paths that search engines ask for and ``node`` has not."""
    return [path for path in SEARCH_ENGINES[kind][level] if not _reaches(node, path.split("."))]


def _reaches(value, path):
    if isinstance(value, list):
        return bool(value) and all(_reaches(one, path) for one in value)
    if not path:
        return value not in (None, "", [], {})
    return isinstance(value, dict) and path[0] in value and _reaches(value[path[0]], path[1:])

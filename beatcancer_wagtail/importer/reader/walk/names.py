"""Which elements and class names mean what, on any site."""

from __future__ import annotations

import re

from bs4 import Tag

from beatcancer_wagtail.importer.reader.questions.elements import attribute as attribute
from beatcancer_wagtail.importer.reader.vocabulary import classes_of

HEADINGS = {f"h{level}": level for level in range(1, 7)}
# What a browser with scripts does not show.
UNSEEN = frozenset({"noscript", "template", "canvas", "iframe", "video", "audio", "datalist", "noframes", "noembed"})
CAPTION = re.compile(
    r"(?:^|[-_])(?:fig)?captions?(?:$|[-_])|caption$|caption-?text|^cutline|bildunterschrift", re.IGNORECASE
)
CREDIT = re.compile(r"(?:^|[-_])(?:credits?|copyright|photographer|bildnachweis)(?:$|[-_])|credit$", re.IGNORECASE)
ACTION_BOX = re.compile(r"(?:^|[-_])(?:cta|call-?to-?action|calltoaction)(?:$|[-_])", re.IGNORECASE)


def has_class(tag: Tag, pattern: re.Pattern[str]) -> bool:
    return any(pattern.search(name) for name in classes_of(tag))


def role(tag: Tag) -> str:
    return attribute(tag, "role").strip().lower()

"""What to ask instead, when nothing was found: from the titles and tags that a stranger may read, and from nowhere else."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from functools import cache
from typing import NamedTuple

from django.db.models import Count, QuerySet
from taggit.models import Tag

from beatcancer_wagtail.memory import remembered
from beatcancer_wagtail.resources import NEWEST_FIRST, public_resources
from beatcancer_wagtail.search.kinds import of_site_at
from beatcancer_wagtail.search.query import clean_query
from beatcancer_wagtail.search.variants import expand

MOST_TITLES = 5000  # the newest; the older ones hardly hold words of their own
MOST_WORDS = 4000
MOST_TAGS = 500
SHORTEST = 4  # letters of a word that may be mistyped
CORRECTED = 4  # words of one query
COMPARED = 6  # words of one query that are held against the tags
NEAR = 0.74

_WORD = re.compile(r"[^\W\d_][\w-]+")


class KnownTag(NamedTuple):
    """A tag of the library, and how many resources have it."""

    name: str
    slug: str
    count: int


def did_you_mean(query: object, within: str = "", vocabulary: Mapping[str, int] | None = None) -> str:
    """The query with its unknown words replaced by the nearest known ones; "" where there is nothing to replace.

    ``within`` is the reader's site, as :func:`beatcancer_wagtail.resources.site_path` gives it.
    """
    known = library_words(within) if vocabulary is None else vocabulary
    words = clean_query(query).split()
    chances = CORRECTED
    better = []
    for word in words:
        nearest = ""
        if chances and len(word) >= SHORTEST and not _is_known(word, known):
            chances -= 1
            nearest = _nearest(word.casefold(), known)
        better.append(nearest or word)
    return " ".join(better) if better != words else ""


def nearest_tags(query: object, within: str = "", count: int = 6) -> list[KnownTag]:
    """The tags of this site whose names share a word with the query, or nearly so; the nearest first."""
    asked = list(dict.fromkeys(clean_query(query).split()))[:COMPARED]
    words = {variant for group in expand(asked) for variant in group if len(variant) >= SHORTEST}

    @cache  # many tags share words
    def likeness_of(part: str) -> float:
        return max((_likeness(word, part) for word in words), default=0.0)

    scored = [(max(map(likeness_of, _parts(tag.name))), tag) for tag in library_tags(within)]
    near = [(likeness, tag) for likeness, tag in scored if likeness >= NEAR]
    return [tag for _likeness, tag in sorted(near, key=lambda pair: (-pair[0], -pair[1].count))[:count]]


def library_words(within: str = "") -> dict[str, int]:
    """The words of the titles and tags of a site's public resources, and how often each stands there; remembered."""
    return remembered(f"search.words.{within}", lambda: _words(within))


def library_tags(within: str = "") -> list[KnownTag]:
    """The tags of a site's public resources, the commonest first; remembered."""
    return remembered(f"search.tags.{within}", lambda: _tags(within))


def _public(within: str) -> QuerySet:
    return of_site_at(within, public_resources()) if within else public_resources()


def _words(within: str) -> dict[str, int]:
    titles = _public(within).order_by(*NEWEST_FIRST).values_list("title", flat=True)[:MOST_TITLES]
    counted = Counter(_words_in(titles))
    for tag in library_tags(within):
        counted.update(_words_in([tag.name]))
    return dict(counted.most_common(MOST_WORDS))


def _words_in(texts: Iterable[str]) -> Iterable[str]:
    return (word for text in texts for word in _WORD.findall(text.casefold()) if len(word) >= SHORTEST)


def _tags(within: str) -> list[KnownTag]:
    tagged = Tag.objects.filter(beatcancer_resources__content_object__in=_public(within).order_by().values("pk"))
    counted = tagged.annotate(resources=Count("beatcancer_resources")).order_by("-resources", "name")
    return [KnownTag(*row) for row in counted.values_list("name", "slug", "resources")[:MOST_TAGS]]


def _is_known(word: str, known: Mapping[str, int]) -> bool:
    return any(variant in known for variant in expand([word])[0])


def _nearest(word: str, known: Mapping[str, int]) -> str:
    """The known word that is most like this one; of equals the commonest."""
    possible = (other for other in known if abs(len(other) - len(word)) <= 2 and _begin_or_end_alike(word, other))
    best = max(possible, key=lambda other: (_ratio(word, other), known[other]), default="")
    return best if best and _ratio(word, best) >= NEAR else ""


def _begin_or_end_alike(word: str, other: str) -> bool:
    return word[0] == other[0] or word[-3:] == other[-3:]


def _parts(name: str) -> list[str]:
    """The words of a name."""
    return _WORD.findall(name.casefold()) or [name.casefold()]


def _likeness(word: str, part: str) -> float:
    """1 for a word of a name or the beginning of one, else how much they are alike; 0 where that can be seen at once."""
    if part.startswith(word):
        return 1.0
    # The lengths say how much alike two words can be at most.
    is_possible = 2 * min(len(word), len(part)) >= NEAR * (len(word) + len(part)) and _begin_or_end_alike(word, part)
    return _ratio(word, part) if is_possible else 0.0


def _ratio(word: str, other: str) -> float:
    return SequenceMatcher(None, word, other, autojunk=False).ratio()

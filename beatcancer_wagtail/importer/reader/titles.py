"""The title, without the name of the site where the page itself shows it without."""

from __future__ import annotations

import re
from collections import Counter

from bs4 import BeautifulSoup, Tag

from ..amounts import NOT
from ..outline import Fact
from ..words import words_key
from .declared import Declared, heading_text, plain

LONGEST = 255
# A bar between title and site; a dash may as well belong to the title.
BARS = re.compile(r"\s+(?:[|·•»›]|::)\s+|\s*\|\s*")
BARS_AND_DASHES = re.compile(r"\s+(?:[|·•»›/<~]|::|[-–—―−])\s+|\s*\|\s*|:\s+")
# What parts a title from the name of the site. A dash without space around it is a part of a word.
AFTER = r"\s+(?:[-–—―−/<~]|::)\s+|\s*[|·•»›_]\s*|\s*[:：]\s+|：|\s+[\[(（【]|[（【]"
BEFORE = r"\s+(?:[-–—―−/>~]|::)\s+|\s*[|·•»›_]\s*|\s*[:：]\s+|：|[\])）】]\s*"
HEADINGS = ("h1", "h2", "h3")
MOST_HEADINGS = 40
ALIKE = 0.75  # of the words of title and heading
_SAYS_NOTHING = """
home homepage untitled document index start page article welcome startseite accueil inicio
"""
SAYS_NOTHING = frozenset(_SAYS_NOTHING.split())


def title_of(soup: BeautifulSoup, declared: Declared) -> Fact | None:
    headings = Counter(words_key(heading_text(tag)) for tag in soup.find_all(["h1", "h2"], limit=60))
    first_ones = [heading_text(tag) for tag in soup.find_all("h1", limit=6)]
    site = words_key(declared.meta("og:site_name", "application-name")[0])
    tag = soup.find("title")
    own = plain(tag.get_text()) if tag else ""
    choices = (
        [_of_article(declared, {words_key(text) for text in first_ones}, words_key(own))]
        if _is_written(declared)
        else []
    )
    choices += [declared.meta(name) for name in ("dc:title", "dcterm:title", "og:title", "citation_title")]
    for value, source in choices:
        if value and words_key(value) != site and words_key(value) not in SAYS_NOTHING:
            return titled(_without_site(value, headings, site, BARS), source)
    if own and words_key(own) not in SAYS_NOTHING and (words_key(own) != site or not first_ones):
        return titled(_without_site(own, headings, site, BARS_AND_DASHES), "title")
    for value, source in (declared.meta("twitter:title"), *((text, "h1") for text in first_ones)):
        if value:
            return titled(value, source)
    heading = soup.find("h2")
    return (
        titled(heading_text(heading), "h2")
        if heading and heading_text(heading)
        else titled(own, "title")
        if own
        else None
    )


def shown_title(title: Fact | None, soup: BeautifulSoup, declared: Declared, root: Tag) -> Fact | None:
    """The title as the content shows it: its one main heading, where what is declared has a name of the site besides."""
    if title is None:
        return None
    site = words_key(declared.meta("og:site_name", "application-name")[0])
    headings = [heading_text(tag) for tag in root.find_all(HEADINGS, limit=MOST_HEADINGS)]
    main = _main_headings(root) or _main_headings(soup)  # the title may stand above the content
    if len(main) == 1 and words_key(main[0]) not in (site, *SAYS_NOTHING):
        rest = besides(title.value, main[0])
        if rest and not any(words_key(text) and f" {words_key(text)} " in f" {words_key(rest)} " for text in headings):
            return titled(main[0], "h1")
    for mark in reversed(list(BARS_AND_DASHES.finditer(title.value))):
        if site and words_key(title.value[mark.end() :]) == site and title.value[: mark.start()].strip():
            return Fact(title.value[: mark.start()].strip(), title.source)
    return title


def _main_headings(tag: Tag) -> list[str]:
    return [text for text in (heading_text(heading) for heading in tag.find_all("h1", limit=6)) if words_key(text)]


def besides(title: str, heading: str) -> str:
    """What the title says before or after the heading, parted from it by a sign; "" where it is no such title."""
    words = re.findall(r"\w+", heading)
    if len(words) > LONGEST // 4:
        return ""
    these = r"\W+".join(map(re.escape, words))
    found = re.fullmatch(rf"\W*{these}[^\w\s_\[(|:：–—-]*(?:{AFTER})(?P<rest>.*)", title, re.I | re.S)
    found = found or re.fullmatch(rf"(?P<rest>.*?)(?:{BEFORE})\W*{these}\W*", title, re.I | re.S)
    rest = found["rest"].strip() if found else ""
    return "" if re.search(r"\d", rest) else rest  # a dose is no name of a site


def corrected(title: Fact | None, soup: BeautifulSoup, root: Tag) -> Fact | None:
    """The main heading in place of a title that nearly has its words and says something else: the page shows the heading."""
    main = _main_headings(root) or _main_headings(soup)
    if title is None or len(main) != 1:
        return title
    heading, declared = words_key(main[0]), words_key(title.value)
    is_other = is_alike(heading, declared) and _says_other(heading, declared)
    return titled(main[0], "h1") if is_other and len(main[0]) <= LONGEST else title


def is_alike(heading: str, title: str) -> bool:
    these, those = heading.split(), title.split()
    return 2 * len(set(these) & set(those)) >= ALIKE * (len(these) + len(those))


def _says_other(heading: str, title: str) -> bool:
    """Whether two titles in nearly the same words say two things: another figure, a "not", or one other word in one place."""
    these, those = heading.split(), title.split()
    if _telling(these) != _telling(those):
        return True
    if f" {heading} " in f" {title} ":
        return False
    while these and those and these[0] == those[0]:
        del these[0], those[0]
    while these and those and these[-1] == those[-1]:
        del these[-1], those[-1]
    return any(len(word) > 1 for word in these + those) and not set(these) & set(those)


def _telling(words: list[str]) -> list[str]:
    return [word for word in words if word in NOT or any(map(str.isdigit, word))]


def _of_article(declared: Declared, shown: set[str], own: str) -> tuple[str, str]:
    """The headline, or the name where only that is what the page shows as its title."""
    headline, name = declared.of_article("headline"), declared.of_article("name")
    if headline[0] and name[0] and words_key(headline[0]) not in shown:
        fits = words_key(name[0])
        if fits in shown or (own.startswith(fits) and not own.startswith(words_key(headline[0]))):
            return name
    return headline if headline[0] else name


def _is_written(declared: Declared) -> bool:
    """A web page's own entry often repeats the name of the site; an article's is its headline."""
    return bool(declared.article.get("headline")) or "webpage" not in str(declared.article.get("@type")).casefold()


def _without_site(title: str, headings: Counter[str], site: str, separators: re.Pattern[str]) -> str:
    marks = list(separators.finditer(title))
    for mark in reversed(marks):
        left, right = title[: mark.start()].strip(), title[mark.end() :].strip()
        if not left or not right:
            continue
        # Two headings that share the title between them leave open which is the article's.
        is_colon = mark.group().strip() == ":"
        if (
            words_key(left) in headings
            and words_key(right) not in headings
            and (not is_colon or words_key(right) == site)
        ):
            return left
        if separators is BARS_AND_DASHES and site and words_key(right) == site and mark.group().strip() != ":":
            return left
        site_first = (
            words_key(right) in headings
            and words_key(left) not in headings
            and (len(marks) == 1 or words_key(left) == site)
        )
        if separators is BARS_AND_DASHES and site_first and len(right) > 8:
            return right
    return title


def titled(title: str, source: str) -> Fact:
    if len(title) > LONGEST:
        title = title[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"
    return Fact(title, source)

"""A page that is one part of an article: its other parts are pages of their own, and must not be missed."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlsplit

from bs4 import BeautifulSoup, Tag

from ..drops import gettext_noop
from ..outline import Sentence
from .addresses import absolute
from .vocabulary import class_reason

GOES_ON = gettext_noop(
    "The page is one part of an article, which goes on at %(address)s. Save that page too, and put the parts together."
)
MOST = 2000  # links
LONGEST = 60  # characters of "Next page", space around it too
KEYS = ("page", "paged", "pg", "p", "part", "seite", "teil", "pagina", "página", "parte", "strona", "sida", "side")
ENDING = re.compile(r"/+$|\.(?:html?|php|aspx?|jsp)$", re.I)
PART = re.compile(rf"(?P<stem>.+?)[/_,.-](?:(?:{'|'.join(KEYS)})[/_,.=-]?)?(?P<number>\d{{1,2}})", re.I)
SAYS_NEXT = re.compile(
    r"\W*(?:(?P<number>[0-9]{1,2})\W*$|next|weiter|nächste|(?:page )?suivante?|siguiente|avanti|successiva|volgende|próxima|seguinte|nästa|neste|næste"
    r"|следующ|далее|dalej|następna|下一|次|다음|التالي|הבא)",
    re.I,
)


def goes_on_told(soup: BeautifulSoup, address: str, base: str) -> list[Sentence]:
    """A sentence where a link leads to the same address with the number of the next part."""
    canonical = soup.find("link", rel="canonical", href=True)
    own = [absolute("", address), absolute(base, canonical["href"]) if canonical else ""]
    places = {
        (stem, number + 1) for one in filter(None, own) for stem, number in [(_place(one, ""), 1), *_numbered(one)]
    }
    for link in soup.find_all(("link", "a"), href=True, limit=MOST) if places else ():
        text = link.get_text() if link.name == "a" else ""
        if len(text) > LONGEST or not ("next" in (link.get("rel") or ()) or SAYS_NEXT.match(text)):
            continue
        found = absolute(base, link["href"])
        for place in _numbered(found) if found else ():
            if place in places and _leads_on(link, text, place[1]):
                return [Sentence(GOES_ON, address=found)]
    return []


def _numbered(address: str) -> list[tuple[str, int]]:
    """What an address may be a part of, and which part."""
    query = parse_qsl(urlsplit(address).query)
    numbers = [(key, int(value)) for key, value in query if key in KEYS and re.fullmatch(r"[0-9]{1,2}", value)]
    found = [(_place(address, key), number) for key, number in numbers]
    found += [(place, number + 1) for place, number in found if number]  # some count from nought
    if match := PART.fullmatch(ENDING.sub("", urlsplit(address).path)):
        found.append((_place(address, "", match["stem"]), int(match["number"])))
    return found


def _place(address: str, without: str, path: str = "") -> str:
    """The address without the key of its query that says which part it is, and without an ending."""
    parts = urlsplit(address)
    rest = sorted(pair for pair in parse_qsl(parts.query) if pair[0] != without)
    return f"{parts.hostname}{path or ENDING.sub('', parts.path)}?{rest}"


def _leads_on(link: Tag, text: str, number: int) -> bool:
    match = SAYS_NEXT.match(text)
    if match and match["number"] and int(match["number"]) not in (number, number - 1):
        return False
    return all(class_reason(above)[0] != "comments" for above in link.parents if above.parent is not None)

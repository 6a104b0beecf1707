"""Controls within headings, such as "[edit]", "¶" and "Copy link": they are no words of the heading."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from bs4 import BeautifulSoup, NavigableString, Tag

from ..outline import Dropped
from .acts import OPENS
from .prune import remove, text_in
from .signs import LARGE, PHOTO, UNKNOWN, size_of
from .vocabulary import HEADING_TAGS, WEAK, class_reason, classes_of, words_of_class

# What such a control says, alone or several side by side. Alone it proves nothing: "How to edit" may be a heading.
SAYS = re.compile(
    r"(?:quick |inline )?edit(?: (?:the )?(?:source|code|section|this section|this page|wikitext))?(?:: .*)?|edit section.*|view source|"
    r"(?:(?:quelltext|abschnitt) )?bearbeiten(?:: .*)?|modifier(?: (?:le code|le wikicode|la section).*)?|editar(?: (?:código|sección|fonte|código-fonte|seção).*)?|"
    r"modifica(?: (?:wikitesto|sorgente|la sezione).*)?|(?:brontekst )?bewerken|править(?: код)?|редактировать|редагувати(?: код)?|edytuj(?: kod)?|"
    r"(?:upravit|editovat)(?: zdroj)?|redigera(?: wikitext)?|rediger(?: kilde)?|muokkaa(?: wikitekstiä)?|(?:forrás)?szerkesztés[ea]?|modificare(?: sursă)?|"
    r"düzenle|değiştir|kaynağı değiştir|sửa(?: mã nguồn)?|(?:ソースを)?編集|编辑(?:源代码)?|編輯(?:原始碼)?|(?:원본 )?편집|(?:عدل|تعديل)(?: المصدر)?|עריכה|עריכת קוד מקור|"
    r"(?:direct |permanent )?link(?: (?:to|for) .*)?|perma(?:nent )?link\b.*|permalien\b.*|enlace permanente.*|direkter link\b.*|lien (?:direct|permanent)\b.*|"
    r"anchor(?: link)?(?: .*)?|anker|ancre|copy(?: (?:section |heading |the )?(?:link|url|address|anchor))?(?: to .*)?|link kopieren|copier le lien|copiar (?:el )?(?:enlace|link)|"
    r"copia (?:il )?link|share(?: (?:this|link|section|on .*))?|teilen|partager|compartir|condividi|compartilhar|delen|поделиться|udostępnij|分享|シェア|공유|مشاركة|"
    r"bookmark(?: this)?|(?:back to )?top",
    re.I,
)
CONTROL_NAMES = frozenset(
    ("edit", "permalink", "perma", "anchor", "headerlink", "link", "hash", "share", "copy", "clipboard", "bookmark")
)
# A link to a place of the page that says one of these says nothing else; "Teilen" may be a word of the heading.
LINKS_HERE = re.compile(
    r"(?:direct|permanent|enlace|lien|perma|link|anch?[ok]r|ancre|cop[iy]|bookmark|(?:back to )?top)", re.I
)
ADDRESS = re.compile(r"^#$|[?&/](?:ve)?action=(?:edit|submit)|[?&]edit\b|/edit(?:$|[/?#])|/sharer?(?:$|[./?#])", re.I)
PARTED = re.compile(r"\s*[|·•/,]\s*")
SIGNS = "¶#§🔗⚓⌗⎘❡⁋∞^↑⤴↩→»›•·|…☍⛓✎✏🖉[]()\ufe0e\ufe0f"  # others, as ≥, are words of the heading
NO_SIGNS = ("Cc", "Cf", "Co")  # what nobody sees, and the signs of fonts of icons
AROUND = "[]()⟨⟩{} \t\n\r\u00a0\u200b\ufeff"
NO_HEADING_HOLDS = frozenset(("p", "ul", "ol", "dl", "table", "pre", "blockquote", "figure", *HEADING_TAGS))
MOST_NODES = 80
LONGEST = 400  # characters of a heading
LONGEST_CONTROL = 80


def take_out_controls(soup: BeautifulSoup, dropped: list[Dropped]) -> None:
    for heading in soup.find_all(
        lambda tag: tag.name in HEADING_TAGS or tag.name == "summary" or tag.get("role") == "heading"
    ):
        if _is_short(heading):
            controls = list(_controls(heading))
            for control in reversed(controls):
                if not _has_words_beyond(control, heading, is_after=True):
                    _take_out(control, heading, dropped)
            for control in controls:
                if control.parent is not None and not _has_words_beyond(control, heading, is_after=False):
                    _take_out(control, heading, dropped)


def _is_short(heading: Tag) -> bool:
    """Headings may hold whole pages, thousands deep; those are not looked into."""
    length = count = 0
    for node in islice(heading.descendants, MOST_NODES + 1):
        count += 1
        if isinstance(node, Tag):
            if node.name in NO_HEADING_HOLDS:
                return False
        else:
            length += len(str(node).strip())
    return count <= MOST_NODES and length <= LONGEST


def _controls(heading: Tag) -> Iterator[Tag]:
    words = len(re.findall(r"\w+", text_in(heading)))
    stack = [child for child in reversed(heading.contents) if isinstance(child, Tag)]
    while stack:
        tag = stack.pop()
        text = text_in(tag)
        # What is all of the heading is the heading.
        if len(re.findall(r"\w+", text)) < words and len(text) <= LONGEST_CONTROL and _is_control(tag, text):
            yield tag
        else:
            stack.extend(child for child in reversed(tag.contents) if isinstance(child, Tag))


def _has_words_beyond(tag: Tag, heading: Tag, *, is_after: bool) -> bool:
    """Whether words of the heading stand behind it, or before it: a control is never in the middle of a sentence."""
    node: Tag = tag
    while node is not heading and node.parent is not None:
        for sibling in node.next_siblings if is_after else node.previous_siblings:
            if re.search(r"\w", text_in(sibling) if isinstance(sibling, Tag) else str(sibling)):
                return True
        node = node.parent
    return False


def _is_control(tag: Tag, text: str) -> bool:
    acts = tag.name in ("a", "button") or tag.get("role") == "button"
    if not acts and tag.find(("a", "button")) is None:
        return False
    if any(tag.has_attr(key) for key in OPENS):
        return False  # it opens a panel
    if not re.search(r"\w", text):
        return acts and _shows_a_sign(tag, text)
    if re.search(r"\d", text):
        return False  # a dose is no control, whatever its class says
    reason, word = class_reason(tag)
    if reason in ("control", "share") and word not in WEAK:
        return True
    parts = [part.strip(AROUND) for part in PARTED.split(text) if part.strip(AROUND)]
    return all(SAYS.fullmatch(part) for part in parts) and _has_evidence(tag, text)


def _shows_a_sign(tag: Tag, text: str) -> bool:
    """A link to the place itself by a sign or an icon. What only marks the place has no address."""
    if tag.name == "a" and not tag.has_attr("href"):
        return False
    if not all(sign in SIGNS or sign.isspace() or unicodedata.category(sign) in NO_SIGNS for sign in text):
        return False
    images = tag.find_all("img")
    if any(LARGE < size_of(image) < UNKNOWN or PHOTO.search(str(image.get("src") or "")) for image in images):
        return False
    says = [str(image.get("alt") or "") for image in images]
    if says and not text.strip() and not all(not alt or SAYS.fullmatch(alt.strip(AROUND)) for alt in says):
        return False
    return str(tag.get("href") or "#").startswith("#") or _names_a_control(tag)


def _has_evidence(tag: Tag, text: str) -> bool:
    inner = [tag, *tag.find_all(("a", "button"), limit=4)]
    if text.startswith(("[", "(")) or _stands_in_brackets(tag) or any(part.name == "button" for part in inner):
        return True
    addresses = [str(part.get("href") or "") for part in inner]
    if LINKS_HERE.match(text.strip(AROUND)) and any(address.startswith("#") for address in addresses):
        return True
    return any(map(_names_a_control, inner)) or any(map(ADDRESS.search, addresses))


def _names_a_control(tag: Tag) -> bool:
    if any(CONTROL_NAMES & set(words_of_class(name)) for name in classes_of(tag)):
        return True
    says = " ".join(str(tag.get("aria-label") or tag.get("title") or "").split())
    return bool(says) and len(says) <= LONGEST and SAYS.fullmatch(says) is not None


def _stands_in_brackets(tag: Tag) -> bool:
    before, after = tag.previous_sibling, tag.next_sibling
    return _ends(before, "[(") and isinstance(after, NavigableString) and after.lstrip()[:1] in ("]", ")")


def _ends(node: object, signs: str) -> bool:
    return isinstance(node, NavigableString) and bool(node.strip()) and node.rstrip()[-1] in signs


def _take_out(tag: Tag, heading: Tag, dropped: list[Dropped]) -> None:
    place = tag if tag.get("id") or tag.get("name") else tag.find(id=True)
    if isinstance(place, Tag) and not heading.get("id"):
        heading["id"] = str(place.get("id") or place.get("name"))  # links to this heading lead there
    if _stands_in_brackets(tag):
        before, after = tag.previous_sibling, tag.next_sibling
        before.replace_with(NavigableString(before.rstrip()[:-1]))
        after.replace_with(NavigableString(after.lstrip()[1:]))
    if re.search(r"\w", text_in(tag)):
        remove(tag, "control", dropped)
    else:
        tag.extract()

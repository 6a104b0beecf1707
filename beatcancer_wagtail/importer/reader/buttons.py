"""Buttons that hold words of the text: a term in a sentence or a cell, and the title of the panel that follows.

What only acts ("Print", "Next", one of a row of buttons) stays a button, and goes later as a control.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import islice

from bs4 import BeautifulSoup, NavigableString, Tag

from .acts import OPENERS, OPENS, has_words
from .controls import SAYS
from .measure import INLINE
from .prune import text_in
from .shapes import OPENS_ALL, QUESTION_MARKS, block_above, element_after, element_before
from .vocabulary import HEADING_TAGS, class_reason

# What a button says that acts, in whatever it stands. "Report side effects" may be a title.
ACTS = re.compile(
    r"(?:(?:print|close|download|send|submit|save|play|pause|stop|next|prev(?:ious)?|back|continue|skip|menu|search|ok(?:ay)?|accept|agree|got it"
    r"|cancel|reset|apply|clear|filter|sort|follow|like|reply|report|subscribe|sign (?:up|in)|log ?(?:in|out)|register|buy|order|book|donate|add|remove"
    r"|delete|select|choose|listen|watch|view|open|show|hide|see|read|learn|load|toggle|more|less|enlarge|zoom|e-?mail|copied|help|yes|no)"
    r"(?: (?:now|more|less|all|here|this|page|this page|this article|us|up|in|out|on|to \w+(?: \w+)?|audio|video|pdf|menu|navigation|slide|image|results?|transcript))?"
    r"|drucken|schließen|herunterladen|(?:ab)?senden|speichern|abspielen|weiter(?:lesen)?|zurück|suchen?|mehr(?: anzeigen| erfahren| lesen)?|weniger(?: anzeigen)?|abonnieren"
    r"|anmelden|folgen|bestellen|kaufen|spenden|öffnen|anzeigen|vorlesen|anhören|akzeptieren|abbrechen|kopieren|ja|nein"
    r"|imprimer|fermer|télécharger|envoyer|enregistrer|écouter|suivante?|précédente?|retour|rechercher|(?:voir|lire|afficher|en savoir) (?:plus|moins)|lire(?: la suite)?|plus"
    r"|s.abonner|s.inscrire|acheter|accepter|annuler|valider|suivre|ouvrir|copier|oui|non"
    r"|imprimir|cerrar|descargar|enviar|guardar|reproducir|escuchar|siguiente|anterior|volver|buscar|(?:ver|leer|mostrar|saber) (?:más|menos)|suscribirse|comprar|aceptar"
    r"|cancelar|abrir|seguir|continuar|copiar|sí"
    r"|stampa|chiudi|scarica|invia|salva|ascolta|successiv[oa]|precedente|indietro|cerca|(?:leggi|mostra|scopri|vedi) (?:di più|tutto|altro|meno)|iscriviti|acquista|accetta"
    r"|annulla|apri|segui|continua|copia|sì"
    r"|afdrukken|printen|sluiten|downloaden|verzenden|opslaan|afspelen|beluister(?:en)?|volgende|vorige|terug|zoeken|(?:lees|toon) (?:meer|minder)|meer (?:lezen|tonen|weergeven)"
    r"|abonneren|aanmelden|bestellen|kopen|accepteren|annuleren|volgen|kopiëren|nee"
    r"|fechar|baixar|transferir|salvar|ouvir|seguinte|próxim[oa]|voltar|pesquisar|(?:ler|ver|mostrar|saber) mais|(?:ver|mostrar) menos|subscrever|inscrever-se|aceitar|não"
    r"|طباعة|إغلاق|تحميل|تنزيل|إرسال|حفظ|تشغيل|استمع|استماع|التالي|السابق|رجوع|عودة|بحث|اقرأ المزيد|المزيد|عرض المزيد|اشترك|تسجيل|شراء|موافق|قبول|إلغاء|فتح|متابعة|نسخ|نعم|لا"
    r")\W*",
    re.I,
)
ROLES = frozenset(("tab", "menuitem", "switch", "option", "combobox", "radio", "checkbox"))
NO_WORDS = ("form", "nav", "menu", "label", "a", "summary", *HEADING_TAGS)  # around a button
IN_TEXT = frozenset(("p", "figcaption", "caption", "blockquote", "dd", "div", "section"))
IN_ROWS = frozenset(("td", "th", "li"))
PANELS = frozenset(("div", "section", "p", "ul", "ol"))
NO_PANEL = ("form", "input", "select", "textarea", "nav", "iframe", "video", "audio", "dialog")
NO_PANEL_ROLES = frozenset(("menu", "dialog", "listbox", "tooltip", "tablist", "alert", "search", "navigation"))
ASKS = frozenset(("share", "comments", "newsletter", "consent", "account", "search", "feedback", "control"))
LONGEST = 160  # characters of a title
MOST_ROWS = 20  # that are looked at
LEAST_TEXT = 12  # characters of a panel
MOST_NODES = 2000


def read_buttons(soup: BeautifulSoup) -> None:
    kinds: dict[str, list[tuple[Tag, str]]] = defaultdict(list)
    for button in soup.find_all("button"):
        text = text_in(button)
        if re.search(r"\w", text) and str(button.get("role") or "") not in ROLES and not button.find_parent(NO_WORDS):
            kinds[str(button.get("class"))].append((button, text))
    for alike in kinds.values():
        titles = [(button, text) for button, text in alike if _is_title(button, text)]
        # Among questions they are told apart as questions are, all in the same way.
        if any(not text.endswith(QUESTION_MARKS) for _, text in titles):
            for button, text in titles:
                title = _with_wrappers(button, text)
                if len(titles) == 1 and not _opens_a_box(title):
                    _make_words(button, "p")
                    continue
                title["aria-expanded"] = "false"
                if title is not button:
                    _make_words(button)
    rows: dict[int, bool] = {}
    for button, text in (entry for alike in kinds.values() for entry in alike):
        if button.name == "button" and not _opens(button) and _is_word(button, text, rows):
            _make_words(button)


def _make_words(button: Tag, name: str = "data") -> None:
    """As a rule an element within a line that says nothing of it, as its class does not either."""
    button.name = name
    del button["class"]


def _opens_a_box(title: Tag) -> bool:
    """One button by itself before a paragraph may invite to something: its words stay, and are no heading."""
    panel = element_after(title)
    return has_words(title, OPENERS) or (panel is not None and panel.name in ("div", "section"))


def acts(text: str) -> bool:
    return any(pattern.fullmatch(text) for pattern in (ACTS, SAYS, OPENS_ALL))


def may_be_label(text: str, longest: int) -> bool:
    """Of a tab: a few words that neither ask nor act."""
    has_letters = re.search(r"[^\W\d_]", text) is not None
    return has_letters and len(text) <= longest and not acts(text) and not text.endswith(QUESTION_MARKS)


def _opens(button: Tag) -> bool:
    return any(button.has_attr(key) for key in OPENS)


def _is_title(button: Tag, text: str) -> bool:
    """Right before a block of text, which it opens."""
    if _opens(button) or acts(text) or len(text) > LONGEST or str(button.get("type")) in ("submit", "reset"):
        return False
    title = _with_wrappers(button, text)
    panel, before = element_after(title), element_before(title)
    if panel is None or panel.name not in PANELS or str(panel.get("role") or "") in NO_PANEL_ROLES:
        return False
    if before is None:
        if any(type(node) is NavigableString and node.strip() for node in islice(title.previous_siblings, 2)):
            return False
    elif before.name in INLINE or _is_button(before):
        return False
    return _is_text(panel)


def _is_text(panel: Tag) -> bool:
    """Text, and no form, no film, no row of links. Of a long one its beginning tells."""
    text = links = 0
    for node in islice(panel.descendants, MOST_NODES):
        if isinstance(node, Tag):
            if node.name in NO_PANEL:
                return False
            if node.name in ("a", "button"):
                links += len(text_in(node))
        elif type(node) is NavigableString:
            text += len(node.strip())
    return text >= LEAST_TEXT and text > 2 * links


def _with_wrappers(button: Tag, text: str) -> Tag:
    """The button, or the box around it that holds nothing else and stands before a block."""
    tag = button
    for _ in range(3):
        above = tag.parent
        if element_after(tag) is not None or above is None or above.name not in ("div", "header", "span"):
            return tag
        if text_in(above) != text:
            return tag
        tag = above
    return tag


def _is_button(tag: Tag) -> bool:
    """A button, or a box with nothing else in it."""
    return tag.name == "button" or (tag.find("button") is not None and len(text_in(tag)) <= _length_of_links(tag))


def _length_of_links(panel: Tag) -> int:
    return sum(len(text_in(tag)) for tag in panel.find_all(("a", "button"), limit=100))


def _is_word(button: Tag, text: str, rows: dict[int, bool]) -> bool:
    """``rows``: by the ``id()`` of the list or row, whether it is one of buttons."""
    block = block_above(button)
    if block is None:
        return False
    before, after = _beside(button, block)
    if before and after:
        return True
    if (
        block.name not in IN_TEXT | IN_ROWS
        or acts(text)
        or any(class_reason(tag)[0] in ASKS for tag in (block, block.parent) if tag is not None)
    ):
        return False
    if block.name in IN_ROWS:
        if id(block.parent) not in rows:
            rows[id(block.parent)] = _is_among_buttons(block)
        return before or after or not rows[id(block.parent)]
    return (before or after) and len(block.find_all("button", limit=2)) == 1


def _beside(button: Tag, block: Tag) -> tuple[bool, bool]:
    """Whether words of the same line stand before it and behind it."""
    return _has_words(button, block, is_after=False), _has_words(button, block, is_after=True)


def _has_words(button: Tag, block: Tag, *, is_after: bool) -> bool:
    node = button
    while node is not block and node.parent is not None:
        for sibling in node.next_siblings if is_after else node.previous_siblings:
            if isinstance(sibling, Tag):
                if sibling.name not in INLINE:
                    return False  # another button, a break, a block
                if re.search(r"\w", sibling.get_text()):
                    return True
            elif type(sibling) is NavigableString and re.search(r"\w", sibling):
                return True
        node = node.parent
    return False


def _is_among_buttons(row: Tag) -> bool:
    """All items, or all cells of the row, are nothing but buttons: days of a calendar, dots below pictures."""
    others = islice((other for other in row.parent.contents if isinstance(other, Tag) and text_in(other)), MOST_ROWS)
    return all(other.name == row.name and len(text_in(other)) <= _length_of_links(other) for other in others)

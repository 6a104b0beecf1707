"""What a line of dates and names says, against the page's facts: a line leaves the text only where they say the same."""

from __future__ import annotations

import re
from datetime import date, timedelta

from ..outline import Fact, Metadata
from ..words import words_key
from . import dates
from .dates import MONTH, iso_date, parted_by_dates

# A date after one of these is none that the page had: when it is looked at again, until when it holds.
COMING = re.compile(
    r"\b(?:next|due|expir\w*|valid (?:un)?til|valid to|nächste\w*|fällig\w*|gültig bis|läuft ab|ablauf\w*|prochaine?s?|valable jusqu\w*|valide jusqu\w*|échéance"
    r"|próxim[oa]s?|caduc\w*|venc\w*|válid[oa]s? (?:hasta|até)|validade|prossim[oaei]|scad\w*|valid[oa] fino|volgende|verloopt|vervalt|geldig tot"
    r"|следующ\w*|действител\w* до|następn\w*|ważn\w* do)\b|القادم|التالي|المقبل|صالح حتى|تنتهي|انتهاء|下次|有效期|次回|有効期限",
    re.I,
)
CHANGED = re.compile(
    r"\b(?:updat\w*|modif\w*|revised|changed|edited|aktualis\w*|geändert|änderung|überarbeitet|stand|mise? à jour|actualis\w*|actualiz\w*|aggiorna\w*|bijgewerkt|gewijzigd|wijziging|aangepast|atualiz\w*"
    r"|обновл\w*|изменен\w*|zaktualiz\w*|aktualiz\w*)\b|تحديث|تعديل|更新|修订|업데이트",
    re.I,
)
# Somebody who stands behind the text besides the author.
CHECKED = re.compile(
    r"\b(?:review\w*|approv\w*|checked|verif\w*|accredit\w*|version\w*|geprüft|überprüft|begutachtet|freigegeben|genehmigt|relue?|revue?|validée?|approuvée?|vérifiée?"
    r"|revisión|revisão|révision|revisad[oa]|aprobad[oa]|verificad[oa]|versión|revisione|revision\w*|revist[oa]|approvat[oa]|verificat[oa]|versione|beoordeeld|goedgekeurd|gecontroleerd|versie|aprovad[oa]|versão)\b"
    r"|مراجعة|راجع|اعتمد|معتمد|تدقيق|الإصدار",
    re.I,
)
YEAR = re.compile(r"(?<![\d-])(?:19|20)\d{2}(?![\d-])")
TIME = re.compile(r"(?<!\d)\d{1,2}(?:[:.h]\d{2}){1,2}(?!\d)|(?<!\d)\d{1,2}\s?(?:[ap]\.?m\b|uhr\b)", re.I)
_LABELS = """
published publication posted updated update reviewed modified created written date last first and the gmt utc est edt pst pdt
monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun
veröffentlicht veröffentlichung erschienen erstellt aktualisiert aktualisierung geändert änderung stand datum letzte zuletzt uhr montag dienstag mittwoch donnerstag freitag samstag sonntag
publié publiée paru créé publication mis mise jour dernière modification lundi mardi mercredi jeudi vendredi samedi dimanche
publicado publicación creado creato criado geplaatst actualizado última actualización modificación fecha lunes martes miércoles jueves viernes sábado domingo
pubblicato pubblicazione data aggiornato ultimo ultima aggiornamento modifica
atualizado atualização publicação modificação gepubliceerd publicatie bijgewerkt laatst laatste wijziging опубликовано обновлено
发布 发布时间 更新 更新时间 公開 公開日 更新日 最終更新 נשר עודכן פורסם تاريخ النشر نشر آخر تحديث
"""
LABELS = frozenset(_LABELS.split())
ONE_DAY = timedelta(days=1)  # between time zones
LONGEST_LINE = 160  # characters
MOST_BESIDE = 4  # words besides dates and names; more of them are a sentence
SOURCE = "date line"


def own_date(text: str, language: str, before: str = "") -> str:
    """The first date of a line that the page may have come out on, "" for none. ``before``: words in front of the line."""
    parts, rest = parted_by_dates(text, language)
    for label, found in parts:
        said = f"{before} {label}" + (rest if len(parts) == 1 else "")
        if not _is_coming(said, found):
            return found
        before = ""
    return ""


def _is_coming(label: str, found: str) -> bool:
    return COMING.search(label) is not None or date.fromisoformat(found) > dates.today() + ONE_DAY


def learn_dates(text: str, metadata: Metadata) -> None:
    """When the page came out, and when it was changed, where a line says so and nothing said it before."""
    parts, rest = parted_by_dates(text, _language(metadata))
    if not _author_in(text, metadata) and len(words_beside_dates(text)) > MOST_BESIDE:
        return
    for label, found in parts:
        label += rest if len(parts) == 1 else ""
        if len(text) > LONGEST_LINE or _is_coming(label, found) or _is_told(found, metadata):
            continue
        if CHANGED.search(label):
            metadata.modified = metadata.modified or Fact(found, SOURCE)
        elif not CHECKED.search(label):
            metadata.date = metadata.date or Fact(found, SOURCE)


def says_more(text: str, metadata: Metadata) -> bool:
    """Whether a line says anything that the facts do not: another day, another year, who approved the text."""
    parts, rest = parted_by_dates(text, _language(metadata))
    if not all(_is_told(found, metadata) for _, found in parts):
        return True
    left = " ".join([*(label for label, _ in parts), rest])
    author = _author_in(text, metadata)
    told = {fact.value[:4] for fact in (metadata.date, metadata.modified) if fact}
    if set(YEAR.findall(left)) - told:
        return True
    beside = [word for word in words_beside_dates(left) if word not in author]
    if not author and len(beside) > MOST_BESIDE:
        return True
    return len(beside) > 1 and (CHECKED.search(left) is not None or not (author or parts))


def words_beside_dates(text: str) -> list[str]:
    """The words of a line that are no part of a date: "Updated 3 May 2020: dose halved" says more than when."""
    words = re.findall(r"[^\W\d_]+", text.casefold())
    return [word for word in words if word not in MONTH and word not in LABELS and len(word) > 2]


def has_figures_beside_dates(text: str, language: str) -> bool:
    """Whether a line has numbers that are neither a date nor a time of day: "12 mg on 3 May 2020"."""
    parts, rest = parted_by_dates(text, language)
    return any(re.search(r"\d", TIME.sub("", words)) for words in (*(label for label, _ in parts), rest))


def _is_told(found: str, metadata: Metadata) -> bool:
    day = date.fromisoformat(found)
    facts = [iso_date(fact.value) for fact in (metadata.date, metadata.modified) if fact]
    return any(abs(date.fromisoformat(fact) - day) <= ONE_DAY for fact in facts if fact)


def _author_in(text: str, metadata: Metadata) -> set[str]:
    """The words of the author's name, where the line has it."""
    author = metadata.author.value if metadata.author else ""
    key = f" {words_key(text)} "
    if not any(f" {words_key(name)} " in key for name in (author, *author.split(",")) if words_key(name)):
        return set()
    return set(words_key(author).split())


def _language(metadata: Metadata) -> str:
    return metadata.language.value if metadata.language else ""

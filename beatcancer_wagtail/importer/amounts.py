"""Amounts, as doses are written in several languages, and words that say no."""

from __future__ import annotations

import re

from beatcancer_wagtail.importer.words import words_of

# Of one letter in small only: "5G" is a network.
_SIGNS = r"[mµμnk]g|mcg|(?-i:[gl])|[mcdµμ]l|[mnµμ]?mol|i\.?[ue]|u\.?i|мкг|[мк]?г|мл"
_WORDS = (
    r"(?:milli|micro|mikro)(?:g|l)\w+|units?|einheit(?:en)?|unités?|unidad(?:es)?|unità|eenheden"
    r"|tablet\w*|tablett\w+|pills?|comprim\w+|compress[ae]|pastillas?|таблет\w+"
    r"|drops|tropfen|gouttes?|gotas?|gocce|druppels|капл\w+|капель"
)
# Nothing marks where these end.
_ENDLESS = "مي?لي?\\s?غ|ملج|مجم|م[لغ]|ميكرو?غ|[غج]رام|وحد[اةت]|قطر[اةت]|أقراص|قرص|毫克|微克|毫升|[克片粒滴錠]|单位|單位|単位|ミリ|밀리|방울"

AMOUNT = re.compile(rf"\d\s?(?:(?:{_SIGNS}|{_WORDS})(?!\w)|{_ENDLESS})", re.I)
COUNTED = re.compile(r"\d\s?(?:%|[^\W\d_])")  # a number, and something of which there are so many
PART_OF_AMOUNT = re.compile(rf"\d|[%‰]|(?<!\w)(?:{_SIGNS}|units?)(?!\w)", re.I)

# How long, how old, how large or how hot: often of the site itself, so only where a part of an article goes.
_SIZES = r"°\s?[cf]?|mm(?:hg)?|cm|kg|kcal|kj|%"
_TIMES = (
    r"(?:second|minute|hour|day|week|month|year)s?|min|sekunden?|minuten?|stunden?|tage?n?|wochen?|monate?n?|jahre?n?"
    r"|secondes?|heures?|jours?|semaines?|mois|ans?|segundos?|minutos?|horas?|d[ií]as?|semanas?|m[eê]s(?:es)?|a[ñn]os?"
    r"|second[oi]|minut[oi]|or[ae]|giorn[oi]|settiman[ae]|mes[ei]|ann[oi]|uur|dag(?:en)?|we(?:ek|ken)|maand(?:en)?|jaar"
    r"|минут\w*|час\w*|дн(?:я|ей)|недел\w*|мес\w*|лет|год\w*"
)
_ENDLESS_TIMES = "دقيقة|دقائق|ساع(?:ة|ات)|يوم|أيام|أسبوع|أسابيع|شهر|أشهر|سن(?:ة|وات)|عام|分钟|小时|天|周|个月|岁|歲|时间|時間|歳|週間|厘米|度"
_NOT_OF_TEXT = r"(?!\s+(?:ago|read|lesezeit|de lecture|de lectura|di lettura|de leitura|leestijd)\b)"
MEASURED = re.compile(rf"\d\s?(?:(?:{_SIZES}|{_TIMES})(?!\w){_NOT_OF_TEXT}|{_ENDLESS_TIMES})", re.I)
_NOT = """
not no never without unsafe nicht kein keine keinen nie niemals ohne unsicher ne pas non jamais sans sin nunca jamás não sem mai senza niet geen nooit zonder
не нет без нельзя никогда nie bez ikke inte غير لا ليس بدون ليست לא ללא 不 没 無
"""
NOT = frozenset(_NOT.split())
_AVOID = """
avoid cannot vermeiden éviter évitez eviter evitez evitar evite evita evitare vermijd vermijden избегать избегайте تجنب تتجنب 禁
"""
SAYS_NO = NOT | frozenset(_AVOID.split())
SHORTENED = re.compile(r"n['’]t\b|ないで|ません", re.I)
# The answers to a question of the site, a part of a word ("non-Hodgkin"), and a month.
NO_NEGATION = re.compile(
    r"\b(?:yes|ja|oui|sí|si|sì|sim|да|tak)\b\W{0,3}\b(?:no|nein|nee|non|não|нет|nie)\b|نعم\W{0,3}لا\b|\bnon-|\bno\.?:?\s?\d|\bnot-for-profit\b|\bno (?:spam|comments)\b|\bwithout permission\b|\bnot a substitute for\b|\d\.?\s+mai\b|\bmai\s+\d",
    re.I,
)


def says_no(text: str) -> bool:
    text = NO_NEGATION.sub(" ", text)
    return SHORTENED.search(text) is not None or not SAYS_NO.isdisjoint(words_of(text))

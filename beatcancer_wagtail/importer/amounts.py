"""Amounts, as doses are written in several languages."""

from __future__ import annotations

import re

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

"""What one cell says, or a sentence why it cannot be taken. Nothing is guessed where two readings are possible."""

import datetime
import re
import unicodedata
from decimal import Decimal

from django.utils.translation import gettext as _

from beatcancer_wagtail.fields import ISBN_MESSAGES
from beatcancer_wagtail.importer.books.columns import fold
from beatcancer_wagtail.text.isbn import InvalidISBN, normalise_isbn

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\ufffe\uffff\ud800-\udfff]")
_AS_FORMULA = re.compile(r'=\s*"((?:[^"]|"")*)"', re.DOTALL)
_SCIENTIFIC = re.compile(r"[0-9][.,]?[0-9]*E\+?[0-9]+", re.IGNORECASE)
_WHOLE = re.compile(r"[0-9]{1,9}|[0-9]{1,3}([.,'’ \u00a0\u202f])[0-9]{3}(?:\1[0-9]{3})?")
_NUMBER = re.compile(r"([0-9]{1,3})(?:[.,]([0-9]{1,20}))?")
_OUT_OF_FIVE = re.compile(
    r"\s*(?:/|von|of|out of|sur|stars?|sterne?|étoiles?)\s*(?:5(?:[.,]0+)?)?\s*(?:stars?|sternen?|étoiles?)?",
    re.IGNORECASE,
)


class BadCell(ValueError):
    """``str(error)`` is a full sentence that says what to do."""


def tidy(text: str) -> str:
    """A cell without signs that nobody sees, and without the formula that spreadsheets put around digits."""
    text = _CONTROL.sub("", text).replace("\r\n", "\n").replace("\r", "\n").strip()
    if found := _AS_FORMULA.fullmatch(text):
        text = found[1].replace('""', '"').strip()
    return unicodedata.normalize("NFC", text)


def one_line(text: str) -> str:
    return " ".join(text.split())


def same(name: str) -> str:
    """What two ways to write one name or one tag have in common."""
    return one_line(unicodedata.normalize("NFKC", name)).casefold()


def parted(text: str, *, commas: bool = False) -> list[str]:
    """A list in one cell: parted by ``|``, ``;`` or lines, and by commas only where there is none of these."""
    signs = r"[|;\n]" if not commas or re.search(r"[|;\n]", text) else r"[,，،]"
    parts = (one_line(part) for part in re.split(signs, text))
    return [part for part in parts if part]


def isbn(text: str) -> tuple[str, str]:
    """The thirteen digits, and a warning or ""."""
    plain = unicodedata.normalize("NFKC", text).replace("\u00ad", "").strip(" '’`\"“”.,;:")
    if _SCIENTIFIC.fullmatch(plain.replace(" ", "")):
        raise _rounded(plain)
    plain = re.sub(r"^\s*(?:e-?)?isbn(?:[\s-]*1[03])?\s*[:：.]?\s*|\s*\([^)]*\)\s*$", "", plain, flags=re.IGNORECASE)
    plain = re.sub(r"(?<=[0-9])[.,]0+$", "", plain)
    try:
        return normalise_isbn(plain), ""
    except InvalidISBN as error:
        if re.fullmatch(r"[0-9]{7,8}[0-9Xx]", plain):
            return _with_leading_zeros(plain, error)
        if re.fullmatch(r"97[0-9]{1,6}0{5,10}", plain):
            raise _rounded(plain) from error
        raise BadCell(_("ISBN") + f" {_short(text)}: {ISBN_MESSAGES[error.code]}") from error


def _rounded(text: str) -> BadCell:
    return BadCell(
        _(
            "A spreadsheet has rounded the ISBN to %(text)s, and its digits are lost. Set the format of that column to"
            " text, and type the ISBN again."
        )
        % {"text": text}
    )


def _with_leading_zeros(plain: str, error: InvalidISBN) -> tuple[str, str]:
    """Spreadsheets drop the zero that an ISBN with ten digits begins with; its check digit says whether that was it."""
    try:
        whole = normalise_isbn(plain.zfill(10))
    except InvalidISBN:
        raise BadCell(_("ISBN") + f" {plain}: {ISBN_MESSAGES[error.code]}") from error
    return whole, _("The ISBN %(short)s was taken for %(whole)s: a spreadsheet had dropped its leading zeros.") % {
        "short": plain,
        "whole": plain.zfill(10),
    }


def rating(text: str) -> tuple[str, str]:
    """A number from 0 to 5 with at most two decimals, as text, and a warning or ""."""
    found = _NUMBER.match(text.strip())
    if not found or (text.strip()[found.end() :] and not _OUT_OF_FIVE.fullmatch(text.strip(), found.end())):
        raise BadCell(
            _("The rating %(text)s is no number from 0 to 5. Write it like 4.25 or 4,25, or leave the cell empty.")
            % {"text": _short(text)}
        )
    value = Decimal(f"{found[1]}.{found[2] or 0}")
    if value > 5:
        raise BadCell(
            _(
                "The rating %(text)s is more than 5. Write it as its source gives it for 5 stars, or leave the cell empty."
            )
            % {"text": _short(text)}
        )
    rounded = value.quantize(Decimal("0.01"))
    if rounded == value:
        return str(rounded), ""
    return str(rounded), _("The rating %(text)s was rounded to %(value)s.") % {"text": found[0], "value": rounded}


def whole_number(text: str) -> int:
    plain = re.sub(r"(?<=[0-9])[.,]00?$", "", text.strip())
    if not _WHOLE.fullmatch(plain):
        raise BadCell(
            _(
                "The number of ratings %(text)s is no whole number. Write it in digits, like 1511, or leave the cell empty."
            )
            % {"text": _short(text)}
        )
    return int(re.sub(r"[^0-9]", "", plain))


def year(text: str) -> int:
    """From a year, or from any date that has one."""
    plain = re.sub(r"[.,]0+$", "", text.strip())
    if re.fullmatch(r"(?:19|20)[0-9]{6}|(?:19|20)[0-9]{4}", plain):
        plain = plain[:4]
    years = set(re.findall(r"(?<![0-9])[1-9][0-9]{3}(?![0-9])", plain))
    if len(years) != 1:
        raise BadCell(
            _("“%(text)s” is no year. Write four digits, like 2019, or leave the cell empty.") % {"text": _short(text)}
        )
    return int(years.pop())


def day(text: str, *, day_first: bool = False) -> str:
    """A date as 2026-01-31; refused where day and month could be the other way round."""
    plain = text.strip()
    if found := re.match(r"([0-9]{4})(?:([0-9]{2})([0-9]{2})|[-./]([0-9]{1,2})[-./]([0-9]{1,2}))(?:$|[T ])", plain):
        return _date(plain, *filter(None, found.groups()))
    if found := re.fullmatch(r"([0-9]{1,2})\.\s?([0-9]{1,2})\.\s?([0-9]{4})", plain):
        return _date(plain, *reversed(found.groups()))
    if found := re.fullmatch(r"([0-9]{1,2})[/-]([0-9]{1,2})[/-]([0-9]{4})", plain):
        first, second, of_year = found.groups()
        if not day_first and int(first) <= 12 and int(second) <= 12 and int(first) != int(second):
            raise BadCell(
                _("The date %(text)s can be read in two ways. Write the year first: 2026-01-31.") % {"text": plain}
            )
        return _date(plain, of_year, *((first, second) if int(second) > 12 else (second, first)))
    if found := re.fullmatch(r"([0-9]{1,2})(?:st|nd|rd|th|er|\.)?\s+([^\W\d_]+)\.?,?\s+([0-9]{4})", plain):
        return _date(plain, found[3], _month(plain, found[2]), found[1])
    if found := re.fullmatch(r"([^\W\d_]+)\.?\s+([0-9]{1,2})(?:st|nd|rd|th)?,?\s+([0-9]{4})", plain):
        return _date(plain, found[3], _month(plain, found[1]), found[2])
    raise _no_date(plain)


_MONTHS = (
    "january januar janvier jan janv", "february februar fevrier feb fev fevr", "march marz maerz mars mar", "april avril apr avr",
    "may mai", "june juni juin jun", "july juli juillet jul juil", "august aout aug", "september septembre sept sep",
    "october oktober octobre oct okt", "november novembre nov", "december dezember decembre dec dez",
)  # fmt: skip


def _month(text: str, name: str) -> str:
    for number, names in enumerate(_MONTHS, 1):
        if fold(name) in names.split():
            return str(number)
    raise _no_date(text)


def _date(text: str, of_year: str, month: str, of_month: str) -> str:
    try:
        return datetime.date(int(of_year), int(month), int(of_month)).isoformat()
    except ValueError as error:
        raise _no_date(text) from error


def _no_date(text: str) -> BadCell:
    return BadCell(_("“%(text)s” is no date. Write it like 2026-01-31.") % {"text": _short(text)})


def _short(text: str) -> str:
    text = one_line(text)
    return text[:60] + "…" if len(text) > 60 else text

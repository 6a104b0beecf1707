"""International Standard Book Numbers (ISO 2108)."""

import re


class InvalidISBN(ValueError):
    """The text is no ISBN. ``code`` says why: ``"length"``, ``"prefix"`` or ``"check_digit"``."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def normalise_isbn(text: str) -> str:
    """The thirteen digits of an ISBN-13 or ISBN-10, without hyphens or blanks.

    Raises :class:`InvalidISBN` for a wrong length, a wrong prefix or a wrong check digit.
    """
    digits = re.sub(r"[\s\u2010-\u2015-]", "", text).upper()
    if re.fullmatch(r"[0-9]{9}[0-9X]", digits):
        if _remainder_10(digits):
            raise InvalidISBN("check_digit")
        digits = "978" + digits[:9]
        return digits + _check_digit_13(digits)
    if not re.fullmatch(r"[0-9]{13}", digits):
        raise InvalidISBN("length")
    if not digits.startswith(("978", "979")) or digits.startswith("9790"):
        raise InvalidISBN("prefix")
    if digits[12] != _check_digit_13(digits[:12]):
        raise InvalidISBN("check_digit")
    return digits


def _remainder_10(digits: str) -> int:
    values = [10 if digit == "X" else int(digit) for digit in digits]
    return sum(weight * value for weight, value in zip(range(10, 0, -1), values, strict=True)) % 11


def _check_digit_13(twelve: str) -> str:
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(twelve))
    return str(-total % 10)

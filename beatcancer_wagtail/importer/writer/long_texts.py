"""Texts that are longer than their field: the beginning fits, and the rest goes on below. No word is lost."""

import re

MORE = "…"
_SENTENCE_END = re.compile(r"[.!?。！？…](?=\s|$)|[。！？]")


def cut(text: str, limit: int | None) -> tuple[str, str]:
    """The beginning of ``text`` that fits into ``limit`` characters, and the rest; the rest is "" when all of it fits."""
    text = " ".join(text.split())
    if not limit or len(text) <= limit:
        return text, ""
    ends = [match.end() for match in _SENTENCE_END.finditer(text[:limit])]
    if ends and ends[-1] > limit // 2:
        return text[: ends[-1]].strip(), text[ends[-1] :].strip()
    space = text.rfind(" ", 0, limit - 1)
    if space > limit // 4:
        return f"{text[:space]} {MORE}", f"{MORE} {text[space:].strip()}"
    if _parts_anywhere(text[limit - 2 : limit]):
        return text[: limit - 1] + MORE, MORE + text[limit - 1 :]
    return text[: limit - 1] + MORE, text  # one long word: it stands whole below


def _parts_anywhere(signs: str) -> bool:
    """Whether a line may break between these signs, as it may in Chinese and Japanese."""
    return all("\u3000" <= sign <= "\u9fff" or "\uf900" <= sign <= "\ufaff" for sign in signs)

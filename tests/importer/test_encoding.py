"""Bytes to text: what the bytes show counts for more than what the page declares."""

from __future__ import annotations

import pytest

from beatcancer_wagtail.importer.reader import CannotRead, read_page

GERMAN = "Die Dosis beträgt höchstens fünf Tropfen täglich, größere Mengen schaden."
RUSSIAN = "Принимайте не более пяти капель в день, большие дозы опасны для печени и сердца."
JAPANESE = "一日の用量は五滴までです。それ以上は体に害があります。必ず医師に相談してください。"
CHINESE = "每天的剂量不超过五滴，过多会对身体有害，请先和你的医生商量，这是很重要的事情。"
TAIWAN = "每天的劑量不超過五滴，過多會對身體有害，請先和你的醫生商量，這是很重要的事情。"
KOREAN = "하루 용량은 다섯 방울을 넘지 않아야 합니다. 더 많은 양은 몸에 해롭습니다."
GREEK = "Η ημερήσια δόση δεν πρέπει να ξεπερνά τις πέντε σταγόνες, ρωτήστε τον γιατρό σας."
HEBREW = "המינון היומי אינו עולה על חמש טיפות, מינון גבוה יותר מזיק לגוף."
ARABIC = "الجرعة اليومية لا تزيد عن خمس قطرات، والجرعة الأكبر تضر بالجسم."


def html(text: str, *, charset: str = "", lang: str = "") -> str:
    meta = f'<meta charset="{charset}">' if charset else ""
    return f'<html lang="{lang}"><head>{meta}<title>T</title></head><body><main><p>{text}</p></main></body></html>'


def read(data: bytes, **options):
    return read_page(data, **options).root.get_text()


@pytest.mark.parametrize(
    ("text", "codec", "declared"),
    [
        (GERMAN, "cp1252", "iso-8859-1"),
        (GERMAN, "cp1252", "windows-1252"),
        (GERMAN, "iso8859-15", "iso-8859-15"),
        (RUSSIAN, "cp1251", "windows-1251"),
        (RUSSIAN, "koi8-r", "koi8-r"),
        (JAPANESE, "cp932", "Shift_JIS"),
        (JAPANESE, "euc_jp", "euc-jp"),
        (JAPANESE, "iso2022_jp", "iso-2022-jp"),
        (CHINESE, "gb18030", "gb2312"),
        (TAIWAN, "big5", "big5"),
        (KOREAN, "cp949", "euc-kr"),
        (GREEK, "iso8859-7", "iso-8859-7"),
        (HEBREW, "cp1255", "windows-1255"),
        (ARABIC, "cp1256", "windows-1256"),
    ],
)
def test_a_right_declaration_is_followed(text, codec, declared):
    assert text in read(html(text, charset=declared).encode(codec))


@pytest.mark.parametrize("text", [GERMAN, RUSSIAN, JAPANESE, ARABIC])
@pytest.mark.parametrize("declared", ["iso-8859-1", "gb2312", "windows-1251", "utf-16", "nonsense", "", "utf-7", "zip"])
def test_utf8_is_known_whatever_the_page_declares(text, declared):
    assert text in read(html(text, charset=declared).encode("utf-8"))


@pytest.mark.parametrize("declared", ["", "utf-8"])
@pytest.mark.parametrize(
    ("text", "codec"),
    [
        (GERMAN, "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (JAPANESE, "cp932"),
        (JAPANESE, "euc_jp"),
        (CHINESE, "gb18030"),
        (TAIWAN, "big5"),
        (KOREAN, "cp949"),
        (GREEK, "cp1253"),
        (HEBREW, "cp1255"),
        (ARABIC, "cp1256"),
    ],
)
def test_an_encoding_that_is_not_declared_or_declared_wrong_is_found_out(text, codec, declared):
    assert text in read(html(text, charset=declared).encode(codec))


@pytest.mark.parametrize(
    ("text", "codec", "lang"), [("Zażółć gęślą jaźń", "iso8859-2", "pl"), ("Şişli için", "cp1254", "tr")]
)
def test_the_language_that_a_page_names_helps_with_its_encoding(text, codec, lang):
    assert text in read(html(text, lang=lang).encode(codec))


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_followed(codec):
    assert GERMAN in read(html(GERMAN, charset="iso-8859-1").encode(codec))


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf16_is_known_without_a_byte_order_mark(codec):
    assert GERMAN in read(html(GERMAN).encode(codec))


def test_utf8_with_stray_bytes_keeps_every_letter():
    data = html(GERMAN + RUSSIAN + " caf@ noir").encode("utf-8").replace(b"caf@", b"caf\xe9")

    text = read(data)

    assert GERMAN in text
    assert "café noir" in text


def test_utf8_that_is_cut_short_is_still_utf8():
    assert "Принимайте" in read(html(RUSSIAN).encode("utf-8")[:-40][:120])


def test_a_given_encoding_is_followed():
    assert RUSSIAN in read(html(RUSSIAN, charset="iso-8859-1").encode("cp1251"), encoding="windows-1251")


def test_what_is_not_as_declared_is_told():
    found = read_page(html(GERMAN, charset="gb2312").encode("utf-8"))

    assert found.encoding == "utf-8"
    assert any("gb2312" in warning for warning in found.warnings)


def test_nul_bytes_and_other_controls_are_gone():
    text = read(html("five\x00 drops\x08 a day").encode())

    assert "five drops a day" in text


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\x00" * 300, "empty"),
        (b"%PDF-1.7 text text", "pdf"),
        (b"PK\x03\x04" + bytes(range(256)), "binary"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "binary"),
        (bytes(range(256)) * 40, "binary"),
        (b"\x1f\x8b\x08" + bytes(300), "binary"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<html>", "mhtml"),
    ],
)
def test_what_is_no_page_is_refused_with_a_sentence(data, code):
    with pytest.raises(CannotRead) as refused:
        read_page(data)

    assert refused.value.code == code
    assert refused.value.message.endswith(".")

"""Bytes to text: what the bytes show counts for more than what the page declares."""

from __future__ import annotations

import pytest

from beatcancer_wagtail.importer.reader import CannotRead, read_page
from beatcancer_wagtail.importer.reader.guess import OTHER_SCRIPT

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


MISREAD = [
    (RUSSIAN, "cp1251", "ru"),
    (RUSSIAN, "cp1251", "bg-BG"),
    (GREEK, "cp1253", "el"),
    (HEBREW, "cp1255", "he"),
    (ARABIC, "cp1256", "ar"),
    (CHINESE, "gb18030", "zh-CN"),
    (JAPANESE, "cp932", "ja"),
    (KOREAN, "cp949", "ko"),
]


@pytest.mark.parametrize(("text", "codec", "lang"), MISREAD)
@pytest.mark.parametrize("declared", ["windows-1252", "iso-8859-1"])
def test_a_western_encoding_is_not_believed_where_the_language_has_another_script(text, codec, lang, declared):
    found = read_page(html(text, charset=declared, lang=lang).encode(codec))

    assert text in found.root.get_text()
    assert found.encoding == codec
    assert any(declared in str(warning) for warning in found.warnings)
    assert not found.look


@pytest.mark.parametrize("lang", ["ru", "el", "he", "ar", "zh"])
def test_a_text_with_accents_is_read_as_declared_whatever_its_language(lang):
    page = html("The café serves crème brûlée, naïve jalapeño soup and a Köln beer.", charset="windows-1252", lang=lang)
    found = read_page(page.encode("cp1252"))

    assert "café serves crème brûlée" in found.root.get_text()
    assert [sentence.template for sentence in found.look] == [OTHER_SCRIPT]


@pytest.mark.parametrize(("text", "codec", "lang"), MISREAD)
def test_a_page_without_a_letter_of_its_language_needs_a_look(text, codec, lang):
    page = html(text.encode(codec).decode("latin-1"), lang=lang).encode()

    assert [sentence.template for sentence in read_page(page).look] == [OTHER_SCRIPT]
    assert not read_page(html(text, lang=lang).encode()).look
    assert not read_page(html("Take two cups.", lang=f"{lang[:2]}-latn").encode()).look


@pytest.mark.parametrize(
    ("text", "codec", "lang"),
    [
        (RUSSIAN, "cp1251", "ru"),
        (RUSSIAN, "koi8-r", "ru"),
        (RUSSIAN, "iso8859-5", "ru"),
        (RUSSIAN, "cp866", "ru"),
        (ARABIC, "cp1256", "ar"),
        (ARABIC, "iso8859-6", "ar"),
        (GREEK, "cp1253", "el"),
        (GREEK, "iso8859-7", "el"),
        (CHINESE, "gb18030", "zh"),
        (TAIWAN, "big5hkscs", "zh"),
        (JAPANESE, "cp932", "ja"),
        (JAPANESE, "euc_jp", "ja"),
    ],
)
@pytest.mark.parametrize("declared", ["", "windows-1252"])
def test_of_the_encodings_of_a_language_the_one_that_fits_is_taken(text, codec, lang, declared):
    assert text in read(html(text, charset=declared, lang=lang).encode(codec))

"""The numbers are those of ``Intl.Segmenter``, which counts for Wagtail's editor panel."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beatcancer_wagtail.text.plain import count_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        (" \n\t ", 0),
        ("… — !? 👍 👩‍⚕️", 0),
        ("___", 0),
        ("Cancer cells can travel.", 4),
        ("don't", 1),
        ("it’s the patient’s choice", 4),
        ('‘quoted’ "words"', 2),
        ("L'hôpital aujourd’hui", 2),
        ("self-help", 2),
        ("CA-125 and BRCA1/2", 5),
        ("3.5 mg of 1,000 mg", 5),
        ("one,two", 2),
        ("e.g. at 9 a.m.", 4),
        ("www.example.org", 1),
        ("file_name", 1),
        ("ends.With a dot.", 3),
    ],
)
def test_words_in_latin_script(text, words):
    assert count_words(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("ما هو السرطان؟ وكيف ينتشر؟", 5, id="Arabic"),
        pytest.param("مُحَمَّد يَقْرَأُ", 2, id="Arabic with vowel signs"),
        pytest.param("می\u200cخواهم بدانم", 2, id="Persian with a joiner inside a word"),
        pytest.param("מהו סרטן", 2, id="Hebrew"),
        pytest.param("हिन्दी में कैंसर के बारे में जानकारी", 7, id="Hindi, whose vowel signs are no letters"),
        pytest.param("암은 몸의 세포가 자라서 퍼질 수 있는 병입니다", 8, id="Korean"),
        pytest.param("cafe\u0301 re\u0301sume\u0301", 2, id="accents typed apart from their letters"),
        pytest.param("can\u00adcer", 1, id="a soft hyphen"),
        pytest.param("treat\u200bment", 2, id="a space of no width"),
        pytest.param("\u202bcancer\u202c", 1, id="marks of direction"),
    ],
)
def test_words_in_other_scripts_with_spaces(text, words):
    assert count_words(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            "癌症是什么?癌症是一大类疾病的统称,身体里的细胞不受控制地生长,并且可能扩散到身体的其他部位。医生会通过手术、放疗或化疗来治疗癌症。",
            38,
            id="Chinese",
        ),
        pytest.param(
            "がんとは何ですか。がんは体の細胞が異常に増え、ほかの場所に広がることがある病気です。医師は手術や放射線治療、薬物療法などで治療します。",
            38,
            id="Japanese",
        ),
        pytest.param(
            "มะเร็งคืออะไร มะเร็งเป็นโรคที่เซลล์ในร่างกายเติบโตผิดปกติและสามารถแพร่กระจายไปยังส่วนอื่นของร่างกายได้ แพทย์จะตรวจหาและรักษาด้วยการผ่าตัด รังสีรักษา หรือยาเคมีบำบัด",
            39,
            id="Thai",
        ),
        pytest.param(
            "ມະເຮັງແມ່ນພະຍາດທີ່ເຊວໃນຮ່າງກາຍເຕີບໃຫຍ່ຜິດປົກກະຕິ ແລະ ສາມາດແຜ່ລາມໄປຍັງສ່ວນອື່ນຂອງຮ່າງກາຍ",
            19,
            id="Lao",
        ),
        pytest.param(
            "ជំងឺមហារីកគឺជាជំងឺដែលកោសិកាក្នុងរាងកាយលូតលាស់ខុសធម្មតា ហើយអាចរាលដាលទៅផ្នែកផ្សេងទៀតនៃរាងកាយ",
            17,
            id="Khmer",
        ),
        pytest.param("CT扫描和MRI检查", 5, id="Chinese with Latin words"),
    ],
)
def test_words_in_scripts_without_spaces_are_estimated(text, words):
    """Within a quarter of what a dictionary finds: a reading time needs no more."""
    assert count_words(text) == pytest.approx(words, rel=0.25)


@given(st.text())
def test_any_text_can_be_counted(text):
    assert 0 <= count_words(text) <= len(text)


@given(st.lists(st.text("abcdefgé", min_size=1, max_size=8)))
def test_counts_what_blanks_separate(words):
    assert count_words(" ".join(words)) == len(words)

"""Messages of publishers, in the parts of ONIX 3 that are common."""

import io

import pytest

from beatcancer_wagtail.importer.books.opening import read_books
from beatcancer_wagtail.importer.books.row import CannotReadBooks
from tests.importer.book_files import GARDEN, PRODUCT, REFERENCE, TIDE, onix_of, read, row_of, with_short_tags

VALUES = {
    "title": "The Winter Garden",
    "subtitle": "What still grows",
    "authors": ["Ada Example", "Ben Sample"],
    "isbn": GARDEN,
    "publisher": "Seed Hall Press",
    "year": 2019,
    "blurb": "For people who wait & hope.\n\n– one\n– two",
    "tags": ["waiting", "gardens", "Winter"],
}
NAMED = '<?xml version="1.0" encoding="{}"?>'


def refusal(text):
    with pytest.raises(CannotReadBooks) as refused:
        read(text if isinstance(text, bytes) else text.encode())
    return str(refused.value)


def product_with(old, new):
    assert old in PRODUCT
    return row_of(onix_of(PRODUCT.replace(old, new)).encode())


@pytest.mark.parametrize(
    "data",
    [
        onix_of(PRODUCT).encode(),
        onix_of(PRODUCT, namespace="").encode(),
        onix_of(PRODUCT, release="3.1", namespace="http://ns.editeur.org/onix/3.1/reference").encode(),
        with_short_tags(onix_of(PRODUCT, namespace="http://ns.editeur.org/onix/3.0/short")).encode(),
        with_short_tags(onix_of(PRODUCT, namespace="")).encode(),
        onix_of(PRODUCT)
        .replace("xmlns=", "xmlns:o=")
        .replace("<ONIXM", "<o:ONIXM")
        .replace("</ONIXM", "</o:ONIXM")
        .encode(),
        onix_of(PRODUCT, prolog=NAMED.format("UTF-16")).encode("utf-16"),
        onix_of(PRODUCT, prolog=NAMED.format("windows-1252")).encode("cp1252"),
        b"\xef\xbb\xbf" + onix_of(PRODUCT).encode(),
    ],
    ids=["reference", "no namespace", "3.1", "short", "short, no namespace", "prefix", "utf-16", "cp1252", "mark"],
)
def test_a_product_in_every_dress(data):
    row = row_of(data)
    assert (row.values, row.problem) == (VALUES, "")


def test_a_cover_is_a_line_of_the_report_only():
    assert "https://example.org/cover.jpg" in row_of(onix_of(PRODUCT).encode()).warnings[0]


def test_what_is_withdrawn_is_refused_and_stays_refused_when_it_is_uploaded_again():
    row = product_with("<NotificationType>03<", "<NotificationType>05<")
    assert "withdraws" in row.problem
    assert row.raw["notification"] == "05"
    table = ",".join(row.raw).encode() + b"\n" + ",".join(f'"{cell}"' for cell in row.raw.values()).encode() + b"\n"
    assert "withdraws" in row_of(table).problem


@pytest.mark.parametrize(
    "identifier",
    [
        f"<ProductIDType>03</ProductIDType><IDValue>{GARDEN}</IDValue>",
        "<ProductIDType>02</ProductIDType><IDValue>0306406152</IDValue>",
        "<ProductIDType>15</ProductIDType><IDValue>978-0-306-40615-7</IDValue>",
    ],
)
def test_every_kind_of_isbn(identifier):
    row = product_with(f"<ProductIDType>15</ProductIDType><IDValue>{GARDEN}</IDValue>", identifier)
    assert row.values["isbn"] == GARDEN


def test_a_number_that_is_no_isbn_is_none():
    row = product_with(
        "<ProductIDType>15</ProductIDType><IDValue>9780306406157<",
        "<ProductIDType>03</ProductIDType><IDValue>4006381333931<",
    )
    assert "isbn" not in row.values


def test_a_prefix_with_an_apostrophe_stands_close():
    assert product_with("<TitlePrefix>The<", "<TitlePrefix>L’<").values["title"] == "L’Winter Garden"


def test_editors_stand_for_authors_where_there_are_none():
    assert product_with("<ContributorRole>A01<", "<ContributorRole>B01<").values["authors"] == [
        "Ada Example",
        "Ben Sample",
    ]


def test_an_illustrator_or_translator_is_no_author():
    assert "Tess Translator" not in row_of(onix_of(PRODUCT).encode()).values["authors"]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("<Text>Plain &amp; short, a &lt; b</Text>", "Plain & short, a < b"),
        (
            '<Text textformat="02">&lt;p&gt;One &amp;amp; two&lt;/p&gt;&lt;p&gt;Three&lt;/p&gt;</Text>',
            "One & two\n\nThree",
        ),
        ("<Text><![CDATA[<p>One</p><p>Two</p>]]></Text>", "One\n\nTwo"),
        (
            '<Text textformat="05" xmlns:h="http://www.w3.org/1999/xhtml"><h:p>One</h:p><h:p>Two<h:br/>three</h:p></Text>',
            "One\n\nTwo\nthree",
        ),
        ("<Text><p>One</p><script>alert(1)</script></Text>", "One"),
    ],
)
def test_descriptions_become_plain_text(written, text):
    start, end = (
        PRODUCT.index('<Text textformat="05">'),
        PRODUCT.index("</Text>", PRODUCT.index('<Text textformat="05">')) + 7,
    )
    assert row_of(onix_of(PRODUCT[:start] + written + PRODUCT[end:]).encode()).values["blurb"] == text


def test_a_text_for_the_trade_is_not_shown_to_readers():
    row = product_with("<TextType>03</TextType><ContentAudience>00<", "<TextType>03</TextType><ContentAudience>02<")
    assert row.values["blurb"] == "In short."


def test_a_product_without_a_title_and_one_with_a_wrong_number_do_not_stop_the_others():
    wrong = PRODUCT.replace(GARDEN, "9780306406158")
    rows = read(onix_of("<Product/>", wrong, PRODUCT.replace(GARDEN, TIDE)).encode())
    assert [row.values.get("isbn", "") for row in rows] == ["", "", TIDE]
    assert "check digit" in rows[1].problem
    assert [row.line for row in rows] == [1, 2, 3]


def test_a_declared_document_type_is_no_harm_and_its_entities_are_those_of_html():
    prolog = '<!DOCTYPE ONIXMessage SYSTEM "http://onix.invalid/reference.dtd">'
    data = onix_of(PRODUCT.replace("Seed Hall", "Seed&nbsp;H&auml;ll"), prolog=prolog).encode()
    assert row_of(data).values["publisher"] == "Seed Häll Press"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (onix_of(release="2.1"), "ONIX 2.1"),
        (onix_of(), "no books"),
        ("<rss/>", "<rss>"),
        (f"<Product>{PRODUCT}</Product>", "<Product>"),
        (onix_of(PRODUCT)[:-200], "well-formed"),
        (onix_of(PRODUCT.replace("The<", "&auml;<")), "well-formed"),
        ('<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>' + onix_of("&b;", prolog=""), "entities"),
        ('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>' + onix_of("&a;", prolog=""), "entities"),
        ('<!DOCTYPE x [<!ENTITY % a SYSTEM "http://127.0.0.1/">%a;]>' + onix_of(prolog=""), "entities"),
        (onix_of("<Product>" + "<a>" * 100_000, prolog=""), "nested"),
        (onix_of("<Product><a>" + "x" * 8_000_000), "larger than"),
        (onix_of("<a/>" * 20_000), "no book"),
        ("<?xml version='1.0' encoding='klingon'?><ONIXMessage/>", "well-formed"),
    ],
)
def test_what_is_no_message_is_refused_with_one_sentence(text, said):
    problem = refusal(text)
    assert said in problem
    assert problem.endswith(".")


def test_a_long_message_is_read_in_a_stream():
    file = io.BytesIO(onix_of(*[PRODUCT] * 1_000, namespace=REFERENCE).encode())
    rows = iter(read_books(file))
    assert next(rows).values["title"] == "The Winter Garden"
    assert file.tell() < len(file.getvalue()) / 5
    assert len(list(rows)) == 999

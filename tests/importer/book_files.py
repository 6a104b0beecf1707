"""Files of books, made as other programs make them."""

import datetime
import io
import re
import zipfile

from openpyxl import Workbook

from beatcancer_wagtail.importer.books.onix_tags import SHORT
from beatcancer_wagtail.importer.books.opening import read_books

GARDEN, TIDE, LANTERN = "9780306406157", "9783161484100", "9782070408504"
HEADER = "title;authors;isbn;publisher;year;description;tags;rating;number of ratings;rating source;rating as of"
NAMES = HEADER.split(";")


def csv_of(*rows, header=HEADER, encoding="utf-8-sig"):
    """CSV with semicolons; each row is a text, or the cells by their column."""
    lines = [row if isinstance(row, str) else ";".join(row.get(name, "") for name in NAMES) for row in rows]
    return "\n".join([header, *lines, ""]).encode(encoding)


def read(data, **options):
    """The rows of a file that is given as bytes."""
    return list(read_books(io.BytesIO(data), **options))


def row_of(data, **options):
    """The only row of a file."""
    (row,) = read(data, **options)
    return row


def xlsx_of(*sheets, hidden=(), merged=(), formats=None):
    """A workbook; each sheet is its rows, or its name and its rows."""
    book = Workbook()
    book.remove(book.active)
    for number, sheet in enumerate(sheets, 1):
        name, rows = sheet if isinstance(sheet, tuple) else (f"Sheet {number}", sheet)
        page = book.create_sheet(name)
        for row in rows:
            page.append(row)
        for cells in merged:
            page.merge_cells(cells)
        for place, number_format in (formats or {}).items():
            page[place].number_format = number_format
        page.sheet_state = "hidden" if name in hidden else "visible"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def with_part(data, name, change):
    """A workbook in which one of its parts is another one."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        parts = {info.filename: old.read(info) for info in old.infolist()}
        parts[name] = change(parts.get(name, b""))
        for part, content in parts.items():
            new.writestr(part, content)
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
LOOKED_UP = datetime.date(2026, 1, 31)

PRODUCT = """
<Product>
  <RecordReference>org.example.1</RecordReference>
  <NotificationType>03</NotificationType>
  <ProductIdentifier><ProductIDType>01</ProductIDType><IDValue>4711</IDValue></ProductIdentifier>
  <ProductIdentifier><ProductIDType>15</ProductIDType><IDValue>9780306406157</IDValue></ProductIdentifier>
  <DescriptiveDetail>
    <Collection><TitleDetail><TitleType>01</TitleType><TitleElement>
      <TitleElementLevel>02</TitleElementLevel><TitleText>Small Books for Long Nights</TitleText>
    </TitleElement></TitleDetail></Collection>
    <TitleDetail><TitleType>01</TitleType><TitleElement>
      <TitleElementLevel>01</TitleElementLevel>
      <TitlePrefix>The</TitlePrefix><TitleWithoutPrefix>Winter Garden</TitleWithoutPrefix>
      <Subtitle>What <em>still</em> grows</Subtitle>
    </TitleElement></TitleDetail>
    <Contributor><SequenceNumber>2</SequenceNumber><ContributorRole>A01</ContributorRole>
      <PersonNameInverted>Sample, Ben</PersonNameInverted></Contributor>
    <Contributor><SequenceNumber>1</SequenceNumber><ContributorRole>A01</ContributorRole>
      <NamesBeforeKey>Ada</NamesBeforeKey><KeyNames>Example</KeyNames></Contributor>
    <Contributor><SequenceNumber>3</SequenceNumber><ContributorRole>B06</ContributorRole>
      <PersonName>Tess Translator</PersonName></Contributor>
    <Subject><SubjectSchemeIdentifier>20</SubjectSchemeIdentifier>
      <SubjectHeadingText>waiting; gardens;Winter</SubjectHeadingText></Subject>
    <Subject><SubjectSchemeIdentifier>93</SubjectSchemeIdentifier><SubjectCode>VFJB</SubjectCode></Subject>
  </DescriptiveDetail>
  <CollateralDetail>
    <TextContent><TextType>02</TextType><ContentAudience>00</ContentAudience><Text>In short.</Text></TextContent>
    <TextContent><TextType>03</TextType><ContentAudience>00</ContentAudience>
      <Text textformat="05"><p>For people who <strong>wait</strong> &amp; hope.</p><ul><li>one</li><li>two</li></ul></Text>
    </TextContent>
    <SupportingResource><ResourceContentType>01</ResourceContentType><ContentAudience>00</ContentAudience>
      <ResourceVersion><ResourceForm>02</ResourceForm><ResourceLink>https://example.org/cover.jpg</ResourceLink>
      </ResourceVersion></SupportingResource>
  </CollateralDetail>
  <PublishingDetail>
    <Imprint><ImprintName>Little Seed</ImprintName></Imprint>
    <Publisher><PublishingRole>01</PublishingRole><PublisherName>Seed Hall Press</PublisherName></Publisher>
    <PublishingDate><PublishingDateRole>01</PublishingDateRole><Date dateformat="00">20190402</Date></PublishingDate>
  </PublishingDetail>
</Product>
"""
REFERENCE = "http://ns.editeur.org/onix/3.0/reference"


def onix_of(*products, namespace=REFERENCE, release="3.0", prolog='<?xml version="1.0" encoding="UTF-8"?>'):
    """An ONIX message with reference tags, as text."""
    declared = f' xmlns="{namespace}"' if namespace else ""
    return f'{prolog}<ONIXMessage release="{release}"{declared}><Header/>{"".join(products)}</ONIXMessage>'


def with_short_tags(message):
    """The same message, as most publishers send it."""
    short = {long: tag for tag, long in SHORT.items()}
    return re.sub(r"(</?)(\w+)", lambda found: found[1] + short.get(found[2], found[2]), message)

import pytest
from django.apps import apps

from beatcancer_wagtail.blocks.streams import TABLES_APP
from tests.blocks.rendering import shown
from tests.builders import block, make_article, table
from tests.reading import read, words

pytestmark = pytest.mark.skipif(
    not apps.is_installed(TABLES_APP), reason=f"{TABLES_APP} is not installed with these settings"
)

SCANS = table(["Test", "What it shows"], ["CT", "Slices"], ["MRI", "Soft tissue"], caption="Two scans")


def cells(soup):
    return [
        [f"{cell.name} {cell.get('scope', '-')} {words(cell)}".strip() for cell in row("th") + row("td")]
        for row in soup("tr")
    ]


def test_header_cells_say_what_they_head():
    assert cells(shown(SCANS)) == [
        ["th col Test", "th col What it shows"],
        ["th row CT", "td - Slices"],
        ["th row MRI", "td - Soft tissue"],
    ]


def test_the_first_column_may_be_ordinary():
    soup = shown(table(["Test", "What it shows"], ["CT", "Slices"], row_headers=False))

    assert cells(soup)[1] == ["td - CT", "td - Slices"]


def test_an_empty_heading_is_no_header_cell():
    """A screen reader would announce an empty name with every cell of its column or row."""
    soup = shown(table(["", "Dose"], ["Morning", "1"], ["", "2"]))

    assert cells(soup) == [["th col Dose", "td -"], ["th row Morning", "td - 1"], ["td -", "td - 2"]]


def test_the_caption_names_the_table_and_the_area_that_scrolls():
    soup = shown(SCANS)

    assert words(soup.caption) == "Two scans"
    assert (soup.div["role"], soup.div["tabindex"], soup.div["aria-label"]) == ("region", "0", "Two scans")


def test_a_table_without_a_caption_is_still_named():
    soup = shown(table(["A"], ["1"]))

    assert soup.div["aria-label"] == "Table"
    assert not soup.caption


def test_cells_may_hold_rich_text_and_numbers():
    value = {
        "columns": [{"type": kind, "heading": kind} for kind in ("text", "rich_text", "number")],
        "rows": [{"values": ["a < b", "<p>Not <b>more</b>.</p>", "2.50"]}, {"values": [None, None, None]}],
        "caption": "",
    }
    soup = shown(block("table", {"table": value, "row_headers": True}))

    assert cells(soup)[1] == ["th row a < b", "td - Not more .", "td - 2.50"]
    assert cells(soup)[2] == ["td -", "td -", "td -"]
    assert soup.td.b


@pytest.mark.parametrize("value", [{}, {"table": None}, {"table": {"columns": [], "rows": [], "caption": "Alone"}}])
def test_a_table_without_columns_is_not_shown(value):
    assert not shown(block("table", value)).find(True)


def test_a_table_with_only_a_heading_row_is_shown():
    assert cells(shown(table(["Test", "Result"]))) == [["th col Test", "th col Result"]]


@pytest.mark.django_db
def test_links_in_cells_lead_somewhere(client):
    target = make_article(title="Scans")
    value = {
        "columns": [{"type": "rich_text", "heading": "More"}],
        "rows": [{"values": [f'<p><a linktype="page" id="{target.pk}">Scans</a></p>']}],
        "caption": "",
    }
    page = read(client, make_article(body=[block("table", {"table": value, "row_headers": True})]).url)

    assert page.select_one(".bc-table a")["href"] == target.url

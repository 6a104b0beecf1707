"""Tables without header cells: those that hold data stay tables, and columns of a layout stand below their headings."""

from __future__ import annotations

import pytest

from beatcancer_wagtail.importer.convert import convert

WORDS = "Two cups of larch tea a day are enough for most people, and three are too many for anybody at all."
LONG = "Walk down to the river with somebody who knows the way, and come back before the evening. " * 3


def document(html: str, **options) -> dict:
    page = f"<html><head><title>Larch tea</title></head><body><main><h1>Larch tea</h1><p>{WORDS}</p>{html}</main></body></html>"
    return convert(page.encode(), address="https://tea.example/larch", **options).document


def table(*rows: list[str], attributes: str = "") -> str:
    lines = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return f"<table {attributes}>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


def flat(blocks: list[dict]) -> list[object]:
    """What a reader meets, in its order: headings, texts and tables."""
    found: list[object] = []
    for block in blocks:
        value = block["value"]
        if block["type"] in ("section", "subsection"):
            found += [value["heading"], *flat(value["content"])]
        else:
            found.append(
                value["data"] if block["type"] == "table" else value if isinstance(value, str) else block["type"]
            )
    return found


def read(html: str, **options) -> list[object]:
    found = document(html, **options)
    coverage = found["report"]["coverage"]
    assert (coverage["percent"], coverage["order"], coverage["added"]) == (100, 100, [])
    return flat(found["body"])[1:]


ADULTS = ["<h4>Adults</h4>", "<h4>Children</h4>"]
BOLD = ["<b>Adults</b>", "<b>Children</b>"]


@pytest.mark.parametrize("as_found", [True, False])
@pytest.mark.parametrize(
    ("rows", "data"),
    [
        ([ADULTS, ["5 cups", "None"]], [BOLD, ["5 cups", "None"]]),
        ([ADULTS, ["<p>5 cups</p>", "<p>None</p>"]], [BOLD, ["5 cups", "None"]]),
        (
            [["", *ADULTS], ["Day 1", "5 cups", "1 cup"], ["Day 2", "6 cups", "None"]],
            [["", *BOLD], ["Day 1", "5 cups", "1 cup"], ["Day 2", "6 cups", "None"]],
        ),
        (
            [["<b>Age</b>", "<b>Cups</b>"], [ADULTS[0], "5"], [ADULTS[1], "1"]],
            [["<b>Age</b>", "<b>Cups</b>"], [BOLD[0], "5"], [BOLD[1], "1"]],
        ),
        (
            [["Tea", "Cups"], ["Larch", "<h4>Adults</h4>5<h4>Children</h4>1"], ["Oak", "None"]],
            [["Tea", "Cups"], ["Larch", "<p><b>Adults</b></p><p>5</p><p><b>Children</b></p><p>1</p>"], ["Oak", "None"]],
        ),
        ([ADULTS, [LONG, LONG], [LONG, "None"]], [BOLD, [LONG.strip(), LONG.strip()], [LONG.strip(), "None"]]),
    ],
    ids=["two by two", "paragraphs", "an empty corner", "the first column", "within a cell", "long cells"],
)
def test_cells_below_headings_stay_a_table(rows, data, as_found):
    assert read(table(*rows), as_found=as_found) == [data]


def test_a_table_below_its_title_in_one_cell_stays_one():
    assert read(table(["<h3>Cups</h3>"], ["Day", "Adults"], ["1", "5"], ["2", "6"])) == [
        [["<b>Cups</b>", ""], ["Day", "Adults"], ["1", "5"], ["2", "6"]]
    ]


def test_headings_above_rows_stay_above_them_whatever_the_table_says_of_itself():
    rows = [["<h4>Day</h4>", *ADULTS], ["1", "5 cups", "1 cup"], ["2", "6 cups", "None"]]
    assert read(table(*rows, attributes="role=presentation"))[0][1:] == rows[1:]


@pytest.mark.parametrize(
    "thing",
    [
        "<figure><img src=/cup.jpg alt='A cup'><figcaption>white</figcaption></figure>",
        '<iframe src="https://www.youtube.com/embed/abcdefghijk" title="How"></iframe>',
        "<details><summary>Why</summary><p>Because they are tall and thirsty.</p></details>",
    ],
)
def test_a_figure_a_film_or_a_fold_in_a_cell_leaves_the_rows_whole(thing):
    (data, *_) = flat(
        document(table(["Age", "Cups", "Why"], ["Adults", f"5 {thing}", "Tall"], ["Children", "1", "Small"]))["body"]
    )[1:]
    assert [row[0] for row in data] == ["Age", "Adults", "Children"]
    assert (data[1][2], data[2]) == ("Tall", ["Children", "1", "Small"])


@pytest.mark.parametrize(
    "rows",
    [
        [
            ["<h3>Oak</h3><p>Tall.</p>", "<h3>Elm</h3><p>Old.</p>"],
            ["<h3>Ash</h3><p>Thin.</p>", "<h3>Yew</h3><p>Dark.</p>"],
        ],
        [
            ["<h2>Trees</h2><ul><li><a href=/a>Oak</a><li><a href=/b>Elm</a></ul>", f"<h2>Walks</h2><p>{LONG}</p>"],
            ["<p>Foot</p>", "<p>Note</p>"],
        ],
        [
            [
                "<figure><img src=/a.jpg alt=a><figcaption>Oak</figcaption></figure>",
                "<figure><img src=/b.jpg alt=b><figcaption>Elm</figcaption></figure>",
            ],
            [
                "<figure><img src=/c.jpg alt=c><figcaption>Ash</figcaption></figure>",
                "<figure><img src=/d.jpg alt=d></figure>",
            ],
        ],
        [["<img src=/a.jpg alt=a>", "<h3>Oak</h3><p>Tall.</p>"], ["<img src=/b.jpg alt=b>", "<h3>Elm</h3><p>Old.</p>"]],
        [["Menu", "<h1>Trees</h1>"], ["Oak", "Tall"]],
    ],
    ids=["cards", "a page", "a gallery", "pictures beside", "the title"],
)
def test_what_only_places_things_on_the_page_is_forgotten(rows):
    assert not any(isinstance(found, list) for found in flat(document(table(*rows))["body"]))


@pytest.mark.parametrize("as_found", [True, False])
@pytest.mark.parametrize(
    "html",
    [
        table(["<h3>Do</h3>", "<h3>Do not</h3>"], ["<ul><li>Drink</li></ul>", "<ul><li>Smoke</li></ul>"]),
        table(
            ["<h3>Do</h3>", "<h3>Do not</h3>"],
            ["<ul><li>Drink</li></ul>", "<p>Smoke</p>"],
            attributes="role=presentation",
        ),
        table(["<h3>Do</h3>", "<h3>Do not</h3>"], [f"<p>{LONG}</p>", f"<p>Smoke. {LONG}</p>"]),
        "<div class=row><div class=col><h3>Do</h3></div><div class=col><h3>Do not</h3></div></div>"
        "<div class=row><div class=col><p>Drink</p></div><div class=col><p>Smoke</p></div></div>",
        "<div class=row><div class=col><div><h3>Do</h3></div></div><div class=col><h3>Do not</h3></div></div>"
        "<div class=row><div class=col>Drink</div><div class=col>Smoke</div></div>",
    ],
)
def test_columns_of_a_layout_stand_below_their_headings(html, as_found):
    found = read(html, as_found=as_found)

    assert (found[0], found[2]) == ("Do", "Do not")
    assert ("Drink" in found[1] or "Walk" in found[1], "Smoke" in found[3]) == (True, True)


def test_a_column_without_a_text_takes_none_of_another():
    html = table(["<h3>Do</h3>", "<h3>Do not</h3>"], ["<ul><li>Drink</li><li>Rest</li></ul>", ""])
    assert read(html) == ["Do", "<ul><li>Drink</li><li>Rest</li></ul>", "Do not"]


def test_four_columns_in_two_steps():
    rows = [["<h3>Oak</h3>", "<h3>Elm</h3>"], [f"<p>1 {LONG}</p>", f"<p>2 {LONG}</p>"]]
    more = [["<h3>Ash</h3>", "<h3>Yew</h3>"], [f"<p>3 {LONG}</p>", f"<p>4 {LONG}</p>"]]
    found = read(table(*rows, *more))

    assert [(str(line)[:4]).removeprefix("<p>") for line in found] == ["Oak", "1", "Elm", "2", "Ash", "3", "Yew", "4"]


@pytest.mark.parametrize(
    "html",
    [
        "<div class=a><div><h3>Do</h3></div><div><h3>Do not</h3></div></div><div class=b><div>Drink</div><div>Smoke</div></div>",
        "<div class=a><div><h3>Do</h3></div><div><h3>Do not</h3></div></div><div class=a><div>Drink</div><div>Smoke</div><div>Run</div></div>",
        "<div class=a><div><h3>Do</h3></div><div><h3>Do not</h3></div></div>Hello<div class=a><div>Drink</div><div>Smoke</div></div>",
        "<div class=a><div><h3>Do</h3></div><div><h3>Do not</h3></div></div><div class=a><div>Drink</div><div><h4>Smoke</h4></div></div>",
    ],
)
def test_boxes_that_are_no_columns_stay_in_their_order(html):
    found = "".join(map(str, read(html)))
    assert found.index("Do not") < found.index("Drink") < found.index("Smoke")


@pytest.mark.parametrize("as_found", [True, False])
def test_the_foot_of_a_table_stands_below_its_rows_wherever_it_is_written(as_found):
    foot, rows = (
        "<tfoot><tr><td>All<td>30</tfoot>",
        "<tbody><tr><td>Larch<td>10</tbody><tbody><tr><td>Oak<td>20</tbody>",
    )
    (data, *_) = read(f"<table><thead><tr><th>Tea<th>Cups</thead>{foot}{rows}</table>", as_found=as_found)
    assert [row[0] for row in data] == ["Tea", "Larch", "Oak", "All"]

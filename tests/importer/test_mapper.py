import pytest

from beatcancer_wagtail.importer.mapper import document_of, slug_of
from beatcancer_wagtail.importer.outline import (
    Cell,
    Fact,
    Metadata,
    Outline,
    Picture,
    Question,
    Questions,
    Table,
    Text,
)
from tests.importer.contents import body, outline


def levels(blocks, above=()):
    for block in blocks:
        if block["type"] == "section":
            yield block["value"]["level"], block["value"]["heading"]
            yield from levels(block["value"]["content"])


class TestSections:
    @pytest.mark.parametrize(
        ("html", "expected"),
        [
            ("<h2>A</h2><h3>B</h3><h2>C</h2>", [(2, "A"), (3, "B"), (2, "C")]),
            ("<h3>A</h3><h4>B</h4><h3>C</h3>", [(2, "A"), (3, "B"), (2, "C")]),
            ("<h1>A</h1><h2>B</h2>", [(2, "A"), (3, "B")]),
            ("<h2>A</h2><h5>B</h5><h6>C</h6>", [(2, "A"), (3, "B"), (4, "C")]),
            ("<h4>A</h4><h2>B</h2><h3>C</h3>", [(2, "A"), (2, "B"), (3, "C")]),
            ("<h2>A</h2><h3>B</h3><h4>C</h4><h5>D</h5><h6>E</h6><h4>F</h4>",
             [(2, "A"), (3, "B"), (4, "C"), (4, "D"), (4, "E"), (4, "F")]),
        ],
    )  # fmt: skip
    def test_levels_whatever_the_source_gives(self, html, expected):
        assert list(levels(body(html))) == expected

    def test_what_stands_before_the_first_heading_stays_outside(self):
        blocks = body("<p>First</p><h2>A</h2><p>Second</p>")
        assert [block["type"] for block in blocks] == ["rich_text", "section"]
        assert blocks[1]["value"]["content"] == [{"type": "rich_text", "value": "<p>Second</p>"}]

    def test_a_heading_that_is_a_link(self):
        assert body('<h2 id="a"><a href="/x">A</a></h2>')[0]["value"] == {
            "heading": "A", "level": 2, "anchor": "a", "url": "https://clinic.example/x", "content": [],
        }  # fmt: skip

    def test_questions_with_a_heading_stand_beside_its_sections(self):
        details = "".join(
            f"<details><summary>{q}?</summary><p>Yes, of course.</p></details>" for q in ("May I eat", "May I drive")
        )
        blocks = body(f"<h2>Care</h2><p>Text</p><h2>Questions and answers</h2>{details}<h2>More</h2><p>Text</p>")
        assert [block["type"] for block in blocks] == ["section", "faq", "section"]
        assert blocks[1]["value"]["heading"] == "Questions and answers"
        assert [item["level"] for item in blocks[1]["value"]["items"]] == [3, 3]

    def test_a_callout_stands_beside_sections_of_its_level(self):
        blocks = body('<h2>A</h2><h3>B</h3><p>x</p><div class="warning"><h3>Stop</h3><p>Call us.</p></div>')
        callout = blocks[0]["value"]["content"][1]
        assert (callout["type"], callout["value"]["level"]) == ("callout", 3)


def document(*nodes, **metadata):
    return document_of(Outline(Metadata(**metadata), list(nodes)))


class TestBlocks:
    def test_each_kind_has_its_block(self):
        blocks = body(
            "<p>a</p><table><tr><th>b<td>c</table><img src=/d.jpg alt=e><blockquote>f</blockquote><pre>g</pre>"
            '<iframe src="https://youtu.be/abcdefghijk"></iframe><div class="note"><p><b>h</b></p><p>i</p></div>'
            '<div class="cta"><h3>j</h3><p><a href="/k">Join</a></p></div>'
        )
        assert [block["type"] for block in blocks] == [
            "rich_text", "table", "image", "quote", "code", "embed", "callout", "call_to_action",
        ]  # fmt: skip

    def test_a_picture_that_was_a_link_keeps_it_in_a_block_behind(self):
        assert body("<a href=/ward><img src=/a.jpg alt=Ward></a>") == [
            {
                "type": "image",
                "value": {"src": "https://clinic.example/a.jpg", "alt": "Ward", "caption": "", "credit": ""},
            },
            {"type": "link", "value": {"url": "https://clinic.example/ward", "alt": "Ward"}},
        ]

    def test_a_link_to_the_larger_picture_is_no_link(self):
        assert [block["type"] for block in body("<a href=/big.jpg><img src=/a.jpg></a>")] == ["image"]

    def test_tables_say_what_heads_them(self):
        value = body("<table><tr><th>x<th>y<tr><th>1<td>2</table>")[0]["value"]
        assert (value["header_rows"], value["header_column"]) == (1, True)
        assert value["data"] == [["x", "y"], ["1", "2"]]

    def test_what_an_answer_cannot_hold_parts_the_questions_and_nothing_moves(self):
        table = Table([], "Doses")
        blocks = document(
            Questions(
                [
                    Question("First?", [Text("<p>a</p>"), table, Text("<p>b</p>")]),
                    Question("Second?", [Text("<p>c</p>")]),
                ],
                "Questions",
                "details",
                2,
            )
        )["body"]
        assert [block["type"] for block in blocks] == ["faq", "table", "rich_text", "faq"]
        assert blocks[0]["value"]["items"] == [{"question": "First?", "answer": "<p>a</p>", "level": 3}]
        assert (blocks[3]["value"]["heading"], blocks[3]["value"]["items"][0]["level"]) == ("", 3)

    BOX = '<div class="warning"><p><b>Stop</b></p><p>Call us.</p><img src=/a.jpg alt="A red vein"></div>'

    def test_a_picture_in_a_callout_in_an_answer_is_not_lost(self):
        questions = [f"<details><summary>May I {what}?</summary>{{}}</details>" for what in ("eat", "drive", "fly")]
        answers = [f"<p>Yes.</p>{self.BOX}<p>Soon.</p>", "<p>No, never.</p>", "<p>Ask us.</p>"]
        page = "".join(question.format(answer) for question, answer in zip(questions, answers, strict=True))
        blocks = body(f"<h2>Questions and answers</h2>{page}")
        assert [block["type"] for block in blocks] == ["faq", "image", "rich_text", "faq"]
        assert blocks[0]["value"]["items"][0]["answer"] == "<p>Yes.</p><p><b>Stop</b></p><p>Call us.</p>"
        assert blocks[1]["value"]["alt"] == "A red vein"
        assert blocks[2]["value"] == "<p>Soon.</p>"

    def test_a_picture_in_a_callout_in_a_cell_is_not_lost(self):
        blocks = body(f"<table><tr><th>Sign<th>What to do<tr><td>Red<td>{self.BOX}<tr><td>Sore<td>Wait</table>")
        assert [block["type"] for block in blocks] == ["table", "image"]
        assert blocks[0]["value"]["data"][1] == ["Red", "<p><b>Stop</b></p><p>Call us.</p>"]

    def test_headings_and_quotes_in_an_answer_are_paragraphs(self):
        html = (
            '<section class="faq"><h2>FAQ</h2><details><summary>May I?</summary><h4>Yes</h4><blockquote>Ask.</blockquote></details>'
            "<details><summary>Must I?</summary><p>No, never.</p></details></section>"
        )
        faq = next(block for block in body(html) if block["type"] == "faq")
        assert faq["value"]["items"][0]["answer"] == "<p><b>Yes</b></p><p>Ask.</p>"


def test_two_lists_stay_two():
    blocks = body("<ol><li>Wash</li></ol><ol><li>Dry</li></ol>")
    assert [block["value"] for block in blocks] == ["<ol><li>Wash</li></ol>", "<ol><li>Dry</li></ol>"]


class TestLayout:
    CAPTIONED = "<table><tr><td><img src=/a.jpg></td></tr><tr><td>A ward</td></tr></table>"

    def test_a_table_of_a_picture_and_its_caption(self):
        assert body(self.CAPTIONED)[0]["value"]["caption"] == "A ward"

    def test_pictures_in_a_table_of_data_come_after_it(self):
        blocks = body(
            "<table><tr><th>Name<th>Picture<tr><td>Ward<td><figure><img src=/a.jpg><figcaption>South</figcaption></figure></table>"
        )
        assert [block["type"] for block in blocks] == ["table", "image"]
        assert blocks[0]["value"]["data"][1] == ["Ward", "South"]
        assert blocks[1]["value"]["caption"] == ""

    def test_tables_in_an_answer_are_taken_apart_as_well(self):
        table = Table([[Cell("Red"), Cell("", nodes=[Text("<p>Call</p>"), Picture("https://a.example/b.png")])]])
        blocks = document(Questions([Question("What now?", [Text("<p>See:</p>"), table])]))["body"]
        assert [block["type"] for block in blocks] == ["faq", "table", "image"]
        assert blocks[1]["value"]["data"] == [["Red", "Call"]]

    def test_columns_are_read_one_after_another(self):
        blocks = body("<table role=presentation><tr><td><p>Left</p><td><ul><li>Right</ul></table>")
        assert blocks == [{"type": "rich_text", "value": "<p>Left</p><ul><li>Right</li></ul>"}]

    @pytest.mark.parametrize(
        "html",
        [
            CAPTIONED,
            "<table><tr><th>Name<th>Picture<tr><td>Ward<td><figure><img src=/a.jpg><figcaption><a href=/b>South</a>"
            "</figcaption></figure></table>",
        ],
    )
    def test_the_outline_stays_as_it_was_found(self, html):
        found = outline(html)
        assert document_of(found) == document_of(found)


class TestFacts:
    def test_every_field_is_there_and_says_where_it_came_from(self):
        made = document(title=Fact("Care", "og:title"), language=Fact("de", "html lang"), tags=[Fact("Lung", "meta")])
        assert (made["title"], made["lang"], made["tags"], made["author"]) == ("Care", "de", ["Lung"], "")
        assert made["provenance"] == {"title": "og:title", "lang": "html lang", "tags": "meta"}

    @pytest.mark.parametrize(
        ("title", "address", "slug"),
        [
            ("Care at Home", "", "care-at-home"),
            ("Care", "https://a.example/x/Lung_Cancer.html?p=1", "lung-cancer"),
            ("Care", "https://a.example/", "care"),
            ("Care", "https://a.example/12345", "care"),
            ("Größe", "https://a.example/index.php", "grosse"),
            ("Care", "https://a.example/caf%C3%A9-au-lait.html", "cafe-au-lait"),
            ("Pain", "https://a.example/%D7%9B%D7%90%D7%91/", "pain"),
            ("薬", "", ""),
            ("word " * 100, "", "-".join(["word"] * 20)),
        ],
    )
    def test_slugs(self, title, address, slug):
        assert slug_of(title, address) == slug


def test_a_picture_of_which_the_source_says_nothing_is_no_decoration():
    assert document(Picture("https://a.example/x", None))["body"][0]["value"]["alt"] is None

"""The JSON in the blocks of the site's articles."""

import re

import pytest
from django.apps import apps
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail import blocks

from beatcancer_wagtail.blocks import ArticleBodyBlock, QuoteBlock, SectionBlock, TextBlock
from tests.builders import article_model, make_image, make_library
from tests.importer.documents import callout, document, embed, faq, picture, quote, rich, section, table

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not apps.is_installed("beatcancer_wagtail.importer"), reason="the importer is not installed"),
]


def build(*body, block=None, pictures=None):
    from beatcancer_wagtail.importer.writer.stream import stream_of

    return stream_of({"body": list(body)}, body_block=block or ArticleBodyBlock(), pictures=pictures)


def shape(value):
    """Kinds and headings, nested."""
    found = []
    for child in value:
        heading = child.value.get("heading") if isinstance(child.value, blocks.StructValue) else None
        inner = child.value.get("content") if isinstance(child.value, blocks.StructValue) else None
        item = (child.block_type,) + ((str(heading),) if heading is not None else ())
        found.append((*item, shape(inner)) if inner is not None else item)
    return found


def test_sections_nest_and_neighbouring_texts_are_one():
    built = build(
        rich("<p>First.</p>"),
        rich("<p>Second.</p>"),
        section(
            "Scans",
            rich("<p>What they show.</p>"),
            section("CT", rich("<p>X-rays.</p>"), section("Dose", rich("<p>2 mSv</p>"))),
            anchor="scans",
        ),
    )
    assert shape(built.body) == [
        ("text",),
        ("section", "Scans", [("text",), ("subsection", "CT", [("text",), ("subsection", "Dose", [("text",)])])]),
    ]
    assert "First." in built.body[0].value.source
    assert "Second." in built.body[0].value.source
    assert built.body[1].value["anchor"] == "scans"
    assert (built.changes, built.unfilled) == ([], [])


def test_a_list_that_begins_anew_keeps_its_numbers():
    built = build(
        rich("<p>Morning:</p><ol><li>Wash</li></ol>"), rich("<ol><li>Dress</li></ol>"), rich("<ul><li>Eat</li></ul>")
    )
    assert [child.value.source.count("<ol>") for child in built.body] == [1, 1]
    assert "<ul>" in built.body[1].value.source


def test_a_list_that_begins_anew_within_an_answer_keeps_its_numbers():
    steps = "<ol><li>Wash<ul><li>Hands</li></ul></li></ol>\n<ol><li>Dress</li></ol>"
    answer = build(faq("Mornings", ("How?", steps))).body[0].value["questions"][0]["answer"].source
    assert answer.count("<ol>") == 2
    assert "</ol><ol>" not in answer  # the editor would make one list of them


def test_what_the_editor_opens_and_saves_stays_as_it_is():
    from beatcancer_wagtail.importer.writer.rich_text import settle

    features = ("bold", "italic", "ol", "ul", "link", "superscript")
    html = '<p>Take <b>10<sup>9</sup></b> cells, see <a href="https://example.org/?a=1&amp;b=2">the <i>leaflet</i></a>.</p><ul><li>One<ul><li>Two</li></ul></li></ul>'
    stored, whole = settle(html, features)
    assert whole
    assert settle(stored, features) == (stored, True)


@pytest.mark.parametrize("most", [1, 2, 3, 7])
@pytest.mark.parametrize(
    "html",
    [
        "<p>One</p><p>Two <b>bold <i>both</i></b>, <i>thin</i>.</p><p>Three</p>",
        "<ul><li>One<ul><li>Two</li><li>Three<ul><li>Four</li></ul></li></ul></li><li>Five</li></ul><p>Six</p>",
        '<p>See <a href="https://example.org/?a=1&amp;b=2">the <b>leaflet</b> of <i>May</i></a> and <b>go</b> on</p>',
        "<p>One<br/>two <b>three<br/>four</b><br/>five</p><ol><li><b>Six</b> seven<br/>eight</li></ol>",
        '<p><a href="https://example.org/"><b><i>All at once</i></b></a></p>',
        "<p>Less &lt; more &amp; &quot;so&quot; on</p>",
    ],
)
def test_a_long_text_goes_through_the_editor_in_pieces_and_comes_out_as_in_one(monkeypatch, html, most):
    from beatcancer_wagtail.importer.writer import pieces, rich_text

    features = ("bold", "italic", "ol", "ul", "link")
    in_one, whole = rich_text.settle(html, features)
    monkeypatch.setattr(pieces, "MOST_TAGS", most)
    in_pieces = rich_text.settle(html, features)
    assert whole
    assert in_pieces[1]
    assert without_keys(in_pieces[0]) == without_keys(in_one)


def test_no_piece_of_a_long_text_is_long():
    from beatcancer_wagtail.importer.writer.pieces import MOST_TAGS, in_pieces

    sizes = []

    def convert(piece):
        sizes.append(piece.count("<"))
        return piece

    items = "<li>One<ul><li>Two</li></ul></li>" * 500
    marks = "<b>Three</b> four " * 1000
    html = f"<ul>{items}</ul><p>{marks}</p>"
    assert in_pieces(html, convert) == html
    assert len(sizes) > 10
    assert max(sizes) < MOST_TAGS + 20


def test_mark_up_that_is_not_nested_becomes_plain_paragraphs():
    from beatcancer_wagtail.importer.writer.rich_text import settle

    stored, whole = settle("<p>One <b>two</p><p>three</b></p>", ("bold",))
    assert not whole
    assert without_keys(stored) == "<p>One two</p><p>three</p>"


def without_keys(html):
    return re.sub(r' data-block-key="[^"]*"', "", html)


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("5 &lt; 6 and 7 < 8", ["5 < 6 and 7 < 8"]),
        (
            "<p>One <b>two</b><br/>three</p><ul><li>four<ul><li>five</li></ul></li></ul>",
            ["One two", "three", "four", "five"],
        ),
        ('<p>10<sup>9</sup> <a href="/a>b">cells</a></p>', ["10⁹ cells"]),
        ("<!-- no --><p> </p>", []),
    ],
)
def test_the_lines_of_a_text(html, lines):
    from beatcancer_wagtail.importer.writer.rich_text import lines_of

    assert lines_of(html) == lines


def test_a_mark_that_the_editor_does_not_offer_is_told_and_no_word_is_lost():
    class Plain(blocks.StreamBlock):
        text = TextBlock(features=["bold"])

    built = build(rich('<p>Call <a href="tel:112">112</a> at once.</p>'), block=Plain())
    assert "Call 112 at once." in built.body[0].value.source
    assert "<a" not in built.body[0].value.source
    assert "Call 112 at once." in built.changes[0]


def test_questions_leave_their_section_and_what_follows_stays_behind_them():
    built = build(
        section(
            "Treatment",
            rich("<p>Before.</p>"),
            faq("Questions", ("Does it hurt?", "<p>No.</p>")),
            rich("<p>After.</p>"),
            section("Later", rich("<p>More.</p>")),
        ),
        section("Next", rich("<p>End.</p>")),
    )
    assert shape(built.body) == [
        ("section", "Treatment", [("text",)]),
        ("faq", "Questions"),
        ("text",),
        ("section", "Later", [("text",)]),
        ("section", "Next", [("text",)]),
    ]
    assert "Treatment" in built.changes[0]


def test_a_section_that_only_holds_questions_becomes_their_heading():
    built = build(section("What people ask", faq("", ("Does it hurt?", "<p>No.</p>")), anchor="ask"))
    assert shape(built.body) == [("faq", "What people ask")]
    assert built.body[0].value["anchor"] == "ask"
    assert built.changes == []


def test_texts_too_long_for_their_fields_lose_no_word():
    words = [f"word{number}" for number in range(80)]
    long = " ".join(words)
    built = build(
        section(long, rich("<p>Text.</p>")),
        faq(long, (long, "<p>Answer.</p>")),
        quote("Said so.", long),
        callout("warning", long, rich("<p>Care.</p>")),
        picture("x.jpg", "An x-ray", long),
    )
    from beatcancer_wagtail.importer.writer.stored_text import stored_words

    expected = [
        *words,
        "text",
        *words,
        "frequently",
        "asked",
        "questions",
        *words,
        "answer",
        "said",
        "so",
        *words,
        *words,
        "care",
        *words,
    ]
    assert stored_words(built.body) == expected
    assert len(built.changes) == 6
    assert all(
        len(block.value["heading"]) <= 160
        for block in built.body
        if "heading" in getattr(block.value, "bound_blocks", {})
    )


def test_a_table_keeps_its_header_cells_and_its_dose():
    built = build(
        table(
            [["Drug", "Dose"], ["A", "10<sup>9</sup> &lt; b"], ["B &amp; C", "<p>One</p><ul><li>Two</li></ul>"]],
            caption="Doses",
            header_rows=1,
            header_column=True,
        )
    )
    stored = built.body[0].value
    grid = stored["table"]
    assert [column["heading"] for column in grid.columns] == ["Drug", "Dose"]
    assert grid.caption == "Doses"
    assert stored["row_headers"] is True
    assert grid.row_data[1]["values"][0] == "B & C"
    assert "10<sup>9</sup> &lt; b" in grid.row_data[0]["values"][1].source
    assert "<li" in grid.row_data[1]["values"][1].source


def test_no_provider_is_asked_and_what_none_of_them_plays_is_a_link(monkeypatch):
    def ask(*args, **kwargs):
        raise AssertionError("the network was asked")

    monkeypatch.setattr("socket.socket.connect", ask)
    built = build(
        embed("https://www.youtube.com/embed/dQw4w9WgXcQ", title="At the scan"),
        embed("https://maps.example.org/clinic", title="Our clinic"),
        embed("javascript:alert(1)", title="Nothing"),
    )
    assert built.body[0].value["url"].url == "https://www.youtube.com/watch?v=dQw4w9WgXcQ"
    assert built.body[0].value["title"] == "At the scan"
    assert '<a href="https://maps.example.org/clinic">Our clinic</a>' in built.body[1].value.source
    assert "javascript" not in str(built.body.get_prep_value())
    assert len(built.changes) == 2


def test_a_missing_picture_leaves_its_caption_and_the_report_names_it():
    built = build(picture("https://example.org/a.png", "A map of the clinic", "Where we are"))
    assert built.body[0].block_type == "image"
    assert built.body[0].value["image"] is None
    assert built.body[0].value["caption"] == "Where we are"
    assert "https://example.org/a.png" in built.unfilled[0]
    assert "A map of the clinic" in built.unfilled[0]


def test_pictures_keep_their_alternative_text():
    image = make_image()
    built = build(
        picture("a.png", "A scan", ""),
        picture("b.png", "", ""),
        picture("c.png", None, ""),
        pictures=dict.fromkeys(("a.png", "b.png", "c.png"), image),
    )
    stored = [block.value["image"] for block in built.body]
    assert [(picture.contextual_alt_text, picture.decorative) for picture in stored] == [
        ("A scan", False),
        ("", True),
        ("", False),
    ]
    assert ["c.png" in text for text in built.unfilled] == [True]


@pytest.mark.parametrize("url", ["https://example.org/more", "/more/", "more.html"])
def test_where_a_picture_led_to_stays_a_link(url):
    built = build(rich("<p>Text.</p>"), {"type": "link", "value": {"url": url}})
    assert f'href="{url}"' in str(built.body.get_prep_value())
    assert url in built.changes[0]


def test_the_link_of_a_picture_has_the_words_of_the_picture():
    built = build(rich("<p>Text.</p>"), {"type": "link", "value": {"url": "/tour/", "alt": "A <walk> round"}})
    assert '<a href="/tour/">A &lt;walk&gt; round</a>' in str(built.body.get_prep_value())


@pytest.mark.parametrize("url", ["", "javascript:alert(1)", "//example.org/"])
def test_a_picture_that_led_to_nowhere_safe_leaves_no_link(url):
    built = build(rich("<p>Text.</p>"), {"type": "link", "value": {"url": url}})
    assert "href" not in str(built.body.get_prep_value())


def test_a_button_keeps_its_address_and_an_unsafe_one_leads_nowhere():
    built = build(
        {
            "type": "call_to_action",
            "value": {"heading": "Talk to us", "text": "Any day.", "button_text": "Find a group", "url": "/groups/"},
        },
        {
            "type": "call_to_action",
            "value": {"heading": "", "text": "", "button_text": "Press", "url": "javascript:alert(1)"},
        },
    )
    assert built.body[0].value["url"] == "/groups/"
    assert "Press" in built.body[1].value.source
    assert "javascript" not in str(built.body.get_prep_value())


def test_code_quotations_and_the_unknown():
    built = build(
        {"type": "code", "value": "first  line\n  second & <b>"},
        quote("I wrote it down.", "A reader"),
        {"type": "hologram", "value": {"front": "Left side", "rows": ["<p>One</p>", {"deep": "Two"}]}},
    )
    assert built.body[0].value.source.count("<br/>") == 1
    assert "&lt;b&gt;" in built.body[0].value.source
    assert built.body[1].value == {"text": "I wrote it down.", "attribution": "A reader"}
    assert [word in built.body[2].value.source for word in ("Left side", "One", "Two")] == [True] * 3


def test_a_site_whose_body_lacks_a_kind_gets_text():
    class OwnBody(blocks.StreamBlock):
        paragraph = TextBlock()
        chapter = SectionBlock()
        quote = QuoteBlock()

    built = build(
        section("Doses", table([["Drug", "Dose"], ["A", "5 mg"]], header_rows=1)),
        faq("Questions", ("Does it hurt?", "<p>No.</p>")),
        picture("a.png", "Map", "Where we are"),
        block=OwnBody(),
    )
    assert shape(built.body) == [
        ("chapter", "Doses", [("table",)]),
        ("chapter", "Questions", [("subsection", "Does it hurt?", [("text",)])]),
        ("paragraph",),
    ]


def test_a_site_without_sections_keeps_headings_as_bold_lines():
    class OnlyText(blocks.StreamBlock):
        text = TextBlock()

    built = build(section("Doses", table([["Drug", "Dose"], ["A", "5 mg"]], header_rows=1)), block=OnlyText())
    assert "<b>Doses</b>" in built.body[0].value.source
    assert "Drug | Dose" in built.body[0].value.source
    assert "A | 5 mg" in built.body[0].value.source


def test_a_block_of_the_sites_that_refuses_a_value_gets_text_instead():
    class Strict(QuoteBlock):
        def clean(self, value):
            raise blocks.struct_block.StructBlockValidationError(non_block_errors=["Too short."])

    class OwnBody(ArticleBodyBlock):
        quote = Strict()

    built = build(rich("<p>Before.</p>"), quote("I wrote it down.", "A reader"), block=OwnBody())
    assert built.body[1].block_type == "text"
    assert "I wrote it down." in built.body[1].value.source
    assert "A reader" in built.body[1].value.source
    assert len(built.changes) == 1


def test_a_body_without_any_text_is_refused_with_a_sentence():
    from beatcancer_wagtail.importer.writer.stream import NoPlaceForText

    class NoText(blocks.StreamBlock):
        quote = QuoteBlock()

    with pytest.raises(NoPlaceForText, match="no block for text"):
        build(rich("<p>Text.</p>"), block=NoText())


def test_a_callout_keeps_its_text_and_what_it_cannot_hold_follows():
    built = build(callout("urgent", "Call now", rich("<p>At once.</p>"), table([["a", "b"]])))
    assert [block.block_type for block in built.body] == ["callout", "table"]
    assert built.body[0].value["kind"] == "urgent"
    assert "Call now" in built.changes[0]


def test_a_dose_is_never_another_dose_where_the_editor_has_no_raised_signs():
    class Plain(blocks.StreamBlock):
        text = TextBlock(features=["bold"])

    built = build(
        rich("<p>10<sup>9</sup> cells, <b>H<sub>2</sub>O</b>, 5 m<sup>2</sup></p>"),
        table([["Cells <sup>a</sup>", "10<sup>9</sup>/l"], ["1", "2"]], header_rows=1),
        block=Plain(),
    )
    assert "10⁹ cells" in built.body[0].value.source
    assert "H₂O" in built.body[0].value.source
    assert "10⁹/l" in built.body[0].value.source
    grid = build(table([["Cells", "10<sup>9</sup>/l"], ["1", "2"]], header_rows=1)).body[0].value["table"]
    assert grid.columns[1]["heading"] == "10⁹/l"


def test_a_page_that_is_written_from_right_to_left_below_one_that_is_not_is_told():
    from beatcancer_wagtail.importer.writer.draft import make_draft

    for direction, count in (("rtl", 1), ("ltr", 0)):
        page = document(body=[rich("<p>Text.</p>")], direction=direction)
        notes = make_draft(page, article_model(), parent=make_library(), name="a.html").notes
        assert len([note for note in notes if "from right to left" in note]) == count


def test_a_heading_that_is_added_is_in_the_language_of_the_page():
    from beatcancer_wagtail.importer.writer.stream import stream_of

    document = {"body": [faq("", ("Tut es weh?", "<p>Nein.</p>"))]}
    built = stream_of(document, body_block=ArticleBodyBlock(), language="de")
    assert str(built.body[0].value["heading"]) == "Häufig gestellte Fragen"


def test_a_break_within_a_link_survives_the_editor():
    built = build(rich('<p><a href="https://example.org/">Severely<br/>restricted</a></p>'))
    from beatcancer_wagtail.importer.writer.rich_text import settle

    stored = built.body[0].value.source
    assert settle(stored, ("link",)) == (stored, True)


LONG = st.integers(1, 60)


def trees(texts):
    """Bodies of every kind of block, nested as the mapper nests them; ``texts`` gives so many words that come nowhere else."""

    def words(count=3):
        return texts(count)

    leaf = st.one_of(
        LONG.map(
            lambda count: lambda: rich(f"<p>{words(count)}</p><ul><li>{words()}<ul><li>{words()}</li></ul></li></ul>")
        ),
        LONG.map(lambda count: lambda: quote(words(count), words(2))),
        LONG.map(lambda count: lambda: picture("x.png", "", words(count))),
        LONG.map(
            lambda count: (
                lambda: table(
                    [[words(1), words(2)], [words(1), f"<b>{words(2)}</b>"]], words(count), header_rows=count % 2
                )
            )
        ),
        LONG.map(lambda count: lambda: {"type": "code", "value": f"{words(count)}\n  {words(2)}"}),
        LONG.map(
            lambda count: (
                lambda: callout(
                    "note", words(count), rich(f"<p>{words()}</p>"), table([[words(1)]]), rich(f"<p>{words()}</p>")
                )
            )
        ),
        LONG.map(
            lambda count: (
                lambda: faq(words(2), (words(count), f"<p>{words(count)}</p>"), (words(2), f"<p>{words(2)}</p>"))
            )
        ),
        LONG.map(
            lambda count: (
                lambda: {
                    "type": "call_to_action",
                    "value": {"heading": words(2), "text": words(count), "button_text": words(2), "url": "/a/"},
                }
            )
        ),
    )

    def nested(inner):
        return st.tuples(LONG, st.lists(inner, max_size=4)).map(
            lambda pair: lambda: section(words(pair[0]), *(make() for make in pair[1]))
        )

    return st.lists(st.recursive(leaf, nested, max_leaves=12), max_size=6)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_word_is_lost_or_moved_whatever_stands_in_whatever(data):
    from beatcancer_wagtail.importer.coverage import kept_words
    from beatcancer_wagtail.importer.writer.stored_text import stored_words

    said = []

    def texts(count):
        new = [f"w{len(said) + number}" for number in range(count)]
        said.extend(new)
        return " ".join(new)

    body = [make() for make in data.draw(trees(texts))]
    added = {"frequently", "asked", "questions"}  # the heading of questions that have none
    stored = [word for word in stored_words(build(*body).body) if word not in added]
    assert stored == kept_words(body)
    assert sorted(stored) == sorted(said)

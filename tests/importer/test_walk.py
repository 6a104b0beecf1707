import json

import pytest

from beatcancer_wagtail.importer.coverage import coverage_of, kept_words
from beatcancer_wagtail.importer.mapper import document_of
from beatcancer_wagtail.importer.outline import (
    Action,
    Callout,
    Code,
    Embed,
    Heading,
    Picture,
    Questions,
    Quote,
    Table,
    Text,
)
from tests.importer.contents import coverage, outline


def nodes(html: str, **options):
    return outline(html, **options).nodes


def only(html: str, kind, **options):
    found = [node for node in nodes(html, **options) if isinstance(node, kind)]
    assert len(found) == 1, found
    return found[0]


def kinds(html: str) -> list[str]:
    return [type(node).__name__ for node in nodes(html)]


class TestText:
    @pytest.mark.parametrize(
        "html",
        [
            "before<p>one</p>after",
            "<div>before<div>one</div>after</div>",
            "<section>before<ul><li>one</ul>after</section>",
            "<p>before<div>one</div>after",
            "<span>before<div>one</div>after</span>",
            "<blockquote>before<p>one</p>after</blockquote>",
            "<form>before<label>one</label><input value=unseen>after</form>",
            "<fieldset><legend>before</legend>one<p>after</fieldset>",
            "<p>before <button type=button>one</button> after</p>",
            "<dl>before<dt>one<dd>after</dl>",
            "<ul>before<li>one</li>after</ul>",
            "<table>before<tr><td>one<td>x</tr><tr>after</tr></table>",
        ],
    )
    def test_text_beside_blocks_stays_in_its_place(self, html):
        found = coverage(html)
        assert (found.percent, found.order, found.missing) == (100, 100, [])

    def test_definition_lists_keep_term_and_meaning(self):
        text = only("<dl><dt>Biopsy</dt><dd>A small sample.</dd><dd>Or a large one.</dd></dl>", Text)
        assert text.html == "<p><b>Biopsy</b></p><p>A small sample.</p><p>Or a large one.</p>"

    def test_a_paragraph_that_looks_like_a_heading_stays_one(self):
        assert kinds("<p><strong>Before the scan</strong></p><p>Eat nothing.</p>") == ["Text"]

    def test_right_to_left_text_keeps_its_order(self):
        html = '<div dir="rtl"><p>جرعة واحدة <b>500 mg</b> كل يوم</p></div>'
        assert only(html, Text).html == "<p>جرعة واحدة <b>500 mg</b> كل يوم</p>"

    def test_what_is_collapsed_is_content(self):
        assert (
            "side effects"
            in only('<div hidden aria-hidden="true" class="collapse"><p>side effects</p></div>', Text).html
        )

    def test_an_emoji_picture_is_its_character(self):
        assert (
            only('<p>Well done <img src="/e/1f44d.png" alt="👍" class="emoji"></p>', Text).html == "<p>Well done 👍</p>"
        )

    def test_what_was_struck_out_is_told(self):
        found = outline("<p>Take <del>20</del> 10 mg</p>")
        assert found.nodes == [Text("<p>Take 20 10 mg</p>")]
        assert "struck out" in found.look[0]
        assert "“20”" in found.look[0]

    @pytest.mark.parametrize("name", ["line-through", "strikethrough", "text-strike-through", "is_struck", "a strike"])
    def test_what_is_struck_out_by_its_class_is_told_too(self, name):
        found = outline(f'<p>Take <span class="{name}">20</span> 10 mg</p>')

        assert "“20”" in str(found.look[0])

    @pytest.mark.parametrize("name", ["hover:line-through", "no-line-through", "strike-notice", "line", "heart-stroke"])
    def test_other_classes_strike_nothing_out(self, name):
        assert "struck out" not in str(outline(f'<p>Take <span class="{name}">20</span> 10 mg</p>').look)

    def test_what_is_struck_out_by_its_style_is_told_too(self):
        found = outline('<p>Take <span style="text-decoration:line-through">20</span> 10 mg</p>')
        assert "“20”" in found.look[0]

    def test_a_list_that_begins_at_five_is_told(self):
        assert "numbers" in outline('<ol start="5"><li>Rest</ol>').warnings[0]
        assert outline("<ol><li>Rest</ol>").warnings == []


class TestHeadings:
    def test_text_level_and_anchor(self):
        assert only('<h3 id="when">When to <em>call</em></h3>', Heading) == Heading("When to call", 3, "when")

    @pytest.mark.parametrize("html", ['<a href="/x"><h2>News</h2></a>', '<h2><a href="/x">News</a></h2>'])
    def test_a_heading_that_is_a_link_keeps_its_address(self, html):
        assert only(html, Heading) == Heading("News", 2, "", "https://clinic.example/x")

    def test_a_heading_that_holds_a_picture(self):
        found = nodes('<h2><img src="/a.png" alt="Ward">Wards</h2>')
        assert found == [Heading("Wards", 2), Picture("https://clinic.example/a.png", "Ward")]

    def test_a_heading_of_a_picture_alone_is_a_picture(self):
        assert nodes('<h2><img src="/a.png" alt=""></h2>') == [Picture("https://clinic.example/a.png", "")]

    def test_permanent_links_are_no_words(self):
        assert only('<h2 id="a">Care<a class="headerlink" href="#a">¶</a></h2>', Heading) == Heading("Care", 2, "a")

    def test_roles_count(self):
        assert only('<div role="heading" aria-level="4">Care</div>', Heading) == Heading("Care", 4)

    @pytest.mark.parametrize(
        "html",
        [
            '<a id="care"></a><h2>Care</h2>',
            '<section id="care"><h2>Care</h2></section>',
            '<h2><a name="care">Care</a></h2>',
        ],
    )
    def test_the_anchor_is_found_where_it_stands(self, html):
        assert only(html, Heading).anchor == "care"

    def test_items_with_headings_are_sections(self):
        found = nodes("<ul><li><h3>Surgery</h3><p>Cut it out.</p></li><li><h3>Drugs</h3><p>Wash it out.</p></li></ul>")
        assert [type(node) for node in found] == [Heading, Text, Heading, Text]

    def test_a_dose_in_a_heading_keeps_its_power(self):
        assert only("<h2>Below 10<sup>9</sup>/L</h2>", Heading).text == "Below 10⁹/L"


class TestPanels:
    def test_the_title_of_a_panel_heads_what_it_opens(self):
        html = "<h2>Drugs</h2><p>Two kinds.</p>" + "".join(
            f"<details><summary>{name} tablets</summary><p>Swallow them whole with a glass of water.</p></details>"
            for name in ("White", "Blue")
        )
        assert [(node.text, node.level) for node in nodes(html) if isinstance(node, Heading)] == [
            ("Drugs", 2), ("White tablets", 3), ("Blue tablets", 3),
        ]  # fmt: skip

    def test_a_panel_with_headings_stands_above_them(self):
        html = (
            '<button aria-expanded="false" aria-controls="p">Liver</button><div id="p" hidden>'
            "<h4>Scans</h4><p>Two of them.</p></div>"
        )
        assert [(node.text, node.level) for node in nodes(html) if isinstance(node, Heading)] == [
            ("Liver", 3),
            ("Scans", 4),
        ]

    def test_words_that_only_work_a_panel_are_told_and_left_out(self):
        item = '<h3><button aria-expanded="false"><span>{}</span><span>Show</span></button></h3><div><p>Text of it.</p></div>'
        found = outline(item.format("Liver") + item.format("Lung"))
        assert [node.text for node in found.nodes if isinstance(node, Heading)] == ["Liver", "Lung"]
        assert [(drop.reason, drop.text) for drop in found.dropped] == [("label", "Show"), ("label", "Show")]


class TestLists:
    @pytest.mark.parametrize(
        ("html", "stored"),
        [
            ("<ul><li>a<ol><li>b<ul><li>c</ul></ol></ul>", "<ul><li>a<ol><li>b<ol><li>c</li></ol></li></ol></li></ul>"),
            ("<ul><li>a<ul><li>b<ul><li>c</ul></ul></ul>", "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li></ul>"),
            ("<ul><li><a href='#x'>a</a><li><b>b</b></ul>", '<ul><li><a href="#x">a</a></li><li><b>b</b></li></ul>'),
            ("<ol><li><div>a</div><div>b</div></ol>", "<ol><li>a<br/>b</li></ol>"),
        ],
    )
    def test_nested_lists(self, html, stored):
        assert only(html, Text).html == stored

    def test_lists_of_twenty_levels(self):
        text = only("<ul><li>x" * 20 + "</li></ul>" * 20, Text)
        assert text.html.count("<ul>") == 20

    def test_a_table_in_an_item_comes_between_two_lists(self):
        found = nodes("<ol><li>a<table><tr><th>x<th>y<tr><td>1<td>2</table>then</li><li>b</li></ol>")
        assert [type(node) for node in found] == [Text, Table, Text]
        assert found[2].html == "<p>then</p><ol><li>b</li></ol>"

    def test_numbers_that_a_picture_breaks_are_told(self):
        html = "<ol><li>Open it<figure><img src=/1.jpg></figure></li><li>Close it</li></ol>"
        assert kinds(html) == ["Text", "Picture", "Text"]
        assert any("numbers" in warning for warning in outline(html).warnings)

    def test_a_picture_in_a_line_does_not_part_it(self):
        found = nodes("<p>Press <img src=/a.png alt=Start> to begin</p>")
        assert found == [Text("<p>Press to begin</p>"), Picture("https://clinic.example/a.png", "Start")]


class TestPictures:
    @pytest.mark.parametrize(
        "html",
        [
            '<img src="/a.jpg">',
            '<img data-src="/a.jpg" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">',
            '<img src="/blank.gif" data-lazy-src="/a.jpg">',
            '<img srcset="/s.jpg 300w, /a.jpg 900w">',
            '<img data-srcset="/s.jpg 1x, /a.jpg 2x">',
            '<img data-anything="/a.jpg">',
            '<picture><source srcset="/a.jpg"><img src=""></picture>',
            '<noscript><img src="/a.jpg"></noscript>',
            '<img src="/a.jpg"><noscript><img src="/a.jpg"></noscript>',
            '<noscript><img src="/a.jpg"></noscript><img src="/a.jpg" class="lazy">',
            '<figure itemtype="https://schema.org/ImageObject" itemid="/a.jpg"><div></div></figure>',
        ],
    )
    def test_a_picture_is_found_once_wherever_its_address_stands(self, html):
        assert only(html, Picture).src == "https://clinic.example/a.jpg"

    @pytest.mark.parametrize(
        "html",
        ['<img src="/p.gif" width="1" height="1">', "<img>", '<img src="javascript:x">', '<img src="file:///a.jpg">'],
    )
    def test_what_shows_nothing_is_no_picture(self, html):
        assert nodes(html) == []

    def test_no_alternative_text_is_not_an_empty_one(self):
        assert only("<img src=/a.jpg>", Picture).alt is None
        assert only("<img src=/a.jpg alt=''>", Picture).alt == ""

    @pytest.mark.parametrize(
        "html",
        [
            "<figure><img src=/a.jpg><figcaption>A ward</figcaption></figure>",
            "<figure><figcaption>A ward</figcaption><img src=/a.jpg></figure>",
            "<figure><a href=#><picture><img src=/a.jpg></picture></a><figcaption><p>A ward</p></figcaption></figure>",
            '<div class="wp-caption"><img src=/a.jpg><p class="wp-caption-text">A ward</p></div>',
            '<div><img src=/a.jpg><div class="image__caption">A ward</div></div>',
            '<div class="x7"><img src=/a.jpg><span class="y8">A ward</span></div>',
        ],
    )
    def test_captions(self, html):
        assert nodes(html) == [Picture("https://clinic.example/a.jpg", None, "A ward")] or only(html, Picture).url == ""
        assert only(html, Picture).caption == "A ward"

    def test_a_caption_with_a_link_keeps_it(self):
        picture = only("<figure><img src=/a.jpg><figcaption>By <a href=/x>Ann</a></figcaption></figure>", Picture)
        assert (picture.caption, picture.html) == ("By Ann", 'By <a href="https://clinic.example/x">Ann</a>')

    def test_a_credit_beside_the_caption(self):
        html = '<figure><img src=/a.jpg><figcaption>A ward</figcaption><span class="credit">Ann Example</span></figure>'
        assert only(html, Picture) == Picture("https://clinic.example/a.jpg", None, "A ward", "Ann Example")

    def test_several_pictures_in_a_figure(self):
        html = "<figure><img src=/a.jpg><img src=/b.jpg><figcaption>Two wards</figcaption></figure>"
        assert [(node.src[-5:], node.caption) for node in nodes(html)] == [("a.jpg", ""), ("b.jpg", "Two wards")]

    def test_a_caption_without_anything_to_stand_below_is_text(self):
        assert nodes('<p class="caption">A ward</p>') == [Text("<p>A ward</p>")]

    def test_a_picture_that_is_a_link(self):
        assert only("<a href=/ward><img src=/a.jpg></a>", Picture).url == "https://clinic.example/ward"


class TestTables:
    def test_spans_captions_and_headers(self):
        table = only(
            "<table><caption>Doses</caption><thead><tr><th>Day<th colspan=2>Dose</thead>"
            "<tr><td rowspan=2>1<td>5 mg<td>x<tr><td>6 mg<td>y</table>",
            Table,
        )
        assert (table.caption, table.header_rows) == ("Doses", 1)
        assert [[cell.html for cell in row] for row in table.rows] == [
            ["Day", "Dose", ""],
            ["1", "5 mg", "x"],
            ["", "6 mg", "y"],
        ]

    def test_cells_keep_lists_links_and_lines(self):
        table = only("<table><tr><th>a<td><ul><li>b</ul><tr><th>c<td>d<br>e <a href=/f>f</a></table>", Table)
        assert table.rows[0][1].html == "<ul><li>b</li></ul>"
        assert table.rows[1][1].html == 'd<br/>e <a href="https://clinic.example/f">f</a>'

    def test_a_table_in_a_table_of_data(self):
        html = "<table><tr><th>Name<th>Much more to say about it<tr><td>a long first cell<td><table><tr><td>x<td>y</table></table>"
        found = coverage(html)
        assert (found.percent, found.order) == (100, 100)

    def test_tables_side_by_side_in_a_table_are_each_a_table(self):
        inner = "<table><tr><th>Grade<th>Count<tr><td>Mild<td>12</table>"
        assert only(f"<table><tr><td>{inner}<td>{inner}</table>", Table).is_layout

    @pytest.mark.parametrize(
        "html",
        [
            "<table><tr><td><h2>Care</h2><p>Text</p></td><td><p>More</p></td></tr></table>",
            "<table><tr><td><p>Text</p><p>More</p></td></tr></table>",
        ],
    )
    def test_a_table_around_a_part_of_the_page_is_forgotten(self, html):
        assert "Table" not in kinds(html)

    def test_a_span_of_a_million_columns(self):
        table = only("<table><tr><th colspan=1000000>a<tr><td rowspan=99999999>b<td>c</table>", Table)
        assert len(table.rows) == 2
        assert len(table.rows[0]) <= 200


class TestEmbeds:
    @pytest.mark.parametrize(
        ("source", "address"),
        [
            ("https://www.youtube.com/embed/abcdefghijk?rel=0", "https://youtu.be/abcdefghijk"),
            ("//www.youtube-nocookie.com/embed/abcdefghijk", "https://youtu.be/abcdefghijk"),
            ("https://player.vimeo.com/video/123456?h=1", "https://vimeo.com/123456/1"),
            ("https://www.dailymotion.com/embed/video/x7", "https://www.dailymotion.com/video/x7"),
        ],
    )
    def test_films_of_hosts_that_embed(self, source, address):
        assert only(f'<iframe src="{source}" title="The scan"></iframe>', Embed) == Embed(address, "The scan")

    @pytest.mark.parametrize("tag", ['<object data="{}"></object>', '<embed src="{}">'], ids=["object", "embed"])
    def test_what_is_shown_as_an_object_keeps_its_address(self, tag):
        leaflet = "https://example.org/leaflet.pdf"
        assert leaflet in only(f"<p>Before.</p>{tag.format(leaflet)}", Text).html
        assert only(f"<p>Before.</p>{tag.format('/scan.png')}", Picture).src.endswith("/scan.png")

    @pytest.mark.parametrize(
        "html",
        [
            '<iframe src="https://maps.example/ward" title="Map of the ward"></iframe>',
            '<video src="https://maps.example/ward" title="Map of the ward">Your browser is old.</video>',
            '<audio title="Map of the ward"><source src="https://maps.example/ward"></audio>',
        ],
    )
    def test_all_other_frames_are_links(self, html):
        assert only(html, Text).html == '<p><a href="https://maps.example/ward">Map of the ward</a></p>'

    @pytest.mark.parametrize(
        "source",
        [
            "https://www.googletagmanager.com/ns.html?id=x",
            "about:blank",
            "javascript:x",
            "data:text/html,x",
            "http://[",
        ],
    )
    def test_frames_that_show_nothing(self, source):
        assert nodes(f'<p>a</p><iframe src="{source}"></iframe>') == [Text("<p>a</p>")]

    def test_the_text_beside_a_frame_stays(self):
        html = '<div>Look: <iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe> and ask.</div>'
        assert nodes(html) == [Text("<p>Look:</p>"), Embed("https://youtu.be/abcdefghijk"), Text("<p>and ask.</p>")]


class TestQuotesAndCode:
    def test_paragraphs_and_whose_words_they_are(self):
        html = "<blockquote><p>I was afraid.</p><p>Then not.</p><footer>— Ann, a patient</footer></blockquote>"
        assert only(html, Quote) == Quote("I was afraid.\n\nThen not.", "Ann, a patient")

    def test_a_dash_before_the_name(self):
        assert only("<blockquote><p>Ask.</p><p>– A nurse</p></blockquote>", Quote) == Quote("Ask.", "A nurse")

    def test_links_in_a_quotation_stay(self):
        assert "clinic.example/x" in only("<blockquote>See <a href=/x>it</a></blockquote>", Quote).html

    def test_a_picture_in_a_quotation(self):
        assert kinds("<blockquote><p>One</p><img src=/a.jpg><p>Two</p></blockquote>") == ["Quote", "Picture", "Quote"]

    def test_code_keeps_its_lines(self):
        assert only("<pre><code>a = 1\n  b = 2\n</code></pre>", Code) == Code("a = 1\n  b = 2")

    def test_preformatted_text_with_links_keeps_lines_and_links(self):
        assert only("<pre>Ward 1\nWard 2 <a href=/w>map</a></pre>", Text).html == (
            '<p>Ward 1<br/>Ward 2 <a href="https://clinic.example/w">map</a></p>'
        )


class TestFormulas:
    @pytest.mark.parametrize(
        ("html", "text"),
        [
            ('<math alttext="x^2"><msup><mi>x</mi><mn>2</mn></msup></math>', "x^2"),
            ("<math><msup><mi>x</mi><mn>2</mn></msup></math>", "x²"),
            ("<math><mfrac><mn>1</mn><mi>n</mi></mfrac></math>", "1/n"),
            ('<math><mfrac linethickness="0"><mi>n</mi><mi>k</mi></mfrac></math>', "binom(n, k)"),
            ("<math><mover><mi>E</mi><mo>→</mo></mover></math>", "E\u20d7"),
            (
                "<math><mo>[</mo><mtable><mtr><mtd><mn>4</mn></mtd><mtd><mrow><mo>−</mo><mi>i</mi></mrow></mtd></mtr><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr></mtable><mo>]</mo></math>",
                "[4, − i; 1, 2]",
            ),
            (
                "<math><mtable><mtr><mtd><mi>x</mi></mtd><mtd><mo>=</mo><mn>2</mn></mtd></mtr></mtable></math>",
                "x = 2",
            ),
            ("<math><msup><mn>10</mn><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow></msup></math>", "10^(a + b)"),
        ],
    )
    def test_a_formula_is_never_its_bare_digits(self, html, text):
        assert only(f"<p>Area {html}</p>", Text).html == f"<p>Area {text}</p>"

    def test_the_words_of_a_drawing(self):
        assert only("<svg><title>no</title><text>Left lung</text></svg>", Text).html == "<p>Left lung</p>"


class TestBoxes:
    @pytest.mark.parametrize(
        ("opening", "kind"),
        [
            ('div class="warning"', "warning"),
            ('div role="alert"', "warning"),
            ('aside role="note"', "note"),
            ('div class="alert alert-danger"', "urgent"),
            ('section class="info-box"', "note"),
            ('div class="c-callout--urgent callout"', "urgent"),
        ],
    )
    def test_callouts(self, opening, kind):
        name = opening.split()[0]
        callout = only(f"<{opening}><h3>Call us</h3><p>If you have a fever.</p></{name}>", Callout)
        assert (callout.kind, callout.heading, callout.nodes) == (
            kind,
            "Call us",
            [Text("<p>If you have a fever.</p>")],
        )

    def test_a_bold_first_line_is_the_heading(self):
        callout = only('<div class="note"><p><strong>Remember</strong></p><p>Drink.</p></div>', Callout)
        assert (callout.heading, callout.nodes) == ("Remember", [Text("<p>Drink.</p>")])

    def test_a_page_within_a_note_is_no_callout(self):
        html = f'<div class="note"><h2>One</h2><p>{"word " * 200}</p><h2>Two</h2><p>{"word " * 200}</p></div>'
        assert "Callout" not in kinds(html)

    def test_a_call_to_act(self):
        html = '<div class="cta"><h3>Join us</h3><p>Every week.</p><a class="btn" href="/join">Find a group</a></div>'
        assert only(html, Action) == Action("Find a group", "https://clinic.example/join", "Join us", "Every week.")

    def test_more_than_a_call_stays_text(self):
        html = '<div class="cta"><p>Read <a href="/a">this</a> or that.</p><p><a href="/b">More</a></p></div>'
        assert kinds(html) == ["Text"]


def test_questions_come_with_their_answers_once():
    html = "<h2>Questions</h2>" + "".join(
        f"<details><summary>{question}</summary><p>{answer}</p></details>"
        for question, answer in [("Does it hurt?", "A little."), ("May I eat before?", "Nothing for six hours.")]
    )
    found = only(html, Questions)
    assert [(item.question, item.answer) for item in found.items] == [
        ("Does it hurt?", [Text("<p>A little.</p>")]),
        ("May I eat before?", [Text("<p>Nothing for six hours.</p>")]),
    ]


def test_ten_thousand_levels():
    found = outline("<div>" * 3000 + "deep" + "</div>" * 3000)
    assert found.nodes == [Text("<p>deep</p>")]


def test_boxes_within_boxes_end_somewhere():
    found = coverage("<blockquote>x" * 200 + "<figure><table><tr><th>a<td>b</table></figure>" + "</blockquote>" * 200)
    assert (found.percent, found.order) == (100, 100)


def test_a_title_by_its_class_heads_a_callout():
    html = '<div class="admonition warning"><p class="admonition-title">Wait</p><p>Ask a nurse first.</p></div>'
    assert only(html, Callout).heading == "Wait"


@pytest.mark.parametrize(
    "html",
    [
        "<table>5<a href=/a></a>5 <b>mg</b> <i>a day</i></table>",
        "<table><tr>5<b></b>5 <b>mg</b> <i>a day</i></tr></table>",
        "<table><tr><b>55</b> <b>mg</b> <i>a day</i><td>x</table>",
    ],
)
def test_a_line_in_a_table_outside_every_cell_stays_a_line(html):
    found = coverage(html)
    assert (found.words_found, found.percent, found.order) == (5 if "x<" in html else 4, 100, 100)


def test_what_a_part_of_a_table_parts_stays_apart():
    found = coverage("<table>5<tbody></tbody>5<!-- unseen -->6 mg<br>7</table>")
    assert (found.words_found, found.percent, found.order) == (4, 100, 100)


def test_a_heading_by_its_role_in_a_line_is_read_apart():
    found = coverage("<p>Take 5<a role=heading href=/a>5</a><span role=heading>6 mg</span></p>")
    assert (found.words_found, found.percent, found.order) == (5, 100, 100)


def test_a_part_of_a_word_is_no_caption():
    found = coverage("<p>Take 5<span class=caption>5</span> mg <a href=/x>of 1<span class=caption>2</span></a></p>")
    assert (found.words_found, found.percent, found.order) == (5, 100, 100)


def test_a_quotation_in_a_table_that_is_layout_stays_one():
    html = "<table role=presentation><tr><td><blockquote>Ask.</blockquote><td>Text</table>"
    assert isinstance(only(html, Table).rows[0][0].nodes[0], Quote)


@pytest.mark.parametrize(
    "html",
    [
        '<p><a href="/x">5<q>5</q></a></p>',
        "<h2>5<q>5</q></h2><p>Cups.</p>",
        "<table><tr><th>5<q>5</q></th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>",
        "<pre>5<q>5</q></pre>",
        "<h2>FAQ</h2><details><summary>Are 5<q>5</q> cups much?</summary><p>Yes.</p></details>"
        "<details><summary>And one?</summary><p>No.</p></details>",
        "<details><summary>5<q>5</q></summary><p>These are many cups, and nobody drinks them.</p></details>",
    ],
)
def test_quotation_marks_that_a_browser_adds_are_text_on_both_sides(html):
    found = outline(html)
    kept = document_of(found)["body"]
    assert "5“5”" in json.dumps(kept, ensure_ascii=False)
    measured = coverage_of(found.words, kept_words(kept), found.dropped)
    assert (measured.percent, measured.missing, measured.added) == (100, [], [])


def test_a_caption_right_behind_a_word_stays_apart():
    found = nodes("<div><img src=/a.jpg>Red<span class=caption>Not infected</span></div>")
    assert "RedNot" not in str(found)

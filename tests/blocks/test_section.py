from itertools import pairwise

import pytest
from wagtail.blocks.struct_block import StructBlockValidationError

from beatcancer_wagtail.blocks import SectionBlock
from tests.blocks.rendering import BODY, heading_levels, shown
from tests.builders import (
    call_to_action,
    callout,
    faq,
    key_points,
    make_article,
    make_book,
    related,
    section,
    shelf,
    subsection,
    text,
)
from tests.reading import read

pytestmark = pytest.mark.django_db


def test_heading_levels_follow_depth():
    deep = section("Stages", text(), subsection("Stage one", text(), subsection("Size", text("<p>Small.</p>"))))

    assert heading_levels(shown(deep)) == ["h2 Stages", "h3 Stage one", "h4 Size"]


def test_what_stands_in_a_section_is_one_level_below_its_heading():
    inside = [callout("Call", kind="note"), key_points("One", heading="In short"), call_to_action("Join", url="/x/")]
    deep = section("A", *inside, subsection("B", *inside, subsection("C", *inside)))

    assert heading_levels(shown(deep)) == [
        "h2 A", "h3 Note: Call", "h3 In short", "h3 Join",
        "h3 B", "h4 Note: Call", "h4 In short", "h4 Join",
        "h4 C", "h5 Note: Call", "h5 In short", "h5 Join",
    ]  # fmt: skip


def test_a_page_has_one_title_and_no_gap_in_its_outline(client):
    article = make_article(
        title="What is metastasis?",
        body=[
            callout("First"),
            section("A", subsection("B", subsection("C", callout("D")))),
            faq(("Why?", "<p>Because.</p>")),
            shelf(make_book(title="A book")),
            related(make_article(title="Another")),
            key_points("One"),
            call_to_action("Join", url="/x/"),
        ],
    )
    levels = [int(heading[1]) for heading in heading_levels(read(client, article.url).main)]

    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_each_section_is_named_by_its_heading():
    for part in shown(section("Stages", subsection("Stage one", anchor="one"), anchor="stages")).select("section"):
        heading = part.find(["h2", "h3"])
        assert part["aria-labelledby"] == heading["id"]


def test_a_section_without_a_heading_is_not_named_by_nothing():
    (part,) = shown(section("", text("<p>Words.</p>"))).select("section")

    assert not part.has_attr("aria-labelledby")
    assert part.get_text().strip() == "Words."


def test_rich_text_offers_no_headings_that_could_break_the_outline():
    features = BODY.child_blocks["text"].field.widget.features

    assert not {"h1", "h2", "h3", "h4", "h5", "h6"} & set(features)


def test_a_new_section_starts_with_a_place_to_write():
    new = BODY.child_blocks["section"].get_default()

    assert [child.block_type for child in new["content"]] == ["text"]


def test_a_section_without_anything_in_it_is_not_published():
    definition = SectionBlock()
    empty = definition.to_python(
        {"heading": "Stages", "content": [{"type": "text", "value": '<p data-block-key="a"></p>'}]}
    )
    with pytest.raises(StructBlockValidationError) as refused:
        definition.clean(empty)
    assert "nothing below this heading" in str(refused.value.block_errors["content"].as_json_data())


def test_a_section_with_only_a_quotation_is_published():
    definition = SectionBlock()
    value = definition.to_python(
        {
            "heading": "Stages",
            "content": [{"type": "text", "value": ""}, {"type": "quote", "value": {"text": "One day."}}],
        }
    )
    assert definition.clean(value)["heading"] == "Stages"

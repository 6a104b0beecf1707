import pytest

from beatcancer_wagtail.blocks.key_points import KeyPointsBlock
from tests.blocks.rendering import shown
from tests.builders import key_points
from tests.reading import words


def test_points_are_a_list_in_the_editors_order():
    soup = shown(key_points("First.", "Second.", "Third.", encouragement="You are not alone."))

    assert [words(point) for point in soup.select("ul > li")] == ["First.", "Second.", "Third."]
    assert words(soup).endswith("You are not alone.")


def test_an_empty_point_is_no_bullet():
    assert len(shown(key_points("First.", "", "Third.")).select("li")) == 2


def test_without_points_there_is_no_empty_list():
    assert not shown(key_points()).find("ul")
    assert not shown(key_points("", "")).find("ul")


def test_the_panel_is_named_by_its_heading():
    soup = shown(key_points("First.", heading="To take away"))

    assert soup.section["aria-labelledby"] == soup.h2["id"] == "to-take-away"


@pytest.mark.parametrize(("count", "accepted"), [(0, False), (1, True), (8, True), (9, False)])
def test_one_to_eight_points_are_accepted(count, accepted):
    block = KeyPointsBlock()
    value = block.to_python({"heading": "Key points", "points": ["A point."] * count})

    if accepted:
        assert len(block.clean(value)["points"]) == count
    else:
        with pytest.raises(Exception, match="Validation error"):
            block.clean(value)

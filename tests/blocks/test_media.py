import pytest
from wagtail.blocks.struct_block import StructBlockValidationError

from tests.blocks.rendering import BODY, shown
from tests.builders import block, make_article, make_image, picture, text
from tests.reading import read, words

pytestmark = pytest.mark.django_db


def test_the_alternative_text_is_that_of_this_article():
    """The same picture may tell something else elsewhere."""
    image = make_image("Title of the file")

    assert shown(picture(image, alt="A lymph node")).img["alt"] == "A lymph node"
    assert shown(picture(image, alt="Where fluid drains")).img["alt"] == "Where fluid drains"


def test_decoration_is_passed_over_by_screen_readers():
    assert shown(picture(make_image("Title of the file"))).img["alt"] == ""


def test_caption_and_credit_stand_below_the_picture():
    soup = shown(picture(make_image(), alt="x", caption="What to notice.", credit="Drawing: A. Artist"))

    assert words(soup.figcaption) == "What to notice. Drawing: A. Artist"


@pytest.mark.parametrize(
    ("caption", "credit", "below"),
    [("What to notice.", "", "What to notice."), ("", "Drawing: A. Artist", "Drawing: A. Artist")],
)
def test_one_of_them_may_be_missing(caption, credit, below):
    assert words(shown(picture(make_image(), alt="x", caption=caption, credit=credit)).figcaption) == below


def test_without_both_there_is_no_empty_caption():
    assert not shown(picture(make_image(), alt="x")).figcaption


def test_pictures_are_fetched_when_they_come_near_and_in_a_size_that_fits():
    img = shown(picture(make_image(width=1600, height=900), alt="x")).img

    assert img["loading"] == "lazy"
    assert img["srcset"].count(" ") >= 3
    assert img["width"]
    assert img["height"]


def test_a_picture_that_is_gone_leaves_the_page(client):
    image = make_image()
    article = make_article(body=[picture(image, alt="x", caption="Alone"), text("<p>The end.</p>")])
    image.delete()
    page = read(client, article.url)

    assert not page.select(".bc-figure")
    assert "The end." in words(page)


def test_a_picture_from_before_alternative_texts_still_shows():
    """Sites that used Wagtail's plain image block stored only the number of the image."""
    soup = shown(block("image", {"image": make_image("A river").pk, "caption": "", "credit": ""}))

    assert soup.img["alt"] == "A river"


def test_an_editor_must_describe_a_picture_or_call_it_decoration():
    def cleaned(**value):
        (child,) = BODY.to_python([block("image", {"image": {"image": make_image().pk, **value}})])
        return child.block.clean(child.value)

    assert cleaned(alt_text="A river", decorative=False)
    assert cleaned(alt_text="", decorative=True)
    with pytest.raises(StructBlockValidationError):
        cleaned(alt_text="", decorative=False)

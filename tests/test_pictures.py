import io

import pytest
from bs4 import BeautifulSoup
from django.core.files.images import ImageFile
from django.template import Context, Template
from django.urls import reverse
from wagtail.images import get_image_model

from beatcancer_wagtail.pictures import picture_html
from tests.builders import make_article, make_image, make_superuser, picture

pytestmark = pytest.mark.django_db

HOSTILE = ["</script><script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "' onload='alert(1)", "&lt;b&gt;"]


def img_of(html):
    return BeautifulSoup(html, "html.parser").img


def make_drawing():
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20"><rect width="40" height="20"/></svg>'
    file = ImageFile(io.BytesIO(svg.encode()), name="drawing.svg")
    return get_image_model().objects.create(title="A drawing", file=file, width=40, height=20)


def test_a_picture_comes_in_two_formats_and_several_sizes():
    html = picture_html(make_image(width=900, height=600), "width-{300,600}", sizes="50vw", alt="A river")
    soup = BeautifulSoup(html, "html.parser")

    assert soup.picture.source["type"] == "image/webp"
    assert [size.split()[1] for size in soup.picture.source["srcset"].split(", ")] == ["300w", "600w"]
    assert [size.split()[1] for size in soup.img["srcset"].split(", ")] == ["300w", "600w"]
    assert soup.img["src"].endswith(".jpg")
    assert (soup.img["alt"], soup.img["sizes"], soup.img["width"], soup.img["height"]) == (
        "A river",
        "50vw",
        "300",
        "200",
    )


def test_no_image_makes_no_markup():
    assert picture_html(None, "width-300", alt="") == ""
    template = Template('{% load beatcancer %}{% bc_picture image "width-300" alt="x" %}')
    assert template.render(Context({"image": None})) == ""
    assert template.render(Context()) == ""


@pytest.mark.parametrize("alt", HOSTILE)
def test_alternative_text_stays_text(alt):
    html = picture_html(make_image(), "width-300", alt=alt)

    assert img_of(html)["alt"] == alt
    assert len(BeautifulSoup(html, "html.parser").find_all(["script", "img"])) == 1
    assert not img_of(html).has_attr("onerror")
    assert not img_of(html).has_attr("onload")


@pytest.mark.parametrize("title", HOSTILE)
def test_a_title_that_serves_as_alternative_text_stays_text(title):
    html = picture_html(make_image(title), "width-300")

    assert img_of(html)["alt"] == title
    assert "<script" not in html


def test_the_template_tag_escapes_what_a_variable_holds():
    template = Template('{% load beatcancer %}{% bc_picture image "width-300" alt=alt class="wide" %}')
    html = template.render(Context({"image": make_image(), "alt": HOSTILE[1]}))

    assert img_of(html)["alt"] == HOSTILE[1]
    assert img_of(html)["class"] == ["wide"]


def test_a_picture_is_remembered(django_assert_num_queries):
    image = make_image()
    first = picture_html(image, "width-300", alt="A river")

    with django_assert_num_queries(0):
        assert picture_html(image, "width-300", alt="A river") == first


@pytest.mark.parametrize(
    "change",
    [
        {"alt": "A mountain"},
        {"alt": ""},
        {"alt": "A river", "sizes": "50vw"},
        {"alt": "A river", "loading": "lazy"},
    ],
)
def test_other_words_make_another_picture(change):
    image = make_image()
    first = picture_html(image, "width-300", alt="A river")

    assert picture_html(image, "width-300", **change) != first
    assert img_of(picture_html(image, "width-300", **change))["alt"] == change["alt"]


def test_another_size_or_focus_makes_another_picture():
    image = make_image(width=900, height=600)
    first = picture_html(image, "fill-100x100", alt="")
    assert picture_html(image, "fill-120x100", alt="") != first

    image.focal_point_x, image.focal_point_y, image.focal_point_width, image.focal_point_height = 800, 100, 50, 50
    image.save()
    assert picture_html(image, "fill-100x100", alt="") != first


def test_a_file_that_an_editor_replaces_shows_at_once(client):
    image = make_image(colour="teal")
    before = img_of(picture_html(image, "width-30", alt=""))["src"]
    client.force_login(make_superuser())
    with make_image(colour="red").file.open() as file:
        form = {"title": image.title, "collection": image.collection_id, "file": file}
        client.post(reverse("wagtailimages:edit", args=[image.pk]), form)
    image.refresh_from_db()

    assert img_of(picture_html(image, "width-30", alt=""))["src"] != before


def test_a_drawing_is_shown_as_it_is():
    html = picture_html(make_drawing(), "width-{20,30}", alt="A plan")

    assert img_of(html)["src"].endswith(".svg")
    assert img_of(html)["alt"] == "A plan"


def test_a_missing_file_leaves_the_rest_of_the_page(client):
    image = make_image()
    image.file.storage.delete(image.file.name)
    article = make_article(hero_image=image, body=[picture(image, alt="A river", caption="What it shows")])
    response = client.get(article.url)

    assert response.status_code == 200
    assert "What it shows" in response.content.decode()


@pytest.mark.parametrize("make", [make_image, make_drawing])
def test_a_picture_may_stand_everywhere_in_an_article(client, make):
    image = make()
    article = make_article(hero_image=image, hero_alt="At the top", body=[picture(image, alt="In the text")])
    html = client.get(article.url).content.decode()

    assert 'alt="At the top"' in html
    assert 'alt="In the text"' in html

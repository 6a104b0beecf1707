"""Pictures: decoded, within the limits, stored once; whatever else calls itself a picture is refused with a reason."""

import io
import struct
import zlib

import pytest
from django.apps import apps
from django.test import override_settings
from PIL import Image
from wagtail.images import get_image_model

from beatcancer_wagtail.importer import states
from tests.builders import article_model, make_library
from tests.importer.documents import document, picture, rich

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not apps.is_installed("beatcancer_wagtail.importer"), reason="the importer is not installed"),
]


def drawing(kind="PNG", size=(40, 30), colour="teal", **options):
    data = io.BytesIO()
    Image.new("RGB", size, colour).save(data, kind, **options)
    return data.getvalue()


def huge_png(width, height):
    """A few hundred bytes that claim to be a picture of any size."""

    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")
    )


def write(parent, folder, *srcs, alt="A map", name="page.html", **fields):
    from beatcancer_wagtail.importer.writer.articles import Article, write_article
    from beatcancer_wagtail.importer.writer.picture_places import FolderPlace
    from beatcancer_wagtail.importer.writer.pictures import Gallery

    body = [rich("<p>Text.</p>"), *(picture(src, alt, "Where we are") for src in srcs)]
    article = Article(document(body=body, address="", **fields), f"site/{name}")
    return write_article(article, parent=parent, gallery=Gallery(FolderPlace(folder, name)))


def images_of(page):
    body = article_model().objects.get(pk=page.pk).get_latest_revision_as_object().body
    return [block.value["image"] for block in body if block.block_type == "image"]


def ids(images):
    return [image.pk for image in images]


def test_the_same_bytes_are_one_image_whatever_they_are_called(tmp_path):
    (tmp_path / "a.png").write_bytes(drawing())
    (tmp_path / "b.png").write_bytes(drawing())
    library = make_library()
    first = write(library, tmp_path, "a.png", "b.png", "a.png").page
    second = write(library, tmp_path, "b.png", name="other.html").page
    image = get_image_model().objects.get()
    assert ids(images_of(first)) == [image.pk] * 3
    assert ids(images_of(second)) == [image.pk]
    assert [(picture.contextual_alt_text, picture.decorative) for picture in images_of(second)] == [("A map", False)]
    assert (image.width, image.height, image.collection.name) == (40, 30, "Imported")
    with image.open_file() as file:
        assert file.read() == drawing()


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b"", "a.png", "empty"),
        (b"<html><script>alert(1)</script>", "a.png", "no picture of a known type"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "a.png", "SVG"),
        (b"<?xml version='1.0'?><svg/>", "a.svg", "SVG"),
        (b"MZ" + b"\0" * 2000, "a.jpg", "no picture of a known type"),
        (drawing()[:60], "a.png", "damaged or cut off"),
        (drawing("JPEG", (400, 300))[:600], "a.jpg", "damaged or cut off"),
        (huge_png(60_000, 60_000), "a.png", "million pixels"),
        (huge_png(2_000_000_000, 2), "a.png", "million pixels"),
        (drawing("BMP"), "a.bmp", "no picture of a known type"),
        (drawing("TIFF"), "a.jpg", "no picture of a known type"),
    ],
)
def test_what_is_no_picture_is_refused_with_a_reason_and_its_caption_stays(tmp_path, data, name, reason):
    (tmp_path / name).write_bytes(data)
    written = write(make_library(), tmp_path, name)
    assert written.state == states.CREATED
    assert written.pictures[0]["stored"] is False
    assert reason in written.pictures[0]["reason"]
    assert written.pictures[0]["alt"] == "A map"
    assert not get_image_model().objects.exists()
    assert article_model().objects.get().body[1].value["caption"] == "Where we are"


def test_limits_of_size_and_pixels_come_from_the_settings(tmp_path):
    (tmp_path / "a.png").write_bytes(drawing(size=(100, 100)))
    (tmp_path / "b.png").write_bytes(drawing(size=(10, 10)) + b"\0" * 1_100_000)
    with override_settings(BEATCANCER_WAGTAIL={"IMPORT_MAX_PIXELS": 5000, "IMPORT_MAX_PICTURE_MB": 1}):
        written = write(make_library(), tmp_path, "a.png", "b.png")
    assert ["pixels" in written.pictures[0]["reason"], "larger than 1 MB" in written.pictures[1]["reason"]] == [
        True,
        True,
    ]


def test_a_picture_with_the_wrong_name_is_stored_as_what_it_is_and_told(tmp_path):
    (tmp_path / "a.png").write_bytes(drawing("JPEG"))
    written = write(make_library(), tmp_path, "a.png")
    assert written.pictures[0]["stored"] is True
    assert "is JPG" in written.pictures[0]["reason"]
    assert get_image_model().objects.get().file.name.endswith(".jpg")


def test_an_animation_with_the_pixels_of_a_bomb_is_refused(tmp_path):
    frames = [Image.new("RGB", (60, 60), (number * 6, 0, 0)) for number in range(40)]
    frames[0].save(tmp_path / "a.gif", save_all=True, append_images=frames[1:])
    with override_settings(BEATCANCER_WAGTAIL={"IMPORT_MAX_PIXELS": 5000}):
        written = write(make_library(), tmp_path, "a.gif")
    assert "pixels" in written.pictures[0]["reason"]


@pytest.mark.parametrize(
    "src",
    [
        "../secret.png",
        "/../secret.png",
        "%2e%2e/secret.png",
        "..\\secret.png",
        "file:///etc/passwd",
        "C:/secret.png",
        "a\0.png",
        "x" * 5000,
    ],
)
def test_nothing_outside_the_folder_is_read(tmp_path, src):
    folder = tmp_path / "site"
    folder.mkdir()
    (tmp_path / "secret.png").write_bytes(drawing())
    written = write(make_library(), folder, src)
    assert written.pictures[0]["stored"] is False
    assert not get_image_model().objects.exists()


def test_a_link_that_leads_out_of_the_folder_is_not_followed(tmp_path):
    folder = tmp_path / "site"
    folder.mkdir()
    (tmp_path / "secret.png").write_bytes(drawing())
    (folder / "a.png").symlink_to(tmp_path / "secret.png")
    written = write(make_library(), folder, "a.png")
    assert "leads out of it" in written.pictures[0]["reason"]


@pytest.mark.parametrize(
    ("src", "place"),
    [
        ("https://old.example.org/health/page_files/a.png", "page_files/a.png"),
        ("https://old.example.org/img/a%20b.png?v=2", "img/a b.png"),
        ("https://cdn.example.org/img/a.png", "cdn.example.org/img/a.png"),
        ("./page_files/a.png", "page_files/a.png"),
        ("/img/a.png", "img/a.png"),
        ("/files/ward.jpg?itok=aB%2F1", "files/ward.jpg?itok=aB%2F1"),
        ("/files/ward.jpg?itok=aB", "files/ward.jpg@itok=aB"),
        ("/files/ward.jpg?itok=aB", "files/ward.jpg"),
    ],
)
def test_pictures_are_found_where_browsers_and_mirrors_put_them(src, place):
    from beatcancer_wagtail.importer.writer.picture_places import candidates

    assert place in list(candidates(src, "https://old.example.org/health/page", "page.html"))


def test_a_picture_that_turns_up_later_is_added(tmp_path):
    library = make_library()
    page = write(library, tmp_path, "a.png").page
    assert write(library, tmp_path, "a.png").state == states.UNCHANGED
    (tmp_path / "a.png").write_bytes(drawing())
    assert write(library, tmp_path, "a.png").state == states.CHANGED
    assert ids(images_of(page)) == ids(get_image_model().objects.all())
    (tmp_path / "a.png").unlink()
    assert write(library, tmp_path, "a.png").state == states.UNCHANGED
    changed = write(library, tmp_path, "a.png", title="Another title")
    assert changed.state == states.CHANGED
    assert ids(images_of(page)) == ids(
        get_image_model().objects.all()
    )  # nothing is lost because a file is missing today


def test_a_page_that_fails_leaves_no_picture_behind(tmp_path, monkeypatch):
    from beatcancer_wagtail.importer.writer import articles

    (tmp_path / "a.png").write_bytes(drawing(colour="crimson"))
    storage = get_image_model()._meta.get_field("file").storage
    before = set(storage.listdir("original_images")[1]) if storage.exists("original_images") else set()

    def fail(*args, **kwargs):
        raise RuntimeError("in the middle")

    monkeypatch.setattr(articles, "_remember", fail)
    library = make_library()
    with pytest.raises(RuntimeError):
        write(library, tmp_path, "a.png")
    assert not get_image_model().objects.exists()
    assert not article_model().objects.exists()
    after = set(storage.listdir("original_images")[1]) if storage.exists("original_images") else set()
    assert after == before


def test_the_lead_picture_stands_at_the_top_unless_the_text_shows_it(tmp_path):
    (tmp_path / "a.png").write_bytes(drawing())
    (tmp_path / "lead.png").write_bytes(drawing(colour="navy"))
    library = make_library()
    page = write(library, tmp_path, "a.png", image="lead.png").page
    assert article_model().objects.get(pk=page.pk).hero_image.title == "lead"
    page = write(library, tmp_path, "a.png", name="two.html", image="a.png").page
    assert article_model().objects.get(pk=page.pk).hero_image is None


@pytest.mark.parametrize(
    ("is_command", "said"), [(True, "--fetch-images"), (False, "put such pictures into the ZIP archive")]
)
def test_a_picture_that_is_not_there_is_told_with_what_can_be_done_where_one_is(is_command, said):
    from beatcancer_wagtail.importer.writer.pictures import Gallery

    (found,) = Gallery(is_command=is_command).find([("gone.png", "A map")])
    assert said in found.reason

"""Files, folders and zip files from strangers."""

import io
import os
import stat
import struct
import time
import zipfile

import pytest
from django.apps import apps
from django.test import override_settings

pytestmark = pytest.mark.skipif(
    not apps.is_installed("beatcancer_wagtail.importer"), reason="the importer is not installed"
)

PAGE = b"<!doctype html><title>A</title><main><p>Text.</p></main>"


def zipped(**files):
    """A zip file; names are given as keyword arguments or by :func:`with_names`."""
    return with_names(list(files.items()))


def with_names(files, compression=zipfile.ZIP_DEFLATED):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", compression) as file:
        for name, content in files:
            file.writestr(name, content)
    data.seek(0)
    return data


def upload(file, name="site.zip"):
    from beatcancer_wagtail.importer.writer.sources import of_upload

    return of_upload(name, file)


def bad_file():
    from beatcancer_wagtail.importer.writer.archives import BadFile

    return BadFile


def refused(file):
    return dict(upload(file).refused)


def test_pages_and_pictures_come_out_of_a_zip_file():
    found = upload(
        with_names([("b/b.html", PAGE), ("a.htm", PAGE), ("b/c.png", b"png"), ("style.css", b"x"), ("b/", b"")])
    )
    assert [page.name for page in found.pages] == ["a.htm", "b/b.html"]
    assert found.pages[0].read() == PAGE
    assert [(name, read()) for name, read in found.pictures] == [("b/c.png", b"png")]
    assert found.refused == []


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("../a.html", "leads out"),
        ("x/../../a.html", "leads out"),
        ("..\\a.html", "leads out"),
        ("/etc/a.html", "full path"),
        ("C:\\a.html", "full path"),
        ("a\nb.html", "signs"),
        ("inner.zip", "packed again"),
        ("inner.tar.gz", "packed again"),
    ],
)
def test_names_that_lead_elsewhere_are_refused_and_the_rest_goes_on(name, reason):
    file = with_names([(name, PAGE), ("good.html", PAGE)])
    assert reason in refused(file)[name]
    assert [page.name for page in upload(file).pages] == ["good.html"]


def test_a_link_inside_a_zip_file_is_not_followed():
    link = zipfile.ZipInfo("a.html")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    assert "link" in refused(with_names([(link, b"/etc/passwd")]))["a.html"]


def test_an_encrypted_page_is_told():
    file = with_names([("a.html", PAGE)])
    data = bytearray(file.getvalue())
    for start in (data.index(b"PK\x03\x04") + 6, data.index(b"PK\x01\x02") + 8):
        data[start : start + 2] = struct.pack("<H", 1)
    assert "encrypted" in refused(io.BytesIO(bytes(data)))["a.html"]


def test_a_page_that_swells_up_is_refused_before_it_is_unpacked():
    assert "swells" in refused(with_names([("a.html", b"<p>" + b" " * 30_000_000), ("good.html", PAGE)]))["a.html"]


def test_a_zip_file_that_lies_about_its_sizes_is_stopped_while_it_unpacks():
    file = with_names([("a.html", os.urandom(3_000_000).hex().encode())])
    data = bytearray(file.getvalue())
    position = data.index(b"PK\x01\x02") + 24
    data[position : position + 4] = struct.pack("<I", 1000)
    with override_settings(BEATCANCER_WAGTAIL={"IMPORT_MAX_PAGE_MB": 1}):
        page = upload(io.BytesIO(bytes(data))).pages[0]
        with pytest.raises(bad_file(), match=r"damaged|larger than 1 MB"):
            page.read()


def test_the_whole_of_a_zip_file_is_limited_in_size_and_number(monkeypatch):
    from beatcancer_wagtail.importer.writer import archives

    noise = os.urandom(700_000)
    with override_settings(BEATCANCER_WAGTAIL={"IMPORT_MAX_ZIP_MB": 1}):
        assert "more than 1 MB" in refused(with_names([("a.html", noise), ("b.html", noise)]))["site.zip"]
    monkeypatch.setattr(archives, "MAX_FILES", 3)
    assert "4 files" in refused(with_names([(f"{number}.html", PAGE) for number in range(4)]))["site.zip"]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"no zip at all", b"PK\x05\x06" + b"\xff" * 18])
def test_what_is_no_zip_file_is_told(data):
    assert list(refused(io.BytesIO(data)).values()) == ["This is no zip file, or it is damaged."]


def test_a_damaged_page_is_told_when_it_is_read():
    file = with_names([("a.html", os.urandom(5000))], zipfile.ZIP_STORED)
    data = bytearray(file.getvalue())
    data[100] ^= 0xFF
    page = upload(io.BytesIO(bytes(data))).pages[0]
    with pytest.raises(bad_file(), match="damaged"):
        page.read()


def test_names_in_utf8_without_the_mark_for_it_are_read():
    file = with_names([("prüfung.html", PAGE)])
    data = file.getvalue()
    for flag in (b"PK\x03\x04\x14\x00\x00\x08", b"PK\x01\x02\x14\x03\x14\x00\x00\x08"):
        data = data.replace(flag, flag[:-1] + b"\x00")
    assert [page.name for page in upload(io.BytesIO(data)).pages] == ["prüfung.html"]


def test_folders_of_a_zip_file_that_was_packed_on_windows_are_folders():
    found = upload(with_names([("site\\", b""), ("site\\a.html", PAGE), ("site\\img\\b.png", b"png")]))
    assert [page.name for page in found.pages] == ["site/a.html"]
    assert [name for name, _read in found.pictures] == ["site/img/b.png"]


def test_a_picture_whose_name_has_a_query_is_one():
    found = upload(with_names([("ward.jpg?itok=aB", b"jpg"), ("ward.PNG@v=2", b"png"), ("ward@2x.png", b"png")]))
    assert [name for name, _read in found.pictures] == ["ward.PNG@v=2", "ward.jpg?itok=aB", "ward@2x.png"]


def test_a_page_that_was_mirrored_with_its_query_is_the_same_page():
    from beatcancer_wagtail.importer.writer.keys import plain_address

    asked = plain_address("https://old.example.org/page.php?id=3")
    assert plain_address("https://old.example.org/page.php?id=3.html") == asked
    assert plain_address("https://old.example.org/page.php?id=4.html") != asked


def test_two_files_of_one_name():
    with pytest.warns(UserWarning, match="Duplicate name"):
        file = with_names([("a.html", PAGE), ("a.html", b"other")])
    found = upload(file)
    assert [page.read() for page in found.pages] == [PAGE]
    assert "two files" in dict(found.refused)["a.html"]


def test_a_page_above_the_limit_is_told():
    with override_settings(BEATCANCER_WAGTAIL={"IMPORT_MAX_PAGE_MB": 1}):
        page = upload(io.BytesIO(b"x" * 1_100_000), "a.html").pages[0]
        with pytest.raises(bad_file(), match="larger than 1 MB"):
            page.read()


def test_the_name_of_an_upload_is_only_a_name():
    assert upload(io.BytesIO(PAGE), "../../etc/a.html").pages[0].name == "a.html"


def test_a_page_that_is_a_link_out_of_the_folder_is_refused(tmp_path):
    from beatcancer_wagtail.importer.writer.sources import open_path

    folder = tmp_path / "site"
    folder.mkdir()
    (tmp_path / "secret.html").write_bytes(PAGE)
    (folder / "a.html").symlink_to(tmp_path / "secret.html")
    (folder / "b.html").write_bytes(PAGE)
    found = {page.name: page.refusal for page in open_path(folder)}
    assert "leads out of it" in found["a.html"]
    assert found["b.html"] == ""


@pytest.mark.parametrize(
    ("address", "same"),
    [
        ("http://old.example.org/a", True),
        ("https://OLD.example.org:443/a/", True),
        ("https://old.example.org/a/index.html#top", True),
        ("https://old.example.org/a?utm_source=x", True),
        ("https://old.example.org/a?page=2", False),
        ("https://old.example.org/a?page=2.html", False),
        ("https://old.example.org/A", False),
        ("https://other.example.org/a", False),
        ("http://[", False),
        ("javascript:alert(1)", False),
        ("https://old.example.org:x/a", False),
    ],
)
def test_spellings_of_one_address_are_one_page(address, same):
    from beatcancer_wagtail.importer.writer.keys import address_key

    assert (address_key(address) == address_key("https://old.example.org/a/")) is same


@pytest.mark.parametrize(
    ("base", "name", "address"),
    [
        ("https://old.example.org", "a/b.html", "https://old.example.org/a/b.html"),
        ("https://old.example.org/x/", "a/index.html", "https://old.example.org/x/a/"),
        ("https://old.example.org/x", "index.html", "https://old.example.org/x/"),
    ],
)
def test_the_address_of_a_file_below_a_base(base, name, address):
    from beatcancer_wagtail.importer.writer.mapping import address_below

    assert address_below(base, name) == address


def test_frames_of_saved_pages_are_found_at_once_however_many_there_are():
    """Each folder of an archive is looked through once: a stranger's may have thousands."""
    files = [(f"page{number}.html", PAGE) for number in range(1500)]
    files += [(f"page{number}_files/frame.html", PAGE) for number in range(1500)]
    files += [("more_files/alone.html", PAGE)]
    file = with_names(files, zipfile.ZIP_STORED)
    started = time.process_time()
    names = [page.name for page in upload(file).pages]
    assert time.process_time() - started < 5
    assert len(names) == 1501
    assert "more_files/alone.html" in names
    assert "page7_files/frame.html" not in names

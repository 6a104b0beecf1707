"""What a search that finds nothing offers instead."""

import pytest
from wagtail.models import Site

from beatcancer_wagtail.resources import site_path
from beatcancer_wagtail.search.suggestions import KnownTag, did_you_mean, library_words, nearest_tags
from tests.builders import home_page, make_article, make_plain_page, make_site, restrict

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("metastasys", "metastasis"), ("mestatasis", "metastasis"), ("lymfoma", "lymphoma"), ("bone marow", "bone marrow"),
        ("Metastasis", ""), ("metastases", ""), ("bone", ""), ("zzzzzz", ""), ("", ""), ('"', ""), ("marow zzzzzz", "marrow zzzzzz"),
    ],
)  # fmt: skip
def test_unknown_words_become_the_nearest_known_ones(typed, meant):
    make_article(title="What is metastasis?", tags=["Lymphoma"])
    make_article(title="Bone marrow")
    assert did_you_mean(typed) == meant


def test_only_what_a_stranger_of_this_site_may_read_is_ever_offered():
    other = make_site()
    make_article(title="Fibrosarcoma", live=False, tags=["Fibrosis"])
    restrict(make_article(title="Mesothelioma", tags=["Mesothelium"]))
    make_article(other.root_page, title="Glioblastoma", tags=["Glia"])
    make_article(title="Osteosarcoma", tags=["Bones"])
    here = site_path(home_page())
    assert set(library_words(here)) == {"osteosarcoma", "bones"}
    for typed in ("fibrosarcomma", "mesotheliomma", "glioblastomma"):
        assert did_you_mean(typed, here) == ""
    for typed in ("fibrosis", "mesothelium", "glia"):
        assert nearest_tags(typed, here) == []


def test_a_site_within_this_one_speaks_for_itself():
    inner = make_plain_page()
    make_article(inner, title="Glioblastoma", tags=["Glia"])
    make_article(title="Osteosarcoma", tags=["Bones"])
    here = site_path(home_page())
    assert "glioblastoma" in library_words(here)
    Site.objects.create(hostname="inner.example.org", root_page=inner)
    assert set(library_words(here)) == {"osteosarcoma", "bones"}
    assert nearest_tags("glia", here) == []
    assert set(library_words(inner.url_path)) == {"glioblastoma", "glia"}


def test_tags_near_the_words():
    for title in ("One", "Two"):
        make_article(title=title, tags=["Chemotherapy", "Bone marrow"])
    make_article(title="Three", tags=["Hormones"])
    assert [(tag.name, tag.count) for tag in nearest_tags("chemoterapy pills")] == [("Chemotherapy", 2)]
    assert [tag.slug for tag in nearest_tags("marrow")] == ["bone-marrow"]
    assert [tag.name for tag in nearest_tags("hormone")] == ["Hormones"]
    assert nearest_tags("") == nearest_tags("xyzzy") == []


def test_a_change_of_the_library_changes_the_words():
    article = make_article(title="Osteosarcoma")
    assert did_you_mean("osteosarcomma") == "osteosarcoma"
    article.unpublish()
    assert did_you_mean("osteosarcomma") == ""


def test_a_long_query_against_many_words_stays_cheap(monkeypatch):
    compared = []
    monkeypatch.setattr(
        "beatcancer_wagtail.search.suggestions._ratio", lambda word, other: compared.append(word) or 0.0
    )
    vocabulary = dict.fromkeys((f"word{number}" for number in range(1000)), 1)
    did_you_mean(" ".join(f"wxyz{number:02}" for number in range(24)), vocabulary=vocabulary)
    assert len(set(compared)) <= 4


def test_a_long_query_against_many_tags_stays_cheap(monkeypatch):
    compared = []
    monkeypatch.setattr(
        "beatcancer_wagtail.search.suggestions._ratio", lambda word, other: compared.append(word) or 0.0
    )
    tags = [KnownTag(f"Tumour markers {number}", f"markers-{number}", 1) for number in range(300)]
    monkeypatch.setattr("beatcancer_wagtail.search.suggestions.library_tags", lambda within: tags)
    nearest_tags(" ".join(f"tumors{number:02}" for number in range(24)))
    assert 0 < len(compared) < 100

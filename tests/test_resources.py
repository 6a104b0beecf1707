"""Resources of several models in one library, and how they are found and loaded."""

import datetime

import pytest
from django.db import models
from wagtail.models import Site

from beatcancer_wagtail.resources import (
    load_resources,
    public_ones,
    public_pages,
    public_resources,
    related_resources,
    resource_models,
    site_path,
)
from tests.builders import (
    article_model,
    home_page,
    make_article,
    make_image,
    make_library,
    make_plain_page,
    make_site,
    restrict,
)

pytestmark = pytest.mark.django_db


def titles(pages):
    return [page.title for page in pages]


def test_every_installed_model_that_wears_the_mixin_is_a_resource():
    assert article_model() in resource_models()
    assert all(issubclass(model, models.Model) for model in resource_models())
    assert type(home_page()) not in resource_models()


def test_only_resources_that_a_stranger_may_read():
    shown = make_article(title="Shown")
    make_article(title="Draft", live=False)
    make_plain_page(title="No resource")
    make_library()
    private = make_article(title="Private")
    restrict(private)
    assert titles(public_resources()) == ["Shown"]
    assert shown.pk in public_pages().values_list("pk", flat=True)


def test_pages_are_loaded_in_the_order_asked_for_without_what_is_gone():
    first, second, third = (make_article() for _number in range(3))
    gone = third.pk
    third.delete()
    plain = make_plain_page()
    found = load_resources([second.pk, gone, plain.pk, first.pk, 10**9, second.pk])
    assert titles(found) == [second.title, first.title, second.title]


def test_nothing_to_load_asks_the_database_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert load_resources([]) == []


def test_loaded_pages_have_pictures_and_tags_at_hand(django_assert_num_queries):
    image = make_image()
    pages = [make_article(tags=["B", "a"], hero_image=image) for _number in range(3)]
    found = load_resources([page.pk for page in pages], tags=True)
    with django_assert_num_queries(0):
        assert [page.hero_image.title for page in found] == ["A picture"] * 3
        assert [[tag.name for tag in page.tag_labels] for page in found] == [["a", "B"]] * 3
        assert [page.reading_minutes for page in found] == [1] * 3


def test_public_ones_keep_their_order_and_are_asked_about_together(django_assert_num_queries):
    first, private, draft, last = make_article(), make_article(), make_article(live=False), make_article()
    restrict(private)
    with django_assert_num_queries(1):
        assert public_ones([last, private, draft, first]) == [last, first]
    assert public_ones([]) == []


# Related by their tags


def test_related_share_a_tag_newest_first():
    def made(title, year, *tags):
        date = datetime.datetime(year, 1, 1, tzinfo=datetime.timezone.utc)
        return make_article(title=title, tags=tags, published=date)

    page = made("Page", 2024, "A", "B")
    made("Shares one", 2021, "A")
    made("Shares both", 2022, "A", "B")
    made("Shares none", 2023, "C")
    made("Oldest", 2020, "B")
    assert titles(related_resources(page, 9)) == ["Shares both", "Shares one", "Oldest"]
    assert titles(related_resources(page, 2)) == ["Shares both", "Shares one"]


def test_page_without_tags_is_related_to_nothing():
    make_article(tags=["A"])
    make_article()
    assert related_resources(make_article(), 3) == []


def test_page_that_was_never_saved_is_shown_the_newest():
    make_article(title="One")
    assert titles(related_resources(article_model()(title="New"), 3)) == ["One"]
    assert titles(related_resources(None, 3)) == ["One"]


# Sites


def test_pages_know_their_site():
    other = make_site("other.example.org")
    ours, theirs = make_article(), make_article(other.root_page)
    assert site_path(ours) == home_page().url_path
    assert site_path(theirs) == other.root_page.url_path
    assert site_path() == ""


def test_site_within_a_site_is_its_own(rf):
    inner = make_plain_page(home_page())
    make_article(inner, title="Inner")
    Site.objects.create(hostname="inner.example.org", root_page=inner)
    page = inner.get_children().first().specific
    assert site_path(page) == inner.url_path
    assert site_path(None, rf.get("/", SERVER_NAME="inner.example.org")) == inner.url_path
    assert site_path(None, rf.get("/")) == home_page().url_path

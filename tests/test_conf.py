from dataclasses import fields

import pytest
from django.template import Context, Template

from beatcancer_wagtail.blocks import TextBlock
from beatcancer_wagtail.conf import NAMES, LibrarySettings, library_settings


def test_a_site_that_sets_nothing_gets_the_defaults(settings):
    assert not hasattr(settings, "BEATCANCER_WAGTAIL")
    assert library_settings() == LibrarySettings()
    assert library_settings().BASE_TEMPLATE == "base.html"


def test_a_change_is_seen_at_once(settings):
    settings.BEATCANCER_WAGTAIL = {"BASE_TEMPLATE": "site.html"}
    assert library_settings().BASE_TEMPLATE == "site.html"

    settings.BEATCANCER_WAGTAIL = {"BASE_TEMPLATE": "other.html"}
    assert library_settings().BASE_TEMPLATE == "other.html"


def test_one_setting_leaves_the_others_at_their_defaults(settings):
    settings.BEATCANCER_WAGTAIL = {"CACHE_SECONDS": 5}

    others = [setting.name for setting in fields(LibrarySettings) if setting.name != "CACHE_SECONDS"]
    assert all(getattr(library_settings(), name) == getattr(LibrarySettings(), name) for name in others)


def test_an_unknown_name_stops_no_page(settings):
    """The check E002 tells the site builder; readers never notice."""
    settings.BEATCANCER_WAGTAIL = {"BASE_TEMPLAT": "site.html", 5: None, "CACHE_SECONDS": 5}

    assert library_settings() == LibrarySettings(CACHE_SECONDS=5)


@pytest.mark.parametrize("value", [None, "base.html", ["BASE_TEMPLATE"], 0])
def test_a_setting_that_is_no_dictionary_stops_no_page(settings, value):
    settings.BEATCANCER_WAGTAIL = value

    assert library_settings() == LibrarySettings()


def test_defaults_cannot_be_changed_by_accident():
    library_settings().WORDS_PER_MINUTE["en"] = 1

    assert library_settings().WORDS_PER_MINUTE == {}


def test_the_stylesheet_follows_the_setting(settings):
    tag = Template("{% load beatcancer %}{% bc_stylesheet %}")
    assert tag.render(Context()) == '<link rel="stylesheet" href="/static/beatcancer_wagtail/css/library.css">'

    settings.BEATCANCER_WAGTAIL = {"STYLESHEET": "site/library.css"}
    assert 'href="/static/site/library.css"' in tag.render(Context())

    settings.BEATCANCER_WAGTAIL = {"STYLESHEET": ""}
    assert tag.render(Context()) == ""


def test_the_editors_buttons_follow_the_setting(settings):
    block = TextBlock()
    assert "bold" in block.field.widget.features

    settings.BEATCANCER_WAGTAIL = {"RICH_TEXT_FEATURES": ["italic"]}
    assert block.field.widget.features == ["italic"]


def test_a_blocks_own_buttons_come_before_the_setting(settings):
    settings.BEATCANCER_WAGTAIL = {"RICH_TEXT_FEATURES": ["italic"]}

    assert TextBlock(features=["bold"]).field.widget.features == ["bold"]


def test_names_are_in_capitals_as_settings_are():
    assert all(name.isupper() for name in NAMES)

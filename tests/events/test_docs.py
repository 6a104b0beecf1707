"""Holds docs/reference/events.md to the code."""

import re
from pathlib import Path

import pytest
from django.template import engines
from django.test import RequestFactory

from beatcancer_wagtail.events.models import EventDate, EventListingMixin, EventMixin
from beatcancer_wagtail.events.templatetags import beatcancer_events as tags
from tests.builders import home_page, make_event
from tests.test_docs import PACKAGE, own_fields, sections, table_names

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "events.md").read_text()
FOLDER = PACKAGE / "events" / "templates" / "beatcancer_events"
WAGTAILS = {"route", "serve", "save", "save_revision", "with_content_json", "serve_preview", "get_template", "get_context",
            "get_route_paths", "get_cached_paths", "exclude_fields_in_copy", "Meta", "DoesNotExist", "MultipleObjectsReturned",
            "NotUpdated"}  # fmt: skip


def names(heading, level=2):
    return {name.partition("(")[0] for name in table_names(sections(PAGE, level)[heading].partition("\n### ")[0])}


@pytest.mark.parametrize("mixin", [EventMixin, EventListingMixin])
def test_fields_and_methods(mixin):
    documented = names(mixin.__name__)
    fields = own_fields(mixin)
    assert fields <= documented
    assert [name for name in documented - fields if not hasattr(mixin, name)] == []


def test_templates_and_their_blocks():
    documented = names("Templates")
    there = {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.html")}
    assert {name for name in documented if name.endswith(".html")} == there
    for line in sections(PAGE, 2)["Templates"].splitlines():
        if "Blocks:" in line:
            name, blocks = re.findall(r"`(\S+\.html)`", line)[0], re.findall(r"`(\w+)`", line.partition("Blocks:")[2])
            assert set(blocks) == set(re.findall(r"{% block (\w+) %}", (FOLDER / name).read_text()))


def test_tags():
    assert names("Template tags") == {*tags.register.tags, *tags.register.filters}


def test_classes_of_the_stylesheet():
    css = (PACKAGE / "events" / "static" / "beatcancer_events" / "css" / "events.css").read_text()
    ours = {name.partition("__")[0].partition("--")[0] for name in re.findall(r"\.(bc-[\w-]+)", css)}
    library = (PACKAGE / "static" / "beatcancer_wagtail" / "css" / "library.css").read_text()
    documented = set(re.findall(r"`(bc-[\w-]+)`", sections(PAGE, 2)["CSS"]))
    assert {name for name in ours if f".{name}" not in library} <= documented
    html = "".join(path.read_text() for path in FOLDER.rglob("*.html"))
    assert [name for name in documented if name not in html] == []


def test_checks():
    source = "".join(path.read_text() for path in (PACKAGE / "events").rglob("*.py"))
    assert names("System check") == set(re.findall(r"beatcancer_events\.[EW]\d{3}", source))


def test_rows():
    said = set(re.findall(r"`(\w+)`", sections(PAGE, 3)["EventDate"].partition("\n## ")[0]))
    assert [name for name in said if not hasattr(EventDate, name) and name != "beatcancer_event_dates"] == []


@pytest.mark.django_db
def test_template_of_the_guide():
    make_event(title="Walk")
    request = RequestFactory().get("/")
    text = (Path(__file__).parents[1] / "clinic" / "templates" / "clinic" / "with_events.html").read_text()
    html = engines["django"].from_string(text).render({"page": home_page()}, request)
    assert "Come and meet us" in html
    assert "Walk" in html
    assert "events.css" in html

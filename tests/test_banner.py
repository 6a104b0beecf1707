"""The survey banner as readers get it: the same bytes for everybody, or none."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.template import engines
from django.utils import timezone

from beatcancer_wagtail.models import SurveyBanner
from tests.builders import default_site, make_article, make_banner, make_plain_page, restrict
from tests.reading import read, words

pytestmark = pytest.mark.django_db

HOUR = datetime.timedelta(hours=1)


def html(rf, tag="{% bc_banner %}", **context):
    request = rf.get("/")
    return engines["django"].from_string("{% load beatcancer %}" + tag).render(context, request)


@pytest.fixture
def page(client, settings, tmp_path):
    """Reads an article in a site whose base template has the banner."""
    (tmp_path / "base.html").write_text(
        "{% load beatcancer %}<!doctype html><html><body>{% bc_banner %}{% block content %}{% endblock %}</body></html>"
    )
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [tmp_path]}]
    article = make_article()
    return lambda: read(client, article.url)


def test_banner_stands_above_the_page(page):
    make_banner(text="Thank you.", link_text="Answer", url="https://example.org/survey?a=1&b=2")
    banner = page().select_one("body > .bc-banner")
    assert words(banner.p) == "Thank you. Answer"
    assert banner.a["href"] == "https://example.org/survey?a=1&b=2"
    assert (banner["role"], banner["aria-label"]) == ("region", "Survey")


def test_link_leads_to_a_page_where_it_is_now(page):
    target = make_plain_page(slug="survey")
    make_banner(page=target)
    assert page().select_one(".bc-banner a")["href"] == target.url
    target.slug = "questions"
    target.save_revision().publish()
    assert page().select_one(".bc-banner a")["href"].endswith("/questions/")


def test_button_is_there_for_scripts_only(page):
    """Without scripts it could do nothing, so it stays hidden until one runs."""
    make_banner()
    assert page().select_one(".bc-banner button").has_attr("hidden")


def test_banner_that_cannot_be_closed_has_no_button_and_no_script(rf):
    make_banner(dismissible=False)
    assert "<button" not in html(rf)
    assert "<script" not in html(rf)
    assert "Thank you for your time." in html(rf)


def test_script_runs_before_the_banner_is_there(rf):
    """After it, the browser could have painted what is to be hidden."""
    make_banner()
    assert 0 <= html(rf).index("<script") < html(rf).index("bc-banner__")
    assert "defer" not in html(rf)
    assert 'type="module"' not in html(rf)


# Off means no bytes


@pytest.mark.parametrize(
    "fields",
    [
        {"is_on": False},
        {"starts_at": timezone.now() + HOUR},
        {"ends_at": timezone.now() - HOUR},
        {"starts_at": timezone.now() - 2 * HOUR, "ends_at": timezone.now() - HOUR},
        {"url": ""},
        {"url": "javascript:alert(1)"},
    ],
    ids=["off", "not yet", "over", "over since an hour", "leads nowhere", "unsafe"],
)
def test_no_bytes(rf, fields):
    make_banner(**fields)
    assert html(rf) == ""


def test_no_bytes_where_nobody_has_set_it(rf):
    assert html(rf) == ""
    assert engines["django"].from_string("{% load beatcancer %}{% bc_banner %}").render({}) == ""


@pytest.mark.parametrize("state", ["draft", "private", "deleted"])
def test_no_bytes_when_the_page_is_not_for_strangers(rf, state):
    target = make_plain_page(live=state != "draft")
    make_banner(page=target)
    if state == "private":
        restrict(target)
    if state == "deleted":
        assert html(rf)
        target.delete()
    assert html(rf) == ""


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"starts_at": timezone.now() - HOUR},
        {"ends_at": timezone.now() + HOUR},
        {"starts_at": timezone.now() - HOUR, "ends_at": timezone.now() + HOUR},
    ],
    ids=["always", "begun", "not over", "between"],
)
def test_it_shows_in_its_time(rf, fields):
    make_banner(**fields)
    assert "Thank you for your time." in html(rf)


def test_what_is_remembered_is_not_shown_after_its_time(rf, monkeypatch):
    make_banner(ends_at=timezone.now() + HOUR)
    assert html(rf)
    late = timezone.now() + 2 * HOUR
    monkeypatch.setattr("beatcancer_wagtail.components.timezone.now", lambda: late)
    assert html(rf) == ""


def test_script_is_told_the_time_for_pages_that_a_proxy_keeps(rf):
    start, end = timezone.now() - HOUR, timezone.now() + HOUR
    make_banner(starts_at=start, ends_at=end, dismissible=False)
    assert f'data-bc-from="{start.isoformat()}"' in html(rf)
    assert f'data-bc-to="{end.isoformat()}"' in html(rf)


# Fit for any proxy


def test_everybody_gets_the_same_bytes(client, page, django_user_model):
    make_banner()
    first = str(page())
    client.cookies["beatcancer.banner"] = "1"
    assert str(page()) == first
    client.force_login(django_user_model.objects.create_user("reader"))
    assert str(page()) == first


def test_no_cookie_and_no_session(client, page):
    make_banner()
    page()
    assert not client.cookies
    assert "Cookie" not in client.get(type(make_article()).objects.first().url).headers.get("Vary", "")


def test_texts_are_escaped(rf):
    make_banner(text='</p><script>alert("1")</script>', link_text='"><img src=x>')
    assert "<script>" not in html(rf)
    assert "<img" not in html(rf)


# The version


@pytest.mark.parametrize(
    ("field", "value", "version"),
    [
        ("text", "Other words.", 2),
        ("link_text", "Go on", 2),
        ("url", "/other/", 2),
        ("is_on", False, 1),
        ("starts_at", timezone.now(), 1),
        ("ends_at", timezone.now(), 1),
        ("dismissible", False, 1),
    ],
)
def test_version_grows_with_what_is_said_and_nothing_else(field, value, version):
    banner = make_banner()
    setattr(banner, field, value)
    banner.save()
    assert banner.version == version
    assert SurveyBanner.objects.get().version == version
    banner.save()
    assert SurveyBanner.objects.get().version == version


def test_another_page_is_another_version():
    banner = make_banner(page=make_plain_page())
    banner.page = make_plain_page()
    banner.save()
    assert SurveyBanner.objects.get().version == 2


def test_version_grows_when_only_some_fields_are_saved():
    banner = make_banner()
    banner.text = "Other words."
    banner.save(update_fields=["text"])
    assert SurveyBanner.objects.get().version == 2


def test_two_editors_at_once_leave_two_new_versions():
    """Who has closed what the first one wrote sees what the second one wrote."""
    make_banner()
    first, second = SurveyBanner.objects.get(), SurveyBanner.objects.get()
    first.text, second.text = "First words.", "Second words."
    first.save()
    second.save()
    assert SurveyBanner.objects.get().version == 3


# What is refused


def problems(**fields):
    values = {"is_on": True, "text": "Thank you.", "link_text": "Answer", "url": "/survey/", **fields}
    with pytest.raises(ValidationError) as caught:
        SurveyBanner(site=default_site(), **values).full_clean()
    return set(caught.value.message_dict)


def test_banner_that_is_on_is_whole():
    assert problems(url="") == {"page", "url"}
    assert problems(page=make_plain_page()) == {"page", "url"}
    assert problems(text=" ") == {"text"}
    assert problems(text="", link_text="") == {"text", "link_text"}
    assert problems(url="javascript:alert(1)") == {"url"}


def test_banner_that_is_off_may_be_half_filled():
    SurveyBanner(site=default_site(), is_on=False).full_clean()


def test_banner_whose_time_is_over_cannot_be_switched_on():
    over = timezone.now() - HOUR
    assert problems(is_on=True, ends_at=over) == {"ends_at"}
    SurveyBanner(site=default_site(), is_on=False, ends_at=over).full_clean()


@pytest.mark.parametrize("is_on", [True, False])
@pytest.mark.parametrize("length", [0 * HOUR, -HOUR])
def test_banner_ends_after_it_starts(is_on, length):
    now = timezone.now()
    assert problems(is_on=is_on, starts_at=now, ends_at=now + length) == {"ends_at"}

"""What a site says once for its whole site, as editors set it: who may, what is refused, what the preview shows."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupSitePermission
from wagtail.test.utils.form_data import querydict_from_html

from beatcancer_wagtail.models import ClosingCall, Organisation, SurveyBanner
from tests.builders import (
    default_site,
    make_article,
    make_banner,
    make_call,
    make_editor,
    make_plain_page,
    make_site,
    make_superuser,
)
from tests.reading import all_words, read, words

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(
        not apps.is_installed("wagtail.contrib.settings"), reason="Wagtail's settings are not installed"
    ),
]

SETTINGS = [SurveyBanner, ClosingCall, Organisation]
EVERY = pytest.mark.parametrize("model", SETTINGS, ids=lambda model: model._meta.model_name)


def url(model, site=None, name="edit"):
    site = site or default_site()
    return reverse(f"wagtailsettings:{name}", args=["beatcancer_wagtail", model._meta.model_name, site.pk])


def allow(editor, model, site):
    permission = Permission.objects.get(codename=f"change_{model._meta.model_name}")
    GroupSitePermission.objects.create(group=editor.groups.get(), permission=permission, site=site)
    return editor


def form_data(client, address):
    page = read(client, address)
    form = next(form for form in page.find_all("form") if form.get("action", "").endswith(address))
    form["id"] = "of-the-setting"
    return querydict_from_html(str(form), form_id="of-the-setting")


def save(client, model, **values):
    data = form_data(client, url(model))
    data.update({name: str(value) for name, value in values.items()})
    return client.post(url(model), {name: value for name, value in data.items() if value != "False"})


@pytest.fixture
def editor(client):
    client.force_login(make_superuser())
    return client


# Who may


@EVERY
def test_stranger_is_sent_to_the_login(client, model):
    for address in (url(model), url(model, name="preview_on_edit") if model is SurveyBanner else url(model)):
        for answer in (client.get(address), client.post(address)):
            assert answer.status_code == 302
            assert answer.url.startswith("/admin/login/")


@EVERY
def test_editor_without_the_permission_is_sent_away(client, model):
    client.force_login(make_editor())
    for answer in (client.get(url(model)), client.post(url(model), {"is_on": "on", "name": "Changed"})):
        assert answer.status_code == 302
        assert answer.url == "/admin/"
    assert not Organisation.objects.filter(name="Changed").exists()
    assert "/settings/beatcancer_wagtail/" not in client.get("/admin/").content.decode()


@EVERY
def test_editor_with_it_may_change_that_site_and_no_other(client, model):
    other = make_site()
    client.force_login(allow(make_editor(), model, default_site()))
    assert client.get(url(model)).status_code == 200
    assert client.get(url(model, other)).status_code == 302
    others = [kind for kind in SETTINGS if kind is not model]
    assert [client.get(url(kind)).status_code for kind in others] == [302, 302]


def test_preview_is_for_those_who_may_change_it(client):
    client.force_login(make_editor())
    address = url(SurveyBanner, name="preview_on_edit")
    assert client.get(address).status_code == 302
    assert client.post(address).status_code == 302


def test_groups_are_given_the_permission_site_by_site(editor):
    page = words(read(editor, reverse("wagtailusers_groups:add")))
    for name in ("Survey banner permissions", "Organisation permissions", "Closing call permissions"):
        assert name in page


# The banner


def test_banner_is_written_and_shown(editor):
    answer = save(editor, SurveyBanner, is_on="on", text="Thank you.", link_text="Answer", url="/survey/")
    assert answer.status_code == 302
    banner = SurveyBanner.objects.get()
    assert (banner.is_on, banner.text, banner.version) == (True, "Thank you.", 2)


def test_what_is_wrong_is_said_at_its_field(editor):
    now = timezone.now()
    answer = save(editor, SurveyBanner, is_on="on", starts_at=f"{now:%Y-%m-%d %H:%M}", ends_at=f"{now:%Y-%m-%d %H:%M}")
    assert answer.status_code == 200
    assert set(answer.context["form"].errors) == {"ends_at"}
    answer = save(editor, SurveyBanner, is_on="on")
    assert set(answer.context["form"].errors) == {"text", "link_text"}
    answer = save(editor, SurveyBanner, is_on="on", text="Thank you.", link_text="Answer")
    assert answer.context["form"].errors == {
        "page": ["Choose a page, or give an address."],
        "url": ["Choose a page, or give an address."],
    }
    answer = save(
        editor, SurveyBanner, is_on="on", text="Thank you.", link_text="Answer", url="/x/", page=make_plain_page().pk
    )
    assert set(answer.context["form"].errors) == {"page", "url"}
    assert not SurveyBanner.objects.get().is_on


def preview(client, site=None, **values):
    address = url(SurveyBanner, site, name="preview_on_edit")
    data = form_data(client, url(SurveyBanner, site))
    data.update(values)
    answer = client.post(address, {name: data[name] for name in data})
    assert answer.json()["is_valid"], answer.json()
    return read(client, address, mode="")


@pytest.mark.parametrize("is_on", [{}, {"is_on": "on"}])
def test_preview_shows_what_is_being_typed_on_a_page_of_the_site(editor, is_on):
    make_article(title="A real article")
    soon = timezone.now() + datetime.timedelta(days=3)
    make_banner(is_on=False, text="Stored")
    page = preview(editor, text="Being typed", starts_at=f"{soon:%Y-%m-%d %H:%M}", **is_on)
    assert words(page.select_one(".bc-banner p")) == "Being typed Answer three questions"
    assert "A real article" in words(page)
    assert any("library.css" in link["href"] for link in page.select("link[rel=stylesheet]"))
    assert not page.select(".bc-banner button[hidden]")


def test_preview_shows_a_half_filled_banner(editor):
    page = preview(editor, is_on="on", text="Thank you.")
    assert words(page.select_one(".bc-banner p")) == "Thank you."
    assert not page.select(".bc-banner a")


def test_preview_stores_nothing_in_the_editors_browser(editor):
    assert "banner.js" not in str(preview(editor, text="Being typed"))


def test_preview_says_where_the_template_has_no_place_for_it(editor, settings, tmp_path):
    page = preview(editor, text="Being typed")
    assert len(page.select(".bc-banner")) == 1
    assert "directly after <body>" in words(page)
    (tmp_path / "base.html").write_text(
        "{% load beatcancer %}<!doctype html><body>{% bc_banner %}{% block content %}{% endblock %}"
    )
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [tmp_path]}]
    page = preview(editor, text="Being typed")
    assert len(page.select(".bc-banner")) == 1
    assert "directly after <body>" not in words(page)


def test_preview_of_another_sites_banner_is_in_that_site(editor):
    other = make_site()
    make_banner(other, text="Theirs", url="/x/")
    page = preview(editor, other)
    assert "Theirs" in words(page)
    assert f"Home of {other.hostname}" in words(page)


# The other two


def test_closing_call_is_chosen(editor, client):
    call = make_call(heading="Stay in touch")
    assert save(editor, ClosingCall, call=call.pk).status_code == 302
    page = read(client, make_article().url)
    assert all_words(page, ".bc-closing h2") == ["Stay in touch"]


def test_organisation_is_described(editor):
    answer = save(editor, Organisation, name="Wren", kind="Hospital", contact_url="javascript:alert(1)")
    assert set(answer.context["form"].errors) == {"contact_url"}
    assert save(editor, Organisation, name="Wren", kind="Hospital", contact_url="/contact/").status_code == 302
    assert Organisation.objects.get().kind == "Hospital"


@EVERY
def test_every_field_is_explained_or_explains_itself(editor, model):
    page = BeautifulSoup(editor.get(url(model)).content.decode(), "html.parser")
    assert page.select(".w-field__help .help")

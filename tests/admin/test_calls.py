"""Calls to action in the editor: list, drafts, preview, usage, and who may do what."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.admin.utils import quote
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.test.utils.form_data import querydict_from_html

from beatcancer_wagtail.models import CallToAction
from tests.builders import make_article, make_call, make_editor, make_plain_page, reusable_call
from tests.reading import all_words, read, words

pytestmark = pytest.mark.django_db

ALL_RIGHTS = [f"{action}_calltoaction" for action in ("add", "change", "delete", "publish")]
PROBLEM = ["Choose a page, or give an address."]


def url(name, *arguments):
    return reverse(CallToAction.snippet_viewset.get_url_name(name), args=[quote(argument) for argument in arguments])


@pytest.fixture
def editor(client):
    """Somebody who may do everything with calls and nothing else."""
    client.force_login(make_editor(permissions=ALL_RIGHTS))
    return client


def save(client, address, action="", **values):
    forms = BeautifulSoup(client.get(address).content.decode(), "html.parser").find_all("form")
    form = next(form for form in forms if form.find(attrs={"name": "heading"}))
    form["id"] = "of-the-call"
    data = querydict_from_html(str(form), form_id="of-the-call").dict() | values
    if action:
        data[f"action-{action}"] = "1"
    return client.post(address, data)


def test_list_shows_where_a_call_leads_and_whether_it_is_live(editor):
    page = make_plain_page(slug="groups")
    make_call(heading="Join us", page=page)
    make_call(heading="Draft", live=False, page=make_plain_page(live=False))
    rows = {words(row.select_one(".title a")): words(row) for row in read(editor, url("list")).select("tbody tr")}
    assert page.url in rows["Join us"]
    assert "live" in rows["Join us"].lower()
    assert "–" in rows["Draft"]
    assert "draft" in rows["Draft"].lower()


def test_list_is_filtered_and_exported(editor):
    make_call(heading="Join us")
    make_call(heading="Draft", live=False)
    assert "Draft" not in words(read(editor, url("list"), live="true").select_one("table.listing"))
    answer = editor.get(url("list"), {"export": "csv"})
    rows = b"".join(answer.streaming_content).decode()
    assert "Join us" in rows
    assert "/groups/" in rows


@pytest.mark.searches
def test_list_and_chooser_are_searched(editor):
    make_call(heading="Join a group")
    make_call(heading="Stay in touch")
    chooser = CallToAction.snippet_viewset.chooser_viewset
    results = reverse(chooser.get_url_name("choose_results"))
    for address in (url("list"), results):
        found = words(read(editor, address, q="touch").select_one("table.listing"))
        assert "Stay in touch" in found
        assert "Join a group" not in found


@pytest.mark.parametrize("query", ['"', '"unclosed', "  ", "*", "AND", "\x00", "x" * 20_000])
def test_odd_queries_break_neither_list_nor_chooser(editor, query):
    make_call()
    chooser = CallToAction.snippet_viewset.chooser_viewset
    for name in ("choose", "choose_results"):
        assert editor.get(reverse(chooser.get_url_name(name)), {"q": query}).status_code == 200
    assert editor.get(url("list"), {"q": query}).status_code == 200


@pytest.mark.parametrize("where", ["list", "chooser"])
def test_list_and_chooser_cost_the_same_with_twenty_calls(editor, where):
    chooser = CallToAction.snippet_viewset.chooser_viewset
    address = url("list") if where == "list" else reverse(chooser.get_url_name("choose"))

    def statements():
        editor.get(address)
        with CaptureQueriesContext(connection) as captured:
            assert editor.get(address).status_code == 200
        return len(captured)

    for _number in range(2):
        make_call(page=make_plain_page())
    few = statements()
    for number in range(18):
        make_call(page=make_plain_page(), live=number < 5)
    assert statements() == few


def test_draft_may_be_half_filled_but_is_not_published(editor):
    assert save(editor, url("add"), heading="Join us").status_code == 302
    call = CallToAction.objects.get()
    assert not call.live
    answer = save(editor, url("edit", call.pk), "publish")
    assert answer.status_code == 200
    errors = answer.context["form"].errors
    assert (errors["page"], errors["url"]) == (PROBLEM, PROBLEM)
    assert "button_text" in errors
    assert save(editor, url("edit", call.pk), text="Every week.").status_code == 302
    answer = save(editor, url("edit", call.pk), "publish", button_text="Find a group", url="/groups/")
    assert answer.status_code == 302
    call.refresh_from_db()
    assert (call.live, call.text, call.url) == (True, "Every week.", "/groups/")


def test_draft_may_be_undecided_but_is_not_published(editor):
    values = {"heading": "Join us", "button_text": "Go", "page": str(make_plain_page().pk), "url": "/groups/"}
    answer = save(editor, url("add"), "publish", **values)
    assert set(answer.context["form"].errors) == {"page", "url"}
    assert save(editor, url("add"), **values).status_code == 302


def test_preview_shows_what_is_being_typed_in_both_sizes(editor):
    call = make_call()
    address = url("preview_on_edit", call.pk)
    data = {"heading": "Being typed", "text": "", "button_text": "Go", "page": "", "url": "/groups/"}
    answer = editor.post(address, data)
    assert answer.json()["is_valid"], answer.json()
    page = read(editor, address, mode="")
    assert all_words(page, ".bc-action h2") == ["Being typed", "Being typed"]
    assert page.select(".bc-action--band")
    assert page.select(".bc-action--closing")


def test_preview_shows_a_half_filled_call(editor):
    address = url("preview_on_add")
    answer = editor.post(address, {"heading": "Half", "text": "", "button_text": "", "page": "", "url": ""})
    assert answer.json()["is_valid"], answer.json()
    assert "Half" in words(read(editor, address, mode=""))


def test_usage_names_the_pages(editor, admin_client):
    call = make_call()
    make_article(title="Uses it", body=[reusable_call(call)])
    make_article(title="Closes with it", closing_call=call)
    usage = words(read(admin_client, url("usage", call.pk)))
    assert "Uses it" in usage
    assert "Closes with it" in usage


def views_of(call):
    names = ["edit", "copy", "history", "usage", "delete", "unpublish", "inspect"]
    return [url("list"), url("add"), *[url(name, call.pk) for name in names]]


def test_stranger_is_sent_to_the_login(client):
    for address in views_of(make_call()):
        for answer in (client.get(address), client.post(address)):
            assert answer.status_code == 302, address
            assert answer.url.startswith("/admin/login/"), address


def test_editor_without_permission_is_refused(client):
    call = make_call(heading="Before")
    client.force_login(make_editor(permissions=["change_booksnippet"]))
    for address in views_of(call):
        for answer in (client.get(address), client.post(address, {"heading": "After", "action-publish": "1"})):
            assert answer.status_code == 302, address
            assert answer.url == "/admin/", address
    call.refresh_from_db()
    assert (call.heading, call.live) == ("Before", True)


def test_editor_who_may_not_publish_leaves_the_public_call_alone(client):
    call = make_call(heading="Before")
    client.force_login(make_editor(permissions=["change_calltoaction"]))
    save(client, url("edit", call.pk), "publish", heading="After")
    call.refresh_from_db()
    assert call.heading == "Before"

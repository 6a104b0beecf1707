import pytest
from wagtail.blocks.struct_block import StructBlockValidationError

from tests.admin.forms import create_url, edit_url, page_form, send, stream_data
from tests.blocks.rendering import BODY, shown
from tests.builders import (
    article_model,
    block,
    call_to_action,
    home_page,
    make_article,
    make_plain_page,
    make_superuser,
    section,
    text,
)
from tests.reading import read, words

pytestmark = pytest.mark.django_db

NEITHER = "Choose a page, or give an address."
BOTH = "Choose a page or give an address, not both."


def errors(stored) -> dict:
    """What the editor reads, by the field where it stands."""
    (child,) = BODY.to_python([stored])
    with pytest.raises(StructBlockValidationError) as caught:
        child.block.clean(child.value)
    return {field: error["messages"] for field, error in caught.value.as_json_data()["blockErrors"].items()}


def test_neither_target_is_refused_at_both_fields():
    assert errors(call_to_action()) == {"page": [NEITHER], "url": [NEITHER]}


def test_both_targets_are_refused_at_both_fields():
    assert errors(call_to_action(page=make_plain_page(), url="/groups/")) == {"page": [BOTH], "url": [BOTH]}


def test_one_target_is_accepted():
    for stored in (call_to_action(page=make_plain_page()), call_to_action(url="/groups/")):
        (child,) = BODY.to_python([stored])
        assert child.block.clean(child.value)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//evil.example", "example.org", "https://a b"]
)
def test_an_unsafe_address_is_refused_at_the_address(url):
    assert errors(call_to_action(url=url)) == {
        "url": ["Give an address that starts with https://, http://, mailto:, tel:, / or #, without spaces."]
    }


def test_a_button_needs_words_and_the_block_a_heading():
    assert set(errors(call_to_action("", url="/groups/", button_text=""))) == {"heading", "button_text"}


def test_all_that_is_wrong_is_said_at_once():
    assert set(errors(call_to_action("", button_text=""))) == {"heading", "button_text", "page", "url"}


@pytest.fixture
def editor(client):
    client.force_login(make_superuser())
    return client


def filled_in(editor, *body):
    field = article_model()._meta.get_field("body")
    data = page_form(editor, create_url(article_model(), home_page()))
    data.update({"title": "Groups", "slug": "groups", "summary": "Where to meet.", "tags": ""})
    data.update(stream_data("body", field.stream_block, field.to_python(list(body))))
    return data


@pytest.mark.parametrize("place", ["in the article", "in a section"])
@pytest.mark.parametrize("both", [False, True])
def test_a_draft_may_be_undecided_but_is_not_published(editor, place, both):
    undecided = call_to_action(page=home_page() if both else None, url="/groups/" if both else "")
    body = [undecided] if place == "in the article" else [section("Join", undecided)]
    address = create_url(article_model(), home_page())

    refused = send(editor, address, filled_in(editor, *body), "publish")
    assert refused.status_code == 200
    assert not article_model().objects.exists()
    assert (BOTH if both else NEITHER) in refused.content.decode()

    assert send(editor, address, filled_in(editor, *body)).status_code == 302
    draft = article_model().objects.get()
    assert not draft.live

    refused = send(editor, edit_url(draft), page_form(editor, edit_url(draft)), "publish")
    assert refused.status_code == 200
    assert not article_model().objects.get().live


# What readers see


def test_the_button_leads_to_the_page_where_it_is_now(client):
    target = make_plain_page(title="Groups", slug="groups")
    page = read(client, make_article(body=[call_to_action(page=target)]).url)
    button = page.select_one(".bc-action a")

    assert (button["href"], words(button)) == (target.url, "Find a group")


@pytest.mark.parametrize(
    "url", ["https://example.org/?a=1&b=2", "/groups/", "#stages", "tel:116117", "mailto:a@example.org"]
)
def test_the_button_leads_to_the_address(url):
    assert shown(call_to_action(url=url)).a["href"] == url


def test_a_page_that_is_not_published_gives_no_button():
    soup = shown(call_to_action("Join us", page=make_plain_page(live=False), words="Every week."))

    assert not soup.find("a")
    assert "Join us" in words(soup)
    assert "Every week." in words(soup)


def test_a_page_that_is_gone_gives_no_button(client):
    target = make_plain_page()
    article = make_article(body=[call_to_action(page=target), text("<p>The end.</p>")])
    target.delete()
    page = read(client, article.url)

    assert not page.select(".bc-action a")
    assert "The end." in words(page)


@pytest.mark.parametrize("url", ["javascript:alert(1)", " JavaScript:alert(1)", "//evil.example", "data:text/html,x"])
def test_an_unsafe_address_that_was_stored_another_way_gives_no_button(url):
    """An editor cannot enter it; an import could."""
    assert not shown(call_to_action("Join us", url=url)).find("a")


def test_without_words_there_is_no_empty_button():
    assert not shown(call_to_action(url="/groups/", button_text="")).find("a")


@pytest.mark.parametrize(("size", "shape"), [("band", "band"), ("closing", "closing"), ("", "band"), (None, "band")])
def test_the_size_is_a_matter_of_style(size, shape):
    assert f"bc-action--{shape}" in shown(call_to_action(url="/x/", size=size)).aside["class"]


def test_where_an_address_was_half_typed_before_a_page_was_chosen_the_page_counts():
    target = make_plain_page()

    assert (
        shown(block("call_to_action", {**call_to_action(page=target)["value"], "url": "/old/"})).a["href"] == target.url
    )

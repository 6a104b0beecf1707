"""What a stranger may not read is neither listed nor counted anywhere."""

import datetime

import pytest
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.core.management import call_command
from django.template import engines
from django.utils import timezone

from beatcancer_wagtail.resources import public_pages
from tests.builders import (
    PASSWORD,
    block,
    home_page,
    make_article,
    make_editor,
    make_library,
    make_plain_page,
    make_site,
    related,
    restrict,
    root_page,
)
from tests.reading import all_words, featured, latest, listed, read, tag_counts, words

pytestmark = pytest.mark.django_db


def secret(parent, **fields):
    return make_article(parent, title="Secret", tags=["Secret tag", "Shared"], **fields)


def draft(library):
    return secret(library, live=False)


def unpublished(library):
    page = secret(library)
    page.unpublish()
    return page


def expired(library):
    page = secret(library)
    page.expire_at = timezone.now() - datetime.timedelta(minutes=1)
    page.save_revision().publish()
    type(page).objects.filter(pk=page.pk).update(live=True, expired=False)
    call_command("publish_scheduled")
    return page


def not_yet(library):
    page = secret(library, live=False)
    page.go_live_at = timezone.now() + datetime.timedelta(days=1)
    page.save_revision().publish()
    return page


def behind_a_login(library):
    page = secret(library)
    restrict(page)
    return page


def behind_a_password(library):
    page = secret(library)
    restrict(page, "password", password="open sesame")
    return page


def for_a_group(library):
    page = secret(library)
    restrict(page, "groups", groups=[Group.objects.create(name="Nurses")])
    return page


def below_a_private_page(library):
    above = make_plain_page(library)
    restrict(above)
    return secret(above)


# Aliases are made before the source becomes private: later ones get restrictions of their own from Wagtail.


def alias_of_a_private_page(library):
    source = secret(make_plain_page(home_page()))
    alias = source.create_alias(parent=library)
    restrict(source)
    return alias


def alias_of_a_page_below_a_private_one(library):
    above = make_plain_page(home_page())
    alias = secret(above).create_alias(parent=library)
    restrict(above)
    return alias


def alias_of_an_alias_of_a_private_page(library):
    source = secret(make_plain_page(home_page()))
    alias = source.create_alias(parent=make_plain_page(home_page())).create_alias(parent=library)
    restrict(source)
    return alias


def below_an_alias_of_a_private_page(library):
    source = make_plain_page(home_page())
    below = secret(source.create_alias(parent=library))
    restrict(source)
    return below


def alias_with_a_restriction_of_its_own(library):
    source = secret(make_plain_page(home_page()))
    restrict(source)
    return source.create_alias(parent=library)


def of_another_site(library):
    return secret(make_site().root_page)


HIDDEN = [
    draft, unpublished, expired, not_yet, behind_a_login, behind_a_password, for_a_group, below_a_private_page,
    alias_of_a_private_page, alias_of_a_page_below_a_private_one, alias_of_an_alias_of_a_private_page,
    below_an_alias_of_a_private_page, alias_with_a_restriction_of_its_own, of_another_site,
]  # fmt: skip


@pytest.mark.searches
@pytest.mark.parametrize("hide", HIDDEN, ids=lambda hide: hide.__name__)
def test_hidden_article_appears_nowhere(client, rf, hide):
    library = make_library(scope="descendants")
    shown = make_article(library, title="Shown", tags=["Shared"], body=[related()])
    hidden = hide(library)
    library.featured = [block("resource", hidden.pk), block("resource", shown.pk)]
    library.save()
    shown.body = [related(), related(hidden, heading="Chosen")] if hide is not of_another_site else [related()]
    shown.save()
    cache.clear()

    page = read(client, library.url)
    assert featured(page) == ["Shown"]
    assert listed(page) == []
    assert words(page.select_one(".bc-listing__total")) == "1 resource"
    assert tag_counts(page) == {"Shared": 1}
    for params in ({"order": "oldest"}, {"order": "title"}, {"tag": "shared"}, {"q": "Shared"}):
        page = read(client, library.url, **params)
        assert listed(page) == ["Shown"], params
        assert tag_counts(page) == {"Shared": 1}, params
    for params in ({"tag": "secret-tag"}, {"q": "Secret"}):
        assert listed(read(client, library.url, **params)) == [], params

    assert "Secret" not in words(read(client, shown.url))
    strip = engines["django"].from_string("{% load beatcancer %}{% bc_latest_resources 9 %}")
    home = strip.render({}, rf.get("/"))
    assert "Secret" not in home
    assert "View 1 resource<" in home


@pytest.mark.parametrize("hide", HIDDEN[:-1], ids=lambda hide: hide.__name__)
def test_strip_without_a_library_hides_it_as_well(hide, rf):
    hide(make_plain_page(home_page()))
    make_article(home_page(), title="Shown")
    strip = engines["django"].from_string("{% load beatcancer %}{% bc_latest_resources 9 %}")
    for html in (strip.render({}, rf.get("/")), strip.render({})):
        assert "Shown" in html
        assert "Secret" not in html


def test_strip_without_a_library_keeps_to_the_site(client, rf):
    other = make_site("other.example.org")
    make_article(other.root_page, title="Of the other site")
    article = make_article(home_page(), title="Ours")
    make_article(home_page(), title="Ours too")
    assert latest(read(client, article.url)) == ["Ours too"]
    strip = engines["django"].from_string("{% load beatcancer %}{% bc_latest_resources 9 %}")
    html = strip.render({}, rf.get("/"))
    assert ("Of the other site" in html, "Ours" in html) == (False, True)


def test_library_of_another_site_is_not_ours(client):
    library = make_library(make_site("other.example.org").root_page)
    article = make_article(home_page(), tags=["Shared"])
    page = read(client, article.url)
    assert not page.select(".bc-breadcrumb, .bc-latest__all, .bc-tags a")
    assert library.url not in str(page)


def test_related_articles_are_of_the_same_site(client):
    make_article(make_site("other.example.org").root_page, title="Of the other site", tags=["Shared"])
    make_article(home_page(), title="Ours", tags=["Shared"])
    article = make_article(home_page(), tags=["Shared"], body=[related()])
    assert all_words(read(client, article.url), ".bc-related__link") == ["Ours"]


def test_article_on_another_site_has_its_own_relations(client):
    other = make_site("other.example.org").root_page
    make_article(home_page(), title="Ours", tags=["Shared"])
    make_article(other, title="Theirs", tags=["Shared"])
    article = make_article(other, tags=["Shared"], body=[related()])
    answer = client.get(article.get_url_parts()[2], SERVER_NAME="other.example.org")
    assert answer.status_code == 200
    html = answer.content.decode()
    assert ("Theirs" in html, "Ours" in html) == (True, False)


def test_private_article_asks_for_the_login(client):
    article = behind_a_login(make_library())
    answer = client.get(article.url)
    assert answer.status_code == 302
    assert "Secret" not in answer.content.decode()


def test_who_may_enter_a_private_library_sees_no_private_page_in_its_list(client):
    """Lists are the same for everybody, so that any proxy may keep them."""
    library = make_library()
    make_article(library, title="Secret")
    restrict(library)
    make_editor("nurse")
    assert client.get(library.url).status_code == 302
    client.login(username="nurse", password=PASSWORD)
    page = read(client, library.url)
    assert listed(page) == []
    assert words(page.select_one(".bc-listing__total")) == "0 resources"


def test_private_library_is_not_offered_to_strangers(client):
    library = make_library()
    restrict(library)
    article = make_article(home_page(), tags=["Shared"])
    page = read(client, article.url)
    assert library.url not in str(page)


def test_root_of_the_tree_restricted_hides_everything(client):
    library = make_library()
    make_article(library)
    restrict(root_page())
    assert not public_pages().exists()


def test_siblings_of_a_private_page_stay_public(client):
    library = make_library()
    for number in range(12):  # paths that begin alike
        page = make_article(library, title=f"Article {number}")
        if number == 0:
            restrict(page)
    assert len(listed(read(client, library.url))) == 11

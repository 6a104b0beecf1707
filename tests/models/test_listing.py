"""The library page: what it lists, in which order, how many, and how readers narrow it."""

import datetime
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.builders import article_model, block, home_page, make_article, make_image, make_library, make_plain_page
from tests.reading import all_words, canonical, featured, listed, meta, read, tag_counts, words

pytestmark = pytest.mark.django_db


def day(number):
    return datetime.datetime(2026, 1, number, 9, tzinfo=datetime.timezone.utc)


def total(page):
    return words(page.select_one(".bc-listing__total"))


def pick(*pages):
    return [block("resource", page.pk) for page in pages]


# What is listed


@pytest.fixture
def tree():
    """A library with an article, an article below that one, and one below a plain page."""
    library = make_library()
    child = make_article(library, title="Child", published=day(3), tags=["A"])
    make_article(child, title="Grandchild", published=day(2), tags=["B"])
    make_article(make_plain_page(library), title="Below a plain page", published=day(1), tags=["B"])
    make_article(home_page(), title="Elsewhere", tags=["A"])
    return library


def test_children_only(client, tree):
    page = read(client, tree.url)
    assert listed(page) == ["Child"]
    assert total(page) == "1 resource"
    assert tag_counts(page) == {"A": 1}


def test_everything_below(client, tree):
    tree.scope = "descendants"
    tree.save()
    page = read(client, tree.url)
    assert listed(page) == ["Child", "Grandchild", "Below a plain page"]
    assert total(page) == "3 resources"
    assert tag_counts(page) == {"A": 1, "B": 2}


def test_each_article_shows_its_summary_picture_time_and_date(client):
    library = make_library()
    article = make_article(
        library, title="Scans", summary="What they see.", hero_image=make_image(), published=day(5),
        reading_minutes_override=7,
    )  # fmt: skip
    result = read(client, library.url).select_one(".bc-result")
    assert result.a["href"] == article.url
    assert words(result) == "Scans What they see. 7 min read Jan. 5, 2026"
    assert result.img["alt"] == ""


def test_introduction_is_shown_and_describes_the_page(client):
    page = read(client, make_library(introduction="All that we know.").url)
    assert words(page.select_one(".bc-listing__introduction")) == "All that we know."
    assert meta(page, "description") == ["All that we know."]


@pytest.mark.skipif(
    not hasattr(article_model(), "search_description"), reason="the base page of these settings has no such field"
)
def test_own_description_is_not_doubled(client):
    page = read(client, make_library(introduction="All.", search_description="For engines.").url)
    assert meta(page, "description") == ["For engines."]


# Order and pages


@pytest.fixture
def five():
    library = make_library(page_size=2)
    for number, title in enumerate(["Delta", "Alpha", "Echo", "Charlie", "Bravo"], start=1):
        make_article(library, title=title, published=day(number))
    return library


NEWEST = ["Bravo", "Charlie", "Echo", "Alpha", "Delta"]
ORDERS = {"newest": NEWEST, "oldest": NEWEST[::-1], "title": sorted(NEWEST)}


def read_all(client, url, **params):
    """The titles on every page of the list, in order."""
    numbers = all_words(read(client, url, **params), ".bc-pages__number") or ["Page 1"]
    pages = int(numbers[-1].removeprefix("Page "))
    return [listed(read(client, url, **params, page=number)) for number in range(1, pages + 1)]


def test_order_and_pages_as_the_reader_chooses(client, five):
    for order, titles in ORDERS.items():
        assert read_all(client, five.url, order=order) == [titles[:2], titles[2:4], titles[4:]], order


def test_order_as_the_editor_chooses(client, five):
    for order, titles in ORDERS.items():
        five.order = order
        five.save()
        assert sum(read_all(client, five.url), []) == titles, order


def test_unknown_order_is_the_editors(client, five):
    for order in ("nonsense", "", "-pk", "x" * 20_000, "\x00"):
        assert listed(read(client, five.url, order=order)) == NEWEST[:2], order


def test_articles_of_the_same_day_appear_once_each(client):
    library = make_library(page_size=3)
    titles = {make_article(library, published=day(1)).title for _number in range(10)}
    for order in ("newest", "oldest"):
        found = sum(read_all(client, library.url, order=order), [])
        assert len(found) == 10
        assert set(found) == titles


ODD_NUMBERS = [
    "0", "-1", "x", "999999", "1.5", "٣", "9" * 200, "", " 2", "2 ", "+2", "0x2", "1e0", "\x00", "²", "4", "None",
]  # fmt: skip


def test_page_that_does_not_exist_is_the_first(client, five):
    for number in ODD_NUMBERS:
        page = read(client, five.url, page=number)
        assert listed(page) == NEWEST[:2], number
        assert canonical(page) == ["http://localhost" + five.url], number


def test_links_between_pages(client, five):
    first, second, third = (read(client, five.url, page=number) for number in (1, 2, 3))
    assert [page.select_one('a[rel="prev"]') is not None for page in (first, second, third)] == [False, True, True]
    assert [page.select_one('a[rel="next"]') is not None for page in (first, second, third)] == [True, True, False]
    assert all_words(second, ".bc-pages [aria-current=page]") == ["Page 2"]
    assert urlsplit(second.select_one('a[rel="next"]')["href"]).query == "page=3"


def test_many_pages_leave_gaps_between_the_links(client):
    library = make_library(page_size=1)
    for _number in range(9):
        make_article(library)
    page = read(client, library.url, page=5)
    assert words(page.select_one(".bc-pages__list")) == "Previous Page 1 … Page 4 Page 5 Page 6 … Page 9 Next"


def test_one_page_has_no_links_to_pages(client):
    library = make_library()
    make_article(library)
    assert not read(client, library.url).select(".bc-pages")


# Tags


@pytest.fixture
def tagged():
    library = make_library()
    make_article(library, title="Both", tags=["Scans", "Blood tests"], published=day(3))
    make_article(library, title="Scans alone", tags=["Scans"], published=day(2))
    make_article(library, title="Blood alone", tags=["Blood tests"], published=day(1))
    make_article(home_page(), title="Elsewhere", tags=["Scans", "Elsewhere"])
    return library


def test_counts_say_what_each_tag_would_leave(client, tagged):
    page = read(client, tagged.url)
    assert tag_counts(page) == {"Blood tests": 2, "Scans": 2}
    for link in page.select(".bc-filters__link"):
        assert len(listed(read(client, tagged.url + link["href"]))) == int(words(link.select_one(".bc-filters__count")))


def test_one_tag(client, tagged):
    page = read(client, tagged.url, tag="scans")
    assert listed(page) == ["Both", "Scans alone"]
    assert words(page.select_one(".bc-summary__count")) == "2 resources found"
    assert total(page) == "3 resources"
    assert tag_counts(page) == {"Blood tests": 1, "Scans": 2}
    assert all_words(page, '[aria-current="true"] .bc-filters__name') == ["Scans"]


def test_two_tags_narrow_further(client, tagged):
    page = read(client, tagged.url, tag=["scans", "blood-tests"])
    assert listed(page) == ["Both"]
    assert words(page.select_one(".bc-summary__count")) == "1 resource found"


def test_selected_tag_leads_back_to_the_list_without_it(client, tagged):
    page = read(client, tagged.url, tag=["scans", "blood-tests"])
    links = {words(link.select_one(".bc-filters__name")): link["href"] for link in page.select(".bc-filters__link")}
    assert listed(read(client, tagged.url + links["Scans"])) == ["Both", "Blood alone"]
    assert listed(read(client, tagged.url + links["Blood tests"])) == ["Both", "Scans alone"]


def test_unknown_tag_leaves_nothing_and_says_how_to_go_on(client, tagged):
    for tag in ("unknown", "elsewhere", '"', "'", "'; drop table x; --", "%", "_", "\u202e", "\U0001f600", "a.b"):
        page = read(client, tagged.url, tag=tag)
        assert listed(page) == [], tag
        assert words(page.select_one(".bc-empty__heading")) == "Nothing found"
        assert tagged.url in [link["href"] for link in page.select(".bc-empty a")]
        assert words(page.select_one(".bc-summary__count")) == "0 resources found"


def test_tag_that_cannot_be_one_is_ignored(client, tagged):
    for tag in ("", "\x00", "scans\x00", "x" * 20_000):
        page = read(client, tagged.url, tag=tag)
        assert len(listed(page)) == 3, tag
        assert len(str(page)) < 50_000, tag


def test_very_many_tags_answer(client, tagged):
    assert listed(read(client, tagged.url, tag=[f"t{number}" for number in range(900)])) == []


def test_the_same_tag_twice_counts_once(client, tagged):
    page = read(client, tagged.url, tag=["scans", "scans"])
    assert listed(page) == ["Both", "Scans alone"]
    assert all_words(page, ".bc-chip") == ["Scans (remove)"]


def test_odd_tag_does_not_spoil_the_counts_of_others(client, tagged):
    """What is remembered for one query must not be taken for another's."""
    for tag in ("blood-tests.scans", "scans.blood-tests", "blood-tests', 'scans", "blood-tests,scans"):
        assert listed(read(client, tagged.url, tag=tag)) == []
    page = read(client, tagged.url, tag=["scans", "blood-tests"])
    assert words(page.select_one(".bc-summary__count")) == "1 resource found"
    assert tag_counts(page) == {"Blood tests": 1, "Scans": 1}


def test_order_of_tags_in_the_address_does_not_matter(client, tagged):
    for tags in (["scans", "blood-tests"], ["blood-tests", "scans"]):
        assert listed(read(client, tagged.url, tag=tags)) == ["Both"]


def test_links_keep_the_other_choices(client, tagged):
    tagged.page_size = 1
    tagged.save()
    page = read(client, tagged.url, tag="scans", q="alone", order="title", page="1")
    for link in page.select(".bc-filters__link, .bc-summary__orders a, .bc-pages a, .bc-chip"):
        asked = parse_qs(urlsplit(link["href"]).query)
        name = words(link)
        assert ("q" in asked) == ("“alone”" not in name), name
        assert (asked.get("order") == ["title"]) == (name not in ("Newest first", "Oldest first")), name
        if "Scans" not in name:
            assert "scans" in asked["tag"], name
    form = page.select_one("form.bc-search")
    assert form["action"] == tagged.url
    sent = {field["name"]: field["value"] for field in form.select("input")}
    assert sent == {"q": "alone", "tag": "scans", "order": "title"}


def test_links_to_pages_keep_the_filters(client, tagged):
    tagged.page_size = 1
    tagged.save()
    page = read(client, tagged.url, tag="scans", order="oldest")
    asked = parse_qs(urlsplit(page.select_one('a[rel="next"]')["href"]).query)
    assert asked == {"tag": ["scans"], "order": ["oldest"], "page": ["2"]}
    assert listed(read(client, tagged.url, **asked)) == ["Both"]


def test_search_and_tags_can_be_switched_off(client, tagged):
    tagged.show_search = tagged.show_tags = False
    tagged.save()
    page = read(client, tagged.url)
    assert not page.select("form, .bc-filters")


# Search


@pytest.mark.searches
def test_words_narrow_the_list_and_the_counts(client, tagged):
    page = read(client, tagged.url, q="blood")
    assert listed(page) == ["Blood alone", "Both"], "the one with the word in its title first"
    assert listed(read(client, tagged.url, q="blood", order="newest")) == ["Both", "Blood alone"]
    assert tag_counts(page) == {"Blood tests": 2, "Scans": 1}
    assert page.select_one("input[name=q]")["value"] == "blood"
    assert words(page.select_one(".bc-summary__count")) == "2 resources found"


@pytest.mark.searches
def test_words_and_tags_together(client, tagged):
    assert listed(read(client, tagged.url, q="blood", tag="scans")) == ["Both"]


def test_nothing_found_says_for_what(client, tagged):
    page = read(client, tagged.url, q="zebra")
    assert words(page.select_one(".bc-empty__heading")) == "Nothing found for “zebra”"
    assert words(page.select_one(".bc-empty p")).startswith("Try fewer or other words")
    tagged.empty_text = "Call our nurses."
    tagged.save()
    page = read(client, tagged.url, q="zebra")
    assert words(page.select_one(".bc-empty p")) == "Call our nurses."


ODD_QUERIES = [
    '"', '"unclosed', 'liver "met', "'", "   ", "\x00", "a\x00b", "x" * 20_000, "AND", "OR NOT", "*", "a*", "NEAR(",
    "(", ")", "a:b", "-", "--", "\\", "%", "_", "&", "a & | !", "^a", "+a -b", "@x", "~", "<script>", "é", "\u202e",
    "\U0001f600", "٣", "½", "title:x", "{a b}", "column : x", "1 2 3 " * 3000,
]  # fmt: skip


def test_odd_queries_answer(client, tagged):
    for query in ODD_QUERIES:
        page = read(client, tagged.url, q=query)
        assert len(str(page)) < 60_000, query


def test_query_without_a_word_is_none(client, tagged):
    for query in ("", "   ", '"', "\x00", "*", "-", "\u200b"):
        page = read(client, tagged.url, q=query)
        assert len(listed(page)) == 3, query
        assert not meta(page, "robots"), query


# Featured


def test_featured_articles_stand_first_and_are_not_repeated(client, five):
    alpha = article_model().objects.get(title="Alpha")
    echo = article_model().objects.get(title="Echo")
    five.featured = pick(echo, alpha)
    five.save()
    page = read(client, five.url)
    assert (featured(page), listed(page)) == (["Echo", "Alpha"], ["Bravo", "Charlie"])
    assert total(page) == "5 resources"
    page = read(client, five.url, page=2)
    assert (featured(page), listed(page)) == ([], ["Delta"])


@pytest.mark.searches
def test_nothing_is_featured_once_the_reader_chooses(client, five):
    alpha = article_model().objects.get(title="Alpha")
    alpha.tags.add("Scans")
    alpha.save()
    five.featured = pick(alpha)
    five.save()
    for params in ({"order": "oldest"}, {"q": "alpha"}, {"tag": "scans"}):
        page = read(client, five.url, **params)
        assert featured(page) == []
        assert "Alpha" in sum(read_all(client, five.url, **params), [])


def test_featured_only_if_it_is_listed_here_published_and_there(client, five):
    elsewhere, draft = make_article(title="Elsewhere"), make_article(five, live=False, title="Draft")
    gone = make_article(five, title="Gone")
    five.featured = pick(elsewhere, draft, gone, five)
    five.save()
    gone.delete()
    assert featured(read(client, five.url)) == []


def test_library_is_copied_and_saved_although_a_featured_article_has_left(client, five):
    alpha = article_model().objects.get(title="Alpha")
    five.featured = pick(alpha)
    five.save()
    copied = five.copy(update_attrs={"slug": "copied"}, recursive=True)
    alpha.move(make_plain_page(home_page()), pos="last-child")
    five.refresh_from_db()
    five.save()
    five.save_revision().publish()
    for library in (five, copied):
        assert featured(read(client, library.url)) == []


def test_the_same_article_is_featured_once(client, five):
    alpha = article_model().objects.get(title="Alpha")
    five.featured = pick(alpha, alpha)
    five.save()
    page = read(client, five.url)
    assert featured(page) == ["Alpha"]
    assert len(listed(page)) == 2


def test_library_with_only_featured_articles(client):
    library = make_library()
    article = make_article(library, title="The only one")
    library.featured = pick(article)
    library.save()
    page = read(client, library.url)
    assert (featured(page), listed(page)) == (["The only one"], [])
    assert not page.select(".bc-empty")


# Nothing to show


def test_empty_library_says_so(client):
    page = read(client, make_library().url)
    assert total(page) == "0 resources"
    assert words(page.select_one(".bc-empty__heading")) == "There is nothing here yet"
    assert not page.select(".bc-filters, .bc-pages")


# Search engines


def test_plain_library_is_indexed_under_its_own_address(client, five):
    for params in ({}, {"utm_source": "x"}, {"order": "newest"}, {"tag": ""}, {"q": " "}, {"page": "1"}):
        page = read(client, five.url, **params)
        assert canonical(page) == ["http://localhost" + five.url]
        assert meta(page, "robots") == []


def test_further_pages_are_indexed_under_theirs(client, five):
    page = read(client, five.url, page=2)
    assert canonical(page) == [f"http://localhost{five.url}?page=2"]
    assert meta(page, "robots") == []


def test_narrowed_or_reordered_library_is_not_indexed(client, five):
    for params in ({"q": "alpha"}, {"tag": "scans"}, {"tag": "unknown"}, {"order": "title"}):
        page = read(client, five.url, **params)
        assert canonical(page) == []
        assert meta(page, "robots") == ["noindex, follow"]


def test_a_library_may_stand_below_another(client):
    above = make_library(title="Above", scope="descendants")
    below = make_library(above, title="Below")
    article = make_article(below, title="Deep")
    assert listed(read(client, above.url)) == listed(read(client, below.url)) == ["Deep"]
    assert all_words(read(client, article.url), ".bc-breadcrumb li") == ["Home", "Below", "Deep"]


def test_preview_of_a_library_shows_its_draft(client):
    library = make_library(title="Published")
    make_article(library, title="Listed")
    draft = library.get_latest_revision_as_object()
    draft.title = "Draft"
    answer = draft.make_preview_request()
    assert answer.status_code == 200
    assert "Draft" in answer.content.decode()
    assert "Listed" in answer.content.decode()

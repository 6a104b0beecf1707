"""What readers type, made safe, and what they find in a library."""

import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from beatcancer_wagtail.models import BookSnippet
from beatcancer_wagtail.resources import base_page_model, public_pages, public_resources
from beatcancer_wagtail.search import ranking
from beatcancer_wagtail.search.query import MAX_LENGTH, Found, clean_query, find, matching
from tests.builders import (
    call_to_action,
    callout,
    faq,
    key_points,
    make_article,
    make_book,
    make_image,
    make_plain_page,
    picture,
    quote,
    restrict,
    section,
    subsection,
    table,
    text,
)


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [
        ("metastasis", "metastasis"),
        ("  bone   marrow ", "bone marrow"),
        ('"bone marrow"', "bone marrow"),
        ('liver "met', "liver met"),
        ("“curly” «quotes» „here", "curly quotes here"),
        ("CA-125", "CA-125"),
        ("don't", "don't"),
        ("a\x00b", "a b"),
        ("tab\tand\nline", "tab and line"),
        ("\u202eright to left\u200f", "right to left"),
        ("métastase", "métastase"),
        (unicodedata.normalize("NFD", "métastase"), "métastase"),
        ("C++", "C++"),
    ],
)
def test_words_are_kept_and_the_rest_goes(typed, cleaned):
    assert clean_query(typed) == cleaned


@pytest.mark.parametrize("typed", [None, "", " ", '"', "''", "\x00", "*", "-", "&|!", "…", "\u200b", "\U0001f600", "%"])
def test_without_a_letter_or_digit_there_is_no_query(typed):
    assert clean_query(typed) == ""


def test_long_text_is_cut():
    assert clean_query("x" * 20_000) == "x" * MAX_LENGTH
    assert len(clean_query("word " * 20_000)) <= MAX_LENGTH


@given(st.text(max_size=2000))
def test_cleaning_twice_changes_nothing_and_leaves_nothing_dangerous(typed):
    cleaned = clean_query(typed)
    assert clean_query(cleaned) == cleaned
    assert len(cleaned) <= MAX_LENGTH
    assert '"' not in cleaned
    assert cleaned == " ".join(cleaned.split())
    assert all(character.isprintable() or character == " " for character in cleaned) or not cleaned.isascii()
    assert not cleaned or any(character.isalnum() for character in cleaned)


# In the database


@pytest.fixture
def titles(db):
    """The titles of what is found, A to Z; both ways to ask must agree."""

    def search(typed):
        found = find(public_resources(), typed, stop=100)
        pages = matching(public_resources(), typed)
        assert found.total == len(found.ids) == pages.count()
        assert set(found.ids) == set(pages.values_list("pk", flat=True))
        return list(pages.order_by("title").values_list("title", flat=True))

    return search


@pytest.fixture
def ranked(db):
    """The titles of what is found, best first."""

    def search(typed, records=None):
        records = public_resources() if records is None else records
        by_id = public_resources().in_bulk(find(records, typed, stop=100).ids)
        return [by_id[pk].title for pk in find(records, typed, stop=100).ids]

    return search


@pytest.mark.searches
def test_every_word_must_be_there_in_any_order(titles):
    make_article(title="Bone marrow")
    make_article(title="Bone scan")
    assert titles("marrow bone") == ["Bone marrow"]
    assert titles("bone") == ["Bone marrow", "Bone scan"]
    assert titles("bone zebra") == []


@pytest.mark.searches
def test_everything_that_readers_see_is_searched(titles):
    make_article(
        title="Titleword",
        summary="Summaryword.",
        tags=["Tagword"],
        body=[
            section("Headingword", text("<p>Textword</p>"), subsection("Subword", callout("Calloutword"))),
            faq(("Questionword?", "<p>Answerword</p>")),
            key_points("Pointword", encouragement="Warmword"),
            quote("Quoteword", "Speakerword"),
            call_to_action("Actionword", words="Whyword", button_text="Buttonword", url="/addressword/"),
            picture(make_image(), caption="Captionword", credit="Creditword"),
        ],
    )
    for word in (
        "titleword", "summaryword", "tagword", "headingword", "textword", "subword", "calloutword", "questionword",
        "answerword", "pointword", "warmword", "quoteword", "speakerword", "actionword", "whyword", "buttonword",
        "captionword", "creditword",
    ):  # fmt: skip
        assert titles(word) == ["Titleword"], word


@pytest.mark.searches
def test_what_only_editors_see_is_not_searched(titles):
    make_article(body=[section("Stages", text(), anchor="anchorword"), call_to_action(url="/addressword/")])
    for word in ("anchorword", "addressword", "band"):
        assert titles(word) == [], word


@pytest.mark.searches
def test_tables_are_searched(titles):
    from tests.builders import article_model

    if "table" not in article_model()._meta.get_field("body").stream_block.child_blocks:
        pytest.skip("these settings have no table block")
    make_article(title="T", body=[table(["Columnword"], ["Cellword"], caption="Captionword")])
    for word in ("columnword", "cellword", "captionword"):
        assert titles(word) == ["T"], word


@pytest.mark.searches
def test_only_what_a_stranger_may_read_is_found(titles):
    make_article(title="Marrow, draft", live=False)
    make_plain_page(title="Marrow, no resource")
    restrict(make_article(title="Marrow, private"))
    make_article(title="Marrow")
    assert titles("marrow") == ["Marrow"]


@pytest.mark.searches
def test_draft_changes_are_not_found_before_they_are_published(titles):
    article = make_article(title="Before", body=[text("<p>Oldword</p>")])
    article.title, article.body = "After", [text("<p>Newword</p>")]
    revision = article.save_revision()
    assert (titles("newword"), titles("oldword")) == ([], ["Before"])
    revision.publish()
    assert (titles("newword"), titles("oldword")) == (["After"], [])


@pytest.mark.searches
def test_title_before_summary_before_text(ranked):
    words = "<p>Marrow, marrow, marrow and once more marrow.</p>"
    make_article(title="In the text", body=[text(words)])
    make_article(title="A long title about bone marrow and what it does for people")
    make_article(title="In the summary", summary="All about marrow.")
    make_article(title="Marrow")
    make_article(title="Not at all")
    assert ranked("marrow") == [
        "Marrow", "A long title about bone marrow and what it does for people", "In the summary", "In the text",
    ]  # fmt: skip


@pytest.mark.searches
def test_pages_of_results_make_up_the_whole_list(db, monkeypatch):
    """However deep, and although only the first are compared by their whole text."""
    for number in range(7):
        make_article(title=f"Marrow {number}")
    for limit in (3, 4, 500):
        monkeypatch.setattr(ranking, "RANKED", limit)
        whole = find(public_resources(), "marrow").ids
        for size in (1, 2, 3, 5):
            pages = [find(public_resources(), "marrow", start=n, stop=n + size) for n in range(0, 7, size)]
            assert {page.total for page in pages} == {7}
            assert sum((page.ids for page in pages), []) == whole, (limit, size)
            assert find(public_resources(), "marrow", start=50, stop=60) == Found(7, [])
    assert find(public_resources(), "marrow", stop=0) == Found(7, [])


@pytest.mark.searches
def test_conditions_of_the_caller_hold(ranked):
    one, two = (
        make_article(title="Marrow one", tags=["Blood"]),
        make_article(title="Marrow two", tags=["Blood", "Bone"]),
    )
    assert ranked("marrow", public_resources().exclude(pk=one.pk)) == ["Marrow two"]
    assert ranked("marrow", public_resources().filter(url_path=one.url_path)) == ["Marrow one"]
    assert ranked("marrow", public_resources().order_by("pk")[:1]) == ["Marrow one"]
    many = public_resources().filter(beatcancer_tagged_items__tag__slug__in=["blood", "bone"])
    assert find(many, "marrow").total == 2, "a page that fulfils a condition twice is one page"
    assert matching(public_resources(), "marrow").order_by("-title").first().pk == two.pk


@pytest.mark.searches
def test_conditions_on_the_kind_of_page_hold(db):
    article, plain = make_article(title="Marrow"), make_plain_page(title="Marrow, no resource")
    alias = article.create_alias(update_slug="marrow-alias")
    pages, kind = public_pages(), article.content_type
    every, resources = {article.pk, plain.pk, alias.pk}, {article.pk, alias.pk}
    for records, expected in (
        (pages, every),
        (pages.type(type(article)), resources),
        (pages.not_type(type(article)), {plain.pk}),
        (pages.filter(content_type=kind), resources),
        (pages.filter(content_type_id__in=[plain.content_type_id]), {plain.pk}),
        (pages.filter(content_type_id__in=base_page_model().objects.filter(pk=plain.pk).values("content_type_id")), {plain.pk}),
        (pages.filter(content_type=kind, content_type_id__in=[plain.content_type_id]), set()),
        (pages.filter(alias_of__content_type=kind), {alias.pk}),
        (pages.exclude(alias_of__content_type=plain.content_type), every),
        (pages.filter(content_type=kind) | pages.filter(pk=plain.pk), every),
    ):  # fmt: skip
        found = find(records, "marrow")
        assert (found.total, set(found.ids)) == (len(expected), expected)
        assert find(records, "marrow", stop=0).total == len(expected)


@pytest.mark.searches
def test_records_that_are_no_pages_are_found_and_never_mixed_up(db):
    make_article(title="Marrow as page")
    book = make_book(title="Marrow as book")
    make_book(title="Marrow as draft", live=False)
    live = BookSnippet.objects.filter(live=True)
    assert find(live, "marrow") == Found(1, [book.pk])
    assert list(matching(live, "marrow")) == [book]
    assert find(BookSnippet.objects.none(), "marrow") == Found(0, [])


@pytest.mark.searches
def test_one_statement_however_many_match(db, django_assert_num_queries):
    for number in range(5):
        make_article(title=f"Marrow {number}")
    find(public_resources(), "marrow")
    with django_assert_num_queries(1):
        find(public_resources(), "marrow bones")
    with django_assert_num_queries(1):
        assert matching(public_resources(), "marrow").count() == 5


@pytest.mark.searches
def test_the_last_word_may_be_unfinished(titles):
    make_article(title="Lymphoedema care")
    assert titles("lymphoed") == titles("care lymph") == ["Lymphoedema care"]
    assert titles("lymph care") == []
    assert titles("ly") == []


@pytest.mark.searches
def test_small_words_do_no_harm(titles):
    make_article(title="Living with cancer")
    assert titles("living with cancer") == titles("cancer living with") == ["Living with cancer"]


@pytest.mark.django_db
def test_without_a_query_nothing_is_found():
    make_article(title="One")
    for typed in ("", ' " ', None):
        assert find(public_resources(), typed) == Found(0, [])
        assert list(matching(public_resources(), typed)) == []


BAD = [
    '"', "'", '"unclosed', 'liver "met', "\x00", "a\x00b", "x" * 20_000, "word " * 5_000, "   ", "AND", "OR NOT", "NEAR(a b)",
    "*", "a*", "\\", "a\\", "a\\'b", "%", "%s", "100%", "_", "α", "β-α", "\u202emarrow", "مرحبا", "שלום", "\U0001f600", "a\U0001f600b",
    "a:b", "title:x", "-x", "+x -y", "(a", "a)", "a & | b", "<->", "a <-> b", "!a", "^a", "{a}", "a:*", ":*", "@x", "~x", "C++", "1e5",
    "ca-125", "brca1/2", "a/b/c", "http://x.y/z", "x@y.z", "½", "中文", "ก", "İ", "ß", "'; DROP TABLE x; --",
]  # fmt: skip


@pytest.mark.searches
def test_bad_input_is_no_error(titles):
    make_article(title="Marrow")
    for typed in BAD:
        assert titles(typed) in ([], ["Marrow"]), typed


@pytest.mark.django_db
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(
        st.sampled_from("ab1 '\"*()+-~<>@:^&|!%_\\{}[]/,.;=\x00\u00e9\u0663\u00bd\u4e2d\u0e01\U0001f600"), max_size=30
    )
)
def test_no_text_whatever_breaks_the_search(typed):
    assert find(public_resources(), typed) == Found(0, [])


@pytest.mark.django_db
@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_no_text_at_all_breaks_the_search(typed):
    assert list(matching(public_resources(), typed)) == []


@pytest.mark.searches
def test_changed_tags_are_found_as_soon_as_they_are_published(titles):
    article = make_article(title="Tagged", tags=["Firstword"])
    assert titles("firstword") == ["Tagged"]
    article.tags.set(["Secondword"])
    article.save_revision().publish()
    assert (titles("firstword"), titles("secondword")) == ([], ["Tagged"])

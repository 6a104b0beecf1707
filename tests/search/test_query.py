"""What readers type, made safe, and what they find in a library."""

import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from beatcancer_wagtail.resources import public_resources
from beatcancer_wagtail.search.query import MAX_LENGTH, clean_query, matching_ids, search_pages
from tests.builders import (
    call_to_action,
    callout,
    faq,
    key_points,
    make_article,
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
def find(db):
    return lambda typed: [page.title for page in search_pages(public_resources().order_by("title"), typed)]


@pytest.mark.searches
def test_every_word_must_be_there_in_any_order(find):
    make_article(title="Bone marrow")
    make_article(title="Bone scan")
    assert find("marrow bone") == ["Bone marrow"]
    assert find("bone") == ["Bone marrow", "Bone scan"]
    assert find("bone zebra") == []


@pytest.mark.searches
def test_everything_that_readers_see_is_searched(find):
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
        assert find(word) == ["Titleword"], word


@pytest.mark.searches
def test_what_only_editors_see_is_not_searched(find):
    make_article(body=[section("Stages", text(), anchor="anchorword"), call_to_action(url="/addressword/")])
    for word in ("anchorword", "addressword", "band"):
        assert find(word) == [], word


@pytest.mark.searches
def test_tables_are_searched(find):
    from tests.builders import article_model

    if "table" not in article_model()._meta.get_field("body").stream_block.child_blocks:
        pytest.skip("these settings have no table block")
    make_article(title="T", body=[table(["Columnword"], ["Cellword"], caption="Captionword")])
    for word in ("columnword", "cellword", "captionword"):
        assert find(word) == ["T"], word


@pytest.mark.searches
def test_only_what_a_stranger_may_read_is_found(find):
    make_article(title="Marrow, draft", live=False)
    make_plain_page(title="Marrow, no resource")
    restrict(make_article(title="Marrow, private"))
    make_article(title="Marrow")
    assert find("marrow") == ["Marrow"]


@pytest.mark.searches
def test_draft_changes_are_not_found_before_they_are_published(find):
    article = make_article(title="Before", body=[text("<p>Oldword</p>")])
    article.title, article.body = "After", [text("<p>Newword</p>")]
    revision = article.save_revision()
    assert (find("newword"), find("oldword")) == ([], ["Before"])
    revision.publish()
    assert (find("newword"), find("oldword")) == (["After"], [])


@pytest.mark.searches
def test_order_is_the_callers(db):
    for title in ("Marrow B", "Marrow C", "Marrow A"):
        make_article(title=title)
    for order in ("title", "-title"):
        pages = public_resources().order_by(order)
        assert [page.title for page in search_pages(pages, "marrow")] == list(pages.values_list("title", flat=True))
        assert matching_ids(pages, "marrow") == list(pages.values_list("pk", flat=True))


def test_without_a_query_everything_comes_back(find):
    make_article(title="One")
    make_article(title="Two")
    assert find("") == find(' " ') == ["One", "Two"]


@pytest.mark.django_db
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(
        st.sampled_from("ab1 '\"*()+-~<>@:^&|!%_\\{}[]/,.;=\x00\u00e9\u0663\u00bd\u4e2d\u0e01\U0001f600"), max_size=30
    )
)
def test_no_text_whatever_breaks_the_search(typed):
    assert list(search_pages(public_resources(), typed)) == []


@pytest.mark.django_db
@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_no_text_at_all_breaks_the_search(typed):
    assert matching_ids(public_resources(), typed) == []


@pytest.mark.searches
def test_changed_tags_are_found_as_soon_as_they_are_published(find):
    article = make_article(title="Tagged", tags=["Firstword"])
    assert find("firstword") == ["Tagged"]
    article.tags.set(["Secondword"])
    article.save_revision().publish()
    assert (find("firstword"), find("secondword")) == ([], ["Tagged"])

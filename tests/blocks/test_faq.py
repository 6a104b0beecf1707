import pytest

from beatcancer_wagtail.blocks.faq import FAQBlock
from tests.blocks.rendering import shown
from tests.builders import faq, make_article, section
from tests.reading import read, words

pytestmark = pytest.mark.django_db

STAGING = ("Does staging hurt?", "<p>No. It <b>describes</b> results.</p>")
COMPANY = ("May I bring somebody with me?", "<p>Yes.</p>")


def test_questions_open_without_javascript():
    soup = shown(faq(STAGING, COMPANY))

    assert [words(question.summary) for question in soup.select("details")] == [STAGING[0], COMPANY[0]]
    assert not soup.select("details[open]")
    assert "describes" in words(soup.details)
    assert soup.details.b


def test_questions_are_headings_one_level_below_the_block():
    soup = shown(faq(STAGING))

    assert (soup.h2.get_text(), soup.summary.h3.get_text()) == ("Frequently asked questions", STAGING[0])


def test_each_question_has_an_anchor_and_a_link_to_itself(client):
    page = read(client, make_article(body=[faq(STAGING, COMPANY), faq(STAGING, heading="More questions")]).url)
    questions = page.select("details.bc-question")

    assert [question["id"] for question in questions] == [
        "does-staging-hurt",
        "may-i-bring-somebody-with-me",
        "does-staging-hurt-2",
    ]
    for question in questions:
        assert question.select_one(".bc-question__link a")["href"] == f"#{question['id']}"


def test_the_link_says_which_question_it_is_for():
    link = shown(faq(STAGING)).select_one(".bc-question__link a")

    assert words(link).replace(" :", ":") == "Link to this question: Does staging hurt?"


def test_a_question_in_another_script_can_be_linked_to(client):
    page = read(client, make_article(body=[faq(("ما هو السرطان؟", "<p>مرض.</p>"))]).url)

    assert page.details["id"] == "ما-هو-السرطان"
    assert page.select_one(".bc-question__link a")["href"] == "#ما-هو-السرطان"


def test_a_question_without_words_is_not_shown():
    assert len(shown(faq(STAGING, ("", "<p>An answer to nothing.</p>"))).select("details")) == 1


def test_no_two_ids_on_a_page_are_the_same(client):
    article = make_article(body=[section("Does staging hurt?"), faq(STAGING, STAGING), section("Contents")])
    ids = [tag["id"] for tag in read(client, article.url).select("[id]")]

    assert len(set(ids)) == len(ids)


def test_a_block_without_questions_is_refused():
    block = FAQBlock()

    with pytest.raises(Exception, match="Validation error") as caught:
        block.clean(block.to_python({"heading": "Questions", "questions": []}))
    assert "questions" in caught.value.as_json_data()["blockErrors"]

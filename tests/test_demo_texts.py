"""The demo's articles must agree on whom to call: one name for each line, and one rule for each sign."""

import importlib
import pkgutil
import re

import pytest

from beatcancer_wagtail.comments.risk import risk_reasons
from example_project.demo import articles, comments

ARTICLES = {
    name: importlib.import_module(f"{articles.__name__}.{name}").ARTICLE
    for _, name, _ in pkgutil.iter_modules(articles.__path__)
}

FORBIDDEN = re.compile(
    r"urgent (?:line|number)|emergency line|hot-?line|help-?line|out-of-hours|\b(?:hospital|ward|clinic)'s [\w-]+ line",
    re.IGNORECASE,
)
EMERGENCY = re.compile(r"emergency number", re.IGNORECASE)
TEAM_LINE = re.compile(r"team's 24-hour line", re.IGNORECASE)
FEVER = re.compile(r"\bfever", re.IGNORECASE)
TREATMENT = re.compile(r"chemo|radiotherapy|treatment", re.IGNORECASE)
LEGS = re.compile(
    r"\b(?:weak|numb)[^.:]{0,60}\blegs?\b|\blegs?\b[^.:]{0,20}\b(?:weak|numb)",
    re.IGNORECASE,
)


def strings(value):
    """Every string in a value, in reading order."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from strings(part)
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from strings(part)


def plain(words):
    words = re.sub(r"<[^>]+>", " ", words).replace("’", "'")
    return re.sub(r"\s+", " ", words).strip()


def passages(blocks):
    """The text of each block without blocks inside it; a section gives its heading and then its parts."""
    for kind, value in blocks:
        if isinstance(value, dict) and "content" in value:
            yield plain(value.get("heading", ""))
            yield from passages(value["content"])
        elif kind in ("key_points", "faq"):
            # Each point, and each question with its answer, is read on its own.
            for part in value.get("points", value.get("questions", ())):
                yield plain(" ".join(strings(part)))
        else:
            yield plain(" ".join(strings(value)))


def whole(article):
    return plain(" ".join(strings(article)))


def test_there_are_articles_to_read():
    assert len(ARTICLES) >= 14


@pytest.mark.parametrize("name", ARTICLES)
def test_only_the_two_names_are_used(name):
    assert FORBIDDEN.findall(whole(ARTICLES[name])) == []


@pytest.mark.parametrize("name", ARTICLES)
def test_a_24_hour_line_is_the_teams(name):
    text = whole(ARTICLES[name])
    assert len(re.findall(r"24-hour", text)) == len(re.findall(r"(?:team's|your) 24-hour line", text))


@pytest.mark.parametrize("name", ARTICLES)
def test_fever_in_treatment_names_the_24_hour_line_with_the_emergency_number_behind_it(name):
    text = whole(ARTICLES[name])
    if not (FEVER.search(text) and TREATMENT.search(text)):
        return
    advice = [passage for passage in passages(ARTICLES[name]["body"]) if FEVER.search(passage)]
    assert any(TEAM_LINE.search(passage) and EMERGENCY.search(passage) for passage in advice), advice


@pytest.mark.parametrize("name", ARTICLES)
def test_weak_or_numb_legs_name_the_emergency_number(name):
    for passage in passages(ARTICLES[name]["body"]):
        if LEGS.search(passage) or re.search(r"\bleg weakness", passage, re.IGNORECASE):
            assert EMERGENCY.search(passage), passage


def test_the_check_for_legs_finds_what_it_should():
    found = [name for name, article in ARTICLES.items() if any(map(LEGS.search, passages(article["body"])))]
    assert "what_is_metastasis" in found
    assert "what_palliative_care_adds" in found


@pytest.mark.parametrize("name", ARTICLES)
def test_an_article_is_long_enough(name):
    assert len(whole(ARTICLES[name]).split()) >= 400


# What readers have written, and what the charity says about it

OURS = [*strings(comments.WORDS), *strings(comments.CANNED_REPLIES), *(text for _key, text, _hours in comments.REPLIES)]


@pytest.mark.parametrize("text", OURS, ids=lambda text: text[:20])
def test_the_charity_uses_only_the_two_names_under_comments_too(text):
    assert FORBIDDEN.findall(plain(text)) == []


def test_words_for_somebody_at_risk_name_the_emergency_number_first_and_no_real_number():
    text = comments.WORDS["help_text"]
    assert EMERGENCY.search(text).start() < TEAM_LINE.search(text).start()
    numbers = re.findall(r"[\d ]{7,}", " ".join([*OURS, *(row[2] for row in comments.WAITING)]))
    assert {number.strip()[:9] for number in numbers} == {"01632 960"}  # kept free for drama
    assert "made up" in text


def test_the_reply_about_symptoms_sends_nobody_to_wait():
    text = dict(comments.CANNED_REPLIES)["Describes a symptom"]
    assert FEVER.search(text)
    assert TEAM_LINE.search(text)
    assert EMERGENCY.search(text)


def test_two_comments_are_flagged_and_no_other():
    written = [(name, text) for _key, _parent, _slug, name, text, _hours in comments.APPROVED]
    written += [(name, text) for _slug, name, text, _email, _hours in comments.WAITING]
    flagged = [name for name, text in written if risk_reasons(f"{name}\n{text}")]
    assert flagged == [row[1] for row in comments.AT_RISK]


def test_nobody_is_told_by_a_real_address():
    addresses = [row[3] for row in comments.WAITING if row[3]] + re.findall(r"\S+@\S+", " ".join(OURS))
    assert len(addresses) > 5
    assert all(re.search(r"@(?:example\.org|wrenfield\.example)\.?$", address) for address in addresses)


def test_the_queue_is_worth_clearing():
    assert len(comments.WAITING) == 50
    assert len({text for _slug, _name, text, _email, _hours in comments.WAITING}) == 50
    assert len({slug for slug, *_rest in comments.WAITING}) >= 8

"""Every form in which pages have questions and answers, and what looks like one and is none. The pages are in pages/faq/."""

import json
from pathlib import Path

import bs4
import pytest

from beatcancer_wagtail.importer.reader.questions import find_questions

PAGES = Path(__file__).parent / "pages" / "faq"
EXPECTED = json.loads((PAGES / "expected.json").read_text(encoding="utf-8"))


def read(name):
    soup = bs4.BeautifulSoup((PAGES / f"{name}.html").read_text(encoding="utf-8"), "lxml")
    return soup, find_questions(soup.main, soup)


def text_of(nodes):
    texts = []
    for node in nodes:
        texts += [part.strip() for part in node.strings] if isinstance(node, bs4.Tag) else [str(node).strip()]
    return " ".join(" ".join(texts).split())


def squeezed(text):
    return "".join(text.split())


def left_to_walk(found, root):
    """What a walker comes to outside questions and answers."""
    texts, stack = [], [root]
    while stack:
        node = stack.pop()
        if found.at(node) or found.is_taken(node) or found.left_out(node):
            continue
        if isinstance(node, bs4.Tag):
            stack += node.contents[::-1]
        else:
            texts.append(str(node).strip())
    return " ".join(" ".join(texts).split())


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_the_questions_of_a_page_are_found_once_each(name):
    _soup, found = read(name)
    pairs = [(item.question, squeezed(text_of(item.answer))) for group in found for item in group.items]
    assert pairs == [(question, squeezed(answer)) for question, answer in EXPECTED[name]["pairs"]]


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_all_words_are_in_a_question_an_answer_or_left_to_walk(name):
    soup, _ = (bs4.BeautifulSoup((PAGES / f"{name}.html").read_text(encoding="utf-8"), "lxml"), None)
    words = sorted(soup.main.get_text(" ").split())
    soup, found = read(name)
    parts = [left_to_walk(found, soup.main)]
    for group in found:
        parts.append(group.heading.get_text(" ") if group.heading else "")
        for item in group.items:
            parts += [item.question, *item.cut, "" if item.borrowed else text_of(item.answer)]
    parts += [text_of([node]) for node in soup.main.descendants if found.left_out(node)]
    if name == "custom-attribute":
        parts = [part for part in parts if not part.endswith("?")]
    here = "".join(sorted("".join(parts).translate(str.maketrans("⁹₂", "92")).replace(" ", "")))
    assert here == "".join(sorted("".join(words)))


@pytest.mark.parametrize("name", sorted(name for name, case in EXPECTED.items() if "heading" in case))
def test_the_heading_that_stands_before_goes_with_the_questions(name):
    _soup, found = read(name)
    assert found[0].heading.get_text(" ", strip=True) == EXPECTED[name]["heading"]


@pytest.mark.parametrize("name", sorted(name for name, case in EXPECTED.items() if "kept" in case))
def test_other_lines_of_the_container_stay_where_they_are(name):
    soup, found = read(name)
    rest = left_to_walk(found, soup.main)
    for line in EXPECTED[name]["kept"]:
        assert line in rest


@pytest.mark.parametrize("name", sorted(name for name, case in EXPECTED.items() if "label" in case))
def test_labels_are_told(name):
    soup, found = read(name)
    told = [cut for group in found for item in group.items for cut in item.cut]
    told += [
        node.get_text(" ") if isinstance(node, bs4.Tag) else str(node).strip()
        for node in soup.main.descendants
        if found.left_out(node) == "label"
    ]
    for label in EXPECTED[name]["label"]:
        assert any(label in one for one in told), told


def test_a_list_of_links_to_the_questions_is_left_out_and_its_targets_are_kept():
    soup, found = read("contents-and-questions")
    assert [found.left_out(tag) for tag in soup.main.find_all("ul")] == ["contents"]
    assert [item.anchor for item in found[0].items] == ["q1", "q2", "q3"]


def test_the_second_print_of_the_same_questions_is_a_repeat():
    soup, found = read("printed-twice")
    assert sum(found.left_out(node) == "repeat" for node in soup.main.descendants) == 6


def test_questions_that_are_only_declared_are_told_and_are_no_content():
    _soup, found = read("json-ld-only")
    assert list(found) == []
    assert [one.question for one in found.declared_only] == [
        "Does radiotherapy hurt?",
        "How long does a session take?",
        "May I drive home afterwards?",
    ]


def test_a_picture_in_a_question_goes_to_the_end_of_its_answer():
    _soup, found = read("picture-in-question")
    assert [item.answer[-1].name for item in found[0].items] == ["img"] * 3

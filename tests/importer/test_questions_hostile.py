"""Pages made to break the finder of questions: no word goes missing, nothing raises, and size does not matter."""

import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from beatcancer_wagtail.importer.reader.questions import find_questions

DEEP = 10_000
MANY = 2_500
SOME = 1_000
FAQ = "<h2>FAQ</h2>"


def found_in(html):
    soup = BeautifulSoup(f"<main>{html}</main>", "lxml")
    return soup, find_questions(soup.main, soup)


def pairs_of(found):
    return [
        (
            item.question,
            " ".join(" ".join(n.get_text(" ") if isinstance(n, Tag) else str(n) for n in item.answer).split()),
        )
        for group in found
        for item in group.items
    ]


def walked(found, root):
    """The text as a walker collects it: each question with its answer at once, everything else where it stands."""
    texts, stack, at_once = [], [root], set()
    while stack:
        node = stack.pop()
        if id(node) in at_once:
            at_once.remove(id(node))
        else:
            hit = found.at(node)
            if found.left_out(node):
                texts += node.strings if isinstance(node, Tag) else [node]
                continue
            if hit:
                _group, item = hit
                texts += [item.question, *item.cut]
                answer = [] if item.borrowed else item.answer
                at_once |= {id(one) for one in answer}
                stack += answer[::-1]
                continue
            if found.is_taken(node):
                group = next((group for group in found if group.heading is node), None)
                texts += [group.heading.get_text()] if group else []
                continue
        if isinstance(node, Tag):
            stack += node.contents[::-1]
        else:
            texts.append(node)
    return texts


def letters(texts):
    return sorted(char for char in "".join(map(str, texts)).casefold() if char.isalnum())


@pytest.mark.parametrize(
    "control",
    [
        '<button aria-expanded="false" aria-controls="nowhere">{q}</button>',
        '<button aria-expanded="false" aria-controls="b{n}" id="b{n}">{q}</button>',
        '<button aria-expanded="false" aria-controls="whole">{q}</button>',
        '<button aria-expanded="false" aria-controls="item{n}">{q}</button>',
        '<button aria-expanded="false" aria-controls="twice">{q}</button>',
        '<button aria-expanded="false" aria-controls="">{q}</button>',
        '<button aria-expanded="false" aria-controls="a b c">{q}</button>',
    ],
    ids=["nowhere", "itself", "ancestor", "parent", "duplicate", "empty", "three"],
)
def test_controls_that_point_to_the_wrong_place_take_the_text_after_them(control):
    item = '<div id="item{n}">' + control + '<div id="twice"><p>{a}</p></div></div>'
    questions = [("Is it safe?", "Yes."), ("Is it loud?", "A little."), ("Is it long?", "No.")]
    html = "".join(item.format(q=q, a=a, n=n) for n, (q, a) in enumerate(questions))
    _soup, found = found_in(f'{FAQ}<div id="whole">{html}</div>')
    assert pairs_of(found) == questions


def test_two_controls_of_one_panel_do_not_print_it_twice():
    button = '<button aria-expanded="false" aria-controls="p">{}</button>'
    _soup, found = found_in(
        FAQ + button.format("Is it safe?") + button.format("Is it loud?") + '<div id="p"><p>Yes.</p></div>'
    )
    assert [answer for _question, answer in pairs_of(found)] == ["Yes."]


@pytest.mark.parametrize(
    "item",
    [
        "<details><summary>Is it safe?</summary></details>",
        "<details><summary>Is it safe?</summary><p> </p><svg></svg></details>",
        "<h3>Is it safe?</h3>",
        "<h3>Is it safe?</h3><p>+</p>",
        '<button aria-expanded="false" aria-controls="e">Is it safe?</button><div id="e"></div>',
        "<dl><dt>Is it safe?</dt><dd></dd></dl>",
        "<p><b>Is it safe?</b></p>",
        "<table><tr><td>Is it safe?</td><td></td></tr><tr><td>Is it loud?</td><td></td></tr></table>",
    ],
)
def test_a_question_without_an_answer_is_no_question(item):
    _soup, found = found_in(FAQ + item)
    assert pairs_of(found) == []


@pytest.mark.parametrize(
    "item",
    [
        "<details><summary>What is item {n}?</summary><p>Answer {n}</p></details>",
        "<h3>What is item {n}?</h3><p>Answer {n}</p>",
        '<h3><button aria-expanded="false" aria-controls="c{n}">What is item {n}?</button></h3><div id="c{n}">Answer {n}</div>',
        '<h3><button aria-expanded="false" aria-controls="same">What is item {n}?</button></h3><div id="same">Answer {n}</div>',
        "<button>What is item {n}?</button><div>Answer {n}</div>",
        "<p><b>What is item {n}?</b></p><p>Answer {n}</p>",
        '<div class="i"><div class="q">What is item {n}?</div><div class="a">Answer {n}</div></div>',
        '<div class="faq"><h3>What is item {n}?</h3><p>Answer {n}</p></div>',
        "Q: What is item {n}?<br>A: Answer {n}<br>",
    ],
    ids=["details", "headings", "controls", "same-id", "buttons", "bold", "classes", "own-faq", "breaks"],
)
def test_many_questions_are_all_found(item):
    many = MANY if item.startswith("<h3>What") else SOME
    _soup, found = found_in(FAQ + "<div>" + "".join(item.format(n=n) for n in range(many)) + "</div>")
    assert sum(len(group.items) for group in found) == many


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * DEEP + "Is it safe?" + "</div>" * DEEP,
        "<details><summary>Is it safe?</summary>" * (DEEP // 4) + "Yes.",
        "<b>" * DEEP + "Is it safe?" + "</b>" * DEEP + "Yes.",
        "<dl><dt>Is it safe?</dt><dd>" * (DEEP // 4) + "Yes.",
        '<x-item heading="Is it safe?">' * (DEEP // 4) + "Yes.",
        '<div itemscope itemtype="https://schema.org/Question"><h3 itemprop="name">Is it safe?</h3>' * (DEEP // 8)
        + "Yes.",
        '<div aria-expanded="false">Is it safe?' * (DEEP // 4) + "Yes.",
        '<button aria-expanded="false"></button>' * MANY,
        "<ul><li>Is it safe?" * (DEEP // 4),
        "<p><b>FAQ</b></p>" * MANY,
        "<h2>FAQ</h2><p>Yes.</p>" * MANY,
        '<a href="#x">Is it safe?</a>' * MANY,
    ],
    ids=[
        "divs",
        "details",
        "bold",
        "lists",
        "custom",
        "microdata",
        "expanded",
        "icons",
        "items",
        "names",
        "headings",
        "links",
    ],
)
def test_deep_and_wide_pages_end(html):
    _soup, found = found_in(FAQ + html)
    assert all(item.answer for group in found for item in group.items)


TEXTS = [
    "Is it safe?",
    "Does it hurt?",
    "Yes, it is.",
    "FAQ",
    "+",
    "Q:",
    "1.",
    "Surgery",
    "A: No.",
    "Still have questions?",
    "",
    "¿Duele?",
    "هل هو مؤلم؟",
    "Show",
]
TAGS = [
    "p",
    "div",
    "span",
    "b",
    "h2",
    "h3",
    "h4",
    "button",
    "details",
    "summary",
    "dl",
    "dt",
    "dd",
    "ul",
    "li",
    "table",
    "tr",
    "td",
    "section",
    "a",
    "br",
    "x-item",
    "label",
    "form",
    "nav",
]
ATTRIBUTES = [
    {}, {"class": "faq"}, {"class": "accordion"}, {"aria-expanded": "false"}, {"aria-controls": "one"}, {"aria-controls": "two"}, {"id": "one"}, {"id": "two"}, {"role": "button"}, {"role": "heading"},
    {"heading": "Is it so?"}, {"slot": "title"}, {"itemtype": "https://schema.org/Question"}, {"itemprop": "name"}, {"itemprop": "acceptedAnswer"}, {"href": "#one"}, {"class": "question"}, {"class": "answer"},
]  # fmt: skip
TREES = st.recursive(
    st.sampled_from(TEXTS),
    lambda inner: st.tuples(st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES), st.lists(inner, max_size=5)),
    max_leaves=25,
)


def built(soup, tree):
    if isinstance(tree, str):
        return soup.new_string(tree)
    name, attributes, children = tree
    tag = soup.new_tag(name, attrs=dict(attributes))
    for child in children:
        tag.append(built(soup, child))
    return tag


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(TREES, min_size=1, max_size=6))
def test_every_letter_of_any_tree_is_walked_exactly_once(trees):
    soup = BeautifulSoup("<main></main>", "lxml")
    for tree in trees:
        soup.main.append(built(soup, tree))
    before = letters(soup.main.find_all(string=True))
    found = find_questions(soup.main, soup)
    attributes = [
        item.question for group in found for item in group.items if item.question_tag.get("heading") == item.question
    ]
    after = walked(found, soup.main)
    for one in attributes:
        after.remove(one)
    assert letters(after) == before
    assert all(item.answer for group in found for item in group.items)


@pytest.mark.parametrize(
    "html",
    [
        "<p class=faq>1.<b>1.</b>Is it safe?</p>Yes.",
        "<p>Is it safe?</p><p aria-controls=one></p><p aria-expanded=false>Is it safe?</p><p id=one>Is it safe?</p>",
        "<div>FAQ<p role=button>Is it safe?</p></div><summary aria-expanded=false>Is it safe?</summary>Is it safe?",
        "Is it safe?<div>Is it loud?<p aria-controls=one></p></div><p aria-expanded=false></p><p id=one>Yes.</p>",
    ],
    ids=["two-numbers", "one-answer-twice", "question-as-answer", "two-for-one-panel"],
)
def test_no_letter_is_walked_twice_or_never(html):
    soup = BeautifulSoup(f"<main>{html}</main>", "lxml")
    before = letters(soup.main.find_all(string=True))
    assert letters(walked(find_questions(soup.main, soup), soup.main)) == before


def test_a_list_of_the_questions_without_their_numbers_is_left_out():
    links = "".join(f'<a href="#f{n}">Is it {n}?</a><br>' for n in (1, 2, 3))
    asked = "".join(f'<p><a name="f{n}"></a><b>{n}. Is it {n}?</b><br>Yes, now and then.</p>' for n in (1, 2, 3))
    soup, found = found_in(f"{FAQ}<p>{links}</p><hr>{asked}")
    assert [question for question, _answer in pairs_of(found)] == ["Is it 1?", "Is it 2?", "Is it 3?"]
    assert [found.left_out(tag) for tag in soup.main.find_all("p", limit=2)] == ["contents", ""]

"""Numbers that a script counts up to: the page holds "0" or nothing, and the number in its data."""

from __future__ import annotations

import pytest

from tests.importer.tea_pages import document, texts


@pytest.mark.parametrize("as_found", [True, False])
@pytest.mark.parametrize(
    ("html", "text"),
    [
        ('<div><span data-to-value="85" data-from-value="0">0</span>% of all drink it.</div>', "85% of all drink it."),
        ('<p><span class="count" data-count="450"></span> mg is the limit.</p>', "450 mg is the limit."),
        ('<p><span data-target="1,250" data-duration="2000">0</span> cups.</p>', "1,250 cups."),
        ('<p><span class="odometer" data-value="4.5">0.0</span> cups.</p>', "4.5 cups."),
        ('<p><span data-counter-end="40" data-suffix="%">0</span> of all.</p>', "40% of all."),
        ('<p><span class="counter" data-number="12" data-speed="900"> </span> cups.</p>', "12 cups."),
    ],
)
def test_a_counter_stands_at_its_end(html, text, as_found):
    found = document(html, as_found=as_found)

    assert texts(found) == f"<p>{text}</p>"
    assert found["report"]["warnings"][0].startswith(
        f"Numbers that a script counts up to were read from the page's mark-up: “{text[:2]}"
    )
    assert found["report"]["look"] == []


@pytest.mark.parametrize(
    "html",
    [
        '<p><span class="counter">0</span> cups a day.</p>',
        '<p><span data-value="12">0</span> cups a day.</p>',
        '<p><span data-to="12" data-count="14">0</span> cups a day.</p>',
        '<p><span class="odometer"></span> cups a day.</p>',
    ],
)
def test_a_number_that_nobody_knows_needs_a_look(html):
    found = document(html)

    assert "cups a day" in found["report"]["look"][0]
    assert found["report"]["needs_a_look"]


@pytest.mark.parametrize(
    "html",
    [
        "<p><span>0</span> cups a day.</p>",
        '<p><span data-count="0">0</span> cups a day.</p>',
        '<p><span data-count="14">3</span> cups a day.</p>',
        '<p>Rate it: <span data-value="1"></span><span data-value="2"></span></p>',
        '<table><tr><th>Cups</th></tr><tr><td data-value="12">0</td></tr><tr><td data-value="1">2</td></tr></table>',
        '<p><span data-speed="900" data-from="5">0</span> cups a day.</p>',
        '<p><span data-target="#cups">0</span> cups a day.</p>',
        '<p><i data-count="14"><b>0</b></i> cups a day.</p>',
    ],
)
def test_other_numbers_stay_as_they_are(html):
    found = document(html)

    assert found["report"]["look"] == found["report"]["warnings"] == []
    assert "12" not in texts(found)


@pytest.mark.parametrize("as_found", [True, False])
@pytest.mark.parametrize(
    ("html", "text"),
    [
        (
            '<div class="number_counter" data-number-value="87"><div><p><span class="percent-value"></span><span>%</span></p></div><p>of all drink it</p></div>',
            "<p>87%</p><p>of all drink it</p>",
        ),
        (
            '<div class="counter_inner" data-number-value="64" data-bar-color="#000"><p><span class="percent-value"></span>%</p></div>',
            "<p>64%</p>",
        ),
        (
            '<div class="pie-chart" data-pie-value="75" data-pie-label-value="75" data-pie-units="%"><div><span class="pie-chart-value"></span></div></div><p>like it</p>',
            "<p>75%</p><p>like it</p>",
        ),
        ('<p>Oak:</p><progress value="36" max="100"></progress>', "<p>Oak:</p><p>36%</p>"),
        ('<p>Oak: <meter value="0.6">60%</meter></p>', "<p>Oak: 60%</p>"),
        ('<p>Oak: <meter value="3" max="5"></meter></p>', "<p>Oak: 3 / 5</p>"),
        (
            '<p>Oak:</p><div class="progress"><div role="progressbar" aria-valuenow="64" aria-valuemin="0" aria-valuemax="100"></div></div>',
            "<p>Oak:</p><p>64%</p>",
        ),
        (
            '<p>Oak:</p><div role="meter" aria-valuenow="64" aria-valuetext="64 cups of 80"></div>',
            "<p>Oak:</p><p>64 cups of 80</p>",
        ),
    ],
)
def test_a_number_of_a_bar_or_of_the_box_around_its_place_is_read(html, text, as_found):
    found = document(html, as_found=as_found)

    assert texts(found) == text
    assert found["report"]["warnings"][0].startswith("Numbers that")
    assert found["report"]["look"] == []


@pytest.mark.parametrize(
    "html",
    [
        '<p>Oak:</p><div role="progressbar" aria-valuenow="64">64%</div>',
        '<div role="progressbar" aria-valuenow="64"><span>64%</span></div><p>Oak:</p>',
        '<p>Oak: 64%</p><div role="progressbar" aria-valuenow="64"></div>',
        '<div><p>Oak 64 %</p><div><progress value="64" max="100"></progress></div></div>',
        '<p>Oak:</p><div role="progressbar" aria-valuenow="0"></div>',
        "<p>Oak:</p><progress></progress>",
        '<p>Oak:</p><div role="slider" aria-valuenow="64"></div>',
        '<div class="larch-player"><div role="progressbar" aria-valuenow="64"></div><button>Play</button></div><p>Oak:</p>',
        '<div class="reading-progress"><div role="progressbar" aria-valuenow="64"></div></div>',
        '<p data-number-value="87">Oak: <span class="leaf"></span>87</p>',
    ],
)
def test_bars_whose_number_is_there_or_says_nothing_stay_bars(html):
    found = document(html)

    assert str(found["body"]).count("64") == html.count("64%") + html.count("64 %")
    assert found["report"]["warnings"] == []

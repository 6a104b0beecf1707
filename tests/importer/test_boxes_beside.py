"""Short boxes that stand beside the long text are as much of the article as the long text is."""

from __future__ import annotations

import json
import re

import pytest

from beatcancer_wagtail.importer.convert import convert

LONG = (
    "Sleep comes and goes with age, and most people over sixty wake twice in a night, which is no illness at all. "
    "Keep the room dark and cool, and do not look at the clock when you wake. "
) * 4


def document(part, landmark="main", after=""):
    page = f"<html lang=en><head><title>Sleep</title></head><body><{landmark}><h1>Sleep</h1><section><p>{LONG}</p></section>{part}</{landmark}>{after}</body></html>"
    return convert(page.encode()).document


@pytest.mark.parametrize("landmark", ["main", "article", "div"])
@pytest.mark.parametrize(
    ("box", "kept"),
    [
        ("<section class=warning><strong>Stop</strong> at 7 mg</section>", "at 7 mg"),
        ("<section><h2>Dose</h2><p>At most five.</p></section>", "At most five."),
        ("<div><h3>Dosis</h3>Nie mehr als zwei</div>", "Nie mehr als zwei"),
        ("<div>Never on an empty stomach.</div>", "empty stomach"),
        ("<div>¡Nunca con alcohol!</div>", "Nunca con alcohol"),
        ("<div>空腹時には飲まないでください。</div>", "空腹時"),
        ("<div>لا تتناوله مع الكحول أبدا.</div>", "الكحول"),
        ("<div>Höchstens 5 ml am Tag</div>", "5 ml"),
        ("<div>لا تتجاوز 7 ملغ</div>", "7 ملغ"),
        ("<div>每晚7毫克</div>", "7毫克"),
        ("<figure><img src=a.jpg alt=x><figcaption>One tablet, 5 mg.</figcaption></figure>", "One tablet, 5 mg."),
    ],
)
def test_a_short_box_beside_the_long_text_stays(box, kept, landmark):
    found = document(box, landmark)
    assert kept in json.dumps(found["body"], ensure_ascii=False)


def test_so_does_a_picture_with_a_link_in_its_caption():
    box = "<figure><img src=a.jpg alt=x><figcaption>The <a href=/p>pump</a>, seen from above.</figcaption></figure>"
    assert "seen from above" in json.dumps(document(box)["body"])


@pytest.mark.parametrize(
    "box",
    [
        "<div><a href=/zap>Zap one</a> <a href=/b>Zap two</a></div>",
        "<div class=share>Zap this page</div>",
        "<div>Zapped pages <input></div>",
        "<div>Zap foot © 2031</div>",
        "<div><h2>Related articles</h2><a href=/zap>Zap one</a> <a href=/b>Zap two</a></div>",
    ],
)
def test_what_is_no_text_goes(box):
    assert "Zap" not in json.dumps(document(box)["body"])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<h2>Nicht anwenden bei</h2>", ""),
        ("<h2>لا تستعمله في</h2>", ""),
        ("<h2>Adults</h2><h3>By mouth</h3>", ""),
        ("<p>Do not take it if:</p>", ""),
        ("<div class='alert alert-warning'>Pas avec l’alcool</div>", ""),
        ("", "<h2>Niños</h2><div><p>No apto</p></div>"),
        ("", "<h3>Bambini</h3><p>Mai</p>"),
        ("", "<div class=callout><strong>Waarschuwing</strong> Niet voor kinderen</div>"),
        ("", "<blockquote>Nunca só</blockquote>"),
    ],
)
@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("<main><h1>Sleep</h1>", "</main>"),
        ("<article><h1>Sleep</h1>", "</article>"),
        ("<div><h1>Sleep</h1>", "</div>"),
        ("<h1>Sleep</h1>", ""),
        ("<header><h1>Sleep</h1></header><div>", "</div>"),
    ],
)
def test_headings_and_short_lines_beside_the_one_box_of_sentences_stay(before, after, start, end):
    page = f"<html lang=en><head><title>Sleep</title></head><body>{start}{before}<div><p>{LONG}</p></div>{after}{end}<footer>Foot</footer></body></html>"
    body = json.dumps(convert(page.encode()).document["body"], ensure_ascii=False)
    for line in re.findall(r">([^<>]+)<", before + after):
        assert line.strip() in body


def test_a_line_between_the_title_and_what_the_page_calls_its_article_stays():
    page = f"<html lang=en><head><title>Sleep</title></head><body><div><h1>Sleep</h1><p>Adults only</p><article><div><p>{LONG}</p></div></article><p>Zap Town</p></div></body></html>"
    body = json.dumps(convert(page.encode()).document["body"])
    assert "Adults only" in body
    assert "Zap" not in body


def test_a_heading_that_is_only_a_date_heads_no_text():
    page = f"<html lang=en><head><title>Sleep</title></head><body><h1>Notes of a nurse</h1><h2>Sunday, May 8, 2016</h2><div><h3>Sleep</h3><p>{LONG}</p></div></body></html>"
    assert "Sunday" not in json.dumps(convert(page.encode()).document["body"])


@pytest.mark.parametrize(
    ("part", "kept"),
    [
        ("<img src=pen.jpg alt='Hold it upright'>", "Hold it upright"),
        ("<div><picture><img src=pen.jpg alt='Hold it upright'></picture></div>", "Hold it upright"),
        ("<iframe src='https://www.youtube.com/embed/abcdefghijk'></iframe>", "abcdefghijk"),
        ("<video src=https://a.example/film.mp4></video>", "film.mp4"),
    ],
)
@pytest.mark.parametrize("is_above", [True, False])
def test_so_do_pictures_and_videos(part, kept, is_above):
    parts = [part, f"<div><p>{LONG}</p></div>"]
    page = f"<html lang=en><head><title>Sleep</title></head><body><main><h1>Sleep</h1>{''.join(parts if is_above else parts[::-1])}</main></body></html>"
    assert kept in json.dumps(convert(page.encode()).document["body"])


def needs_a_look(part, title="Sleep"):
    page = f"<html lang=en><head><title>{title}</title></head><body><main><h1>Sleep</h1>{part}<div><p>{LONG}</p></div></main></body></html>"
    report = convert(page.encode()).document["report"]
    assert [drop for drop in report["dropped"] if drop["reason"] not in ("title", "control")]
    return report["needs_a_look"]


@pytest.mark.parametrize(
    "part",
    [
        "<div><h2>Adults only</h2><a href=/a>Patches</a> <a href=/b>Tablets</a></div>",
        "<div>Ask the <a href=/nurse>nurse</a> on the ward before you drive home.</div>",
        "<div>Nie mit <a href=/a>Alkohol</a></div>",
        "<div>Ab 3 Jahren <a href=/a>Saft</a> <a href=/b>Tropfen</a> <a href=/c>Spray</a></div>",
    ],
)
def test_words_that_go_from_beside_the_text_make_the_page_need_a_look(part):
    assert needs_a_look(part)


@pytest.mark.parametrize(
    "part",
    [
        "<div><a href=/a>Zap one</a> <a href=/b>Never zap two</a></div>",
        "<div><h2>Related articles</h2><a href=/a>Never zap</a> <a href=/b>Zap</a></div>",
        "<div>By <a href=/wren>Ada Wren</a>, staff writer at the desk for health and science</div>",
        "<div><h3>Zap</h3> <a href=#a>Light and noise at night</a> <a href=#b>The clock on the wall</a></div>",
    ],
)
def test_links_and_bylines_beside_the_text_make_none(part):
    assert not needs_a_look(part)


def test_a_main_heading_that_is_in_no_title_makes_one():
    assert needs_a_look("", title="Leaflet twelve")
    page = f"<html lang=en><head><title>Sleep - Town Clinic</title></head><body><main><h1>Sleep</h1><div><p>{LONG}</p></div></main></body></html>"
    assert not convert(page.encode()).document["report"]["needs_a_look"]


@pytest.mark.parametrize(
    ("page", "kept"),
    [
        ("<h2>Adults only</h2><div>{}</div><h2>Children</h2><div><p>Not suitable</p></div>", ["Adults", "suitable"]),
        ("<div><h1>Sleep</h1></div><div><h2>Not for all<a href=#n>1</a></h2><div>{}</div></div>", ["Not for all"]),
        (
            "<main><h1>Sleep</h1><h2>Not for <a href=/n>all</a></h2><h3>Never</h3><div>{}</div></main>",
            ["Not for", "Never"],
        ),
        ("<main><h1>Sleep</h1><h2><a href=/n>Nie mit Milch</a></h2><div>{}</div></main>", ["Nie mit Milch"]),
    ],
)
def test_a_heading_right_above_the_text_stays(page, kept):
    page = page.format(f"<p>{LONG}</p>")
    found = convert(f"<html lang=en><head><title>Sleep</title></head><body>{page}</body></html>".encode()).document
    for words in kept:
        assert words in json.dumps(found["body"])


@pytest.mark.parametrize(
    "heading",
    [
        "<h2 class=hidden-title>Zap - Sleep</h2><main><div>{}</div></main>",
        "<h2><a href=/>Zap Clinic</a></h2><div>{}</div>",
    ],
)
def test_the_name_of_the_site_above_it_does_not(heading):
    page = heading.format(f"<p>{LONG}</p>")
    found = convert(f"<html lang=en><head><title>Sleep</title></head><body>{page}</body></html>".encode()).document
    assert "Zap" not in json.dumps(found["body"])


def test_a_box_with_a_misleading_name_beside_the_text_makes_the_page_need_a_look():
    assert needs_a_look("<div class=related-info><h2>Children</h2><p>Not suitable</p></div>")


def test_the_heading_of_a_form_and_the_name_of_the_site_head_no_text():
    text = f"<div>{'<p>Larch tea is a mild drink, and this page says how much of it is too much.</p>' * 6}</div>"
    form = "<h2>Find a hospital near you</h2><form><input name=q><button>Find</button></form>"
    page = (
        f"<html><head><title>Larch tea</title></head><body>{{}}<main><h1>Larch tea</h1>{{}}{text}</main></body></html>"
    )
    found = convert(page.format("", form).encode()).document
    assert "Find a hospital" not in str(found["body"])
    page = f"<html><head><title>Larch tea</title></head><body><h2>St Ann Hospital</h2><div><h1>Larch tea</h1>{text}</div></body></html>"
    assert "St Ann" not in str(convert(page.encode()).document["body"])


def test_the_foot_of_the_site_in_a_box_of_its_own_is_no_foot_of_a_card():
    text = "<p>Larch tea is a mild drink, and this page says how much of it is too much.</p>" * 6
    page = f"<html><head><title>Larch tea</title></head><body><main><h1>Larch tea</h1>{text}</main><div><footer>St Ann Hospital, 1 High Street</footer></div></body></html>"
    assert "St Ann" not in str(convert(page.encode()).document["body"])


def test_the_way_to_the_page_makes_no_look():
    text = "<p>Larch tea is a mild drink, and this page says how much of it is too much.</p>" * 6
    page = f"<html><head><title>Larch tea</title></head><body><main><div><a href=/>Home</a> / <a href=/h>Health</a> / Larch tea</div><div><h1>Larch tea</h1>{text}</div></main></body></html>"
    assert not convert(page.encode()).document["report"]["needs_a_look"]

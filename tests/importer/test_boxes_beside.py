"""Short boxes that stand beside the long text are as much of the article as the long text is."""

from __future__ import annotations

import json

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
        "<div>Zapped pages</div>",
        "<div><h2>Related articles</h2><a href=/zap>Zap one</a> <a href=/b>Zap two</a></div>",
    ],
)
def test_what_is_no_text_goes(box):
    assert "Zap" not in json.dumps(document(box)["body"])

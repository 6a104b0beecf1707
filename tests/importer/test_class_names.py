"""What a page calls an element drops no text: names say how things look as often as what they are."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup

from beatcancer_wagtail.importer.convert import convert
from beatcancer_wagtail.importer.reader.vocabulary import class_reason, names_of

WORDS = "Two cups of larch tea a day are enough for most people, and three are too many for anybody at all."
OTHER = (
    "The needles are cut in spring and dried for nine days. A child may hold the basket. Nobody needs gloves for it."
)


def document(html: str) -> dict:
    page = f"<html><head><title>Larch tea</title></head><body><header><a href=/>Home</a></header><main><h1>Larch tea</h1><p>{WORDS * 3}</p>{html}<p>{WORDS * 3}</p></main></body></html>"
    return convert(page.encode(), address="https://tea.example/larch").document


def dropped(found: dict) -> list[str]:
    return [part["reason"] for part in found["report"]["dropped"] if part["reason"] not in ("outside", "title")]


NAMES = [
    "recommended-dose",
    "recommendations",
    "related-symptoms",
    "related-conditions",
    "popular-treatments",
    "trending",
    "helpful-tips",
    "survey",
    "survey-results",
    "satisfaction",
    "bio-markers",
    "bio-feedback",
    "patient-shares",
    "share-decision",
    "login-help",
    "signup-info",
    "footer-note",
    "copyright-free",
    "sponsor",
    "promotion",
    "ad-hoc",
    "ads-b",
    "ad-stages",
    "comment",
    "expert-comment",
    "comments-from-doctors",
    "discussion",
    "replies",
    "consent",
    "consent-section",
    "cookies",
    "feedback",
    "neuro-feedback",
    "rating-scale",
    "pain-rating",
    "heart-rate",
    "vote",
    "register",
    "registration",
    "subscription",
    "follow-up-care",
    "wow-zoomIn",
    "zoomIn",
    "fontSizeLarge",
    "font-size-18",
    "text-size-lg",
    "fs-print",
    "d-print-none",
    "print-only",
    "noprint",
    "bg-coral",
    "text-coral",
    "readmore",
    "read-more-content",
    "see-also",
    "more-from",
    "most-popular",
    "teasers",
    "crosslinks",
    "sidebar-right",
    "widget-area",
    "flyout",
    "nav-text",
    "crumbs",
    "sitemap",
    "page-tools",
    "jump-link",
    "nocontent",
    "zoom",
    "mailchimp",
    "optin",
    "modal-body",
    "popup-content",
    "toast",
    "interstitial-lung",
    "tooltip",
    "overlay-text",
]


@pytest.mark.parametrize(
    "html",
    [
        f'<div class="NAME"><h2>Needles</h2><p>{OTHER}</p></div>',
        f'<section id="NAME"><h2>Needles</h2><p>{OTHER * 6}</p></section>',
        f'<div class="NAME">{OTHER}</div>',
        '<div class="NAME"><h2>Needles</h2><p>Take the needles 2 g at a time.</p></div>',
        '<p><span class="NAME">The needles weigh 2 g.</span></p>',
        '<p class="NAME">The needles weigh 2 g.</p>',
        '<table><tr><th>Cup</th><th>Of</th></tr><tr><td>Small</td><td class="NAME">The needles</td></tr></table>',
        '<div class="NAME"><table><tr><th>Cup</th><th>Of</th></tr><tr><td>2 g</td><td>The needles</td></tr></table></div>',
        '<div class="NAME"><p>Put 2 g of the needles into a cup, as the <a href="/leaflet">leaflet</a> says, and wait.</p></div>',
    ],
    ids=["paragraph", "long", "loose", "short", "span", "p", "cell", "table", "link"],
)
def test_no_class_drops_a_text(html):
    boxes = (html.replace("NAME", name).replace("eedles", f"eedles{place}") for place, name in enumerate(NAMES))
    body = str(document("".join(boxes))["body"])

    assert [name for place, name in enumerate(NAMES) if f"eedles{place} " not in re.sub(r"\W", " ", body)] == []


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        (f'<div class=comments><h2>Comments</h2><p>Ada wrote: {WORDS}</p><form><textarea></textarea><button>Send</button></form></div>', "comments"),
        (f'<div class=comments><h2>3 comments</h2><p>{WORDS}</p></div>', "comments"),
        (f'<div id=comments><h2>Comments</h2><article class=comment><p class=byline>Ada Wren</p><p>{WORDS}</p></article></div>', "comments"),
        (f'<ol class=commentlist><li class=comment><p>{WORDS}</p><time>3 May</time></li><li class=comment><p>{WORDS}</p><time>4 May</time></li></ol>', "comments"),
        ('<div class=comments>3 comments</div>', "comments"),
        (f'<div class=discussion><h2>Discussion</h2><div class=comment><p>{WORDS}</p><time>3 May</time></div><div class=comment><p>{WORDS}</p><time>4 May</time></div></div>', "comments"),
        ('<div class=cookie-notice><p>We use cookies to make this site better for everybody.</p><button>Accept</button></div>', "consent"),
        ('<div class=consent><p>Cookies make this site better. <a href="/privacy">Read more</a></p></div>', "consent"),
        ('<div class=consent><p>Wir achten auf den Datenschutz und bitten um Ihre Zustimmung.</p><button>Gut</button></div>', "consent"),
        ('<div class="related"><h3>Related</h3><p>A long line about the tea of birches, which is good. <a href="/b">Birch</a></p><p>And another line about spruces. <a href="/s">Spruce</a></p></div>', "related"),
        ('<div class="ad-slot">Advertisement</div>', "advert"),
        ('<div class="advert"><p>Buy the best tea of this town in our shop today.</p><a href="/shop">Shop</a></div>', "advert"),
        ('<div class="newsletter"><p>Our letter comes to you once a week.</p><form><input type=email><button>Send</button></form></div>', "newsletter"),
        ('<div class="login"><p>You can log in here to keep this page for later.</p><input name=name><button>Log in</button></div>', "account"),
        ('<div class="feedback"><p>Was this page helpful to you, and what is missing?</p><button>Yes</button><button>No</button></div>', "feedback"),
        ('<div class="share-bar"><a href="https://x.example/a">Post</a> <a href="https://x.example/b">Pin</a></div>', "share"),
        ('<div class="byline">By Ada Wren, writer on trees</div>', "byline"),
        (f'<div class="author-bio"><h3>About the author</h3><p>{OTHER}</p></div>', "byline"),
        ('<div class="footer-note"><p>© 2031 Larch Ltd. All rights reserved in all countries.</p></div>', "footer"),
    ],
)  # fmt: skip
def test_what_bears_out_its_name_goes(html, reason):
    assert reason in dropped(document(html))


@pytest.mark.parametrize(
    "html",
    [
        f'<div class="section discussion"><h2>Discussion</h2><p>{OTHER * 8} <a href="#r1">1</a></p><button>View the table</button></div>',
        f'<div class="section discussion" id="s4"><h2>Discussion</h2><p>{OTHER * 4} <a href="/r">Larch and birch</a></p></div>',
        f"<section id=consent><h2>Consent</h2><p>{OTHER * 8}</p></section>",
        f'<section class=consent><h2>Your privacy</h2><p>{OTHER} It is private: <a href="/leaflet">leaflet</a>.</p></section>',
        f"<details id=consent><summary>Consent form</summary><p>{OTHER}</p></details>",
        f'<div class=cookies><h2>Cookies with larch</h2><p>{OTHER}</p></div>',
        f'<div class=comments><h2>What the nurses say</h2><p>{OTHER}</p></div>',
        f'<div class="recommended"><button aria-expanded=false aria-controls=x>More</button><div id=x><p>{OTHER}</p></div></div>',
        f'<div class="related"><input type=checkbox id=b><label for=b>More</label><div><p>{OTHER}</p></div></div>',
        f'<aside class="recommended-dose"><p>{OTHER}</p></aside>',
        f'<aside class="interstitial-lung"><p>{OTHER}</p></aside>',
        f'<div class="modal"><h4>Needles</h4><p>{OTHER}</p><button>Close</button></div>',
        '<div class="related-teas"><p>The needles are cut in spring, like those of <a href="/b">birches</a> and of <a href="/s">spruces</a> and all others.</p></div>',
        f'<div class="entry-meta"><p>{OTHER}</p></div>',
    ],
)  # fmt: skip
def test_a_name_without_evidence_drops_nothing(html):
    found = document(html)

    assert "needles are cut" in str(found["body"]), dropped(found)


@pytest.mark.parametrize(
    "html",
    [
        f'<div class="advert"><h2>Needles</h2><p>{OTHER} <a href="/shop">Shop</a></p><p>{OTHER}</p></div>',
        f'<div class="share"><h2>Needles</h2><p>{OTHER * 2}</p><button>Post</button></div>',
        f'<div class="newsletter"><h2>Needles</h2><p>{OTHER * 2}</p><form><input type=email></form></div>',
        f'<div class="login"><h2>Needles</h2><p>{OTHER * 2}</p><button>Log in</button></div>',
        f'<div class="tags"><h2>Needles</h2><p>{OTHER * 2} <a href="/t">Tag</a></p></div>',
        f'<div class="author-bio"><h3>About the author</h3><p>{OTHER * 2}</p></div>',
        f'<div class="advert"><p>{OTHER}</p><a href="/shop">Shop</a></div>',
        f'<div class="consent"><h2>Cookies</h2><p>{OTHER * 2}</p><button>Accept</button></div>',
    ],
)  # fmt: skip
def test_sentences_that_went_make_the_page_need_a_look(html):
    found = document(html)

    assert "needles are cut" not in str(found["body"])
    assert found["report"]["needs_a_look"]
    assert any("needles are cut" in text for text in found["report"]["coverage"]["doubtful"])


def test_a_short_advert_makes_no_page_need_a_look():
    html = '<div class="advert"><p>Buy it today.</p><a href="/shop">Shop</a></div><div class="byline">By Ada Wren</div>'

    assert not document(html)["report"]["needs_a_look"]


@pytest.mark.parametrize("identity", ["consent", "survey", "recommendations", "feedback"])
def test_an_id_that_repeats_its_heading_says_nothing_else(identity):
    found = document(f'<section id="{identity}"><h2>{identity.title()}</h2><p>Dry needles.</p></section>')

    assert "Dry needles" in str(found["body"])


def test_of_thousands_of_names_the_first_are_read():
    names = " ".join(f"larch-{place}" for place in range(20_000))
    tag = BeautifulSoup(f"<div class='share {names}' id='tea'></div>", "lxml").div

    assert len(names_of(tag)) < 200
    assert {"share", "tea"} <= set(names_of(tag))
    assert class_reason(tag) == ("share", "share")

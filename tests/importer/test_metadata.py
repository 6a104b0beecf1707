"""What a page says of itself, and where it was read."""

from __future__ import annotations

import json

import pytest

from beatcancer_wagtail.importer.convert import convert
from beatcancer_wagtail.importer.reader import read_page
from beatcancer_wagtail.importer.reader.dates import iso_date

TEXT = "<p>Larch tea is a mild drink, and this page says how much of it is too much for an adult.</p><p>More than five cups is too much for anybody at all.</p>"


def facts(head: str = "", body: str = "", *, title: str = "", html: str = "<html>", **options):
    head += f"<title>{title}</title>" if title else ""
    return read_page(
        f"{html}<head>{head}</head><body>{body}<main>{TEXT}</main></body></html>".encode(), **options
    ).metadata


def ld(**node) -> str:
    return (
        '<script type="application/ld+json">'
        + json.dumps({"@context": "https://schema.org", "@type": "Article", **node})
        + "</script>"
    )


def meta(**values) -> str:
    return "".join(f'<meta property="{name.replace("__", ":")}" content="{value}">' for name, value in values.items())


# ---- Title


@pytest.mark.parametrize(
    "title", ["Larch tea | Tree Drinks", "Larch tea – Tree Drinks", "Larch tea · Tree Drinks", "Tree Drinks: Larch tea"]
)
def test_the_name_of_the_site_is_cut_where_the_heading_shows_the_title_without(title):
    found = facts(body="<h1>Larch tea</h1>", title=title)

    assert (found.title.value, found.title.source) == ("Larch tea", "title")


@pytest.mark.parametrize("title", ["Larch tea - not only for winter", "Doses: how much is too much?", "Tea | Coffee"])
def test_a_title_with_a_dash_or_a_colon_stays_whole(title):
    assert facts(body=f"<h1>{title}</h1>", title=title).title.value == title
    assert facts(title=title).title.value == title


def test_titles_in_order_of_trust():
    head = ld(headline="From the article") + meta(og__title="From the card")

    assert facts(head, title="From the window").title.value == "From the article"
    assert facts(meta(og__title="From the card"), title="From the window").title.value == "From the card"
    assert facts(title="From the window", body="<h1>From the page</h1>").title.value == "From the window"
    assert facts(body="<h1>From the page</h1>").title.value == "From the page"
    assert facts(title="Home", body="<h1>From the page</h1>").title.value == "From the page"


def test_a_title_is_never_longer_than_a_page_can_store():
    found = facts(title="long words " * 60)

    assert len(found.title.value) <= 255
    assert found.title.value.endswith("…")


def test_a_long_heading_stays_in_the_text_when_the_title_is_cut():
    heading = " ".join(f"word{n}" for n in range(80))
    found = read_page(f"<title>{heading}</title><main><h1>{heading}</h1>{TEXT}</main>".encode())

    assert "word79" in found.root.get_text()


def test_entities_and_tags_in_a_title_are_undone():
    assert facts(ld(headline="Tea &amp; <b>larch</b> &quot;drops&quot;")).title.value == 'Tea & larch "drops"'


# ---- Author


@pytest.mark.parametrize(
    "author",
    [
        "Ann Larch",
        {"@type": "Person", "name": "Ann Larch"},
        [{"name": "Ann Larch"}],
        {"@id": "#ann"},
        {"name": ["Ann Larch"]},
    ],
)
def test_the_author_of_an_article_is_read_in_every_form(author):
    people = '<script type="application/ld+json">{"@graph": [{"@id": "#ann", "@type": "Person", "name": "Ann Larch"},]}</script>'

    assert facts(people + ld(headline="T", author=author)).author.value == "Ann Larch"


def test_several_authors_are_all_named():
    assert facts(ld(author=[{"name": "Ann Larch"}, {"name": "Bo Pine"}])).author.value == "Ann Larch, Bo Pine"


@pytest.mark.parametrize(
    "byline",
    [
        '<p class="byline">By Ann Larch | 3 May 2024</p>',
        '<p>Written by <a rel="author" href="/ann">Ann Larch</a></p>',
        '<div itemprop="author" itemscope><span itemprop="name">Ann Larch</span>, MD</div>',
        '<div class="post-author">von Ann Larch</div>',
        '<div class="article-byline">Medically reviewed by Ann Larch on Monday</div>',
    ],
)
def test_a_byline_names_the_author(byline):
    assert facts(body=byline).author.value == "Ann Larch"


@pytest.mark.parametrize("line", ["By mouth only.", "Par voie orale.", "Por la boca.", "Von oben auftragen."])
def test_a_sentence_in_a_note_is_no_author_and_stays(line):
    page = f"<html><head><title>Sleep</title></head><body><h1>Sleep</h1><p>{'Sleep comes and goes with age. ' * 9}</p><div class=author-note><p>{line}</p></div></body></html>"
    found = convert(page.encode()).document
    assert not found.get("author")
    assert line in str(found["body"])


def test_an_address_or_the_author_of_a_comment_is_no_author():
    body = '<div class="comments"><p class="comment-author">By Some Reader</p></div>'

    assert facts(meta(article__author="https://example.org/ann"), body=body).author is None


# ---- Dates


@pytest.mark.parametrize(
    "written",
    [
        "2024-05-03", "2024-05-03T23:59:59+99:99", "2024-05-03T10:00Z", "2024/5/3", "20240503", "3 May 2024", "3rd of May, 2024", "May 3, 2024", "May 3rd 2024",
        "Fri, 03 May 2024 10:00:00 GMT", "3. Mai 2024", "3 mai 2024", "3 de mayo de 2024", "3 maggio 2024", "3 de maio de 2024", "3 mei 2024", "3 мая 2024 г.", "3 maja 2024",
        "03.05.2024", "2024年5月3日", "2024년 5월 3일", "٣ مايو ٢٠٢٤", "3 במאי 2024".replace("במאי", "מאי"), "Updated: 3 May 2024 at 10:15",
    ],
)  # fmt: skip
def test_dates_in_many_forms(written):
    assert iso_date(written) == "2024-05-03"


@pytest.mark.parametrize(
    "written",
    [
        "",
        "soon",
        "2024-13-45",
        "0000-00-00",
        "31 February 2024",
        "99999-01-01",
        "1.5.20 mg" + "x" * 400,
        "2024",
        "Take 3 of 5",
        "１８００-01-01",
    ],
)
def test_what_is_no_date_is_none(written):
    assert iso_date(written) == ""


def test_a_day_and_a_month_are_read_as_the_language_writes_them():
    assert iso_date("05/03/2024", "en-us") == "2024-05-03"
    assert iso_date("03/05/2024", "en-gb") == "2024-05-03"
    assert iso_date("25/05/2024", "en-us") == "2024-05-25"


@pytest.mark.parametrize("zone", ["+99:99", "-25:00", "Z", "+0530", ""])
def test_a_strange_time_zone_does_no_harm(zone):
    found = facts(meta(article__published_time=f"2024-05-03T10:00:00{zone}"))

    assert (found.date.value, found.date.source) == ("2024-05-03", "article:published_time")


def test_a_wrong_date_gives_way_to_the_next_one():
    found = facts(
        ld(datePublished="2024-99-99") + meta(article__published_time="2024-05-03", article__modified_time="2024-06-01")
    )

    assert (found.date.value, found.modified.value) == ("2024-05-03", "2024-06-01")


# ---- The rest


def test_language_and_direction():
    found = facts(html='<html lang="ar-EG">')

    assert (found.language.value, found.direction.value) == ("ar-eg", "rtl")
    assert facts(html='<html dir="rtl">').direction.value == "rtl"
    assert facts(meta(og__locale="pt_BR")).language.value == "pt-br"
    assert facts(html='<html lang="no language at all">').language is None


def test_image_and_address_are_absolute_and_safe():
    head = meta(og__image="/larch.jpg", og__url="https://trees.example/tea") + "<base href='https://trees.example/a/'>"
    found = facts(head, address="https://trees.example/old")

    assert found.image.value == "https://trees.example/larch.jpg"
    assert found.address.value == "https://trees.example/old"
    assert facts(meta(og__url="https://trees.example/tea")).address.value == "https://trees.example/tea"
    for bad in ("http://[", "javascript:alert(1)", "file:///etc/passwd", "data:image/png;base64,AA", "//"):
        assert facts(meta(og__image=bad)).image is None


@pytest.mark.parametrize(
    ("keywords", "tags"),
    [
        ("pid:8831,Elevated:false,null,sleep,section:living", ["sleep"]),
        ("time: morning, COVID-19", ["time: morning", "COVID-19"]),
        ("section-Articles,Section: Living,contentType=page,SOURCE_KIND_NONE,C-section", ["C-section"]),
        ("睡眠 疼痛 药物", ["睡眠", "疼痛", "药物"]),
        ("lung cancer", ["lung cancer"]),
    ],
)
def test_keywords_are_words_for_people(keywords, tags):
    found = facts(f'<meta name="keywords" content="{keywords}">')
    assert [tag.value for tag in found.tags] == tags


def test_tags_are_gathered_once():
    found = facts(ld(keywords="tea, larch") + meta(article__tag="Larch") + '<meta name="keywords" content="drops;tea">')

    assert [tag.value for tag in found.tags] == ["tea", "larch", "drops"]


def test_the_summary_is_declared_or_the_first_paragraph():
    assert facts(meta(og__description="In short")).summary.value == "In short"
    assert facts().summary.value.startswith("Larch tea is a mild drink")


# ---- What the facts say is not said again


def test_title_byline_and_date_line_are_taken_out_of_the_text():
    page = f"<title>Larch tea</title><main><article><h1>Larch tea</h1><p class=byline>By Ann Larch</p><p>Published 3 May 2024</p>{TEXT}</article></main>"

    found = read_page(page.encode())

    assert sorted(drop.reason for drop in found.dropped) == ["byline", "date", "title"]
    assert (found.metadata.author.value, "Larch tea is a mild" in found.root.get_text()) == ("Ann Larch", True)
    assert "Ann Larch" not in found.root.get_text()


@pytest.mark.parametrize(
    "line", ["Updated 3 May 2024: the dose was halved.", "From 1 May 2024 take half.", "Ann Larch says: stop."]
)
def test_a_first_line_that_says_more_stays(line):
    page = f"<title>Larch tea</title><main><article><h1>Larch tea</h1><p class=byline>By Ann Larch</p><p>{line}</p>{TEXT}</article></main>"

    assert line in read_page(page.encode()).root.get_text()


# ---- What a person points at


def test_a_selector_says_where_the_content_is():
    page = (
        f"<main>{TEXT}</main><div class=x><p>One box of words.</p></div><div class=x><p>Another box of words.</p></div>"
    )

    text = read_page(page.encode(), selector="div.x").root.get_text()

    assert "One box" in text
    assert "Another box" in text
    assert "Larch" not in text


def test_what_the_mapping_leaves_out_is_told():
    found = read_page(
        f"<main>{TEXT}<p class=promo-line>Buy our larch today, it is cheap.</p></main>".encode(), drop=["p.promo-line"]
    )

    assert "Buy our larch" not in found.root.get_text()
    assert [(drop.reason, drop.text) for drop in found.dropped] == [("mapping", "Buy our larch today, it is cheap.")]


def test_labels_of_tabs_become_headings_of_their_panels():
    page = (
        f"<title>Drinks</title><main><h2>Tea</h2>{TEXT}<ul role=tablist><li><a role=tab href='#a' id=la>How to take it</a><li><a role=tab aria-controls=b>Keeping it</a></ul>"
        "<div id=a role=tabpanel><p>Five drops at night, never more than that.</p></div><div id=b role=tabpanel hidden><h4>Keeping it</h4><p>In a dark and dry place, please.</p></div></main>"
    )

    root = read_page(page.encode()).root

    assert [(tag.name, tag.get_text()) for tag in root.find_all(["h2", "h3", "h4"])] == [
        ("h2", "Tea"),
        ("h3", "How to take it"),
        ("h4", "Keeping it"),
    ]


LEAF = "<p>The leaf is dried for two days before it goes into the cup, as it has been for a hundred years.</p>" * 3


@pytest.mark.parametrize(
    "heading",
    [
        "<h1>How we dry larch needles</h1>",
        "<h1>How we dry the larch needles: a guide</h1>",
        "<h1>Larch needles, and how we dry them: a guide</h1>",
    ],
)
def test_the_main_heading_in_nearly_the_words_of_the_title_is_the_title(heading):
    found = read_page(f"<title>How we dry the larch needles - a guide</title><main>{heading}{LEAF}</main>".encode())

    assert found.root.find("h1") is None or "Larch needles, and" in found.root.get_text()


def test_a_main_heading_in_other_words_stays():
    found = read_page(
        f"<title>How we dry larch needles</title><main><h1>Poison in the forest</h1>{LEAF}</main>".encode()
    )

    assert found.root.h1.get_text() == "Poison in the forest"


def test_what_stands_as_a_heading_around_the_title_is_none():
    head = "<h6><a href=/tea>Teas</a></h6><h1>Larch needles</h1><h2>Two days that make the cup</h2>"
    found = read_page(f"<title>Larch needles</title><article><header>{head}</header>{LEAF}</article>".encode())

    assert "Teas" not in found.root.get_text()
    assert found.root.find(["h2", "h6"]) is None
    assert "Two days that make the cup" in found.root.get_text()


def test_a_month_beside_a_name_is_no_part_of_it():
    by = "<h6 class=byline><em>By</em> <a href=/m>Mara Holm</a></h6>"
    found = read_page(
        f"<title>Larch</title><article><h1>Larch</h1><div class=byline>By Mara Holm May 20, 2031</div>{by}{LEAF}</article>".encode()
    )

    assert found.metadata.author.value == "Mara Holm"


# ---- The title of what becomes a draft: what the content shows as its one main heading


@pytest.mark.parametrize(
    ("title", "heading", "expected"),
    [
        ("Larch tea: sharing it — tree drinks for everybody", "Larch tea: sharing it", "Larch tea: sharing it"),
        ("Larch tea_Drinks_Tree News", "Larch tea", "Larch tea"),
        ("Larch tea for beginners [Trees.example]", "Larch tea for beginners", "Larch tea for beginners"),
        ("Larch tea: Tree Drinks", "Larch tea", "Larch tea"),
        ("Tree Drinks – Larch “tea”", "Larch “tea”", "Larch “tea”"),
        ("Larch tea - Ada Wren - Tree Drinks", "Larch tea", "Larch tea"),
        ("落叶松茶_探索_树木网", "落叶松茶", "落叶松茶"),
        ("Larch-tea cups", "Larch", "Larch-tea cups"),
        ("Larch tea cups", "Larch tea", "Larch tea cups"),
        ("News - Larch tea sells out", "Another heading", "News - Larch tea sells out"),
    ],
)
@pytest.mark.parametrize("declares", ["title", "og:title", "headline"])
def test_the_one_main_heading_of_the_content_is_the_title(title, heading, expected, declares):
    head = {"title": "", "og:title": meta(og__title=title), "headline": ld(headline=title)}[declares]
    page = f"<html><head><title>{title}</title>{head}</head><body><main><h1>{heading}</h1>{TEXT}<h2>Doses</h2>{TEXT}</main></body></html>"

    assert read_page(page.encode()).metadata.title.value == expected


def test_a_main_heading_that_is_the_title_leaves_the_body_and_its_sections_rise():
    page = (
        "<html><head><title>Larch tea: sharing it — tree drinks</title></head><body><h1>tree drinks</h1>"
        f"<main><h1>Larch tea: sharing it<a href='#x'>¶</a></h1>{TEXT}<h2>Doses</h2>{TEXT}<h3>Cups</h3>{TEXT}</main></body></html>"
    )
    document = convert(page.encode()).document
    (section,) = [block["value"] for block in document["body"] if block["type"] == "section"]

    assert document["title"] == "Larch tea: sharing it"
    assert (section["heading"], section["level"]) == ("Doses", 2)


def test_a_main_heading_that_names_a_part_of_the_site_is_no_title():
    page = (
        "<html><head><title>Drinks - Larch tea sells out</title></head><body><main><h1>Drinks</h1>"
        f"<h2>Larch tea sells out</h2>{TEXT}</main></body></html>"
    )

    assert read_page(page.encode()).metadata.title.value == "Drinks - Larch tea sells out"


def test_the_name_of_the_site_goes_off_whatever_declares_the_title():
    head = meta(og__title="Larch tea sells out - Tree Drinks", og__site_name="Tree Drinks")

    assert facts(head).title.value == "Larch tea sells out"
    assert facts(head, as_found=True).title.value == "Larch tea sells out - Tree Drinks"

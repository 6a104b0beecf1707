"""Headings of old pages, which are set in a larger font and in bold."""

import pytest

from beatcancer_wagtail.importer.convert import convert

TEXT = "<FONT SIZE=2>Do not take more than two tablets in a day, and leave six hours between them at the least.</FONT><BR><BR>"
PLAIN = "Do not take more than two tablets in a day, and leave six hours between them at the least.<BR><BR>"


def page(body, title="Tablets"):
    return f"<html><head><title>{title}</title></head><body><table width=780><tr><td width=150><a href=/>Home</a></td><td>{body}</td></tr></table></body></html>"


def headings(html):
    def inside(blocks):
        for block in blocks:
            if block["type"] == "section":
                yield block["value"]["level"], block["value"]["heading"]
                yield from inside(block["value"]["content"])

    return list(inside(convert(html.encode()).document["body"]))


@pytest.mark.parametrize(
    "line",
    [
        "<FONT SIZE=4><B>{}</B></FONT><BR>",
        "<B><FONT SIZE=4>{}</FONT></B><BR><BR>",
        "<FONT FACE=Verdana SIZE=4 COLOR=#003366><STRONG>{}</STRONG></FONT><BR>",
        "<A NAME=here></A><FONT SIZE='+1'><B>{}</B></FONT><BR>",
        "<P><FONT SIZE=4><B><U>{}</U></B></FONT></P>",
        "<CENTER><FONT SIZE=4><B>{}</B></FONT></CENTER>",
        "<FONT SIZE=4><FONT COLOR=red><B>{}</B></FONT></FONT><HR>",
    ],
)
@pytest.mark.parametrize("text", [TEXT, PLAIN])
def test_a_line_in_bold_and_larger_than_the_text_is_a_heading(line, text):
    html = page(text * 2 + line.format("How much to take") + text * 2 + line.format("Side effects") + text)

    assert headings(html) == [(2, "How much to take"), (2, "Side effects")]


def test_the_sizes_are_the_levels_and_the_title_is_the_largest():
    big = "<CENTER><FONT SIZE=5><B>Tablets</B></FONT></CENTER>"
    section, below = "<FONT SIZE=4><B>{}</B></FONT><BR>", "<FONT SIZE=3><B>{}</B></FONT><BR>"
    html = page(
        big + TEXT + section.format("Side effects") + TEXT + below.format("Common") + TEXT + below.format("Rare") + TEXT
    )

    assert headings(html) == [(2, "Side effects"), (3, "Common"), (3, "Rare")]
    assert [
        drop["text"] for drop in convert(html.encode()).document["report"]["dropped"] if drop["reason"] == "title"
    ] == ["Tablets"]


@pytest.mark.parametrize(
    "line",
    [
        "<FONT SIZE=4>Side effects</FONT><BR>",  # not bold
        "<FONT SIZE=2><B>Side effects</B></FONT><BR>",  # no larger than the text
        "<FONT SIZE=4><B>Side effects</B></FONT> are rare.<BR>",
        "Of all <FONT SIZE=4><B>side effects</B></FONT><BR>",
        "<FONT SIZE=4><B>Side effects</B></FONT> <FONT SIZE=4><B>or none</B></FONT><BR>",
        "<FONT SIZE=4><B>Side</B> effects</FONT><BR>",
        "<FONT SIZE=4><B><A HREF=/more>Side effects</A></B></FONT><BR>",
        "<UL><LI><FONT SIZE=4><B>Side effects</B></FONT></LI></UL>",
        "<TABLE BORDER=1><TR><TD><FONT SIZE=4><B>Drug</B></FONT></TD><TD><FONT SIZE=4><B>Dose</B></FONT></TD></TR><TR><TD>Iron</TD><TD>5 mg</TD></TR></TABLE>",
        f"<FONT SIZE=4><B>{'A long warning that goes on and on. ' * 6}</B></FONT><BR>",
    ],
)
def test_other_large_or_bold_words_stay_text(line):
    assert headings(page(TEXT * 2 + line + TEXT * 2)) == []


def test_a_page_with_headings_of_its_own_needs_none():
    html = page(f"<H2>Side effects</H2>{TEXT}<FONT SIZE=4><B>Take care</B></FONT><BR>{TEXT}")

    assert headings(html) == [(2, "Side effects")]

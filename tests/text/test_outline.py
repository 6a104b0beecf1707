from urllib.parse import quote, unquote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from beatcancer_wagtail.text.outline import MAX_LENGTH, RESERVED, Heading, make_anchor, settle_anchors

# Headings that collide, that have no letter at all, that are long, that look like a numbered one.
TEXTS = st.one_of(
    st.sampled_from(
        ["Stages", "stages", "Stages 2", "stages-2", "Stages-2-2", "?", "", "Contents", "x" * 80, "y " * 50]
    ),
    st.text(max_size=80),
)


@st.composite
def outlines(draw):
    """Headings as an editor leaves them: some with an anchor, some without; and what readers know from before."""
    keys = draw(st.lists(st.integers(0, 9).map(str), unique=True, max_size=8))
    headings = [Heading(key, draw(TEXTS), draw(st.one_of(st.just(""), TEXTS.map(make_anchor)))) for key in keys]
    known = settle_anchors([Heading(key, draw(TEXTS)) for key in draw(st.permutations(keys))])
    return headings, known


@given(outlines())
@example(([Heading("a", "Stages"), Heading("b", "Stages", "stages")], {"b": "stages"}))
def test_anchors_are_unique_and_never_empty(case):
    headings, published = case
    anchors = settle_anchors(headings, published)

    assert sorted(anchors) == sorted(heading.key for heading in headings)
    assert len(set(anchors.values())) == len(anchors)
    assert not set(anchors.values()) & RESERVED
    assert all(0 < len(anchor) <= MAX_LENGTH for anchor in anchors.values())
    assert all(not any(character.isspace() for character in anchor) for anchor in anchors.values())


@given(outlines())
def test_saving_again_changes_no_anchor(case):
    headings, published = case
    anchors = settle_anchors(headings, published)
    saved = [heading._replace(anchor=anchors[heading.key]) for heading in headings]

    assert settle_anchors(saved) == anchors
    assert settle_anchors(saved, anchors) == anchors


@given(outlines(), st.randoms())
def test_published_anchors_survive_rewording_reordering_and_additions(case, random):
    headings, _ = case
    published = settle_anchors(headings)
    reworded = [heading._replace(text="Other words", anchor="") for heading in headings]
    added = [Heading(f"new {number}", heading.text) for number, heading in enumerate(headings)]
    mixed = reworded + added
    random.shuffle(mixed)
    anchors = settle_anchors(mixed, published)

    assert {key: anchors[key] for key in published} == published


def test_an_editors_own_anchor_beats_the_published_one():
    anchors = settle_anchors([Heading("a", "Stages", "grades")], {"a": "stages"})

    assert anchors == {"a": "grades"}


def test_a_copied_heading_leaves_the_published_anchor_to_the_original():
    copy, original = Heading("copy", "Stages", "stages"), Heading("original", "Stages", "stages")

    assert settle_anchors([copy, original], {"original": "stages"}) == {"original": "stages", "copy": "stages-2"}


@pytest.mark.parametrize("name", sorted(RESERVED))
def test_names_that_templates_use_stay_free(name):
    assert settle_anchors([Heading("a", name.title())]) == {"a": f"{name}-2"}


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        ("What is metastasis?", "what-is-metastasis"),
        ("It’s not your fault", "its-not-your-fault"),
        ("  CA-125 & BRCA1/2 ", "ca-125-brca1-2"),
        ("Schmerzen: Was hilft?", "schmerzen-was-hilft"),
        ("Où se propage-t-il ?", "où-se-propage-t-il"),
        ("ما هو السرطان؟", "ما-هو-السرطان"),
        ("مُحَمَّد يَقْرَأُ", "مُحَمَّد-يَقْرَأُ"),
        ("癌症是什么?", "癌症是什么"),
        ("हिन्दी में जानकारी", "हिन्दी-में-जानकारी"),
        ("can\u00adcer \u202bcells\u202c", "cancer-cells"),
        ("❤️ your heart", "your-heart"),
        ("under_scores", "under-scores"),
        ("</h2><script>alert(1)</script>", "h2-script-alert-1-script"),
        ("", ""),
        ("?!… 👍", ""),
    ],
)
def test_anchor_in_the_headings_own_script(heading, anchor):
    assert make_anchor(heading) == anchor


def test_a_heading_without_a_letter_gets_a_plain_name():
    assert settle_anchors([Heading("a", "?"), Heading("b", "👍")]) == {"a": "section", "b": "section-2"}


def test_a_long_heading_is_cut_between_words():
    anchor = make_anchor("A very long heading that goes on and on about the many places where a cancer can spread")

    assert anchor == "a-very-long-heading-that-goes-on-and-on-about-the-many"
    assert len(make_anchor("x" * 200)) == MAX_LENGTH


@given(st.text())
def test_an_anchor_is_one_word_that_stays_as_it_is(text):
    anchor = make_anchor(text)

    assert make_anchor(anchor) == anchor
    assert unquote(quote(anchor)) == anchor
    assert not set(anchor) & set(" \t\n\"'<>&#%/?")

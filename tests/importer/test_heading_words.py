"""A heading that sounds like a box to share, to rate or to follow drops its text only where there is something to press or to follow."""

from __future__ import annotations

import pytest

from beatcancer_wagtail.importer.convert import convert

WORDS = "Two cups of larch tea a day are enough for most people, and three are too many for anybody at all."


def document(html: str) -> dict:
    page = f"<html><head><title>Larch tea</title></head><body><header><a href=/>Home</a></header><main><h1>Larch tea</h1><p>{WORDS * 3}</p>{html}<p>{WORDS * 3}</p></main></body></html>"
    return convert(page.encode(), address="https://tea.example/larch").document


HEADINGS = [
    "Share meals safely", "Share this with your doctor", "Share your story", "Teilen", "Partager la chambre", "Compartir la habitación",
    "Condividi il letto", "Delen", "شارك", "Rate this pain", "Tell us what you think", "Tell us about your pain", "Was this drug helpful?",
    "Was this page helpful?", "How did you find the lump?", "Report a problem breathing", "Ist dieser Test hilfreich?",
    "Related conditions", "Recommended dose", "Popular myths", "War diese Seite hilfreich?", "Cette page vous a aidé ?", "¿Te fue útil el reposo?", "Advertising", "Anzeige", "Comments", "Newsletter",
]  # fmt: skip


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize(
    "html",
    [
        "<section><h2>HEADING</h2><p>Heat it to 70 degrees.</p></section>",
        "<div><h3>HEADING</h3><ul><li>Heat it to 70 degrees.</li></ul></div>",
        "<div><p><b>HEADING</b></p><p>Heat it to 70 degrees, as the <a href='/l'>leaflet</a> says to everybody who asks.</p></div>",
        "<section><h2>HEADING</h2><p>Heat it to 70 degrees, and stir it all the time.</p><p><a href=/a>Our page about pots</a></p><p><a href=/b>Our page about spoons</a></p></section>",
        "<details><summary>HEADING</summary><p>Heat it to 70 degrees.</p></details>",
        "<div><h3><button aria-expanded=false aria-controls=x>HEADING</button></h3><div id=x>Heat it to 70 degrees.</div></div>",
    ],
    ids=["section", "list", "bold", "links", "details", "accordion"],
)
def test_a_heading_alone_drops_no_text(heading, html):
    body = str(document(html.replace("HEADING", heading))["body"])

    assert "Heat it to 70 degrees" in body
    assert heading in body


def test_answers_to_questions_of_use_stay():
    pairs = [
        ("Is this test useful for children?", "Yes, from 2 years."),
        ("Did you find iron in my blood?", "We send a letter."),
        ("Was this test used in trials?", "In 2 of 9."),
        ("Who pays?", "The fund."),
    ]
    panels = "".join(f"<details><summary>{ask}</summary><p>{answer}</p></details>" for ask, answer in pairs)
    body = str(document(f"<h2>Frequently asked questions</h2>{panels}")["body"])

    for ask, answer in pairs:
        assert f"'question': '{ask}'" in body
        assert answer in body


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ('<div><h3>Share this page</h3><a href="https://x.example/a">Post</a> <a href="https://x.example/b">Pin</a></div>', "share"),
        ("<div><h3>Teilen</h3><button>Post</button><button>Pin</button></div>", "share"),
        ("<div><span>Partager cet article</span></div>", "share"),
        ("<div><p>Was this page helpful?</p><button>Yes</button><button>No</button></div>", "feedback"),
        ("<section><h2>War diese Seite hilfreich?</h2><form><input type=submit value=Ja></form></section>", "feedback"),
        ("<section><h2>Cet article vous a-t-il aidé ?</h2><button>Oui</button></section>", "feedback"),
        ('<div><p>¿Te ha resultado útil esta página?</p><a href="/si">Sí</a> <a href="/no">No, me falta algo</a></div>', "feedback"),
        ("<div><p>Questa pagina è stata utile?</p><button>Sì</button></div>", "feedback"),
        ("<div><p>Esta página foi útil?</p><button>Sim</button></div>", "feedback"),
        ("<div><p>Was deze pagina nuttig?</p><button>Ja</button></div>", "feedback"),
        ("<div><p>هل كانت هذه الصفحة مفيدة؟</p><button>نعم</button></div>", "feedback"),
        ("<div><p>Rate this article</p><textarea></textarea></div>", "feedback"),
        ("<section><h2>Newsletter</h2><p>Once a week.</p><form><input type=email></form></section>", "newsletter"),
    ],
)  # fmt: skip
def test_boxes_with_something_to_press_go(html, reason):
    found = document(html)

    assert reason in [part["reason"] for part in found["report"]["dropped"]]

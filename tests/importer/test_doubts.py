"""What goes with a "not" or a figure from inside the article makes the page need a look."""

from __future__ import annotations

import pytest

from beatcancer_wagtail.importer.convert import convert

TEXT = (
    "Sleep comes and goes with age, and most people over sixty wake twice in a night, which is no illness at all. " * 3
)


def report(part, start="<main><article>", end="</article></main>"):
    page = f"<html><head><title>Sleep</title></head><body>{start}<h1>Sleep</h1><p>{TEXT}</p>{part}<p>{TEXT}</p>{end}</body></html>"
    return convert(page.encode()).document["report"]


@pytest.mark.parametrize(
    "line",
    [
        "Do not use during pregnancy.",
        "Don’t drive today.",
        "Avoid grapefruit at night.",
        "Nicht in der Schwangerschaft.",
        "Jamais avec l’alcool ce soir.",
        "Nunca con el estómago vacío.",
        "Mai a stomaco vuoto.",
        "Niet voor jonge kinderen.",
        "Não tomar com leite.",
        "لا تتناوله مع الحليب.",
        "For children over 2 years.",
        "Burns larger than 3 cm.",
        "Take 20 minutes after food.",
        "Call above 38 °C or 100 °F.",
        "Erst nach 6 Wochen heben.",
        "Après 3 jours de traitement.",
        "Después de 3 días de fiebre.",
        "Dopo 6 mesi di terapia.",
        "Pas na 2 dagen weer.",
        "Depois de 2 anos.",
        "بعد 3 أيام من العلاج",
    ],
)
@pytest.mark.parametrize("box", ["<footer class=entry-footer><p>{}</p></footer>", "<form><p>{}</p><input></form>"])
def test_a_negation_or_a_figure_that_goes_makes_the_page_need_a_look(box, line):
    found = report(box.format(line))
    assert any(line in drop["text"] and drop["is_doubtful"] for drop in found["dropped"])
    assert found["needs_a_look"]


@pytest.mark.parametrize(
    "part",
    [
        "<form><h2>Dose calculator</h2><p>Do not use this in pregnancy.</p><label>Weight <input></label><button>Go</button></form>",
        "<div class=related><p>Do not take with <a href=/a>ibuprofen</a> or <a href=/b>aspirin</a>.</p></div>",
        "<aside class=sidebar><h3>Do not</h3><ul><li><a href=/a>use ice</a></li><li><a href=/b>burst blisters</a></li></ul></aside>",
        "<div class=share-block><p>Do not share needles.</p><a href=https://a.example/sharer>Zap</a></div>",
        "<noscript><p>Do not use ice on the burn.</p></noscript>",
    ],
)
@pytest.mark.parametrize(("start", "end"), [("<main>", "</main>"), ("", "")])
def test_so_does_one_in_a_box_of_links_or_fields(part, start, end):
    assert report(part, start, end)["needs_a_look"]


@pytest.mark.parametrize(
    "part",
    [
        "<footer class=entry-footer><a href=/t>Never too late</a> <a href=/u>Not at night</a></footer>",
        "<div class=related><h3>Related articles</h3><ul><li><a href=/a>Why not to sleep</a> 3 days ago</li><li><a href=/b>Never again</a></li></ul></div>",
        "<div class=related><h3>Related articles</h3><ul><li><a href=/a>One</a> Non-Hodgkin</li><li><a href=/b>Two</a></li></ul></div>",
        "<noscript>This page does not work without JavaScript.</noscript>",
        "<form><p>Was this page helpful?</p><label><input type=text> Yes</label> <label>No</label></form>",
        "<div class=newsletter><p>No spam, never.</p><form><input type=email></form></div>",
        "<footer class=entry-footer>5 min read</footer>",
        "<footer class=entry-footer>Ada Wren, 3. Mai 2024</footer>",
    ],
)
def test_what_the_site_says_of_itself_makes_none(part):
    found = report(part)
    assert [drop for drop in found["dropped"] if drop["reason"] != "title"]
    assert not found["needs_a_look"]


def test_nor_does_the_foot_of_a_page_without_landmarks():
    found = report("", "", "<footer class=site-footer>We do not give medical advice. <a href=/i>Imprint</a></footer>")
    assert not found["needs_a_look"]

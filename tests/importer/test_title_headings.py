"""A heading in nearly the words of the title: it is the title then, and no word of it is lost."""

from __future__ import annotations

import pytest

from beatcancer_wagtail.importer.reader import read_page

TEXT = "<p>Larch tea is a mild drink, and this page says how much of it is too much for an adult.</p>" * 6


def said(title: str, body: str) -> tuple[str, str]:
    """The title, and the headings that stay."""
    found = read_page(f"<html><head><title>{title}</title></head><body>{body}</body></html>".encode())
    headings = [tag.get_text(" ", strip=True) for tag in found.root.find_all(["h1", "h2", "h3"])]
    return found.metadata.title.value, " | ".join(headings)


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        ("Larch tea 200 mg for adults", "Larch tea 400 mg for adults"),
        ("Larch tea is safe for adults", "Larch tea is not safe for adults"),
        ("Larch tea is not safe for adults", "Larch tea is safe for adults"),
        ("Lärchentee ist sicher für Kinder", "Lärchentee ist nicht sicher für Kinder"),
        ("Le thé de mélèze est sans danger ici", "Le thé de mélèze n’est pas sans danger ici"),
        ("El té de alerce es seguro para niños", "El té de alerce no es seguro para niños"),
        ("Il tè di larice è sicuro per i bambini", "Il tè di larice non è sicuro per i bambini"),
        ("Lariksthee is veilig voor kinderen", "Lariksthee is niet veilig voor kinderen"),
        ("O chá de lariço é seguro para crianças", "O chá de lariço não é seguro para crianças"),
        ("شاي الأرز آمن للأطفال والكبار", "شاي الأرز غير آمن للأطفال والكبار"),
        ("Larch tea is safe for adults", "Larch tea is harmful for adults"),
    ],
)
def test_the_main_heading_in_nearly_the_words_of_the_title_becomes_the_title(title, heading):
    assert said(title, f"<main><h1>{heading}</h1>{TEXT}</main>") == (heading, "")
    assert said(title, f"<header><h1>{heading}</h1></header><main>{TEXT}</main>") == (heading, "")


def test_a_heading_that_begins_as_the_title_does_is_not_the_title():
    parts = f"<h2>Larch tea for children</h2>{TEXT}<h2>Larch tea for adults</h2>{TEXT}"
    title = "Larch tea for children and adults"
    kept = "Larch tea for children | Larch tea for adults"
    assert said(title, f"<div><h1>{title}</h1></div><main>{parts}</main>") == (title, kept)
    assert said(title, f"<main>{parts}</main>") == (title, kept)
    assert said(title, f"<main>{parts}</main>".replace("h2>", "h1>")) == (title, kept)


def test_a_lower_heading_is_the_title_without_the_name_of_the_site():
    title = "How to drink larch tea | Tree Drinks"
    assert said(title, f"<main><h2>How to drink larch tea</h2>{TEXT}</main>")[1] == ""

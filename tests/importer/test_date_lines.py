"""Lines of dates and names: they leave the text only where the page's facts say the same."""

from datetime import date

import pytest

from beatcancer_wagtail.importer.reader import dates, read_page

TEXT = "<p>Larch tea is a mild drink, and this page says how much of it is too much for an adult.</p>" * 6
PUBLISHED = '<meta property="article:published_time" content="2021-05-07">'
AUTHOR = '<meta name="author" content="Ann Larch">'


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr(dates, "today", lambda: date(2026, 6, 1))


def read(line, head="", *, language="en"):
    page = f"<html lang={language}><head><title>Larch</title>{head}</head><body><article><h1>Larch</h1>{line}{TEXT}</article></body></html>"
    return read_page(page.encode())


def facts(found):
    return tuple(fact and fact.value for fact in (found.metadata.date, found.metadata.modified))


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Published 7 May 2021, 06:30", "en"),
        ("Posted on May 7, 2021", "en"),
        ("7 May 2021", "en"),
        ("Veröffentlicht am 7. Mai 2021", "de"),
        ("Publié le 7 mai 2021", "fr"),
        ("Publicado el 7 de mayo de 2021", "es"),
        ("Pubblicato il 7 maggio 2021", "it"),
        ("Gepubliceerd op 7 mei 2021", "nl"),
        ("Publicado em 7 de maio de 2021", "pt"),
        ("تاريخ النشر: 7 مايو 2021", "ar"),
        ("Publication date: 7 May 2021", "en"),
        ("Fecha de publicación: 7 de mayo de 2021", "es"),
        ("Data di pubblicazione: 7 maggio 2021", "it"),
        ("Data de publicação: 7 de maio de 2021", "pt"),
    ],
)
@pytest.mark.parametrize("box", ["<div class=datestamp>{}</div>", "<p>{}</p>"])
def test_a_line_that_says_when_the_page_came_out_becomes_the_date(line, language, box):
    found = read(box.format(line), language=language)

    assert facts(found) == ("2021-05-07", None)
    assert [drop.text for drop in found.dropped if drop.reason == "date"] == [line]


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Last updated: 9 June 2022", "en"),
        ("Zuletzt aktualisiert: 9. Juni 2022", "de"),
        ("Mis à jour le 9 juin 2022", "fr"),
        ("Actualizado el 9 de junio de 2022", "es"),
        ("Aggiornato il 9 giugno 2022", "it"),
        ("Bijgewerkt op 9 juni 2022", "nl"),
        ("Atualizado em 9 de junho de 2022", "pt"),
        ("آخر تحديث: 9 يونيو 2022", "ar"),
        ("Letzte Änderung: 9. Juni 2022", "de"),
        ("Ultima modifica: 09/06/2022", "it"),
        ("Laatste wijziging: 9 juni 2022", "nl"),
        ("Última modificação em 09/06/2022", "pt"),
    ],
)
def test_a_line_that_says_when_the_page_was_changed_becomes_the_last_change(line, language):
    found = read(f"<p>{line}</p>", PUBLISHED, language=language)

    assert facts(found) == ("2021-05-07", "2022-06-09")
    assert line not in found.root.get_text()


def test_both_dates_of_a_line_are_told():
    found = read("<p class=byline>By Ann Larch | 7 May 2021 | Updated 9 June 2022</p>")

    assert facts(found) == ("2021-05-07", "2022-06-09")
    assert "2022" not in found.root.get_text()


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Next review due: 18 March 2025", "en"),
        ("Expires 18 March 2025", "en"),
        ("Valid until 18 March 2025", "en"),
        ("Nächste Prüfung: 18.03.2025", "de"),
        ("Gültig bis 18.03.2025", "de"),
        ("Prochaine révision : 18 mars 2025", "fr"),
        ("Próxima revisión: 18 de marzo de 2025", "es"),
        ("Prossima revisione: 18 marzo 2025", "it"),
        ("Geldig tot 18 maart 2025", "nl"),
        ("Próxima revisão: 18 de março de 2025", "pt"),
        ("المراجعة القادمة: 18 مارس 2025", "ar"),
        ("18 March 2027", "en"),  # after today
        ("Published 18 March 2027", "en"),
    ],
)
@pytest.mark.parametrize(
    "box", ["<p class=date>{}</p>", "<div class=entry-date>{}</div>", "<p>{}</p>", "<p><time>{}</time></p>"]
)
def test_a_date_to_come_is_no_fact_of_the_page_and_stays(line, language, box):
    found = read(box.format(line), language=language)

    assert facts(found) == (None, None)
    assert line in found.root.get_text()


def test_a_date_to_come_hides_no_other():
    assert (
        facts(read("<p>Next review due: <time>18 March 2027</time></p><p>Published <time>7 May 2021</time></p>"))[0]
        == "2021-05-07"
    )
    assert facts(read("<p class=date>Next review: 18 March 2025. Published: 7 May 2021</p>"))[0] == "2021-05-07"


def test_what_a_page_declares_depends_on_no_day():
    assert facts(read("", PUBLISHED.replace("2021", "2031")))[0] == "2031-05-07"


@pytest.mark.parametrize(
    "line",
    [
        "Approved by the Cancer Board in 2020; version 4.2",
        "Updated: June 2019",
        "Aktualisiert: Juni 2019",
        "Mis à jour en juin 2019",
        "Actualizado: junio de 2019",
        "Medically reviewed by Dr Bo Pine",
        "Ärztlich geprüft von Dr. Bo Pine",
        "Relu par le docteur Bo Pine",
        "Revisado por la doctora Bo Pine",
        "Revisione medica: dottor Bo Pine",
        "This page was written with 12 patients of the clinic.",
    ],
)
@pytest.mark.parametrize("head", ["", PUBLISHED + AUTHOR])
@pytest.mark.parametrize("box", ["<div class=article-info>{}</div>", "<p class=entry-meta>{}</p>"])
def test_a_line_that_says_more_than_the_facts_stays(line, head, box):
    found = read(box.format(line), head)

    assert line in found.root.get_text() or (found.metadata.author and "Pine" in found.metadata.author.value)


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Last reviewed: 7 May 2021", "en"),
        ("Zuletzt geprüft: 7. Mai 2021", "de"),
        ("Relu le 7 mai 2021", "fr"),
        ("Última revisión: 7 de mayo de 2021", "es"),
    ],
)
def test_a_day_of_review_is_not_the_day_of_publication(line, language):
    found = read(f"<p>{line}</p>", language=language)

    assert facts(found) == (None, None)
    assert line in found.root.get_text()


def test_a_date_that_is_not_the_page_s_own_stays():
    assert "12 June 2024" in read("<p>12 June 2024</p>", PUBLISHED).root.get_text()
    assert "12 June 2024" in read("<p><time>12 June 2024</time></p>", PUBLISHED).root.get_text()


@pytest.mark.parametrize(
    "line",
    [
        "By Ann Larch, health reporter",
        "Ann Larch · 7 May 2021 · 4 min read",
        "Details Written by Ann Larch Published: 7 May 2021 Hits: 4711",
        "Friday, 7 May 2021, 8:02 pm",
        "8 May 2021",  # the same moment in another time zone
        "Reviewed: 7 May 2021",
    ],
)
@pytest.mark.parametrize("box", ["<div class=article-info>{}</div>", "<p class=entry-meta>{}</p>"])
def test_a_line_that_says_what_the_facts_say_goes(line, box):
    found = read(box.format(line), PUBLISHED + AUTHOR)

    assert line not in found.root.get_text()
    assert facts(found) == ("2021-05-07", None)


def test_a_box_about_the_author_goes_with_the_years_of_her_life():
    box = "<div class=author-bio><h3>About the author</h3><p>Ann Larch has been a nurse since 1998.</p></div>"

    assert "nurse since 1998" not in read(box, PUBLISHED + AUTHOR).root.get_text()


def test_a_sentence_with_a_date_is_no_byline():
    line = "The clinic moved to the new house near the river on 9 June 2022"
    found = read(f"<p class=entry-meta>{line}</p>", PUBLISHED + AUTHOR)

    assert line in found.root.get_text()
    assert facts(found) == ("2021-05-07", None)


def test_a_box_that_says_more_keeps_only_that():
    box = "<div class=article-info><span class=byline>By Ann Larch</span><p>Approved by the Cancer Board in 2020</p></div>"
    found = read(box, PUBLISHED + AUTHOR)

    assert "Cancer Board in 2020" in found.root.get_text()
    assert "Ann Larch" not in found.root.get_text()


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ('By <a href="/j">Joan Petrie</a> , health reporter', "Joan Petrie"),
        ("By Joan Petrie, health reporter", "Joan Petrie"),
        ("Text: Dr. Uwe Hahn, Fotos: Ina Kurz", "Dr. Uwe Hahn"),
        ("Texte : Luc Petit | Photos : Ana Roy", "Luc Petit"),
        ("Words: Joan Petrie. Pictures: Ina Kurz", "Joan Petrie"),
        ("Texto: Ana Ruiz, fotografía: Luis Gil", "Ana Ruiz"),
        ("Testo: Ada Neri, foto di Ugo Bo", "Ada Neri"),
        ("By Joan Petrie, MD", "Joan Petrie, MD"),
        ("By Joan Petrie, Uwe Hahn and Ina Kurz", "Joan Petrie, Uwe Hahn and Ina Kurz"),
        ("Von Joan Petrie, von der Ley", "Joan Petrie, von der Ley"),
    ],
)
def test_the_author_is_a_name_without_her_work(line, name):
    assert read(f"<p class=author>{line}</p>").metadata.author.value == name


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Withdrawn 3 May 2024", "en"),
        ("Recalled on 3 May 2024", "en"),
        ("Batch 12, 3 May 2024", "en"),
        ("12 mg on 3 May 2024", "en"),
        ("7 ml: 3 May 2024", "en"),
        ("Zurückgerufen am 3. Mai 2024", "de"),
        ("Rappelé le 3 mai 2024", "fr"),
        ("Retirado el 3 de mayo de 2024", "es"),
        ("Ritirato il 3 maggio 2024", "it"),
        ("Teruggeroepen op 3 mei 2024", "nl"),
        ("Retirado em 3 de maio de 2024", "pt"),
        ("سحب في 3 مايو 2024", "ar"),
    ],
)
@pytest.mark.parametrize("box", ["<p>{}</p>", "<div>{}</div>"])
def test_a_line_that_says_what_happened_on_a_day_stays(line, language, box):
    found = read(box.format(line), language=language)

    assert line in found.root.get_text()
    assert facts(found) == (None, None)


@pytest.mark.parametrize("line", ["12 mg from <time>3 May 2024</time>", "Withdrawn <time>3 May 2024</time>"])
def test_a_line_with_a_marked_date_stays_where_it_says_more(line):
    assert line.split("<")[0] in read(f"<p>{line}</p>").root.get_text()

"""Importing articles in the admin: upload, preview, confirmation, result."""

import re

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.html import escape

from tests.importer.saved_pages import archive_file, page_file, picture, saved_page
from tests.importer.through_the_admin import START, begin, below, confirm, text_of, url

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not apps.is_installed("beatcancer_wagtail.importer"), reason="the importer is not installed"),
]

# The way through


def test_from_the_upload_to_the_draft(editor, library):
    run = begin(editor, library, page_file(title="Waiting for a result"))
    preview = editor.get(url(run))
    said = text_of(preview)
    assert "1 in all." in said
    assert "1 will be new." in said
    assert "Waiting for a result" in said
    assert "New draft" in said
    assert re.search(r"\b(100|99\.\d) %", said)
    assert not below(library).exists()

    result = confirm(editor, run)
    page = below(library).get().specific
    assert not page.live
    assert page.title == "Waiting for a result"
    assert "A walk before noon" in str(page.get_latest_revision_as_object().body)
    assert page.get_latest_revision().user == editor.user
    assert f'href="{reverse("wagtailadmin_pages:edit", args=[page.pk])}"' in result.content.decode()
    assert "Done. 1 is new." in text_of(result)


def test_the_same_again_has_nothing_new(editor, library):
    confirm(editor, begin(editor, library, page_file(address="https://old.example.org/waiting/")))
    again = begin(editor, library, page_file(address="https://old.example.org/waiting/"))
    assert "1 has nothing new." in text_of(editor.get(url(again)))
    confirm(editor, again)
    assert below(library).count() == 1
    assert below(library).get().specific.revisions.count() == 1


def test_a_page_that_has_changed_becomes_a_revision_and_says_what_changed(editor, library):
    address = "https://old.example.org/waiting/"
    confirm(editor, begin(editor, library, page_file(address=address)))
    again = begin(
        editor, library, page_file(address=address, extra="<h2>New</h2><p>We have moved to another house.</p>")
    )
    preview = editor.get(url(again))
    assert "1 has changed since the last time." in text_of(preview)
    row = again.rows.get()
    assert "What changes" in text_of(editor.get(f"{url(again)}{row.pk}/"))
    confirm(editor, again)
    page = below(library).get().specific
    assert page.revisions.count() == 2
    assert "We have moved" in str(page.get_latest_revision_as_object().body)


def test_a_page_without_text_is_never_stored_without_a_word(editor, library):
    page = b"<title>Waiting</title><nav><a href='/'>Home</a></nav><main></main>"
    run = begin(editor, library, SimpleUploadedFile("waiting.html", page, content_type="text/html"))
    assert "Hardly any text was found" in text_of(editor.get(url(run)))
    assert "Hardly any text was found" in text_of(editor.get(f"{url(run)}{run.rows.get().pk}/"))
    confirm(editor, run)
    assert run.rows.get().needs_look


def test_pages_of_two_sites_are_not_taken_for_each_other(editor, library):
    for site in ("meadow.zip", "river.zip"):
        confirm(editor, begin(editor, library, archive_file({"index.html": saved_page(title=f"Of {site}")}, name=site)))
    assert sorted(page.title for page in below(library)) == ["Of meadow.zip", "Of river.zip"]


def test_an_archive_brings_its_pictures(editor, library):
    html = saved_page(
        extra='<figure><img src="img/house.png" alt="The house"><figcaption>Our house.</figcaption></figure>'
    )
    run = begin(editor, library, archive_file({"guides/waiting.html": html, "guides/img/house.png": picture()}))
    assert run.uploads.get().name == "guides/img/house.png"
    row = run.rows.get()
    draft = editor.get(f"{url(run)}{row.pk}/draft/").content.decode()
    shown = re.search(rf'src="({url(run)}{row.pk}/picture/\d+/)"', draft)
    assert shown, draft
    served = editor.get(shown.group(1))
    assert served["Content-Type"] == "image/png"
    assert served["X-Content-Type-Options"] == "nosniff"
    from wagtail.images import get_image_model

    assert not get_image_model().objects.exists()
    confirm(editor, run)
    assert get_image_model().objects.count() == 1
    assert not run.uploads.exists()


def test_a_draft_is_shown_in_its_own_language_and_runs_nothing(editor, library):
    from wagtail.users.models import UserProfile

    run = begin(editor, library)
    address = f"{url(run)}{run.rows.get().pk}/draft/"
    before = editor.get(address)
    assert "script-src 'none'" in before["Content-Security-Policy"]
    UserProfile.objects.update_or_create(user=run.started_by, defaults={"preferred_language": "ar"})
    html = editor.get(address).content.decode()
    assert '<html lang="en' in html
    assert 'dir="rtl"' not in html[:500]


def test_the_preview_of_a_draft_stores_nothing(editor, library):
    run = begin(editor, library)
    response = editor.get(f"{url(run)}{run.rows.get().pk}/draft/")
    assert "A walk before noon" in response.content.decode()
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert not below(library).exists()


# What comes, and what does not


def test_one_that_cannot_be_read_does_not_hold_up_the_others(editor, library):
    files = [page_file(), SimpleUploadedFile("empty.html", b""), SimpleUploadedFile("paper.html", b"%PDF-1.7 stream")]
    run = begin(editor, library, *files)
    assert dict(run.rows.values_list("source", "state")) == {
        "waiting.html": "read",
        "empty.html": "refused",
        "paper.html": "refused",
    }
    preview = editor.get(url(run))
    for row in run.rows.filter(state="refused"):
        assert row.reason.endswith(".")
        assert escape(row.reason) in preview.content.decode()
    confirm(editor, run)
    assert below(library).count() == 1


def test_what_is_not_ticked_does_not_come(editor, library):
    run = begin(editor, library, page_file(title="This one"), page_file("other.html", title="Not this one"))
    result = confirm(editor, run, leave=["Not this one"])
    assert [page.title for page in below(library)] == ["This one"]
    assert "1 was left out." in text_of(result)


def test_a_choice_is_kept_and_may_be_taken_back(editor, library):
    run = begin(editor, library, page_file(title="This one"), page_file("other.html", title="That one"))
    first, second = run.rows.order_by("position")
    fields = {"shown": f"{first.pk},{second.pk}", "take": [first.pk], "keep": "1"}
    editor.post(url(run, "confirm/"), fields)
    assert set(run.rows.values_list("title", "state")) == {("This one", "read"), ("That one", "left")}
    editor.post(f"{url(run)}{second.pk}/leave/", {"take": "1"})
    assert set(run.rows.values_list("state", flat=True)) == {"read"}
    editor.post(f"{url(run)}{second.pk}/leave/", {"leave": "1"})
    confirm(editor, run, leave=["That one"])
    assert [page.title for page in below(library)] == ["This one"]


def test_the_preview_says_beside_the_button_that_only_what_is_ticked_comes(editor, library):
    run = begin(editor, library, page_file(title="This one"), page_file("other.html", title="That one"))
    first, second = run.rows.order_by("position")
    editor.post(f"{url(run)}{second.pk}/leave/", {"leave": "1"})
    preview = BeautifulSoup(editor.get(url(run)).content, "lxml")
    question = preview.select_one("section.bc-import__question")
    assert "Only what is ticked is imported." in question.get_text()
    for row in (first, second):  # which of the two shows, the tick decides: with a script and without one
        state = preview.select_one(f"#bc-row-{row.pk} .bc-import__state")
        assert state.select_one(".bc-import__if-ticked").get_text(strip=True) == "New draft"
        assert state.select_one(".bc-import__if-not").get_text(strip=True) == "Left out"


def test_rows_of_another_page_of_the_list_keep_their_ticks(editor, library):
    run = begin(editor, library, page_file(title="This one"), page_file("other.html", title="That one"))
    first, _second = run.rows.order_by("position")
    editor.post(url(run, "confirm/"), {"shown": str(first.pk), "take": [first.pk], "confirm": "1"})
    assert below(library).count() == 2


def test_with_nothing_ticked_nothing_happens(editor, library):
    run = begin(editor, library)
    response = confirm(editor, run, leave=["Waiting for a result"])
    assert "Nothing is ticked." in text_of(response)
    run.refresh_from_db()
    assert run.state == "waiting"


def test_what_needs_a_look_stands_first(editor, library):
    run = begin(editor, library, *(page_file(f"{name}.html", title=name) for name in ("First", "Second", "Third")))
    run.rows.filter(title="Third").update(needs_look=True, coverage=91.26)
    html = editor.get(url(run)).content.decode()
    places = [html.index(f">{name}</bdi></a>") for name in ("Third", "First", "Second")]
    assert places == sorted(places)
    assert "91.2 %" in html
    assert "1 needs a look." in text_of(editor.get(url(run)))
    looked = text_of(editor.get(url(run), {"show": "look"}))
    assert "Third" in looked
    assert "Second" not in looked


def test_a_row_says_what_to_look_at_and_what_does_not_come_need_not_be_looked_at(editor, library):
    run = begin(editor, library)
    row = run.rows.get()
    report = {**row.report, "look": ["2 passages read like a text."], "doubtful": ["Rest after noon <i>"]}
    run.rows.update(needs_look=True, report=report)
    said = text_of(editor.get(url(run)))
    assert "1 needs a look." in said
    assert "Needs a look 2 passages read like a text." in said
    html = editor.get(f"{url(run)}{row.pk}/").content.decode()
    assert "Rest after noon &lt;i&gt;" in html
    assert html.index("and yet it reads like a text") < html.index("<iframe")
    confirm(editor, run, leave=[row.title])
    run.rows.update(state="left")
    said = text_of(editor.get(url(run)))
    assert "needs a look" not in said.lower()
    assert "2 passages" not in said


def test_a_missing_picture_is_told_in_the_lists_and_first_on_the_page(editor, library):
    run = begin(editor, library, page_file(extra='<figure><img src="gone.png" alt="The map"></figure>'))
    row = run.rows.get()
    assert "1 picture missing" in text_of(editor.get(url(run)))
    html = editor.get(f"{url(run)}{row.pk}/").content.decode()
    assert html.index("1 picture missing") < html.index("gone.png") < html.index("<iframe")
    confirm(editor, run)
    said = text_of(editor.get(url(run)))
    assert "1 picture missing" in said
    assert "Left out:" in said


def test_what_is_said_of_missing_pictures_holds_for_one_and_for_many(editor, library):
    extra = "".join(f'<figure><img src="gone{number}.png" alt="The map"></figure>' for number in range(4))
    run = begin(editor, library, page_file(extra=extra))
    said = text_of(editor.get(f"{url(run)}{run.rows.get().pk}/"))
    assert "4 pictures missing Not among the files: put such pictures into the ZIP archive" in said


def test_sentences_that_differ_only_in_what_they_are_about_are_told_once(editor, library):
    extra = "".join(
        f'<figure><a href="/large/{number}.html"><img src="{number}.png" alt="Map {number}"></a></figure>'
        for number in range(5)
    )
    run = begin(editor, library, page_file(extra=extra))
    row = run.rows.get()
    page = BeautifulSoup(editor.get(f"{url(run)}{row.pk}/").content, "lxml")
    told = page.select_one("section[aria-labelledby=bc-import-warnings]")
    assert told.get_text().count("A picture was a link") == 1
    assert [found.get_text() for found in told.select("details li")] == [f"/large/{number}.html" for number in range(5)]
    assert "Which ones (5)" in told.get_text()
    assert "1 remark" in text_of(editor.get(url(run)))
    report = editor.get(url(run, "report.html")).content.decode()
    assert report.count("A picture was a link") == 1
    assert all(f"/large/{number}.html" in report for number in range(5))


def test_the_latest_import_stands_first(editor, library):
    runs = [begin(editor, library, page_file(f"{name}.html", title=name)) for name in ("old", "new")]
    for run in runs:
        confirm(editor, run)
    html = editor.get(START).content.decode()
    assert html.index("new.html") < html.index("old.html")


# One page beside its source


def test_a_row_says_what_was_left_out_and_where_each_fact_was_found(editor, library):
    from beatcancer_wagtail.importer.models import ImportRow

    run = begin(editor, library)
    row = run.rows.get()
    row.report |= {
        "missing": ["A sentence that is lost <b>"],
        "dropped": [{"reason": "share", "text": "Tell your friends", "where": "div.share"}],
        "warnings": ["The page declares another encoding."],
        "provenance": {"title": "h1", "summary": "meta description"},
    }
    ImportRow.objects.filter(pk=row.pk).update(report=row.report)
    response = editor.get(f"{url(run)}{row.pk}/")
    said = text_of(response)
    for words in (
        "Tell your friends",
        "Buttons to share or follow.",
        "div.share",
        "The page declares another encoding.",
    ):
        assert words in said
    assert "A sentence that is lost &lt;b&gt;" in response.content.decode()
    assert re.search(r"Title Waiting for a result heading of the page", said)


def test_the_source_is_shown_where_nothing_can_run(editor, library):
    run = begin(
        editor,
        library,
        page_file(extra="<script>alert(1)</script><img src=https://tracker.example.org/x.png onerror=alert(1)>"),
    )
    row = run.rows.get()
    page = editor.get(f"{url(run)}{row.pk}/").content.decode()
    frame = re.search(r'<iframe[^>]+src="[^"]+/source/"[^>]*>', page).group()
    assert 'sandbox=""' in frame
    assert "frame-src 'self'" in page
    source = editor.get(f"{url(run)}{row.pk}/source/")
    policy = dict(
        part.split(" ", 1) if " " in part else (part, "") for part in source["Content-Security-Policy"].split("; ")
    )
    assert policy["default-src"] == "'none'"
    assert policy["img-src"] == "data:"
    assert policy["style-src"] == "data:"
    assert policy["sandbox"] == ""
    assert "script-src" not in policy
    assert source["X-Content-Type-Options"] == "nosniff"
    assert source["Content-Type"] == "text/html; charset=utf-8"
    assert "A walk before noon" in source.content.decode()


def test_a_refused_file_shows_its_source_as_text(editor, library):
    run = begin(editor, library, page_file(), SimpleUploadedFile("odd.html", b"%PDF-1.7 <script>alert(1)</script>"))
    row = run.rows.get(state="refused")
    assert editor.get(f"{url(run)}{row.pk}/").status_code == 200
    assert b"%PDF-1.7" in editor.get(f"{url(run)}{row.pk}/source/").content


# The report


@pytest.mark.parametrize(("form", "kind"), [("html", "text/html"), ("csv", "text/csv"), ("json", "application/json")])
def test_the_report_is_a_file(editor, library, form, kind):
    run = begin(editor, library)
    confirm(editor, run)
    response = editor.get(url(run, f"report.{form}"))
    assert response["Content-Type"].startswith(kind)
    assert response["Content-Disposition"].startswith("attachment")
    assert "sandbox" in response["Content-Security-Policy"]
    assert b"Waiting for a result" in response.content


def test_there_is_no_other_report(editor, library):
    run = begin(editor, library)
    assert editor.get(url(run, "report.exe")).status_code == 404
